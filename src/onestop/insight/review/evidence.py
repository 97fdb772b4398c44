"""What the notes of a period say: wins, feedback, decisions, corrections, and where themes showed.

Only parts that both sides know are looked at.
What the manager has not said yet, and sections that nobody else knows, have no way into a review.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from onestop.insight import growth
from onestop.insight.growth import Arc, Sighting
from onestop.insight.manager import STATUS, is_improvement
from onestop.insight.periods import Period
from onestop.insight.review.lines import Line
from onestop.insight.tags import DELEGATED_TAG
from onestop.model.action import ActionItem
from onestop.model.feedback import TO_ME, Feedback
from onestop.model.folder import Folder
from onestop.model.meeting import IMPROVEMENT, PLANNED, SECTIONS, SKIPPED, Bullet, Meeting
from onestop.model.theme import ACTIVE

_KNOWN = {*SECTIONS, STATUS, "Feedback"}


class Files(NamedTuple):
    """Where the parts of a folder stand that do not carry their own place.

    `keys` has the line of each key of a file, by path and key; of a list `ambition-links/0`.
    """

    alignment: str = ""
    themes: str = ""
    plan: str = ""
    person: str = ""
    keys: Mapping[tuple[str, str], int] = {}

    def line(self, path: str, key: str) -> int:
        """The line of a key, 0 where nobody knows it."""
        return self.keys.get((path, key), 0)


class Month(NamedTuple):
    """What one month left behind: meetings, lines, and the happiness of each meeting.

    A happiness of None is a meeting in which nobody asked. `path` is that of all its notes.
    """

    first: date
    held: int = 0
    skipped: int = 0
    unlogged: int = 0
    lines: int = 0
    happiness: tuple[tuple[date, int | None], ...] = ()
    path: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was written down."""
        return not (self.held or self.lines or self.unlogged)


def clipped(folder: Folder, period: Period) -> Folder:
    """The folder as it concerns a period: no remarks, and only notes of meetings held in it."""
    held = [m for m in folder.meetings if m.held and period.covers(m.date)]
    held.sort(key=lambda m: (m.date, m.number))
    return folder._replace(meetings=tuple(held), remarks=(), problems=())


def months(folder: Folder, period: Period, lines: Iterable[Line]) -> tuple[Month, ...]:
    """Each month of the period, the empty ones too.

    A note that was planned for a day before the last one is not logged.
    """
    found = {first: Month(first) for first in period.months()}
    for note in sorted(folder.meetings, key=lambda m: (m.date, m.number)):
        if period.covers(note.date) and (note.state != PLANNED or note.date < period.until):
            first = note.date.replace(day=1)
            found[first] = _with_note(found[first], note)
    for line in lines:
        if line.day and (month := found.get(line.day.replace(day=1))):
            found[month.first] = month._replace(lines=month.lines + 1)
    return tuple(found.values())


def wins(held: Folder) -> Iterator[Line]:
    """What went well, but for improvements."""
    return (_line(n, b) for n, b in _under(held, "Wins") if not is_improvement(b))


def improvements(held: Folder) -> Iterator[Line]:
    """What became better, without the word that says so."""
    for note, win in _under(held, "Wins"):
        if is_improvement(win):
            yield _line(note, win)._replace(text=_better(win.text))


def decisions(held: Folder) -> Iterator[Line]:
    """What was decided."""
    return (_line(note, bullet) for note, bullet in _under(held, "Decisions"))


def said(folder: Folder, period: Period) -> Iterator[Line]:
    """Feedback that the person heard in the period, on the day on which they did."""
    return (
        _feedback(f, f.said) for f in folder.feedback if f.kind != TO_ME and period.covers(f.said)
    )


def heard(folder: Folder, period: Period) -> Iterator[Line]:
    """Feedback of the person to the manager."""
    return (
        _feedback(f, f.day) for f in folder.feedback if f.kind == TO_ME and period.covers(f.day)
    )


def tested(folder: Folder, period: Period, files: Files) -> Iterator[Line]:
    """Assumptions that were asked about, with what they turned out to be."""
    for a in folder.alignment.assumptions:
        if a.outcome and period.covers(a.tested):
            yield Line(a.tested, a.text, files.alignment, a.line, "", a.outcome, a.note)


def said_back(folder: Folder, period: Period, files: Files) -> Iterator[Line]:
    """Expectations that the person put in their own words."""
    for e in folder.alignment.expectations:
        if e.said_back and period.covers(e.checked):
            yield Line(e.checked, e.expect, files.alignment, e.line, more=e.said_back)


def delegated(folder: Folder, period: Period) -> Iterator[Line]:
    """What was handed over: promises with that tag, on the day on which they were made."""
    days = {note.path: note.date for note in folder.meetings}
    items = [*folder.actions, *(action for note in folder.meetings for action in note.actions)]
    for item in items:
        day = item.created or days.get(item.path)
        if DELEGATED_TAG in map(str.lower, item.tags) and period.covers(day):
            yield _action(item, day)


def arcs(folder: Folder, period: Period) -> tuple[Arc, ...]:
    """The themes that showed up in the period or were worked on, with what was seen in it."""
    hidden = {(f.path, f.line) for f in folder.feedback if f.is_unsaid}
    found = (
        arc._replace(sightings=tuple(s for s in arc.sightings if _is_open(s, period, hidden)))
        for arc in growth.arcs(folder, period.until)
    )
    return tuple(arc for arc in found if arc.sightings or _was_active(arc, period))


def seen(arc: Arc) -> Iterator[Line]:
    """The sightings of a theme as lines."""
    return (Line(s.date, _better(s.text), s.path, s.line, s.who) for s in arc.sightings)


def _better(text: str) -> str:
    """What became better, without the word that says so."""
    is_so = text.lower().startswith(IMPROVEMENT)
    return text[len(IMPROVEMENT) :].strip() if is_so else text


def _is_open(one: Sighting, period: Period, hidden: set[tuple[str, int]]) -> bool:
    """Whether it was seen in the period, in a place that both know."""
    is_known = one.section in _KNOWN and (one.path, one.line) not in hidden
    return is_known and period.covers(one.date)


def _was_active(arc: Arc, period: Period) -> bool:
    since = arc.theme.since
    return arc.theme.state == ACTIVE and (since is None or since <= period.until)


def _under(held: Folder, section: str) -> Iterator[tuple[Meeting, Bullet]]:
    return ((note, bullet) for note in held.meetings for bullet in note.under(section))


def _line(note: Meeting, bullet: Bullet) -> Line:
    return Line(note.date, bullet.text, note.path, bullet.line, bullet.owner)


def _feedback(one: Feedback, day: date | None) -> Line:
    parts = (one.situation, one.behaviour, one.impact)
    return Line(day, one.text, one.path, one.line, "", one.kind, "; ".join(filter(None, parts)))


def _action(item: ActionItem, day: date | None) -> Line:
    return Line(day, item.text, item.path, item.line, item.owner, item.state.name.lower())


def _with_note(month: Month, note: Meeting) -> Month:
    """The month with one more note; of a planned one nobody has written what became of it."""
    if note.held:
        path = f"{note.path.rpartition('/')[0]}/{month.first:%Y-%m}-*.md"
        happiness = (*month.happiness, (note.date, note.happiness))
        return month._replace(held=month.held + 1, happiness=happiness, path=path)
    return month._replace(
        skipped=month.skipped + (note.state == SKIPPED),
        unlogged=month.unlogged + (note.state == PLANNED),
    )
