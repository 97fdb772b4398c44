"""``one act``: an action agreed outside a meeting."""

from typing import Annotated

import typer

from onestop.cli import meant, options
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import spoken
from onestop.insight import tags
from onestop.model.entry import Said
from onestop.model.person import Person
from onestop.notebook import change, layout
from onestop.render import words as say
from onestop.render.text import row


def command(
    ctx: typer.Context,
    who: options.Who,
    words: options.Words = None,
    mine: Annotated[bool, typer.Option("--mine", help="You do it.")] = False,
    theirs: Annotated[bool, typer.Option("--theirs", help="The person does it.")] = False,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="HANDLE", help="Somebody else does it.")
    ] = None,
    due: Annotated[str | None, typer.Option("--due", metavar="DATE", help="Until when.")] = None,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Add an action agreed outside a meeting."""
    world = World.of(ctx)
    one = meant.person(world, who)
    text = meant.words(world, words, "The action", "What was agreed")
    said = spoken.promise(text, world.today, world.notebook.known)
    asked = _owner(world, one, said.owner, mine=mine, theirs=theirs, handle=owner)
    what = tags.expand(said.text, world.notebook.folder(one.slug), world.today)
    until = meant.planned_day(world, due, one) if due else said.due
    edits, ident = world.notebook.edits(), world.namer()()
    change.add_action(edits, one, Said(asked, what, until), world.today, ident)
    if world.save(edits, f"act: {one.slug}", dry_run=dry_run, commit=not no_commit):
        name = "You" if asked == world.notebook.settings.me else world.name_of(asked)
        world.terminal.tell(
            row(name, what, say.until(until, world.today), ident, grid="new", stretch=1)
        )
        world.wrote(layout.inbox(one.slug))


def _owner(
    world: World, one: Person, said: str, *, mine: bool, theirs: bool, handle: str | None
) -> str:
    """Who does it: a flag, a leading @handle, or the answer to a question."""
    me = world.notebook.settings.me
    flags = [f for f in (me if mine else "", one.slug if theirs else "", handle or "") if f]
    if len(flags) > 1:
        raise Usage("An action has one owner.", hint="Give --mine, --theirs or --owner HANDLE.")
    wanted = flags[0] if flags else said
    return _known(world, wanted) if wanted else _ask(world, one)


def _ask(world: World, one: Person) -> str:
    """Who does it, asked until the answer is somebody."""
    world.require_answers("--mine, --theirs or --owner HANDLE")
    me = world.notebook.settings.me
    short = {"m": me, "mine": me, "t": one.slug, "they": one.slug, "theirs": one.slug}

    def known(said: str) -> str:
        return _known(world, short.get(said.strip().lower(), said.strip()))

    return meant.answer(world, f"Who does it, [m]e or [t]hey ({one.first_name})? > ", known)


def _known(world: World, said: str) -> str:
    """The handle of somebody this notebook knows."""
    known = world.notebook.known(said.removeprefix("@"))
    if known is None:
        raise Usage(
            f'"{said}" is nobody this notebook knows.',
            hint=f"Known: @{world.notebook.settings.me}, and everybody in: one people",
        )
    return known
