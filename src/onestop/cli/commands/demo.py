"""``one demo``: an example team to try everything on."""

import os
from pathlib import Path
from typing import Annotated

import typer

from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats.shift import shift, weeks_to
from onestop.notebook import git, layout, shelf
from onestop.notebook.edits import Edits


def command(
    ctx: typer.Context,
    folder: Annotated[
        str, typer.Argument(metavar="[DIR]", help="Where; a folder that is new or empty.")
    ] = "one-demo",
) -> None:
    """Make an example team to try everything on."""
    world = World.of(ctx)
    root = Path(world.cwd, folder).resolve()
    if root.exists() and any(root.iterdir()):
        if (root / layout.MARKER).exists():
            world.terminal.tell(f"{folder} holds a notebook already: nothing to do.")
            return
        raise Usage(f"{folder} is not empty.", hint="Name another folder: one demo DIR")
    root.mkdir(parents=True, exist_ok=True)
    edits = Edits(root)
    days = weeks_to(world.today)
    for path, text in shelf.example():
        edits.create(shift(path, days), shift(text, days))
    problem = git.init(root)
    paths = edits.write("demo")
    if not problem:
        world.commit_in(root, paths, "demo")
    world.terminal.tell("Sam Okafor and a team of six, a quarter of one-on-ones, up to this week.")
    world.terminal.data(os.path.relpath(root / layout.MARKER, world.cwd))
    world.terminal.tell(
        f"Next: cd {folder}",
        "      one                what needs you today",
        "      one prep alice     before a one-on-one",
        "      one log alice      afterwards",
    )
