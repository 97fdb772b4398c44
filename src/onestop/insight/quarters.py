"""A quarter that ends, and what goes on in the next one."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from onestop.insight import grades
from onestop.insight.names import fold
from onestop.model.okr import KeyResult, Objective, Quarter, bounds, quarter_of


class Onward(NamedTuple):
    """An objective that goes on with some of its key results; `is_new` in the next quarter.

    The objective itself comes without results; `before` holds the ids they had.
    """

    objective: Objective
    is_new: bool
    results: tuple[KeyResult, ...]
    before: tuple[str, ...]


def unclosed(quarters: Iterable[Quarter], today: date) -> tuple[Quarter, ...]:
    """Quarters that are over with something open and were not closed, the oldest first."""
    over = [q for q in quarters if q.name < quarter_of(today)]
    return tuple(q for q in over if q.closed is None and any(r.is_open for r in q.results))


def is_early(quarter: Quarter, today: date) -> bool:
    """Whether less than half of it is over: too soon to call a small share low."""
    begin, end = bounds(quarter.name)
    return quarter.closed is None and 2 * (today - begin).days < (end - begin).days + 1


def onward(
    quarter: Quarter, carried: Collection[str], after: Quarter, today: date
) -> tuple[Onward, ...]:
    """What goes on in the quarter `after`: under the objective of the same title, or a new one.

    Ids stay where they are free, so that tags go on to mean the same.
    """
    found: list[Onward] = []
    for objective in quarter.objectives:
        going = [r for r in objective.results if r.id in carried]
        if not going:
            continue
        one = _onward(objective, going, after, today)
        found.append(one)
        if one.is_new:
            after = after._replace(objectives=(*after.objectives, one.objective))
    return tuple(found)


def _onward(
    objective: Objective, going: Iterable[KeyResult], after: Quarter, today: date
) -> Onward:
    title = fold(objective.title)
    there = next((o for o in after.objectives if fold(o.title) == title), None)
    home = there or objective._replace(id=_free_id(objective, after), agreed=None, results=())
    titles = {fold(r.title) for r in home.results}
    results: list[KeyResult] = []
    before: list[str] = []
    for result in (r for r in going if fold(r.title) not in titles):
        grown = home._replace(results=(*home.results, *results))
        results.append(goes_on(result, _same_or_new(result, objective, grown), today))
        before.append(result.id)
    return Onward(home, there is None, tuple(results), tuple(before))


def goes_on(result: KeyResult, ident: str, today: date) -> KeyResult:
    """The key result as it goes on in the next quarter, from where it is now."""
    now = grades.last_number(result)
    return result._replace(
        id=ident,
        start=result.start if now is None else now,
        since=today,
        checkins=(),
        milestones=tuple(step for step in result.milestones if step.done is None),
        carried_to="",
    )


def new_objective_id(quarter: Quarter) -> str:
    """`o3` behind `o2`."""
    return _next("o", [o.id for o in quarter.objectives])


def new_result_id(objective: Objective) -> str:
    """`o1-kr3` behind `o1-kr2`."""
    return _next(f"{objective.id}-kr", [r.id for r in objective.results])


def _free_id(objective: Objective, after: Quarter) -> str:
    taken = {o.id for o in after.objectives}
    return new_objective_id(after) if objective.id in taken else objective.id


def _same_or_new(result: KeyResult, objective: Objective, home: Objective) -> str:
    taken = {r.id for r in home.results}
    is_free = objective.id == home.id and result.id not in taken
    return result.id if is_free else new_result_id(home)


def _next(stem: str, taken: Iterable[str]) -> str:
    """The stem with the number behind the highest one that is taken."""
    ends = [name.removeprefix(stem) for name in taken if name.startswith(stem)]
    return f"{stem}{1 + max((int(end) for end in ends if end.isdecimal()), default=0)}"
