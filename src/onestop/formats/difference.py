"""What somebody would miss between two versions of a file: the lines that hold their own words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MENTION = re.compile(r".*\([a-z0-9]{4}\)")
_ITEM = re.compile(r"(?:[-*+]|\d+[.)])[ \t]+\S.*")
_FIELD = re.compile(r"(?:- )?[\w-]+:(?: .*)?")
_FRAME = re.compile(r"|#.*|>.*|---|```.*|(?:[-*+]|\d+[.)])")
"""Lines that only hold a file together: headings, quotes, fences, and bullets without words."""

_ID = re.compile(r"\^([A-Za-z0-9-]+)$")
_SAID = re.compile(r"[\"{]")
"""In YAML, what somebody said stands in quotes; a check-in is written in braces."""


class Difference(NamedTuple):
    """The lines of an old version that are `gone` from the new one, and those that are `new`.

    A line that was only changed is new alone.
    """

    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


def difference(old: str, new: str, *, yaml: bool = False) -> Difference:
    """Compare two versions of a page, or of a YAML file, by the lines that hold words."""
    from difflib import SequenceMatcher

    before, after = old.splitlines(), new.splitlines()
    gone: list[str] = []
    added: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        added += _with_words(after[c:d], yaml=yaml)
        if b - a != d - c:
            gone += _with_words(before[a:b], yaml=yaml)
    still = {found[1] for line in added if (found := _ID.search(line))}
    lost = [line for line in gone if not (found := _ID.search(line)) or found[1] not in still]
    return Difference(tuple(lost), tuple(added))


def _with_words(lines: list[str], *, yaml: bool) -> Iterator[str]:
    """Lines with words of somebody's own; what only repeats words of another place has none."""
    for line in map(str.strip, lines):
        if yaml or (_FIELD.fullmatch(line) and not _ITEM.fullmatch(line)):
            if _SAID.search(line) and not line.startswith("#"):
                yield line
        elif not _FRAME.fullmatch(line) and not _MENTION.fullmatch(line):
            yield line
