"""``one people``: everybody, with the last and the next meeting."""

from typing import Annotated

import typer

from onestop.cli import options
from onestop.cli.world import World
from onestop.insight import people
from onestop.render import people as render


def command(
    ctx: typer.Context,
    everybody: Annotated[bool, typer.Option("--all", help="Those who are archived too.")] = False,
    json: options.Json = False,
) -> None:
    """Everybody, with the last and the next meeting."""
    world = World.of(ctx)
    book = world.notebook
    view = people.view(book.folders(archived=everybody), book.settings, world.today)
    if json:
        from onestop.render import as_json

        world.terminal.data(as_json.people(view))
    elif view.entries:
        world.terminal.show(render.draw(view))
    else:
        world.terminal.tell('Nobody yet. Add somebody: one add "Alice Moreau"')
    world.mention_problems()
