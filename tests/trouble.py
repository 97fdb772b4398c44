"""Trouble for a piece of work: killed or refused at any call of the system's, or without rights."""

import os
import signal
import traceback
import warnings
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from onestop.errors import OnestopError

CHANGING = (
    *("open", "write", "fsync", "chmod", "mkdir", "rmdir"),
    *("link", "rename", "replace", "unlink"),
)
ALL = (*CHANGING, "read", "close", "fstat", "stat", "lstat", "listdir", "access")
NOBODY = 65534
CRASHED = 99

Work = Callable[[], object]
Call = Callable[..., Any]


class Ended(NamedTuple):
    """How work ended: killed, or with an exit code and the words of its failure.

    `calls` counts those at which it might have met trouble.
    """

    killed: bool
    code: int
    told: str = ""
    calls: int = 0


def run(work: Work) -> Ended:
    """Do work in a child process."""
    reading, writing = os.pipe()
    pid = _fork()
    if pid == 0:
        write, leave = os.write, os._exit
        code, told = _outcome(work)
        write(writing, told.encode())
        leave(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read().decode()
    _, status = os.waitpid(pid, 0)
    return Ended(os.WIFSIGNALED(status), os.waitstatus_to_exitcode(status), told)


def start(work: Work) -> int:
    """Begin work in a child process; its process id."""
    pid = _fork()
    if pid == 0:
        os._exit(_outcome(work)[0])
    return pid


def killed(work: Work, at: int) -> Ended:
    """Do work in a child and kill it at its nth call that changes something.

    A write gets half through before.
    """

    def strike(number: int, call: Call, given: tuple[Any, ...]) -> None:
        if number == at:
            if call.__name__ == "write":
                call(given[0], given[1][: len(given[1]) // 2])
            os.kill(os.getpid(), signal.SIGKILL)

    def struck() -> None:
        with _striking(CHANGING, strike):
            work()

    return run(struck)


def refused(work: Work, at: int, error: int, *, ever_after: bool = False) -> Ended:
    """Do work and refuse its nth call with an error of the system's, or all from there on."""

    def strike(number: int, call: Call, given: tuple[Any, ...]) -> None:
        if number == at or (ever_after and number > at):
            if call.__name__ == "close":
                call(*given)
            raise OSError(error, os.strerror(error))

    with _striking(ALL, strike) as calls:
        code, told = _outcome(work)
    return Ended(False, code, told, len(calls))


@contextmanager
def powerless() -> Iterator[None]:
    """Do without the rights of root in this block."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


def _fork() -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other threads of a test runner
        return os.fork()


def _outcome(work: Work) -> tuple[int, str]:
    try:
        work()
    except OnestopError as failure:
        return failure.exit_code, f"{type(failure).__name__}: {failure}"
    except BaseException:
        return CRASHED, traceback.format_exc()
    return 0, ""


@contextmanager
def _striking(
    names: Collection[str], strike: Callable[[int, Call, tuple[Any, ...]], None]
) -> Iterator[list[str]]:
    """Strike before each call of these names; the list of the calls that were made."""
    real = {name: getattr(os, name) for name in names}
    calls: list[str] = []

    def struck(call: Call) -> Call:
        def stand_in(*given: Any, **named: Any) -> Any:
            calls.append(call.__name__)
            strike(len(calls), call, given)
            return call(*given, **named)

        return stand_in

    for name, call in real.items():
        setattr(os, name, struck(call))
    try:
        yield calls
    finally:
        for name, call in real.items():
            setattr(os, name, call)
