"""``one said``: feedback that was told."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from onestop.cli import complete, meant, options
from onestop.cli.touch import touch
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import dates, feedback, spoken
from onestop.insight.feedback import everybodys
from onestop.insight.items import FEEDBACK, Item
from onestop.render import feedback as render
from onestop.render import words as say


def command(
    ctx: typer.Context,
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID...] [DATE]",
            help="Ids, their beginnings, or words of the feedback; a day may follow.",
            autocompletion=complete.unsaid,
            show_default=False,
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day on which it was told.")
    ] = None,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Mark feedback as said."""
    world = World.of(ctx)
    wanted, day = _when(list(ids or []), on, world.today)
    found = meant.items(world, wanted or _ask(world), (FEEDBACK,))

    def tell(_: Item, line: str) -> str:
        return feedback.said(line, day)

    def done(item: Item) -> str:
        return f"Told {world.name_of(item.slug)} on {say.near_day(day, world.today)}: {item.text}"

    open_ones = [item for item in found if item.is_open]
    for item in (i for i in found if not i.is_open):
        world.terminal.tell(f"Nothing to do, it was said already: {item.text}")
    touch(world, "said", open_ones, tell, done, dry_run=dry_run, commit=not no_commit)


def _when(said: list[str], on: str | None, today: date) -> tuple[list[str], date]:
    """The items, and the day behind them, of two words or one: today when none is named."""
    if on is not None:
        return said, dates.past(on, today)
    for size in (2, 1):
        day = _day(" ".join(said[-size:]), today) if len(said) > size else None
        if day:
            return said[:-size], day
    return said, today


def _day(words: str, today: date) -> date | None:
    """The day that words are; None when they are none. One still to come is refused."""
    try:
        return dates.past(words, today)
    except Usage:
        if dates.maybe(words, today):
            raise
        return None


def _ask(world: World) -> Sequence[str]:
    """Show what is unsaid by number, and ask which of it was told."""
    waiting = everybodys(world.notebook.folders(), world.today)
    world.require_answers("the ids: one said ID")
    if not waiting:
        world.terminal.tell("Nothing is unsaid.")
        return []
    rows = render.choice([(f.person.first_name, one) for f, one in waiting])
    world.terminal.warn(*rows)
    question = "Told (numbers, a = all) > "
    chosen = meant.answer(world, question, lambda said: spoken.choice(said, len(rows)))
    picked = [waiting[n - 1][1].feedback for n in chosen]
    return [one.id or one.text for one in picked]
