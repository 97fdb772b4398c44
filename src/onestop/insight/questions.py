"""Which questions fit, and were not asked of this person lately.

The choice is a rule, not chance: preparing twice gives the same page.
"""

from collections.abc import Iterable, Sequence

from onestop.insight.cadence import held_count
from onestop.insight.practice import DEEP_DEPTH, TRUST_AFTER
from onestop.model.folder import Folder
from onestop.model.question import Question


def choose(
    bank: Sequence[Question], folder: Folder, purposes: Iterable[str], count: int
) -> tuple[Question, ...]:
    """Choose the `count` questions for these purposes that were asked least recently, or never.

    Among those, an easy question comes before a deep one, then the purpose that stands first
    decides, and then the order of the bank.
    """
    wanted = list(purposes)
    trust = held_count(folder) >= TRUST_AFTER
    last_asked = asked(folder)
    fitting = [q for q in bank if set(q.purpose) & set(wanted) and (q.depth < DEEP_DEPTH or trust)]
    position = {q.id: n for n, q in enumerate(bank)}

    def rank(q: Question) -> tuple[str, int, int, int]:
        first = min(wanted.index(p) for p in q.purpose if p in wanted)
        return (last_asked.get(q.id, ""), q.depth, first, position[q.id])

    return tuple(sorted(fitting, key=rank)[:count])


def asked(folder: Folder) -> dict[str, str]:
    """When each question was last asked in a meeting that took place, as an ISO date."""
    return {q: m.date.isoformat() for m in folder.meetings if m.held for q in m.asked}


def by_id(bank: Iterable[Question], ids: Iterable[str]) -> tuple[Question, ...]:
    """The questions a note has recorded, in its order, without ids the bank does not know."""
    known = {q.id: q for q in bank}
    return tuple(known[i] for i in ids if i in known)
