"""A quarter's file read: what does not fit is named, and counts as absent."""

from collections.abc import Iterator, Sequence
from datetime import date

from onestop.formats import entries, header
from onestop.formats.parsed import Parsed
from onestop.formats.schema import Reader, with_lines
from onestop.model.okr import (
    COLUMNS,
    COMMITTED,
    DROPPED,
    KINDS,
    MOST_CONFIDENT,
    OBJECTIVES,
    ORIGINS,
    RESULTS,
    TODO,
    CheckIn,
    KeyResult,
    Milestone,
    Objective,
    Quarter,
    is_quarter,
)
from onestop.model.problem import Problem

KEYS = ("quarter", "closed", "objectives")
OBJECTIVE_KEYS = ("id", "title", "kind", "supports", "origin", "agreed", "results")
RESULT_KEYS = (
    "id", "title", "start", "target", "lead", "status", "since", "checkins", "milestones",
    "carried-to",
)  # fmt: skip
CHECKIN_KEYS = ("date", "now", "lead-now", "confidence")
MILESTONE_KEYS = ("title", "share", "done")

MEASURE_HINT = "Write start and target, or milestones: a title and its share of the way for each."


def parse(text: str, *, name: str, path: str) -> Parsed[Quarter]:
    """Read the quarter that the file `name` says; a key that says another one is not used."""
    head = header.read(text)
    read = Reader(head.value)
    read.misspelled(KEYS, "a quarter's objectives")
    quarter = Quarter(name, tuple(map(_objective, read.items("objectives"))), path=path)
    quarter = quarter._replace(closed=read.day("closed"))
    said = (*_contradiction(read, name), *_named_twice(quarter), *_counts(quarter))
    odd = (*head.problems, *read.problems, *said)
    return Parsed(quarter, with_lines(sorted(odd, key=lambda p: (p.line, p.column)), text))


def _objective(item: Reader) -> Objective:
    item.misspelled(OBJECTIVE_KEYS, "an objective")
    return Objective(
        id=entries.ident(item, "this objective"),
        title=entries.title(item, "this objective"),
        kind=item.choice("kind", KINDS, COMMITTED),
        supports=item.text("supports"),
        origin=item.choice("origin", ORIGINS, ""),
        agreed=item.day("agreed"),
        results=tuple(map(_result, item.items("results"))),
        line=entries.line(item),
    )


def _result(item: Reader) -> KeyResult:
    item.misspelled(RESULT_KEYS, "a key result")
    looks = [look for each in item.items("checkins") if (look := _checkin(each))]
    steps = [step for each in item.items("milestones") if (step := _milestone(each))]
    result = KeyResult(
        id=entries.ident(item, "this key result"),
        title=entries.title(item, "this key result"),
        start=item.number("start"),
        target=item.number("target"),
        lead=item.text("lead"),
        status=item.choice("status", COLUMNS, TODO),
        since=item.day("since"),
        checkins=tuple(sorted(looks, key=lambda look: look.date)),
        milestones=tuple(steps),
        carried_to=item.value("carried-to", _quarter, "should be a quarter, such as 2027-Q1") or "",
        line=entries.line(item),
    )
    _measure(item, result)
    return result


def _measure(item: Reader, result: KeyResult) -> None:
    """Name a result of which nobody could say that it was reached; a dropped one needs none."""
    if result.status == DROPPED or item.given("milestones"):
        return
    if item.given("target") is None:
        entries.missing(item, "no target: it cannot be measured", MEASURE_HINT, "no-target")
    elif item.given("start") is None:
        hint = "Write where it began, such as start: 0"
        entries.missing(
            item, "no start: the way to the target cannot be measured", hint, "no-target"
        )


def _checkin(item: Reader) -> CheckIn | None:
    item.misspelled(CHECKIN_KEYS, "a check-in")
    day = item.day("date")
    look = CheckIn(
        day or date.min,
        now=item.number("now"),
        lead_now=item.number("lead-now"),
        confidence=item.whole("confidence", 0, MOST_CONFIDENT),
        line=entries.line(item),
    )
    if day is None and item.given("date") is None:
        entries.missing(
            item, "this check-in has no date, so it is not read", "Write date: 2026-11-17."
        )
    return look if day else None


def _milestone(item: Reader) -> Milestone | None:
    item.misspelled(MILESTONE_KEYS, "a milestone")
    share = item.number("share", 0, 1)
    title, done = entries.title(item, "this milestone"), item.day("done")
    if share is None and item.given("share") is None:
        hint = "Write its part of the way: share: 0.3"
        entries.missing(item, "this milestone has no share, so it is not read", hint)
    return None if share is None else Milestone(title, share, done)


def _quarter(said: str) -> str | None:
    return said.upper() if is_quarter(said.upper()) else None


def _contradiction(read: Reader, name: str) -> Iterator[Problem]:
    said = read.text("quarter")
    if said and said.upper() != name:
        field = read.fields["quarter"]
        what = f"quarter says {said}, the file name says {name}"
        hint = "The file name counts; correct the line or the name."
        yield Problem("header", what, hint, field.line, field.column)


def _named_twice(quarter: Quarter) -> Iterator[Problem]:
    named = [(objective.id, objective.line) for objective in quarter.objectives]
    named += [(result.id, result.line) for result in quarter.results]
    return entries.named_twice(named, "this quarter")


def _counts(quarter: Quarter) -> Iterator[Problem]:
    """More than can be a choice, or none: told by the strict check alone."""
    fewest, most = OBJECTIVES
    if not fewest <= len(quarter.objectives) <= most:
        line = quarter.objectives[most].line if quarter.objectives else 0
        yield _count(len(quarter.objectives), OBJECTIVES, "objective", "this quarter", line)
    fewest, most = RESULTS
    for one in quarter.objectives:
        if not fewest <= len(one.results) <= most:
            yield _count(len(one.results), RESULTS, "key result", one.id or one.title, one.line)


def _count(number: int, fit: Sequence[int], what: str, where: str, line: int) -> Problem:
    said = f"{where} has {number} {what}{'' if number == 1 else 's'}"
    hint = f"{fit[0]} to {fit[1]} fit: what is not chosen is not done."
    return Problem("many-okrs", said, hint, line, strict=True)
