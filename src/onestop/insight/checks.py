r"""What does not fit between files: the part of `one check` that no single file can tell.

Once nothing strict is left, `git grep -e '- \[ \]' -- people`
is the list of open actions, each once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from onestop.insight import actions
from onestop.insight.actions import NOBODY, Promise
from onestop.insight.names import fold
from onestop.model.action import ActionItem, State
from onestop.model.folder import Folder
from onestop.model.problem import Problem
from onestop.model.settings import Settings

BOX = "- [ ]"

Line = tuple[str, int, str]
"""A path, the number of a line, and its text."""


def problems(
    folders: Sequence[Folder], settings: Settings, boxes: Iterable[Line], today: date
) -> tuple[Problem, ...]:
    """Everything odd between the files, in order of path and line."""
    promises = [p for f in folders for p in actions.promises(f, settings, today)]
    found = [
        *_same_id(folders),
        *_owners(promises),
        *_ticked_elsewhere(promises),
        *_started(promises),
        *_mentions_of_nothing(folders),
        *_stray_boxes(boxes, promises),
        *_twins(folders),
    ]
    return tuple(sorted(set(found), key=lambda p: (p.path, p.line, p.column, p.code)))


def ticked_elsewhere(
    folders: Iterable[Folder], settings: Settings, today: date
) -> tuple[ActionItem, ...]:
    """Open homes of promises that a mention shows as done: what `--fix` ticks."""
    found = (p for f in folders for p in actions.promises(f, settings, today))
    return tuple(p.item for p in found if p.ticked_elsewhere and p.item.state.is_open)


def _same_id(folders: Sequence[Folder]) -> Iterator[Problem]:
    homes: dict[str, list[ActionItem]] = defaultdict(list)
    for folder in folders:
        for item in (*folder.actions, *(a for m in folder.meetings for a in m.actions)):
            if item.id:
                homes[item.id].append(item)
    for ident, items in homes.items():
        for copy in items[1:]:
            what = f"^{ident} is on another line already, {items[0].path}:{items[0].line}"
            hint = f"Keep one of them; mention it elsewhere as ({ident})."
            yield _at(copy, "same-id", what, hint)


def _owners(promises: Iterable[Promise]) -> Iterator[Problem]:
    for promise in promises:
        if promise.is_open and promise.side == NOBODY:
            handle = promise.item.text.split(" ", 1)[0]
            if handle.startswith("@"):
                yield _at(
                    promise.item,
                    "owner",
                    f"{handle} is nobody this notebook knows",
                    "See: one people",
                )
            else:
                yield _at(
                    promise.item,
                    "owner",
                    "nobody owns this action",
                    "Write @handle behind the box.",
                )


def _ticked_elsewhere(promises: Iterable[Promise]) -> Iterator[Problem]:
    for promise in promises:
        if promise.ticked_elsewhere and promise.item.state.is_open:
            yield _at(
                promise.item,
                "ticked-elsewhere",
                "a note ticks this action, its own line is still open",
                "`one check --fix` ticks it here.",
                strict=True,
            )


def _started(promises: Iterable[Promise]) -> Iterator[Problem]:
    for promise in promises:
        if promise.item.state is State.STARTED:
            hint = "Write [ ], or leave it: `one actions` lists it all the same."
            yield _at(
                promise.item,
                "started",
                "a search for open actions does not find [/]",
                hint,
                strict=True,
            )


def _mentions_of_nothing(folders: Sequence[Folder]) -> Iterator[Problem]:
    for folder in folders:
        known = _ids(folder)
        for note in folder.meetings:
            for mention in note.mentions:
                if mention.id not in known:
                    yield Problem(
                        "mention",
                        f"({mention.id}) is no item of {folder.person.first_name}'s",
                        "Correct the id, or leave it: it counts as words.",
                        mention.line,
                        path=note.path,
                        strict=True,
                    )


def _ids(folder: Folder) -> set[str]:
    notes = folder.meetings
    return {
        *(a.id for a in folder.actions),
        *(t.id for t in folder.topics),
        *(a.id for m in notes for a in m.actions),
        *(t.id for m in notes for t in m.topics),
        *(x.id for m in notes for x in m.moments),
    }


def _stray_boxes(boxes: Iterable[Line], promises: Iterable[Promise]) -> Iterator[Problem]:
    homes = {(p.item.path, p.item.line) for p in promises if p.item.state is State.OPEN}
    for path, line, text in boxes:
        if (path, line) not in homes:
            yield Problem(
                "stray-box",
                "a search for open actions finds this line, which is none",
                "Take the box away, or move the line to inbox.md or a meeting.",
                line,
                text.index(BOX) + 1,
                text,
                path,
                strict=True,
            )


def _twins(folders: Sequence[Folder]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for folder in folders:
        slug = folder.person.slug
        for handle in dict.fromkeys(fold(h) for h in folder.person.handles):
            if handle in seen and seen[handle] != slug:
                what = f'"{handle}" means {seen[handle]} and {slug}'
                yield Problem("twin", what, "Give one of them another name.", path=f"people/{slug}")
            seen.setdefault(handle, slug)


def _at(item: ActionItem, code: str, what: str, hint: str, *, strict: bool = False) -> Problem:
    return Problem(code, what, hint, item.line, 0, item.raw, item.path, strict)
