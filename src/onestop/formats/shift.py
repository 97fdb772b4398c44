"""Dates in a text moved by whole days, so that the example team's story ends in this week."""

import re
from datetime import date, timedelta

from onestop.formats.dates import MONTHS

_ISO = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)\b")
_WRITTEN = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(m.title() for m in MONTHS)}) (20\d\d)\b")
STORY_DAY = date(2026, 11, 24)
"""The Tuesday on which the example's story stands."""


def weeks_to(today: date) -> int:
    """By how many days to move the story so that its Tuesday is the latest one; whole weeks."""
    return (today - STORY_DAY).days // 7 * 7


def shift(text: str, days: int) -> str:
    """Move every date by `days`, in both ways of writing; what is no date stays."""
    moved = _ISO.sub(lambda m: _moved(m, (m[1], m[2], m[3]), days, iso=True), text)
    return _WRITTEN.sub(lambda m: _moved(m, (m[3], str(_month(m[2])), m[1]), days, iso=False), moved)


def _moved(found: re.Match[str], parts: tuple[str, str, str], days: int, *, iso: bool) -> str:
    try:
        day = date(*map(int, parts)) + timedelta(days=days)
    except (ValueError, OverflowError):
        return found[0]
    return day.isoformat() if iso else f"{day.day} {MONTHS[day.month - 1].title()} {day.year}"


def _month(name: str) -> int:
    return MONTHS.index(name.lower()) + 1
