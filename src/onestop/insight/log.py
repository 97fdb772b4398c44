"""Which note a log is about, what can be ticked off in it, and what the rotating prompt asks."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from onestop.insight import between, cadence
from onestop.insight.between import Numbered
from onestop.model.folder import Folder
from onestop.model.meeting import HELD, PLANNED, Meeting, Moment
from onestop.model.settings import Settings

GROWTH, QUESTION, UNCLEAR, OUTCOME = "growth", "question", "unclear", "outcome"
UNCLEAR_AFTER = 14
"""A `:-/` is asked about once it had two weeks to become happy or sad (E4)."""

QUESTION_EVERY = 4
"""Every 4th meeting asks where the role question showed up (D1)."""


class Target(NamedTuple):
    """The note to finish; `note` is None for a meeting that has none yet."""

    on: date
    number: int
    note: Meeting | None

    @property
    def was_planned(self) -> bool:
        """Whether this log is what makes it held."""
        return self.note is None or self.note.state != HELD


class Slot(NamedTuple):
    """What the fifth prompt asks this time."""

    kind: str
    moment: Moment | None = None
    outcome: str = ""


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


def slot(folder: Folder, aim: Target) -> Slot:
    """The subject in use that has waited longest; growth when none is due."""
    if aim.note and aim.note.outcome:
        return Slot(OUTCOME, outcome=aim.note.outcome)
    until = date.fromordinal(max(1, aim.on.toordinal() - UNCLEAR_AFTER))
    waiting = between.unclear(folder, until=until)
    held = cadence.held_count(folder)
    if folder.role and held % QUESTION_EVERY == QUESTION_EVERY - 1:
        return Slot(QUESTION)
    if waiting and held % 2:
        return Slot(UNCLEAR, moment=waiting[0])
    return Slot(GROWTH)


def happiness_before(folder: Folder, on: date) -> int | None:
    """The number of the last meeting before `on` that has one."""
    known = [m.happiness for m in folder.meetings if m.held and m.date < on and m.happiness]
    return known[-1] if known else None
