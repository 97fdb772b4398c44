"""Spans of time as people name them: `2026`, `Q4`, `2026-Q4`, `2026-11`, `last-year`.

A period is about what happened, so it never reaches beyond today.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from onestop.errors import Usage
from onestop.model.okr import bounds, quarter_of

HINT = "Write 2026, Q4, 2026-Q4, 2026-11, last-year, last-quarter, last-month, or --since DATE."

_DAY = timedelta(days=1)
_YEAR = re.compile(r"[1-9]\d{3}", re.ASCII)
_MONTH = re.compile(r"([1-9]\d{3})-(0[1-9]|1[0-2])", re.ASCII)
_QUARTER = re.compile(r"(?:([1-9]\d{3})-)?(q[1-4])", re.ASCII)

Span = tuple[date, date]


class Period(NamedTuple):
    """From one day to another, both included."""

    since: date
    until: date

    def covers(self, day: date | None) -> bool:
        """Whether a day is part of it; no day is part of nothing."""
        return day is not None and self.since <= day <= self.until

    def months(self) -> Iterator[date]:
        """The first days of all months that it touches."""
        month = self.since.replace(day=1)
        while month <= self.until:
            yield month
            if month.year == date.max.year and month.month == date.max.month:
                return
            month = _after_month(month)


def named(said: str, today: date) -> Period:
    """The period that a word names, up to today; Usage for one that is none, or still to come."""
    word = said.strip().lower()
    try:
        span = next((found for reading in _READINGS if (found := reading(word, today))), None)
    except (ValueError, OverflowError):  # at the ends of the years that there are
        span = None
    if span is None:
        raise Usage(f'"{said}" is not a period.', hint=HINT)
    since, until = span
    if since > today:
        raise Usage(f'"{said}" is still to come: it begins on {since.isoformat()}.', hint=HINT)
    return Period(since, min(until, today))


def between(since: date | None, until: date | None, today: date) -> Period:
    """From one day to another; without the first from the year's begin, without the last to today.

    Usage when it would end before it begins.
    """
    last = until or today
    first = since or date(last.year, 1, 1)
    if last < first:
        told = f"That period ends on {last.isoformat()}, before it begins on {first.isoformat()}."
        raise Usage(told, hint="--since is the first day, --until the last one.")
    return Period(first, last)


def _year(word: str, today: date) -> Span | None:  # noqa: ARG001
    return _whole_year(int(word)) if _YEAR.fullmatch(word) else None


def _month(word: str, today: date) -> Span | None:  # noqa: ARG001
    found = _MONTH.fullmatch(word)
    return _whole_month(date(int(found[1]), int(found[2]), 1)) if found else None


def _quarter(word: str, today: date) -> Span | None:
    """A quarter; without its year the latest of that number that has begun."""
    found = _QUARTER.fullmatch(word)
    if not found:
        return None
    number = found[2].upper()
    if found[1]:
        return bounds(f"{found[1]}-{number}")
    this_year = bounds(f"{today.year}-{number}")
    return this_year if this_year[0] <= today else bounds(f"{today.year - 1}-{number}")


def _relative(word: str, today: date) -> Span | None:
    which, _, unit = word.partition("-")
    if which not in ("this", "last") or unit not in _UNITS:
        return None
    span = _UNITS[unit](today)
    return span if which == "this" else _UNITS[unit](span[0] - _DAY)


def _whole_year(year: int) -> Span:
    return date(year, 1, 1), date(year, 12, 31)


def _whole_month(day: date) -> Span:
    first = day.replace(day=1)
    if (first.year, first.month) == (date.max.year, date.max.month):
        return first, date.max
    return first, _after_month(first) - _DAY


def _after_month(first: date) -> date:
    """The first day of the month after."""
    return (first + timedelta(days=31)).replace(day=1)


_READINGS: tuple[Callable[[str, date], Span | None], ...] = (_year, _month, _quarter, _relative)
_UNITS: dict[str, Callable[[date], Span]] = {
    "year": lambda day: _whole_year(day.year),
    "quarter": lambda day: bounds(quarter_of(day)),
    "month": _whole_month,
}
