"""A bad week in one go: every planned note up to today, one key each."""

from onestop.cli import logbook, moving
from onestop.cli.answers import Understood
from onestop.cli.world import World
from onestop.errors import Interrupted, Usage
from onestop.insight import log
from onestop.model.entry import Entry
from onestop.model.folder import Folder
from onestop.model.meeting import Meeting
from onestop.render import words
from onestop.render.text import Cell, row

KEYS = "h held   w held, write it up   m moved   s skipped   Enter later   . ends"


def walk(world: World, *, dry_run: bool, commit: bool) -> None:
    """Ask for each unlogged note what became of it; `w` asks the eight questions."""
    waiting = log.unlogged(world.notebook.folders(), world.today)
    if not waiting:
        world.terminal.tell("Everything is logged.", "To add something: one log PERSON")
        return
    world.require_answers("whose: one log PERSON, or one skip PERSON")
    world.terminal.warn(row(f"{words.plural(len(waiting), 'meeting')} not logged.  {KEYS}"))
    try:
        for folder, note in waiting:
            if not _one(world, folder, note, dry_run=dry_run, commit=commit):
                break
    except (KeyboardInterrupt, EOFError):
        raise Interrupted("Stopped; what was answered is written.") from None


def _one(world: World, folder: Folder, note: Meeting, *, dry_run: bool, commit: bool) -> bool:
    """One meeting; False when the person has had enough."""
    slug = folder.person.slug
    day = words.near_day(note.date, world.today)
    while True:
        key = world.terminal.ask(f"{folder.person.first_name}, {day} > ").strip().lower()
        if key in ("", "l", "later"):
            return True
        if key == ".":
            return False
        if key in ("h", "held"):
            work = logbook.job(world, slug, note.date, new=False)
            logbook.write(
                world,
                work,
                Understood(Entry()),
                closed=logbook.standing(work),
                dry_run=dry_run,
                commit=commit,
            )
        elif key in ("w", "write"):
            work = logbook.job(world, slug, note.date, new=False)
            logbook.interview(
                world, work, resume=False, discard=False, dry_run=dry_run, commit=commit
            )
        elif key in ("s", "skipped", "skip"):
            why = world.terminal.ask("  Why (Enter: no reason) > ").strip()
            moving.skip(world, folder, note.date, why=why, dry_run=dry_run, commit=commit)
        elif key in ("m", "moved", "move"):
            _moved(world, folder, note, dry_run=dry_run, commit=commit)
        else:
            world.terminal.warn(row(Cell(f"  {KEYS}", "quiet")))
            continue
        world.reread()
        return True


def _moved(world: World, folder: Folder, note: Meeting, *, dry_run: bool, commit: bool) -> None:
    """Ask for the new day until it can be understood."""
    while True:
        said = world.terminal.ask("  To which day > ").strip()
        if not said:
            return
        try:
            moving.move(world, folder, note.date, said, dry_run=dry_run, commit=commit)
        except Usage as error:
            world.terminal.warn(f"  {error} {error.hint}")
        else:
            return
