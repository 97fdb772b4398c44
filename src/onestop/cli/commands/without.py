"""``one without``: what two people do without, which is then never offered and never overdue."""

from typing import Annotated

import typer

from onestop.cli import complete, meant, options
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import person
from onestop.model.person import SUBJECTS, Person, subject
from onestop.notebook import layout


def command(
    ctx: typer.Context,
    who: options.Who,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="[SUBJECT]",
            help=", ".join(SUBJECTS),
            autocompletion=complete.subjects,
            show_default=False,
        ),
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take it up again.")] = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """What the two of you do without."""
    world = World.of(ctx)
    one = meant.person(world, who)
    if what is None:
        if undo:
            raise Usage("What do you take up again?", hint=_listed(one))
        world.terminal.data(_listed(one))
        if not world.terminal.asks:
            return
        what = meant.maybe(world, "What else do you leave out", _subject, "")
    wanted = _subject(what) if what else ""
    if not wanted:
        return
    change = person.take_up if undo else person.go_without
    edits, path = world.notebook.edits(), layout.person_yaml(one.slug)
    edits.change(path, lambda text: change(text, wanted), first=person.first(one))
    if world.save(edits, f"without: {one.slug}", dry_run=dry_run, commit=not no_commit):
        world.terminal.tell(_done(one, wanted, undo=undo))
        world.wrote(path)


def _subject(said: str) -> str:
    """One of the subjects, by one of its names."""
    found = subject(said)
    if not found:
        raise Usage(f'"{said}" is nothing to do without.', hint=f"Choose: {', '.join(SUBJECTS)}")
    return found


def _listed(one: Person) -> str:
    if one.not_for_us:
        return f"{one.first_name} and you do without: {', '.join(one.not_for_us)}"
    return f"{one.first_name} and you leave nothing out.  You may: {', '.join(SUBJECTS)}"


def _done(one: Person, wanted: str, *, undo: bool) -> str:
    if undo:
        return f"Taken up again: {wanted}."
    back = f"one without {one.slug} {wanted} --undo"
    return f"Never offered or overdue from now on: {wanted}.  Take it up again: {back}"
