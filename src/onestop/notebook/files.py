"""The one place where a person's files are read and written."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from onestop.errors import Unsafe
from onestop.notebook.store import disk, lock, safety, transaction
from onestop.notebook.store.disk import LIMIT, TooLarge, read
from onestop.notebook.store.journal import Record
from onestop.notebook.store.transaction import Piece

__all__ = ["LIMIT", "Change", "TooLarge", "Written", "read", "write"]


class Change(NamedTuple):
    """A file as it was read and as it shall be; None stands for no file."""

    path: Path
    old: bytes | None
    new: bytes | None


class Written(NamedTuple):
    """What a command wrote: the files behind all links, and its number for undo.

    No files and number 0 when there was nothing to change.
    `finished` are commands that had been interrupted and are now complete.
    """

    paths: tuple[Path, ...] = ()
    number: int = 0
    finished: tuple[Record, ...] = ()


def write(root: Path, changes: Sequence[Change], *, message: str) -> Written:
    """Write a command's files, all or none; each must still be as it was read.

    Raises Busy when one changed or another command goes on writing, Unsafe for a path that is
    not the notebook's, DiskFailed when the disk refuses, TooLarge for what could not be read.
    """
    wanted = [change for change in changes if change.old != change.new]
    if not wanted:
        return Written()
    home = safety.home(root)
    with disk.failing(wanted[0].path):
        pieces = [_piece(home, change) for change in wanted]
        _check_apart(pieces)
        with lock.held(home):
            finished = transaction.recover(home)
            record = transaction.carry_out(home, pieces, message)
    return Written(tuple(piece.target for piece in pieces), record.number, finished)


def _piece(home: Path, change: Change) -> Piece:
    target = safety.target(home, change.path)
    if change.new is not None and len(change.new) > LIMIT:
        raise TooLarge(change.path)
    safety.check_writable(target)
    return Piece(target, change.old, change.new, safety.mode(target, like=target))


def _check_apart(pieces: Sequence[Piece]) -> None:
    """Refuse two changes of one file, which two names can lead to: one would be lost."""
    seen: set[Path] = set()
    for target in (piece.target for piece in pieces):
        if target in seen:
            told = f"{disk.typed(target)} would be written twice; {disk.UNCHANGED}."
            raise Unsafe(told, hint="Two names lead to this file; keep one.")
        seen.add(target)
