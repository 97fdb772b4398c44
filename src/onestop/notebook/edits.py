"""The files a command is about to change: each read once, edited in memory, written together."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from onestop.errors import Busy, CannotRead
from onestop.formats import encoding, header
from onestop.formats.parsed import CannotEdit
from onestop.formats.sections import Edit, edit_line
from onestop.model.problem import Problem
from onestop.notebook import files
from onestop.notebook.files import Change
from onestop.notebook.store import disk

__all__ = ["Edit", "Edits"]

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class Edits:
    """Changes to a notebook's files, by their paths relative to it, in the order of first touch."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._old: dict[str, bytes | None] = {}
        self._new: dict[str, str] = {}

    @property
    def changes(self) -> list[Change]:
        """What differs from the disk."""
        every = [
            Change(self._root / path, old, self._new[path].encode())
            for path, old in self._old.items()
            if path in self._new
        ]
        return [change for change in every if change.old != change.new]

    @property
    def paths(self) -> list[str]:
        """The files that differ, relative to the notebook."""
        return [self._name(change) for change in self.changes]

    def text(self, path: str | Path) -> str | None:
        """A file as it stands after the edits so far; None when there is none.

        CannotRead when it cannot be understood well enough to be written.
        """
        name = Path(path).as_posix()
        if name not in self._old:
            self._old[name] = self._read(name)
        data = self._old[name]
        if name in self._new or data is None:
            return self._new.get(name)
        return _understood(name, data)

    def change(self, path: str | Path, edit: Edit, first: str | None = None) -> None:
        """Edit a file; `first` is what it begins with when there is none yet."""
        name = Path(path).as_posix()
        text = self.text(name)
        if text is None:
            if first is None:
                raise CannotRead([Problem("absent", "there is no such file", path=name)])
            text = first
        try:
            self._new[name] = _writable(edit(text))
        except CannotEdit as error:
            if error.problem.code == "moved":
                raise self._moved(name, error.problem) from None
            raise CannotRead([error.problem.at(name)]) from None

    def line(self, path: str, number: int, raw: str, edit: Edit) -> None:
        """Edit one line that was read as `raw`."""
        self.change(path, lambda text: edit_line(text, number, raw, edit))

    def create(self, path: str | Path, text: str) -> None:
        """Make a file; CannotRead when there is one, however it came there."""
        self.change(path, partial(_only_new, text), first="")

    def diff(self) -> str:
        """What would be written, as a unified diff."""
        return "".join(line for change in self.changes for line in self._diff(change))

    def write(self, message: str) -> tuple[Path, ...]:
        """Write everything, all or nothing; the files that were written."""
        return files.write(self._root, self.changes, message=message).paths

    def _moved(self, name: str, problem: Problem) -> Busy:
        place = f"{disk.typed(self._root / name)}:{problem.line}"
        what = f"{place}: {problem.message}; {disk.UNCHANGED}."
        return Busy(what, hint=problem.hint)

    def _read(self, name: str) -> bytes | None:
        try:
            return disk.read(self._root / name)
        except CannotRead as error:
            raise CannotRead([p.at(name) for p in error.problems]) from None

    def _name(self, change: Change) -> str:
        return change.path.relative_to(self._root).as_posix()

    def _diff(self, change: Change) -> Iterator[str]:
        from difflib import unified_diff

        name = self._name(change)
        before = "/dev/null" if change.old is None else f"a/{name}"
        old, new = _lines(change.old), _lines(change.new)
        for line in unified_diff(old, new, before, f"b/{name}"):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _writable(text: str) -> str:
    """The text, unless words of another file came into it that are not UTF-8 there."""
    try:
        text.encode()
    except UnicodeEncodeError:
        what = "words that are not UTF-8 would come into this file"
        hint = "Save the file they stand in as UTF-8; `one check` names it."
        raise CannotEdit(Problem("encoding", what, hint)) from None
    return text


def _understood(name: str, data: bytes) -> str:
    """The text of a file that is fit to be written."""
    text, problems = encoding.decode(data)
    problems = problems or encoding.conflicts(text)
    if not problems and name.endswith(".md"):
        problems = header.split(text).problems
    elif not problems and name.endswith(".yaml"):
        problems = header.read(text).problems
    if problems:
        raise CannotRead([p.at(name) for p in problems])
    return text


def _lines(data: bytes | None) -> list[str]:
    """Lines as git counts them, each with its end."""
    return _LINE.findall((data or b"").decode())


def _only_new(text: str, there: str) -> str:
    if there:
        raise CannotEdit(
            Problem("exists", "this file is there already", "Nothing was overwritten.")
        )
    return text
