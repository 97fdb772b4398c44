"""An action item: something one of the two promised to do."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class State(StrEnum):
    """How far a promise is; the value is the mark in its box."""

    OPEN = " "
    STARTED = "/"
    DONE = "x"
    DROPPED = "-"
    OTHER = "?"
    """Any other mark: kept as it is, and named by `one check`."""

    @property
    def is_open(self) -> bool:
        """Whether somebody still owes it; begun is not done."""
        return self in (State.OPEN, State.STARTED)


class ActionItem(NamedTuple):
    """One promise, as it stands on its line.

    `owner` is a handle, "" for unassigned; `text` the person's words without box, owner, known
    fields and id, their tags left in; `tags` those tags without #; `closed` the day it was done
    or dropped; `section` the heading it stands under; `raw` the whole line as written.
    A date that is absent or cannot be read is None.
    """

    id: str
    state: State
    owner: str
    text: str
    created: date | None = None
    due: date | None = None
    closed: date | None = None
    tags: tuple[str, ...] = ()
    section: str = ""
    path: str = ""
    line: int = 0
    raw: str = ""
