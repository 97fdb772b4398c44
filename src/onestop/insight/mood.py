"""Happiness over time, and the moments behind it: a lead indicator, in the person's own words (E4).

A meeting without a number is a gap, never zero. Nothing here is read out of anybody's words.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from onestop.insight.practice import KEEP_DAYS, MOOD_FALL, MOOD_WINDOW, TREND_POINTS
from onestop.model.calendar import shifted
from onestop.model.folder import Folder
from onestop.model.meeting import CONFUSED, HAPPY, SAD, Meeting, Moment

ANCHORS = {1: "sad", 3: "neutral", 5: "happy"}
"""What the ends and the middle of the scale are called; 2 and 4 lie between (E4)."""

RISING, FALLING, STABLE, UNEVEN = "rising", "falling", "stable", "up and down"

KEPT_SHOWN = 3
"""So many good moments are brought back at the beginning of a quarter (E4)."""

_STEP = 1
"""A number counts as higher or lower from here on: the scale has no halves."""


class Point(NamedTuple):
    """The happiness of one meeting, 1 to 5."""

    date: date
    happiness: int


class Fall(NamedTuple):
    """A number far below what is usual: `median` is that of those before, `since` its day."""

    last: int
    median: float
    since: date


class Felt(NamedTuple):
    """A moment, and the day of its meeting, or the day on which a `:-/` became what it is."""

    date: date
    moment: Moment


class Mood(NamedTuple):
    """How somebody has been: the numbers of the last meetings, None where nobody asked."""

    numbers: tuple[int | None, ...]
    trend: str | None
    fall: Fall | None


def view(folder: Folder, today: date) -> Mood:
    """The last numbers, what they tend to, and whether the last one fell."""
    held = folder.held(today)[-(MOOD_WINDOW + 1) :]
    numbers = tuple(m.happiness for m in held)
    return Mood(numbers, trend(points(folder, today)), fallen(folder, today))


def points(folder: Folder, today: date = date.max) -> tuple[Point, ...]:
    """Every number that was given up to today, in order of its day."""
    return tuple(Point(m.date, m.happiness) for m in folder.held(today) if m.happiness)


def trend(found: Sequence[Point]) -> str | None:
    """Rising, falling, stable, or up and down; None for fewer points than a trend needs.

    The last number is held against the median of those before it, and the row must have gone
    the same way since its first. One that swings and ends where it began is not stable.
    """
    if len(found) < TREND_POINTS:
        return None
    *before, last = [p.happiness for p in _window(sorted(found, key=lambda p: p.date))]
    step, way = last - _median(before), last - before[0]
    if abs(step) >= _STEP and step * way > 0:
        return RISING if step > 0 else FALLING
    return STABLE if max(*before, last) - min(*before, last) <= _STEP else UNEVEN


def fallen(folder: Folder, today: date) -> Fall | None:
    """The last number, when it lies far below those before it; None otherwise."""
    found = points(folder, today)
    if len(found) < TREND_POINTS:
        return None
    *before, last = _window(found)
    usual = _median([p.happiness for p in before])
    is_far = usual - last.happiness >= MOOD_FALL
    return Fall(last.happiness, usual, last.date) if is_far else None


def latest_sad(folder: Folder, today: date) -> Felt | None:
    """The last `:-(`, or the last `:-/` that became one: it opens the next brief."""
    return max(_felt(folder, today, SAD, "sad"), key=lambda f: f.date, default=None)


def sad_since(folder: Folder, last: Meeting, today: date) -> str:
    """The first `:-(` of the last meeting, else a `:-/` that has become one since (E4)."""
    own = next((m.text for m in last.moments if m.face == SAD), "")
    felt = latest_sad(folder, today)
    return own or (felt.moment.text if felt and felt.date >= last.date else "")


def worth_keeping(folder: Folder, today: date) -> tuple[Felt, ...]:
    """Good moments of the quarter before, the newest first, at the first meeting of a quarter."""
    begin = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    if any(begin <= m.date < today for m in folder.held(today)):
        return ()
    since = shifted(begin, -KEEP_DAYS)
    found = [f for f in _felt(folder, today, HAPPY, "happy") if since <= f.date < begin]
    return tuple(sorted(found, key=lambda f: f.date, reverse=True)[:KEPT_SHOWN])


def became(folder: Folder) -> tuple[Felt, ...]:
    """Each `:-/` that became happy, sad or settled, in the order in which they did."""
    found = [
        Felt(moment.became_on, moment)
        for note in folder.meetings for moment in note.moments
        if moment.face == CONFUSED and moment.became and moment.became_on
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda f: f.date))


def _felt(folder: Folder, today: date, face: str, outcome: str) -> Iterator[Felt]:
    """Moments with this face, and those that were unclear and became so."""
    for note in folder.held(today):
        yield from (Felt(note.date, m) for m in note.moments if m.face == face)
    yield from (f for f in became(folder) if f.moment.became == outcome and f.date <= today)


def _window(found: Sequence[Point]) -> Sequence[Point]:
    """The last number, and those that it is held against."""
    return found[-(MOOD_WINDOW + 1) :]


def _median(numbers: Sequence[int]) -> float:
    """The middle one, or halfway between the two in the middle; there is at least one."""
    row, middle = sorted(numbers), len(numbers) // 2
    return row[middle] if len(row) % 2 else (row[middle - 1] + row[middle]) / 2
