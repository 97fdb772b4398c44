"""A real terminal with a person at it, around a real process."""

import os
import re
import select
import subprocess
import termios
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

PATIENCE = 20.0
"""How long to wait for something to appear, in seconds, before that is a failure."""

BLINK = 1.0
"""How long a command that is told to stop may take to notice, in seconds."""

CTRL_C, CTRL_D = "\x03", "\x04"
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[=>])")


class Keyboard:
    """One command in a terminal of its own: what it shows can be waited for, and answered."""

    def __init__(
        self, command: Sequence[str], *, cwd: Path, env: Mapping[str, str], width: int = 100
    ) -> None:
        self.raw = ""
        self._read = 0
        self._ours, theirs = os.openpty()
        termios.tcsetwinsize(theirs, (50, width))
        # The first terminal that a new session opens is its own: Ctrl-C reaches it there.
        line = f'exec "$@" <"$0" >"$0" 2>&1 {theirs}>&-'
        self.process = subprocess.Popen(
            ["bash", "-c", line, os.ttyname(theirs), *command],
            cwd=cwd,
            env={"TERM": "xterm", **env},
            start_new_session=True,
            pass_fds=(theirs,),
        )
        os.close(theirs)

    def __enter__(self) -> "Keyboard":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._ours)

    @property
    def screen(self) -> str:
        """Everything shown so far, as plain lines."""
        return _ESCAPES.sub("", self.raw).replace("\r\n", "\n").replace("\r", "")

    def see(self, words: str) -> "Keyboard":
        """Wait until these words appear behind what was waited for before."""
        while words not in self.screen[self._read :]:
            assert self._hear(), f"{words!r} never came; the screen shows:\n{self.screen}"
        self._read = self.screen.index(words, self._read) + len(words)
        return self

    def type(self, words: str) -> "Keyboard":
        """Type a line, and Enter."""
        return self.press(f"{words}\r")

    def press(self, keys: str) -> "Keyboard":
        """Press keys."""
        os.write(self._ours, keys.encode())
        return self

    def end(self) -> int:
        """Wait for the end of the command: its exit code."""
        while self._hear():
            pass
        return self.process.wait(PATIENCE)

    def insist(self, stop: Callable[[], object]) -> int:
        """Stop the command, again when it did not notice: its exit code.

        A signal between the showing of a question and the waiting for its answer goes unnoticed
        until the next key, in the library that reads the line.
        """
        while self.process.poll() is None:
            stop()
            while self._hear(BLINK):
                pass
        return self.end()

    def _hear(self, patience: float = PATIENCE) -> bool:
        """Take in what is shown next; False when there will be nothing more."""
        ready, _, _ = select.select([self._ours], [], [], patience)
        try:
            data = os.read(self._ours, 65536) if ready else b""
        except OSError:  # the other end is closed
            data = b""
        self.raw += data.decode(errors="replace")
        return bool(data)
