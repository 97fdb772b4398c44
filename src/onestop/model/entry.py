"""What one log adds to a notebook: its words, before they become lines."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from onestop.model.agenda import Agenda, Pointer


class Said(NamedTuple):
    """A new action item, as it was said."""

    owner: str
    text: str
    due: date | None = None


class Entry(NamedTuple):
    """One log: numbers replace what was there, lists append.

    `header` holds the flat front-matter keys to set, `bullets` pairs of a section and its words,
    `moments` pairs of a face and its words.
    """

    header: Mapping[str, int | str] = {}
    bullets: tuple[tuple[str, str], ...] = ()
    moments: tuple[tuple[str, str], ...] = ()
    actions: tuple[Said, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said at all."""
        return not (self.header or self.bullets or self.moments or self.actions)


class Record(NamedTuple):
    """An entry with its place: the note's agenda, what it closes, and what stays open on its page.

    `done` are promises, `talked` topics, `kept` topics that come back, `settled` pairs of a
    `:-/` and what it became.
    """

    agenda: Agenda
    entry: Entry
    done: tuple[Pointer, ...] = ()
    talked: tuple[Pointer, ...] = ()
    kept: tuple[Pointer, ...] = ()
    settled: tuple[tuple[Pointer, str], ...] = ()
