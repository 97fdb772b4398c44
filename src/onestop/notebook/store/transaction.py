"""All or nothing: a command's files are prepared in full, then put in place, now or later.

The caller holds the lock and has called `recover`.
`home` is the notebook's folder with no link on the way to it.
"""

from collections.abc import Sequence
from contextlib import suppress
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from onestop.errors import Busy, CannotRead, OnestopError, Unsafe
from onestop.notebook.store import disk, journal, safety
from onestop.notebook.store.disk import typed
from onestop.notebook.store.journal import Record, Step, digest

_PART = "not finished yet; the next command that writes finishes it"
_STILL = "an interrupted command is not finished; the next command that writes finishes it"


class Piece(NamedTuple):
    """One file of a command: what it holds, what it shall hold (None: no file), its mode.

    `target` is past all links; `mode` None leaves it to the umask.
    """

    target: Path
    old: bytes | None
    new: bytes | None
    mode: int | None = None


def carry_out(
    home: Path, pieces: Sequence[Piece], message: str, *, undoes: Record | None = None
) -> Record:
    """Write the files of one command, and file it for undo; Busy when one of them changed."""
    check_unchanged(pieces)
    record = _record(home, pieces, message, undoes)
    place = journal.folder(home, journal.TMP, record.number)
    try:
        _prepare(place, record, pieces)
        check_unchanged(pieces)
        journal.sign(place)
    except BaseException:
        journal.drop_quietly(place)
        raise
    try:
        disk.sync(place)
        disk.sync(place.parent)
        _finish(home, place, record, range(len(pieces)))
    except BaseException as error:
        if not _taken_back(home, place, record, pieces) and isinstance(error, OSError):
            raise disk.failed(pieces[0].target, error, _PART) from error
        raise
    return record


def check_unchanged(pieces: Sequence[Piece]) -> None:
    """Busy, naming every file that is no longer as it was read."""
    changed = [typed(piece.target) for piece in pieces if _holds(piece) != piece.old]
    if changed:
        message = f"{' and '.join(changed)} changed meanwhile; nothing was written."
        raise Busy(message, hint="Run the command again.")


def _holds(piece: Piece) -> bytes | None:
    with disk.failing(piece.target):
        return disk.fetch(piece.target)


def recover(home: Path) -> tuple[Record, ...]:
    """Finish the commands that were interrupted and sweep away those that had not begun."""
    finished = []
    folder = safety.own(home, journal.TMP)
    safety.own(home, journal.UNDO)
    for name in journal.names(home, journal.TMP):
        place = folder / name
        if not (journal.is_record(name) and journal.is_signed(place)):
            journal.drop_quietly(place)
            continue
        with disk.failing(place, _STILL):
            finished.append(_resume(home, place))
    return tuple(finished)


def _record(home: Path, pieces: Sequence[Piece], message: str, undoes: Record | None) -> Record:
    steps = tuple(Step(_inside(home, p.target), digest(p.old), digest(p.new)) for p in pieces)
    number = journal.next_number(home)
    if undoes:
        return Record(number, message, steps, undoes.folders, undoes.number)
    return Record(number, message, steps, _folders_to_make(home, pieces))


def _inside(home: Path, path: Path) -> str:
    return path.relative_to(home).as_posix()


def _folders_to_make(home: Path, pieces: Sequence[Piece]) -> tuple[str, ...]:
    missing = {
        _inside(home, folder)
        for piece in pieces
        for folder in takewhile(lambda above: not above.exists(), piece.target.parents)
    }
    return tuple(sorted(missing))


def _prepare(place: Path, record: Record, pieces: Sequence[Piece]) -> None:
    place.mkdir(mode=0o700)
    for index, piece in enumerate(pieces):
        with disk.failing(piece.target):
            if piece.new is not None:
                disk.create(place / f"new-{index}", piece.new, piece.mode)
            if piece.old is not None:
                disk.keep(piece.target, piece.old, place / f"old-{index}")
    journal.draft(place, record)


def _finish(home: Path, place: Path, record: Record, due: Sequence[int]) -> None:
    """Put the files that are due in their places, then file the record."""
    targets = [safety.target(home, home / step.path) for step in record.steps]
    for index in due:
        _put(record.steps[index], place / f"new-{index}", targets[index])
    for folder in {target.parent for target in targets if target.parent.is_dir()}:
        disk.sync(folder)
    if record.undoes:
        _remove_folders(home, record)
        journal.drop(journal.folder(home, journal.UNDO, record.undoes))
        journal.drop(place)
    else:
        journal.move(home, place, journal.UNDO)
        journal.prune(home)


def _put(step: Step, new: Path, target: Path) -> None:
    if step.new is None:
        target.unlink(missing_ok=True)
        return
    disk.make_folders(target.parent)
    if step.old is None:
        disk.place(new, target)
    else:
        new.replace(target)


def _remove_folders(home: Path, record: Record) -> None:
    """Remove those of a record's folders in which nothing lies."""
    for path in reversed(record.folders):
        with suppress(OSError, Unsafe):
            safety.target(home, home / path).rmdir()


def _taken_back(home: Path, place: Path, record: Record, pieces: Sequence[Piece]) -> bool:
    """Whether no file had changed yet, so that the command could be called off."""
    try:
        if any(_holds(piece) != piece.old for piece in pieces):
            return False
        journal.unsign(place)
    except (OSError, OnestopError):
        return False
    journal.drop_quietly(place)
    _remove_folders(home, record)
    return True


def _resume(home: Path, place: Path) -> Record:
    """Finish one interrupted command, or set it aside when its files went their own way."""
    record = journal.load(place)
    if record is None:
        raise _set_aside(home, place, "An interrupted command cannot be read")
    due = []
    for index, step in enumerate(record.steps):
        new = place / f"new-{index}"
        is_due = _is_due(home, step, new)
        if is_due is None:
            told = f"{step.path} changed after `{record.message}` was interrupted"
            raise _set_aside(home, place, told)
        if is_due:
            due.append(index)
        else:
            new.unlink(missing_ok=True)
    _finish(home, place, record, due)
    return record


def _is_due(home: Path, step: Step, new: Path) -> bool | None:
    """Whether a step is still to be taken; None when that cannot be done any more."""
    try:
        now = digest(disk.fetch(safety.target(home, home / step.path)))
        ready = digest(disk.fetch(new, follow=False))
    except (Unsafe, CannotRead):
        return None
    if now == step.new or (ready is None and step.new and now != step.old):
        return False  # in its place, and perhaps edited by hand since
    return True if (now, ready) == (step.old, step.new) else None


def _set_aside(home: Path, place: Path, told: str) -> Busy:
    safety.own(home, journal.KEPT)
    kept = journal.move(home, place, journal.KEPT)
    hint = "Compare the two, then run the command again."
    return Busy(f"{told}; what it had not yet written is in {typed(kept)}.", hint=hint)
