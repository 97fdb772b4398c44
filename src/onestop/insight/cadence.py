"""When two people met last, when they meet next, and whether that is late."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from onestop.insight.practice import GAP_FACTOR, LATE_FACTOR
from onestop.model.cadence import Away, days_present, is_away
from onestop.model.folder import Folder
from onestop.model.meeting import PLANNED, SKIPPED, Meeting
from onestop.model.person import Person
from onestop.model.settings import Settings

NEW, FINE, TODAY, LATE, GAP, AWAY = "new", "fine", "today", "late", "gap", "away"


class Rhythm(NamedTuple):
    """One person's clock.

    `status` is new (never met), fine, today, late (1.5 x cadence), gap (2 x) or away.
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
    leaves = (*folder.person.away, *settings.away)
    since = last.date if last else folder.person.clock_start
    quiet = days_present(since, today, leaves) if since and since <= today else 0
    following = next_on(folder, settings, today)
    now_away = [leave.last for leave in leaves if leave.covers(today)]
    return Rhythm(
        last=last,
        next_on=following,
        status=_status(folder.person, last, quiet, following == today, bool(now_away)),
        quiet_days=quiet,
        skip=_skip(folder.meetings, last, today),
        unlogged=tuple(m for m in folder.meetings if m.state == PLANNED and m.date < today),
        away_until=max(now_away, default=None),
    )


def last_held(meetings: Iterable[Meeting], today: date) -> Meeting | None:
    """The latest meeting that took place."""
    held = [m for m in meetings if m.held and m.date <= today]
    return max(held, key=lambda m: (m.date, m.number), default=None)


def held_count(folder: Folder) -> int:
    """How often the two have met."""
    return sum(m.held for m in folder.meetings)


def next_on(folder: Folder, settings: Settings, today: date) -> date:
    """The next one-on-one: the earliest planned note from today on, else the next free slot."""
    planned = [m.date for m in folder.meetings if m.state == PLANNED and m.date >= today]
    if planned:
        return min(planned)
    leaves = (*folder.person.away, *settings.away)
    return _next_slot(folder.person, folder.meetings, leaves, today)


def _next_slot(
    person: Person, meetings: tuple[Meeting, ...], leaves: tuple[Away, ...], today: date
) -> date:
    """The first suitable weekday that leaves about a cadence since the last meeting."""
    closed_today = any(m.date == today and m.state != PLANNED for m in meetings)
    earliest = today + timedelta(days=1) if closed_today else today
    last = last_held(meetings, today)
    start = person.clock_start
    if last:
        earliest = max(earliest, last.date + timedelta(days=_shortest_gap(person)))
    elif start:
        earliest = max(earliest, start)
    day = earliest
    if person.day is not None:
        day += timedelta(days=(person.day - day.weekday()) % 7)
    step = timedelta(days=1 if person.day is None else 7)
    while is_away(leaves, day) and day < date.max - step:
        day += step
    return day


def _shortest_gap(person: Person) -> int:
    """Days that must pass before the next meeting; a fixed weekday may come a few days early."""
    days = person.cadence.days
    return days if person.day is None else max(1, days - min(3, days // 2))


def _status(person: Person, last: Meeting | None, quiet: int, is_today: bool, away: bool) -> str:
    if away:
        return AWAY
    if is_today:
        return TODAY
    if last is None and quiet < person.cadence.days:
        return NEW
    if quiet >= GAP_FACTOR * person.cadence.days:
        return GAP
    return LATE if quiet >= LATE_FACTOR * person.cadence.days else FINE


def _skip(meetings: Iterable[Meeting], last: Meeting | None, today: date) -> Meeting | None:
    """A skip stays visible until the next held meeting; a moved one is none."""
    skips = [
        m for m in meetings
        if m.state == SKIPPED and not m.moved_to and m.date <= today
        and (last is None or m.date > last.date)
    ]  # fmt: skip
    return max(skips, key=lambda m: m.date, default=None)
