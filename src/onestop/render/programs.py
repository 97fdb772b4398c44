"""The same views for programs, as JSON and as lines with tabs.

Every key is always there, and keys are only ever added.
They are written down in docs/json.md, and a test compares the two.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from onestop.insight import actions as promise_view
from onestop.insight import people as people_view
from onestop.insight import questions as question_view
from onestop.insight.finding import Hit
from onestop.model.problem import Problem
from onestop.render import people as people_words

Here = Callable[[str], str]
Item = dict[str, object]


class Document(NamedTuple):
    """A list for programs: the name of its schema, and items that all have the same keys."""

    schema: str
    keys: tuple[str, ...]
    items: list[Item]


def as_json(document: Document, today: date) -> str:
    """One JSON document: the schema and its version, the day, and the items."""
    import json

    whole = {
        "schema": f"one.{document.schema}/1", "today": today.isoformat(), "items": document.items
    }  # fmt: skip
    return json.dumps(whole, indent=2)


def as_tsv(document: Document) -> str:
    """A line of keys, then one item a line; tabs stand between the fields and nowhere else."""
    rows = [[_field(item[key]) for key in document.keys] for item in document.items]
    return "\n".join("\t".join(row) for row in [document.keys, *rows])


def actions(view: promise_view.View, here: Here) -> Document:
    """Promises."""
    keys = (
        "id", "state", "owner", "text", "created", "due", "closed", "late_days", "carried",
        "person", "tags", "path", "line",
    )  # fmt: skip
    return Document("actions", keys, [_promise(p, here) for p in view.promises])


def people(view: people_view.View) -> Document:
    """People."""
    keys = ("slug", "name", "cadence", "minutes", "last", "next", "status")
    return Document("people", keys, [_person(e) for e in view.entries])


def problems(found: Iterable[Problem], here: Here) -> Document:
    """What does not fit."""
    keys = ("path", "line", "column", "code", "message", "hint")
    return Document("check", keys, [_problem(p, here) for p in found])


def hits(found: Iterable[Hit], here: Here) -> Document:
    """Lines that were found."""
    keys = ("path", "line", "heading", "text")
    return Document("find", keys, [_hit(h, here) for h in found])


def questions(view: question_view.View) -> Document:
    """Questions of the bank."""
    keys = ("id", "text", "purpose", "depth", "asked")
    return Document("questions", keys, [_question(q) for q in view.questions])


def _promise(promise: promise_view.Promise, here: Here) -> Item:
    item = promise.item
    return {
        "id": item.id,
        "state": promise.state.name.lower(),
        "owner": item.owner,
        "text": item.text,
        "created": _day(item.created),
        "due": _day(item.due),
        "closed": _day(item.closed),
        "late_days": promise.late_days,
        "carried": promise.carried,
        "person": promise.slug,
        "tags": list(item.tags),
        "path": here(item.path),
        "line": item.line,
    }


def _person(entry: people_view.Entry) -> Item:
    person, clock = entry.person, entry.rhythm
    return {
        "slug": person.slug,
        "name": person.name,
        "cadence": person.cadence.words,
        "minutes": person.minutes,
        "last": _day(clock.last.date) if clock.last else None,
        "next": None if person.archived else clock.next_on.isoformat(),
        "status": people_words.status(entry) or "fine",
    }


def _problem(problem: Problem, here: Here) -> Item:
    return {
        "path": here(problem.path),
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }


def _hit(hit: Hit, here: Here) -> Item:
    return {"path": here(hit.path), "line": hit.line, "heading": hit.heading, "text": hit.text}


def _question(asked: question_view.Asked) -> Item:
    question = asked.question
    return {
        "id": question.id,
        "text": question.text,
        "purpose": list(question.purpose),
        "depth": question.depth,
        "asked": _day(asked.last),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _field(value: object) -> str:
    if isinstance(value, list):
        return " ".join(map(str, value))
    return "" if value is None else " ".join(str(value).split("\t"))
