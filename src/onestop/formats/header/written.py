"""Values as words that YAML reads back as the same, on one line whatever they hold."""

import re
from collections.abc import Mapping, Sequence

Scalar = str | int | bool | None


class Words(str):
    """Free text of a person: always written in double quotes, so one look tells its end."""

    __slots__ = ()


_PLAIN = r"[\w./+](?:[^:#,\[\]{}]|:(?![\s,?\[\]{}]|$)|(?<! )#)*"
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


def row(values: Sequence[Scalar]) -> str:
    """Write a list on one line: `[a, "b: c"]`."""
    return f"[{', '.join(scalar(value) for value in values)}]"


def braces(values: Mapping[str, Scalar]) -> str:
    """Write a mapping on one line: `{from: 2026-12-21, why: "leave"}`."""
    pairs = (f"{scalar(key)}: {scalar(value)}" for key, value in values.items())
    return f"{{{', '.join(pairs)}}}"


def read_back(value: Scalar) -> str | None:
    """Say what the reader makes of a written value: words, or None."""
    return None if value is None else str(value) if isinstance(value, str) else scalar(value)


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
