"""What the notes of a period say: wins, feedback, decisions, corrections, and where themes showed.

Only parts that both sides know are looked at.
What the manager has not said yet, and sections that nobody else knows, have no way into a review.
"""

from collections.abc import Iterator, Mapping
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
from onestop.model.meeting import IMPROVEMENT, SECTIONS, Bullet, Meeting
from onestop.model.theme import ACTIVE

_KNOWN = {*SECTIONS, STATUS, "Feedback"}


class Files(NamedTuple):
    """Where the parts of a folder stand that do not carry their own place.

    `keys` has the line of each key of a file, by path and key; of a list `ambition-links/0`.
    `words` has the line of what an item says, by path and the line on which the item begins.
    """

    alignment: str = ""
    themes: str = ""
    plan: str = ""
    person: str = ""
    keys: Mapping[tuple[str, str], int] = {}
    words: Mapping[tuple[str, int], int] = {}

    def line(self, path: str, key: str) -> int:
        """The line of a key, 0 where nobody knows it."""
        return self.keys.get((path, key), 0)

    def said(self, path: str, line: int) -> int:
        """The line of what an item says; where nobody knows it, that on which it begins."""
        return self.words.get((path, line), line)


class Told(NamedTuple):
    """What the notes tell in the words of the two, each kind oldest first."""

    wins: tuple[Line, ...] = ()
    improvements: tuple[Line, ...] = ()
    said: tuple[Line, ...] = ()
    heard: tuple[Line, ...] = ()
    tested: tuple[Line, ...] = ()
    said_back: tuple[Line, ...] = ()
    decisions: tuple[Line, ...] = ()
    delegated: tuple[Line, ...] = ()

    @property
    def lines(self) -> Iterator[Line]:
        """All of them; a line that is of two kinds comes twice."""
        return (line for kind in self for line in kind)


def clipped(folder: Folder, period: Period) -> Folder:
    """The folder as it concerns a period: no remarks, and only notes of meetings held in it."""
    held = [m for m in folder.meetings if m.held and period.covers(m.date)]
    held.sort(key=lambda m: (m.date, m.number))
    return folder._replace(meetings=tuple(held), remarks=(), problems=())


def told(folder: Folder, period: Period, files: Files) -> Told:
    """Everything of one folder that both sides know."""
    held = clipped(folder, period)
    return Told(
        wins=tuple(wins(held)),
        improvements=tuple(improvements(held)),
        said=tuple(said(folder, period)),
        heard=tuple(heard(folder, period)),
        tested=tuple(tested(folder, period, files)),
        said_back=tuple(said_back(folder, period, files)),
        decisions=tuple(decisions(held)),
        delegated=tuple(delegated(folder, period)),
    )


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
            line = files.said(files.alignment, a.line)
            yield Line(a.tested, a.text, files.alignment, line, "", a.outcome, a.note)


def said_back(folder: Folder, period: Period, files: Files) -> Iterator[Line]:
    """Expectations that the person put in their own words."""
    for e in folder.alignment.expectations:
        if e.said_back and period.covers(e.checked):
            line = files.said(files.alignment, e.line)
            yield Line(e.checked, e.expect, files.alignment, line, more=e.said_back)


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
