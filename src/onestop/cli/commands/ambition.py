"""``one ambition``: a longer dream, and where today's role already trains what it takes."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from onestop.cli import meant, options
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import dates, person, spoken
from onestop.insight import growth
from onestop.model.person import Link, Person
from onestop.notebook import layout
from onestop.render import growth as render
from onestop.render import words as say


def command(
    ctx: typer.Context,
    who: options.Who,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TEXT | link SKILL]",
            help="The ambition; or a skill it takes that the role trains.",
            show_default=False,
        ),
    ] = None,
    here: Annotated[
        str, typer.Option("--here", metavar="TEXT", help="Where today's role trains the skill.")
    ] = "",
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="When it was told, or the link was found."),
    ] = None,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """A longer dream, and its links to today's role."""
    world = World.of(ctx)
    one = meant.person(world, who)
    day = dates.past(since, world.today) if since else None
    if words and words[0].lower() == "link":
        _link(world, one, words[1:], here, day, dry_run=dry_run, commit=not no_commit)
    elif here:
        raise Usage(
            "--here belongs to a link.", hint=f"one ambition {one.slug} link SKILL --here TEXT"
        )
    elif words or day or (world.terminal.asks and not one.ambition):
        _tell(world, one, words, day, dry_run=dry_run, commit=not no_commit)
    else:
        _show(world, one)


def _show(world: World, one: Person) -> None:
    if one.ambition:
        due = growth.link_due(world.notebook.folder(one.slug), world.today)
        world.terminal.show(render.ambition(one, due, world.today))
        world.mention_problems()
    else:
        world.terminal.tell(
            f"What would {one.first_name} like to do one day?  one ambition {one.slug} TEXT"
        )


def _tell(
    world: World,
    one: Person,
    words: Sequence[str] | None,
    day: date | None,
    *,
    dry_run: bool,
    commit: bool,
) -> None:
    """Write the ambition, or the day alone of one that is there."""
    text = one.ambition
    if words or not text:
        ask = f"What would {one.first_name} like to do one day?"
        text = meant.words(world, words, "The ambition", ask)
    told = day or (one.ambition_since if text == one.ambition else None) or world.today
    after = one._replace(ambition=text, ambition_since=told)
    edits, path = world.notebook.edits(), layout.person_yaml(one.slug)
    edits.change(path, lambda there: person.put(there, after), first=person.first(one))
    if world.save(edits, f"ambition: {one.slug}", dry_run=dry_run, commit=commit):
        if one.ambition and one.ambition != text:
            world.terminal.tell(f"Before: {one.ambition}")
        world.terminal.tell(f"Told {say.near_day(told, world.today)}.")
        ask = "Which skill that it takes does today's role train?"
        world.terminal.tell(f'{ask}  one ambition {one.slug} link SKILL --here "..."')
        world.wrote(path)


def _link(
    world: World,
    one: Person,
    words: Sequence[str],
    here: str,
    day: date | None,
    *,
    dry_run: bool,
    commit: bool,
) -> None:
    """Write one skill, and where today's role trains it."""
    if not one.ambition:
        raise Usage(
            f"{one.first_name} has told no ambition yet.", hint=f"one ambition {one.slug} TEXT"
        )
    skill = meant.words(world, words, "The skill", "Which skill does it take?")
    if not here:
        world.require_answers("--here TEXT")
    place = meant.words(
        world, [here] if here else None, "The place", "Where does today's role train it?"
    )
    link = Link(day or world.today, spoken.one_line(skill, "The skill"), place)
    edits, path = world.notebook.edits(), layout.person_yaml(one.slug)
    if link not in one.ambition_links:
        edits.change(path, lambda there: person.add_link(there, link))
    if world.save(edits, f"ambition: {one.slug}", dry_run=dry_run, commit=commit):
        found, number = say.near_day(link.date, world.today), len(one.ambition_links) + 1
        world.terminal.tell(f'{found}: link {number} between today\'s role and "{one.ambition}".')
        world.wrote(path)
