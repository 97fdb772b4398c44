"""``one init``: start a notebook."""

import os
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import settings, spoken
from onestop.insight.names import slug_of
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
    no_git: Annotated[
        bool, typer.Option("--no-git", help="Keep the notebook without git.")
    ] = False,
) -> None:
    """Start a notebook."""
    world = World.of(ctx)
    root = Path(world.cwd, folder).resolve()
    if _is_one(world, root, "This" if folder == "." else folder):
        return
    name, handle = _who(world, me)
    root.mkdir(parents=True, exist_ok=True)
    problem = "" if no_git else git.init(root)
    edits = Edits(root)
    edits.create(layout.MARKER, settings.first(handle, name, commit=not no_git))
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
    world.terminal.tell(f"A notebook for {name or handle}, called @{handle} in action items.")
    world.terminal.data(os.path.relpath(root / layout.MARKER, world.cwd))
    first = "" if folder == "." else f"cd {folder}, then: "
    world.terminal.tell(f'Next: {first}one add "Alice Moreau" "Bo Lind"')


def _is_one(world: World, root: Path, what: str) -> bool:
    """Whether the folder is a notebook; Usage when it lies inside another one."""
    if (root / layout.MARKER).exists():
        world.terminal.tell(f"{what} is a notebook already: nothing to do.")
        return True
    if any((above / layout.MARKER).is_file() for above in root.parents):
        raise Usage(
            f"{what} lies inside a notebook already.",
            hint="Use that one, or start another elsewhere: one init DIR",
        )
    return False


def _who(world: World, me: str | None) -> tuple[str, str]:
    """The manager's name and handle: as given, asked for, or from the login name."""
    name = ""
    if me is None and world.terminal.asks:
        name = world.terminal.ask("Your name > ").strip()
        name = spoken.one_line(name, "Your name") if name else ""
    login = world.env.get("USER") or world.env.get("USERNAME") or ""
    handle = me.lower() if me else slug_of(name) or slug_of(login) or "me"
    if handle != "me" and not layout.is_slug(handle):
        raise Usage(
            f'"{handle}" cannot be a handle.',
            hint="Use letters, digits and -: one init --me sam",
        )
    return name or (handle.title() if handle != "me" else ""), handle


def _with_lines(there: str, wanted: str) -> str:
    """The text with the lines it lacks at its end."""
    missing = [line for line in wanted.splitlines() if line not in there.splitlines()]
    gap = "\n" if there and not there.endswith("\n") and missing else ""
    return there + gap + "".join(f"{line}\n" for line in missing)
