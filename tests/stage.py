"""A stage for `one`: a folder, a day, a terminal that is recorded, and chance that repeats itself."""

import contextlib
import io
import random
import shlex
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onestop.cli.app import run
from onestop.cli.world import World
from onestop.render.terminal import Screen, Terminal

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "team"
TUESDAY = date(2026, 11, 24)

GIT = (
    "git", "-c", "user.name=Sam", "-c", "user.email=sam@example.org", "-c", "init.defaultBranch=main",
    "-c", "commit.gpgsign=false",
)  # fmt: skip


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
    """A person at the keyboard: every answer is shown as it is typed, as a terminal would."""

    def __init__(self, answers: Sequence[str], screen: io.StringIO) -> None:
        super().__init__()
        self.answers = list(answers)
        self.screen = screen

    def readline(self, size: int | None = -1, /) -> str:
        if not self.answers:
            self.screen.write("\n")
            return ""
        answer = self.answers.pop(0)
        if answer == "^C":
            self.screen.write("^C\n")
            raise KeyboardInterrupt
        self.screen.write(f"{answer}\n")
        return f"{answer}\n"


class Stage:
    """A folder in which commands run, on a fixed day."""

    def __init__(self, folder: Path, today: date = TUESDAY) -> None:
        self.folder = folder
        self.today = today
        self.env = {"LANG": "C.UTF-8", "HOME": str(folder / "nobody"), "PATH": "/usr/bin:/bin"}

    def copy(self, notebook: Path) -> None:
        """Put a copy of a notebook into the folder."""
        shutil.copytree(notebook, self.folder, dirs_exist_ok=True)

    def write(self, files: dict[str, str]) -> None:
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
        """Run one command line; `typed` puts a person at the keyboard, `piped` feeds standard input."""
        argv = shlex.split(line)[1:] if isinstance(line, str) else list(line)
        both = io.StringIO()
        out, err = Tee(both), Tee(both)
        keyboard = Typist(typed, err) if typed is not None else io.StringIO(piped or "")
        terminal = Terminal(
            Screen(out, width=width), Screen(err, width=width), keyboard, asks=typed is not None
        )
        world = World(
            today=self.today, cwd=self.folder, env=self.env, terminal=terminal,
            pick=random.Random(" ".join(argv)).choice,
        )  # fmt: skip
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run(argv, world)
        return Said(out.getvalue(), err.getvalue(), both.getvalue(), code)

    def git(self, *args: str) -> str:
        """Run the real git here."""
        done = subprocess.run(
            [*GIT, *args], cwd=self.folder, capture_output=True, text=True, check=True, env=self._git_env()
        )
        return done.stdout

    def shell(self, line: str) -> str:
        """Run a documented shell line; its exit code is shown when it is not 0."""
        done = subprocess.run(
            ["bash", "-c", line], cwd=self.folder, capture_output=True, text=True, check=False,
            env=self._git_env(),
        )  # fmt: skip
        return done.stdout + done.stderr + (f"[exit {done.returncode}]\n" if done.returncode else "")

    def _git_env(self) -> dict[str, str]:
        who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
               for what, value in (("NAME", "Sam"), ("EMAIL", "sam@example.org"), ("DATE", "2026-11-24T10:00:00Z"))}  # fmt: skip
        return {**self.env, **who, "GIT_CONFIG_NOSYSTEM": "1"}
