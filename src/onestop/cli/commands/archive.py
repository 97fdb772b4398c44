"""``one archive``: close a person's folder; its history stays."""

from typing import Annotated

import typer

from onestop.cli import meant, options
from onestop.cli.world import World
from onestop.formats import dates, person
from onestop.insight import actions
from onestop.notebook import layout
from onestop.render import words


def command(
    ctx: typer.Context,
    who: options.Who,
    on: Annotated[
        str | None,
        typer.Option(
            "--on", metavar="DATE", help="Since when; today when left out.", show_default=False
        ),
    ] = None,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Close a person's folder; its history stays."""
    world = World.of(ctx)
    book = world.notebook
    one = meant.person(world, who, archived=True)
    if one.archived:
        world.terminal.tell(f"{one.name} is archived already: nothing to do.")
        return
    day = dates.past(on, world.today) if on else world.today
    path = layout.person_yaml(one.slug)
    changed = one._replace(archived=True, archived_on=day)
    edits = book.edits()
    edits.change(path, lambda text: person.archive(text, changed), first=person.first(one))
    if world.save(edits, f"archive: {one.slug}", dry_run=dry_run, commit=not no_commit):
        still = len(actions.open_promises(book.folder(one.slug), book.settings, world.today))
        rest = (
            f" {words.plural(still, 'promise')} still open: one actions {one.slug}" if still else ""
        )
        world.terminal.tell(
            f"{one.name}: archived on {words.long_day(day)}. Every note stays.{rest}"
        )
        world.wrote(path)
