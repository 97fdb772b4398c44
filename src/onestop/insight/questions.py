"""Which questions fit, and were not asked of this person lately.

The choice is a rule, not chance: preparing twice gives the same page.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from onestop.insight.cadence import held_count
from onestop.insight.practice import DEEP_DEPTH, TRUST_AFTER
from onestop.model.folder import Folder
from onestop.model.question import Question

EVERYDAY = "check-in"
"""The purpose of a meeting for which nobody named another."""

PURPOSES = {
    EVERYDAY: ("check-in", "challenges"),
    "growth": ("growth", "role"),
    "career": ("career", "growth"),
    "performance": ("performance", "feedback"),
    "motivation": ("motivation", "wellbeing"),
    "feedback": ("feedback",),
    "alignment": ("alignment", "role"),
    "structured": ("wellbeing", "growth", "performance"),
    "first": ("first",),
}
"""The purposes of a meeting, and the subjects of the bank that fit each, the best first (B1)."""


class Asked(NamedTuple):
    """A question, and the day it was last asked of this person; None for never."""

    question: Question
    last: date | None = None


class View(NamedTuple):
    """What `one ask` draws: the questions that come next, and how many more would fit.

    `deep` counts those that wait for more trust; `purpose` is "" where all of the bank is meant.
    """

    questions: tuple[Asked, ...]
    purpose: str
    more: int = 0
    deep: int = 0
    held: int = 0


def view(
    bank: Sequence[Question],
    folder: Folder | None,
    purpose: str,
    *,
    depth: int | None = None,
    count: int | None = None,
) -> View:
    """The questions for a purpose, or all of them for ""; without a `count` every one that fits.

    Without a `count` deep ones wait for nothing, nor do they where nobody is named.
    """
    among = [q for q in bank if depth in (None, q.depth)]
    wanted = subjects(purpose) if purpose else subjects_of(bank)
    ready = folder is None or count is None or held_count(folder) >= TRUST_AFTER
    fitting = _ranked(among, folder, wanted)
    open_now = [q for q in fitting if ready or q.depth < DEEP_DEPTH]
    shown = open_now if count is None else open_now[:count]
    last = asked(folder) if folder else {}
    return View(
        questions=tuple(Asked(q, date.fromisoformat(last[q.id])) if q.id in last else Asked(q)
                        for q in shown),
        purpose=purpose,
        more=len(open_now) - len(shown),
        deep=len(fitting) - len(open_now),
        held=held_count(folder) if folder else 0,
    )  # fmt: skip


def subjects(purpose: str) -> tuple[str, ...]:
    """The subjects of the bank that fit a purpose; any other word is a subject of its own."""
    return PURPOSES.get(purpose, (purpose,))


def subjects_of(bank: Iterable[Question]) -> tuple[str, ...]:
    """Every subject that a bank has, in the order in which they come up."""
    return tuple(dict.fromkeys(subject for q in bank for subject in q.purpose))


def choose(
    bank: Sequence[Question], folder: Folder, purposes: Iterable[str], count: int
) -> tuple[Question, ...]:
    """Choose the `count` questions for these purposes that were asked least recently, or never.

    Among those, an easy question comes before a deep one, then the purpose that stands first
    decides, and then the order of the bank.
    """
    trust = held_count(folder) >= TRUST_AFTER
    ready = [q for q in bank if q.depth < DEEP_DEPTH or trust]
    return tuple(_ranked(ready, folder, purposes)[:count])


def _ranked(
    bank: Sequence[Question], folder: Folder | None, purposes: Iterable[str]
) -> list[Question]:
    """The questions for these purposes, the one to be asked next first."""
    wanted = list(purposes)
    last_asked = asked(folder) if folder else {}
    position = {q.id: n for n, q in enumerate(bank)}

    def rank(q: Question) -> tuple[str, int, int, int]:
        first = min(wanted.index(p) for p in q.purpose if p in wanted)
        return (last_asked.get(q.id, ""), q.depth, first, position[q.id])

    return sorted((q for q in bank if set(q.purpose) & set(wanted)), key=rank)


def asked(folder: Folder) -> dict[str, str]:
    """When each question was last asked in a meeting that took place, as an ISO date."""
    return {q: m.date.isoformat() for m in folder.meetings if m.held for q in m.asked}


def by_id(bank: Iterable[Question], ids: Iterable[str]) -> tuple[Question, ...]:
    """The questions a note has recorded, in its order, without ids the bank does not know."""
    known = {q.id: q for q in bank}
    return tuple(known[i] for i in ids if i in known)
