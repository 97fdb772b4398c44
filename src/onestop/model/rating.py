"""A performance talk: both rate both, on one scale from 1 to 5 with named anchors."""

from datetime import date
from typing import NamedTuple

WAYS = TOGETHER, APART, REPORTED = "together", "apart", "reported"

NUMBERS = (
    "performance-by-self", "performance-by-manager", "manager-by-self", "manager-by-person",
)  # fmt: skip
"""The four numbers: who is rated, and by whom. Each has a fact beside it, `<number>-fact`."""

LOWEST, HIGHEST = 1, 5
"""The ends of the scale (E5); its anchors are in insight/performance.py."""

MINE = ("performance-by-manager", "manager-by-self")
THEIRS = ("performance-by-self", "manager-by-person")


class Score(NamedTuple):
    """One number 1-5, and the dated fact it rests on."""

    number: int
    fact: str = ""


class Rating(NamedTuple):
    """One talk; `scores` by the names in `NUMBERS`, those that were given.

    `improve` is the one area to improve with which the talk closed.
    """

    date: date
    way: str = REPORTED
    scores: tuple[tuple[str, Score], ...] = ()
    improve: str = ""
    path: str = ""

    def score(self, name: str) -> Score | None:
        """One of the four, None when it was not given."""
        return dict(self.scores).get(name)
