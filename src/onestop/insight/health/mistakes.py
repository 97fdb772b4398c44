"""Five common mistakes of one-on-ones (D6)."""

from collections.abc import Iterator

from onestop.insight import manager
from onestop.insight.health import signs
from onestop.insight.health.signs import Desk, Sign
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


def status_meeting(desk: Desk) -> Iterator[Sign]:
    """Many of the meetings were mostly status."""
    mostly = [m for m in desk.window if manager.is_status([m])]
    if len(mostly) >= STATUS_OFTEN:
        yield from signs.of_status(mostly)


def talking(desk: Desk) -> Iterator[Sign]:
    """The person spoke less than half of the time, or the manager brings most of the topics."""
    entered = [(m, m.talk_share) for m in desk.window if m.talk_share is not None]
    low = [(m, share) for m, share in entered if share < EVEN_SHARE]
    if len(low) >= TALK_LEAST and 2 * len(low) > len(entered):
        yield from (signs.of(m, signs.SPOKE, number=share) for m, share in low)
    if (desk.share or 0) > TOPIC_SHARE:
        yield from signs.of_topics(desk, theirs=False)


def nothing_documented(desk: Desk) -> Iterator[Sign]:
    """Half of what was held, or was planned and never logged, left nothing behind."""
    since = desk.window[0].date
    unlogged = [
        m for m in desk.folder.meetings if m.state == PLANNED and since <= m.date < desk.today
    ]
    recent = sorted([*desk.window, *unlogged], key=lambda m: (m.date, m.number))
    blank = [m for m in recent[-len(desk.window) :] if not m.held or signs.is_empty(m)]
    if len(blank) >= BLANK:
        yield from (signs.of(m, signs.EMPTY if m.held else signs.UNLOGGED) for m in blank)


def skipping(desk: Desk) -> Iterator[Sign]:
    """Meetings were skipped and not moved, or it was silent with nothing noted."""
    found = [
        signs.of(m, signs.SKIP, text=m.skipped) for m in desk.folder.meetings if _skip(m, desk)
    ]
    found += _unexplained(desk)
    if len(found) >= SKIPS:
        yield from sorted(found, key=lambda sign: sign.on)


def shapeless(desk: Desk) -> Iterator[Sign]:
    """Long notes without purpose and headings, or an agenda that is left to the person alone."""
    flat = [m for m in desk.window if not m.purpose and signs.is_flat(m)]
    flat = [m for m in flat if signs.lines(m) >= SHAPELESS_LINES]
    if len(flat) >= SHAPELESS:
        yield from (signs.of(m, signs.FLAT, number=signs.lines(m)) for m in flat)
    elif desk.share == 0:
        yield from signs.of_topics(desk, theirs=True)


def _skip(meeting: Meeting, desk: Desk) -> bool:
    """Whether a meeting was given up; one that moved was not, and leave is no skipping."""
    if meeting.state != SKIPPED or meeting.moved_to or is_away(desk.leaves, meeting.date):
        return False
    return desk.window[0].date <= meeting.date <= desk.today


def _unexplained(desk: Desk) -> Iterator[Sign]:
    """Silences in which no note says why, the one that still lasts among them."""
    noted = [m.date for m in desk.folder.meetings if _is_noted(m, desk)]
    for earlier, later, days in signs.silences(desk):
        if not any(earlier.date < day < later.date for day in noted):
            yield signs.of(later, signs.SILENCE, number=days)
    last = desk.window[-1]
    days = days_present(last.date, desk.today, desk.leaves)
    explained = desk.folder.person.archived or any(day > last.date for day in noted)
    if signs.is_gap(desk, days) and not explained:
        yield signs.of(last, signs.QUIET, number=days)


def _is_noted(meeting: Meeting, desk: Desk) -> bool:
    """Whether a note tells of a day on which the two did not meet."""
    if meeting.state == PLANNED:
        return meeting.date < desk.today
    return meeting.state == SKIPPED and meeting.date <= desk.today
