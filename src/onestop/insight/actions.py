"""Which promises are open, how late they are, and how often they were carried.

An item has one home; other notes mention it by id.
All lines with one id are one item, done as soon as any of them is ticked.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from onestop.insight.mentions import Mentions
from onestop.model.action import ActionItem, State
from onestop.model.folder import Folder
from onestop.model.settings import Settings

ME, THEM, NOBODY, OTHER = "me", "them", "nobody", "other"


class Promise(NamedTuple):
    """An action item as it stands today.

    `side` says whose it is: the manager's (`me`), the person's (`them`), nobody's, or another's.
    `late_days` is 0 until the day after `due`; `carried` counts held notes that mention it
    outside its home; `ticked_elsewhere` means that its home does not show it as done.
    """

    item: ActionItem
    slug: str
    name: str
    side: str
    state: State
    late_days: int = 0
    carried: int = 0
    ticked_elsewhere: bool = False

    @property
    def is_open(self) -> bool:
        """Open or started."""
        return self.state.is_open


class View(NamedTuple):
    """What `one actions` shows."""

    today: date
    promises: tuple[Promise, ...]


def view(
    folders: Iterable[Folder], settings: Settings, today: date, *, closed: bool = False
) -> View:
    """All open promises, unassigned first, then by due date; with `closed` the others follow."""
    found = [p for f in folders for p in promises(f, settings, today) if closed or p.is_open]
    return View(today, tuple(sorted(found, key=_order)))


def open_promises(folder: Folder, settings: Settings, today: date) -> tuple[Promise, ...]:
    """What is open between two people, in the order of `view`."""
    return view([folder], settings, today).promises


def promises(folder: Folder, settings: Settings, today: date) -> Iterator[Promise]:
    """Every item of a folder once, open or not."""
    mentions = Mentions(folder.meetings)
    for home, *copies in _lines_by_item(folder):
        is_ticked = mentions.ticked(home) or any(c.state is State.DONE for c in copies)
        state = State.DONE if is_ticked else home.state
        yield Promise(
            item=home,
            slug=folder.person.slug,
            name=folder.person.first_name,
            side=side_of(home.owner, folder, settings),
            state=state,
            late_days=_late_days(home, today) if state.is_open else 0,
            carried=mentions.carried(home),
            ticked_elsewhere=is_ticked and home.state is not State.DONE,
        )


def side_of(owner: str, folder: Folder, settings: Settings) -> str:
    """Whose item this is, as seen by the manager."""
    if not owner:
        return NOBODY
    if owner == settings.me:
        return ME
    return THEM if owner == folder.person.slug else OTHER


def _lines_by_item(folder: Folder) -> Iterator[list[ActionItem]]:
    """The lines of each item: its home, where it was made, and its copies."""
    lines = [*folder.actions, *(action for note in folder.meetings for action in note.actions)]
    by_id: dict[str, list[ActionItem]] = defaultdict(list)
    for line in lines:
        if line.id:
            by_id[line.id].append(line)
    for line in lines:
        if not line.id:
            yield [line]
        elif by_id[line.id][0] is line:
            yield by_id[line.id]


def _late_days(item: ActionItem, today: date) -> int:
    return max(0, (today - item.due).days) if item.due else 0


def _order(promise: Promise) -> tuple[bool, bool, date, date, str, int]:
    item = promise.item
    due, created = item.due or date.max, item.created or date.max
    return (not promise.is_open, promise.side != NOBODY, due, created, item.path, item.line)
