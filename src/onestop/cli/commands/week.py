"""``one week``: today, the days to come, and what people are unhappy or unsure about."""

import typer

from onestop.cli import kept
from onestop.cli.world import World
from onestop.insight import today
from onestop.insight.practice import HEARD_DAYS
from onestop.model.calendar import shifted
from onestop.render import today as render


def command(ctx: typer.Context) -> None:
    """The week: who is met when, and what you hear from everybody."""
    world = World.of(ctx)
    book = world.notebook
    since = shifted(world.today, -HEARD_DAYS)
    folders = book.present(since)
    interrupted = kept.waiting(book.root) if book.has_drafts else ()
    view = today.view(folders, book.settings, world.today, interrupted)
    world.terminal.show(render.week(view))
    world.mention_files()
