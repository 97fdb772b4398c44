"""Where items are named outside their home.

A mention counts in the notes of the same person, from the item's own day on:
that of the note where it was made, or the day it came into the inbox.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from onestop.model.action import ActionItem
from onestop.model.meeting import Meeting
from onestop.model.topic import Topic


class Mentions:
    """The mentions in some notes, by item."""

    def __init__(self, meetings: Iterable[Meeting]) -> None:
        self._notes: dict[str, Meeting] = {}
        self._ticks: dict[str, dict[str, bool]] = defaultdict(dict)
        for note in meetings:
            self._notes[note.path] = note
            for mention in note.mentions:
                ticks = self._ticks[mention.id]
                ticks[note.path] = mention.ticked or ticks.get(note.path, False)

    def carried(self, item: ActionItem | Topic) -> int:
        """In how many held notes the item stands outside its home."""
        return sum(note.held for note, _ in self._later(item))

    def ticked(self, item: ActionItem | Topic) -> bool:
        """Whether some note, held or not, shows the item as done."""
        return any(ticked for _, ticked in self._later(item))

    def _later(self, item: ActionItem | Topic) -> list[tuple[Meeting, bool]]:
        """The notes that count, and whether each ticks the item."""
        since = self._own_day(item)
        ticks = self._ticks.get(item.id, {})
        found = [(self._notes[path], ticked) for path, ticked in ticks.items() if path != item.path]
        return [(note, ticked) for note, ticked in found if note.date >= since]

    def _own_day(self, item: ActionItem | Topic) -> date:
        home = self._notes.get(item.path)
        if home:
            return home.date
        noted = item.created if isinstance(item, ActionItem) else item.noted
        return noted or date.min
