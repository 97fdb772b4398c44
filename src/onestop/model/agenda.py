"""A meeting not yet held: what its note will point to."""

from datetime import date
from typing import NamedTuple


class Pointer(NamedTuple):
    """An open item, by its home; the agenda mentions it and never copies it."""

    section: str
    id: str
    owner: str
    text: str
    path: str
    line: int
    raw: str


class Agenda(NamedTuple):
    """What a note begins with: between whom, the question, what to ask, and the open items.

    `asked` holds ids of the question bank.
    """

    slug: str
    on: date
    between: tuple[str, str]
    path: str
    minutes: int | None = None
    purpose: str = ""
    question: str = ""
    asked: tuple[str, ...] = ()
    items: tuple[Pointer, ...] = ()
