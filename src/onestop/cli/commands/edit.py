"""``one edit``: open a file in your editor."""

from pathlib import Path
from typing import Annotated

import typer

from onestop.cli import complete, meant, options
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import dates, days
from onestop.model.folder import Folder
from onestop.model.person import Person
from onestop.notebook import layout
from onestop.notebook.store import disk
from onestop.render import words

_FILES = {
    "role": layout.role,
    "themes": layout.themes,
    "plan": layout.plan,
    "alignment": layout.alignment,
    "feedback": layout.feedback,
    "inbox": layout.inbox,
    "private": layout.private,
    "person": layout.person_yaml,
}
_SERIES = ("okrs", "team-okrs", "rating")
"""What there are several files of: the name alone means the newest."""


def command(
    ctx: typer.Context,
    who: options.Who,
    what: Annotated[
        str,
        typer.Argument(
            metavar="[FILE|last|DATE]",
            help=f"{', '.join((*_FILES, *_SERIES))}, or the beginning of one of them; "
            "last, or a day, for a note.",
            autocompletion=complete.files,
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
        raise Usage(f"{one.name} has no {path.name} yet.", hint=_there(world, one))
    world.edit(full)
    if disk.read(full) == before:
        world.terminal.tell("Unchanged. An editor that returns at once needs a flag: code --wait")
        return
    if world.notebook.settings.commit:
        world.commit_in(world.notebook.root, [full], f"edit: {one.slug}")
    world.wrote(path)


def _path(world: World, one: Person, what: str) -> Path:
    """The file that is meant: one of the known files, the latest note, or the note of a day."""
    folder = world.notebook.folder(one.slug)
    if what.lower() == "last":
        return _last(world, folder)
    if named := _named(world, folder, what.lower().removesuffix(".md").removesuffix(".yaml")):
        return named
    try:
        day = days.iso(what) or dates.past(what, world.today)
    except Usage as error:
        told = str(error) if dates.maybe(what, world.today) else f'"{what}" is no file and no day.'
        raise Usage(told, hint=_there(world, one)) from None
    found = [n for n in folder.meetings if n.date == day]
    if not found:
        raise Usage(
            f"{one.name} has no note of {day.isoformat()}.", hint=f"See: one show {one.slug}"
        )
    return Path(found[-1].path)


def _last(world: World, folder: Folder) -> Path:
    one, notes = folder.person, folder.meetings
    if not notes:
        raise Usage(f"{one.name} has no notes yet.", hint=f"Next: one prep {one.slug}")
    past = [n for n in notes if n.date <= world.today]
    return Path((past or notes)[-1].path)


def _named(world: World, folder: Folder, name: str) -> Path | None:
    """A file by its name, or by the beginning of it; None for a word that names none."""
    there = _series(folder) | {name: at(folder.person.slug) for name, at in _FILES.items()}
    if name in there:
        return there[name]
    found = [known for known in (*_FILES, *_SERIES) if name and known.startswith(name)]
    if len(found) > 1:
        raise Usage(f'"{name}" can be {words.either(found)}.', hint=_there(world, folder.person))
    if found and found[0] not in there:
        raise Usage(
            f"{folder.person.name} has no {found[0]} yet.", hint=_there(world, folder.person)
        )
    return there[found[0]] if found else None


def _series(folder: Folder) -> dict[str, Path]:
    """Files of which there can be several: each with its quarter or day, the newest without."""
    named = [
        *(("okrs", q.name, q.path) for q in folder.okrs),
        *(("team-okrs", q.name, q.path) for q in folder.team_okrs),
        *(("rating", r.date.isoformat(), r.path) for r in folder.ratings),
    ]
    each = {f"{kind}/{when}".lower(): Path(path) for kind, when, path in named}
    return each | {kind: Path(path) for kind, _, path in named}


def _there(world: World, one: Person) -> str:
    root = world.notebook.root
    names = [name for name, at in _FILES.items() if (root / at(one.slug)).exists()]
    several = [name for name in _series(world.notebook.folder(one.slug)) if "/" not in name]
    return f"There are: {', '.join([*names, *several, 'last'])}, and the day of a note."
