"""``one ask``: questions that fit and were not asked lately."""

from collections.abc import Sequence
from typing import Annotated

import typer

from onestop.cli import complete, listing, meant, options
from onestop.cli.listing import Listing
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.insight import questions
from onestop.insight.practice import SHOWN_LINES, TRUST_AFTER
from onestop.insight.questions import EVERYDAY, PURPOSES, View
from onestop.model.folder import Folder
from onestop.notebook import shelf
from onestop.render import programs
from onestop.render import questions as render


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PERSON] [PURPOSE]",
            help=f"Whom to ask, and what the talk is for: {', '.join(PURPOSES)}.",
            autocompletion=complete.purposes,
            show_default=False,
        ),
    ] = None,
    depth: Annotated[
        int | None, options.whole("--depth", 1, 3, "1 is easy, 2 reflects, 3 needs trust.")
    ] = None,
    count: Annotated[
        int | None, options.whole("--count", 1, 99, f"So many; {SHOWN_LINES} when left out.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every one that fits, the deep ones too.")
    ] = False,
    json: options.Json = False,
    shape: options.Format = None,
) -> None:
    """Questions that fit and were not asked lately."""
    world = World.of(ctx)
    bank, problems = shelf.bank(world.notebook.root)
    world.notebook.problems.extend(problems)
    folder, purpose = _who(world, list(words or []), questions.subjects_of(bank))
    wanted = purpose if purpose or everything else EVERYDAY
    limit = None if everything else count or SHOWN_LINES
    view = questions.view(bank, folder, wanted, depth=depth, count=limit)
    again = " ".join(filter(None, ["one ask", folder and folder.person.slug, wanted]))
    found = Listing(
        is_empty=not view.questions,
        nothing="No question fits.",
        table=lambda: render.draw(view, folder, again),
        document=lambda: programs.questions(view),
    )
    listing.show(world, found, json=json, shape=shape)
    if not json and shape is None:
        _hint(world, view, purpose)
    world.mention_problems()


def _who(world: World, said: list[str], subjects: Sequence[str]) -> tuple[Folder | None, str]:
    """Who is asked, None for nobody in particular, and for what, "" when that is not said."""
    purpose = ""
    if said and _is_purpose(world, said[-1], subjects):
        purpose = said.pop().lower()
    if len(said) > 1:
        raise Usage(f'"{said[-1]}" is no purpose of a talk.', hint=f"Known: {', '.join(PURPOSES)}.")
    return (world.notebook.folder(meant.person(world, said[0]).slug) if said else None), purpose


def _is_purpose(world: World, said: str, subjects: Sequence[str]) -> bool:
    """Whether it names what a talk is for, and not somebody."""
    return said.lower() in (*PURPOSES, *subjects) and world.notebook.known(said) is None


def _hint(world: World, view: View, purpose: str) -> None:
    """Why nothing is shown, and what else could be."""
    if view.deep and not view.questions:
        world.terminal.tell(
            f"Deep ones wait until you have met {TRUST_AFTER} times; so far {view.held}."
        )
    if not purpose:
        others = ", ".join(p for p in PURPOSES if p != EVERYDAY)
        world.terminal.tell(f"Other purposes: {others}")
