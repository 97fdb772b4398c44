"""The notebook: folders of people, read from one root. Reading never writes.

What cannot be read is a problem in `problems`; the other people are still served.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from datetime import date
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from onestop.errors import CannotRead
from onestop.formats import encoding, inbox, meeting, person, settings
from onestop.formats.inbox import Inbox
from onestop.formats.parsed import Parsed
from onestop.model.folder import Folder
from onestop.model.meeting import Meeting
from onestop.model.person import Person
from onestop.model.problem import Problem
from onestop.model.settings import Settings
from onestop.notebook import layout
from onestop.notebook.named import Named
from onestop.notebook.sheets import Found, NoteSheet, Sheet, Sheets

if TYPE_CHECKING:
    from onestop.model.okr import Quarter
    from onestop.notebook.edits import Edits

V = TypeVar("V")

_UNREAD = {"yaml", "too-complex", "encoding", "conflict"}
"""What keeps a part of a note from being read; any other problem is that of one value."""


class Notebook:
    """A folder that `one init` made, on a given day."""

    def __init__(self, root: Path, today: date) -> None:
        self.root = root
        self.today = today
        self._sheets = Sheets(root)
        self.problems: list[Problem] = self._sheets.problems
        self._unread: set[str] = set()

    @cached_property
    def settings(self) -> Settings:
        """What holds for the whole notebook; CannotRead when its format is newer than this tool."""
        found = self._read(layout.MARKER, settings.parse)
        if found is None:
            return Settings()
        newer = [p.at(layout.MARKER) for p in found.problems if p.code == "newer"]
        if newer:
            raise CannotRead(newer)
        return found.value

    @property
    def has_drafts(self) -> bool:
        """Whether answers of an interrupted command may be kept."""
        return (self.root / layout.STATE / layout.DRAFTS).is_dir()

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The names of all people's folders, in order of the alphabet."""
        return self._sheets.slugs()

    def people(self, *, archived: bool = False) -> list[Person]:
        """Everybody, without those who are archived unless asked for."""
        return [p for p in self._people.values() if archived or not p.archived]

    def person(self, slug: str) -> Person:
        """One person by the name of their folder."""
        return self._people[slug]

    def known(self, handle: str) -> str | None:
        """Who an `@handle` is: a person's slug, the manager's handle, or None.

        An alias that two people share is nobody's.
        """
        return self._handles.get(handle.lower())

    def folder(self, slug: str) -> Folder:
        """Everything about one person."""
        notes = self._sheets.notes(slug)
        ids = self._ids(slug, notes)
        meetings = [self._note(note, slug, ids) for note in notes]
        return self._complete(self._assembled(slug, meetings, self._inbox(slug)))

    def _complete(self, folder: Folder) -> Folder:
        """The folder with what stands beside its notes."""
        from onestop.notebook import beside

        return beside.complete(folder, self._sheets, self._read)

    def folders(self, *, archived: bool = False) -> list[Folder]:
        """Everybody's folders."""
        return [self.folder(p.slug) for p in self.people(archived=archived)]

    def promises(self, slugs: Iterable[str] | None = None) -> list[Folder]:
        """Folders with no more notes than their open promises need: those with an open box,
        and those that name one of these promises. Ten thousand notes are read, few are parsed.
        """
        wanted = [p.slug for p in self.people()] if slugs is None else slugs
        return [self._some(slug) for slug in wanted]

    def present(self, since: date = date.max) -> list[Folder]:
        """Everybody's folders with no more notes than a morning needs: those of the open promises,
        what is planned or waits to be discussed, the latest ones back to the last held,
        and all from `since` on.
        """
        return [self._complete(self._some(p.slug, since)) for p in self.people()]

    def recent(self, held: int, slugs: Iterable[str] | None = None) -> list[Folder]:
        """Folders with every note back to the last so many meetings that were held."""
        wanted = [p.slug for p in self.people()] if slugs is None else slugs
        return [self._back(slug, held) for slug in wanted]

    def lately(self, slug: str, since: date) -> Folder:
        """A person's folder with its notes from `since` on; the others are not even opened."""
        notes = self._sheets.notes(slug, since)
        ids = self._ids(slug, notes)
        meetings = [self._note(note, slug, ids) for note in notes]
        return self._complete(self._assembled(slug, meetings, self._inbox(slug)))

    def since(self, slug: str, day: date) -> Folder:
        """A person's folder with no more notes than the days since then need: their own, the first
        that was held, and those with promises that were open or closed after that day.
        """
        from onestop.notebook import looking_back

        notes = self._sheets.notes(slug)
        read = cache(partial(self._note, slug=slug, ids=self._ids(slug, notes)))
        some = looking_back.needed(notes, read, day, self.today)
        return self._complete(self._assembled(slug, map(read, some), self._inbox(slug)))

    def all_promises(self, slugs: Iterable[str] | None = None) -> list[Folder]:
        """Everybody's folders, or some: for promises that are closed every note counts."""
        return [self.folder(slug) for slug in slugs] if slugs is not None else self.folders()

    @cached_property
    def team(self) -> "tuple[Quarter, ...]":
        """The objectives of the manager's own team, the oldest quarter first."""
        from onestop.notebook import beside

        return beside.quarters(Path(layout.OKRS), self._sheets, self._read)

    def edits(self) -> "Edits":
        """A fresh set of changes to this notebook."""
        from onestop.notebook.edits import Edits

        return Edits(self.root)

    def all_ids(self) -> set[str]:
        """Every id of ours that stands anywhere, so that a new one is new."""
        return self._sheets.all_ids()

    def boxes(self) -> Iterator[Found]:
        """Every line under people/ that git's search for open actions finds."""
        return self._sheets.boxes()

    def sheets(self, slug: str) -> Iterator[Sheet]:
        """Every text file of a person, for searching and checking."""
        return self._sheets.of(slug)

    def _some(self, slug: str, present: date | None = None) -> Folder:
        """A folder with the notes that its open promises need.

        With `present` also what waits, the latest ones, and every note from that day on.
        """
        notes, waiting = self._sheets.notes(slug), self._inbox(slug)
        ids = self._ids(slug, notes)
        read = cache(partial(self._note, slug=slug, ids=ids))
        some = [n for n in notes if n.has_open_box]
        if present:
            some += [n for n in notes if n.is_unsettled or n.date >= present]
        still = _open(waiting, map(read, some))
        since = min((day for _, day in still), default=date.max)
        some += ids.naming({ident for ident, _ in still}, since)
        some += self._latest(notes, read) if present else []
        paths = {note.path for note in some}
        return self._assembled(slug, [read(n) for n in notes if n.path in paths], waiting)

    def _latest(
        self, notes: Sequence[NoteSheet], read: Callable[[NoteSheet], Meeting], held: int = 1
    ) -> Iterator[NoteSheet]:
        """The newest notes, back to the last meetings that were held."""
        for note in reversed(notes):
            yield note
            held -= note.date <= self.today and read(note).held
            if not held:
                return

    def _back(self, slug: str, held: int) -> Folder:
        notes = self._sheets.notes(slug)
        read = cache(partial(self._note, slug=slug, ids=self._ids(slug, notes)))
        latest = [read(note) for note in self._latest(notes, read, held)]
        return self._assembled(slug, reversed(latest), self._inbox(slug))

    def _assembled(self, slug: str, notes: Iterable[Meeting], waiting: Inbox) -> Folder:
        meetings = tuple(notes)
        return Folder(
            person=self._people[slug],
            meetings=meetings,
            unread=tuple(m.path for m in meetings if m.path in self._unread),
            topics=waiting.topics,
            actions=waiting.actions,
        )

    def _inbox(self, slug: str) -> Inbox:
        path = layout.inbox(slug).as_posix()
        found = self._read(path, partial(inbox.parse, path=path, known=self.known))
        return found.value if found else Inbox()

    def _ids(self, slug: str, notes: Sequence[NoteSheet]) -> Named:
        """The ids of this person's items: only they can be mentioned."""
        return Named(self._sheets.data(layout.inbox(slug).as_posix()) or b"", notes)

    def _note(self, sheet: NoteSheet, slug: str, ids: Container[str]) -> Meeting:
        read = partial(
            meeting.parse,
            slug=slug,
            on=sheet.date,
            number=sheet.number,
            path=sheet.path,
            known=self.known,
            ids=ids,
            today=self.today,
        )
        return self._parse(sheet.path, sheet.data, read).value

    @cached_property
    def _people(self) -> dict[str, Person]:
        return {slug: self._person(slug) for slug in self.slugs}

    def _person(self, slug: str) -> Person:
        path = layout.person_yaml(slug).as_posix()
        found = self._read(path, partial(person.parse, slug=slug))
        return found.value if found else Person(slug, slug)

    @cached_property
    def _handles(self) -> dict[str, str]:
        """Who each handle names: folders before aliases, the manager before everybody."""
        me = self.settings.me
        sharing: dict[str, set[str]] = defaultdict(set)
        for one in self._people.values():
            for alias in one.aliases:
                sharing[alias.lower()].add(one.slug)
        return {
            **{alias: min(slugs) for alias, slugs in sharing.items() if len(slugs) == 1},
            **{slug.lower(): slug for slug in self._people},
            "me": me,
            me: me,
        }

    def _read(self, path: str, parse: Callable[[str], Parsed[V]]) -> Parsed[V] | None:
        data = self._sheets.data(path)
        return None if data is None else self._parse(path, data, parse)

    def _parse(self, path: str, data: bytes, parse: Callable[[str], Parsed[V]]) -> Parsed[V]:
        """Decode and parse a file, and remember what was odd about it."""
        decoded = encoding.decode(data)
        parsed = parse(decoded.value)
        odd = (*decoded.problems, *encoding.conflicts(decoded.value), *parsed.problems)
        self._sheets.remember(p.at(path) for p in odd)
        if any(p.code in _UNREAD for p in odd):
            self._unread.add(path)
        return parsed


def _open(waiting: Inbox, notes: Iterable[Meeting]) -> list[tuple[str, date]]:
    """The ids of promises that are open, each with the day from which it can be mentioned."""
    days = [(action, action.created or date.min) for action in waiting.actions]
    days += [(action, note.date) for note in notes for action in note.actions]
    return [(action.id, day) for action, day in days if action.id and action.state.is_open]
