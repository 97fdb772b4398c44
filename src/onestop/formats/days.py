"""Days as files write them: `2026-11-27`, `tue`, `27 Nov 2026`."""

from datetime import date

from onestop.model.cadence import WEEKDAYS

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONG_DAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "tues", "weds", "thur", "thurs",
)  # fmt: skip


def iso(text: str) -> date | None:
    """Read `2026-11-27`; None for any other writing, and for a day that no calendar has."""
    if len(text) != 10 or not text.isascii() or text[4] != "-" or text[7] != "-":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def weekday(text: str) -> int | None:
    """Monday is 0; None when `text` names no weekday."""
    low = text.lower().rstrip(".")
    return WEEKDAYS.index(low[:3]) if low in WEEKDAYS or low in _LONG_DAYS else None


def written(day: date) -> str:
    """`27 Nov 2026`, as the title of a note has it."""
    return f"{day.day} {MONTHS[day.month - 1].title()} {day.year}"
