"""The development plan: whether its time blocks are kept, and how new parts of it are called."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from onestop.insight.names import slug_of
from onestop.model.folder import Folder
from onestop.model.plan import FOCUS_AREAS, FocusArea

KEPT, MISSED, MOVED = "kept", "missed", "moved"

_LITTLE = frozenset({"and", "the", "for", "with", "from", "into", "how", "our", "its", "their"})
_LONGEST_ID = 12
"""The letters of an id that is still short to type; two words that are longer together are one."""


class Kept(NamedTuple):
    """How often a time block was kept, missed, or moved to another time of its week."""

    kept: int = 0
    missed: int = 0
    moved: int = 0

    @property
    def asked(self) -> int:
        """In how many meetings it was asked about."""
        return self.kept + self.missed + self.moved

    @property
    def share(self) -> float | None:
        """The share that took place, 0 to 1; moved is kept. None while it was never asked."""
        return (self.kept + self.moved) / self.asked if self.asked else None


class View(NamedTuple):
    """What `one plan` shows: each focus area, and what became of its time blocks."""

    today: date
    folder: Folder
    areas: tuple[tuple[FocusArea, Kept], ...]


def view(folder: Folder, today: date) -> View:
    """The plan, those areas first that are still worked on."""
    areas = sorted(folder.plan, key=lambda focus: not focus.is_open)
    return View(today, folder, tuple((focus, kept(folder, focus.id)) for focus in areas))


def kept(folder: Folder, focus: str, since: date | None = None) -> Kept:
    """What became of the time blocks of a focus area, by the meetings held from `since` on."""
    words = [
        word for note in folder.meetings if note.held and (since is None or note.date >= since)
        for ident, word in note.blocks if ident.lower() == focus
    ]  # fmt: skip
    return Kept(words.count(KEPT), words.count(MISSED), words.count(MOVED))


def to_ask(folder: Folder) -> FocusArea | None:
    """The focus area whose time block was asked about longest ago: what the log asks next."""
    blocks = [focus for focus in folder.plan if focus.is_open and focus.block and focus.id]
    return min(blocks, key=lambda focus: _asked_on(folder, focus.id), default=None)


def open_areas(plan: Sequence[FocusArea]) -> tuple[FocusArea, ...]:
    """The focus areas that are still worked on."""
    return tuple(focus for focus in plan if focus.is_open)


def is_full(plan: Sequence[FocusArea]) -> bool:
    """Whether one more focus area would be one too many (E3)."""
    return len(open_areas(plan)) >= FOCUS_AREAS[1]


def is_thin(plan: Sequence[FocusArea]) -> bool:
    """Whether there are fewer focus areas than make a plan, though there are some (E3)."""
    return 0 < len(open_areas(plan)) < FOCUS_AREAS[0]


def focus_id(title: str, plan: Sequence[FocusArea]) -> str:
    """An id to say and to type: its first two long words, or one where two are too long.

    `run-review` of "Run a review"; `run-review2` where that is taken.
    """
    words = [word for word in map(slug_of, title.split()) if word.isalpha()]
    said = [word for word in words if len(word) > 2 and word not in _LITTLE] or words[:1]
    stem = "-".join(said[:2])
    if len(stem) > _LONGEST_ID:
        stem = next((word for word in said if len(word) > 3), said[0])
    return _free(stem or "focus", {focus.id for focus in plan})


def card_id(focus: FocusArea) -> str:
    """`fp-3` behind `fp-2`."""
    ends = [card.id.removeprefix(f"{focus.id}-") for card in focus.cards]
    return f"{focus.id}-{1 + max((int(end) for end in ends if end.isdecimal()), default=0)}"


def _asked_on(folder: Folder, focus: str) -> date:
    days = [
        note.date for note in folder.meetings
        if note.held and any(ident.lower() == focus for ident, _ in note.blocks)
    ]  # fmt: skip
    return max(days, default=date.min)


def _free(stem: str, taken: Collection[str]) -> str:
    names = (stem if n == 1 else f"{stem}{n}" for n in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
