"""``one check``: what does not fit in the files."""

from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from onestop.cli import listing, options
from onestop.cli.listing import Listing
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats.header import library
from onestop.insight import checks
from onestop.model.problem import Problem
from onestop.notebook import fixing, shelf
from onestop.render import problems as render
from onestop.render import programs, words


def command(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH...]", help="Only these files or folders.")
    ] = None,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict", help="Name what makes a plain search miss or double an action, too."
        ),
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what can be mended without guessing.")
    ] = False,
    json: options.Json = False,
    shape: options.Format = None,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Find what does not fit in the files."""
    world = World.of(ctx)
    wanted = _wanted(world, paths or [])
    if fix:
        _fix(world, wanted, dry_run=dry_run, commit=not no_commit)
        if dry_run:
            return
    found = [p for p in _all(world) if wanted(p.path) and (strict or not p.strict)]
    listed = Listing(
        is_empty=not found,
        nothing="Everything fits.",
        table=lambda: render.draw(found, world.here),
        document=lambda: programs.problems(found, world.here),
        grep=lambda: render.grep(found, world.here),
    )
    listing.show(world, listed, json=json, shape=shape)
    if not library.is_quick():
        world.terminal.tell("PyYAML has no C library here: unusual headers are read slowly.")
    if found:
        world.terminal.tell(f"{words.plural(len(found), 'problem')}.")
        raise typer.Exit(1)


def _all(world: World) -> list[Problem]:
    """What single files show, what only several files together show, and the questions."""
    book = world.notebook
    folders = book.folders(archived=True)
    _ = book.team  # what is odd in it is remembered when it is read
    between = checks.problems(folders, book.settings, book.boxes(), world.today)
    _, of_questions = shelf.bank(book.root)
    return sorted(
        {*book.problems, *between, *of_questions},
        key=lambda p: (p.path, p.line, p.column, p.code, p.message),
    )


def _wanted(world: World, said: Sequence[str]) -> Callable[[str], bool]:
    """Whether a path of the notebook is among those that were named; every one when none was."""
    root = world.notebook.root.resolve()
    named = [(world.cwd / one).resolve() for one in said]
    for one, path in zip(said, named, strict=True):
        if not path.exists():
            raise Usage(f"There is no file {one}.")
    return lambda path: not named or any((root / path).is_relative_to(n) for n in named)


def _fix(world: World, wanted: Callable[[str], bool], *, dry_run: bool, commit: bool) -> None:
    book = world.notebook
    folders = book.folders(archived=True)
    edits = book.edits()
    homes = checks.ticked_elsewhere(folders, book.settings, world.today)
    fixing.fix(edits, folders, homes, world.today, wanted)
    paths = edits.paths
    if paths and world.save(edits, "check", dry_run=dry_run, commit=commit):
        world.terminal.tell(f"Mended: {', '.join(world.here(p) for p in paths)}")
    world.reread()
