"""What `one check --fix` mends: marks that a plain search needs, never what they say."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from functools import partial

from onestop.errors import CannotRead
from onestop.formats import mentions
from onestop.model.action import ActionItem, State
from onestop.model.folder import Folder
from onestop.notebook import change
from onestop.notebook.edits import Edits


def fix(
    edits: Edits,
    folders: Iterable[Folder],
    done: Iterable[ActionItem],
    today: date,
    wanted: Callable[[str], bool],
) -> None:
    """Tick the homes of what a note ticks, take boxes off mentions, write markers as `- [`.

    Only in the files that are `wanted`, by their paths.
    A file that cannot be written is left alone; `one check` goes on to name it.
    """
    for item in filter(lambda item: wanted(item.path), done):
        close = partial(change.close, state=State.DONE, day=today)
        with suppress(CannotRead):
            edits.line(item.path, item.line, item.raw, close)
    for path, ids in (page for folder in folders for page in _pages(folder) if wanted(page[0])):
        with suppress(CannotRead):
            edits.change(path, partial(mentions.plain_boxes, ids=ids))


def _pages(folder: Folder) -> Iterable[tuple[str, set[str]]]:
    """The files that may hold promises, each with the ids it mentions."""
    yield from {action.path: set[str]() for action in folder.actions}.items()
    for note in folder.meetings:
        yield note.path, {mention.id for mention in note.mentions}
