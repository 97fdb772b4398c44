"""Dates as people type them: `2026-11-27`, `11-27`, `27 nov`, `fri`, `tomorrow`, `+2w`, `3d ago`.

What is planned looks ahead: `fri` is the next Friday, never today.
What happened looks back: `fri` is the latest Friday, today included, and the future is refused.
What has two readings is refused with both, because a wrong date is worse than a question.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from onestop.errors import Usage
from onestop.formats.days import MONTHS, weekday

_LONG_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "sept",
)  # fmt: skip
# `now` and `tom` are left out: at the end of a sentence they are a word and a name.
_WORDS = {"today": 0, "tomorrow": 1, "yesterday": -1}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH_DAY = re.compile(r"(\d{1,2})-(\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:\.|[/.](\d{4}|\d{2}))?")
_STEP = re.compile(r"(\+|in )?(\d{1,3}) ?(d|days?|w|wks?|weeks?|m|months?)( ago)?")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?")
_YEAR = re.compile(r"\d{4}")
_LONG_AGO = 300

# At the end of a sentence these may count something else: versions, pages, shares.
_NO_DATE = re.compile(r"\d+\.\d+(?:\.\d{1,3})?|\d-\d{1,2}|\d\d-\d")
_HARDLY_DATE = re.compile(r"\d+[-/]\d+")

HINT = "Write 2026-11-27, 11-27, 27 nov, fri, tomorrow, +3d, +2w or +1m."


class _Said(NamedTuple):
    """What was typed, the same in lower case, the day it was said, and where it looks."""

    text: str
    words: str
    today: date
    ahead: bool


class _TwoReadings(Usage):
    """A date that may be one day or another."""


def read(text: str, today: date, *, ahead: bool = True, next_on: date | None = None) -> date | None:
    """Read the date that was meant, None for `none`; `Usage` says why it cannot be told.

    `next_on` is what `next` stands for: the next one-on-one.
    """
    said = _said(text, today, ahead=ahead)
    if ahead and said.words == "none":
        return None
    if ahead and said.words == "next" and next_on:
        return next_on
    meant = _understand(said)
    if meant is None:
        raise Usage(f'"{text}" is not a date.', hint=HINT)
    if not ahead and meant > today:
        day = meant.isoformat()
        shown = day if text.strip() == day else f'"{text}" is {day}, which'
        raise Usage(
            f"{shown} is still to come.",
            hint="This is about something that happened: give today or an earlier day.",
        )
    return meant


def past(text: str, today: date) -> date:
    """Read a day that has happened; `Usage` otherwise."""
    day = read(text, today, ahead=False)
    assert day is not None
    return day


def maybe(text: str, today: date) -> date | None:
    """Read the end of a sentence as a date ahead; None when it is no date at all.

    What must be a date but has two readings, or does not exist, is `Usage`.
    A day gone by counts only with its year: `, 3 days ago` is part of the sentence.
    """
    said = _said(text, today, ahead=True)
    if _NO_DATE.fullmatch(said.words):
        return None
    try:
        day = _understand(said)
    except Usage as error:
        if _HARDLY_DATE.fullmatch(said.words) and not isinstance(error, _TwoReadings):
            return None
        raise
    return day if day and (day >= today or _YEAR.search(said.words)) else None


def add_months(day: date, months: int) -> date:
    """Go to the same day some months on, or to the last day of a month that is too short.

    ValueError beyond the years that a date can have.
    """
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first_of_next = date(years + (month == 11), (month + 1) % 12 + 1, 1)
    last = (first_of_next - timedelta(days=1)).day
    return date(years, month + 1, min(day.day, last))


def _said(text: str, today: date, *, ahead: bool) -> _Said:
    return _Said(text, " ".join(text.lower().split()), today, ahead)


def _understand(said: _Said) -> date | None:
    """Try each way of writing; a reading raises ValueError for a day that does not exist."""
    readings = (_full, _month_day, _slashed, _word, _weekday, _next_weekday, _step, _named)
    try:
        return next((day for reading in readings if (day := reading(said))), None)
    except (ValueError, OverflowError):
        raise Usage(f'"{said.text}" is a day that does not exist.', hint=HINT) from None


def _full(said: _Said) -> date | None:
    found = _ISO.fullmatch(said.words)
    return date(*map(int, found.groups())) if found else None


def _month_day(said: _Said) -> date | None:
    found = _MONTH_DAY.fullmatch(said.words)
    return _recent(said, int(found[1]), int(found[2])) if found else None


def _slashed(said: _Said) -> date | None:
    """Refuse `3/4` and `3.4.`: which is the month depends on who reads it."""
    found = _SLASHED.fullmatch(said.words)
    if not found:
        return None
    pairs = [(int(found[1]), int(found[2])), (int(found[2]), int(found[1]))]
    if found[3]:
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        days = [day for pair in pairs for day in _tries(*pair, [year])]
    else:
        days = [day for pair in pairs for day in _nearest(said, *pair)]
    if not days:
        raise ValueError
    raise _either(said, sorted(set(days)))


def _word(said: _Said) -> date | None:
    days = _WORDS.get(said.words)
    return None if days is None else said.today + timedelta(days)


def _weekday(said: _Said) -> date | None:
    is_last = not said.ahead and said.words.startswith("last ")
    wanted = weekday(said.words.removeprefix("last ") if is_last else said.words)
    if wanted is None:
        return None
    if said.ahead:
        return said.today + timedelta((wanted - said.today.weekday()) % 7 or 7)
    back = (said.today.weekday() - wanted) % 7
    return said.today - timedelta(7 if is_last and not back else back)


def _next_weekday(said: _Said) -> date | None:
    """Refuse `next fri`: for some that is this week's, for others the one after."""
    day = said.words.removeprefix("next ")
    soon = _weekday(said._replace(words=day, ahead=True)) if day != said.words else None
    if soon:
        raise _either(said, [soon, soon + timedelta(7)])
    return None


def _step(said: _Said) -> date | None:
    found = _STEP.fullmatch(said.words)
    if not found or bool(found[1]) == bool(found[4]):
        return None
    count = -int(found[2]) if found[4] else int(found[2])
    if found[3].startswith("m"):
        return add_months(said.today, count)
    return said.today + timedelta(count * (7 if found[3].startswith("w") else 1))


def _named(said: _Said) -> date | None:
    """Read `27 nov`, `Nov 27th`, `27 November 2026`."""
    parts = said.words.replace(",", " ").split()
    year = int(parts.pop()) if len(parts) == 3 and _YEAR.fullmatch(parts[-1]) else None
    if len(parts) != 2:
        return None
    first, second = parts if parts[0][0].isdigit() else reversed(parts)
    number, name = _DAY.fullmatch(first), second.rstrip(".")
    if not number or not (name in MONTHS or name in _LONG_MONTHS):
        return None
    month, day = MONTHS.index(name[:3]) + 1, int(number[1])
    return _recent(said, month, day) if year is None else date(year, month, day)


def _recent(said: _Said, month: int, day: int) -> date:
    """Take the nearest such day, but not one of last year for something that has happened.

    ValueError when no year has it.
    """
    (nearest,) = _nearest(said, month, day)
    gone = (said.today - nearest).days
    if not said.ahead and gone > _LONG_AGO:
        raise Usage(
            f'"{said.text}" was last on {nearest.isoformat()}, {gone} days ago.',
            hint="If you mean that day, write its year too; else give an earlier day.",
        )
    return nearest


def _nearest(said: _Said, month: int, day: int) -> list[date]:
    """Find the nearest such day in the direction that is meant; 29 Feb may be years away."""
    years = range(said.today.year - 8, said.today.year + 9)
    if said.ahead:
        return [day for day in _tries(month, day, years) if day >= said.today][:1]
    return [day for day in _tries(month, day, years) if day <= said.today][-1:]


def _tries(month: int, day: int, years: Iterable[int]) -> Iterator[date]:
    """Yield the day of each year that has it."""
    for year in years:
        with suppress(ValueError):
            yield date(year, month, day)


def _either(said: _Said, readings: list[date]) -> _TwoReadings:
    both = " or ".join(f"{d.isoformat()} ({d.day} {MONTHS[d.month - 1].title()})" for d in readings)
    return _TwoReadings(f'"{said.text}" can be {both}.', hint="Write the one you mean.")
