"""What the rules look at, and the signs they find."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from onestop.insight import manager
from onestop.insight.practice import GAP_FACTOR, TOPIC_WINDOW, TOPICS_LEAST
from onestop.model.cadence import Away, days_present
from onestop.model.folder import Folder
from onestop.model.meeting import SECTIONS, Meeting

SAID, YOURS, THEIRS = "said", "yours", "theirs"
SPOKE, WORK, FLAT, BARE = "spoke", "work", "flat", "bare"
EMPTY, UNLOGGED, SKIP = "empty", "unlogged", "skip"
SILENCE, QUIET, REVIVED = "silence", "quiet", "revived"

_WORK = {*SECTIONS, manager.STATUS} - {"Check-in", "Growth", "Happiness"}
_THEIRS = {"growth", "career", "performance", "motivation", "feedback", "structured", "first"}
"""Purposes that are about the person, whatever stands in the note."""


class Sign(NamedTuple):
    """A line that shows something: its place, its day, and how to read it.

    `text` holds somebody's own words (said, skip; yours and theirs are topics), `number` the
    person's percentage of the talking (spoke), lines (work, flat) or days of silence (silence,
    quiet, revived).
    """

    kind: str
    path: str
    line: int
    on: date
    text: str = ""
    number: int = 0


class Window(NamedTuple):
    """What the rules look at: the last meetings that were held, the oldest first.

    `before` is the one that came before these, if there was one. A note that could not be read
    is none of them: what it holds is not known.
    """

    folder: Folder
    meetings: tuple[Meeting, ...]
    before: Meeting | None
    leaves: tuple[Away, ...]
    today: date

    def is_unread(self, meeting: Meeting) -> bool:
        """Whether the meeting's note could not be read in full."""
        return meeting.path in self.folder.unread

    @property
    def share(self) -> float | None:
        """The manager's part of the topics; None where they are too few to tell."""
        if len(self.meetings) < TOPIC_WINDOW:
            return None
        share = manager.topic_share(self.folder, self.meetings)
        return share.of_manager if share.mine + share.theirs >= TOPICS_LEAST else None


def of(meeting: Meeting, kind: str, *, text: str = "", number: int = 0) -> Sign:
    """A sign that is the note as a whole."""
    return Sign(kind, meeting.path, 1, meeting.date, text, number)


def of_status(meetings: Iterable[Meeting]) -> Iterator[Sign]:
    """Every line under Status."""
    for meeting in meetings:
        for bullet in meeting.under(manager.STATUS):
            yield Sign(SAID, meeting.path, bullet.line, meeting.date, bullet.text)


def of_topics(window: Window, *, theirs: bool) -> list[Sign]:
    """The topics that one side brought, the oldest first."""
    days = {m.path: m.date for m in window.meetings}
    kind, slug = THEIRS if theirs else YOURS, window.folder.person.slug
    found = [
        Sign(kind, topic.path, topic.line, days[topic.path], topic.text)
        for topic in manager.brought(window.folder, window.meetings)
        if (topic.owner == slug) is theirs
    ]
    return sorted(found, key=lambda sign: (sign.on, sign.line))


def lines(meeting: Meeting) -> int:
    """How many lines say something of their own; what only points to an item does not."""
    return sum(map(len, (meeting.bullets, meeting.topics, meeting.moments, meeting.actions)))


def is_personal(meeting: Meeting) -> bool:
    """Whether something in a note is about the person, or may be.

    That is a line under Check-in, Growth or Happiness, a number for happiness, or a purpose that
    is theirs. Sentences and what stands under other headings are not judged: they may be.
    """
    elsewhere = any(b.section not in _WORK for b in meeting.bullets)
    theirs = meeting.happiness or meeting.moments or meeting.purpose in _THEIRS
    return bool(elsewhere or theirs or meeting.prose)


def is_empty(meeting: Meeting) -> bool:
    """Whether a held meeting left nothing behind; what `one prep` wrote does not count."""
    ticked = any(m.ticked for m in meeting.mentions)
    numbers = meeting.happiness or meeting.outcome_met or meeting.worth or meeting.talk_share
    return not (lines(meeting) or ticked or meeting.prose or numbers)


def is_flat(meeting: Meeting) -> bool:
    """Whether everything in a note stands under one heading, or under none."""
    headings = {b.section for b in meeting.bullets} | {a.section for a in meeting.actions}
    headings |= {"Topics"} if meeting.topics else set()
    headings |= {"Happiness"} if meeting.moments else set()
    return len(headings) == 1


def silences(window: Window) -> Iterator[tuple[Meeting, Meeting, int]]:
    """Meetings between which there was a gap, with its days; leave is not counted.

    Around a note that could not be read nobody knows whether it was silent.
    """
    unknown = [m.date for m in window.folder.meetings if window.is_unread(m)]
    held: Sequence[Meeting] = (*([window.before] if window.before else []), *window.meetings)
    for earlier, later in pairwise(held):
        days = days_present(earlier.date, later.date, window.leaves)
        is_known = not any(earlier.date <= day <= later.date for day in unknown)
        if is_known and is_gap(window, days):
            yield earlier, later, days


def is_gap(window: Window, days: int) -> bool:
    """Whether so many days without a meeting are a gap."""
    return days >= GAP_FACTOR * window.folder.person.cadence.days
