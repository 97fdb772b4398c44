"""What one of the two wants to talk about."""

from datetime import date
from typing import NamedTuple


class Topic(NamedTuple):
    """A subject for the next agenda, with who brought it.

    `owner` is a canonical handle, or "" when the line names nobody.
    `talked` is the day it was discussed; None means it is still to come.
    """

    id: str
    owner: str
    text: str
    noted: date | None = None
    talked: date | None = None
    path: str = ""
    line: int = 0
    raw: str = ""
    tags: tuple[str, ...] = ()


class Remark(NamedTuple):
    """A line of private.md, for the manager alone; `remind` makes it come up once on its day."""

    day: date | None
    text: str
    remind: bool = False
    path: str = ""
    line: int = 0
