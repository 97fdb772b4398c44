"""``one prep``: the brief before a one-on-one, and its note."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from onestop.cli import complete, meant, options
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.insight import agenda, cadence
from onestop.insight.agenda import Brief, Desk
from onestop.model.folder import Folder
from onestop.model.meeting import PLANNED, PURPOSES, Meeting
from onestop.model.person import Person
from onestop.notebook import layout, planning, shelf
from onestop.render import agenda as render
from onestop.render import handout
from onestop.render import words as say
from onestop.render.text import BLANK


def command(
    ctx: typer.Context,
    who: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PERSON...] [PURPOSE]",
            help="Who; the next one today when left out. A purpose may follow: "
            f"{', '.join(PURPOSES)}.",
            autocompletion=complete.purposes,
            show_default=False,
        ),
    ] = None,
    day: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="For which day.")
    ] = None,
    minutes: Annotated[
        int | None,
        options.whole("--minutes", 5, 480, "How long this one is."),
    ] = None,
    outcome: Annotated[
        str | None,
        typer.Option("--outcome", metavar="TEXT", help="What shall be true afterwards."),
    ] = None,
    paper: Annotated[
        bool, typer.Option("--paper", help="One printable page; writes nothing.")
    ] = False,
    shared: Annotated[
        bool, typer.Option("--shared", help="Only what the person may see; writes nothing.")
    ] = False,
    edit: Annotated[
        bool, typer.Option("--edit", help="Open the note in your editor afterwards.")
    ] = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Prepare a one-on-one: the brief, and its note."""
    world = World.of(ctx)
    people, purpose = _who(world, list(who or []))
    for n, one in enumerate(people):
        desk = _desk(world, one, day, minutes, purpose)
        desk = desk._replace(outcome=_outcome(world, desk, outcome, asks=bool(purpose)))
        brief = agenda.brief(desk)
        if n:
            world.terminal.show([BLANK])
        if paper or shared:
            manager = world.notebook.settings.first_name
            draw = handout.paper if paper else handout.shared
            world.terminal.show(draw(brief, manager, brief.on))
            continue
        _prepare(world, desk, brief, dry_run=dry_run, commit=not no_commit)
        if edit and not dry_run:
            world.edit(world.notebook.root / _path(desk))
    world.mention_problems()


def _who(world: World, said: Sequence[str]) -> tuple[list[Person], str]:
    """The people who were named, the next one of today when none was, and a purpose at the end."""
    names = list(said)
    purpose = ""
    if names and names[-1].lower() in PURPOSES and world.notebook.known(names[-1]) is None:
        purpose = names.pop().lower()
    if names:
        return [meant.person(world, name) for name in names], purpose
    book = world.notebook
    due = cadence.due_today(book.present(), book.settings, world.today)
    if not due:
        raise Usage("There is no one-on-one today.", hint="Say with whom: one prep PERSON")
    return [due[0]], purpose


def _desk(world: World, one: Person, day: str | None, minutes: int | None, purpose: str) -> Desk:
    """Everything the brief is made from, read once."""
    book = world.notebook
    folder = book.folder(one.slug)
    on = (
        meant.firm_day(world, day, one)
        if day
        else cadence.next_on(folder, book.settings, world.today)
    )
    bank, problems = shelf.bank(book.root)
    book.problems.extend(problems)
    note = _note_of(folder, on, world.today)
    length = minutes or (note.minutes if note and note.minutes else one.minutes)
    return Desk(
        folder,
        book.settings,
        world.today,
        on,
        length,
        bank,
        note,
        purpose or (note.purpose if note else ""),
        team=book.team,
    )


def _outcome(world: World, desk: Desk, said: str | None, *, asks: bool) -> str:
    """What shall be true afterwards: as said, as the note has it, or asked for with a purpose."""
    before = desk.note.outcome if desk.note else ""
    if said is None and (before or not (asks and world.terminal.asks)):
        return before
    from onestop.formats import spoken

    if said is not None:
        return spoken.one_line(said, "The outcome")
    name = desk.folder.person.first_name
    answer = world.terminal.ask(f"True afterwards with {name}, if it goes well (Enter skips) > ")
    return spoken.one_line(answer, "The outcome") if answer.strip() else ""


def _note_of(folder: Folder, on: date, today: date) -> Meeting | None:
    """The day's note; a meeting that was held or skipped is not prepared again."""
    notes = [m for m in folder.meetings if m.date == on]
    planned = [m for m in notes if m.state == PLANNED]
    if notes and not planned:
        name, note = folder.person.slug, notes[-1]
        what = "To add to it" if note.held else "If it was held after all"
        raise Usage(
            f"The one-on-one of {say.near_day(on, today)} was {note.state} already.",
            hint=f"{what}: one log {name} --date {on}     Another day: one prep {name} --date DATE",
        )
    return planned[-1] if planned else None


def _path(desk: Desk) -> str:
    """The note's path: the one that is there, or the day's own name."""
    return desk.note.path if desk.note else layout.note(desk.folder.person.slug, desk.on).as_posix()


def _prepare(world: World, desk: Desk, brief: Brief, *, dry_run: bool, commit: bool) -> None:
    """Write or complete the note, then print the brief, the path and the next step."""
    slug = desk.folder.person.slug
    edits = world.notebook.edits()
    path = _path(desk)
    plan = agenda.plan(desk, brief, path)
    template = shelf.template(world.notebook.root, plan.purpose)
    planning.write(edits, plan, template, world.namer())
    if dry_run:
        world.save(edits, "", dry_run=True)
        return
    if edits.changes:
        world.save(edits, f"prep: {slug} {desk.on.isoformat()}", dry_run=False, commit=commit)
    if not all(item.id for item in plan.items):
        # Lines typed by hand have their ids now, and the page shall show them.
        world.reread()
        brief = agenda.brief(desk._replace(folder=world.notebook.folder(slug)))
    world.terminal.show(render.draw(brief, world.today))
    world.wrote(path)
    if desk.on > world.today and not desk.note:
        world.terminal.tell(
            f"For {say.near_day(desk.on, world.today)}.  Another day: one prep {slug} --date DATE"
        )
    world.terminal.tell(f"Next: one log {slug}")
