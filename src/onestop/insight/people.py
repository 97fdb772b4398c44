"""Everybody at a glance."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from onestop.insight.cadence import Rhythm, rhythm
from onestop.model.folder import Folder
from onestop.model.person import Person
from onestop.model.settings import Settings


class Entry(NamedTuple):
    """One person and their clock."""

    person: Person
    rhythm: Rhythm


class View(NamedTuple):
    """What `one people` shows."""

    today: date
    entries: tuple[Entry, ...]


def view(folders: Iterable[Folder], settings: Settings, today: date) -> View:
    """Everybody by name; those who are archived come last."""
    found = [Entry(f.person, rhythm(f, settings, today)) for f in folders]
    return View(today, tuple(sorted(found, key=lambda e: (e.person.archived, e.person.slug))))
