"""How much of the week one-on-ones take: two rules, kept apart."""

from collections.abc import Iterable
from typing import NamedTuple

from onestop.insight.practice import SPAN_LIMIT, WEEK_SHARE
from onestop.model.person import Person
from onestop.model.settings import Settings


class Load(NamedTuple):
    """Planned minutes a week over everybody, the share of the working week, and the span.

    Only direct reports count towards the span; all one-on-ones count towards the week.
    """

    minutes: float
    share: float
    span: int

    @property
    def too_much_time(self) -> bool:
        """More than a fifth of the week; exactly a fifth is not."""
        return self.share > WEEK_SHARE + 1e-9

    @property
    def too_many_people(self) -> bool:
        """More than eight direct reports."""
        return self.span > SPAN_LIMIT


def load(people: Iterable[Person], settings: Settings) -> Load:
    """Add up the planned load of a week; those who are archived do not count."""
    active = [p for p in people if not p.archived]
    minutes = sum(p.minutes * p.cadence.per_year / 52 for p in active)
    span = sum(p.relation == "report" for p in active)
    return Load(minutes, minutes / (settings.week_hours * 60), span)
