"""Values on one line: bare words, words in double quotes, and what stands in brackets.

Read here is what `written` writes; anything that would need a second look is left alone.
"""

import re

from onestop.formats.header.field import Field, Tree

KEY = r"[A-Za-z_][A-Za-z0-9_-]{0,62}"
QUOTED = r'"[^"\\]*(?:\\["\\][^"\\]*)*"'

_DEEPEST = 8
"""How many brackets may stand in each other here; the full reader takes more."""

_PART = re.compile(rf"(?:({KEY}): )?({QUOTED}|-?[\w./+][\w./+-]*(?: [\w./+-]+)*|[\[{{])")


class DoubtError(Exception):
    """A text of which nobody here is sure; the full reader has to look at it."""


def read(line: str, start: int, number: int, depth: int = 1) -> tuple[Tree, int]:
    """Read the list or mapping whose bracket stands at `start`, and tell where it ends.

    `number` is the number of the line. Raises DoubtError.
    """
    items: list[Field] = []
    fields: dict[str, Field] = {}
    closing, at = "}" if line[start] == "{" else "]", start + 1
    while not line.startswith(closing, at):
        found = _PART.match(line, at)
        if found is None or depth == _DEEPEST:
            raise DoubtError
        key, said = found.groups()
        if key in fields or (key is None) != (closing == "]"):
            raise DoubtError
        if said in "[{":
            value, at = read(line, found.start(2), number, depth + 1)
        else:
            value, at = words(said), found.end()
        field = Field(value, number, found.start(2) + 1)
        if key:
            fields[key] = field
        else:
            items.append(field)
        if line.startswith(", ", at):
            at += 2
        elif not line.startswith(closing, at):
            raise DoubtError
    return items if closing == "]" else fields, at + 1


def words(said: str) -> str | None:
    """Say what bare words, or words in quotes, mean."""
    if said[0] != '"':
        return None if said == "null" else said
    return re.sub(r"\\(.)", r"\1", said[1:-1]) if "\\" in said else said[1:-1]
