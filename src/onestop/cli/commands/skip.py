"""``one skip``: the meeting did not happen."""

from typing import Annotated

import typer

from onestop.cli import meant, moving, options
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.insight import cadence


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
    slug = meant.person(world, who).slug if who else _due_today(world)
    folder = world.notebook.folder(slug)
    on = moving.which(folder, world)
    moving.skip(world, folder, on, why=why, to=to, dry_run=dry_run, commit=not no_commit)


def _due_today(world: World) -> str:
    book = world.notebook
    due = [
        f.person.slug
        for f in book.folders()
        if cadence.next_on(f, book.settings, world.today) == world.today
    ]
    if len(due) == 1:
        return due[0]
    listed = f"Today: {', '.join(due)}." if due else "Nobody is due today."
    raise Usage("Which one-on-one?", hint=f"{listed} Say which: one skip PERSON")
