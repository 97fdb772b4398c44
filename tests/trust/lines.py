"""The command lines that the trust tests go through: all that look, and all that write."""

import contextlib
import io
import os
import random
import shlex
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from onestop.cli.app import run
from onestop.cli.world import World
from onestop.render.terminal import Screen, Terminal
from stage import Said, Stage

LOOKING = (
    "one",
    "one today",
    "one --version",
    "one --help",
    "one log --help",
    "one actions",
    "one actions alice --all --format tsv",
    "one actions --format table",
    "one actions --late --json",
    "one people --all",
    "one people --json",
    "one show alice",
    "one show alice --private",
    "one find cache",
    "one find -iW CACHE alice",
    "one find --show-command cache",
    "one check",
    "one check --strict people/alice",
    "one check --strict --json",
    "one cadence alice",
    "one where",
    "one help",
    "one help formats",
    "one prep alice --paper",
    "one prep alice bo growth --paper",
    "one undo --list",
)
WRITING = (
    "one prep alice",
    "one prep emil growth --date 2026-12-02 --minutes 20",
    "one log alice --happiness 4 --sad 'On call' --win 'The demo' --action '@alice Ask, fri'",
    "one log alice --done k3f9 --talked t4kd --confused 'Who owns search?' -m 'Two words'",
    "one log emil --date 2026-11-18 --decision 'Early shift stays'",
    "one skip alice --why ill",
    "one skip fay --to 2026-11-27",
    "one move alice fri",
    "one topic alice '@alice Who pays for it?'",
    "one private alice 'Ask about the wedding' --remind fri",
    "one act alice --theirs 'Write it down, fri'",
    "one done k3f9 t4kd",
    "one drop m2tb --why 'no money left'",
    "one reopen c83x",
    "one due k3f9 fri",
    "one settle h2qw happy",
    "one cadence alice every 2 weeks thu 45",
    "one away me 2026-12-07 2026-12-09",
    "one away alice fri --why course",
    "one add 'Gus Hall' --cadence monthly",
    "one archive fay",
    "one check --fix",
)
NO_DRY_RUN = ("one init", "one demo", "one edit", "one undo")


def verb(line: str) -> str:
    """The command that a line runs; a bare `one` is `today`."""
    return next((word for word in line.split()[1:] if not word.startswith("-")), "today")


def act(
    stage: Stage, line: str, *, pick: Callable[[str], str] | None = None, terminal: bool = False
) -> Said:
    """Run a line with chance in hand: unless told otherwise, the same ids come out each time."""
    out, err = io.StringIO(), io.StringIO()
    screens = (Screen(out, is_terminal=terminal, width=100 if terminal else None), Screen(err))
    world = World(
        today=stage.today,
        cwd=stage.folder,
        env=stage.env,
        terminal=Terminal(*screens, io.StringIO(), asks=False),
        pick=pick or random.Random(line.removesuffix(" --dry-run")).choice,
    )
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(shlex.split(line)[1:], world)
    return Said(out.getvalue(), err.getvalue(), out.getvalue() + err.getvalue(), code)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a notebook but those in `.one` and `.git`, by its path."""
    found = {}
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in (".one", ".git")]
        for path in (Path(place, name) for name in names):
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def set_back(folder: Path, before: Mapping[str, bytes]) -> None:
    """Make a notebook again what it was, as if no command had run in it."""
    now = contents(folder)
    for path in [folder / name for name in now.keys() - before.keys()]:
        path.unlink()
        while not any((path := path.parent).iterdir()):
            path.rmdir()
    for name, data in before.items():
        if now.get(name) != data:
            (folder / name).write_bytes(data)
    shutil.rmtree(folder / ".one", ignore_errors=True)
