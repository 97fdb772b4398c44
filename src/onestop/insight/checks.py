r"""What does not fit between files: the part of `one check` that no single file can tell.

Once nothing strict is left, `git grep -e '- \[ \]' -- people`
is the list of open actions, each once.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from onestop.insight import actions, tags
from onestop.insight.actions import NOBODY, Promise
from onestop.insight.names import fold
from onestop.model.action import ActionItem, State
from onestop.model.feedback import Feedback
from onestop.model.folder import Folder
from onestop.model.meeting import Moment
from onestop.model.problem import Problem
from onestop.model.settings import Settings
from onestop.model.topic import Topic

BOX = "- [ ]"

Line: TypeAlias = tuple[str, int, str]
"""A path, the number of a line, and its text."""

Homed: TypeAlias = ActionItem | Topic | Moment | Feedback
"""What has an id, and a line that is its home."""


class _Facts(NamedTuple):
    """What all checks look at."""

    folders: Sequence[Folder]
    settings: Settings
    promises: Sequence[Promise]
    boxes: Sequence[Line]


def problems(
    folders: Sequence[Folder], settings: Settings, boxes: Iterable[Line], today: date
) -> tuple[Problem, ...]:
    """Everything odd between the files, in order of path and line."""
    promises = [p for f in folders for p in actions.promises(f, settings, today)]
    facts = _Facts(folders, settings, promises, list(boxes))
    checks = (
        _same_id, _owners, _ticked_elsewhere, _started, _archived, _stray_boxes, _missed_boxes,
        _twins, _note_names, _tags,
    )  # fmt: skip
    found = {problem for check in checks for problem in check(facts)}
    return tuple(sorted(found, key=lambda p: (p.path, p.line, p.column, p.code)))


def ticked_elsewhere(
    folders: Iterable[Folder], settings: Settings, today: date
) -> tuple[ActionItem, ...]:
    """Open homes of promises that another line shows as done: what `--fix` ticks."""
    found = (p for f in folders for p in actions.promises(f, settings, today))
    return tuple(p.item for p in found if p.ticked_elsewhere and p.item.state.is_open)


def _same_id(facts: _Facts) -> Iterator[Problem]:
    homes: dict[str, Homed] = {}
    for item in (item for folder in facts.folders for item in _items(folder) if item.id):
        home = homes.setdefault(item.id, item)
        if home is not item:
            what = f"^{item.id} is on another line already, {home.path}:{home.line}"
            hint = f"Keep one of them; mention it elsewhere as ({item.id})."
            yield _at(item, "same-id", what, hint)


def _items(folder: Folder) -> Iterator[Homed]:
    yield from folder.actions
    yield from folder.topics
    yield from folder.feedback
    for note in folder.meetings:
        yield from note.actions
        yield from note.topics
        yield from note.moments


def _owners(facts: _Facts) -> Iterator[Problem]:
    for promise in facts.promises:
        if promise.is_open and promise.side == NOBODY:
            handle = promise.item.text.split(" ", 1)[0]
            if handle.startswith("@"):
                what, hint = f"{handle} is nobody this notebook knows", "See: one people"
            else:
                what, hint = "nobody owns this action", "Write @handle behind the box."
            yield _at(promise.item, "owner", what, hint)


def _ticked_elsewhere(facts: _Facts) -> Iterator[Problem]:
    what = "another line shows this action as done, its own is still open"
    hint = "`one check --fix` ticks it here."
    for promise in facts.promises:
        if promise.ticked_elsewhere and promise.item.state.is_open:
            yield _at(promise.item, "ticked-elsewhere", what, hint, strict=True)


def _started(facts: _Facts) -> Iterator[Problem]:
    what = "a search for open actions does not find [/]"
    hint = "Write [ ], or leave it: `one actions` lists it all the same."
    for promise in facts.promises:
        if promise.item.state is State.STARTED:
            yield _at(promise.item, "started", what, hint, strict=True)


def _archived(facts: _Facts) -> Iterator[Problem]:
    """Open promises in a closed folder: a search finds them, `one actions` does not."""
    archived = {f.person.slug for f in facts.folders if f.person.archived}
    for promise in facts.promises:
        if promise.is_open and promise.slug in archived:
            what = f"still open, but {promise.name} is archived"
            named = promise.item.id or "ID"
            hint = f"Close it: one done {named}, or one drop {named}"
            yield _at(promise.item, "archived", what, hint, strict=True)


def _stray_boxes(facts: _Facts) -> Iterator[Problem]:
    """Lines that a search for open actions finds, and that are none."""
    homes = {
        (p.item.path, p.item.line, p.item.raw) for p in facts.promises if p.item.state is State.OPEN
    }
    what = "a search for open actions finds this line, which is none"
    hint = "Take the box away, or move the line to inbox.md or a meeting."
    for path, line, text in facts.boxes:
        if (path, line, text) not in homes:
            at = text.index(BOX) + 1
            yield Problem("stray-box", what, hint, line, at, text, path, strict=True)


def _missed_boxes(facts: _Facts) -> Iterator[Problem]:
    """Open actions that git's search does not find, as behind a link."""
    found = set(facts.boxes)
    what = "git does not find this action where `one actions` lists it"
    hint = "It stands behind a link, or old line ends (CR) are in the file: save it as a plain one."
    for promise in facts.promises:
        item = promise.item
        is_plain = item.state is State.OPEN and BOX in item.raw
        if is_plain and (item.path, item.line, item.raw) not in found:
            yield _at(item, "missed-box", what, hint, strict=True)


def _twins(facts: _Facts) -> Iterator[Problem]:
    """Handles that name more than one: the manager's own and those of two people."""
    seen = dict.fromkeys((fold(facts.settings.me), "me"), "you")
    for folder in facts.folders:
        slug = folder.person.slug
        for handle in dict.fromkeys(fold(h) for h in folder.person.handles):
            if seen.setdefault(handle, slug) != slug:
                what = f'"{handle}" means {seen[handle]} and {slug}'
                hint = "Give one of them another name."
                yield Problem("twin", what, hint, path=f"people/{slug}")


def _note_names(facts: _Facts) -> Iterator[Problem]:
    """A note's file name carries the day and the person, unique in the notebook."""
    for folder in facts.folders:
        for note in folder.meetings:
            second = f"_{note.number}" if note.number > 1 else ""
            wanted = f"{note.date.isoformat()}-{folder.person.slug}{second}.md"
            if note.path.rpartition("/")[2] != wanted:
                what = "the file name does not say the day and the person, and nothing else"
                hint = f"Call it {wanted}."
                yield Problem("note-name", what, hint, path=note.path, strict=True)


def _tags(facts: _Facts) -> Iterator[Problem]:
    """Tags that are one slip away from a theme or a key result; any other is the person's own."""
    for folder in facts.folders:
        known = tags.known(folder)
        for said in tags.said(folder):
            meant = tags.near(said.tag, known)
            if meant:
                what, hint = f"#{said.tag} is no theme and no key result", f"Did you mean #{meant}?"
                yield Problem("tag", what, hint, said.line, 0, said.text, said.path)


def _at(
    item: ActionItem | Topic | Moment | Feedback,
    code: str,
    what: str,
    hint: str,
    *,
    strict: bool = False,
) -> Problem:
    return Problem(code, what, hint, item.line, 0, item.raw, item.path, strict)
