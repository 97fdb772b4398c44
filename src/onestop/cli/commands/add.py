"""``one add``: new people."""

from collections.abc import Sequence
from typing import Annotated

import typer

from onestop.cli import options
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import dates, person, spoken
from onestop.insight.names import fold, full_slug_of, slug_of
from onestop.model.cadence import WEEKLY
from onestop.model.person import RELATIONS, Person
from onestop.notebook import layout
from onestop.render import words
from onestop.render.text import row


def command(
    ctx: typer.Context,
    names: Annotated[
        list[str], typer.Argument(metavar="NAME...", help="Names; put two words in quotes.")
    ],
    slug: Annotated[
        str | None,
        typer.Option("--slug", help="The folder's name, for one person."),
    ] = None,
    title: Annotated[str, typer.Option("--title", help="Their role's title.")] = "",
    cadence: Annotated[
        str | None,
        typer.Option("--cadence", help="weekly, every 2 weeks, monthly, 10d.", show_default=False),
    ] = None,
    day: Annotated[str | None, typer.Option("--day", help="The usual weekday.")] = None,
    minutes: Annotated[
        int | None,
        typer.Option("--minutes", min=1, max=480, help="The planned length.", show_default=False),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="In the role since."),
    ] = None,
    relation: Annotated[
        str, typer.Option("--as", metavar="RELATION", help="report, peer, boss or skip.")
    ] = "report",
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Add people."""
    world = World.of(ctx)
    book = world.notebook
    if relation not in RELATIONS:
        raise Usage(f'--as "{relation}" should be {", ".join(RELATIONS)}.')
    if slug and len(names) > 1:
        raise Usage("--slug fits one person only.", hint="Add them one by one.")
    started = dates.past(since, world.today) if since else None
    made: list[Person] = []
    for name in (spoken.one_line(n, "A name") for n in names):
        if (known := _known(world, name)) and not slug:
            world.terminal.tell(f"{known.name} is there already, as {known.slug}.")
            continue
        folder = _slug(world, name, slug, [p.slug for p in made])
        base = Person(
            folder, name, title=title, relation=relation, since=started, added=world.today
        )
        rhythm = _rhythm(world, name, cadence, day, minutes)
        made.append(
            base._replace(
                cadence=rhythm.cadence or WEEKLY, day=rhythm.day, minutes=rhythm.minutes or 30
            )
        )
    edits = book.edits()
    for one in made:
        edits.create(layout.person_yaml(one.slug), person.first(one))
    if made and world.save(
        edits, f"add: {' '.join(p.slug for p in made)}", dry_run=dry_run, commit=not no_commit
    ):
        _say(world, made)


def _known(world: World, name: str) -> Person | None:
    wanted = fold(name)
    return next((p for p in world.notebook.people(archived=True) if fold(p.name) == wanted), None)


def _slug(world: World, name: str, wanted: str | None, made: Sequence[str]) -> str:
    """The folder for a new person: as asked for, or from the name, and never one that is taken."""
    book = world.notebook
    taken = {fold(s) for s in (*book.slugs, *made, book.settings.me)}
    if wanted:
        if not layout.is_slug(wanted):
            raise Usage(
                f'"{wanted}" cannot be a folder for a person.',
                hint="Use a-z, 0-9 and -, not me, all or team.",
            )
        if wanted in taken or book.known(wanted):
            raise Usage(f'"{wanted}" is taken.', hint="See: one people")
        return wanted
    tries = [slug_of(name), full_slug_of(name)]
    tries += [f"{tries[0] or 'person'}-{n}" for n in range(2 if tries[0] else 1, 1000)]
    return next(t for t in tries if layout.is_slug(t) and t not in taken and not book.known(t))


def _rhythm(
    world: World, name: str, cadence: str | None, day: str | None, minutes: int | None
) -> person.Rhythm:
    """How often they meet: from the flags, else asked for, else weekly on no fixed day."""
    given = " ".join(part for part in (cadence, day, str(minutes) if minutes else "") if part)
    if given or not world.terminal.asks:
        return person.rhythm(given)
    while True:
        answer = world.terminal.ask(
            f"{name}: how often, which day, how long? [weekly, any day, 30] > "
        )
        try:
            return person.rhythm(answer)
        except Usage as error:
            world.terminal.warn(f"{error} {error.hint}")


def _say(world: World, made: Sequence[Person]) -> None:
    for one in made:
        day = f", {words.WEEKDAYS[one.day]}" if one.day is not None else ""
        world.terminal.tell(
            row(one.slug, one.name, f"{one.cadence.words}{day}, {one.minutes} min", grid="add")
        )
    world.wrote(layout.person_yaml(made[-1].slug))
    first = made[0].slug
    world.terminal.tell(f'Next: one prep {first}     Something to raise? one topic {first} "..."')
