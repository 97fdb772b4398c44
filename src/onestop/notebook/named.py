"""The ids that stand in the files of one person, found by a search of bytes.

So a note is parsed only when it must be, and what could be a mention is known to be one.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cached_property

from onestop.formats.markdown.ids import is_id
from onestop.notebook.sheets import NoteSheet

_END = rb"(?=[ \t]*(?:[\r\n]|<!--|%%|\Z))"
_MADE = re.compile(rb"\^(?<=[ \t]\^)([A-Za-z0-9-]+)" + _END)
_MENTIONED = re.compile(rb"\(([A-Za-z0-9-]+)\)")
_ITEM = rb"^[ \t>]*(?:[-+*]|[0-9]{1,9}[.)])[ \t].*[ \t]\^"


class Named:
    """The ids of items: `ident in named` tells whether there is such an item."""

    def __init__(self, inbox: bytes, notes: Sequence[NoteSheet]) -> None:
        self._notes = notes
        self._files = [inbox, *(note.data for note in notes)]

    def __contains__(self, ident: object) -> bool:
        """Whether some item has this id; one in another form than ours may name a paragraph."""
        if not isinstance(ident, str) or ident.encode() not in self._all:
            return False
        return is_id(ident) or self._is_on_item(ident.encode())

    def naming(self, ids: AbstractSet[str], since: date) -> Iterator[NoteSheet]:
        """The notes with a line of one of these items, or with its mention from `since` on."""
        wanted = {ident.encode() for ident in ids}
        for note, made in zip(self._notes, self._made[1:], strict=True):
            if not wanted.isdisjoint(made) or (
                note.date >= since and not wanted.isdisjoint(_MENTIONED.findall(note.data))
            ):
                yield note

    @cached_property
    def _made(self) -> list[list[bytes]]:
        return [_MADE.findall(data) for data in self._files]

    @cached_property
    def _all(self) -> set[bytes]:
        return set().union(*self._made)

    def _is_on_item(self, ident: bytes) -> bool:
        line = re.compile(_ITEM + re.escape(ident) + _END, re.MULTILINE)
        return any(line.search(data) for data in self._files if ident in data)
