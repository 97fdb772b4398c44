"""Edits of a quarter's file: each changes one value, or adds one item."""

from collections.abc import Sequence
from datetime import date

from onestop.formats import header
from onestop.formats.entries import Step, at_path, items, words_of, written
from onestop.formats.header import Block, Words
from onestop.formats.parsed import CannotEdit
from onestop.model.okr import DOING, CheckIn, KeyResult, Milestone, Objective
from onestop.model.problem import Problem


def first(quarter: str) -> str:
    """The file before its first objective."""
    return f"quarter: {quarter}\n"


def add_objective(text: str, objective: Objective) -> str:
    """Write a new objective at the end of the list, without results."""
    said: dict[str, header.Value] = {"id": objective.id, "title": Words(objective.title)}
    said["kind"] = objective.kind
    if objective.supports:
        said["supports"] = Words(objective.supports)
    if objective.origin:
        said["origin"] = objective.origin
    if objective.agreed:
        said["agreed"] = objective.agreed.isoformat()
    return header.append(text, ["objectives"], Block(said))


def add_result(text: str, objective: str, result: KeyResult) -> str:
    """Write a new key result at the end of an objective's list."""
    said: dict[str, header.Value] = {"id": result.id, "title": Words(result.title)}
    if result.start is not None:
        said["start"] = written(result.start)
    if result.target is not None:
        said["target"] = written(result.target)
    if result.lead:
        said["lead"] = Words(result.lead)
    if result.milestones:
        said["milestones"] = [_milestone(m) for m in result.milestones]
    said["status"] = result.status
    if result.since:
        said["since"] = result.since.isoformat()
    return header.append(text, [*_place(text, objective), "results"], Block(said))


def check_in(text: str, ident: str, look: CheckIn, *, begun: bool = False) -> str:
    """Write a check-in; a second one of a day adds to the first, and replaces its numbers.

    What has `begun` by it comes from todo into doing.
    """
    if begun:
        text = move(text, ident, DOING, look.date)
    path = [*_place(text, ident), "checkins"]
    at = _of_day(text, path, look.date)
    said = _look(look)
    if at is None:
        return header.append(text, path, said)
    for key, value in said.items():
        text = header.set_value(text, [*path, at, key], value)
    return text


def move(text: str, ident: str, column: str, day: date) -> str:
    """Put a key result into another column, from that day on."""
    path = _place(text, ident)
    text = header.set_value(text, [*path, "status"], column)
    return header.set_value(text, [*path, "since"], day.isoformat())


def reach(text: str, ident: str, title: str, day: date, *, begun: bool = False) -> str:
    """Mark the first milestone of this title that is not done yet as done."""
    if begun:
        text = move(text, ident, DOING, day)
    path = [*_place(text, ident), "milestones"]
    for at, item in items(at_path(text, path)):
        if words_of(item, "title") == title and not words_of(item, "done"):
            return header.set_value(text, [*path, at, "done"], day.isoformat())
    raise CannotEdit(Problem("edit", f'{ident} has no open milestone "{title}"'))


def set_lead(text: str, ident: str, lead: str) -> str:
    """Write which indicator of a key result moves first."""
    return header.set_value(text, [*_place(text, ident), "lead"], Words(lead))


def agree(text: str, ident: str, day: date) -> str:
    """Write when both sides said yes to an objective."""
    return header.set_value(text, [*_place(text, ident), "agreed"], day.isoformat())


def carry(text: str, ident: str, quarter: str) -> str:
    """Write into which quarter a key result went on."""
    return header.set_value(text, [*_place(text, ident), "carried-to"], quarter)


def close(text: str, day: date) -> str:
    """Write when the quarter's talk was held."""
    return header.set_value(text, ["closed"], day.isoformat())


def _look(look: CheckIn) -> dict[str, header.Value]:
    said: dict[str, header.Value] = {"date": look.date.isoformat()}
    if look.now is not None:
        said["now"] = written(look.now)
    if look.lead_now is not None:
        said["lead-now"] = written(look.lead_now)
    if look.confidence is not None:
        said["confidence"] = look.confidence
    return said


def _milestone(milestone: Milestone) -> dict[str, header.Value]:
    said: dict[str, header.Value] = {"title": Words(milestone.title)}
    said["share"] = written(milestone.share)
    if milestone.done:
        said["done"] = milestone.done.isoformat()
    return said


def _place(text: str, ident: str) -> list[Step]:
    """The path of an objective or key result, counted as the file counts."""
    for at, objective in items(at_path(text, ["objectives"])):
        if ident and words_of(objective, "id").lower() == ident:
            return ["objectives", at]
        for n, result in items(objective.get("results")):
            if ident and words_of(result, "id").lower() == ident:
                return ["objectives", at, "results", n]
    raise CannotEdit(Problem("edit", f"there is no {ident} in this file", "See: one okr PERSON"))


def _of_day(text: str, path: Sequence[Step], day: date) -> int | None:
    """Which check-in of a list is of that day; the last one, as it is the one that counts."""
    found = [at for at, x in items(at_path(text, path)) if words_of(x, "date") == day.isoformat()]
    return found[-1] if found else None
