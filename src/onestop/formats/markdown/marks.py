"""What stands on a line beside the words: fields such as `[due:: 2026-11-27]`, and the id.

Reading tells where each stands, so that an edit changes that span and nothing else.
What is escaped, or stands in code or in a comment, is no field.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple, get_args

from onestop.formats.days import iso
from onestop.formats.markdown.inline import veil
from onestop.formats.markdown.row import BLANKS
from onestop.formats.markdown.words import Span
from onestop.formats.parsed import CannotEdit, Parsed
from onestop.model.problem import Problem

Key = Literal[
    "due", "created", "completion", "cancelled", "owner", "talked", "said", "became",
    "situation", "behaviour", "impact",
]  # fmt: skip


class Field(NamedTuple):
    """One field as it stands: offsets in its line; the value begins at `at`."""

    key: str
    value: str
    start: int
    end: int
    at: int


class Marks(NamedTuple):
    """What stands on a line beside the words.

    `id_at` is where the ^ of the id stands, or -1. `veiled` and `comments`: see `inline.veil`.
    """

    fields: tuple[Field, ...]
    id: str
    id_at: int
    veiled: str
    comments: list[Span]

    def last(self, key: Key) -> Field | None:
        """Give the field that counts: the last one, when the key is there twice."""
        found = [field for field in self.fields if field.key == key]
        return found[-1] if found else None

    def spans(self) -> list[Span]:
        """List what is no words: the fields, but for an owner, the comments and the id."""
        spans = [(field.start, field.end) for field in self.fields if field.key != "owner"]
        spans += self.comments
        if self.id:
            spans.append((self.id_at, len(self.veiled)))
        return spans


_SIGNS = {
    "📅": "due",
    "📆": "due",
    "🗓": "due",
    "➕": "created",
    "✅": "completion",
    "❌": "cancelled",
}
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w-])"
_WHOLE_DAY = re.compile(_DAY)
_KEYS = frozenset(get_args(Key))
_FIELD = re.compile(
    r"\[([a-z]+)::[ \t]*+([^][()]*)\]"
    r"|\(([a-z]+)::[ \t]*+([^][()]*)\)"
    rf"|(due):({_DAY}|[^\s:]\S*)"
)
_BARE = 6  # the group of the value in `due:2026-11-27`
# Compiled when a line first needs it: among the signs alone that takes longer than all else.
_SIGNED = (
    rf"([📅📆🗓])\ufe0f?[ \t]*({_DAY}|[0-9]+[-./]\S*)"
    rf"|([➕✅❌])\ufe0f?[ \t]*({_DAY}|[0-9]{{4}}-\S*)"
)
_WORDY = ("owner", "became", "situation", "behaviour", "impact")  # their values are words
_ID = re.compile(r"\^([A-Za-z0-9-]+)[ \t]*")


def find(line: str) -> Marks:
    """Find the known fields of a line, in their order, and the id at its end."""
    veiled, comments = veil(line)
    if "::" not in line and "^" not in line and "due:" not in line and line.isascii():
        return Marks((), "", -1, veiled, comments)
    fields: list[Field] = []
    for found in _all(veiled):
        group = found.lastindex or 0
        start, (at, end) = found.start(), found.span(group)
        key = _SIGNS.get(found[group - 1], found[group - 1])
        is_apart = group != _BARE or not start or veiled[start - 1] in " \t("
        if key in _KEYS and is_apart and not (fields and start < fields[-1].end):
            fields.append(Field(key, line[at:end].rstrip(), start, found.end(), at))
    ident = _ident(veiled)
    if ident is None:
        return Marks(tuple(fields), "", -1, veiled, comments)
    return Marks(tuple(fields), ident[1], ident.start(), veiled, comments)


def _all(veiled: str) -> Iterable[re.Match[str]]:
    if veiled.isascii():
        return _FIELD.finditer(veiled)
    both = [*_FIELD.finditer(veiled), *re.finditer(_SIGNED, veiled)]
    return sorted(both, key=re.Match.start)


def _ident(words: str) -> re.Match[str] | None:
    """Find the id that ends the words."""
    caret = words.rfind("^")
    if caret < 0 or (caret and words[caret - 1] not in BLANKS):
        return None
    return _ID.fullmatch(words, caret)


def days(line: str, marks: Marks, number: int) -> Parsed[dict[str, date]]:
    """Read the fields that hold a date; what is no date is a problem, and absent.

    An id that a field was written behind is a problem too: nobody finds the line by it.
    """
    found: dict[str, date] = {}
    problems = []
    for field in marks.fields:
        if field.key in _WORDY:
            continue
        if field.key in found:
            what = f"{field.key} is given twice; the last one counts"
            hint = "Take one of them away."
            problems.append(Problem("twice", what, hint, number, field.start + 1, line))
        if value := iso(field.value):
            found[field.key] = value
        else:
            found.pop(field.key, None)
            problems.append(_bad_date(field, line, number))
    if lost := _lost_id(marks):
        what = f"^{lost[1]} is not the last thing on the line, and so no id"
        hint = "Move it behind the fields."
        problems.append(Problem("lost-id", what, hint, number, lost.start() + 1, line))
    return Parsed(found, tuple(problems))


def _lost_id(marks: Marks) -> re.Match[str] | None:
    """Find what would be the id, were it not for the fields behind it."""
    if marks.id or not marks.fields:
        return None
    end = len(marks.veiled)
    for field in reversed(marks.fields):
        if marks.veiled[field.end : end].strip(BLANKS):
            return None
        end = field.start
    return _ident(marks.veiled[:end])


def _bad_date(field: Field, line: str, number: int) -> Problem:
    is_legible = _WHOLE_DAY.fullmatch(field.value) is not None
    what = f"there is no {field.value}" if is_legible else f"{field.value!r} is not a date"
    hint = "A date is written as 2026-11-27."
    return Problem("bad-date", what, hint, number, field.at + 1, line)


def set_field(line: str, key: Key, value: str | None) -> str:
    """Give a field its value, in its place and its spelling; None takes the field away.

    A new one goes behind the words, before the id. Raises `CannotEdit` when the line would
    not read back as intended, as with a bracket in the value.
    """
    before = find(line)
    field = before.last(key)
    if value is None:
        edited = _without(line, key, before.fields)
    elif field:
        edited = line[: field.at] + value + line[field.at + len(field.value) :]
    else:
        at = len((line[: before.id_at] if before.id else line).rstrip(BLANKS))
        edited = f"{line[:at]}  [{key}:: {value}]{line[at:]}"
    after = find(edited)
    field = after.last(key)
    reads_back = after.id == before.id and _others(after, key) == _others(before, key)
    if not reads_back or (field.value if field else None) != value:
        raise _refused(line, f"{key}:: {value}")
    return edited


def set_id(line: str, ident: str) -> str:
    """Give the line its id, in place of the one it has, or as the last thing on it.

    Blanks that end the line stay, and separate the id from the words.
    Raises `CannotEdit` for what no id can be.
    """
    before = find(line)
    if before.id:
        at = before.id_at + 1
        edited = line[:at] + ident + line[at + len(before.id) :]
    else:
        edited = f"{line}{'' if line[-1:] in BLANKS else ' '}^{ident}"
    after = find(edited)
    if not ident or after.id != ident or _others(after) != _others(before):
        raise _refused(line, f"^{ident}")
    return edited


def _without(line: str, key: Key, fields: tuple[Field, ...]) -> str:
    for field in reversed(fields):
        if field.key == key:
            words = line[: field.start].rstrip(BLANKS)
            # What was apart stays apart, or a box would lose the blank that makes it one.
            is_tight = line[field.end : field.end + 1] not in BLANKS
            blank = line[len(words) : field.start][-1:] if is_tight else ""
            line = words + blank + line[field.end :]
    return line


def _others(marks: Marks, key: Key | None = None) -> list[tuple[str, str]]:
    return [(field.key, field.value) for field in marks.fields if field.key != key]


def _refused(line: str, what: str) -> CannotEdit:
    hint = "Edit the line by hand."
    return CannotEdit(Problem("cannot-edit", f"{what} cannot go on this line", hint, text=line))
