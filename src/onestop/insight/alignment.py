"""Where the two agree, where they do not, and what is only believed (practice A1-A3)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from onestop.insight import subjects
from onestop.insight.items import Item, matching
from onestop.insight.names import fold
from onestop.model.alignment import (
    CORRECTED,
    HELD,
    WRONG,
    Alignment,
    Assumption,
    Expectation,
    Priorities,
)
from onestop.model.folder import Folder
from onestop.model.okr import Quarter

_WORD = re.compile(r"[^\W_]+")
_SIGNIFICANT = 4
"""Words of fewer letters say too little about a subject to tie two sentences together."""
_ROOT = 5
"""So many letters are taken for the root of a word."""
_EMPTY = {
    "about", "after", "again", "also", "always", "before", "better", "each", "every",
    "finish", "first", "from", "have", "into", "last", "less", "make", "more", "most", "need",
    "next", "other", "over", "should", "start", "still", "team", "than", "that", "their",
    "them", "then", "this", "through", "time", "under", "until", "week", "when", "where",
    "which", "while", "will", "with", "without", "work", "your",
}  # fmt: skip
"""Words that say nothing about a subject, however long they are."""

Belief: TypeAlias = Expectation | Assumption


class Comparison(NamedTuple):
    """Two lists of priorities, each in its own order; `both` keeps the manager's words."""

    both: tuple[str, ...] = ()
    mine_only: tuple[str, ...] = ()
    theirs_only: tuple[str, ...] = ()


class Untested(NamedTuple):
    """What is believed and was not asked: an assumption, or an expectation not said back."""

    id: str
    text: str
    since: date | None
    is_expectation: bool
    line: int


class Corrections(NamedTuple):
    """The small course corrections of a period: decisions, tested beliefs, words said back."""

    decisions: int = 0
    held: int = 0
    wrong: int = 0
    corrected: int = 0
    said_back: int = 0

    @property
    def tested(self) -> int:
        """How many assumptions were asked about."""
        return self.held + self.wrong + self.corrected


class View(NamedTuple):
    """What `one align` draws; `priorities` are each side's latest, maybe of different days.

    `untied` are those of either side that have no word in common with the team's objectives;
    it is empty while the team has none. `untested` comes oldest first.
    """

    folder: Folder
    today: date
    priorities: Priorities | None
    comparison: Comparison
    untied: tuple[str, ...]
    team: Quarter | None
    expectations: tuple[Expectation, ...]
    assumptions: tuple[Assumption, ...]
    tested: tuple[Assumption, ...]
    is_due: bool


def view(folder: Folder, team: Quarter | None, today: date) -> View:
    """Both sides beside each other, with what the team wants in this quarter."""
    found = folder.alignment
    now = latest(found)
    tested = [a for a in found.assumptions if not a.is_open]
    return View(
        folder=folder,
        today=today,
        priorities=now,
        comparison=compare(now) if now else Comparison(),
        untied=untied((*now.mine, *now.theirs), team) if now else (),
        team=team,
        expectations=found.expectations,
        assumptions=tuple(sorted((a for a in found.assumptions if a.is_open), key=_age)),
        tested=tuple(sorted(tested, key=lambda a: a.tested or date.min, reverse=True)),
        is_due=is_due(folder, today),
    )


def latest(alignment: Alignment) -> Priorities | None:
    """What each side said last; where one said nothing on the newest day, what they said before.

    The date is that of the newest; None when neither side ever wrote any.
    """
    if not alignment.priorities:
        return None
    newest = alignment.priorities[-1]
    mine = next((p.mine for p in reversed(alignment.priorities) if p.mine), ())
    theirs = next((p.theirs for p in reversed(alignment.priorities) if p.theirs), ())
    return newest._replace(mine=mine, theirs=theirs)


def after(alignment: Alignment, new: Priorities) -> Priorities:
    """What each side says last, once `new` is written down; a side it lacks stays as it was."""
    days = {p.date: p for p in alignment.priorities}
    old = days.get(new.date, new)
    days[new.date] = new._replace(mine=new.mine or old.mine, theirs=new.theirs or old.theirs)
    return latest(Alignment(tuple(days[day] for day in sorted(days)))) or new


def compare(priorities: Priorities) -> Comparison:
    """Which priorities both have, and which one side alone.

    The same words are the same priority, without regard to case, accents and punctuation;
    nothing else is, because nobody should guess what somebody meant.
    Until both sides have said theirs there is nothing to compare.
    """
    if not (priorities.mine and priorities.theirs):
        return Comparison()
    mine, theirs = set(map(bare, priorities.mine)), set(map(bare, priorities.theirs))
    return Comparison(
        both=tuple(p for p in priorities.mine if bare(p) in theirs),
        mine_only=tuple(p for p in priorities.mine if bare(p) not in theirs),
        theirs_only=tuple(p for p in priorities.theirs if bare(p) not in mine),
    )


def bare(text: str) -> str:
    """The words alone, without case, accents and punctuation."""
    return " ".join(_WORD.findall(fold(text))) or fold(text)


def untied(priorities: Iterable[str], team: Quarter | None) -> tuple[str, ...]:
    """The priorities that have no word in common with what the team wants, each once.

    Words of four letters or more count, save some that say nothing; of a priority without any,
    all do. Two are one when they begin with the same five letters, as mentors and mentoring, or
    the shorter begins the longer. That is all that words can tell: a priority may well serve an
    objective that is put differently.
    """
    if team is None or not team.objectives:
        return ()
    wanted = {word for title in _titles(team) for word in bare(title).split()}
    once = dict.fromkeys(priorities)
    return tuple(p for p in once if not any(_same(a, b) for a in _words(p) for b in wanted))


def untested(alignment: Alignment) -> tuple[Untested, ...]:
    """What is only believed, the oldest first; what has no date is older than what has one.

    An expectation that the person has not said back is an assumption, too.
    """
    found = [
        Untested(e.id, e.expect, e.since, True, e.line)  # noqa: FBT003
        for e in alignment.expectations if e.is_open
    ]  # fmt: skip
    found += [
        Untested(a.id, a.text, a.since, False, a.line)  # noqa: FBT003
        for a in alignment.assumptions if a.is_open
    ]  # fmt: skip
    return tuple(sorted(found, key=_age))


def is_due(folder: Folder, today: date) -> bool:
    """Whether the last check is 30 days ago, or a new quarter began since; see `subjects`."""
    clocks = subjects.clocks(folder, today)
    return any(c.subject == subjects.ALIGNMENT and c.overdue >= 1 for c in clocks)


def corrections(folder: Folder, since: date, until: date) -> Corrections:
    """What was decided, tested and said back from one day to another, both included."""
    notes = [m for m in folder.meetings if m.held and since <= m.date <= until]
    outcomes = [
        a.outcome for a in folder.alignment.assumptions if a.tested and since <= a.tested <= until
    ]
    said = [
        e for e in folder.alignment.expectations
        if e.said_back and e.checked and since <= e.checked <= until
    ]  # fmt: skip
    return Corrections(
        decisions=sum(len(m.under("Decisions")) for m in notes),
        held=outcomes.count(HELD),
        wrong=outcomes.count(WRONG),
        corrected=outcomes.count(CORRECTED),
        said_back=len(said),
    )


def find(said: str, among: Sequence[Belief]) -> tuple[Belief, ...]:
    """The expectations or assumptions meant by an id, its beginning, or words of open ones."""
    words = [
        Item("belief", b.id, b.expect if isinstance(b, Expectation) else b.text, b.is_open,
             "", "", n, "")
        for n, b in enumerate(among)
    ]  # fmt: skip
    return tuple(among[item.line] for item in matching(said, words))


def _titles(team: Quarter) -> Iterator[str]:
    for objective in team.objectives:
        yield objective.title
        yield from (result.title for result in objective.results)


def _words(text: str) -> set[str]:
    """The words that say what a sentence is about; of one that has none, all of them."""
    every = set(bare(text).split())
    return {word for word in every if len(word) >= _SIGNIFICANT and word not in _EMPTY} or every


def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) < _SIGNIFICANT:
        return short == long
    return long.startswith(short[:_ROOT])


def _age(belief: Untested | Assumption) -> date:
    return belief.since or date.min
