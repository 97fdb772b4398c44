"""A bad week in one go: every meeting that may have been, one key each."""

from datetime import date

from onestop.cli import asking, kept, logbook, meant, moving
from onestop.cli.answers import Understood
from onestop.cli.world import World
from onestop.errors import Interrupted
from onestop.insight import log
from onestop.model.entry import Entry
from onestop.model.folder import Folder
from onestop.render import words
from onestop.render.text import Cell, row

KEYS = "h held   w held, write it up   m moved   s skipped   Enter later   . ends"
_SPELLED = ("h", "held", "w", "write", "m", "move", "moved", "s", "skip", "skipped")
_ANSWERS = {"": "", "l": "", "later": "", ".": "."} | {word: word[0] for word in _SPELLED}


def walk(world: World, *, dry_run: bool, commit: bool) -> None:
    """Ask for each unlogged meeting what became of it; `w` asks the eight questions."""
    book = world.notebook
    waiting = log.unlogged(book.folders(), book.settings, world.today)
    if not waiting:
        world.terminal.tell("Everything is logged.", "To add something: one log PERSON")
        return
    world.require_answers("a name: one log PERSON, or one skip PERSON")
    world.terminal.warn(row(f"What became of {words.plural(len(waiting), 'meeting')}?  {KEYS}"))
    try:
        for folder, day in waiting:
            key = _ask(world, folder, day)
            if key == ".":
                break
            _do(world, key, folder.person.slug, day, dry_run=dry_run, commit=commit)
            world.reread()
    except (KeyboardInterrupt, EOFError):
        raise Interrupted("Stopped; what was answered is written.") from None


def _ask(world: World, folder: Folder, day: date) -> str:
    """One key for one meeting, "" for later."""
    question = f"{folder.person.first_name}, {words.near_day(day, world.today)} > "
    while True:
        said = world.terminal.ask(question).strip().lower()
        if said in _ANSWERS:
            return _ANSWERS[said]
        world.terminal.warn(row(Cell(f"  {KEYS}", "quiet")))


def _do(world: World, key: str, slug: str, day: date, *, dry_run: bool, commit: bool) -> None:
    if key == "h":
        work = logbook.job(world, slug, day)
        done, said = logbook.standing(work), Understood(Entry())
        logbook.write(world, work, said, closed=done, dry_run=dry_run, commit=commit)
    elif key == "w":
        draft = kept.pick_up(world, slug, day, resume=False)
        so_far = kept.answers(world.notebook.root, draft)
        work = logbook.job(world, slug, day)
        asking.interview(world, work, so_far, dry_run=dry_run, commit=commit)
    elif key == "s":
        why = world.terminal.ask("  Why (Enter: no reason) > ").strip()
        folder = world.notebook.folder(slug)
        moving.skip(world, folder, day, why=why, dry_run=dry_run, commit=commit)
    elif key == "m":
        folder = world.notebook.folder(slug)
        _moved(world, folder, day, dry_run=dry_run, commit=commit)


def _moved(world: World, folder: Folder, day: date, *, dry_run: bool, commit: bool) -> None:
    """Ask for the new day until it can be understood."""

    def move(said: str) -> None:
        if said.strip():
            moving.move(world, folder, day, said, dry_run=dry_run, commit=commit)

    meant.answer(world, "  To which day > ", move)
