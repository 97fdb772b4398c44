"""Small plots of letters: a value stands in the column of its day, and a gap stays a gap."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from onestop.render.timeline import Axis

Values = Sequence[tuple[date, int | None]]

_NEAR = 3
"""What finds its column taken moves right by at most so many columns."""


class Marks(NamedTuple):
    """The letters of a plot: one value, several at one place, a gap, the begin of a month."""

    one: str
    several: str
    gap: str
    tick: str


UNICODE = Marks("●", "◉", "·", "│")
ASCII = Marks("*", "#", ".", "|")


def marks(spell: Callable[[str], str]) -> Marks:
    """The letters that an output can spell."""
    return UNICODE if all(spell(mark) == mark for mark in UNICODE) else ASCII


class Plot(NamedTuple):
    """Where everything stands, and with which letters."""

    axis: Axis
    marks: Marks

    def dates(self) -> str:
        """The line that names days: `│Sep     │Oct     │Nov`."""
        ticks = self.axis.ticks(lambda label: len(label) + 2)
        return _line((self.axis.at(day), f"{self.marks.tick}{label}") for day, label in ticks)

    def levels(self, values: Values, low: int, high: int) -> Iterator[tuple[int, str]]:
        """Each level of a scale from the highest down, with a mark for every value on it."""
        for level in range(high, low - 1, -1):
            yield level, self._marked([day for day, number in values if number == level])

    def gaps(self, values: Values) -> str:
        """A mark for each day on which a number could have been given and was not."""
        days = [day for day, number in values if number is None]
        return _line((column, self.marks.gap) for column in sorted({*map(self.axis.at, days)}))

    def numbers(self, values: Values) -> tuple[str, bool]:
        """The numbers themselves, a gap as `.`, and whether all of them had room.

        Without room, a column shows the last number of its days.
        """
        said = [(self.axis.at(day), "." if n is None else str(n)) for day, n in values]
        apart = int(any(len(text) > 1 for _, text in said))
        found = _beside(said, apart, _NEAR)
        if found is None:
            return _line(_thinned(said, apart)), False
        return _line(found), True

    def texts(self, said: Sequence[tuple[date, str]]) -> str | None:
        """Words under the days with which they begin; None where they have no room."""
        found = _beside([(self.axis.at(day) + 1, text) for day, text in said], 1, _NEAR)
        return None if found is None else _line(found)

    def _marked(self, days: Iterable[date]) -> str:
        columns = [self.axis.at(day) for day in days]
        one, several = self.marks.one, self.marks.several
        return _line((c, several if columns.count(c) > 1 else one) for c in sorted({*columns}))


Placed = list[tuple[int, str]]


def _beside(said: Iterable[tuple[int, str]], apart: int, near: int) -> Placed | None:
    """Put words at their columns or a little to the right; None when that is not enough."""
    placed: Placed = []
    free = 0
    for column, text in said:
        at = max(column, free)
        if at - column > near:
            return None
        placed.append((at, text))
        free = at + len(text) + apart
    return placed


def _thinned(said: Sequence[tuple[int, str]], apart: int) -> Placed:
    """Of words that crowd, the last one of each column; a number counts more than a gap."""
    placed: Placed = []
    for column, text in said:
        before = placed[-1] if placed else (-99, "")
        if column >= before[0] + len(before[1]) + apart:
            placed.append((column, text))
        elif text != ".":
            placed[-1] = (before[0], text)
    return placed


def _line(said: Iterable[tuple[int, str]]) -> str:
    """One line with each text at its column; the columns ascend and leave room."""
    line = ""
    for column, text in said:
        line = line.ljust(column) + text
    return line
