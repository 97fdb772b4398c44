"""A stage for `one`: a folder, a day, a recorded terminal, and chance that repeats itself."""

import contextlib
import io
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onestop.cli.app import run
from onestop.cli.world import World
from onestop.render.terminal import Screen, Terminal

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "team"
BIN = Path(sys.executable).parent
TUESDAY = date(2026, 11, 24)

# Git commits as Sam, at a fixed hour, and knows nothing of the machine's own settings.
_GIT = {
    "GIT_AUTHOR_NAME": "Sam",
    "GIT_AUTHOR_EMAIL": "sam@example.org",
    "GIT_AUTHOR_DATE": "2026-11-24T10:00:00Z",
    "GIT_COMMITTER_NAME": "Sam",
    "GIT_COMMITTER_EMAIL": "sam@example.org",
    "GIT_COMMITTER_DATE": "2026-11-24T10:00:00Z",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


@dataclass(frozen=True)
class Said:
    """What one run of the command said, and how it ended."""

    out: str
    err: str
    both: str
    code: int


One = Callable[..., Said]


class Tee(io.StringIO):
    """A stream that also writes to a second one, so that the order of two streams is kept."""

    def __init__(self, both: io.StringIO) -> None:
        super().__init__()
        self.both = both

    def write(self, text: str) -> int:
        self.both.write(text)
        return super().write(text)


class Typist(io.StringIO):
    """A person at the keyboard: every answer is shown as it is typed, as a terminal would.

    `^C` and `^D` are those keys; after the last answer the input ends, too.
    `(3, unseen)` is a 3 that nobody may see: only where the terminal hides what is typed.
    `(touch a, in another window)` is a shell line that runs while the question is open.
    """

    ELSEWHERE = re.compile(r"\((.+), in another window\)")
    UNSEEN = re.compile(r"\((.*), unseen\)")

    def __init__(
        self, answers: Sequence[str], screen: io.StringIO, elsewhere: Callable[[str], object]
    ) -> None:
        super().__init__()
        self.answers = list(answers)
        self.screen = screen
        self.elsewhere = elsewhere
        self.hidden = False

    @contextlib.contextmanager
    def unseen(self) -> Iterator[None]:
        """Type without being seen."""
        self.hidden = True
        try:
            yield
        finally:
            self.hidden = False

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        answer = self.answers.pop(0) if self.answers else "^D"
        if answer in ("^C", "^D"):
            self.screen.write(answer)
            if answer == "^C":
                raise KeyboardInterrupt
            return ""
        if self.hidden:
            given = self.UNSEEN.sub(r"\1", answer)
            self.screen.write(f"({given}, unseen)")
            return f"{given}\n"
        self.screen.write(f"{answer}\n")
        if line := self.ELSEWHERE.fullmatch(answer):
            self.elsewhere(line[1])
            self.screen.write("> ")
            return self.readline(size)
        return f"{answer}\n"


class Stage:
    """A folder in which commands run, on a fixed day, with nothing of the machine around it."""

    def __init__(self, folder: Path, today: date = TUESDAY) -> None:
        self.folder = folder
        self.today = today
        self.env = {
            "LANG": "C.UTF-8",
            "HOME": str(folder.with_name(f"{folder.name}-home")),
            "PATH": f"{BIN}:/usr/bin:/bin",
            **_GIT,
        }

    def copy(self, notebook: Path) -> None:
        """Put a copy of a notebook into the folder."""
        shutil.copytree(notebook, self.folder, dirs_exist_ok=True)

    def write(self, files: Mapping[str, str]) -> None:
        """Write files, byte for byte."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())

    def read(self, name: str) -> str:
        """A file's text, byte for byte."""
        return (self.folder / name).read_bytes().decode()

    def one(
        self,
        line: str | Sequence[str],
        *,
        typed: Sequence[str] | None = None,
        piped: str | None = None,
        width: int | None = None,
    ) -> Said:
        """Run one command line.

        `typed` puts a person at the keyboard, `piped` feeds standard input,
        and with a `width` the output is a terminal.
        """
        argv = shlex.split(line)[1:] if isinstance(line, str) else list(line)
        both = io.StringIO()
        out, err = Tee(both), Tee(both)
        keyboard = Typist(typed, err, self.shell) if typed is not None else io.StringIO(piped or "")
        world = World(
            today=self.today,
            cwd=self.folder,
            env=self.env,
            terminal=Terminal(
                Screen(out, is_terminal=width is not None, width=width),
                Screen(err, is_terminal=width is not None, width=width),
                keyboard,
                asks=typed is not None,
                unseen=keyboard.unseen if isinstance(keyboard, Typist) else None,
            ),
            pick=random.Random(" ".join(argv)).choice,
        )
        with (
            _alone(self.env),
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            code = run(argv, world)
        return Said(out.getvalue(), err.getvalue(), both.getvalue(), code)

    def git(self, *args: str) -> str:
        """Run the real git here."""
        return self._run(["git", *args], check=True).stdout

    def shell(self, line: str, given: str = "") -> str:
        """Run a documented shell line; its exit code is shown when it is not 0."""
        done = self._run(["bash", "-c", line], given=given)
        return done.stdout + (f"[exit {done.returncode}]\n" if done.returncode else "")

    def _run(
        self, command: list[str], *, given: str = "", check: bool = False
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            input=given,
            text=True,
            errors="surrogateescape",
            check=check,
            env={**self.env, "ONE_TODAY": self.today.isoformat()},
        )


@contextlib.contextmanager
def _alone(env: Mapping[str, str]) -> Iterator[None]:
    """Leave a command nothing of this process's environment but `env`."""
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(env)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
