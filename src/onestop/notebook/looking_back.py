"""Which notes a look back needs: thousands are searched, and few of them are parsed."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from onestop.model.meeting import Meeting
from onestop.notebook.sheets import NoteSheet

Read = Callable[[NoteSheet], Meeting]


def needed(notes: Sequence[NoteSheet], read: Read, since: date, today: date) -> list[NoteSheet]:
    """The notes from `since` on, the first one held, and older ones whose promises may matter.

    These have a box that is open still, name a day of the years in question, or are the home of
    what was ticked later.
    """
    later = [note for note in notes if note.date >= since]
    older = [note for note in notes if note.date < since]
    dated = _days_of(range(since.year, today.year + 2))
    homes = _homes(map(read, later))
    some = [n for n in older if n.has_open_box or dated.search(n.data) or homes.search(n.data)]
    first = _until_held(older, read)
    paths = {note.path for note in (*some, *first)}
    return [*(note for note in older if note.path in paths), *later]


def _days_of(years: Iterable[int]) -> re.Pattern[bytes]:
    return re.compile(rb"\b(?:%s)-\d\d-\d\d\b" % b"|".join(b"%04d" % year for year in years))


def _homes(notes: Iterable[Meeting]) -> re.Pattern[bytes]:
    """Finds the lines of the items that are ticked in some notes, away from their homes."""
    ticked = {m.id.encode() for note in notes for m in note.mentions if m.ticked}
    return re.compile(
        rb"\^(?:%s)\b" % b"|".join(map(re.escape, sorted(ticked))) if ticked else b"(?!)"
    )


def _until_held(notes: Iterable[NoteSheet], read: Read) -> list[NoteSheet]:
    """The oldest notes, up to the first meeting that was held."""
    found = []
    for note in notes:
        found.append(note)
        if read(note).held:
            break
    return found
