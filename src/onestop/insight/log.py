"""Which note a log is about, and what can be ticked off in it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from onestop.insight import between, cadence
from onestop.insight.between import Numbered
from onestop.model.folder import Folder
from onestop.model.meeting import HELD, PLANNED, Meeting
from onestop.model.settings import Settings


class Target(NamedTuple):
    """The note to finish; `note` is None for a meeting that has none yet."""

    on: date
    number: int
    note: Meeting | None

    @property
    def was_planned(self) -> bool:
        """Whether this log is what makes it held."""
        return self.note is None or self.note.state != HELD


def target(folder: Folder, today: date, on: date | None, *, new: bool) -> Target:
    """The latest planned note up to today, else today's, else a new one; or that of a given day."""
    planned = [m for m in folder.meetings if m.state == PLANNED and m.date <= today]
    if planned and on is None and not new:
        return Target(planned[-1].date, planned[-1].number, planned[-1])
    on = on or today
    notes = [m for m in folder.meetings if m.date == on]
    if new or not notes:
        return Target(on, max((m.number for m in notes), default=0) + 1, None)
    return Target(on, notes[-1].number, notes[-1])


def unlogged(
    folders: Sequence[Folder], settings: Settings, today: date
) -> tuple[tuple[Folder, date], ...]:
    """What may have taken place without being logged, in order of date.

    Every planned note up to today, and the usual weekday on which a meeting was due,
    when nothing is noted about then.
    """
    found = [(f, day) for f in folders for day in _unlogged(f, settings, today)]
    return tuple(sorted(found, key=lambda pair: (pair[1], pair[0].person.slug)))


def _unlogged(folder: Folder, settings: Settings, today: date) -> list[date]:
    planned = [m.date for m in folder.meetings if m.state == PLANNED and m.date <= today]
    missed = cadence.missed_on(folder, settings, today)
    return [*planned, missed] if missed else planned


def items(folder: Folder, settings: Settings, today: date, on: date) -> tuple[Numbered, ...]:
    """What may have been done or discussed, numbered as on the brief."""
    return between.numbered(folder, settings, today, on)


def standing(folder: Folder, note: Meeting, on: date) -> tuple[Numbered, ...]:
    """The topics that stand on the note's own page, there or by mention."""
    mentioned = {m.id for m in note.mentions}
    return tuple(
        Numbered(0, "", topic=t)
        for t in between.open_topics(folder, on)
        if t.path == note.path or (t.id and t.id in mentioned)
    )


def happiness_before(folder: Folder, on: date) -> int | None:
    """The number of the last meeting before `on` that has one."""
    known = [m.happiness for m in folder.meetings if m.held and m.date < on and m.happiness]
    return known[-1] if known else None
