"""The YAML that the tool itself writes, read in microseconds without the YAML library.

Headers are read by the thousand, and importing YAML costs as much as reading a thousand here.
What this module answers is what `header` would answer, to the column;
whatever it has the least doubt about it leaves alone.
"""

import re
from collections.abc import Sequence

from onestop.formats.header.field import Field
from onestop.formats.header.written import Scalar, row, scalar

_LIMIT = 20_000
"""Longest text read here, in characters: too short for what the full reader refuses."""

_KEY = r"[A-Za-z_][A-Za-z0-9_-]{0,62}"
_QUOTED = r'"[^"\\]*"'
_ATOM = rf"(?:{_QUOTED}|[\w./+][\w./+-]*(?: [\w./+-]+)*)"
_ROW = rf"\[(?:{_ATOM}(?:, {_ATOM})*)?\]"
_BRACES = rf"\{{{_KEY}: {_ATOM}(?:, {_KEY}: {_ATOM})*\}}"
_WORDS = r"[\w./+(][^:#]*(?::[^:# ][^:#]*)*"
_END = r" *(?:(?<![^ ])#.*)?"

_LINE = re.compile(rf"(?:({_KEY}):(?: +(?:({_WORDS})|({_QUOTED})|({_ROW})))?)?{_END}")
_ITEM = re.compile(rf"  - (?:({_QUOTED})|({_BRACES})){_END}")
_EACH = re.compile(_ATOM)
_PAIR = re.compile(rf"({_KEY}): ({_ATOM})")


def read(text: str, first_line: int = 1) -> dict[str, Field] | None:
    """Read a simple YAML text that begins on line `first_line`; None for any other.

    Simple are comments, `key: words`, `key: "words"`, `key: [a, "b c"]`, `key:`,
    and below such a key items `  - "words"` and `  - {from: 2026-12-21, why: "leave"}`.
    """
    text = text.replace("\r\n", "\n")
    if len(text) > _LIMIT or not text.replace("\n", "").isprintable():
        return None
    fields: dict[str, Field] = {}
    items: list[Field] | None = None
    key = ""
    for number, line in enumerate(text.split("\n"), first_line):
        found = _LINE.fullmatch(line)
        if found is None:
            item = _item(line, number)
            if item is None or items is None:
                return None
            items.append(item)
            fields[key] = Field(items, items[0].line, 3)
        elif found.lastindex:
            key = found[1]
            if key in fields:
                return None
            fields[key] = _value(found, number)
            items = [] if found.lastindex == 1 else None
    return fields


def put(text: str, key: str, value: Scalar | Sequence[Scalar], line_end: str = "\n") -> str | None:
    """Write one key of a simple text, in its place or at the end; None for any other text.

    What it answers was read again: the key says the value, and all others what they said.
    """
    before = read(text)
    if before is None or re.fullmatch(_KEY, key) is None:
        return None
    is_one = value is None or isinstance(value, str | int)
    written = scalar(value) if is_one else row(value)  # type: ignore[arg-type]
    meant = read(f"{key}: {written}")
    if meant and key in before and _said(before[key]) == _said(meant[key]):
        return text
    line = f"{key}: {written}{line_end}"
    new = _replaced(text, before[key], written) if key in before else _added(text, line)
    after = read(new) if new is not None else None
    if after is None or list(after) != [*before, *([] if key in before else [key])]:
        return None
    same = all(_said(after[name]) == _said(before[name]) for name in before if name != key)
    return new if same and meant and _said(after[key]) == _said(meant[key]) else None


def _replaced(text: str, field: Field, written: str) -> str | None:
    """The text with another value in place of one that stands on the line of its key."""
    lines = text.split("\n")
    line = lines[field.line - 1]
    found = _LINE.fullmatch(line.removesuffix("\r"))
    if found is None or found.lastindex == 1:
        return None
    start = found.start(found.lastindex or 0)
    end = start + len(found[found.lastindex or 0].rstrip(" "))
    lines[field.line - 1] = line[:start] + written + line[end:]
    return "\n".join(lines)


def _added(text: str, line: str) -> str | None:
    """The text with one more line, where the last one is neither blank nor a comment."""
    last = text.rstrip("\n").rpartition("\n")[2]
    if not text.endswith("\n") or text.endswith("\n\n") or not last.strip(" \r").strip("#"):
        return None
    if last.lstrip().startswith("#"):
        return None
    return text + line


def _said(field: Field) -> object:
    """What a field says, wherever it stands."""
    if isinstance(field.value, list):
        return [_said(item) for item in field.value]
    if isinstance(field.value, dict):
        return {name: _said(item) for name, item in field.value.items()}
    return field.value


def _value(found: re.Match[str], number: int) -> Field:
    """Read what stands behind `key:`; each spelling has its own group of `_LINE`."""
    spelling = found.lastindex
    if spelling == 2:
        words = found[2].rstrip(" ")
        return Field(None if words == "null" else words, number, found.start(2) + 1)
    if spelling == 3:
        return Field(found[3][1:-1], number, found.start(3) + 1)
    if spelling == 4:
        return Field(_row(found, number), number, found.start(4) + 1)
    return Field(None, number, found.end(1) + 2)


def _row(found: re.Match[str], number: int) -> list[Field]:
    """Read the items of `[a, "b c"]`."""
    atoms = _EACH.finditer(found.string, *found.span(4))
    return [Field(_atom(each[0]), number, each.start() + 1) for each in atoms]


def _item(line: str, number: int) -> Field | None:
    """Read the item on a line `  - "words"` or `  - {key: words}`."""
    found = _ITEM.fullmatch(line)
    if found is None:
        return None
    if found[1]:
        return Field(found[1][1:-1], number, 5)
    pairs = list(_PAIR.finditer(line, *found.span(2)))
    value = {each[1]: Field(_atom(each[2]), number, each.start(2) + 1) for each in pairs}
    return Field(value, number, 5) if len(value) == len(pairs) else None


def _atom(written: str) -> str | None:
    if written.startswith('"'):
        return written[1:-1]
    return None if written == "null" else written
