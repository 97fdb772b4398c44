"""The ids that stand in the files of one person, found by a search of bytes.

So a note is parsed only when it must be, and what could be a mention is known to be one.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from onestop.formats.ids import is_id
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
        self._known: dict[str, bool] = {}

    def __contains__(self, ident: object) -> bool:
        """Whether some item has this id; one in another form than ours may name a paragraph."""
        if not isinstance(ident, str):
            return False
        if ident not in self._known:
            self._known[ident] = self._has(ident)
        return self._known[ident]

    def naming(self, ids: AbstractSet[str], since: date) -> Iterator[NoteSheet]:
        """The notes with a line of one of these items, or with its mention from `since` on."""
        wanted = [ident.encode() for ident in ids]
        for note in self._notes:
            # To look for a few words is much quicker than to look for whatever may be an id.
            near = {ident for ident in wanted if ident in note.data}
            if near and (
                not near.isdisjoint(_MADE.findall(note.data))
                or (note.date >= since and not near.isdisjoint(_MENTIONED.findall(note.data)))
            ):
                yield note

    def _has(self, ident: str) -> bool:
        wanted = ident.encode()
        if not is_id(ident):
            return self._is_on_item(wanted)
        # An item is mentioned soon after it was made, so its home is near the end.
        latest = reversed(self._files)
        return any(wanted in data and wanted in _MADE.findall(data) for data in latest)

    def _is_on_item(self, ident: bytes) -> bool:
        line = re.compile(_ITEM + re.escape(ident) + _END, re.MULTILINE)
        return any(line.search(data) for data in self._files if ident in data)
