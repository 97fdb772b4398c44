"""Work done in a child process, which can be killed, hindered or made powerless on the way."""

import os
import signal
import traceback
import warnings
from collections.abc import Callable, Collection
from typing import Any, NamedTuple

from onestop.errors import OnestopError

CHANGING = ("open", "write", "fsync", "chmod", "mkdir", "rmdir", "link", "rename", "unlink")
ALL = (*CHANGING, "replace", "read", "close", "fstat", "stat", "lstat", "listdir", "access")
NOBODY = 65534
CRASHED = 99

_calls: list[str] = []

Call = Callable[..., Any]
Blow = Callable[[Call, tuple[Any, ...]], None]


class Ended(NamedTuple):
    """How a child ended: killed, or with an exit code and the words of its failure.

    `calls` counts those that might have been struck, unless it was killed.
    """

    killed: bool
    code: int
    told: str
    calls: int


def run(work: Callable[[], object], *before: Callable[[], None]) -> Ended:
    """Do `work` in a child, after what is to come `before` it there."""
    reading, writing = os.pipe()
    _calls.clear()
    write, leave = os.write, os._exit
    pid = _fork()
    if pid == 0:
        code, told = _outcome(work, before)
        write(writing, f"{len(_calls)} {told}".encode())
        leave(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        calls, _, told = (pipe.read().decode() or "0").partition(" ")
    _, status = os.waitpid(pid, 0)
    return Ended(os.WIFSIGNALED(status), os.waitstatus_to_exitcode(status), told, int(calls))


def start(work: Callable[[], object]) -> int:
    """Begin `work` in a child; its process id."""
    pid = _fork()
    if pid == 0:
        os._exit(_outcome(work, ())[0])
    return pid


def _fork() -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # other threads of a test runner
        return os.fork()


def _outcome(work: Callable[[], object], before: Collection[Callable[[], None]]) -> tuple[int, str]:
    try:
        for step in before:
            step()
        work()
    except OnestopError as failure:
        return failure.exit_code, f"{type(failure).__name__}: {failure}"
    except BaseException:
        return CRASHED, traceback.format_exc()
    return 0, ""


def killed_at(number: int) -> Callable[[], None]:
    """Kill the child at its nth call that changes something; a write gets half through."""

    def kill(call: Call, given: tuple[Any, ...]) -> None:
        if call.__name__ == "write":
            call(given[0], given[1][: len(given[1]) // 2])
        os.kill(os.getpid(), signal.SIGKILL)

    return lambda: _strike((*CHANGING, "replace"), kill, lambda n: n == number)


def refused_at(number: int, error: int, *, ever_after: bool = False) -> Callable[[], None]:
    """Refuse the child's nth call with an error of the system's, or all from there on."""

    def refuse(_call: Call, given: tuple[Any, ...]) -> None:
        raise OSError(error, os.strerror(error), *given[:1])

    return lambda: _strike(ALL, refuse, lambda n: n == number or (ever_after and n > number))


def refusing(names: Collection[str], error: int) -> Callable[[], None]:
    """Refuse the child every call of these names."""

    def refuse(_call: Call, _given: tuple[Any, ...]) -> None:
        raise OSError(error, os.strerror(error))

    return lambda: _strike(names, refuse, lambda _: True)


def _strike(names: Collection[str], blow: Blow, is_due: Callable[[int], bool]) -> None:
    for name in names:
        setattr(os, name, _struck(getattr(os, name), blow, is_due))


def _struck(call: Call, blow: Blow, is_due: Callable[[int], bool]) -> Call:
    def struck(*given: Any, **named: Any) -> Any:
        _calls.append(call.__name__)
        if is_due(len(_calls)):
            blow(call, given)
        return call(*given, **named)

    return struck


def powerless() -> None:
    """Give up the rights of root, for good."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
