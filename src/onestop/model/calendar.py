"""Days counted from a day, as far as the calendar goes: years 1 to 9999."""

from datetime import date

_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


def shifted(day: date, days: int) -> date:
    """The day so many days later, or earlier when `days` is negative.

    The first or the last day of the calendar where it ends before: a date typed wrong, or a
    clock that is, must not end a command.
    """
    return date.fromordinal(min(max(_FIRST, day.toordinal() + days), _LAST))
