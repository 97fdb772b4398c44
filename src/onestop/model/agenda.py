"""A meeting not yet held: what its note will point to."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from onestop.model.folder import Folder
    from onestop.model.settings import Settings


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
    outcome: str = ""
    question: str = ""
    asked: tuple[str, ...] = ()
    items: tuple[Pointer, ...] = ()


def bare(folder: "Folder", settings: "Settings", on: date, path: str) -> Agenda:
    """What the note of a day begins with, before anything is prepared."""
    person = folder.person
    return Agenda(
        slug=person.slug,
        on=on,
        between=(person.first_name, settings.first_name),
        path=path,
        minutes=person.minutes,
        question=folder.role.question if folder.role else "",
    )
