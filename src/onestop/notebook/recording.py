"""A log put into the files: homes first, line for line, then the note itself."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from onestop.formats import header, meeting, mentions, sections
from onestop.formats.markdown import marks, task
from onestop.model.action import State
from onestop.model.agenda import Pointer
from onestop.model.entry import Entry, Record
from onestop.model.meeting import CONFUSED, HELD, SECTIONS
from onestop.notebook import asides, change
from onestop.notebook.change import Name
from onestop.notebook.edits import Edit, Edits

_GONE = ("skipped", "moved-to")


class Named(NamedTuple):
    """An item with the id it has, or has just been given."""

    item: Pointer
    id: str


def write(
    edits: Edits, record: Record, template: str, name: Name, headings: Sequence[str] = SECTIONS
) -> list[str]:
    """Close what was closed, write the note, then what belongs beside it.

    `headings` go when nothing stands under them. Returns the new actions' ids, in their order.
    """
    agenda, entry = record.agenda, record.entry
    done, talked = _close(edits, record, name)
    if edits.text(agenda.path) is None:
        edits.create(agenda.path, meeting.first(template, agenda, HELD))
    made = [name() for _ in entry.actions]
    for edit in (
        partial(_close_mentions, path=agenda.path, done=done, talked=talked),
        partial(_add_words, entry=entry, made=made, name=name),
        partial(mentions.name_actions, name=name),
        partial(_finish, entry=entry, headings=headings),
    ):
        edits.change(agenda.path, edit)
    for aside in entry.asides:
        asides.write(aside, edits, agenda, name)
    return made


def _close(edits: Edits, record: Record, name: Name) -> tuple[list[Named], list[Named]]:
    """Write at its home what became of each item; what was done, and what was discussed."""
    on = record.agenda.on
    done = _at_home(edits, record.done, name, partial(change.close, state=State.DONE, day=on))
    talked = _at_home(edits, record.talked, name, partial(change.talk, day=on))
    _at_home(edits, record.kept, name, str)
    _at_home(edits, record.said, name, partial(change.say, day=on))
    for item, became in record.settled:
        _at_home(edits, [item], name, partial(change.settle, became=became, day=on))
    return done, talked


def _at_home(edits: Edits, items: Sequence[Pointer], name: Name, edit: Edit) -> list[Named]:
    """Edit each item's own line, and see to it that it has an id."""
    found = [Named(item, item.id or name()) for item in items]
    for item, ident in found:
        named = partial(_named, has_id=bool(item.id), ident=ident, edit=edit)
        edits.line(item.path, item.line, item.raw, named)
    return found


def _named(line: str, *, has_id: bool, ident: str, edit: Edit) -> str:
    return edit(line if has_id else task.set_id(line, ident))


def _close_mentions(text: str, path: str, done: list[Named], talked: list[Named]) -> str:
    """Tick the mentions of what was done; what the page did not mention is added to it."""
    for item, ident in (named for named in done if named.item.path != path):
        ticked = mentions.tick(text, ident)
        if ticked is None:
            line = mentions.line(item.owner, item.text, ident, ticked=True)
            ticked = sections.add(text, "Follow-up", [line])
        text = ticked
    for item, ident in (named for named in talked if named.item.path != path):
        if not mentions.holds(text, ident):
            text = sections.add(text, "Topics", [mentions.line(item.owner, item.text, ident)])
    return text


def _add_words(text: str, entry: Entry, made: Sequence[str], name: Name) -> str:
    """Add every new line under its heading."""
    lines: dict[str, list[str]] = defaultdict(list)
    for section, words in entry.bullets:
        lines[section].append(f"- {words}")
    for face, words in entry.moments:
        ident = _own_id(face, words, name)
        lines["Happiness"].append(f"- {face} {words}{ident}")
    for said, ident in zip(entry.actions, made, strict=True):
        lines["Actions"].append(task.write(said.owner, said.text, due=said.due, ident=ident))
    for section, new in lines.items():
        text = sections.add(text, section, new)
    return text


def _own_id(face: str, words: str, name: Name) -> str:
    """An id for what stays open, and behind words whose end would be read as one."""
    return f" ^{name()}" if face == CONFUSED or marks.find(words).id else ""


def _finish(text: str, entry: Entry, headings: Sequence[str]) -> str:
    """Set the header, and drop the headings under which nothing was written."""
    fields = header.split(text).value.fields
    for key in _GONE:
        if key in fields:
            text = header.remove_header(text, key)
    if "state" not in fields or fields["state"].value != HELD:
        text = header.set_header(text, "state", HELD)
    for key, value in entry.header.items():
        text = header.set_header(text, key, value)
    return sections.drop_empty(text, headings)
