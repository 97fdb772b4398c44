"""``one due``: move a due date."""

from typing import Annotated

import typer

from onestop.cli import meant, options
from onestop.cli.touch import touch
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.insight.items import ACTION, Item
from onestop.notebook import change
from onestop.render import words


def command(
    ctx: typer.Context,
    ident: options.OneId,
    day: Annotated[
        list[str],
        typer.Argument(
            metavar="DATE", help="The new day; next is the next one-on-one, none takes it away."
        ),
    ],
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Move a due date."""
    world = World.of(ctx)
    (item,) = meant.items(world, [ident], (ACTION,))
    until = meant.planned_day(world, " ".join(day), world.notebook.person(item.slug))
    if not item.is_open:
        raise Usage(f"This is closed: {item.text}", hint=f"Open it first: one reopen {item.id}")

    def move(_: Item, line: str) -> str:
        return change.set_due(line, until)

    def say(moved: Item) -> str:
        return f"{moved.text}: {words.until(until, world.today)}"

    touch(world, "due", [item], move, say, dry_run=dry_run, commit=not no_commit)
