"""The manager's own side of the table, told from the notes (practice A4, B4)."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from onestop.insight.names import fold
from onestop.insight.parts import Obstacle, Recognition
from onestop.insight.practice import (
    BETTER_MEETINGS,
    OBSTACLE_DAYS,
    OBSTACLE_QUIET,
    STATUS_MEETINGS,
    STATUS_SHARE,
    TOPIC_SHARE,
    TOPIC_WINDOW,
    WIN_MEETINGS,
)
from onestop.model.folder import Folder
from onestop.model.meeting import IMPROVEMENT, Bullet, Meeting
from onestop.model.topic import Topic

_TAG = re.compile(r"\s*#[\w/-]*[^\W\d][\w/-]*")

WIN, BETTER, TALKS, DEFERS = "win", "better", "talks", "defers"
STATUS = "Status"


class Share(NamedTuple):
    """Who brought the topics of some meetings; `of_manager` is 0..1, None without topics."""

    mine: int
    theirs: int

    @property
    def of_manager(self) -> float | None:
        """The manager's part."""
        every = self.mine + self.theirs
        return self.mine / every if every else None


def reminder(folder: Folder, on: date) -> Recognition:
    """What to mind this time: what the notes lack, else one of the standing reminders in turn."""
    held = folder.held(on)
    share = topic_share(folder, held[-TOPIC_WINDOW:]).of_manager
    missing = _missing(held, share)
    return Recognition(missing, len(held), share if missing in (TALKS, DEFERS) else None)


def topic_share(folder: Folder, meetings: Sequence[Meeting]) -> Share:
    """Count the topics that stand in some notes by who brought them, there or by mention."""
    topics = brought(folder, meetings)
    theirs = sum(t.owner == folder.person.slug for t in topics)
    return Share(len(topics) - theirs, theirs)


def brought(folder: Folder, meetings: Sequence[Meeting]) -> tuple[Topic, ...]:
    """The topics that stand in some notes, there or by mention, each in the last of its places.

    One that came up in five meetings is still one topic.
    """
    homes = {t.id: t for t in folder.topics if t.id}
    homes |= {t.id: t for note in folder.meetings for t in note.topics if t.id}
    found: dict[str | tuple[str, int], Topic] = {}
    for note in meetings:
        found |= {t.id or (t.path, t.line): t for t in note.topics}
        for said in (m for m in note.mentions if m.id in homes):
            found[said.id] = homes[said.id]._replace(path=said.path, line=said.line, raw=said.raw)
    return tuple(found.values())


def obstacle(folder: Folder, on: date) -> Obstacle | None:
    """The challenge of the last meeting that has been coming up for longest, if for long enough.

    Two challenges are the same when they share a #tag, or say the same words;
    one that was quiet for some meetings is over, and begins anew.
    """
    held = folder.held(on)
    found = [_aged(b, held) for b in (held[-1].under("Challenges") if held else ())]
    old = [o for o in found if o.days >= OBSTACLE_DAYS]
    return max(old, key=lambda o: o.days, default=None)


def is_task_check_in(held: Sequence[Meeting]) -> bool:
    """Whether the last meetings look like report-outs: most of what was said was status (D7)."""
    return len(held) >= STATUS_MEETINGS and is_status(held[-STATUS_MEETINGS:])


def is_status(meetings: Sequence[Meeting]) -> bool:
    """Whether most lines of some notes stand under Status; topics and moments are lines, too."""
    status = sum(len(m.under(STATUS)) for m in meetings)
    lines = sum(len(m.bullets) + len(m.topics) + len(m.moments) for m in meetings)
    return status > STATUS_SHARE * lines


def is_improvement(win: Bullet) -> bool:
    """Whether a win says that something became better."""
    return win.text.lower().startswith(IMPROVEMENT)


def _missing(held: list[Meeting], share: float | None) -> str:
    def lacks(count: int, *, improved: bool) -> bool:
        wins = [w for m in held[-count:] for w in m.under("Wins")]
        return len(held) >= count and not any(is_improvement(w) or not improved for w in wins)

    if lacks(WIN_MEETINGS, improved=False):
        return WIN
    if len(held) >= TOPIC_WINDOW and share is not None:
        if share > TOPIC_SHARE:
            return TALKS
        if not share:
            return DEFERS
    return BETTER if lacks(BETTER_MEETINGS, improved=True) else ""


def _aged(now: Bullet, held: list[Meeting]) -> Obstacle:
    """How long a challenge has been coming up: days since it was first written down."""
    first, quiet = held[-1], 0
    for note in reversed(held):
        came_up = any(_same(b, now) for b in note.under("Challenges"))
        first, quiet = (note, 0) if came_up else (first, quiet + 1)
        if quiet == OBSTACLE_QUIET:
            break
    words = _TAG.sub("", now.text).strip()
    return Obstacle(words, (held[-1].date - first.date).days)


def _same(one: Bullet, other: Bullet) -> bool:
    tags = ({tag.lower() for tag in bullet.tags} for bullet in (one, other))
    return bool(set.intersection(*tags)) or fold(one.text) == fold(other.text)
