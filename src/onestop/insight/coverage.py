"""Whether the five steps of a good talk were taken, and how the clocks of the subjects stand.

The steps are check-in, wins, challenges, growth, and align and act (practice C1).
"""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from onestop.insight.practice import COVERED_MEETINGS
from onestop.insight.subjects import Clock, clocks
from onestop.model.folder import Folder
from onestop.model.meeting import Meeting

CHECK_IN, WINS, CHALLENGES, GROWTH, ACT = "check-in", "wins", "challenges", "growth", "act"


class Coverage(NamedTuple):
    """In how many of the last `meetings` each step was taken; the most overdue clock first."""

    meetings: int
    steps: tuple[tuple[str, int], ...]
    clocks: tuple[Clock, ...]


def coverage(folder: Folder, on: date) -> Coverage:
    """The last meetings up to a day, counted; a step counts once a meeting."""
    held = folder.held(on)[-COVERED_MEETINGS:]
    steps = tuple((name, sum(bool(taken(m)) for m in held)) for name, taken in _STEPS.items())
    late = sorted(clocks(folder, on), key=lambda clock: -clock.overdue)
    return Coverage(len(held), steps, tuple(late))


def _checked_in(note: Meeting) -> object:
    """The person's well-being came up: in words, by its number, or by a face."""
    return note.under("Check-in") or note.happiness or note.moments


_STEPS: dict[str, Callable[[Meeting], object]] = {
    CHECK_IN: _checked_in,
    WINS: lambda note: note.under("Wins"),
    CHALLENGES: lambda note: note.under("Challenges"),
    GROWTH: lambda note: note.under("Growth"),
    ACT: lambda note: note.actions or note.under("Decisions"),
}
