"""The outside world as one value: the day, the notebook, the terminal, the editor, chance.

Commands receive it; nothing below this package can reach for it.
This is the one place that looks at the clock, the environment and the standard streams.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer

from onestop.errors import DiskFailed, OutputFailed, Usage
from onestop.render.terminal import Screen, Terminal, wants_colour

if TYPE_CHECKING:
    from onestop.model.problem import Problem
    from onestop.notebook.change import Namer
    from onestop.notebook.edits import Edits
    from onestop.notebook.find import Found
    from onestop.notebook.notebook import Notebook


SHOWN_PROBLEMS = 5

_HIDES = os.name != "nt"
"""Hiding what is typed takes termios, which Windows does not have."""

OF_FILES = {
    "yaml", "twice", "too-complex", "encoding", "conflict", "unreadable", "too-large", "note-name",
    "file-name",
}  # fmt: skip

_CHOSEN = {"many-themes", "role-question"}
"""Limits that somebody may have passed on purpose: `one check` names them, and nothing else."""


class World:
    """What one run of the command knows."""

    def __init__(
        self,
        *,
        today: date,
        cwd: Path,
        env: Mapping[str, str],
        terminal: Terminal,
        pick: Callable[[str], str] | None = None,
        flag: str | None = None,
    ) -> None:
        self.today = today
        self.cwd = cwd
        self.env = env
        self.terminal = terminal
        self._pick = pick
        self.flag = flag
        self.debug = False
        self._notebook: Notebook | None = None

    @classmethod
    def real(cls) -> "World":
        """The world as it is."""
        return cls(
            today=date.today(),
            cwd=Path.cwd(),
            env=os.environ,
            terminal=_real_terminal(os.environ),
        )

    @classmethod
    def of(cls, ctx: typer.Context) -> "World":
        """The world this command was started in."""
        world = ctx.find_root().obj
        assert isinstance(world, cls)
        return world

    @property
    def found(self) -> "Found":
        """Which notebook is meant, and by which rule."""
        from onestop.notebook.find import find

        return find(self.flag, self.cwd, self.env)

    @property
    def notebook(self) -> "Notebook":
        """The notebook that is meant, opened once."""
        if self._notebook is None:
            from onestop.notebook.notebook import Notebook

            self._notebook = Notebook(self.found.root, self.today)
        return self._notebook

    def pick(self, letters: str) -> str:
        """One of these letters, by chance."""
        return self._pick(letters) if self._pick else _chance(letters)

    def reread(self) -> None:
        """Forget what was read: the files may have changed in an editor."""
        self._notebook = None

    def here(self, path: str | Path) -> str:
        """A path of the notebook as seen from the current folder."""
        return os.path.relpath(self.notebook.root / path, self.cwd)

    def save(self, edits: "Edits", message: str, *, dry_run: bool, commit: bool = True) -> bool:
        """Write what was edited, or show it as a diff; say where, and whether anything changed."""
        if dry_run:
            if edits.changes:
                self.terminal.data(edits.diff().rstrip("\n"))
            else:
                self.terminal.tell("Nothing would change.")
            return False
        written = edits.write(message)
        if not written:
            self.terminal.tell("Nothing to do: it is so already.")
            return False
        if commit and self.notebook.settings.commit:
            self.commit_in(self.notebook.root, written, message)
        return True

    def wrote(self, *paths: str | Path) -> None:
        """Name the files that a command wrote: the last lines of its output."""
        for path in paths:
            self.terminal.data(self.here(path))

    def namer(self) -> "Namer":
        """A source of ids that the notebook does not have yet."""
        from onestop.notebook.change import Namer

        return Namer(self.notebook.all_ids, self.pick)

    def name_of(self, handle: str) -> str:
        """What to call somebody in a sentence."""
        if handle == self.notebook.settings.me:
            return "you"
        return self.notebook.person(handle).first_name

    def commit_in(self, root: Path, paths: Sequence[Path], message: str) -> None:
        """One git commit of exactly these files; a failure is one line, the files stay written."""
        from onestop.notebook import git

        if git.work_tree(root) is None:
            return
        problem = git.commit(root, paths, message)
        if problem:
            self.terminal.warn(f"one: Written. {problem}")

    def mention_problems(self, but: "Sequence[Problem]" = ()) -> None:
        """Name, beside the answer, the files that could not be fully read, but for some."""
        problems = self._notebook.problems if self._notebook else []
        problems = [p for p in problems if _is_loud(p) and p not in but]
        self._mention(problems)

    def mention_files(self) -> None:
        """Name the files that could not be read; lines that need a look are only counted."""
        problems = [p for p in self.notebook.problems if _is_loud(p)]
        files = [p for p in problems if p.code in OF_FILES]
        self._mention(files)
        if lines := len(problems) - len(files):
            some = "1 line needs" if lines == 1 else f"{lines} lines need"
            self.terminal.warn(f"one: {some} a look: one check")

    def _mention(self, problems: "Sequence[Problem]") -> None:
        if problems:
            from onestop.render.problems import short

            self.terminal.warn(*short(problems[:SHOWN_PROBLEMS], self.here))
        if len(problems) > SHOWN_PROBLEMS:
            self.terminal.warn(f"one: and {len(problems) - SHOWN_PROBLEMS} more: one check")

    def edit(self, path: Path) -> None:
        """Open a file in the person's editor and wait until it is closed."""
        import shlex
        import subprocess

        said = next(
            (self.env[k] for k in ("ONE_EDITOR", "VISUAL", "EDITOR") if self.env.get(k)), ""
        )
        command = [said] if said and shutil.which(said) else shlex.split(said)
        command = command or [_default_editor()]
        if not shutil.which(command[0]):
            raise DiskFailed(
                f'The editor "{command[0]}" was not found.',
                hint="Set ONE_EDITOR, VISUAL or EDITOR.",
            )
        self.terminal.flush()
        code = subprocess.run([*command, str(path)], check=False).returncode
        if code:
            raise DiskFailed(f'The editor "{command[0]}" ended with exit code {code}.')

    def pretend(self, today: str) -> None:
        """Take another day for today."""
        from onestop.formats import days

        self.today = days.iso(today) or self._meant(today)

    def _meant(self, today: str) -> date:
        """A day in words, such as `fri`."""
        from onestop.formats import dates

        return dates.read(today, self.today) or self.today

    def adjust(self, color: str, *, asks: bool, quiet: bool, pages: bool) -> None:
        """Apply the global flags to the terminal."""
        self.terminal.asks = self.terminal.asks and asks
        self.terminal.quiet = quiet
        self.terminal.pager = self.terminal.pager if pages else None
        if color != "auto":
            colour = color == "always"
            self.terminal.out = self.terminal.out._replace(colour=colour)
            self.terminal.err = self.terminal.err._replace(colour=colour)

    def require_answers(self, flag: str) -> None:
        """Stop where a question could not be asked, naming the flag that answers it."""
        if not self.terminal.asks:
            raise Usage(f"There is no terminal to ask at. Give {flag}.")


def _is_loud(problem: "Problem") -> bool:
    return not problem.strict and problem.code not in _CHOSEN


def _chance(letters: str) -> str:
    """One of these, from the system's own chance: `secrets` would load a cryptography library."""
    return letters[int.from_bytes(os.urandom(8)) % len(letters)]


def _real_terminal(env: Mapping[str, str]) -> Terminal:
    """The terminal of this process; it asks where a person sits at both ends."""
    out, err = _screen(sys.stdout, env), _screen(sys.stderr, env)
    keyboard = sys.stdin is not None and not sys.stdin.closed and sys.stdin.isatty()
    pager = _page if out.is_terminal else None
    unseen = _unseen if keyboard and _HIDES else None
    asks = keyboard and err.is_terminal
    return Terminal(out, err, sys.stdin, asks=asks, pager=pager, unseen=unseen)


@contextmanager
def _unseen() -> Iterator[None]:
    """Keep what is typed off the screen; what was typed ahead was seen, and is thrown away."""
    import termios

    keyboard = sys.stdin.fileno()
    before = termios.tcgetattr(keyboard)
    hidden = [*before[:3], before[3] & ~termios.ECHO, *before[4:]]
    termios.tcsetattr(keyboard, termios.TCSAFLUSH, hidden)
    try:
        yield
    finally:
        termios.tcsetattr(keyboard, termios.TCSADRAIN, before)


def _screen(stream: TextIO | None, env: Mapping[str, str]) -> Screen:
    if stream is None or stream.closed or not stream.isatty():
        return Screen(stream, colour=wants_colour(env, is_terminal=False))
    size = shutil.get_terminal_size((80, 24))
    colour = wants_colour(env, is_terminal=True)
    return Screen(stream, is_terminal=True, colour=colour, width=size.columns, height=size.lines)


def _page(text: str) -> None:
    """Show long output a page at a time; `less` stays away when it fits after all."""
    import shlex
    import subprocess

    command = shlex.split(os.environ.get("PAGER") or "less -FRX")
    if not shutil.which(command[0]):
        raise OutputFailed("no pager")
    subprocess.run(command, input=text.encode(), check=False)


def _default_editor() -> str:
    return "notepad" if os.name == "nt" else "vi"
