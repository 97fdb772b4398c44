"""Values as words that YAML reads back as the same: on one line, or with a line for each key."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Scalar = str | int | bool | None
Value: TypeAlias = "Scalar | Sequence[Value] | Mapping[str, Value]"
"""What can be written: one value, a list, or a mapping, nested as deep as it takes."""


class Words(str):
    """Free text of a person: always written in double quotes, so one look tells its end."""

    __slots__ = ()


class Block(dict[str, Value]):
    """A mapping to be written with a line for each key, where there is room for lines.

    A list of mappings in it gets a line for each item, and any other value stands on one line.
    """


_PLAIN = r"(?:-(?=\d))?[\w./+](?:[^:#,?\[\]{}]|:(?![\s,?\[\]{}]|$)|(?<! )#)*"
"""What needs no quotes, neither in a block nor between brackets."""

_ESCAPED = r'["\\\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]'
"""What YAML forbids or would take for the end of a line, and what turns a line's direction."""

_SHORT = {'"': r"\"", "\\": r"\\", "\n": r"\n", "\r": r"\r", "\t": r"\t"}


def scalar(value: Scalar) -> str:
    """Write one value: a str plain where that reads back the same, otherwise in quotes."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return str(value) if _is_plain(value) else f'"{re.sub(_ESCAPED, _escape, value)}"'


def inline(value: Value) -> str:
    """Write any value on one line."""
    if value is None or isinstance(value, str | int):
        return scalar(value)
    return braces(value) if isinstance(value, Mapping) else row(value)


def row(values: Sequence[Value]) -> str:
    """Write a list on one line: `[a, "b: c"]`."""
    return f"[{', '.join(inline(value) for value in values)}]"


def braces(values: Mapping[str, Value]) -> str:
    """Write a mapping on one line: `{from: 2026-12-21, why: "leave"}`."""
    pairs = (f"{scalar(key)}: {inline(value)}" for key, value in values.items())
    return f"{{{', '.join(pairs)}}}"


def entry(key: str | int, value: Value) -> list[str]:
    """Write `key: value`, what is nested in it two columns further in."""
    if isinstance(value, Block) and value:
        return [f"{scalar(key)}:", *_deeper(_stacked(value))]
    if isinstance(value, Sequence) and any(isinstance(each, Mapping) for each in value):
        return begun(key, *value)
    return [f"{scalar(key)}: {inline(value)}"]


def begun(key: str | int, *items: Value) -> list[str]:
    """Write a key with a list below it, a line or more for each of its items."""
    return [f"{scalar(key)}:", *_deeper([line for each in items for line in dashed(each)])]


def dashed(item: Value, gap: str = " ") -> list[str]:
    """Write an item behind its dash; `gap` is the room between the two."""
    first, *rest = _stacked(item) if isinstance(item, Block) and item else [inline(item)]
    return [f"-{gap}{first}", *_deeper(rest, 1 + len(gap))]


def read_back(value: Scalar) -> str | None:
    """Say what the reader makes of a written value: words, or None."""
    return None if value is None else str(value) if isinstance(value, str) else scalar(value)


def _stacked(block: Block) -> list[str]:
    return [line for key, value in block.items() for line in entry(key, value)]


def _deeper(lines: Sequence[str], columns: int = 2) -> list[str]:
    return [" " * columns + line for line in lines]


def _is_plain(value: str) -> bool:
    return (
        not isinstance(value, Words)
        and value.isprintable()
        and value != "null"
        and value == value.strip()
        and re.fullmatch(_PLAIN, value) is not None
    )


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    if char in _SHORT:
        return _SHORT[char]
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
