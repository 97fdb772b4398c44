"""``one actions``: open promises of both sides."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from onestop.cli import listing, options
from onestop.cli.listing import Listing
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.insight import actions
from onestop.insight.actions import ME, THEM, View
from onestop.model.person import Person
from onestop.render import actions as render

if TYPE_CHECKING:
    from onestop.render.programs import Document


def command(
    ctx: typer.Context,
    who: options.MaybeWho = None,
    mine: Annotated[bool, typer.Option("--mine", help="What you owe.")] = False,
    theirs: Annotated[bool, typer.Option("--theirs", help="What they owe.")] = False,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="HANDLE", help="What one of them owes.")
    ] = None,
    late: Annotated[bool, typer.Option("--late", help="Past their due date.")] = False,
    due: Annotated[
        str | None, typer.Option("--due", metavar="DATE", help="Due up to DATE.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Done and dropped ones too.")] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 when something is listed.")
    ] = False,
    json: options.Json = False,
    shape: options.Format = None,
) -> None:
    """Open promises of both sides."""
    world = World.of(ctx)
    one = _person(world, who) if who else None
    book = world.notebook
    slugs = [one.slug] if one else None
    folders = book.all_promises(slugs) if everything else book.promises(slugs)
    view = actions.view(folders, book.settings, world.today, closed=everything)
    until = _day(world, due, one) if due else None
    view = _only(view, world, mine=mine, theirs=theirs, owner=owner, late=late, until=until)
    narrowed = mine or theirs or owner or late or due
    nothing = "Nothing open that fits." if narrowed else "Nothing is open."
    listing.show(world, _listing(world, view, nothing), json=json, shape=shape)
    world.mention_problems()
    if exit_code and view.promises:
        raise typer.Exit(1)


def _person(world: World, said: str) -> Person:
    from onestop.cli import meant

    return meant.person(world, said, archived=True)


def _day(world: World, said: str, who: Person | None) -> date:
    from onestop.cli import meant

    return meant.firm_day(world, said, who)


def _only(
    view: View,
    world: World,
    *,
    mine: bool,
    theirs: bool,
    owner: str | None,
    late: bool,
    until: date | None,
) -> View:
    """The promises that pass every filter."""
    handle = world.notebook.known(owner.removeprefix("@")) if owner else None
    if owner and handle is None:
        raise Usage(f'"{owner}" is nobody this notebook knows.', hint="See: one people")
    sides = {side for side, wanted in ((ME, mine), (THEM, theirs)) if wanted}
    kept = [
        p for p in view.promises
        if (not sides or p.side in sides)
        and (handle is None or p.item.owner == handle)
        and (not late or p.late_days)
        and (until is None or (p.item.due and p.item.due <= until))
    ]  # fmt: skip
    return view._replace(promises=tuple(kept))


def _listing(world: World, view: View, nothing: str) -> Listing:
    return Listing(
        is_empty=not view.promises,
        nothing=nothing,
        table=lambda: render.draw(view),
        document=lambda: _document(world, view),
        grep=lambda: render.grep(view, world.here),
    )


def _document(world: World, view: View) -> "Document":
    from onestop.render import programs

    return programs.actions(view, world.here)
