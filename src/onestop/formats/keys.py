"""On which line each key of a file stands, for those who quote it."""

from collections.abc import Iterator

from onestop.formats import header
from onestop.formats.header import Field

_WORDS = ("title", "text", "expect", "skill")
"""The keys under which an item says what it is about."""


def lines(text: str, *, note: bool) -> dict[str, int]:
    """The lines of all keys, of a `note` those of its front matter; of a list item `links/0`."""
    fields = header.split(text).value.fields if note else header.read(text).value
    return dict(_lines(fields))


def said(text: str) -> dict[int, int]:
    """Of each mapping in a YAML file the line on which it begins, and that of what it says."""
    return {begin: line for begin, line in _said(header.read(text).value) if line != begin}


def _said(fields: dict[str, Field]) -> Iterator[tuple[int, int]]:
    words = next((fields[key].line for key in _WORDS if key in fields), None)
    if words is not None:
        yield min(field.line for field in fields.values()), words
    for field in fields.values():
        inner = field.value if isinstance(field.value, list) else [field]
        yield from (x for one in inner if isinstance(one.value, dict) for x in _said(one.value))


def _lines(fields: dict[str, Field]) -> Iterator[tuple[str, int]]:
    for key, field in fields.items():
        yield key, field.line
        if isinstance(field.value, list):
            yield from ((f"{key}/{n}", item.line) for n, item in enumerate(field.value))
