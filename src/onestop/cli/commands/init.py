"""``one init``: start a notebook."""

import os
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from onestop.cli import meant
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import settings, spoken
from onestop.insight.names import slug_of
from onestop.model.settings import Settings
from onestop.notebook import git, layout
from onestop.notebook.edits import Edits


def command(
    ctx: typer.Context,
    folder: Annotated[
        str, typer.Argument(metavar="[DIR]", help="Where; here when left out.", show_default=False)
    ] = ".",
    me: Annotated[
        str | None,
        typer.Option("--me", metavar="HANDLE", help="Your handle in action items."),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Your name, as notes say it.")
    ] = None,
    week_hours: Annotated[
        str | None,
        typer.Option("--week-hours", metavar="HOURS", help="Your working week: 40, 37.5."),
    ] = None,
    commits: Annotated[
        bool | None,
        typer.Option(
            "--commits/--no-commits",
            help="One git commit per command, or none.",
            show_default=False,
        ),
    ] = None,
    no_git: Annotated[
        bool, typer.Option("--no-git", help="Keep the notebook without git.")
    ] = False,
) -> None:
    """Start a notebook."""
    world = World.of(ctx)
    root = Path(world.cwd, folder).resolve()
    minutes = None if week_hours is None else _week(week_hours, "--week-hours ")
    said = _Said(name, minutes, commits)
    what = "This" if folder == "." else folder
    if _is_one(root, what):
        _change(world, root, said, what)
        return
    new = said.over(_who(world, me, name))
    if no_git:
        new = new._replace(commit=False)
    root.mkdir(parents=True, exist_ok=True)
    problem = "" if no_git else git.init(root)
    edits = Edits(root)
    edits.create(layout.MARKER, settings.first(new))
    for path, text in (
        (".gitattributes", layout.GIT_ATTRIBUTES),
        (".gitignore", layout.GIT_IGNORE),
    ):
        edits.change(path, partial(_with_lines, wanted=text), first="")
    paths = edits.write("init")
    if problem:
        world.terminal.warn(f"one: {problem}")
    elif not no_git:
        world.commit_in(root, paths, "init")
    world.terminal.tell(f"A notebook for {new.name or new.me}, called @{new.me} in action items.")
    world.terminal.data(os.path.relpath(root / layout.MARKER, world.cwd))
    first = "" if folder == "." else f"cd {folder}, then: "
    world.terminal.tell(f'Next: {first}one add "Alice Moreau" "Bo Lind"')


class _Said(NamedTuple):
    """The settings that were given; None for the others."""

    name: str | None
    week_minutes: int | None
    commits: bool | None

    def over(self, old: Settings) -> Settings:
        """The settings with what was given."""
        name = old.name if self.name is None else spoken.one_line(self.name, "Your name")
        return old._replace(
            name=name,
            week_minutes=self.week_minutes or old.week_minutes,
            commit=old.commit if self.commits is None else self.commits,
        )


def _change(world: World, root: Path, said: _Said, what: str) -> None:
    """What `init` does in a notebook: change the settings that were given, or nothing."""
    edits = Edits(root)
    old = settings.parse(edits.text(layout.MARKER) or "").value
    if said == _Said(None, None, None) and world.terminal.asks:
        said = _asked(world, old)
    new = said.over(old)
    if new == old:
        world.terminal.tell(f"{what} is a notebook already: nothing to do.")
        return
    edits.change(layout.MARKER, lambda text: settings.put(text, new))
    written = edits.write("init")
    if new.commit:
        world.commit_in(root, written, "init")
    world.terminal.tell(
        f"{new.name or new.me}, {new.week_hours} h a week, "
        f"{'each command is a commit' if new.commit else 'no commits'}."
    )
    world.terminal.data(os.path.relpath(root / layout.MARKER, world.cwd))


def _asked(world: World, old: Settings) -> _Said:
    """The settings, one after the other."""
    return _Said(
        meant.kept(world, "Your name", old.name, partial(spoken.one_line, what="Your name")),
        meant.kept(world, "Hours a week", old.week_hours, _week),
        meant.kept(world, "A commit for each command", "yes" if old.commit else "no", spoken.yes),
    )


def _week(said: str, flag: str = "") -> int:
    """The working week in minutes; Usage for what is none."""
    minutes = settings.week(said.strip())
    if minutes is None:
        raise Usage(f'{flag}"{said}" should be {settings.WEEK}.')
    return minutes


def _is_one(root: Path, what: str) -> bool:
    """Whether the folder is a notebook; Usage when it lies inside another one."""
    if (root / layout.MARKER).exists():
        return True
    if any((above / layout.MARKER).is_file() for above in root.parents):
        raise Usage(
            f"{what} lies inside a notebook already.",
            hint="Use that one, or start another elsewhere: one init DIR",
        )
    return False


def _who(world: World, me: str | None, said: str | None) -> Settings:
    """The manager's name and handle: as given, asked for, or from the login name."""
    name = said or ""
    if me is None and said is None and world.terminal.asks:
        name = world.terminal.ask("Your name > ").strip()
        name = spoken.one_line(name, "Your name") if name else ""
    login = world.env.get("USER") or world.env.get("USERNAME") or ""
    handle = me.lower() if me else slug_of(name) or slug_of(login) or "me"
    if handle != "me" and not layout.is_slug(handle):
        raise Usage(
            f'"{handle}" cannot be a handle.',
            hint="Use letters, digits and -: one init --me sam",
        )
    return Settings(me=handle, name=name or (handle.title() if handle != "me" else ""))


def _with_lines(there: str, wanted: str) -> str:
    """The text with the lines it lacks at its end."""
    missing = [line for line in wanted.splitlines() if line not in there.splitlines()]
    gap = "\n" if there and not there.endswith("\n") and missing else ""
    return there + gap + "".join(f"{line}\n" for line in missing)
