"""Every file and line that a review prints holds words that it prints there."""

import re
from itertools import pairwise

import pytest

from stage import Stage

ENTRY = re.compile(r"^ *- (?P<said>.+) \(`(?P<path>[^`*]+):(?P<line>\d+)`\)$", re.MULTILINE)
COUNT = re.compile(r"\b1 line$")
"""What coverage says of a month is about a line, and none of its words."""


def words(text: str) -> set[tuple[str, ...]]:
    """Words that follow each other, and long ones alone."""
    found = re.findall(r"\w+", text.lower())
    return {*pairwise(found), *((word,) for word in found if len(word) > 8)}


@pytest.mark.parametrize("who", ["alice", "bo", "chen", "dana", "emil", "fay"])
def test_each_printed_place_holds_the_words_beside_it(who: str, team: Stage) -> None:
    page = team.one(f"one review {who} --all -n -o review.md").out

    entries = [entry for entry in ENTRY.finditer(page) if not COUNT.search(entry["said"])]

    assert len(entries) > 8
    for entry in entries:
        line = team.read(entry["path"]).splitlines()[int(entry["line"]) - 1]
        assert words(entry["said"]) & words(line), entry[0]
