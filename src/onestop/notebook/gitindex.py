"""What git's index says of a file: its name, its mode, the object that holds its bytes."""

import os
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from onestop.errors import Unsafe
from onestop.notebook.store.disk import typed

GONE, LINK = "0", "120000"
_FILE, _EXECUTABLE = "100644", "100755"


class Entry(NamedTuple):
    """One line of the index; `oid` is all zeros for a file that is gone.

    `name` counts from the top of the work tree, as bytes with slashes.
    """

    name: bytes
    mode: str
    oid: str


def name(top: Path, path: Path) -> bytes:
    """Return git's name for a file below `top`."""
    return os.fsencode(path.relative_to(top).as_posix())


def path(top: Path, name: bytes) -> Path:
    """Return the file git calls `name`."""
    return top / os.fsdecode(name)


def info(entries: Iterable[Entry]) -> bytes:
    """Return what `git update-index -z --index-info` reads."""
    return b"".join(f"{e.mode} {e.oid}\t".encode() + e.name + b"\0" for e in entries)


def modes(listed: bytes) -> dict[bytes, str]:
    """Read what `git ls-tree -z` prints: the mode of each name."""
    lines = (line.partition(b"\t") for line in listed.split(b"\0") if line)
    return {name: about.split()[0].decode() for about, _, name in lines}


def mode(path: Path, known: str | None) -> str:
    """Return the mode of a file as it is on the disk; GONE when it is not there.

    `known` is the mode git has for it, which is kept for a file that still is one:
    not every disk can tell what is executable.
    """
    try:
        found = path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return GONE
    if stat.S_ISLNK(found):
        return LINK
    if not stat.S_ISREG(found):
        raise Unsafe(f"{typed(path)} is not an ordinary file.")
    if known in {_FILE, _EXECUTABLE}:
        return known
    return _EXECUTABLE if found & stat.S_IXUSR else _FILE
