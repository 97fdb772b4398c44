"""Agenda notes: a first one from a template, later only what is missing."""

import re
from collections import defaultdict

from onestop.formats import header, meeting
from onestop.formats.marks import set_id
from onestop.model.agenda import Agenda, Pointer
from onestop.model.meeting import PLANNED
from onestop.notebook.change import Name
from onestop.notebook.edits import Edits


def write(edits: Edits, agenda: Agenda, template: str, name: Name, state: str = PLANNED) -> None:
    """Make the note of an agenda, or add mentions of items that stand nowhere in it yet."""
    lines = _mentions(edits, agenda, name)
    if edits.text(agenda.path) is None:
        edits.create(agenda.path, first(agenda, template, lines, state))
        return
    edits.change(agenda.path, lambda text: _complete(text, agenda, lines))


def first(agenda: Agenda, template: str, lines: dict[str, list[str]], state: str) -> str:
    """The note as it begins."""
    return meeting.first(
        template,
        slug=agenda.slug,
        on=agenda.on,
        title=meeting.title(agenda.between, agenda.on),
        state=state,
        minutes=agenda.minutes,
        asked=agenda.asked,
        purpose=agenda.purpose,
        question=agenda.question,
        follow_ups=lines["Follow-up"],
        topics=lines["Topics"],
    )


def _mentions(edits: Edits, agenda: Agenda, name: Name) -> dict[str, list[str]]:
    """A line for each item that does not stand in the note itself."""
    there = edits.text(agenda.path) or ""
    lines: dict[str, list[str]] = defaultdict(list)
    for item in agenda.items:
        if item.path == agenda.path or (item.id and _stands_in(there, item.id)):
            continue
        ident = item.id or _give_id(edits, item, name)
        lines[item.section].append(meeting.mention(item.owner, item.text, ident))
    return lines


def _give_id(edits: Edits, item: Pointer, name: Name) -> str:
    ident = name()
    edits.line(item.path, item.line, item.raw, lambda line: set_id(line, ident))
    return ident


def _complete(text: str, agenda: Agenda, lines: dict[str, list[str]]) -> str:
    for section, new in lines.items():
        text = meeting.add(text, section, new)
    if agenda.purpose and "purpose" not in header.split(text).value.fields:
        text = header.set_header(text, "purpose", agenda.purpose)
    if agenda.asked and "asked" not in header.split(text).value.fields:
        text = header.set_header(text, "asked", agenda.asked)
    return text


def _stands_in(text: str, ident: str) -> bool:
    return re.search(rf"\({re.escape(ident)}\)|\^{re.escape(ident)}(?![\w-])", text) is not None
