"""Three ways in which one-on-ones fail (D6)."""

from collections.abc import Iterator

from onestop.insight import manager
from onestop.insight.health import signs
from onestop.insight.health.signs import Sign, Window
from onestop.insight.practice import RARE_TALKS, STATUS_MEETINGS, UNPREPARED, WORK_ALONE


def task_check_in(window: Window) -> Iterator[Sign]:
    """Most of the last lines are status, or there is work and nothing about the person."""
    if manager.is_task_check_in(window.meetings):
        yield from signs.of_status(window.meetings[-STATUS_MEETINGS:])
        return
    work = [m for m in window.meetings if signs.lines(m) and not signs.is_personal(m)]
    if len(work) >= WORK_ALONE:
        yield from (signs.of(m, signs.WORK, number=signs.lines(m)) for m in work)


def no_agenda(window: Window) -> Iterator[Sign]:
    """Nothing was there before the meeting: no topic, no open item, no purpose, no question."""
    bare = [m for m in window.meetings if not (m.topics or m.mentions or m.purpose or m.asked)]
    if len(bare) >= UNPREPARED:
        yield from (signs.of(m, signs.BARE) for m in bare)


def hail_mary(window: Window) -> Iterator[Sign]:
    """Talk about the person is rare, and each time it came after a long silence."""
    silent = {later.path: days for _, later, days in signs.silences(window)}
    talks = [m for m in window.meetings if signs.is_personal(m)]
    if len(talks) <= RARE_TALKS and all(m.path in silent for m in talks):
        yield from (signs.of(m, signs.REVIVED, number=silent[m.path]) for m in talks)
