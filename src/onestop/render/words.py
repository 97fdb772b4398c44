"""Numbers and days as a person says them."""

from collections.abc import Sequence
from datetime import date

from onestop.model.cadence import Cadence

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ENDS = (".", "!", "?", ":", ";", "…", "。", "！", "？", "؟", "।")


def long_day(day: date) -> str:
    """`Tue 24 Nov 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def plain_day(day: date) -> str:
    """`24 Nov 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def near_day(day: date, today: date) -> str:
    """`Fri 27 Nov`; with the year when it is another one."""
    year = f" {day.year}" if day.year != today.year else ""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}{year}"


def past_day(day: date, today: date) -> str:
    """`17 Nov`, without the weekday; with the year when it is another one."""
    year = f" {day.year}" if day.year != today.year else ""
    return f"{day.day} {_MONTHS[day.month - 1]}{year}"


def month(day: date) -> str:
    """`Nov`."""
    return _MONTHS[day.month - 1]


def weekday(day: date) -> str:
    """`Tue 24`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day}"


def due(day: date | None, today: date) -> str:
    """`due Fri 27 Nov`, `due today`, `4 days late`; "" without a due date."""
    if day is None:
        return ""
    late = (today - day).days
    if late > 0:
        return f"{plural(late, 'day')} late"
    return "due today" if late == 0 else f"due {near_day(day, today)}"


def until(day: date | None, today: date) -> str:
    """`due Fri 27 Nov`, always with its weekday, as the reply to a date that was typed."""
    return f"due {near_day(day, today)}" if day else "no due date"


def with_day(text: str, day: str) -> str:
    """`Send the dates, due Fri 27 Nov`: words, and what is to be said about their day."""
    if not day:
        return text
    return f"{text} ({day})" if text.endswith(_ENDS) else f"{text}, {day}"


def times(carried: int) -> str:
    """`third time` for an item that two meetings carried; "" for a new one."""
    if carried < 1:
        return ""
    return f"{_ORDINALS[carried]} time" if carried < len(_ORDINALS) else f"{carried + 1} times"


def plural(count: int, noun: str) -> str:
    """`1 day`, `2 days`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def count(number: int) -> str:
    """`no`, `seven`; digits above ten."""
    return _COUNTS[number] if 0 <= number < len(_COUNTS) else str(number)


def rhythm(cadence: Cadence, day: int | None, minutes: int, at: str = "") -> str:
    """`every 2 weeks on Tue at 10:00, 30 min`; a weekday counts from Monday = 0."""
    on = f" on {WEEKDAYS[day]}" if day is not None else ""
    hour = f" at {at}" if at else ""
    return f"{cadence.words}{on}{hour}, {minutes} min"


def hours(minutes: int) -> str:
    """`3 h 30 min`, `45 min`, `2 h`, `0 min`."""
    whole, rest = divmod(minutes, 60)
    if not whole:
        return f"{rest} min"
    return f"{whole} h {rest} min" if rest else f"{whole} h"


def sentence(text: str) -> str:
    """End the words with a full stop, unless they end by themselves or there are none."""
    return text if not text or text.endswith(_ENDS) else f"{text}."


def ago(days: int) -> str:
    """`today`, `1 day`, `16 days`, `7 weeks`: how long something has been."""
    if days < 1:
        return "today"
    return plural(days, "day") if days < 28 else plural(days // 7, "week")


def either(options: Sequence[str]) -> str:
    """`met, partly or missed`."""
    return _joined(options, " or ")


def all_of(things: Sequence[str]) -> str:
    """`alice, bo and chen`."""
    return _joined(things, " and ")


def _joined(things: Sequence[str], last: str) -> str:
    """A list as a person says it, one of a single thing or of none as well."""
    return last.join(filter(None, (", ".join(things[:-1]), *things[-1:])))
