"""How far a key result is, by its newest check-in, and how sure somebody is of it.

A grade says how far a number came, never how well a person works:
nothing here is used for a performance rating (E1).
"""

from collections.abc import Sequence
from datetime import date
from math import fsum
from typing import NamedTuple

from onestop.insight.practice import CONFIDENCE_FALL, FAIR_GRADE, GOOD_GRADE
from onestop.model.okr import COMMITTED, DROPPED, TODO, CheckIn, KeyResult, Objective

LOW, FAIR, GOOD = "low", "fair", "good"
SO_FAR = "so far"


class Fall(NamedTuple):
    """A confidence that fell from `before` to `now`; `since` is the day it was `before`."""

    result: KeyResult
    before: int
    now: int
    since: date
    tag: str = ""


def grade(result: KeyResult) -> float | None:
    """How far it is, 0 at the start to 1 at the target, by the newest number.

    1 where start and target are the same; None while nothing is known.
    Without a target, it is the share of its milestones that is done.
    """
    if result.target is None:
        return _done_share(result)
    if result.start is None:
        return None
    if result.start == result.target:
        return 1.0
    now = last_number(result)
    if now is None:
        return None
    return min(1.0, max(0.0, (now - result.start) / (result.target - result.start)))


def grade_objective(objective: Objective) -> float | None:
    """The mean of its key results, dropped ones left out; None while nothing is known."""
    known = [g for r in _counting(objective) if (g := grade(r)) is not None]
    return _mean(known) if known else None


def word(grade: float, *, early: bool = False) -> str:
    """Say a grade in a word: low below .4, fair below .7, good from there (E1).

    `early` in a quarter nothing is low: there it is only how far it came so far.
    """
    rounded = round(grade, 2)
    if rounded < FAIR_GRADE:
        return SO_FAR if early else LOW
    return FAIR if rounded < GOOD_GRADE else GOOD


def expected(objective: Objective) -> float:
    """What it takes to be reached: all of what was committed, about .7 of what was aspired (E1)."""
    return 1.0 if objective.kind == COMMITTED else GOOD_GRADE


def reached(objective: Objective) -> bool:
    """Whether it came as far as its kind expects; a result that nobody looked at is not reached."""
    grades = [grade(result) for result in _counting(objective)]
    known = [g for g in grades if g is not None]
    is_known = bool(grades) and len(known) == len(grades)
    return is_known and round(_mean(known), 2) >= expected(objective)


def _mean(known: Sequence[float]) -> float:
    # `statistics` would load twenty modules for this.
    return fsum(known) / len(known)


def latest(result: KeyResult) -> CheckIn | None:
    """The newest check-in."""
    return result.checkins[-1] if result.checkins else None


def last_number(result: KeyResult) -> float | None:
    """The newest number, from the last check-in that has one."""
    return next((c.now for c in reversed(result.checkins) if c.now is not None), None)


def last_lead(result: KeyResult) -> float | None:
    """The newest leading number."""
    return next((c.lead_now for c in reversed(result.checkins) if c.lead_now is not None), None)


def confidence(result: KeyResult) -> int | None:
    """The newest confidence, 0-10."""
    return next((c.confidence for c in reversed(result.checkins) if c.confidence is not None), None)


def begins(result: KeyResult, now: float | None) -> bool:
    """Whether a number shows that something still in todo was begun: it has left its start."""
    return result.status == TODO and now is not None and now != result.start


def confidence_fall(result: KeyResult) -> Fall | None:
    """The fall between the last two check-ins that have a confidence, if it is one (E1)."""
    said = [(c.date, c.confidence) for c in result.checkins if c.confidence is not None]
    if len(said) < 2:
        return None
    (since, before), (_, now) = said[-2:]
    return Fall(result, before, now, since) if before - now >= CONFIDENCE_FALL else None


def _counting(objective: Objective) -> list[KeyResult]:
    return [result for result in objective.results if result.status != DROPPED]


def _done_share(result: KeyResult) -> float | None:
    """The share of its milestones that is done; None before the first one, or the first look."""
    whole = sum(step.share for step in result.milestones)
    done = sum(step.share for step in result.milestones if step.done)
    return done / whole if whole and (done or result.checkins) else None
