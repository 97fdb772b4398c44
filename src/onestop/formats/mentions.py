"""Items named in a note that is not their home: `- @sam Ask finance (m2tb)`.

A mention is a list item without an id of its own
whose words end in the id of an item that exists, in brackets.
"""

import re
from collections.abc import Callable, Container

from onestop.formats import sections
from onestop.formats.markdown import bullet, task
from onestop.formats.markdown.lines import Kind, Line
from onestop.formats.parsed import CannotEdit
from onestop.model.action import State

BOX = "[ ] "
_BOX = re.compile(r"\[ \][ \t]+")


class _Anything:
    """All ids there could be."""

    def __contains__(self, _: object) -> bool:
        return True


def line(owner: str, text: str, ident: str, *, ticked: bool = False) -> str:
    """The line that names an item of another place, by its id."""
    box, who = "[x] " if ticked else "", f"@{owner} " if owner else ""
    # What the item says may look like a box, and an open one would be found twice.
    return f"- {box}{who}{text.replace(f'- {BOX}', '- ')} ({ident})"


def holds(text: str, ident: str) -> bool:
    """Whether some item of the note mentions this id."""
    return _find(text, ident) is not None


def tick(text: str, ident: str) -> str | None:
    """Tick the mention of an id: what was done is done here too; None when there is no mention."""
    found = _find(text, ident)
    if found is None:
        return None
    at = found.at - found.start

    def ticked(words: str) -> str:
        if _task(words, at):
            return task.set_state(words, State.DONE)
        return f"{words[:at]}[x] {words[at:]}"

    return sections.edit(text, found, ticked)


def untick(words: str) -> str:
    """The line of a ticked mention without its box, as the item is open again."""
    return _BOX.sub("", task.set_state(words, State.OPEN), count=1)


def name_actions(text: str, name: Callable[[], str]) -> str:
    """Give an id to every action that was typed by hand.

    One that ends in a word in brackets may be a mention, and is left as it is.
    """
    for found in reversed(_items(text)):
        at = found.at - found.start
        done = _task(sections.shown(found, text), at)
        if done and not done.item.id and not bullet.mention(done.item.text, _Anything()):
            text = sections.edit(text, found, lambda words: task.set_id(words, name()))
    return text


def plain_boxes(text: str, ids: Container[str]) -> str:
    """Write every action as `- [`, and take open boxes off mentions; what they say stays.

    `ids` are those of items that exist. A line that would change what stands around it stays.
    """
    for found in reversed(_items(text)):
        at, marker = found.at - found.start, found.marker - found.start
        done = _task(sections.shown(found, text), at)
        if done is None:
            continue
        is_open_mention = done.item.state is State.OPEN and _mentioned(found, text, ids)
        words = at + len(BOX) if is_open_mention else at
        text = _plain(text, found, marker, words)
    return text


def _plain(text: str, found: Line, marker: int, words: int) -> str:
    try:
        return sections.edit(text, found, lambda line: f"{line[:marker]}- {line[words:]}")
    except CannotEdit:
        return text


def _items(text: str) -> list[Line]:
    return [x for x in sections.read(text) if x.kind is Kind.ITEM]


def _find(text: str, ident: str) -> Line | None:
    return next((x for x in _items(text) if _mentioned(x, text, (ident,))), None)


def _mentioned(found: Line, text: str, ids: Container[str]) -> bool:
    """Whether this line mentions one of these ids."""
    item = bullet.bullet(sections.shown(found, text), _nobody, at=found.at - found.start).value
    ident = None if item.id else bullet.mention(item.text, ids)
    return ident is not None and ident in ids


def _task(words: str, at: int) -> task.Task | None:
    return task.parse(words, _nobody, at=at).value


def _nobody(_: str) -> None:
    return None
