"""Files that a person asked for by name, in the notebook or outside: documents, not notes."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from onestop.errors import Busy, Unsafe, Usage
from onestop.notebook import layout
from onestop.notebook.store import disk
from onestop.notebook.store.disk import UNCHANGED, typed

_CLOSED = {".git", layout.STATE}
_NOTES = {
    layout.MARKER, layout.PEOPLE, layout.OKRS, layout.TEMPLATES, layout.QUESTIONS,
    ".gitattributes", ".gitignore",
}  # fmt: skip
"""What of a notebook is read or written by other commands."""

_HEAD = 1000
"""So many bytes at the top of a document hold the mark by which it is known as ours."""


def check(root: Path, path: Path, mark: str, *, force: bool) -> bytes | None:
    """What stands at a path, if it may be written: nothing, or a document with this mark.

    With `force` it may be any ordinary file, but for those of the notebook.
    Unsafe for another file, Usage where there is no folder.
    """
    real = Path(os.path.realpath(path))
    if any(part.casefold() in _CLOSED for part in real.parts):
        raise Unsafe(f"{typed(path)} is no place for documents; {UNCHANGED}.")
    if not real.parent.is_dir():
        raise Usage(f"There is no folder {typed(real.parent)}.", hint="Make it first.")
    there = disk.read(real)
    if there is None or mark.encode() in there[:_HEAD]:
        return there
    home = Path(os.path.realpath(root))
    if real.is_relative_to(home) and real.relative_to(home).parts[0] in _NOTES:
        hint = "Give it another name."
        raise Unsafe(f"{typed(path)} is a file of the notebook; {UNCHANGED}.", hint=hint)
    if not force:
        hint = "Give it another name, or --force writes over it."
        raise Unsafe(
            f"{typed(path)} is there already, and `{mark}` did not write it; {UNCHANGED}.",
            hint=hint,
        )
    return there


def write(path: Path, text: str, before: bytes | None) -> None:
    """Write a document in one piece, readable for its owner; Busy when it is not as `before`."""
    real = Path(os.path.realpath(path))
    new = real.with_name(f".one-{os.getpid()}.tmp")
    mode = 0o600 if before is None else stat.S_IMODE(real.stat().st_mode)
    with disk.failing(path):
        try:
            new.unlink(missing_ok=True)
            disk.create(new, text.encode(), mode)
            _place(new, real, before)
        except BaseException:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            raise
        disk.sync(real.parent)


def _place(new: Path, real: Path, before: bytes | None) -> None:
    if before is None:
        disk.place(new, real)
    elif disk.fetch(real) == before:
        new.replace(real)
    else:
        raise Busy(f"{typed(real)} changed meanwhile; {UNCHANGED}.", hint="Run it again.")
