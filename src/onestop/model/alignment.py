"""What both sides believe: priorities, expectations, and assumptions until they are tested."""

from datetime import date
from typing import NamedTuple

PRIORITIES = 3
"""Each side writes down at most so many priorities (A1)."""

OUTCOMES = HELD, WRONG, CORRECTED = "held", "wrong", "corrected"


class Priorities(NamedTuple):
    """The top three of each side, written apart on one day."""

    date: date
    mine: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    line: int = 0


class Expectation(NamedTuple):
    """What the manager expects, what success looks like, and the person's own words of it.

    Without `said_back` it is still an assumption, made on the day `since`.
    """

    id: str
    expect: str
    success: str = ""
    said_back: str = ""
    since: date | None = None
    checked: date | None = None
    line: int = 0

    @property
    def is_open(self) -> bool:
        """Whether the person has not yet put it in their own words."""
        return not self.said_back


class Assumption(NamedTuple):
    """A belief about the other side; `tested` is the day it turned out `outcome`."""

    id: str
    text: str
    since: date | None = None
    tested: date | None = None
    outcome: str = ""
    note: str = ""
    line: int = 0

    @property
    def is_open(self) -> bool:
        """Whether nobody has asked yet."""
        return not self.outcome


class Alignment(NamedTuple):
    """alignment.yaml, read; priorities are sorted by date."""

    priorities: tuple[Priorities, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    assumptions: tuple[Assumption, ...] = ()

    @property
    def is_used(self) -> bool:
        """Whether anything stands there."""
        return bool(self.priorities or self.expectations or self.assumptions)
