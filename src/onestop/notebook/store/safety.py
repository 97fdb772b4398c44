"""Where a command may write: inside its notebook, and in the notebook's own `.one`."""

import os
import stat
from pathlib import Path

from onestop.errors import DiskFailed, Unsafe
from onestop.notebook import layout
from onestop.notebook.store import disk
from onestop.notebook.store.disk import UNCHANGED, typed

_CLOSED = {".git", layout.STATE}
_AS_US = os.access in os.supports_effective_ids


def home(root: Path) -> Path:
    """Return the notebook's folder, with no link on the way to it."""
    return Path(os.path.realpath(root))


def target(home: Path, path: Path) -> Path:
    """Return the file really meant, past all links; Unsafe when it is not ours to write."""
    try:
        real = Path(os.path.realpath(path))
    except ValueError as error:
        raise Unsafe(f"{str(path)!r} cannot be the name of a file.") from error
    if not real.is_relative_to(home):
        raise Unsafe(f"{typed(path)} leads out of the notebook; {UNCHANGED}.")
    parts = real.relative_to(home).parts
    if not parts or any(part.casefold() in _CLOSED for part in parts):
        raise Unsafe(f"{typed(path)} is not a file for notes; {UNCHANGED}.")
    return real


def check_writable(target: Path) -> None:
    """Fail while nothing is lost yet; a replaced file would not notice that it is read-only."""
    if target.exists() and not _allowed(target, os.W_OK):
        raise _read_only(target)
    folder = next(above for above in target.parents if above.exists())
    if not folder.is_dir():
        raise DiskFailed(f"{typed(folder)} is a file, not a folder; {UNCHANGED}.")
    if not _allowed(folder, os.W_OK | os.X_OK):
        raise _read_only(folder)


def _allowed(path: Path, what: int) -> bool:
    return os.access(path, what, effective_ids=_AS_US)


def _read_only(path: Path) -> DiskFailed:
    hint = f"Make it writable with: chmod u+w {typed(path)}"
    return DiskFailed(f"{typed(path)} is read-only; {UNCHANGED}.", hint=hint)


def mode(target: Path, like: Path) -> int | None:
    """Return the mode for a new version: as `like` has it, or None when there is no such file.

    Private words are for the owner alone.
    """
    if target.name == layout.PRIVATE:
        return 0o600
    return stat.S_IMODE(like.stat().st_mode) if like.exists() else None


def own(home: Path, *names: str) -> Path:
    """Return a folder in `.one`, made for the owner alone when absent; never through a link."""
    folder = home
    for name in (layout.STATE, *names):
        folder = folder / name
        with disk.failing(folder):
            _make_own(folder)
    return folder


def _make_own(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700)
        disk.sync(folder.parent)
    except FileExistsError:
        check_own(folder)


def check_own(folder: Path) -> None:
    """Refuse a link or a file where a folder of ours should be: it came with the notebook."""
    if folder.is_symlink() or not folder.is_dir():
        hint = "Move it away; the folder is made anew."
        raise Unsafe(f"{typed(folder)} is not a folder of its own.", hint=hint) from None
