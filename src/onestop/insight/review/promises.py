"""The promises of a period: which were kept, late, dropped, or are still open, on either side."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from onestop.insight import actions
from onestop.insight.actions import ME, THEM, Promise
from onestop.insight.periods import Period
from onestop.insight.review.lines import Line
from onestop.model.action import State
from onestop.model.folder import Folder
from onestop.model.settings import Settings

KEPT, LATE, DROPPED, OPEN = "kept", "late", "dropped", "open"
OUTCOMES = (KEPT, LATE, DROPPED, OPEN)


class Side(NamedTuple):
    """What became of the promises of one of the two; `side` is THEM or ME."""

    side: str
    lines: tuple[Line, ...]

    def count(self, outcome: str) -> int:
        """How many became so; LATE ones were kept after their day."""
        return sum(line.kind == outcome for line in self.lines)


def sides(folder: Folder, settings: Settings, period: Period) -> tuple[Side, ...]:
    """The promises of the person, then those of the manager, as they stood on the last day.

    A promise belongs to the period in which it was closed; an open one to every period since
    it was made. One that was closed without a day stands under its due day, or when it was made.
    """
    days = _Days(folder)
    every = list(actions.promises(folder, settings, period.until))
    return tuple(
        Side(side, tuple(_lines([p for p in every if p.side == side], days, period)))
        for side in (THEM, ME)
    )


class _Days:
    """The days that notes tell of their items."""

    def __init__(self, folder: Folder) -> None:
        self._notes = {note.path: note.date for note in folder.meetings}
        ticks = ((m.id, n.date) for n in folder.meetings for m in n.mentions if m.ticked)
        self._ticked: dict[str, date] = {}
        for ident, day in sorted(ticks):
            self._ticked.setdefault(ident, day)

    def made(self, promise: Promise) -> date | None:
        """When it was made, None where nothing tells."""
        return promise.item.created or self._notes.get(promise.item.path)

    def closed(self, promise: Promise) -> date | None:
        """When it was closed, None where nothing tells."""
        item = promise.item
        return item.closed or (self._ticked.get(item.id) if item.id else None)

    def likely(self, promise: Promise, until: date) -> date:
        """The day under which one stands whose closing day nobody wrote, not after `until`."""
        days = (day for day in (promise.item.due, self.made(promise)) if day and day <= until)
        return next(days, until)


def _lines(promises: list[Promise], days: _Days, period: Period) -> Iterator[Line]:
    for promise in promises:
        made = days.made(promise)
        if promise.state is State.OTHER or (made and made > period.until):
            continue
        told = days.closed(promise)
        day = told or days.likely(promise, period.until)
        if promise.is_open or day > period.until:
            yield _open(promise, made, period)
        elif period.covers(day):
            yield _closed(promise, day, told)


def _open(promise: Promise, made: date | None, period: Period) -> Line:
    """One that was open on the last day; it stands under the day on which it was made."""
    item = promise.item
    late = max(0, (period.until - item.due).days) if item.due else 0
    day = max(made or period.since, period.since)
    return Line(day, item.text, item.path, item.line, item.owner, OPEN, "", late, made)


def _closed(promise: Promise, day: date, told: date | None) -> Line:
    """One that was closed on a day that was told, or stands under one that is only likely."""
    item = promise.item
    late = max(0, (told - item.due).days) if told and item.due else 0
    kind = DROPPED if promise.state is State.DROPPED else LATE if late else KEPT
    late = late if kind == LATE else 0
    return Line(day, item.text, item.path, item.line, item.owner, kind, "", late, told)
