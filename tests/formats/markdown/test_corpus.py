"""Notes as other people write them: the boxes that an independent reader counted in each.

The samples stand beside the repository and are read where they are; without them the tests
are skipped.
"""

import csv
import re
from collections import Counter

import pytest

from onestop.formats.markdown import task
from onestop.formats.markdown.lines import Kind, scan
from onestop.model.action import State
from samples import CORPUS

SAMPLES = CORPUS
INDEX = SAMPLES / "INDEX.tsv"
COLUMNS = ("open", "done", "other_state", "empty_box", "in_fence", "in_comment")

FRONT_MATTER = re.compile(r"---\r?\n.*?^---\r?\n", re.DOTALL | re.MULTILINE)
BOX = re.compile(r"(?:[-+*]|[0-9]+[.)])[ \t]+\[.\](?:[ \t]|$)")
COLUMN_OF = {State.OPEN: "open", State.DONE: "done"}

# Where this reading and the index differ: file -> (column, ours minus theirs, the reason).
DIFFERENCES: dict[str, tuple[str, int, str]] = {}


def rows() -> list[dict[str, str]]:
    if not INDEX.exists():
        return []
    with INDEX.open(encoding="utf-8", newline="") as index:
        return list(csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE))


def nobody(_: str) -> None:
    return None


def counted(text: str) -> Counter[str]:
    """Count boxes as the index does: a box without words is an open one, and counted apart."""
    head = FRONT_MATTER.match(text)
    count: Counter[str] = Counter()
    for line in scan(text, head.end() if head else 0):
        if line.kind in (Kind.CODE, Kind.COMMENT):
            count["in_fence" if line.kind is Kind.CODE else "in_comment"] += bool(
                BOX.match(line.content)
            )
        elif line.kind is Kind.ITEM:
            item, problems = task.read(line, text, nobody)
            empty = any(problem.code == "empty-box" for problem in problems)
            count.update({"open": empty, "empty_box": empty})
            if item:
                count[COLUMN_OF.get(item.state, "other_state")] += 1
    return count


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["file"])
def test_boxes_are_counted_as_an_independent_reader_counts_them(row: dict[str, str]) -> None:
    text = (SAMPLES / row["file"]).read_bytes().decode()
    expected = Counter({column: int(row[column]) for column in COLUMNS})
    column, more, _ = DIFFERENCES.get(row["file"], ("open", 0, ""))
    expected[column] += more

    assert {c: counted(text)[c] for c in COLUMNS} == {c: expected[c] for c in COLUMNS}
