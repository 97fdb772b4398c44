"""``one away``: leave, of either side."""

from typing import Annotated

import typer

from onestop.cli import meant, options
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import dates, person, spoken
from onestop.model.cadence import Away
from onestop.notebook import layout
from onestop.render import words


def command(
    ctx: typer.Context,
    who: Annotated[str, typer.Argument(metavar="me|all|PERSON", help="Whose leave.")],
    first: Annotated[str, typer.Argument(metavar="FROM", help="The first day.")],
    last: Annotated[
        str | None,
        typer.Argument(
            metavar="[TO]",
            help="The last day; the first one when left out.",
            show_default=False,
        ),
    ] = None,
    why: Annotated[str, typer.Option("--why", help="A word on it.")] = "",
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Leave, yours or theirs: it stops the clock."""
    world = World.of(ctx)
    leave = _leave(world, first, last, spoken.one_line(why, "The reason") if why else "")
    edits = world.notebook.edits()
    names = []
    for name, path, start in _places(world, who):
        edits.change(path, lambda text: person.add_away(text, leave), first=start)
        names.append(name)
    if world.save(edits, f"away: {who.lower()}", dry_run=dry_run, commit=not no_commit):
        day = words.near_day(leave.first, world.today)
        until = (
            f" to {words.near_day(leave.last, world.today)}" if leave.last != leave.first else ""
        )
        world.terminal.tell(f"{' and '.join(names)}: away {day}{until}. The clock stands still.")
        for path in edits.paths:
            world.wrote(path)


def _leave(world: World, first: str, last: str | None, why: str) -> Away:
    """The leave that is meant; it may have begun already."""
    begins = dates.iso(first) or meant.firm_day(world, first)
    ends = begins if last is None else dates.read(last, begins) or begins
    if ends < begins:
        raise Usage(
            f"{ends.isoformat()} is before {begins.isoformat()}.",
            hint="Give the first day first.",
        )
    return Away(begins, ends, why)


def _places(world: World, who: str) -> list[tuple[str, str, str | None]]:
    """The files a leave goes into: `all` is everybody and the manager."""
    me = ("You", layout.MARKER, None)
    if who.lower() in ("me", world.notebook.settings.me):
        return [me]
    everybody = world.notebook.people() if who.lower() == "all" else [meant.person(world, who)]
    found = [
        (p.first_name, layout.person_yaml(p.slug).as_posix(), person.first(p)) for p in everybody
    ]
    return [*found, me] if who.lower() == "all" else [*found]
