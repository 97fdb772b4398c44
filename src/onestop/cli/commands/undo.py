"""``one undo``: take back the last command."""

from typing import Annotated

import typer

from onestop.cli.world import World
from onestop.notebook import undo
from onestop.render import undo as render

SHOWN = 10


def command(
    ctx: typer.Context,
    listed: Annotated[
        bool, typer.Option("--list", help="Show what can be taken back, newest first.")
    ] = False,
) -> None:
    """Take back the last command."""
    world = World.of(ctx)
    root = world.notebook.root
    if listed:
        records = undo.history(root)
        world.terminal.show(render.history([(r.message, r.paths) for r in records[:SHOWN]]))
        if not records:
            world.terminal.tell("Nothing to take back.")
        return
    taken = undo.undo(root)
    if not taken.number:
        world.terminal.tell("Nothing to take back.")
        return
    if world.notebook.settings.commit:
        world.commit_in(root, taken.paths, f"undo: {taken.message}")
    world.terminal.tell(*render.draw(taken.message, taken.gone, taken.back))
    world.wrote(*taken.paths)
