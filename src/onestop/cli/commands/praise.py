"""``one praise``: something good, written down in one line."""

from typing import Annotated

import typer

from onestop.cli import meant, noting, options
from onestop.cli.world import World
from onestop.formats import dates
from onestop.model.feedback import GOOD, Feedback


def command(
    ctx: typer.Context,
    who: options.Who,
    words: options.Words = None,
    said: Annotated[bool, typer.Option("--said", help="You have told them.")] = False,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day it happened.")
    ] = None,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Something good, in one line."""
    world = World.of(ctx)
    one = meant.person(world, who)
    day = dates.past(on, world.today) if on else world.today
    text = meant.words(world, words, "The praise", f"What did {one.first_name} do well")
    new = Feedback(GOOD, text, day, day if said else None)
    noting.note(world, one, new, dry_run=dry_run, commit=not no_commit)
