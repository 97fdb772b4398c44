"""How much each month of a period left behind, so that silence is seen as silence."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from onestop.insight.periods import Period
from onestop.insight.review.lines import Line
from onestop.model.folder import Folder
from onestop.model.meeting import PLANNED, SKIPPED, Meeting
from onestop.model.rating import Rating


class Month(NamedTuple):
    """What one month left behind: meetings, lines, and the happiness of each meeting.

    A happiness of None is a meeting in which nobody asked. `path` is that of all its notes;
    a month without a meeting has the `path` and `line` of its only line, or none.
    """

    first: date
    held: int = 0
    skipped: int = 0
    unlogged: int = 0
    lines: int = 0
    happiness: tuple[tuple[date, int | None], ...] = ()
    path: str = ""
    line: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was written down."""
        return not (self.held or self.lines or self.unlogged)


def months(
    folder: Folder, period: Period, lines: Iterable[Line], ratings: Iterable[Rating]
) -> tuple[Month, ...]:
    """Each month of the period, the empty ones too; a rating counts as a line.

    A line counts once, however many parts it stands in. A note that was planned for a day
    before the last one is not logged.
    """
    found = {first: Month(first) for first in period.months()}
    for note in sorted(folder.meetings, key=lambda m: (m.date, m.number)):
        if period.covers(note.date) and (note.state != PLANNED or note.date < period.until):
            first = note.date.replace(day=1)
            found[first] = _with_note(found[first], note)
    for line in {(line.path, line.line): line for line in lines}.values():
        if line.day and (month := found.get(line.day.replace(day=1))):
            found[month.first] = _with_line(month, line.path, line.line)
    for rating in ratings:
        first = rating.date.replace(day=1)
        found[first] = _with_line(found[first], rating.path, 0)
    return tuple(found.values())


def _with_note(month: Month, note: Meeting) -> Month:
    """The month with one more note; of a planned one nobody has written what became of it."""
    if note.held:
        path = f"{note.path.rpartition('/')[0]}/{month.first:%Y-%m}-*.md"
        happiness = (*month.happiness, (note.date, note.happiness))
        return month._replace(held=month.held + 1, happiness=happiness, path=path)
    if note.state == PLANNED:
        return month._replace(unlogged=month.unlogged + 1)
    return month._replace(skipped=month.skipped + (note.state == SKIPPED))


def _with_line(month: Month, path: str, line: int) -> Month:
    """The month with one more line, which gives its place where it is all there is."""
    more = month._replace(lines=month.lines + 1)
    if month.held:
        return more
    return more._replace(path="", line=0) if month.lines else more._replace(path=path, line=line)
