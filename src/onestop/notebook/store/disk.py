"""The few calls that touch a file, and what it means when the disk refuses one of them."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onestop.errors import Busy, CannotRead, DiskFailed, OnestopError, Unsafe
from onestop.model.problem import Problem

Name = str | Path

_SMALL = 2**16
"""A file shorter than this is read in one call."""

LIMIT = 8 * 2**20
"""The largest file that is read or written, in bytes."""

UNCHANGED = "nothing was changed"

# Windows knows neither links to refuse nor files that block, and has a text mode to turn off.
_BINARY = getattr(os, "O_BINARY", 0)
NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_READING = os.O_RDONLY | _BINARY | getattr(os, "O_NONBLOCK", 0)
_CREATING = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | NOFOLLOW

_WORDS = {
    errno.ENOSPC: ("the disk is full", "Make room, then run the command again."),
    errno.EDQUOT: ("your share of the disk is used up", "Make room, then run it again."),
    errno.EIO: ("the disk reported a fault", "Check the disk before you go on."),
    errno.EROFS: ("the disk is read-only", "Make it writable, then run the command again."),
    errno.EACCES: ("permission denied", "Check who owns it and who may use it."),
    errno.EPERM: ("permission denied", "Check who owns it and who may use it."),
    errno.EMFILE: ("too many files are open", "Close some programs, then run it again."),
    errno.ENFILE: ("too many files are open", "Close some programs, then run it again."),
    errno.EFBIG: ("too large for this disk", "Shorten the file, or move it to another disk."),
    errno.EXDEV: ("on another disk than the notebook", "Keep a notebook on one disk."),
    errno.ENOENT: ("gone meanwhile", "Run the command again."),
    errno.EEXIST: ("made by someone else meanwhile", "Run the command again."),
    errno.ELOOP: ("a link where a file is needed", "Replace it with the file itself."),
    errno.ENXIO: ("not an ordinary file", "Move it out of the notebook."),
}
_KINDS = {errno.ENOENT: Busy, errno.EEXIST: Busy, errno.ELOOP: Unsafe, errno.ENXIO: Unsafe}
_NO_LINKS = {
    *(errno.EPERM, errno.EACCES, errno.EINVAL, errno.ENOSYS),
    *(errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.EXDEV),
}


class TooLarge(CannotRead):
    """A file above LIMIT: named and left alone; `problems` holds the one to show."""

    def __init__(self, path: Name) -> None:
        message = f"larger than {LIMIT // 2**20} MB, left alone"
        hint = "Split it, or move it elsewhere."
        super().__init__([Problem("too-large", message, hint, path=typed(path))])


def typed(path: Name) -> str:
    """Spell a path as the person would: from the current folder, unless that is longer."""
    try:
        return min(os.path.relpath(path), str(path), key=len)
    except (OSError, ValueError):  # the current folder is gone, or on another drive
        return str(path)


def failed(path: Name, error: OSError, aftermath: str = "") -> OnestopError:
    """Tell a person what the system refused, and how things stand now."""
    number = error.errno or 0
    words, hint = _WORDS.get(number, (os.strerror(number).lower(), ""))
    ending = f"; {aftermath}." if aftermath else "."
    return _KINDS.get(number, DiskFailed)(f"{typed(path)}: {words}{ending}", hint=hint)


@contextmanager
def failing(path: Path, aftermath: str = UNCHANGED) -> Iterator[None]:
    """Name `path` and how things stand when the system refuses something in this block."""
    try:
        yield
    except OSError as error:
        raise failed(path, error, aftermath) from error


def read(path: Name, *, follow: bool = True) -> bytes | None:
    """Return the bytes of a file; None when there is no such file.

    `follow` tells whether `path` itself may be a link.
    Raises Unsafe for anything but an ordinary file, TooLarge above LIMIT, else DiskFailed.
    """
    try:
        return fetch(path, follow=follow)
    except OSError as error:
        raise failed(path, error) from error


def fetch(path: Name, *, follow: bool = True) -> bytes | None:
    """Do what `read` does, but let the caller say what it means that the disk failed."""
    try:
        fd = os.open(path, _READING if follow else _READING | NOFOLLOW)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        if _KINDS.get(error.errno or 0) is Unsafe:
            raise failed(path, error) from error
        raise
    except ValueError as error:
        raise Unsafe(f"{str(path)!r} cannot be the name of a file.") from error
    try:
        return _whole(fd, path)
    finally:
        os.close(fd)


def read_listed(path: Name) -> bytes | None:
    """Do what `read` does, for a file that its folder lists as an ordinary one: less to ask."""
    try:
        fd = os.open(path, _READING | NOFOLLOW)
    except OSError:
        return read(path)
    try:
        data = os.read(fd, _SMALL)
        return data if len(data) < _SMALL else read(path)
    except OSError as error:
        raise failed(path, error) from error
    finally:
        os.close(fd)


def _whole(fd: int, path: Name) -> bytes:
    status = os.fstat(fd)
    if not stat.S_ISREG(status.st_mode):
        raise Unsafe(f"{typed(path)} is not an ordinary file.", hint="It was left alone.")
    if status.st_size > LIMIT:
        raise TooLarge(path)
    data = os.read(fd, status.st_size + 1)
    if len(data) == status.st_size:
        return data
    parts = [data]
    while part := os.read(fd, status.st_size + 1):
        parts.append(part)
    return b"".join(parts)


def create(path: Path, data: bytes, mode: int | None = 0o600) -> None:
    """Make a file that is on the disk for good; `mode` None: what the umask leaves of 0644."""
    fd = os.open(path, _CREATING, 0o644 if mode is None else 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(fd, rest) :]
        if mode is not None:
            path.chmod(mode)
        os.fsync(fd)
    finally:
        os.close(fd)


def keep(path: Path, data: bytes, kept: Path) -> None:
    """Hold on to a file that is about to go, by a second name or else by a copy of `data`."""
    try:
        kept.hardlink_to(path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        create(kept, data, stat.S_IMODE(path.stat().st_mode))


def place(new: Path, target: Path) -> None:
    """Move a file to a name that nothing may have yet; FileExistsError when something has."""
    try:
        target.hardlink_to(new)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # Without links no call both moves and refuses; a moment is left between the two.
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "File exists", str(target)) from error
        new.rename(target)
    else:
        new.unlink()


def sync(folder: Path) -> None:
    """Put the names in a folder on the disk for good, where the system offers that."""
    if os.name == "nt":  # pragma: no cover - a folder cannot be opened there
        return
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(fd)


def make_folders(folder: Path) -> None:
    """Make a folder and those above it, on the disk for good."""
    if not folder.is_dir():
        make_folders(folder.parent)
        folder.mkdir(exist_ok=True)
        sync(folder.parent)
