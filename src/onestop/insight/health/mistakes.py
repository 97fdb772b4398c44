"""Common mistakes of one-on-ones (D6), and an agenda of one side alone (B4)."""

from collections.abc import Iterator

from onestop.insight import manager
from onestop.insight.health import signs
from onestop.insight.health.signs import Sign, Window
from onestop.insight.practice import (
    BLANK,
    EVEN_SHARE,
    SHAPELESS,
    SHAPELESS_LINES,
    SKIPS,
    STATUS_OFTEN,
    TALK_LEAST,
    TOPIC_SHARE,
)
from onestop.model.cadence import days_present, is_away
from onestop.model.meeting import PLANNED, SKIPPED, Meeting


def status_meeting(window: Window) -> Iterator[Sign]:
    """Many of the meetings were mostly status."""
    mostly = [m for m in window.meetings if manager.is_status([m])]
    if len(mostly) >= STATUS_OFTEN:
        yield from signs.of_status(mostly)


def talking(window: Window) -> Iterator[Sign]:
    """The person spoke less than half of the time, or the manager brings most of the topics."""
    entered = [(m, m.talk_share) for m in window.meetings if m.talk_share is not None]
    low = [(m, share) for m, share in entered if share < EVEN_SHARE]
    if len(low) >= TALK_LEAST and 2 * len(low) > len(entered):
        yield from (signs.of(m, signs.SPOKE, number=share) for m, share in low)
    if (window.share or 0) > TOPIC_SHARE:
        yield from signs.of_topics(window, theirs=False)


def nothing_documented(window: Window) -> Iterator[Sign]:
    """Half of what was held, or was planned and never logged, left nothing behind."""
    since = window.meetings[0].date
    unlogged = [
        m
        for m in window.folder.meetings
        if m.state == PLANNED and since <= m.date < window.today and not window.is_unread(m)
    ]
    recent = sorted([*window.meetings, *unlogged], key=lambda m: (m.date, m.number))
    blank = [m for m in recent[-len(window.meetings) :] if not m.held or signs.is_empty(m)]
    if len(blank) >= BLANK:
        yield from (signs.of(m, signs.EMPTY if m.held else signs.UNLOGGED) for m in blank)


def skipping(window: Window) -> Iterator[Sign]:
    """Meetings were skipped and not moved, or it was silent with nothing noted."""
    found = [
        signs.of(m, signs.SKIP, text=m.skipped) for m in window.folder.meetings if _skip(m, window)
    ]
    found += _unexplained(window)
    if len(found) >= SKIPS:
        yield from sorted(found, key=lambda sign: sign.on)


def shapeless(window: Window) -> Iterator[Sign]:
    """Long notes without purpose and headings."""
    flat = [m for m in window.meetings if not m.purpose and signs.is_flat(m)]
    flat = [m for m in flat if signs.lines(m) >= SHAPELESS_LINES]
    if len(flat) >= SHAPELESS:
        yield from (signs.of(m, signs.FLAT, number=signs.lines(m)) for m in flat)


def bringing_nothing(window: Window) -> Iterator[Sign]:
    """An agenda that is left to the person alone (B4)."""
    if window.share == 0:
        yield from signs.of_topics(window, theirs=True)


def _skip(meeting: Meeting, window: Window) -> bool:
    """Whether a meeting was given up; one that moved was not, and leave is no skipping."""
    is_skip = meeting.state == SKIPPED and not meeting.moved_to
    if not is_skip or window.is_unread(meeting) or is_away(window.leaves, meeting.date):
        return False
    return window.meetings[0].date <= meeting.date <= window.today


def _unexplained(window: Window) -> Iterator[Sign]:
    """Silences in which no note says why, the one that still lasts among them."""
    noted = [m.date for m in window.folder.meetings if _is_noted(m, window)]
    for earlier, later, days in signs.silences(window):
        if not any(earlier.date < day < later.date for day in noted):
            yield signs.of(later, signs.SILENCE, number=days)
    last = window.meetings[-1]
    days = days_present(last.date, window.today, window.leaves)
    explained = window.folder.person.archived or any(day > last.date for day in noted)
    if signs.is_gap(window, days) and not explained:
        yield signs.of(last, signs.QUIET, number=days)


def _is_noted(meeting: Meeting, window: Window) -> bool:
    """Whether a note tells of a day on which the two did not meet, or may have met."""
    if window.is_unread(meeting):
        return meeting.date <= window.today
    if meeting.state == PLANNED:
        return meeting.date < window.today
    return meeting.state == SKIPPED and meeting.date <= window.today
