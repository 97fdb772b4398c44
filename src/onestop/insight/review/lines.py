"""What a review is made of: lines of the notes, and the same room for every month."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, zip_longest
from typing import NamedTuple


class Line(NamedTuple):
    """One line of the notes, with its place.

    `text` is its own words; `who` the handle it belongs to, "" for none; `kind` what it is or
    became, in one word; `more` further words of the same line; `days` how late it was.
    `day` says in which month it stands. Of a promise `told` is the day that the notes tell:
    when it was closed, or since when it is open; None where none does.
    """

    day: date | None
    text: str
    path: str
    line: int
    who: str = ""
    kind: str = ""
    more: str = ""
    days: int = 0
    told: date | None = None


class MonthOfLines(NamedTuple):
    """The lines of one month, and how many `more` of them there was no room for."""

    first: date
    lines: tuple[Line, ...]
    more: int = 0


def by_month(
    lines: Iterable[Line], months: Iterable[date], room: int | None
) -> tuple[MonthOfLines, ...]:
    """Share lines out over months, each with room for so many, so that no month outweighs another.

    A month that has more shows one line of each of its days before a second one of any.
    """
    found: dict[date, list[Line]] = {month: [] for month in months}
    for line in sorted((x for x in lines if x.day), key=_place):
        assert line.day is not None
        found.get(line.day.replace(day=1), []).append(line)
    return tuple(_shared(month, there, room) for month, there in found.items())


def _shared(month: date, lines: Sequence[Line], room: int | None) -> MonthOfLines:
    if room is None or len(lines) <= room:
        return MonthOfLines(month, tuple(lines))
    shown = sorted(list(_in_turn(lines))[:room], key=_place)
    return MonthOfLines(month, tuple(shown), len(lines) - room)


def _in_turn(lines: Sequence[Line]) -> Iterator[Line]:
    """The first line of each day, then the second of each, and so on."""
    days: dict[date | None, list[Line]] = {}
    for line in lines:
        days.setdefault(line.day, []).append(line)
    return (x for x in chain.from_iterable(zip_longest(*days.values())) if x)


def _place(line: Line) -> tuple[date, str, int]:
    return line.day or date.min, line.path, line.line
