"""The task line: `- [ ] @sam Send the dates #conf  [due:: 2026-11-27] ^t9xp`.

What makes a list item a promise, and how one is written.
The owner is whoever stands first, as `@alice`, `Alice:` or `**Alice:**`; else whom
`[owner:: alice]` names; else the first `@handle` that is known.
The words are what is left without box, owner, known fields, id and comments;
a handle in the middle of a sentence names the owner and stays one of the words.

A box without words and owner is no action, though search finds it; nor is `[ ]nospace`.
"""

import re
from datetime import date
from typing import Literal, NamedTuple

from onestop.formats.markdown.bullet import Bullet, bullet, mention
from onestop.formats.markdown.lines import Line
from onestop.formats.markdown.marks import Key, Marks, days, find, set_field, set_id
from onestop.formats.markdown.words import Known, Span, handle, leader, tags, without
from onestop.formats.parsed import CannotEdit, Parsed
from onestop.model.action import ActionItem, State
from onestop.model.problem import Problem

__all__ = [
    "Bullet",
    "Known",
    "Task",
    "bullet",
    "close",
    "mention",
    "parse",
    "read",
    "reopen",
    "set_field",
    "set_id",
    "set_state",
    "write",
]

_STATES = {state.value: state for state in State} | {"X": State.DONE}
_CLOSING: dict[State, Key] = {State.DONE: "completion", State.DROPPED: "cancelled"}
_BOX = re.compile(r"\[(.)\](?=[ \t]|$)[ \t]*")
_TIGHT_BOX = re.compile(r"\[[ xX/-]\](?![ \t(\[:]|$)")
_SIGN = r"(?:[-+*]|[0-9]{1,9}[.)])[ \t]++"
_BOXED_LINE = rf"\ufeff?[ \t]*(?:>[ \t]*|{_SIGN})*?{_SIGN}\[(.)\](?=[ \t]|$)"
_BOLD = r"(?:\*\*|__)?"
_NAME = rf"{_BOLD}(\w[^:：*_@\[\]\0]{{0,60}}?){_BOLD}(?::{_BOLD}(?=[ \t]|$)|：{_BOLD})"


class Task(NamedTuple):
    """A promise with the places of its parts, offsets in the line it was read from.

    `mark` is where the state stands in the box; `owner` the span of the owner as written,
    empty when there is none; for fields and id see `marks.Marks`.
    """

    item: ActionItem
    mark: int
    owner: Span
    marks: Marks


def parse(line: str, known: Known, *, at: int = 0, number: int = 0) -> Parsed[Task | None]:
    """Read a list item whose content begins at offset `at`; None where it is no action.

    `number` is the number of the line, for the problems. Never raises, on any text.
    """
    box = _BOX.match(line, at)
    if box is None:
        return Parsed(None, _no_action(line, at, number))
    marks = find(line)
    begin = box.end()
    owner, span, is_word = _owner(line, begin, marks, known)
    text = without(line, begin, marks.spans() if is_word else [*marks.spans(), span])
    if not text and not owner:
        what = "a box without words is no action, but a search for open ones finds it"
        hint = "Say what is to be done, or take the box away."
        problem = Problem("empty-box", what, hint, number, at + 1, line, strict=True)
        return Parsed(None, (problem,))
    state = _STATES.get(box[1], State.OTHER)
    dates = days(line, marks, number)
    problems = dates.problems
    if state is State.OTHER:
        hint = "Known are [ ], [/] started, [x] done and [-] dropped."
        what = f"[{box[1]}] is no mark of an action"
        problems += (Problem("odd-mark", what, hint, number, at + 1, line),)
    created, due = dates.value.get("created"), dates.value.get("due")
    closed = dates.value.get(_CLOSING[state]) if state in _CLOSING else None
    hashes = tags(marks.veiled, begin)
    item = ActionItem(marks.id, state, owner, text, created, due, closed, hashes)
    return Parsed(Task(item, box.start(1), span, marks), problems)


def read(
    line: Line, text: str, known: Known, *, section: str = "", path: str = ""
) -> Parsed[ActionItem | None]:
    """Read the action item of a scanned line of `text`, if it is one."""
    raw = text[line.start : line.end]
    at = line.at - line.start
    task, problems = parse(raw[: at + len(line.content)], known, at=at, number=line.number)
    if task is None:
        return Parsed(None, problems)
    if text[line.marker : line.at] != "- ":
        what = "an action that does not begin with `- [` is missed by a search for it"
        hint = "`one check --fix` writes it so."
        problems += (Problem("odd-marker", what, hint, line.number, 1, raw, strict=True),)
    item = task.item._replace(section=section, path=path, line=line.number, raw=raw)
    return Parsed(item, problems)


def _no_action(line: str, at: int, number: int) -> tuple[Problem, ...]:
    if not _TIGHT_BOX.match(line, at):
        return ()
    what = "a box needs a blank behind it to be an action"
    return (Problem("tight-box", what, "Write `- [ ] text`.", number, at + 1, line),)


def _owner(line: str, at: int, marks: Marks, known: Known) -> tuple[str, Span, bool]:
    """Find who owes it, where they are named, and whether the name is one of the words."""
    if lead := leader(marks.veiled, at, known):
        return *lead, False
    name = re.match(_NAME, marks.veiled[at:])
    if name and (person := known(name[1])):
        return person, (at, at + name.end()), False
    field = marks.last("owner")
    if field and (person := known(field.value.removeprefix("@"))):
        return person, (field.start, field.end), False
    if named := handle(marks.veiled, at, known):
        behind = without(line, named[1][1], marks.spans())
        return *named, not all(word.startswith("#") for word in behind.split())
    return "", (at, at), False


def write(
    owner: str,
    text: str,
    *,
    created: date | None = None,
    due: date | None = None,
    closed: date | None = None,
    state: State = State.OPEN,
    ident: str = "",
) -> str:
    """Write a new task line, with the fields in the order in which Obsidian reads them."""
    line = f"- [{state.value}] @{owner} {text}" if owner else f"- [{state.value}] {text}"
    for key, on in (("created", created), ("due", due), (_CLOSING.get(state), closed)):
        if key and on:
            line += f"  [{key}:: {on}]"
    return f"{line} ^{ident}" if ident else line


def set_state(line: str, state: State) -> str:
    """Change the mark in the box; a line without a box raises `CannotEdit`."""
    box = re.match(_BOXED_LINE, line)
    if box is None:
        hint = "An action begins with `- [ ]`."
        raise CannotEdit(Problem("no-box", "this line has no box to tick", hint, text=line))
    if _STATES.get(box[1], State.OTHER) is state:
        return line
    return line[: box.start(1)] + state.value + line[box.end(1) :]


def close(line: str, state: Literal[State.DONE, State.DROPPED], on: date) -> str:
    """Mark a promise done or dropped on a day; an earlier closing gives way."""
    return _settle(line, state, on.isoformat())


def reopen(line: str) -> str:
    """Mark a promise open again; the day on which it was closed goes."""
    return _settle(line, State.OPEN, None)


def _settle(line: str, state: State, on: str | None) -> str:
    line = set_state(line, state)
    for closing, key in _CLOSING.items():
        line = set_field(line, key, on if closing is state else None)
    return line
