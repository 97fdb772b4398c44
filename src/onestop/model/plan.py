"""The development plan: skills that are hard to gain in the day job."""

from datetime import date
from typing import NamedTuple

from onestop.model.okr import DONE, DROPPED, TODO

FOCUS_AREAS = (2, 3)
"""Fewest and most focus areas of a development plan (E3)."""


class TimeBlock(NamedTuple):
    """A regular time for a focus area; `day` counts from Monday = 0."""

    day: int
    start: str = ""
    hours: float | None = None


class Card(NamedTuple):
    """One step of a focus area; `since` is the day it came into its column `status`."""

    id: str
    title: str
    status: str = TODO
    since: date | None = None
    line: int = 0

    @property
    def is_dropped(self) -> bool:
        """Whether it was given up."""
        return self.status == DROPPED


class FocusArea(NamedTuple):
    """What to learn, and why the day job does not teach it."""

    id: str
    title: str
    why_not_day_job: str = ""
    block: TimeBlock | None = None
    cards: tuple[Card, ...] = ()
    line: int = 0

    @property
    def is_open(self) -> bool:
        """Whether it is still worked on: once every card is done or dropped, it is not."""
        return not self.cards or any(card.status not in (DONE, DROPPED) for card in self.cards)
