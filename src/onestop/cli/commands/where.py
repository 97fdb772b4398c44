"""``one where``: which notebook is used, and why."""

import typer

from onestop.cli.world import World
from onestop.render.text import row


def command(ctx: typer.Context) -> None:
    """Which notebook is used, and why."""
    world = World.of(ctx)
    found = world.found
    world.terminal.show([row(str(found.root))])
    world.terminal.tell(f"Why: {found.rule}")
