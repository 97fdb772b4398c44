"""``one skip``: the meeting did not happen."""

from typing import Annotated

import typer

from onestop.cli import meant, moving, options
from onestop.cli.world import World


def command(
    ctx: typer.Context,
    who: options.TodaysWho = None,
    why: options.Why = "",
    to: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="It moves to DATE.")
    ] = None,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """The meeting did not happen; topics and promises stay."""
    world = World.of(ctx)
    one = meant.person(world, who) if who else meant.due_today(world, "skip")
    folder = world.notebook.folder(one.slug)
    on = moving.which(folder, world)
    moving.skip(world, folder, on, why=why, to=to, dry_run=dry_run, commit=not no_commit)
