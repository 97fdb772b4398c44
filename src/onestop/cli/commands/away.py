"""``one away``: leave, of either side."""

from datetime import date
from functools import partial
from typing import Annotated, NamedTuple

import typer

from onestop.cli import complete, meant, options
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import dates, days, person, spoken
from onestop.insight import cadence
from onestop.model.cadence import Away
from onestop.model.person import Person
from onestop.notebook import layout
from onestop.render import words


class _Place(NamedTuple):
    """A file that holds leaves: whose, where, how it begins, and the leaves it has."""

    name: str
    path: str
    first: str | None
    known: tuple[Away, ...]


def command(
    ctx: typer.Context,
    who: Annotated[
        str,
        typer.Argument(
            metavar="me|all|PERSON", help="Whose leave.", autocompletion=complete.people
        ),
    ],
    first: Annotated[
        str | None, typer.Argument(metavar="FROM", help="The first day.", show_default=False)
    ] = None,
    last: Annotated[
        str | None,
        typer.Argument(
            metavar="[TO]",
            help="The last day; the first one when left out.",
            show_default=False,
        ),
    ] = None,
    why: options.Why = "",
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Leave, yours or theirs: it stops the clock."""
    world = World.of(ctx)
    group, places = _places(world, who)
    leave = _leave(world, first, last, why) if first else _asked(world, why)
    edits = world.notebook.edits()
    for place in places:
        if leave not in place.known:
            edits.change(place.path, lambda text: person.add_away(text, leave), place.first)
    if world.save(edits, f"away: {group}", dry_run=dry_run, commit=not no_commit):
        name = "Everybody and you" if group == "all" else places[0].name
        world.terminal.tell(f"{name}: away {_words(leave, world.today)}. The clock stands still.")
        _mention_planned(world, group, leave)
        world.wrote(*edits.paths)


def _mention_planned(world: World, group: str, leave: Away) -> None:
    """Say which planned meetings fall into the leave; nobody moves them but the manager."""
    for one, on in cadence.planned_in(world.notebook.present(), leave):
        if group in (one.slug, "me", "all"):
            day = words.near_day(on, world.today)
            world.terminal.tell(f"Planned in it: {one.slug}, {day}.  one move {one.slug} DATE")


def _leave(world: World, first: str, last: str | None, why: str) -> Away:
    """The leave that is meant; it may have begun already."""
    begins = days.iso(first) or meant.firm_day(world, first)
    ends = begins if last is None else dates.read(last, begins) or begins
    reason = spoken.one_line(why, "The reason") if why else ""
    if ends < begins:
        raise Usage(
            f"{ends.isoformat()} is before {begins.isoformat()}.",
            hint="Give the first day first.",
        )
    return Away(begins, ends, reason)


def _asked(world: World, why: str) -> Away:
    """The leave, asked for day by day."""
    world.require_answers("the first day: one away PERSON FROM TO")
    first = meant.answer(world, "The first day > ", lambda said: _leave(world, said, None, why))
    begins = first.first.isoformat()
    leave = meant.maybe(world, "The last day", lambda said: _leave(world, begins, said, why), first)
    if why:
        return leave
    line = partial(spoken.one_line, what="The reason")
    return leave._replace(why=meant.maybe(world, "A word on it", line, ""))


def _words(leave: Away, today: date) -> str:
    first, last = (words.near_day(day, today) for day in (leave.first, leave.last))
    return first if leave.first == leave.last else f"{first} to {last}"


def _places(world: World, who: str) -> tuple[str, list[_Place]]:
    """Whose leave it is, and the files it goes into: `all` is everybody and the manager."""
    book, said = world.notebook, who.lower()
    me = _Place("You", layout.MARKER, None, book.settings.away)
    if said in ("me", book.settings.me):
        return "me", [me]
    if said == "all":
        return "all", [*map(_place, book.people()), me]
    one = meant.person(world, who)
    return one.slug, [_place(one)]


def _place(one: Person) -> _Place:
    return _Place(
        one.first_name, layout.person_yaml(one.slug).as_posix(), person.first(one), one.away
    )
