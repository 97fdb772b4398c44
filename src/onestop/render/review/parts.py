"""What all parts of a review have in common: names, days, and lines month by month."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from onestop.insight.review import Line, MonthOfLines, Review, by_month
from onestop.render import words
from onestop.render.document import Entry, Group, Place

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

_TAGS = re.compile(r"(?:\s+#[\w-]+)+\s*$")

Drawn = Callable[[Line], Entry]


class Context(NamedTuple):
    """The review, and for how many lines each month has room; None for all."""

    view: Review
    room: int | None

    def day(self, day: date | None) -> str:
        """`17 Nov`, "" without a day."""
        return words.past_day(day, self.view.today) if day else ""

    def name(self, handle: str) -> str:
        """What to call somebody; others than the two as the line has it."""
        if handle == self.view.person.slug:
            return self.view.person.first_name
        return self.view.manager.first_name if handle == self.view.manager.me else handle

    def month(self, first: date) -> str:
        """`September`, with its year where that is not the one of today."""
        year = f" {first.year}" if first.year != self.view.today.year else ""
        return f"{MONTHS[first.month - 1]}{year}"

    @property
    def before(self) -> int:
        """How many months had passed before anything was noted: they are no silence."""
        begins = self.view.begins
        first = begins.replace(day=1) if begins else date.min
        return sum(month.first < first and month.is_empty for month in self.view.months[:-1])

    def said(self, path: str, line: int) -> Place:
        """Where the words of an item stand that begins on a line."""
        return Place(path, self.view.files.said(path, line))

    def by_month(
        self, lines: Iterable[Line], draw: Drawn | None = None, *, gaps: bool = False
    ) -> Iterator[Group]:
        """Lines under their months; with `gaps` also the months of meetings that have none."""
        held = {m.first for m in self.view.months if m.held} if gaps else set()
        every = by_month(lines, (m.first for m in self.view.months), self.room)
        if any(month.lines for month in every):
            shown = (month for month in every if month.lines or month.first in held)
            yield from (self._group(month, draw or self.entry) for month in shown)

    def entry(self, line: Line) -> Entry:
        """A line as it stands."""
        place = Place(line.path, line.line)
        return Entry(bare(line.text), self.day(line.day), self.name(line.who), line.more, place)

    def _group(self, month: MonthOfLines, draw: Drawn) -> Group:
        return Group(self.month(month.first), tuple(map(draw, month.lines)), month.more)


def bare(text: str) -> str:
    """The words of a line without the tags at their end, which mean nothing to a reader."""
    return _TAGS.sub("", text)
