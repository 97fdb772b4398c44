"""What one log adds to a notebook: its words, before they become lines."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from onestop.model.agenda import Agenda, Pointer
from onestop.model.alignment import Assumption
from onestop.model.feedback import Feedback
from onestop.model.okr import CheckIn
from onestop.model.person import Link


class Said(NamedTuple):
    """A new action item, as it was said."""

    owner: str
    text: str
    due: date | None = None


class Look(NamedTuple):
    """A check-in of a key result, with the file of its quarter.

    `begun` says that with this number somebody has started on it; `tag` is how notes name it.
    """

    path: str
    result: str
    check_in: CheckIn
    begun: bool = False
    tag: str = ""


class Verdict(NamedTuple):
    """What became of an assumption: held, wrong or corrected, and a word on it."""

    assumption: Assumption
    outcome: str
    note: str = ""


Aside = Feedback | Look | Link | Verdict
"""What a log says that has its place in another file than the note."""


class Entry(NamedTuple):
    """One log: numbers replace what was there, lists append.

    `header` holds the flat front-matter keys to set, `bullets` pairs of a section and its words,
    `moments` pairs of a face and its words, `asides` what is written beside the note.
    """

    header: Mapping[str, int | str] = {}
    bullets: tuple[tuple[str, str], ...] = ()
    moments: tuple[tuple[str, str], ...] = ()
    actions: tuple[Said, ...] = ()
    asides: tuple[Aside, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said at all."""
        return not any(self)


class Record(NamedTuple):
    """An entry with its place: the note's agenda, what it closes, and what stays open on its page.

    `done` are promises, `talked` topics, `kept` topics that come back, `said` feedback that was
    told, `settled` pairs of a `:-/` and what it became.
    """

    agenda: Agenda
    entry: Entry
    done: tuple[Pointer, ...] = ()
    talked: tuple[Pointer, ...] = ()
    kept: tuple[Pointer, ...] = ()
    said: tuple[Pointer, ...] = ()
    settled: tuple[tuple[Pointer, str], ...] = ()
