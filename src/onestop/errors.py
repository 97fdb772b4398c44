"""Every way a command can fail: what happened, what to do next, and the exit code.

A failure is about *this command*.
Something odd in a person's files is not a failure but a `model.problem.Problem`, which is data.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onestop.model.problem import Problem


class OnestopError(Exception):
    """Base of all failures: one sentence, the next step, an exit code."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Usage(OnestopError):
    """A flag, a date, a name or an id that does not fit, or an answer that is missing."""

    exit_code = 2


class NoNotebook(Usage):
    """There is no notebook here or above."""


class CannotRead(OnestopError):
    """The file to be written, or the one asked for, cannot be understood; nothing was written."""

    exit_code = 3

    def __init__(self, problems: "Sequence[Problem]", *, hint: str = "") -> None:
        super().__init__(f"{len(problems)} problems", hint=hint)
        self.problems = tuple(problems)


class DiskFailed(OnestopError):
    """The disk or the editor failed."""

    exit_code = 4


class Busy(OnestopError):
    """Another command holds the notebook, or a file changed underneath."""

    exit_code = 5


class Unsafe(OnestopError):
    """Refused for safety: a path that leaves the notebook, a private word in shared output."""

    exit_code = 6


class Interrupted(OnestopError):
    """Ctrl-C, a closed input or a signal at a prompt; the draft is kept."""

    exit_code = 130


class OutputFailed(OnestopError):
    """What was to be shown could not be written: a full disk behind a redirect, a closed output."""

    exit_code = 74


class PipeClosed(OutputFailed):
    """The program that reads the output has seen enough."""

    exit_code = 141
