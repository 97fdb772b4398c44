"""How much of the week one-on-ones take: two rules, kept apart.

Time is counted in whole numbers, so that a fifth of the week is exactly a fifth.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import lcm
from typing import NamedTuple

from onestop.insight.practice import (
    LONG_MINUTES,
    LONG_TOPICS,
    SPAN_IMPOSSIBLE,
    SPAN_LIMIT,
    SPAN_WELL,
    WEEK_PERCENT,
)
from onestop.model.cadence import days_present
from onestop.model.calendar import shifted
from onestop.model.folder import Folder
from onestop.model.meeting import Meeting
from onestop.model.person import Person
from onestop.model.settings import Settings

WELL, PUSHING, OVER, IMPOSSIBLE = "well", "pushing", "over", "impossible"


class Load(NamedTuple):
    """The planned load of a week: `parts` of which `whole` make a minute, and the span.

    `week` is the working week in minutes.
    Only direct reports count towards the span; all one-on-ones count towards the week.
    """

    parts: int
    whole: int
    week: int
    span: int

    @property
    def minutes(self) -> float:
        """Minutes a week."""
        return self.parts / self.whole

    @property
    def share(self) -> float:
        """The part of the week, from 0."""
        return self.parts / (self.whole * self.week)

    @property
    def too_much_time(self) -> bool:
        """More than a fifth of the week; exactly a fifth is not."""
        return self._over > 0

    @property
    def is_a_fifth(self) -> bool:
        """A fifth of the week, to the minute."""
        return self._over == 0

    @property
    def _over(self) -> int:
        return self.parts * 100 - WEEK_PERCENT * self.whole * self.week

    @property
    def too_many_people(self) -> bool:
        """More than eight direct reports."""
        return self.span > SPAN_LIMIT

    @property
    def verdict(self) -> str:
        """What the number of direct reports means: well, pushing, over or impossible."""
        if self.span <= SPAN_WELL:
            return WELL
        if self.span <= SPAN_LIMIT:
            return PUSHING
        return OVER if self.span < SPAN_IMPOSSIBLE else IMPOSSIBLE


class Held(NamedTuple):
    """What took place: how many meetings, their minutes, and the days on which both were there."""

    meetings: int
    minutes: int
    days: int

    @property
    def a_week(self) -> float:
        """Minutes in a week without leave."""
        return self.minutes * 7 / self.days


class Each(NamedTuple):
    """One person's part: planned minutes a week, and what was held."""

    person: Person
    planned: float
    held: Held


class Long(NamedTuple):
    """An hour with few topics."""

    meeting: Meeting
    minutes: int
    topics: int


class Plan(NamedTuple):
    """The plain load, and the same with `overhead` minutes of work around each meeting."""

    plain: Load
    prepared: Load


class View(NamedTuple):
    """What `one load` shows; `then` is the plan with the changes of `changed`, None without."""

    everybody: tuple[Each, ...]
    weeks: int
    overhead: int
    now: Plan
    changed: Mapping[str, Person | None]
    then: Plan | None
    long: tuple[Long, ...]

    @property
    def held(self) -> float:
        """Minutes a week that were held with everybody together."""
        return sum(each.held.a_week for each in self.everybody)


def load(people: Iterable[Person], settings: Settings, overhead: int = 0) -> Load:
    """Add up the planned load of a week, with `overhead` minutes beside each meeting.

    Those who are archived do not count.
    """
    active = [p for p in people if not p.archived]
    rates = [(p.minutes + overhead, *p.cadence.rate) for p in active]
    whole = lcm(*(below for _, _, below in rates))
    parts = sum(minutes * times * whole // below for minutes, times, below in rates)
    span = sum(p.relation == "report" for p in active)
    return Load(parts, whole, settings.week_minutes, span)


def view(
    folders: Iterable[Folder],
    settings: Settings,
    today: date,
    *,
    weeks: int,
    overhead: int,
    changed: Mapping[str, Person | None],
) -> View:
    """The plan, what came of it in the last `weeks`, and the plan as it would be.

    `changed` holds people as they would be, by slug; None is somebody who would be gone.
    """
    active = [f for f in folders if not f.person.archived]
    people = [f.person for f in active]
    would_be = [p for one in people if (p := changed.get(one.slug, one))]
    first = shifted(today, 1 - weeks * 7)
    long = [one for f in active for one in _long(f, first, today)]
    return View(
        everybody=tuple(_each(f, settings, first, today) for f in active),
        weeks=weeks,
        overhead=overhead,
        now=_plan(people, settings, overhead),
        changed=changed,
        then=_plan(would_be, settings, overhead) if changed else None,
        long=tuple(sorted(long, key=lambda one: one.meeting.date)),
    )


def _plan(people: Sequence[Person], settings: Settings, overhead: int) -> Plan:
    return Plan(load(people, settings), load(people, settings, overhead))


def _each(folder: Folder, settings: Settings, first: date, today: date) -> Each:
    person = folder.person
    times, below = person.cadence.rate
    meetings = _held(folder, first, today)
    minutes = sum(m.minutes or person.minutes for m in meetings)
    days = _days(folder, settings, first, today)
    return Each(person, person.minutes * times / below, Held(len(meetings), minutes, days))


def _days(folder: Folder, settings: Settings, first: date, today: date) -> int:
    """The days on which the two could have met, since they know each other.

    At least a cadence: one meeting with somebody who came yesterday is not seven a week.
    """
    known = [m.date for m in folder.meetings[:1]]
    known += [start] if (start := folder.person.clock_start) else []
    since = shifted(max(first, min(known, default=first)), -1)
    leaves = folder.leaves(settings.away)
    return max(days_present(since, today, leaves), folder.person.cadence.days)


def _held(folder: Folder, first: date, today: date) -> list[Meeting]:
    return [m for m in folder.held(today) if m.date >= first]


def _long(folder: Folder, first: date, today: date) -> Iterable[Long]:
    from onestop.insight.manager import brought

    for meeting in _held(folder, first, today):
        minutes, topics = meeting.minutes or folder.person.minutes, len(brought(folder, [meeting]))
        if minutes >= LONG_MINUTES and topics <= LONG_TOPICS:
            yield Long(meeting, minutes, topics)
