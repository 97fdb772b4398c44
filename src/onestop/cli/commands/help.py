"""``one help``: short pages on what a command's own help has no room for."""

from typing import Annotated

import typer

from onestop.cli.world import World
from onestop.errors import Usage
from onestop.notebook import shelf
from onestop.render.text import row


def command(
    ctx: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(
            metavar="[TOPIC]", help="One of these; every command when left out.", show_default=False
        ),
    ] = None,
) -> None:
    """Explain formats, dates, grep, privacy, exit-codes or obsidian."""
    world = World.of(ctx)
    if topic is None:
        root = ctx.find_root()
        world.terminal.show([row(line) for line in root.command.get_help(root).split("\n")])
        return
    text = shelf.help_page(topic)
    if text is None:
        raise Usage(
            f'There is no help on "{topic}".', hint=f"Topics: {', '.join(shelf.help_topics())}"
        )
    world.terminal.show([row(line) for line in text.rstrip("\n").split("\n")])
