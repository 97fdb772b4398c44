"""``one private``: for the manager's eyes only."""

from typing import Annotated

import typer

from onestop.cli import meant, options
from onestop.cli.world import World
from onestop.formats import inbox
from onestop.notebook import layout
from onestop.render import words as say


def command(
    ctx: typer.Context,
    who: options.Who,
    words: options.Words = None,
    remind: Annotated[
        str | None,
        typer.Option(
            "--remind", metavar="DATE", help="Bring it up once, on the brief of that day."
        ),
    ] = None,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Note something for your eyes only."""
    world = World.of(ctx)
    one = meant.person(world, who)
    day = meant.firm_day(world, remind, one) if remind else None
    text = meant.words(world, words, "The remark", f"About {one.first_name}, for you alone")
    if not words and day is None:
        day = meant.maybe(
            world, "Bring it up on which day", lambda said: meant.firm_day(world, said, one), None
        )
    path = layout.private(one.slug)
    edits = world.notebook.edits()
    edits.change(
        path,
        lambda there: inbox.add_private(there, day or world.today, text, remind=bool(day)),
        inbox.first_private(one.first_name),
    )
    if world.save(edits, f"private: {one.slug}", dry_run=dry_run, commit=not no_commit):
        when = f" It comes up on {say.near_day(day, world.today)}." if day else ""
        world.terminal.tell(f"For you alone.{when}")
        world.wrote(path)
