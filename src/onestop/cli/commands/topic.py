"""``one topic``: something for the next agenda."""

import typer

from onestop.cli import meant, options
from onestop.cli.world import World
from onestop.formats import spoken
from onestop.insight import cadence, tags
from onestop.model.person import Person
from onestop.notebook import change, layout
from onestop.render import words as say
from onestop.render.text import Cell, row


def command(
    ctx: typer.Context,
    who: options.Who,
    words: options.Words = None,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Note something for the next agenda."""
    world = World.of(ctx)
    book = world.notebook
    one = meant.person(world, who)
    text = meant.words(world, words, "The topic", f"For the next agenda with {one.first_name}")
    owner, text = spoken.owner_first(text, lambda said: _side(world, one, said))
    text = tags.expand(text, book.folder(one.slug), world.today)
    edits, ident = book.edits(), world.namer()()
    change.add_topic(edits, one, owner or book.settings.me, text, world.today, ident)
    if world.save(edits, f"topic: {one.slug}", dry_run=dry_run, commit=not no_commit):
        following = cadence.next_on(book.folder(one.slug), book.settings, world.today)
        whose = f"{one.first_name}'s topic" if owner == one.slug else "Your topic"
        when = f"{whose} for {say.near_day(following, world.today)}:"
        world.terminal.tell(row(when, text, Cell(ident, "id"), grid="topic", stretch=1))
        world.wrote(layout.inbox(one.slug))


def _side(world: World, one: Person, said: str) -> str | None:
    """Who brings it: one of the two; anybody else is a part of the words."""
    who = world.notebook.known(said)
    return who if who in (one.slug, world.notebook.settings.me) else None
