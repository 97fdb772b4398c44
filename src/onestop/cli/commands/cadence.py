"""``one cadence``: how often, on which day and how long the two meet."""

from typing import Annotated

import typer

from onestop.cli import meant, options
from onestop.cli.world import World
from onestop.formats import person
from onestop.insight.cadence import next_on
from onestop.model.person import Person
from onestop.notebook import layout
from onestop.render import words


def command(
    ctx: typer.Context,
    who: options.Who,
    rhythm: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CADENCE] [DAY] [HOUR] [MINUTES]", help=person.HINT, show_default=False
        ),
    ] = None,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """How often, on which day and how long you meet."""
    world = World.of(ctx)
    one = meant.person(world, who)
    if not rhythm:
        world.terminal.data(_words(one))
        return
    said = person.rhythm(" ".join(rhythm))
    changed = one._replace(
        cadence=said.cadence or one.cadence,
        day=one.day if said.day is None else said.day,
        minutes=said.minutes or one.minutes,
        at=said.at or one.at,
    )
    edits = world.notebook.edits()
    path = layout.person_yaml(one.slug)
    edits.change(path, lambda text: person.set_rhythm(text, changed), first=person.first(one))
    if world.save(edits, f"cadence: {one.slug}", dry_run=dry_run, commit=not no_commit):
        folder = world.notebook.folder(one.slug)._replace(person=changed)
        following = next_on(folder, world.notebook.settings, world.today)
        world.terminal.tell(f"{_words(changed)}. Next: {words.near_day(following, world.today)}.")
        world.wrote(path)


def _words(one: Person) -> str:
    return f"{one.first_name}: {words.rhythm(one.cadence, one.day, one.minutes, one.at)}"
