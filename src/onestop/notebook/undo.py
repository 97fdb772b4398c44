"""Taking back: the newest command as a whole, then the one before it."""

from pathlib import Path
from typing import NamedTuple

from onestop.errors import Busy
from onestop.formats.difference import Difference, difference
from onestop.notebook import layout
from onestop.notebook.store import disk, journal, lock, safety, transaction
from onestop.notebook.store.disk import UNCHANGED, typed
from onestop.notebook.store.journal import Record
from onestop.notebook.store.transaction import Piece


class Undone(NamedTuple):
    """The command that was taken back and its files; number 0 when there was none.

    `gone` are lines with somebody's words that it had written, `back` those that stand again.
    """

    number: int = 0
    message: str = ""
    paths: tuple[Path, ...] = ()
    gone: tuple[str, ...] = ()
    back: tuple[str, ...] = ()


def history(root: Path) -> list[Record]:
    """List the commands that can be taken back, newest first."""
    home = safety.home(root)
    with disk.failing(home / layout.STATE, ""):
        return list(journal.newest_first(home))


def undo(root: Path) -> Undone:
    """Take back the newest command; Busy, naming all its files that changed since.

    Files it made go, files it removed come back, folders it made go when empty.
    """
    home = safety.home(root)
    if not (home / layout.STATE).is_dir():
        return Undone()
    with disk.failing(home / layout.STATE), lock.held(home):
        transaction.recover(home)
        record = next(journal.newest_first(home), None)
        return _take_back(home, record) if record else Undone()


def _take_back(home: Path, record: Record) -> Undone:
    targets = [safety.target(home, home / path) for path in record.paths]
    now = [disk.fetch(target) for target in targets]
    _check_untouched(record, targets, now)
    pieces = [_piece(home, record, i, t, now[i]) for i, t in enumerate(targets)]
    transaction.carry_out(home, pieces, record.message, undoes=record)
    found = [_difference(piece) for piece in pieces]
    return Undone(
        record.number,
        record.message,
        tuple(targets),
        tuple(line for one in found for line in one.gone),
        tuple(line for one in found for line in one.new),
    )


def _difference(piece: Piece) -> Difference:
    """What the way back does to a file's words; of a rating nothing is said."""
    path = piece.target
    if path.parent.name == layout.RATINGS:
        return Difference()
    old, new = ((data or b"").decode(errors="replace") for data in (piece.old, piece.new))
    return difference(old, new, yaml=path.suffix == ".yaml")


def _check_untouched(record: Record, targets: list[Path], now: list[bytes | None]) -> None:
    changed = [
        typed(target)
        for step, target, data in zip(record.steps, targets, now, strict=True)
        if journal.digest(data) != step.new
    ]
    if changed:
        told = f"{' and '.join(changed)} changed since `{record.message}`"
        hint = "Change it back by hand, if at all."
        raise Busy(f"{told}; nothing was taken back.", hint=hint)


def _piece(home: Path, record: Record, index: int, target: Path, now: bytes | None) -> Piece:
    """Build one file of the way back, from the old version that was kept."""
    safety.check_writable(target)
    if record.steps[index].old is None:
        return Piece(target, now, None)
    kept = journal.kept(home, record, index)
    before = disk.fetch(kept, follow=False)
    if before is None:
        told = f"{typed(kept)} is gone, so {typed(target)} cannot come back"
        raise Busy(f"{told}; {UNCHANGED}.", hint="Take the rest back by hand.")
    return Piece(target, now, before, safety.mode(target, like=kept))
