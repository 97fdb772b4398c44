"""One writer at a time, by a lock that the system releases whatever happens to its holder."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep

from onestop.errors import Busy
from onestop.notebook.store import disk, safety

PATIENCE = 5.0
"""How long a command waits for another one, in seconds."""

_PAUSE = 0.005

if sys.platform == "win32":  # pragma: no cover - the same promise, the other system's call
    import msvcrt

    def _take(fd: int) -> None:
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def held(home: Path) -> Iterator[None]:
    """Be the only writer in this block; Busy when another command does not end in time.

    Never held while a prompt or an editor is open.
    """
    path = safety.own(home) / "lock"
    with disk.failing(path):
        fd = os.open(path, os.O_RDWR | os.O_CREAT | disk.NOFOLLOW, 0o600)
    try:
        with disk.failing(path):
            _wait(fd)
        yield
    finally:
        with suppress(OSError):  # what was written stands, whatever closing says
            os.close(fd)


def _wait(fd: int) -> None:
    for _ in range(round(PATIENCE / _PAUSE)):
        try:
            return _take(fd)
        except (BlockingIOError, PermissionError):
            sleep(_PAUSE)
    hint = "Wait for it to end, then run the command again."
    raise Busy(f"Another command is writing in this notebook; {disk.UNCHANGED}.", hint=hint)
