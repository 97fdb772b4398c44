"""What `one check --fix` mends: marks that a plain search needs, never what they say."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from functools import partial

from onestop.errors import CannotRead
from onestop.formats import meeting
from onestop.formats.sections import replace_line
from onestop.model.action import ActionItem, State
from onestop.model.folder import Folder
from onestop.notebook import change
from onestop.notebook.edits import Edit, Edits


def fix(edits: Edits, folders: Iterable[Folder], done: Iterable[ActionItem], today: date) -> None:
    """Tick the homes of what a note ticks, take boxes off mentions, write markers as `- [`.

    A file that cannot be written is left alone; `one check` goes on to name it.
    """
    for item in done:
        _try(edits, item.path, partial(_tick, item=item, today=today))
    for folder in folders:
        for path in dict.fromkeys(
            [*(m.path for m in folder.meetings), *(a.path for a in folder.actions)]
        ):
            _try(edits, path, meeting.plain_boxes)


def _tick(text: str, item: ActionItem, today: date) -> str:
    return replace_line(text, item.line, item.raw, change.close(item.raw, State.DONE, today))


def _try(edits: Edits, path: str, edit: Edit) -> None:
    with suppress(CannotRead):
        edits.change(path, edit)
