"""What a command writes, as a folder: while it is being written, and kept for undo afterwards.

    .one/tmp/00000012/       new-0, old-0, new-1 ...: each file to come and the one before it
                             manifest.json, last: from here on the command will be finished
    .one/undo/00000012/      the same without the new files, once they are in their places
    .one/kept/00000012/      what could not be finished, for the person to look at

A folder without a manifest is rubbish, so taking one apart begins with its manifest.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from onestop.errors import CannotRead, Unsafe
from onestop.notebook import layout
from onestop.notebook.store import disk

TMP, UNDO, KEPT = "tmp", "undo", "kept"
NEWEST = 50
"""How many commands can be taken back."""

_MANIFEST, _DRAFT = "manifest.json", "manifest.new"
_WIDTH = 8


class Step(NamedTuple):
    """One file of a command: its path from the root, its SHA-256 before and after.

    None stands for no file.
    """

    path: str
    old: str | None
    new: str | None


class Record(NamedTuple):
    """One command that writes: its number, its message, its files, the folders it makes.

    `undoes` is the number of the command that this one takes back, or 0;
    `folders` are then those to be removed.
    """

    number: int
    message: str
    steps: tuple[Step, ...]
    folders: tuple[str, ...] = ()
    undoes: int = 0

    @property
    def paths(self) -> tuple[str, ...]:
        """The files, from the root."""
        return tuple(step.path for step in self.steps)


def digest(data: bytes | None) -> str | None:
    """Return the SHA-256 of a file's bytes; None for no file."""
    from hashlib import sha256

    return None if data is None else sha256(data).hexdigest()


def dump(record: Record) -> bytes:
    """Write a record as its manifest; the folder's name holds its number."""
    import json

    told = record._asdict() | {"steps": [step._asdict() for step in record.steps]}
    del told["number"]
    return json.dumps(told, indent=1).encode()


def parse(data: bytes, number: int) -> Record | None:
    """Read a manifest; None when it cannot be one."""
    import json

    try:
        told = json.loads(data)
        return Record(
            number,
            str(told["message"]),
            tuple(Step(str(s["path"]), s["old"], s["new"]) for s in told["steps"]),
            tuple(map(str, told["folders"])),
            int(told["undoes"]),
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def folder(home: Path, kind: str, number: int) -> Path:
    """Where the record of that number lies, or would lie."""
    return home / layout.STATE / kind / f"{number:0{_WIDTH}}"


def kept(home: Path, record: Record, index: int) -> Path:
    """Where the old version of a command's file lies, ready for undo."""
    return folder(home, UNDO, record.number) / f"old-{index}"


def draft(place: Path, record: Record) -> None:
    """Write all of the manifest but its name."""
    disk.create(place / _DRAFT, dump(record))


def sign(place: Path) -> None:
    """Give the draft its name, in one step: from now on the command will be finished."""
    (place / _DRAFT).rename(place / _MANIFEST)


def unsign(place: Path) -> None:
    """Take the manifest away: from now on the rest is rubbish."""
    (place / _MANIFEST).unlink(missing_ok=True)


def is_signed(place: Path) -> bool:
    """Whether the record came as far as its manifest."""
    return os.path.lexists(place / _MANIFEST)


def load(place: Path) -> Record | None:
    """Return the record in a folder; None when there is none that can be read."""
    with suppress(Unsafe, CannotRead):
        data = disk.fetch(place / _MANIFEST, follow=False)
        return None if data is None else parse(data, int(place.name))
    return None


def drop(place: Path) -> None:
    """Take a record apart; what a link leads to is nobody's record."""
    if place.is_symlink() or not place.is_dir():
        place.unlink(missing_ok=True)
        return
    unsign(place)
    for file in place.iterdir():
        file.unlink()
    place.rmdir()


def drop_quietly(place: Path) -> None:
    """Take a record apart as far as that goes; the next command that writes does the rest."""
    with suppress(OSError):
        drop(place)


def names(home: Path, kind: str) -> list[str]:
    """List all that lies among the records of a kind, in order."""
    try:
        return sorted(place.name for place in (home / layout.STATE / kind).iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []


def numbers(home: Path, kind: str) -> list[int]:
    """List the numbers of the records of a kind, in order."""
    return [int(name) for name in names(home, kind) if is_record(name)]


def is_record(name: str) -> bool:
    """Whether a folder of this name was made for a record."""
    return len(name) == _WIDTH and name.isascii() and name.isdigit()


def next_number(home: Path) -> int:
    """Return a number above all that are in use."""
    return max((n for kind in (TMP, UNDO, KEPT) for n in numbers(home, kind)), default=0) + 1


def newest_first(home: Path) -> Iterator[Record]:
    """Go through the commands that can be taken back."""
    for number in reversed(numbers(home, UNDO)):
        if record := load(folder(home, UNDO, number)):
            yield record


def move(home: Path, place: Path, kind: str) -> Path:
    """File a record elsewhere, with all that is in it; the folder of that kind is there."""
    moved = home / layout.STATE / kind / place.name
    place.rename(moved)
    disk.sync(moved.parent)
    return moved


def prune(home: Path) -> None:
    """Forget the oldest commands, as far as that goes."""
    with suppress(OSError):
        for number in numbers(home, UNDO)[:-NEWEST]:
            drop_quietly(folder(home, UNDO, number))
