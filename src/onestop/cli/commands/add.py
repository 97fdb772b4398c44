"""``one add``: new people."""

from collections.abc import Sequence
from typing import Annotated

import typer

from onestop.cli import about, meant, options
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import dates, person, spoken
from onestop.insight.names import fold, full_slug_of, slug_of
from onestop.model.cadence import WEEKLY
from onestop.model.person import Person
from onestop.notebook import layout
from onestop.render import words
from onestop.render.text import row


def command(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME...", help="Names; put two words in quotes.", show_default=False
        ),
    ] = None,
    slug: Annotated[
        str | None,
        typer.Option("--slug", metavar="SLUG", help="The folder's name, for one person."),
    ] = None,
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="Their role's title.")] = "",
    cadence: Annotated[
        str | None,
        typer.Option("--cadence", metavar="RHYTHM", help="weekly, every 2 weeks, monthly, 10d."),
    ] = None,
    day: Annotated[
        str | None, typer.Option("--day", metavar="DAY", help="The usual weekday.")
    ] = None,
    minutes: Annotated[
        int | None, options.whole("--minutes", 1, 480, "The planned length.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="In the role since."),
    ] = None,
    relation: Annotated[
        str, typer.Option("--as", metavar="RELATION", help="report, peer, boss or skip.")
    ] = "report",
    at: Annotated[str, typer.Option("--at", metavar="HH:MM", help="The usual hour.")] = "",
    manages: Annotated[bool, typer.Option("--manages", help="They manage a team.")] = False,
    alias: Annotated[
        list[str] | None,
        typer.Option("--alias", metavar="WORD", help="Another name for them; may be repeated."),
    ] = None,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Add people."""
    world = World.of(ctx)
    role = about.relation("--as", relation)
    said = [spoken.one_line(name, "A name") for name in names or _ask_names(world)]
    if len(said) == 2 and world.terminal.asks and not slug:
        said = _one_or_two(world, said)
    if slug and len(said) > 1:
        raise Usage("--slug fits one person only.", hint="Add them one by one.")
    if alias and len(said) > 1:
        raise Usage("--alias fits one person only.", hint="Add them one by one.")
    also = about.aliases(world, alias or ())
    started = dates.past(since, world.today) if since else None
    made: list[Person] = []
    for name in said:
        if not slug and _is_there(world, name):
            continue
        rhythm = _rhythm(world, _written(name), cadence, day, minutes)
        made.append(
            Person(
                _slug(world, name, slug, [p.slug for p in made]),
                _written(name),
                aliases=also,
                title=title,
                relation=role,
                manages=manages,
                cadence=rhythm.cadence or WEEKLY,
                day=rhythm.day,
                at=about.hour(at) if at else rhythm.at or "",
                minutes=rhythm.minutes or 30,
                since=started,
                added=world.today,
            )
        )
    _save(world, made, dry_run=dry_run, commit=not no_commit)


def _one_or_two(world: World, said: list[str]) -> list[str]:
    """Two single words may be one name without its quotes."""
    if any(" " in name for name in said):
        return said
    first, last = said
    answer = world.terminal.ask(f'Two people, or one called "{first} {last}"? [2/1] > ')
    return [f"{first} {last}"] if answer.strip() in ("1", "one") else said


def _ask_names(world: World) -> list[str]:
    world.require_answers('the names: one add "Alice Moreau" "Bo Lind"')
    answer = world.terminal.ask("Names, with commas between > ")
    return [name.strip() for name in answer.split(",") if name.strip()]


def _written(name: str) -> str:
    """A single word in small letters was typed for the folder; as a name it has a capital."""
    return name.capitalize() if name.isascii() and name.isalpha() and name.islower() else name


def _is_there(world: World, name: str) -> bool:
    """Whether this is somebody's name, folder or alias already; if so, it is said."""
    book, wanted = world.notebook, fold(name)
    known = book.known(wanted)
    if known == book.settings.me:
        raise Usage(f'"{name}" is you.', hint='Add whom you meet: one add "Alice Moreau"')
    people = book.people(archived=True)
    found = next((p for p in people if p.slug == known or fold(p.name) == wanted), None)
    if found is None:
        return False
    other = "" if fold(found.name) == wanted else "  Somebody else? Give the whole name."
    world.terminal.tell(f"{found.name} is there already, as {found.slug}.{other}")
    return True


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
    question = f"{name}: how often, which day, how long? [weekly, any day, 30] > "
    return meant.answer(world, question, person.rhythm)


def _save(world: World, made: Sequence[Person], *, dry_run: bool, commit: bool) -> None:
    edits = world.notebook.edits()
    for one in made:
        edits.create(layout.person_yaml(one.slug), person.first(one))
    slugs = " ".join(p.slug for p in made)
    if not made or not world.save(edits, f"add: {slugs}", dry_run=dry_run, commit=commit):
        return
    world.terminal.tell(
        *(
            row(p.slug, p.name, words.rhythm(p.cadence, p.day, p.minutes, p.at), grid="add")
            for p in made
        )
    )
    world.wrote(*(layout.person_yaml(p.slug) for p in made))
    first = made[0].slug
    if anytime := [p.slug for p in made if p.day is None]:
        world.terminal.tell(f"No day yet, so they are due at once: one cadence {anytime[0]} tue")
    world.terminal.tell(f'Next: one prep {first}     Something to raise? one topic {first} "..."')
