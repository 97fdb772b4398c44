"""Objectives as they stood on the last day of a period, without what was only known later."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from onestop.insight.periods import Period
from onestop.model.folder import Folder
from onestop.model.okr import KeyResult, Objective, Quarter, bounds


class Graded(NamedTuple):
    """The objectives of one quarter as they stood on the last day; `team` those of their team.

    `is_over` says whether the quarter had ended by then, or was closed.
    """

    quarter: Quarter
    team: bool
    is_over: bool


def graded(folder: Folder, period: Period) -> Iterator[Graded]:
    """The quarters that overlap with the period, a managed team's first, up to its last day."""
    teams = folder.team_okrs if folder.person.manages else ()
    for quarters, team in ((teams, True), (folder.okrs, False)):
        for quarter in quarters:
            first, last = bounds(quarter.name)
            if quarter.objectives and first <= period.until and period.since <= last:
                is_closed = quarter.closed is not None and quarter.closed <= period.until
                then = quarter._replace(
                    objectives=tuple(_then(o, period.until) for o in quarter.objectives)
                )
                yield Graded(then, team, is_closed or last <= period.until)


def _then(objective: Objective, until: date) -> Objective:
    results = tuple(_result_then(result, until) for result in objective.results)
    return objective._replace(results=results)


def _result_then(result: KeyResult, until: date) -> KeyResult:
    """A key result without what was only known later."""
    return result._replace(
        checkins=tuple(look for look in result.checkins if look.date <= until),
        milestones=tuple(
            step if step.done and step.done <= until else step._replace(done=None)
            for step in result.milestones
        ),
    )
