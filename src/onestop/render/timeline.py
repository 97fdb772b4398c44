"""Days on a line: where each one stands, and which are named so that the names have room."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from onestop.render import words

_WEEKLY = 62
"""Up to so many days the Mondays are named, beyond it months or years."""

_MONTH_STEPS = (1, 3, 12, 60, 240, 1200)


class Tick(NamedTuple):
    """A day that is named, and its name: `3 Nov`, `Nov`, or `2027` for a January."""

    day: date
    label: str


class Axis(NamedTuple):
    """From one day to another over `size` columns or pixels."""

    first: date
    last: date
    size: int

    def at(self, day: date) -> int:
        """Where a day stands, from 0 to `size` - 1; days outside stand at the ends."""
        days = (self.last - self.first).days
        if days <= 0:
            return 0
        ahead = min(max(0, (day - self.first).days), days)
        return round(ahead * (self.size - 1) / days)

    def ticks(self, room: Callable[[str], int]) -> tuple[Tick, ...]:
        """The days to name: as many as have `room`, the width of a label with its distance."""
        for choice in self._choices():
            found = [t for t in choice if self.at(t.day) + room(t.label) <= self.size + room("")]
            if found and self._fit(found, room):
                return tuple(found)
        return (Tick(self.first, words.past_day(self.first, self.first)),)

    def _choices(self) -> Iterator[Iterator[Tick]]:
        if (self.last - self.first).days <= _WEEKLY:
            yield self._mondays()
        for step in _MONTH_STEPS:
            yield self._months(step)

    def _fit(self, ticks: Sequence[Tick], room: Callable[[str], int]) -> bool:
        places = [(self.at(tick.day), room(tick.label)) for tick in ticks]
        return all(here + wide <= there for (here, wide), (there, _) in pairwise(places))

    def _mondays(self) -> Iterator[Tick]:
        day = self.first + timedelta(days=-self.first.weekday() % 7)
        while day <= self.last:
            yield Tick(day, words.past_day(day, day))
            day += timedelta(days=7)

    def _months(self, step: int) -> Iterator[Tick]:
        begin = self.first.year * 12 + self.first.month - (self.first.day == 1)
        for number in range(begin, self.last.year * 12 + self.last.month):
            if number % step == 0:
                day = date(number // 12, number % 12 + 1, 1)
                yield Tick(day, words.month(day) if day.month > 1 else str(day.year))
