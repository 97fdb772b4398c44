"""``one edit``: open a file in your editor."""

from pathlib import Path
from typing import Annotated

import typer

from onestop.cli import meant, options
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import dates, days
from onestop.model.person import Person
from onestop.notebook import layout
from onestop.notebook.store import disk

_FILES = {
    "person": layout.person_yaml,
    "role": layout.role,
    "inbox": layout.inbox,
    "private": layout.private,
}


def command(
    ctx: typer.Context,
    who: options.Who,
    what: Annotated[
        str,
        typer.Argument(
            metavar="[FILE|last|DATE]", help="person, role, inbox, private, last, or a day."
        ),
    ] = "last",
) -> None:
    """Open a file in your editor."""
    world = World.of(ctx)
    one = meant.person(world, who, archived=True)
    path = _path(world, one, what)
    full = world.notebook.root / path
    before = disk.read(full)
    if before is None:
        raise Usage(
            f"{one.name} has no {path.name} yet.",
            hint=_there(world, one),
        )
    world.edit(full)
    if disk.read(full) == before:
        world.terminal.tell("Unchanged. An editor that returns at once needs a flag: code --wait")
        return
    if world.notebook.settings.commit:
        world.commit_in(world.notebook.root, [full], f"edit: {one.slug}")
    world.wrote(path)


def _path(world: World, one: Person, what: str) -> Path:
    """The file that is meant: one of the known files, the latest note, or the note of a day."""
    name = what.lower().removesuffix(".md").removesuffix(".yaml")
    if name in _FILES:
        return _FILES[name](one.slug)
    notes = world.notebook.folder(one.slug).meetings
    if name == "last":
        if not notes:
            raise Usage(f"{one.name} has no notes yet.", hint=f"Next: one prep {one.slug}")
        past = [n for n in notes if n.date <= world.today]
        return Path((past or notes)[-1].path)
    try:
        day = days.iso(what) or dates.past(what, world.today)
    except Usage as error:
        raise Usage(str(error), hint=_there(world, one)) from None
    found = [n for n in notes if n.date == day]
    if not found:
        raise Usage(
            f"{one.name} has no note of {day.isoformat()}.", hint=f"See: one show {one.slug}"
        )
    return Path(found[-1].path)


def _there(world: World, one: Person) -> str:
    root = world.notebook.root
    names = [name for name, at in _FILES.items() if (root / at(one.slug)).exists()]
    return f"There are: {', '.join([*names, 'last'])}, and the day of a note."
