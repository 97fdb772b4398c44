"""On which line each key of a file stands, for those who quote it."""

from collections.abc import Iterator

from onestop.formats import header
from onestop.formats.header import Field


def lines(text: str, *, note: bool) -> dict[str, int]:
    """The lines of all keys, of a `note` those of its front matter; of a list item `links/0`."""
    fields = header.split(text).value.fields if note else header.read(text).value
    return dict(_lines(fields))


def _lines(fields: dict[str, Field]) -> Iterator[tuple[str, int]]:
    for key, field in fields.items():
        yield key, field.line
        if isinstance(field.value, list):
            yield from ((f"{key}/{n}", item.line) for n, item in enumerate(field.value))
