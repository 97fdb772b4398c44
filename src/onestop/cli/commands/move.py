"""``one move``: the meeting moves to another day."""

from typing import Annotated

import typer

from onestop.cli import meant, moving, options
from onestop.cli.world import World


def command(
    ctx: typer.Context,
    who: options.Who,
    day: Annotated[list[str], typer.Argument(metavar="DATE", help="The new day.")],
    why: options.Why = "",
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """The meeting moves to another day."""
    world = World.of(ctx)
    folder = world.notebook.folder(meant.person(world, who).slug)
    on = moving.which(folder, world)
    moving.move(world, folder, on, " ".join(day), why=why, dry_run=dry_run, commit=not no_commit)
