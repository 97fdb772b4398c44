"""What a folder holds beside its notes and its inbox; each file is absent until its first line.

A format is imported when there is a file of its kind: most folders have few of them.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from onestop.formats.parsed import Parsed
from onestop.model.alignment import Alignment
from onestop.model.folder import Folder
from onestop.model.problem import Problem
from onestop.model.topic import Remark
from onestop.notebook import layout
from onestop.notebook.sheets import Sheets

if TYPE_CHECKING:
    from onestop.model.feedback import Feedback
    from onestop.model.okr import Quarter
    from onestop.model.plan import FocusArea
    from onestop.model.rating import Rating
    from onestop.model.role import RolePurpose
    from onestop.model.theme import GrowthTheme

V = TypeVar("V")


class Read(Protocol):
    """Reads and parses a file and remembers what is odd in it; None when there is none."""

    def __call__(self, path: str, parse: Callable[[str], Parsed[V]], /) -> Parsed[V] | None:
        """Read one file."""


def complete(folder: Folder, sheets: Sheets, read: Read) -> Folder:
    """The folder with what stands beside its notes."""
    slug = folder.person.slug
    private, feedback = layout.private(slug).as_posix(), layout.feedback(slug).as_posix()
    return folder._replace(
        role=_value(read, layout.role(slug), partial(_role, name=folder.person.name), None),
        remarks=_value(read, layout.private(slug), partial(_remarks, path=private), ()),
        themes=_value(read, layout.themes(slug), _themes, ()),
        okrs=quarters(layout.okrs(slug, "").parent, sheets, read),
        team_okrs=quarters(layout.team_okrs(slug, "").parent, sheets, read),
        plan=_value(read, layout.plan(slug), _plan, ()),
        alignment=_value(read, layout.alignment(slug), _alignment, Alignment()),
        feedback=_value(read, layout.feedback(slug), partial(_feedback, path=feedback), ()),
        ratings=tuple(_ratings(slug, sheets, read)),
    )


def quarters(folder: Path, sheets: Sheets, read: Read) -> "tuple[Quarter, ...]":
    """Every quarter's objectives in a folder, the oldest first."""
    return tuple(_quarters(folder.as_posix(), sheets, read))


def _quarters(folder: str, sheets: Sheets, read: Read) -> "Iterator[Quarter]":
    for path in sheets.beside(folder, ".yaml"):
        name = layout.read_quarter_name(path.rpartition("/")[2])
        if name is None:
            sheets.remember([_misnamed(path, "a quarter", "2026-Q4.yaml")])
            continue
        found = read(path, partial(_okrs, name=name, path=path))
        if found:
            yield found.value


def _ratings(slug: str, sheets: Sheets, read: Read) -> "Iterator[Rating]":
    folder = f"{layout.person(slug).as_posix()}/{layout.RATINGS}"
    for path in sheets.beside(folder, ".md"):
        on = layout.read_rating_name(path.rpartition("/")[2])
        if on is None:
            sheets.remember([_misnamed(path, "a day", "2026-11-24.md")])
            continue
        found = read(path, partial(_rating, on=on, path=path))
        if found:
            yield found.value


def _misnamed(path: str, what: str, example: str) -> Problem:
    told = f"the file name is not that of {what}, so it is not read"
    return Problem("file-name", told, f"Call it like {example}.", path=path)


def _value(read: Read, path: Path, parse: Callable[[str], Parsed[V]], absent: V) -> V:
    found = read(path.as_posix(), parse)
    return found.value if found else absent


def _role(text: str, name: str) -> "Parsed[RolePurpose | None]":
    from onestop.formats import role

    return role.parse(text, name)


def _remarks(text: str, path: str) -> Parsed[tuple[Remark, ...]]:
    from onestop.formats import inbox

    return inbox.parse_private(text, path=path)


def _themes(text: str) -> "Parsed[tuple[GrowthTheme, ...]]":
    from onestop.formats import themes

    return themes.parse(text)


def _okrs(text: str, name: str, path: str) -> "Parsed[Quarter]":
    from onestop.formats import okrs

    return okrs.parse(text, name=name, path=path)


def _plan(text: str) -> "Parsed[tuple[FocusArea, ...]]":
    from onestop.formats import plan

    return plan.parse(text)


def _alignment(text: str) -> Parsed[Alignment]:
    from onestop.formats import alignment

    return alignment.parse(text)


def _feedback(text: str, path: str) -> "Parsed[tuple[Feedback, ...]]":
    from onestop.formats import feedback

    return feedback.parse(text, path=path)


def _rating(text: str, on: date, path: str) -> "Parsed[Rating]":
    from onestop.formats import ratings

    return ratings.parse(text, on=on, path=path)
