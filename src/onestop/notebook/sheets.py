"""The files of a notebook, unread: their names, their bytes, and what a search of bytes tells.

Ten thousand notes are read in the time in which a few hundred are parsed.
What the disk refuses is a problem of that file alone, and the others are still served.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from onestop.errors import CannotRead, OnestopError
from onestop.formats.markdown.ids import FIRST, REST
from onestop.model.problem import Problem
from onestop.notebook import layout
from onestop.notebook.store import disk

BOX = "- [ ]"

Read = Callable[[str], bytes | None]

_TEXTS = (".md", ".yaml")
_ID = re.compile(rb"[ \t]\^[A-Za-z0-9-]+[ \t]*(?:[\r\n]|\Z)")
_BOX_FIRST = re.compile(rb"[ \t>]*(?:[-+*]|[0-9]{1,9}[.)])[ \t]+\[")
_OPEN_BOX = re.compile(rb"\[[ /]\]")
_ANY_ID = re.compile(rf"[\^(]([{FIRST}][{REST}]{{3}})\b".encode())


class Sheet(NamedTuple):
    """A file as it lies on the disk; `path` is relative to the notebook, with slashes."""

    path: str
    data: bytes


class NoteSheet(NamedTuple):
    """A meeting's note, unread."""

    path: str
    data: bytes
    date: date
    number: int

    @property
    def has_open_box(self) -> bool:
        """Whether a promise that is open may stand in it."""
        return _OPEN_BOX.search(self.data) is not None

    @property
    def is_unsettled(self) -> bool:
        """Whether it may be planned, or hold a topic or a `:-/` that still waits."""
        return b"planned" in self.data or any(map(self._waits, _ID.finditer(self.data)))

    def _waits(self, ident: re.Match[bytes]) -> bool:
        """Whether the item with this id is neither an action nor closed."""
        line = self.data[self.data.rfind(b"\n", 0, ident.start()) + 1 : ident.start()]
        closed = b"talked::" in line or b"became::" in line
        return not closed and _BOX_FIRST.match(line) is None


class Found(NamedTuple):
    """A line of a file."""

    path: str
    line: int
    text: str


class Sheets:
    """Reads the files under one root; `problems` are those of the disk and of file names."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self._remembered: set[Problem] = set()

    def remember(self, problems: Iterable[Problem]) -> None:
        """Keep each problem once, in the order in which they were met."""
        for problem in problems:
            if problem not in self._remembered:
                self._remembered.add(problem)
                self.problems.append(problem)

    def data(self, path: str) -> bytes | None:
        """The bytes of a file; None when there is none, or the disk refuses it."""
        return self._data(f"{self.root}{os.sep}{path}", path, disk.read)

    def _data(self, file: str, path: str, read: Read) -> bytes | None:
        try:
            return read(file)
        except CannotRead as error:
            self.remember(p.at(path) for p in error.problems)
        except OnestopError as error:
            what = str(error).removeprefix(disk.typed(file)).strip(":. ")
            self.remember([Problem("unreadable", what, error.hint, path=path)])
        return None

    def slugs(self) -> tuple[str, ...]:
        """The names of all people's folders, in order of the alphabet."""
        try:
            with os.scandir(self.root / layout.PEOPLE) as entries:
                return tuple(sorted(e.name for e in entries if self._is_person(e)))
        except OSError:
            return ()

    def of(self, slug: str) -> Iterator[Sheet]:
        """Every text file of a person, for searching and checking."""
        for path in self._walk(layout.person(slug), hidden=False):
            if path.endswith(_TEXTS) and (data := self.data(path)) is not None:
                yield Sheet(path, data)

    def notes(self, slug: str, since: date = date.min) -> list[NoteSheet]:
        """The notes of a person from a day on, in order of their dates."""
        above = layout.meetings(slug).as_posix()
        found = (
            self._note(entry, f"{above}/{entry.name}", since) for entry in _notes(self.root / above)
        )
        return sorted(filter(None, found), key=lambda s: (s.date, s.number, s.path))

    def _note(self, entry: "os.DirEntry[str]", path: str, since: date) -> NoteSheet | None:
        said = layout.read_note_name(entry.name)
        if said is None:
            self.remember([_nameless(path)])
            return None
        if said[0] < since:
            return None
        read = disk.read_listed if entry.is_file(follow_symlinks=False) else disk.read
        data = self._data(entry.path, path, read)
        return None if data is None else NoteSheet(path, data, *said)

    def beside(self, folder: str, ending: str) -> list[str]:
        """The paths of the files in a folder that end so, in order of their names."""
        try:
            with os.scandir(self.root / folder) as entries:
                names = sorted(e.name for e in entries if e.name.endswith(ending))
        except OSError:
            return []
        return [f"{folder}/{name}" for name in names if not name.startswith(".")]

    def boxes(self) -> Iterator[Found]:
        """Every line under people/ that git's search for open actions finds, in whatever file."""
        for path in self._walk(Path(layout.PEOPLE), hidden=True):
            data = self._searched(path)
            if BOX.encode() in data:
                text = data.decode("utf-8", "replace").removeprefix("\ufeff")
                for number, line in enumerate(text.split("\n"), 1):
                    if BOX in line:
                        yield Found(path, number, line.rstrip("\r"))

    def all_ids(self) -> set[str]:
        """Every id of ours that stands anywhere, so that a new one is new."""
        sheets = (sheet for slug in self.slugs() for sheet in self.of(slug))
        return {found.decode() for sheet in sheets for found in _ANY_ID.findall(sheet.data)}

    def _searched(self, path: str) -> bytes:
        """What git searches of a file: of a link nothing."""
        if (self.root / path).is_symlink():
            return b""
        with suppress(OnestopError):
            return disk.read(self.root / path) or b""
        return b""

    def _walk(self, top: Path, *, hidden: bool) -> Iterator[str]:
        """The paths of all files below a folder, in order."""
        for folder, folders, names in os.walk(self.root / top):
            folders[:] = sorted(f for f in folders if hidden or not f.startswith("."))
            for name in sorted(names):
                if hidden or not name.startswith("."):
                    yield Path(folder, name).relative_to(self.root).as_posix()

    def _is_person(self, entry: "os.DirEntry[str]") -> bool:
        """A folder directly in people/, without a dot, and no link that leaves the notebook.

        A link to another person's folder is that person, not a second one.
        """
        if entry.name.startswith(".") or not entry.is_dir():
            return False
        if not entry.is_symlink():
            return True
        real, people = Path(entry.path).resolve(), (self.root / layout.PEOPLE).resolve()
        return real.is_relative_to(self.root.resolve()) and real.parent != people


def _notes(folder: Path) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            return [e for e in entries if e.name.endswith(".md") and not e.name.startswith(".")]
    except OSError:
        return []


def _nameless(path: str) -> Problem:
    what = "the file name carries no date, so it is not read as a meeting"
    return Problem("note-name", what, "Begin it with its day, as in 2026-11-27-alice.md", path=path)
