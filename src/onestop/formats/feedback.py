"""feedback.md: feedback as it happens, one line each.

`- 2026-11-20 good: Calm handling of the incident  [said:: 2026-11-24] ^f3kd`

Situation, behaviour and impact stand as fields behind the words, where somebody wrote them.
"""

import re
from datetime import date
from typing import cast

from onestop.errors import Usage
from onestop.formats import days, header, sections
from onestop.formats.markdown.lines import Kind, Line, scan
from onestop.formats.markdown.marks import Key, Marks, find, set_field, set_id
from onestop.formats.markdown.marks import days as dates_of
from onestop.formats.markdown.words import tags, without
from onestop.formats.parsed import CannotEdit, Parsed
from onestop.model.feedback import KINDS, TO_ME, Feedback
from onestop.model.problem import Problem

FORM = "Write `- 2026-11-20 good: ...`; fix: for what to change, to-me: for what they told you."

_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})[ \t]+")
_KIND = re.compile(r"(\w[\w-]*(?: me)?)[ \t]*:[ \t]*")
_SPELLED = {"tome": TO_ME, "to me": TO_ME} | {kind: kind for kind in KINDS}
_DETAILS = ("situation", "behaviour", "impact")


def parse(text: str, *, path: str) -> Parsed[tuple[Feedback, ...]]:
    """Read feedback.md; a list item that is none is named, one below another belongs to it."""
    head = header.split(text)
    found: list[Feedback] = []
    problems = [*head.problems]
    for line in scan(text, head.value.body, head.value.body_line):
        if line.kind is Kind.ITEM and line.content:
            one, odd = _feedback(line, text, path)
            found += [one] if one else []
            problems += odd
    return Parsed(tuple(found), tuple(problems))


def first(name: str) -> str:
    """feedback.md before its first line."""
    return f"# {name}: feedback\n"


def add(text: str, line: str) -> str:
    """Add one line at the end of the list."""
    return sections.add_last(text, line)


def written(new: Feedback) -> str:
    """One line of feedback; Usage where it would not read back as what was said."""
    try:
        line = _written(new)
    except CannotEdit:
        line = ""
    found = parse(line, path="").value
    if [one._replace(line=0, raw="", tags=()) for one in found] != [new._replace(tags=())]:
        raise Usage(
            "Some of these words would be read as marks, such as ^id or [said:: 2026-11-24].",
            hint="Say it in plain words.",
        )
    return line


def said(line: str, day: date) -> str:
    """The line of feedback that was told on a day."""
    return set_field(line, "said", day.isoformat())


def _written(new: Feedback) -> str:
    day = f"{new.day.isoformat()} " if new.day else ""
    line = f"- {day}{new.kind}: {new.text}"
    for key in _DETAILS:
        if value := getattr(new, key):
            line = set_field(line, cast("Key", key), value)
    line = said(line, new.said) if new.said else line
    return set_id(line, new.id) if new.id else line


def _feedback(line: Line, text: str, path: str) -> Parsed[Feedback | None]:
    shown = sections.shown(line, text)
    raw = text[line.start : line.end]
    (day, begin), odd = _dated(shown, line.at - line.start, line.number)
    found = _KIND.match(shown, begin)
    kind = _SPELLED.get(found[1].lower()) if found else None
    if found is None or kind is None:
        nested = line.level > 1
        return Parsed(None, () if nested else (_no_kind(found, line.number, begin, shown),))
    marks = find(shown)
    words = without(shown, found.end(), marks.spans())
    if not words:
        odd = (*odd, _problem("feedback without words", FORM, line.number, begin, shown))
        return Parsed(None, odd)
    dates, more = dates_of(shown, marks, line.number)
    situation, behaviour, impact = (_detail(marks, key) for key in _DETAILS)
    one = Feedback(
        kind, words, day, dates.get("said"), marks.id, situation, behaviour, impact,
        tags(marks.veiled, begin), path, line.number, raw,
    )  # fmt: skip
    return Parsed(one, (*odd, *more))


def _dated(words: str, at: int, number: int) -> Parsed[tuple[date | None, int]]:
    """The date at `at`, and where the words behind it begin."""
    found = _DATED.match(words, at)
    if found is None:
        return Parsed((None, at))
    day = days.iso(found[1])
    if day:
        return Parsed((day, found.end()))
    hint = "A date is written as 2026-11-27."
    odd = Problem("bad-date", f"there is no {found[1]}", hint, number, at + 1, words)
    return Parsed((None, found.end()), (odd,))


def _no_kind(found: re.Match[str] | None, number: int, at: int, line: str) -> Problem:
    """What to write in place of a kind that is none."""
    if found and found[1].lower() == "up":
        hint = "Write to-me: for what they told you, good: or fix: for what you tell them."
        return _problem("feedback to you is called to-me", hint, number, at, line)
    return _problem("this line says neither good, fix nor to-me", FORM, number, at, line)


def _problem(what: str, hint: str, number: int, at: int, line: str) -> Problem:
    return Problem("feedback", what, hint, number, at + 1, line)


def _detail(marks: Marks, key: str) -> str:
    field = marks.last(cast("Key", key))
    return field.value if field else ""
