"""Dates in a text moved by whole days, so that the example team's story ends in this week."""

import re
from datetime import date, timedelta

from onestop.formats import days as say
from onestop.model.okr import quarter_of

_ISO = re.compile(r"(?<![0-9])(20[0-9]{2})-([0-9]{2})-([0-9]{2})(?![0-9])")
_QUARTER = re.compile(r"(?<![0-9])(20[0-9]{2})-Q([1-4])(?![0-9])")
_NAMES = "|".join(month.title() for month in say.MONTHS)
_WRITTEN = re.compile(rf"(?<![0-9])([0-9]{{1,2}}) ({_NAMES}) (20[0-9]{{2}})(?![0-9])")

STORY_DAY = date(2026, 11, 24)
"""The Tuesday on which the example's story stands."""


def weeks_to(today: date) -> int:
    """By how many days to move the story so that its Tuesday is the latest one; whole weeks."""
    return (today - STORY_DAY).days // 7 * 7


def shift(text: str, days: int) -> str:
    """Move every date by `days`, in both ways of writing; what is no date stays.

    Quarters move along with the story: the one in which it stands becomes that of its new day.
    """
    quarters = _quarters(days)

    def iso(found: re.Match[str]) -> str:
        day = _moved(found[1], found[2], found[3], days)
        return day.isoformat() if day else found[0]

    def written(found: re.Match[str]) -> str:
        day = _moved(found[3], say.MONTHS.index(found[2].lower()) + 1, found[1], days)
        return say.written(day) if day else found[0]

    def quarter(found: re.Match[str]) -> str:
        year, number = divmod(_count(found[0]) + quarters, 4)
        return f"{year}-Q{number + 1}"

    return _QUARTER.sub(quarter, _WRITTEN.sub(written, _ISO.sub(iso, text)))


def _quarters(days: int) -> int:
    """By how many quarters the story moves; by none where it would leave the calendar."""
    try:
        there = quarter_of(STORY_DAY + timedelta(days))
    except OverflowError:
        return 0
    return _count(there) - _count(quarter_of(STORY_DAY))


def _count(quarter: str) -> int:
    """Number the quarters on end, so that they can be moved."""
    return int(quarter[:4]) * 4 + int(quarter[6]) - 1


def _moved(year: str, month: str | int, day: str, days: int) -> date | None:
    try:
        return date(int(year), int(month), int(day)) + timedelta(days)
    except (ValueError, OverflowError):
        return None
