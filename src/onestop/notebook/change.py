"""Changes to items at their home, the line where they were made."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Literal

from onestop.formats import inbox, mentions
from onestop.formats.markdown import ids, task
from onestop.formats.markdown.marks import Marks, find, set_field, set_id
from onestop.formats.parsed import CannotEdit
from onestop.model.action import State
from onestop.model.entry import Said
from onestop.model.person import Person
from onestop.model.problem import Problem
from onestop.notebook import layout
from onestop.notebook.edits import Edits

Name = Callable[[], str]


class Namer:
    """Fresh ids for a notebook, each given once; the notebook is searched for the first of them."""

    def __init__(self, all_ids: Callable[[], set[str]], pick: Callable[[str], str]) -> None:
        self._all_ids = all_ids
        self._pick = pick
        self._taken: set[str] | None = None

    def __call__(self) -> str:
        """One more id."""
        if self._taken is None:
            self._taken = self._all_ids()
        made = ids.fresh(self._pick, self._taken)
        self._taken.add(made)
        return made


def named(line: str, ident: str, name: Name) -> str:
    """The line with an id, its own or a fresh one."""
    return line if ident else set_id(line, name())


def close(line: str, state: Literal[State.DONE, State.DROPPED], day: date) -> str:
    """A promise that is done, or dropped."""
    return task.close(line, state, day)


def explain(line: str, why: str) -> str:
    """The reason for dropping, behind the words and before the fields.

    CannotEdit for a reason that would not be words, as with a field in it.
    """
    marks = find(line)
    ends = [f.start for f in marks.fields] + ([marks.id_at] if marks.id else [])
    words = line[: min(ends, default=len(line))].rstrip()
    explained = f"{words} (dropped: {why}){line[len(words) :]}"
    after = find(explained)
    if (after.id, _values(after)) != (marks.id, _values(marks)):
        hint = "Say it without brackets and fields."
        raise CannotEdit(Problem("cannot-edit", "the reason would not be words", hint, text=line))
    return explained


def reopen(line: str, *, has_box: bool, is_mention: bool = False) -> str:
    """A promise, a topic or a `:-/` that is open again, or the mention that ticked it."""
    if is_mention:
        return mentions.untick(line)
    if has_box:
        return task.reopen(line)
    return set_field(set_field(line, "talked", None), "became", None)


def set_due(line: str, day: date | None) -> str:
    """Another due date, or none."""
    return set_field(line, "due", day.isoformat() if day else None)


def talk(line: str, day: date) -> str:
    """A topic discussed."""
    return set_field(line, "talked", day.isoformat())


def say(line: str, day: date) -> str:
    """Feedback that the person has heard."""
    return set_field(line, "said", day.isoformat())


def unsay(line: str) -> str:
    """Feedback that the person has not heard, after all."""
    return set_field(line, "said", None)


def settle(line: str, became: str, day: date) -> str:
    """A `:-/` that became happy, sad or settled."""
    return set_field(line, "became", f"{became} {day.isoformat()}")


def add_topic(edits: Edits, person: Person, owner: str, text: str, day: date, ident: str) -> None:
    """A topic for the next agenda."""
    _add(edits, person, "Topics", inbox.topic_line(day, owner, text, ident))


def add_action(edits: Edits, person: Person, said: Said, day: date, ident: str) -> None:
    """An action agreed outside a meeting."""
    line = task.write(said.owner, said.text, created=day, due=said.due, ident=ident)
    _add(edits, person, "Actions", line)


def _add(edits: Edits, person: Person, section: str, line: str) -> None:
    edit = partial(inbox.add, section=section, line=line)
    edits.change(layout.inbox(person.slug), edit, inbox.first(person.first_name))


def _values(marks: Marks) -> list[tuple[str, str]]:
    return [(field.key, field.value) for field in marks.fields]
