"""How often two people meet, and when one of them is away."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from onestop.model.calendar import shifted

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Cadence(NamedTuple):
    """Every `days` days; `monthly` is a calendar month, about 30 days."""

    days: int
    words: str

    @property
    def is_monthly(self) -> bool:
        """Whether it is once in each calendar month; every 30 days is something else."""
        return self.words == "monthly"

    @property
    def rate(self) -> tuple[int, int]:
        """How often in how many weeks, in whole numbers: monthly is 12 times in 52 weeks."""
        return (3, 13) if self.is_monthly else (7, self.days)


WEEKLY = Cadence(7, "weekly")
BIWEEKLY = Cadence(14, "every 2 weeks")
MONTHLY = Cadence(30, "monthly")


class Away(NamedTuple):
    """A leave, both days included."""

    first: date
    last: date
    why: str = ""

    def covers(self, day: date) -> bool:
        """Whether this day is part of it."""
        return self.first <= day <= self.last


def is_away(leaves: Iterable[Away], day: date) -> bool:
    """Whether any of these leaves covers the day."""
    return any(leave.covers(day) for leave in leaves)


def days_present(since: date, until: date, leaves: Iterable[Away]) -> int:
    """Days after `since`, up to and with `until`, that no leave covers: leave stops the clock."""
    gone: set[int] = set()
    for leave in leaves:
        first = max(leave.first, shifted(since, 1))
        gone.update(range(first.toordinal(), min(leave.last, until).toordinal() + 1))
    return max(0, (until - since).days - len(gone))
