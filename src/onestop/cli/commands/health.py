"""``one health``: what the meetings look like."""

from typing import Annotated

import typer

from onestop.cli import listing, meant, options
from onestop.cli.listing import Listing
from onestop.cli.world import World
from onestop.insight import health
from onestop.render import health as render
from onestop.render import remedies


def command(
    ctx: typer.Context,
    who: options.MaybeWho = None,
    rules: Annotated[
        bool, typer.Option("--rules", help="Say what it looks for, and nothing else.")
    ] = False,
    json: options.Json = False,
    shape: options.Format = None,
) -> None:
    """What the meetings look like, and one remedy."""
    world = World.of(ctx)
    if rules:
        world.terminal.show(remedies.rules())
        return
    one = meant.maybe_person(world, who)
    book = world.notebook
    folders = book.recent(health.READ_BACK, [one.slug] if one else None)
    view = health.view(folders, book.settings, world.today)
    rest = render.rest(view) or ['Nobody yet. Add somebody: one add "Alice Moreau"']
    shown = Listing(
        is_empty=view.is_quiet,
        nothing=rest.pop(0),
        table=lambda: render.draw(view, world.here),
        document=lambda: render.document(view, world.here),
        grep=lambda: render.grep(view, world.here),
    )
    listing.show(world, shown, json=json, shape=shape)
    if not json:
        world.terminal.tell(*rest)
    world.mention_problems()
