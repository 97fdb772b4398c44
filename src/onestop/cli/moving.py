"""A meeting that did not happen, or moves: what skip, move and the walk share."""

from datetime import date

from onestop.cli import meant
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import spoken
from onestop.insight import cadence
from onestop.model.agenda import Agenda, bare
from onestop.model.folder import Folder
from onestop.model.meeting import PLANNED, SKIPPED, Meeting
from onestop.notebook import layout, moves, shelf
from onestop.notebook.edits import Edits
from onestop.render import words

FAR = 60
"""A meeting that moves by more days is more likely a date that was misread."""


def which(folder: Folder, world: World) -> date:
    """Choose the next planned meeting, else the latest unlogged one, else the next slot."""
    planned = [m.date for m in folder.meetings if m.state == PLANNED]
    ahead = [d for d in planned if d >= world.today]
    if ahead:
        return ahead[0]
    return planned[-1] if planned else cadence.next_on(folder, world.notebook.settings, world.today)


def skip(
    world: World,
    folder: Folder,
    on: date,
    *,
    why: str = "",
    to: str | None = None,
    dry_run: bool,
    commit: bool,
) -> None:
    """Mark the day's meeting as skipped, and say when the next one is."""
    if to is not None:
        move(world, folder, on, to, why=why, dry_run=dry_run, commit=commit)
        return
    if before := _skipped_already(world, folder, on):
        gone, ahead = (words.near_day(day, world.today) for day in (before.date, on))
        world.terminal.tell(f"Skipped already: {gone}. Nothing to do. Next: {ahead}.")
        return
    reason = spoken.one_line(why, "The reason") if why else ""
    edits = world.notebook.edits()
    path = _cancel(world, edits, folder, on, reason, None)
    if world.save(
        edits, f"skip: {folder.person.slug} {on.isoformat()}", dry_run=dry_run, commit=commit
    ):
        world.reread()
        after = world.notebook.folder(folder.person.slug)
        following = cadence.next_on(after, world.notebook.settings, max(world.today, on))
        slug = folder.person.slug
        world.terminal.tell(
            f"Skipped: {words.near_day(on, world.today)}. Topics and promises stay. "
            f"Next: {words.near_day(following, world.today)}, or: one move {slug} DATE"
        )
        world.wrote(path)


def move(
    world: World, folder: Folder, on: date, to: str, *, why: str = "", dry_run: bool, commit: bool
) -> None:
    """Mark the day's meeting as moved, and plan the new day."""
    day = meant.firm_day(world, to, folder.person)
    if day < world.today:
        raise Usage(
            f"{words.near_day(day, world.today)} is over.",
            hint=f"If it was held then: one log {folder.person.slug} --date {day.isoformat()}",
        )
    if abs((day - on).days) > FAR and str(day.year) not in to:
        held = f"If it was held: one log {folder.person.slug} --date DATE"
        hint = f"{held}     If it is meant so: write the year too."
        raise Usage(f'"{to}" is {day.isoformat()}, {abs((day - on).days)} days on.', hint=hint)
    if day == on:
        world.terminal.tell(f"It is on {words.near_day(day, world.today)} already: nothing to do.")
        return
    there = [m for m in folder.meetings if m.date == day]
    if there and there[-1].state != PLANNED:
        raise Usage(
            f"The one-on-one of {words.near_day(day, world.today)} was {there[-1].state} already.",
            hint="Choose another day.",
        )
    edits = world.notebook.edits()
    if any(m.date == on for m in folder.meetings):
        _cancel(world, edits, folder, on, spoken.one_line(why, "The reason") if why else "", day)
    path = there[-1].path if there else layout.note(folder.person.slug, day).as_posix()
    if not there:
        moves.plan(
            edits,
            _agenda(world, folder, day, path),
            shelf.template(world.notebook.root),
        )
    if world.save(
        edits, f"move: {folder.person.slug} {day.isoformat()}", dry_run=dry_run, commit=commit
    ):
        world.terminal.tell(
            f"Moved from {words.near_day(on, world.today)} to {words.near_day(day, world.today)}."
        )
        world.wrote(path)


def _skipped_already(world: World, folder: Folder, on: date) -> Meeting | None:
    """The skip that is meant when it is said twice: the next day is only to come."""
    if on <= world.today or any(m.date == on for m in folder.meetings):
        return None
    return cadence.rhythm(folder, world.notebook.settings, world.today).skip


def _cancel(world: World, edits: Edits, folder: Folder, on: date, why: str, to: date | None) -> str:
    """Write into the day's note that it did not take place; make the note when there is none."""
    notes: list[Meeting] = [m for m in folder.meetings if m.date == on]
    if notes and notes[-1].held:
        raise Usage(
            f"The one-on-one of {words.near_day(on, world.today)} was held.",
            hint="To take that back: one undo",
        )
    path = notes[-1].path if notes else layout.note(folder.person.slug, on).as_posix()
    if not notes:
        template = shelf.template(world.notebook.root)
        moves.plan(edits, _agenda(world, folder, on, path), template, SKIPPED)
    moves.cancel(edits, path, why, to)
    return path


def _agenda(world: World, folder: Folder, on: date, path: str) -> Agenda:
    return bare(folder, world.notebook.settings, on, path)
