"""``one``: who needs you now."""

from datetime import date

import typer

from onestop.cli.world import World
from onestop.errors import NoNotebook
from onestop.insight import today
from onestop.render import today as render
from onestop.render.text import row


def command(ctx: typer.Context) -> None:
    """Who needs you now; the same as bare `one`."""
    world = World.of(ctx)
    try:
        book = world.notebook
    except NoNotebook as error:
        if world.flag or ctx.invoked_subcommand:
            raise
        _welcome(world, error)
        return
    view = today.view(book.present(), book.settings, world.today, _interrupted(world))
    world.terminal.show(render.draw(view))
    world.mention_files()


def _interrupted(world: World) -> tuple[tuple[str, date], ...]:
    """The logs of which answers are kept, most mornings none."""
    if not world.notebook.has_drafts:
        return ()
    from onestop.cli import kept

    return kept.waiting(world.notebook.root)


def _welcome(world: World, error: NoNotebook) -> None:
    world.terminal.show(
        [
            row("onestop keeps your one-on-ones in plain text: prepared, remembered, followed up."),
            row(str(error)),
            row("  one init", "start a notebook here", grid="welcome"),
            row("  one demo", "look around in an example team first", grid="welcome"),
        ]
    )
