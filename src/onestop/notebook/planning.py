"""Agenda notes: a first one from a template, later only what is missing."""

import re
from collections import defaultdict
from functools import partial

from onestop.formats import header, meeting, mentions, sections
from onestop.formats.header import Scalar, Words
from onestop.formats.markdown.marks import set_id
from onestop.model.agenda import Agenda, Pointer
from onestop.model.meeting import PLANNED
from onestop.notebook.change import Name
from onestop.notebook.edits import Edits


def write(edits: Edits, agenda: Agenda, template: str, name: Name, state: str = PLANNED) -> None:
    """Make the note of an agenda, or add mentions of items that stand nowhere in it yet."""
    lines = _mentions(edits, agenda, name)
    if edits.text(agenda.path) is None:
        text = meeting.first(template, agenda, state, lines)
        edits.create(agenda.path, text)
        # A template may have no place for some; preparing again would add them, too.
        there = set(text.splitlines())
        lines = {part: [x for x in new if x not in there] for part, new in lines.items()}
    edits.change(agenda.path, partial(_complete, agenda=agenda, lines=lines))


def _mentions(edits: Edits, agenda: Agenda, name: Name) -> dict[str, list[str]]:
    """A line for each item that does not stand in the note itself, by its section."""
    there = edits.text(agenda.path) or ""
    lines: dict[str, list[str]] = defaultdict(list)
    for item in agenda.items:
        if item.path == agenda.path or (item.id and _stands_in(there, item.id)):
            continue
        ident = item.id or _give_id(edits, item, name)
        lines[item.section].append(mentions.line(item.owner, item.text, ident))
    return lines


def _give_id(edits: Edits, item: Pointer, name: Name) -> str:
    ident = name()
    edits.line(item.path, item.line, item.raw, partial(set_id, ident=ident))
    return ident


def _complete(text: str, agenda: Agenda, lines: dict[str, list[str]]) -> str:
    """Add what stands nowhere yet, and change in the header what was asked for."""
    for section, new in lines.items():
        text = sections.add(text, section, new)
    said = {key: field.value for key, field in header.split(text).value.fields.items()}
    wanted: dict[str, Scalar] = {"purpose": agenda.purpose, "outcome": Words(agenda.outcome)}
    if "minutes" in said:
        wanted["minutes"] = agenda.minutes
    for key, value in wanted.items():
        if value and str(value) != said.get(key):
            text = header.set_header(text, key, value)
    if agenda.asked and ("asked" not in said or agenda.purpose not in ("", said.get("purpose"))):
        text = header.set_header(text, "asked", agenda.asked)
    return text


def _stands_in(text: str, ident: str) -> bool:
    return re.search(rf"\({re.escape(ident)}\)|\^{re.escape(ident)}(?![\w-])", text) is not None
