"""A log put into the files: homes first, line for line, then the note itself."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from onestop.formats import header, meeting, task
from onestop.formats.marks import set_id
from onestop.model.action import State
from onestop.model.agenda import Pointer
from onestop.model.entry import Entry, Record
from onestop.model.meeting import HELD
from onestop.notebook import change, planning
from onestop.notebook.change import Name
from onestop.notebook.edits import Edits

_GONE = ("skipped", "moved-to")


class Named(NamedTuple):
    """An item with the id it has, or has just been given."""

    item: Pointer
    id: str


def write(edits: Edits, record: Record, template: str, name: Name) -> list[str]:
    """Close what was closed, then write the note; returns the new actions' ids, in their order."""
    on, path = record.agenda.on, record.agenda.path
    done = _at_home(edits, record.done, name, lambda line: change.close(line, State.DONE, on))
    talked = _at_home(edits, record.talked, name, lambda line: change.talk(line, on))
    _at_home(edits, record.kept, name, str)
    for item, became in record.settled:
        _at_home(edits, [item], name, partial(change.settle, became=became, day=on))
    if edits.text(path) is None:
        nothing: dict[str, list[str]] = defaultdict(list)
        edits.create(path, planning.first(record.agenda, template, nothing, HELD))
    made = [name() for _ in record.entry.actions]
    edits.change(path, lambda text: _close_mentions(text, path, done, talked))
    edits.change(path, lambda text: _add_words(text, record.entry, made, name))
    edits.change(path, lambda text: meeting.name_actions(text, name))
    edits.change(path, lambda text: _finish(text, record.entry))
    return made


def _at_home(
    edits: Edits, items: Sequence[Pointer], name: Name, edit: Callable[[str], str]
) -> list[Named]:
    """Edit each item's own line, and see to it that it has an id."""
    found = [Named(item, item.id or name()) for item in items]
    for item, ident in found:
        edits.line(
            item.path, item.line, item.raw, partial(_named, item=item, ident=ident, edit=edit)
        )
    return found


def _named(line: str, item: Pointer, ident: str, edit: Callable[[str], str]) -> str:
    return edit(line if item.id else set_id(line, ident))


def _close_mentions(text: str, path: str, done: list[Named], talked: list[Named]) -> str:
    """Tick the mentions of what was done; what the page did not mention is added to it."""
    for item, ident in done:
        if item.path == path:
            continue
        ticked = meeting.tick(text, ident)
        if ticked is None:
            line = meeting.mention(item.owner, item.text, ident, ticked=True)
            ticked = meeting.add(text, "Follow-up", [line])
        text = ticked
    for item, ident in talked:
        if item.path != path and not meeting.mentions(text, ident):
            text = meeting.add(text, "Topics", [meeting.mention(item.owner, item.text, ident)])
    return text


def _add_words(text: str, entry: Entry, made: Sequence[str], name: Name) -> str:
    """Add every new line under its heading."""
    lines: dict[str, list[str]] = defaultdict(list)
    for section, words in entry.bullets:
        lines[section].append(f"- {words}")
    for face, words in entry.moments:
        ident = f" ^{name()}" if face == ":-/" else ""
        lines["Happiness"].append(f"- {face} {words}{ident}")
    for said, ident in zip(entry.actions, made, strict=True):
        lines["Actions"].append(task.write(said.owner, said.text, due=said.due, ident=ident))
    for section, new in lines.items():
        text = meeting.add(text, section, new)
    return text


def _finish(text: str, entry: Entry) -> str:
    """Set the header, and drop the headings under which nothing was written."""
    fields = header.split(text).value.fields
    for key in _GONE:
        if key in fields:
            text = header.remove_header(text, key)
    if "state" not in fields or fields["state"].value != HELD:
        text = header.set_header(text, "state", HELD)
    for key, value in entry.header.items():
        text = header.set_header(text, key, value)
    return meeting.drop_empty(text)
