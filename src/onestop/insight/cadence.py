"""When two people met last, when they meet next, and whether that is late."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from onestop.insight.practice import GAP_FACTOR, LATE_FACTOR
from onestop.model.cadence import Away, days_present, is_away
from onestop.model.folder import Folder
from onestop.model.meeting import PLANNED, SKIPPED, Meeting
from onestop.model.person import Person
from onestop.model.settings import Settings

NEW, FINE, TODAY, LATE, GAP, AWAY = "new", "fine", "today", "late", "gap", "away"

_DAY = timedelta(days=1)
_NEVER = date.max


class Rhythm(NamedTuple):
    """One person's clock.

    `status` is new (never met), fine, today, late (1.5 x cadence), gap (2 x) or away.
    Somebody without a fixed weekday, who could be met on any day, is late rather than due today.
    `quiet_days` counts days since the last meeting without leave, or since the clock started.
    `skip` is the latest meeting that did not happen since then; `unlogged` are planned notes
    whose day has passed.
    """

    last: Meeting | None
    next_on: date
    status: str
    quiet_days: int
    skip: Meeting | None
    unlogged: tuple[Meeting, ...]
    away_until: date | None = None


def rhythm(folder: Folder, settings: Settings, today: date) -> Rhythm:
    """How the two of them are doing for time."""
    last = last_held(folder.meetings, today)
    leaves = folder.leaves(settings.away)
    since = last.date if last else folder.person.clock_start
    quiet = days_present(since, today, leaves) if since and since <= today else 0
    following = next_on(folder, settings, today)
    return Rhythm(
        last=last,
        next_on=following,
        status=AWAY if is_away(leaves, today) else _status(folder, today, following, quiet),
        quiet_days=quiet,
        skip=_skip(folder.meetings, last, today),
        unlogged=tuple(m for m in folder.meetings if m.state == PLANNED and m.date < today),
        away_until=max((leave.last for leave in leaves if leave.covers(today)), default=None),
    )


def last_held(meetings: Iterable[Meeting], today: date) -> Meeting | None:
    """The latest meeting that took place."""
    held = [m for m in meetings if m.held and m.date <= today]
    return max(held, key=lambda m: (m.date, m.number), default=None)


def held_count(folder: Folder) -> int:
    """How often the two have met."""
    return sum(m.held for m in folder.meetings)


def missed_on(folder: Folder, settings: Settings, today: date) -> date | None:
    """The last usual weekday, when a meeting was due then and nothing is noted about it."""
    person, clock = folder.person, rhythm(folder, settings, today)
    if person.day is None:
        return None
    back = (today.weekday() - person.day) % 7 or 7
    day = date.fromordinal(max(1, today.toordinal() - back))
    if clock.last is None and clock.status not in (LATE, GAP):
        return None
    was_due = clock.last is None or (day - clock.last.date).days >= _shortest_gap(person)
    noted = any((day - m.date).days < person.cadence.days // 2 for m in folder.meetings)
    away = is_away(folder.leaves(settings.away), day)
    return day if was_due and not noted and not away else None


def planned_in(folders: Iterable[Folder], leave: Away) -> tuple[tuple[Person, date], ...]:
    """The planned meetings that fall into a leave."""
    return tuple(
        (f.person, m.date)
        for f in folders for m in f.meetings if m.state == PLANNED and leave.covers(m.date)
    )  # fmt: skip


def due_today(folders: Iterable[Folder], settings: Settings, today: date) -> tuple[Person, ...]:
    """Whom the manager meets today, in the order of the day."""
    found = [f.person for f in folders if next_on(f, settings, today) == today]
    return tuple(sorted(found, key=lambda p: (p.hour, p.slug)))


def next_on(folder: Folder, settings: Settings, today: date) -> date:
    """The next one-on-one: the earliest appointment from today on, else the next free slot."""
    agreed = _appointments(folder.meetings, today)
    return min(agreed) if agreed else _next_slot(folder, folder.leaves(settings.away), today)


def _appointments(meetings: Sequence[Meeting], today: date) -> list[date]:
    """Days from today on that were agreed: planned notes, and where a meeting was moved to.

    A move counts until its day has a note of its own, or the two have met in between.
    """
    planned = {m.date for m in meetings if m.state == PLANNED}
    closed = {m.date for m in meetings if m.state != PLANNED}
    last = last_held(meetings, today)
    moved = {
        m.moved_to
        for m in meetings
        if m.state == SKIPPED and m.moved_to and (last is None or m.date > last.date)
    }
    return [day for day in planned | (moved - closed) if day >= today]


def _next_slot(folder: Folder, leaves: Sequence[Away], today: date) -> date:
    """The first suitable day that leaves about a cadence since the last meeting.

    Days of leave are passed over, and so are days whose meeting was held or skipped already.
    """
    person = folder.person
    closed = {m.date for m in folder.meetings if m.state != PLANNED}
    try:
        day = _on_weekday(_earliest(folder, today), person.day)
        while busy_until := _busy_until(day, leaves, closed):
            day = _on_weekday(busy_until + _DAY, person.day)
    except OverflowError:
        return _NEVER
    return day


def _earliest(folder: Folder, today: date) -> date:
    """From which day on the two may meet again; a new clock may start in the future."""
    person = folder.person
    last = last_held(folder.meetings, today)
    # What was planned and not logged yet has most likely taken place.
    past = [m.date for m in folder.meetings if m.state == PLANNED and m.date < today]
    met = max([*past, *([last.date] if last else [])], default=None)
    if met:
        return max(today, met + timedelta(days=_shortest_gap(person)))
    return max(today, person.clock_start or today)


def _on_weekday(day: date, wanted: int | None) -> date:
    return day if wanted is None else day + timedelta(days=(wanted - day.weekday()) % 7)


def _busy_until(day: date, leaves: Sequence[Away], closed: set[date]) -> date | None:
    """The last day of what stands in the way on this day, or None when it is free."""
    ends = [leave.last for leave in leaves if leave.covers(day)]
    return max([*ends, day]) if ends or day in closed else None


def _shortest_gap(person: Person) -> int:
    """Days that must pass before the next meeting; a fixed weekday may come a little early."""
    days = person.cadence.days
    return days if person.day is None else max(1, days - min(3, days // 2))


def _status(folder: Folder, today: date, following: date, quiet: int) -> str:
    """The word for a clock that runs: `following` is the next meeting, `quiet` counts days."""
    person = folder.person
    is_due = following == today
    if is_due and (person.day is not None or today in _appointments(folder.meetings, today)):
        return TODAY
    if quiet >= GAP_FACTOR * person.cadence.days:
        return GAP
    if quiet >= LATE_FACTOR * person.cadence.days:
        return LATE
    if last_held(folder.meetings, today) is None and quiet < person.cadence.days:
        return NEW
    return TODAY if is_due else FINE


def _skip(meetings: Iterable[Meeting], last: Meeting | None, today: date) -> Meeting | None:
    """A skip stays visible until the next held meeting; a moved one is none."""
    skips = [
        m for m in meetings
        if m.state == SKIPPED and not m.moved_to and m.date <= today
        and (last is None or m.date > last.date)
    ]  # fmt: skip
    return max(skips, key=lambda m: m.date, default=None)
