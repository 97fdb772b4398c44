"""role.md: the role-purpose question."""

from onestop.formats import header
from onestop.formats.parsed import Parsed
from onestop.formats.schema import Reader, with_lines
from onestop.model.role import RolePurpose

KEYS = ("type", "with", "question", "agreed")


def parse(text: str) -> Parsed[RolePurpose | None]:
    """Read the question; None when the file holds none."""
    head = header.split(text)
    read = Reader(head.value.fields)
    question, agreed = read.text("question"), read.day("agreed")
    read.misspelled(KEYS, "a role")
    value = RolePurpose(question, agreed) if question else None
    return Parsed(value, with_lines([*head.problems, *read.problems], text))
