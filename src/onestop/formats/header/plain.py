"""The YAML that the tool itself writes, read in microseconds without the YAML library.

Headers are read by the thousand, and importing YAML costs as much as reading a thousand here.
What this module answers is what `header` would answer, to the column;
whatever it has the least doubt about it leaves alone.
"""

import re
from typing import Any

from onestop.formats.header import brackets
from onestop.formats.header.brackets import KEY, QUOTED, DoubtError
from onestop.formats.header.field import Field, Tree
from onestop.formats.header.written import Value, entry, inline

_LIMIT = 20_000
"""Longest text read here, in characters: too short for what the full reader refuses."""
_DEEPEST = 12
"""How many lists and mappings with lines of their own may stand in each other here."""

_WORDS = r"-?[\w./+(][^:#]*(?::[^:# ][^:#]*)*"
_END = r" *(?:(?<![^ ])#.*)?"
_LINE = re.compile(
    rf"( *(?:- +)?)(?:({KEY}):(?: +|$))?(?:(?:({_WORDS})|({QUOTED}))?{_END}|([\[{{]).*)"
)
_LEAD, _KEY, _BARE, _QUOTED, _BRACKET = range(1, 6)
_REST = re.compile(_END)

_Level = tuple[int, Any]
"""A list or a mapping with lines of its own, behind its rank: twice its column, and one more
for a list, which is inside the mapping above it even where it stands in the same column."""


def read(text: str, first_line: int = 1) -> dict[str, Field] | None:
    """Read a simple YAML text that begins on line `first_line`; None for any other.

    Simple are comments, `key: words`, `key: "words"`, `key: [a, "b c"]`, `key: {a: b}`, `key:`,
    and below such a key deeper keys, or items such as `- words`, `- {a: b}` and `- key: words`.
    """
    text = text.replace("\r\n", "\n")
    if len(text) > _LIMIT or not text.replace("\n", "").isprintable():
        return None
    try:
        return _fields(text.split("\n"), first_line)
    except DoubtError:
        return None


def _fields(lines: list[str], first_line: int) -> dict[str, Field]:
    """Read lines that must leave no doubt; raises DoubtError.

    `levels` are the lists and mappings that the next line may go on with, outermost first;
    `empty` is where in the innermost one a value is still to come.
    """
    root: dict[str, Field] = {}
    levels: list[_Level] = [(0, root)]
    empty: str | int | None = None
    for number, line in enumerate(lines, first_line):
        found = _LINE.fullmatch(line)
        if found is None:
            raise DoubtError
        lead, key, spelling = found[_LEAD], found[_KEY], found.lastindex or 0
        if spelling == _LEAD and "-" not in lead:
            continue
        field = _field(found, spelling, number)
        if "-" in lead:
            items = _innermost(levels, 2 * lead.index("-") + 1, empty, number)
            empty = len(items) if key else None
            items.append(field)
        if key:
            nested = lead or len(levels) > 1
            fields = _innermost(levels, 2 * len(lead), empty, number) if nested else root
            if key in fields:
                raise DoubtError
            fields[key] = field
            empty = key if spelling == _KEY else None
        elif "-" not in lead:
            raise DoubtError
    return root


def _innermost(levels: list[_Level], rank: int, empty: str | int | None, number: int) -> Any:
    """Close what is deeper than `rank`, and go on there, or begin where a value is to come."""
    while levels[-1][0] > rank:
        levels.pop()
        empty = None
    reached, inner = levels[-1]
    if reached == rank:
        return inner
    if empty is None or len(levels) == _DEEPEST:
        raise DoubtError
    fresh: Tree = [] if rank % 2 else {}
    inner[empty] = Field(fresh, number, rank // 2 + 1)
    levels.append((rank, fresh))
    return fresh


def _field(found: re.Match[str], spelling: int, number: int) -> Field:
    """Read the value on a line; `spelling` is the group of `_LINE` in which it stands."""
    at, said = found.start(spelling), found[spelling]
    if spelling == _BARE:
        said = said.rstrip(" ")
        return Field(None if said == "null" else said, number, at + 1)
    if spelling == _QUOTED:
        return Field(brackets.words(said), number, at + 1)
    if spelling == _KEY:
        return Field(None, number, found.end(_KEY) + 2)
    if spelling == _LEAD:
        raise DoubtError
    value, end = brackets.read(found.string, at, number)
    if end < len(found.string) and not _REST.fullmatch(found.string, end):
        raise DoubtError
    return Field(value, number, at + 1)


def put(text: str, key: str, value: Value, line_end: str = "\n") -> str | None:
    """Write one key of a simple text, in its place or at the end; None for any other text.

    What it answers was read again: the key says the value, and all others what they said.
    """
    before, meant = read(text), read(f"{key}: {inline(value)}")
    if before is None or meant is None or list(meant) != [key]:
        return None
    if key in before:
        new = _replaced(text, before[key], meant[key], inline(value))
    else:
        new = _added(text, "".join(f"{line}{line_end}" for line in entry(key, value)))
    after = None if new is None else read(new)
    return new if after is not None and _said(after) == _said(before | meant) else None


def _replaced(text: str, field: Field, meant: Field, written: str) -> str | None:
    """The text with another value in place of one that stands on the line of its key."""
    lines = text.split("\n")
    line = lines[field.line - 1]
    found = _LINE.fullmatch(line.removesuffix("\r"))
    spelling = (found and found.lastindex) or 0
    if found is None or found[_LEAD] or spelling == _KEY or isinstance(field.value, dict):
        return None
    if _said(field.value) == _said(meant.value):
        return text
    start, end = found.start(spelling), found.end(spelling)
    if spelling == _BRACKET:
        _, end = brackets.read(line, start, field.line)
    if spelling == _BARE:
        end = start + len(found[_BARE].rstrip(" "))
    lines[field.line - 1] = line[:start] + written + line[end:]
    return "\n".join(lines)


def _added(text: str, lines: str) -> str | None:
    """The text with more lines, where the last one is neither blank nor a comment."""
    last = text.rstrip("\n").rpartition("\n")[2]
    if not text.endswith("\n") or text.endswith("\n\n") or not last.strip(" \r").strip("#"):
        return None
    if last.lstrip().startswith("#"):
        return None
    return text + lines


def _said(value: Tree) -> object:
    """What is said, wherever it stands."""
    if isinstance(value, list):
        return [_said(item.value) for item in value]
    if isinstance(value, dict):
        return {name: _said(item.value) for name, item in value.items()}
    return value
