"""How open promises look: a table for people, `path:line:text` for programs."""

from collections.abc import Callable
from datetime import date

from onestop.insight.actions import ME, NOBODY, THEM, Promise, View
from onestop.model.action import State
from onestop.render import words
from onestop.render.text import Cell, Page, Row, row

Here = Callable[[str], str]

_CLOSED = {State.DONE: "done", State.DROPPED: "dropped", State.OTHER: "?"}


def draw(view: View) -> Page:
    """One line for each promise: who, what, when, and the id to close it with."""
    return [_row(p, view.today) for p in view.promises]


def grep(view: View, here: Here) -> str:
    """`path:line:text` with the raw line, as editors and git read it."""
    return "\n".join(f"{here(p.item.path)}:{p.item.line}:{p.item.raw}" for p in view.promises)


def owner(promise: Promise) -> str:
    """Whose it is, in words."""
    names = {ME: "you", THEM: promise.name, NOBODY: "nobody"}
    return names.get(promise.side, promise.item.owner)


def when(promise: Promise, today: date) -> str:
    """Its due date and how often it was carried, or how it was closed."""
    if not promise.is_open:
        closed = promise.item.closed
        state = _CLOSED.get(promise.state, "")
        return f"{state} {words.past_day(closed, today)}" if closed else state
    started = "started" if promise.state is State.STARTED else ""
    parts = (words.due(promise.item.due, today), words.times(promise.carried), started)
    return ", ".join(p for p in parts if p)


def _row(promise: Promise, today: date) -> Row:
    return row(
        Cell(promise.slug, "label"),
        Cell(owner(promise), "name" if promise.side == ME else ""),
        Cell(promise.item.text),
        Cell(when(promise, today), "late" if promise.late_days else "quiet"),
        Cell(promise.item.id, "id"),
        grid="actions",
        stretch=2,
    )
