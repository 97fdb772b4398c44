"""Objectives and key results in use: which quarter runs, which confidence fell, what is silent."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from onestop.insight import quarters as of_quarters
from onestop.insight.grades import (
    Fall,
    confidence,
    confidence_fall,
    grade,
    grade_objective,
    last_lead,
    last_number,
    latest,
    reached,
    word,
)
from onestop.insight.items import SHORTEST_PREFIX
from onestop.insight.practice import RESULT_SILENT_MEETINGS
from onestop.model.folder import Folder
from onestop.model.meeting import Meeting
from onestop.model.okr import KeyResult, Objective, Quarter, bounds, following, quarter_of

__all__ = [
    "OWN_TEAM", "TEAM", "Fall", "Tracked", "View", "confidence", "confidence_fall", "current",
    "expand", "falls", "grade", "grade_objective", "last_lead", "last_number", "latest",
    "matching", "reached", "silent", "stalest", "tracked", "view", "within", "word",
]  # fmt: skip

TEAM = "team-"
"""So begin the tags of a team's key results: #team-o1-kr1."""

OWN_TEAM = "team"
"""The word for the manager's own team where a person could stand."""


class Tracked(NamedTuple):
    """A key result in its place; `team` marks those of the team that the person manages."""

    quarter: Quarter
    objective: Objective
    result: KeyResult
    team: bool = False

    @property
    def tag(self) -> str:
        """How notes and commands name it: `o1-kr1`, `team-o1-kr1`."""
        return f"{TEAM}{self.result.id}" if self.team else self.result.id

    @property
    def objective_tag(self) -> str:
        """How they name its objective: `o1`, `team-o1`."""
        return f"{TEAM}{self.objective.id}" if self.team else self.objective.id


class View(NamedTuple):
    """What `one okr` shows of one quarter: whose it is, and quarters that still wait to be closed.

    `asked` are the words after `one okr` that mean the same objectives, `prefix` is how
    their ids begin: `team-` for the team that a person manages.
    """

    today: date
    owner: str
    asked: str
    quarter: Quarter | None
    unclosed: tuple[Quarter, ...] = ()
    prefix: str = ""

    @property
    def is_team(self) -> bool:
        """Whether these are a team's: they are steered by what moves first (E1)."""
        return bool(self.prefix) or self.asked == OWN_TEAM


def view(
    quarters: Sequence[Quarter],
    today: date,
    owner: str,
    asked: str,
    *,
    name: str = "",
    prefix: str = "",
) -> View:
    """The quarter called `name` alone, or the current one and what waits to be closed."""
    if name:
        named = next((q for q in quarters if q.name == name), None)
        return View(today, owner, asked, named, prefix=prefix)
    waiting = of_quarters.unclosed(quarters, today)
    return View(today, owner, asked, current(quarters, today), waiting, prefix)


def current(quarters: Sequence[Quarter], today: date) -> Quarter | None:
    """The quarter of today; once it is closed, the next one, if it was begun already.

    Without either, the latest that is open and not still to come.
    """
    name = quarter_of(today)
    by_name = {q.name: q for q in quarters}
    running = by_name.get(name)
    if running and running.closed:
        return by_name.get(following(name), running)
    still_open = [q for q in quarters if q.name < name and q.closed is None]
    return running or next(reversed(still_open), None)


def tracked(folder: Folder, today: date) -> tuple[Tracked, ...]:
    """The key results of the current quarter; for a person who manages, their team's first."""
    return tuple(_tracked(folder, today))


def within(quarter: Quarter, *, team: bool = False) -> Iterator[Tracked]:
    """The key results of one quarter, in their places."""
    for objective in quarter.objectives:
        for result in objective.results:
            yield Tracked(quarter, objective, result, team)


def falls(folder: Folder, today: date) -> tuple[Fall, ...]:
    """Open key results whose confidence fell, those of a managed team first."""
    found = [(one.tag, confidence_fall(one.result)) for one in _open(folder, today)]
    return tuple(fall._replace(tag=tag) for tag, fall in found if fall)


def silent(folder: Folder, today: date) -> tuple[Tracked, ...]:
    """Open key results of which nobody spoke in the last meetings of the quarter (B6).

    A check-in counts as speaking of it, and so does an item with its tag that came up again.
    """
    return tuple(one for one in _open(folder, today) if _is_silent(one, folder, today))


def stalest(folder: Folder, today: date) -> Tracked | None:
    """The open key result that nobody looked at for longest: what the log asks about."""

    def looked_at(one: Tracked) -> date:
        look = latest(one.result)
        return look.date if look else date.min

    return min(_open(folder, today), key=looked_at, default=None)


def expand(tag: str, folder: Folder, today: date) -> str | None:
    """The whole tag that is meant: `o1` is `o1-kr1` while that is its only open result.

    The beginning of one open result's tag will do, too; None where it could be several, or none.
    """
    found = matching(tag, tracked(folder, today))
    still = [one for one in found if one.result.is_open or one.tag == tag.lower()]
    return still[0].tag if len(still) == 1 else None


def matching(said: str, among: Sequence[Tracked]) -> tuple[Tracked, ...]:
    """The key results that a word may mean: its tag, all of an objective, a beginning, an end.

    The end is its part without the objective: `kr1`, or `team-kr1` of a managed team.
    """
    wanted = said.strip().removeprefix("#").lower()
    exact = [one for one in among if one.tag == wanted]
    whole = [one for one in among if one.objective_tag == wanted]
    is_long = len(wanted) >= SHORTEST_PREFIX
    begun = [one for one in among if is_long and one.tag.startswith(wanted)]
    end = f"-{wanted.removeprefix(TEAM)}"
    of_team = wanted.startswith(TEAM)
    ended = [one for one in among if one.tag.endswith(end) and (one.team or not of_team)]
    return tuple(exact[:1] or whole or begun or (ended if is_long else ()))


def _tracked(folder: Folder, today: date) -> Iterator[Tracked]:
    team = current(folder.team_okrs, today) if folder.person.manages else None
    own = current(folder.okrs, today)
    yield from within(team, team=True) if team else ()
    yield from within(own) if own else ()


def _open(folder: Folder, today: date) -> list[Tracked]:
    return [one for one in _tracked(folder, today) if one.result.is_open]


def _is_silent(one: Tracked, folder: Folder, today: date) -> bool:
    begin, end = _agreed(one), min(today, bounds(one.quarter.name)[1])
    notes = [note for note in folder.meetings if note.held and begin <= note.date <= end]
    last = notes[-RESULT_SILENT_MEETINGS:]
    if len(last) < RESULT_SILENT_MEETINGS:
        return False
    if any(look.date >= last[0].date for look in one.result.checkins):
        return False
    items, names = _tags_of_items(folder), {one.tag, one.objective_tag}
    return not any(names & _tags(note, items) for note in last)


def _agreed(one: Tracked) -> date:
    """The first day of the quarter on which the two knew of this result."""
    first, _ = bounds(one.quarter.name)
    known = [one.objective.agreed, one.result.since, *(c.date for c in one.result.checkins)]
    return max(first, min((day for day in known if day), default=first))


def _tags(note: Meeting, items: Mapping[str, Iterable[str]]) -> set[str]:
    """Everything a note is tagged with, on its lines or on the items that it mentions."""
    lines = (note.actions, note.topics, note.moments, note.bullets)
    tags = {tag.lower() for kind in lines for line in kind for tag in line.tags}
    return tags | {tag.lower() for mention in note.mentions for tag in items.get(mention.id, ())}


def _tags_of_items(folder: Folder) -> dict[str, tuple[str, ...]]:
    actions = [*folder.actions, *(item for note in folder.meetings for item in note.actions)]
    topics = [*folder.topics, *(item for note in folder.meetings for item in note.topics)]
    return {**{a.id: a.tags for a in actions if a.id}, **{t.id: t.tags for t in topics if t.id}}
