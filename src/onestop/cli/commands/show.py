"""``one show``: one person on one page."""

from typing import Annotated

import typer

from onestop.cli import meant, options
from onestop.cli.world import World
from onestop.insight import show
from onestop.render import show as render


def command(
    ctx: typer.Context,
    who: options.Who,
    private: Annotated[bool, typer.Option("--private", help="Your private remarks too.")] = False,
) -> None:
    """One person on one page."""
    world = World.of(ctx)
    one = meant.person(world, who, archived=True)
    book = world.notebook
    view = show.view(book.folder(one.slug), book.settings, world.today, private=private)
    world.terminal.show(render.draw(view))
    world.mention_problems()
