"""Objectives and key results of a quarter, for a person or a team."""

import re
from datetime import date
from typing import NamedTuple

from onestop.model.calendar import shifted

KINDS = COMMITTED, ASPIRATIONAL = "committed", "aspirational"
ORIGINS = ("team", "manager", "person")
COLUMNS = TODO, DOING, DONE, DROPPED = "todo", "doing", "done", "dropped"
"""How far a key result or a card is."""

OBJECTIVES = (1, 5)
"""Fewest and most objectives of a quarter: more are a list, not a choice (E1)."""

RESULTS = (1, 5)
"""Fewest and most key results of an objective (E1)."""

MOST_CONFIDENT = 10
"""Confidence goes from 0, no hope, to this, certain (E1)."""

_QUARTER = re.compile(r"[1-9][0-9]{3}-Q[1-4]")


class CheckIn(NamedTuple):
    """One look at a key result: the lagging number, the leading one, and the confidence 0-10.

    An absent number means that it was not asked.
    """

    date: date
    now: float | None = None
    lead_now: float | None = None
    confidence: int | None = None
    line: int = 0


class Milestone(NamedTuple):
    """A step of a key result without numbers: its `share` of the way, and the day it was done."""

    title: str
    share: float
    done: date | None = None


class KeyResult(NamedTuple):
    """What will be measurably different; `lead` is the indicator that moves first.

    `since` is the day it came into its column `status`; check-ins are sorted by date.
    `carried_to` names the quarter into which it went on.
    """

    id: str
    title: str
    start: float | None = None
    target: float | None = None
    lead: str = ""
    status: str = TODO
    since: date | None = None
    checkins: tuple[CheckIn, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    carried_to: str = ""
    line: int = 0

    @property
    def is_open(self) -> bool:
        """Whether somebody still works towards it."""
        return self.status in (TODO, DOING) and not self.carried_to


class Objective(NamedTuple):
    """Where to go; `supports` says what of the team or the company it helps, in free words.

    `origin` is who proposed it, `agreed` the day both sides said yes.
    """

    id: str
    title: str
    kind: str = COMMITTED
    supports: str = ""
    origin: str = ""
    agreed: date | None = None
    results: tuple[KeyResult, ...] = ()
    line: int = 0


class Quarter(NamedTuple):
    """One file of objectives; `name` is like 2026-Q4, `closed` the day its talk was held."""

    name: str
    objectives: tuple[Objective, ...] = ()
    closed: date | None = None
    path: str = ""

    @property
    def results(self) -> tuple[KeyResult, ...]:
        """The key results of all objectives, in their order."""
        return tuple(result for objective in self.objectives for result in objective.results)


def is_quarter(text: str) -> bool:
    """Whether this names a quarter, as 2026-Q4 does."""
    return bool(_QUARTER.fullmatch(text))


def quarter_of(day: date) -> str:
    """`2026-Q4` for a day in November."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def bounds(quarter: str) -> tuple[date, date]:
    """The first and the last day of `2026-Q4`."""
    year, number = int(quarter[:4]), int(quarter[6])
    last = date(year, number * 3, 31 if number in (1, 4) else 30)
    return date(year, number * 3 - 2, 1), last


def following(quarter: str) -> str:
    """The quarter after this one; the last one of the calendar is followed by itself."""
    return quarter_of(shifted(bounds(quarter)[1], 1))
