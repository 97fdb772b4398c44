"""A log written in an editor: the note opened in its place, then what was ticked in it closed."""

from pathlib import Path

from onestop.cli import logbook
from onestop.cli.answers import Understood
from onestop.cli.logbook import Job
from onestop.cli.world import World
from onestop.model.entry import Entry
from onestop.model.meeting import HELD
from onestop.notebook import planning, shelf, undo
from onestop.notebook.store import disk


def log(world: World, work: Job, *, commit: bool) -> None:
    """Open the note, which is made when there is none; unchanged means that nothing happened."""
    root = world.notebook.root
    full = root / work.path
    made = _make(world, work)
    before = disk.read(full)
    try:
        world.edit(full)
    finally:
        is_same = disk.read(full) == before
        if is_same:
            _take_back(root, made)
    if is_same:
        world.terminal.tell("Unchanged. An editor that returns at once needs a flag: code --wait")
    else:
        _close(world, work, full, commit=commit)


def _make(world: World, work: Job) -> int:
    """Write a note to begin with; the number of that command, 0 when there was a note."""
    edits = world.notebook.edits()
    if edits.text(work.path) is not None:
        return 0
    template = shelf.template(world.notebook.root, work.purpose)
    planning.write(edits, work.agenda, template, world.namer(), HELD)
    edits.write(work.message)
    return undo.history(world.notebook.root)[0].number


def _take_back(root: Path, made: int) -> None:
    """Remove the note that was made to begin with, unless another command came after it."""
    if made and undo.history(root)[0].number == made:
        undo.undo(root)


def _close(world: World, work: Job, full: Path, *, commit: bool) -> None:
    """Close what was ticked by hand; the rest of the page is what the person wrote."""
    world.reread()
    again = logbook.job(world, work.slug, work.target.on, number=work.target.number)
    closed = logbook.standing(again)
    if logbook.write_up(world, again, Understood(Entry()), closed=closed).edits.changes:
        logbook.write(world, again, Understood(Entry()), closed=closed, commit=commit)
        return
    if commit and world.notebook.settings.commit:
        world.commit_in(world.notebook.root, [full], work.message)
    world.wrote(work.path)
