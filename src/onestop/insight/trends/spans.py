"""How often two people met, month by month, beside how often they were to meet (C2)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise
from math import floor
from typing import NamedTuple

from onestop.insight.manager import Share
from onestop.insight.periods import Period
from onestop.model.cadence import Away, Cadence, is_away
from onestop.model.folder import Folder
from onestop.model.meeting import PLANNED
from onestop.model.person import Person
from onestop.model.settings import Settings

_MONTHLY, _QUARTERLY = 400, 1200
"""Up to so many days a period is told by months, up to so many by quarters, else by years."""


class Span(NamedTuple):
    """A month, quarter or year, as far as it lies in the period.

    `held` counts the days on which the two met: a second talk on one day covers up no other.
    `expected` are those on which the cadence of today asks for a meeting, without leave and
    without those of which nobody knows; `share` is who brought the topics.
    """

    first: date
    last: date
    held: int
    expected: int
    share: Share = Share(0, 0)

    @property
    def is_empty(self) -> bool:
        """Whether the two neither met nor were to meet."""
        return not (self.held or self.expected)


def spans(folder: Folder, settings: Settings, period: Period, today: date) -> Iterator[Span]:
    """The months, quarters or years of a period, with what was held and what was to be held."""
    who = folder.person
    met = sorted({note.date for note in folder.held(today)})
    clock = _clock(who, met, period, today)
    due = due_days(who, folder.leaves(settings.away), clock, met[0] if met else clock.since)
    due = _known(due, met, folder, today)
    begin = min(clock.since, period.until, *(day for day in met if period.covers(day)))
    for first, last in _parts(Period(begin, period.until)):
        yield Span(first, last, _within(met, first, last), _within(due, first, last))


def _known(due: list[date], met: Sequence[date], folder: Folder, today: date) -> list[date]:
    """The days due, without those next to a planned note that was never logged.

    Nobody knows whether they met then, unless another meeting took place about that time.
    """
    every = folder.person.cadence
    for note in folder.meetings:
        is_unlogged = note.state == PLANNED and note.date < today
        if is_unlogged and not any(_is_near(day, note.date, every) for day in met):
            near = [day for day in due if _is_near(day, note.date, every)]
            unknown = min(near, key=lambda day: abs((day - note.date).days), default=None)
            due = [day for day in due if day != unknown]
    return due


def _is_near(one: date, other: date, every: Cadence) -> bool:
    """Whether two days belong to the same turn: half a cadence apart, or in the same month."""
    if every.is_monthly:
        return (one.year, one.month) == (other.year, other.month)
    return abs((one - other).days) <= every.days // 2


def _within(days: Sequence[date], first: date, last: date) -> int:
    """How many of these days, which ascend, lie between two."""
    return bisect_right(days, last) - bisect_left(days, first)


def _clock(who: Person, met: Sequence[date], period: Period, today: date) -> Period:
    """The days on which they could be expected to meet.

    Without a known start it is the first meeting; today counts once they have met,
    because until then it is still to come.
    """
    start = who.clock_start or (met[0] if met else date.max)
    end = today if today in met[-1:] else date.fromordinal(max(1, today.toordinal() - 1))
    gone = who.archived_on if who.archived and who.archived_on else date.max
    return Period(max(start, period.since), min(end, period.until, gone))


def due_days(who: Person, leaves: Sequence[Away], clock: Period, anchor: date) -> list[date]:
    """The days on which the cadence asks for a meeting while the clock runs.

    Days of leave do not count, so leave is never lateness (C2). With a fixed weekday only those
    weekdays count. Every other week is counted from `anchor`, a day on which they met.
    Once a month is once in each calendar month, if they could have met in most of it.
    """
    begin = min(anchor, clock.since)
    days = map(date.fromordinal, range(begin.toordinal(), clock.until.toordinal() + 1))
    usual = [d for d in days if who.day in (None, d.weekday()) and not is_away(leaves, d)]
    each = who.cadence.days if who.day is None else who.cadence.days / 7
    if who.cadence.is_monthly:
        months = _by_month(day for day in usual if day >= clock.since)
        return [some[-1] for some in months if len(some) > each / 2]
    before = sum(day < anchor for day in usual)
    steps = [floor((place - before) / each) for place in range(-1, len(usual))]
    due = (day for day, (was, now) in zip(usual, pairwise(steps), strict=True) if now > was)
    return [day for day in due if day >= clock.since]


def _by_month(days: Iterable[date]) -> Iterator[list[date]]:
    return (list(some) for _, some in groupby(days, key=lambda day: (day.year, day.month)))


def _parts(period: Period) -> Iterator[tuple[date, date]]:
    """First and last days of a period's months, or of its quarters or years when it is long."""
    days = (period.until - period.since).days
    step = 1 if days <= _MONTHLY else 3 if days <= _QUARTERLY else 12
    begins = [m for m in period.months() if (m.month - 1) % step == 0 and m > period.since]
    firsts = [period.since, *begins]
    lasts = [*(day - timedelta(days=1) for day in begins), period.until]
    return zip(firsts, lasts, strict=True)
