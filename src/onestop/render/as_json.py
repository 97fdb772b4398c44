"""The same views for programs: every key is always there, and keys are only ever added.

The schemas are written down in docs/json.md, and a test compares the two.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from onestop.insight import actions as promise_view
from onestop.insight import people as people_view
from onestop.model.problem import Problem
from onestop.render import people as people_words

Here = Callable[[str], str]


def dumps(schema: str, today: date, items: Sequence[dict[str, object]]) -> str:
    """One document: the schema's name and version, the day, and the items."""
    document = {"schema": f"one.{schema}/1", "today": today.isoformat(), "items": items}
    return json.dumps(document, indent=2, ensure_ascii=False)


def actions(view: promise_view.View, here: Here) -> str:
    """`one actions --json`."""
    return dumps("actions", view.today, [_promise(p, here) for p in view.promises])


def people(view: people_view.View) -> str:
    """`one people --json`."""
    return dumps("people", view.today, [_person(e) for e in view.entries])


def problems(found: Iterable[Problem], today: date, here: Here) -> str:
    """`one check --json`."""
    return dumps("check", today, [_problem(p, here) for p in found])


def _promise(promise: promise_view.Promise, here: Here) -> dict[str, object]:
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


def _person(entry: people_view.Entry) -> dict[str, object]:
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


def _problem(problem: Problem, here: Here) -> dict[str, object]:
    return {
        "path": here(problem.path),
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
