"""``one people``: everybody, with the last and the next meeting."""

from typing import TYPE_CHECKING, Annotated

import typer

from onestop.cli import listing, options
from onestop.cli.listing import Listing
from onestop.cli.world import World
from onestop.insight import people
from onestop.render import people as render

if TYPE_CHECKING:
    from onestop.render.programs import Document


def command(
    ctx: typer.Context,
    everybody: Annotated[bool, typer.Option("--all", help="Those who are archived too.")] = False,
    json: options.Json = False,
    shape: options.Format = None,
) -> None:
    """Everybody, with the last and the next meeting."""
    world = World.of(ctx)
    book = world.notebook
    view = people.view(book.folders(archived=everybody), book.settings, world.today)
    everybody_here = Listing(
        is_empty=not view.entries,
        nothing='Nobody yet. Add somebody: one add "Alice Moreau"',
        table=lambda: render.draw(view),
        document=lambda: _document(view),
    )
    listing.show(world, everybody_here, json=json, shape=shape)
    world.mention_problems()


def _document(view: people.View) -> "Document":
    from onestop.render import programs

    return programs.people(view)
