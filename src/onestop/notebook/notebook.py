"""The notebook: folders of people, read from one root. Reading never writes.

What cannot be read is a problem in `problems`; the other people are still served.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from onestop.errors import CannotRead, OnestopError
from onestop.formats import encoding, inbox, meeting, person, role, settings
from onestop.formats.inbox import Inbox
from onestop.formats.parsed import Parsed
from onestop.model.action import ActionItem
from onestop.model.folder import Folder
from onestop.model.meeting import Meeting
from onestop.model.person import Person
from onestop.model.problem import Problem
from onestop.model.settings import Settings
from onestop.notebook import disk, layout

if TYPE_CHECKING:
    from onestop.notebook.edits import Edits

V = TypeVar("V")

_ANY_ID = re.compile(rb"[\^(]([b-z][b-z2-9]{3})\b")
_OPEN_BOXES = (b"[ ]", b"[/]")


def _open_ids(actions: Iterable[ActionItem]) -> set[bytes]:
    return {a.id.encode() for a in actions if a.id and a.state.is_open}


class Sheet(NamedTuple):
    """A file as it lies on the disk; `path` is relative to the notebook, with slashes."""

    path: str
    data: bytes


class Found(NamedTuple):
    """A line of a file."""

    path: str
    line: int
    text: str


class NoteSheet(NamedTuple):
    """A meeting's note, unread."""

    path: str
    data: bytes
    date: date
    number: int


class Notebook:
    """A folder that `one init` made, on a given day."""

    def __init__(self, root: Path, today: date) -> None:
        self.root = root
        self.today = today
        self.problems: list[Problem] = []

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

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The names of all people's folders, in order of the alphabet."""
        try:
            with os.scandir(self.root / layout.PEOPLE) as entries:
                return tuple(sorted(e.name for e in entries if self._is_person(e)))
        except OSError:
            return ()

    def people(self, *, archived: bool = False) -> list[Person]:
        """Everybody, without those who are archived unless asked for."""
        return [p for p in self._people.values() if archived or not p.archived]

    def person(self, slug: str) -> Person:
        """One person by the name of their folder."""
        return self._people[slug]

    def known(self, handle: str) -> str | None:
        """Who an `@handle` is: a person's slug, the manager's handle, or None."""
        return self._handles.get(handle.lower())

    def folder(self, slug: str) -> Folder:
        """Everything about one person."""
        notes = [self.read_note(sheet, slug) for sheet in self.note_sheets(slug)]
        return self._folder(slug, notes, self._inbox(slug))

    def folders(self, *, archived: bool = False) -> list[Folder]:
        """Everybody's folders."""
        return [self.folder(p.slug) for p in self.people(archived=archived)]

    def promises(self, slugs: Iterable[str] | None = None) -> list[Folder]:
        """Folders with no more notes than their open promises need: those with an open box,
        and those that mention one of these promises. Ten thousand notes are read, few are parsed.
        """
        wanted = [p.slug for p in self.people()] if slugs is None else slugs
        return [self._promises(slug) for slug in wanted]

    def _promises(self, slug: str) -> Folder:
        items = self._inbox(slug)
        return Folder(
            person=self._people[slug],
            meetings=tuple(self._notes_with_promises(slug, items)),
            topics=items.topics,
            actions=items.actions,
        )

    def edits(self) -> "Edits":
        """A fresh set of changes to this notebook."""
        from onestop.notebook.edits import Edits

        return Edits(self.root)

    def all_ids(self) -> set[str]:
        """Every id that stands anywhere, so that a new one is new."""
        sheets = (s for slug in self.slugs for s in self.sheets(slug))
        return {found.decode() for sheet in sheets for found in _ANY_ID.findall(sheet.data)}

    def boxes(self) -> Iterator[Found]:
        """Every line under people/ that a search for open actions finds."""
        for sheet in (s for slug in self.slugs for s in self.sheets(slug)):
            if b"- [ ]" in sheet.data:
                for number, line in enumerate(sheet.data.decode("utf-8", "replace").split("\n"), 1):
                    if "- [ ]" in line:
                        yield Found(sheet.path, number, line.rstrip("\r"))

    def all_promises(self, slugs: Iterable[str] | None = None) -> list[Folder]:
        """Everybody's folders, or some: for promises that are closed every note counts."""
        return [self.folder(slug) for slug in slugs] if slugs is not None else self.folders()

    def sheets(self, slug: str) -> Iterator[Sheet]:
        """Every text file of a person, for searching and checking."""
        top = self.root / layout.person(slug)
        for folder, folders, names in os.walk(top):
            folders[:] = sorted(f for f in folders if not f.startswith("."))
            for name in sorted(names):
                if name.endswith((".md", ".yaml")) and not name.startswith("."):
                    path = Path(folder, name).relative_to(self.root).as_posix()
                    data = self._data(path)
                    if data is not None:
                        yield Sheet(path, data)

    def read_note(self, sheet: NoteSheet, slug: str) -> Meeting:
        """Parse one note."""

        def parse(text: str) -> Parsed[Meeting]:
            return meeting.parse(
                text, slug=slug, on=sheet.date, number=sheet.number, path=sheet.path,
                known=self.known, today=self.today,
            )  # fmt: skip

        return self._parse(sheet.path, sheet.data, parse).value

    def note_sheets(self, slug: str) -> list[NoteSheet]:
        """All notes of a person, unread, in order of their dates."""
        found = []
        for name in self._names(layout.meetings(slug)):
            if not name.endswith(".md") or name.startswith("."):
                continue
            path = f"{layout.PEOPLE}/{slug}/{layout.MEETINGS}/{name}"
            said = layout.read_note_name(name)
            if said is None:
                hint = f"Call it {layout.note(slug, self.today).name}, with its own date."
                self.problems.append(
                    Problem(
                        "note-name",
                        "the file name carries no date, so it is not read as a meeting",
                        hint,
                        path=path,
                    )
                )
            elif (data := self._data(path)) is not None:
                found.append(NoteSheet(path, data, said.date, said.number))
        return sorted(found, key=lambda s: (s.date, s.number, s.path))

    def _folder(self, slug: str, notes: Iterable[Meeting], items: Inbox) -> Folder:

        found_role = self._read(layout.role(slug).as_posix(), role.parse)
        private = layout.private(slug).as_posix()
        remarks = self._read(private, lambda text: inbox.parse_private(text, path=private))
        return Folder(
            person=self._people[slug],
            role=found_role.value if found_role else None,
            meetings=tuple(notes),
            topics=items.topics,
            actions=items.actions,
            remarks=remarks.value if remarks else (),
        )

    def _inbox(self, slug: str) -> Inbox:
        path = layout.inbox(slug).as_posix()
        found = self._read(path, lambda text: inbox.parse(text, path=path, known=self.known))
        return found.value if found else Inbox()

    def _notes_with_promises(self, slug: str, items: Inbox) -> list[Meeting]:
        """Parse what has an open box, then the notes that mention one of these promises."""
        sheets = self.note_sheets(slug)
        read = {
            s.path: self.read_note(s, slug) for s in sheets if any(b in s.data for b in _OPEN_BOXES)
        }
        ids = _open_ids(items.actions)
        # A mention never stands in an earlier note than the item that it mentions.
        since = date.min if ids else min((n.date for n in read.values()), default=date.max)
        ids |= {i for note in read.values() for i in _open_ids(note.actions)}
        for sheet in sheets:
            if sheet.path not in read and sheet.date >= since and any(i in sheet.data for i in ids):
                read[sheet.path] = self.read_note(sheet, slug)
        return [read[s.path] for s in sheets if s.path in read]

    @cached_property
    def _people(self) -> dict[str, Person]:
        found = {}
        for slug in self.slugs:
            parsed = self._read(
                layout.person_yaml(slug).as_posix(), partial(person.parse, slug=slug)
            )
            found[slug] = parsed.value if parsed else Person(slug, slug)
        return found

    @cached_property
    def _handles(self) -> dict[str, str]:
        known = {
            handle.lower(): p.slug for p in self._people.values() for handle in reversed(p.handles)
        }
        return {
            **known,
            **{slug.lower(): slug for slug in self._people},
            "me": self.settings.me,
            self.settings.me: self.settings.me,
        }

    def _read(self, path: str, parse: Callable[[str], Parsed[V]]) -> Parsed[V] | None:
        data = self._data(path)
        return None if data is None else self._parse(path, data, parse)

    def _data(self, path: str) -> bytes | None:
        """The bytes of a file; what the disk refuses is a problem of that file alone."""
        try:
            return disk.read(self.root / path)
        except CannotRead as error:
            self.problems += [p.at(path) for p in error.problems]
        except OnestopError as error:
            self.problems.append(Problem("unreadable", str(error), error.hint, path=path))
        return None

    def _parse(self, path: str, data: bytes, parse: Callable[[str], Parsed[V]]) -> Parsed[V]:
        """Decode and parse a file, and remember what was odd about it."""
        decoded = encoding.decode(data)
        parsed = parse(decoded.value)
        odd = (*decoded.problems, *encoding.conflicts(decoded.value), *parsed.problems)
        self.problems += [p.at(path) for p in odd]
        return parsed

    def _names(self, folder: Path) -> list[str]:
        try:
            return os.listdir(self.root / folder)  # noqa: PTH208
        except OSError:
            return []

    def _is_person(self, entry: "os.DirEntry[str]") -> bool:
        """A folder directly in people/, without a dot, and no link that leaves the notebook."""
        if entry.name.startswith(".") or not entry.is_dir():
            return False
        if not entry.is_symlink():
            return True
        return Path(entry.path).resolve().is_relative_to(self.root.resolve())
