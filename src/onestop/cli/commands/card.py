"""``one card``: a key result or a step of the plan moves to another column."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from onestop.cli import complete, meant, objectives, options
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import okrs, plan
from onestop.insight import board
from onestop.insight import okrs as insight
from onestop.insight.board import Board, Card
from onestop.insight.okrs import OWN_TEAM
from onestop.model.okr import COLUMNS
from onestop.notebook import layout
from onestop.notebook.edits import Edit
from onestop.render import board as render
from onestop.render.text import Cell, row


def command(
    ctx: typer.Context,
    who: Annotated[
        str,
        typer.Argument(
            metavar="PERSON|team",
            help="Whose; `team` is your own team.",
            autocompletion=complete.people_or_team,
        ),
    ],
    ident: Annotated[
        str,
        typer.Argument(
            metavar="CARD", help="Its id, as on the board.", autocompletion=complete.cards
        ),
    ],
    column: Annotated[str, typer.Argument(metavar="todo|doing|done|dropped", help="Where to.")],
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Move a card to another column."""
    world = World.of(ctx)
    if column.lower() not in COLUMNS:
        raise Usage(f'"{column}" should be {", ".join(COLUMNS[:-1])} or {COLUMNS[-1]}.')
    slug = OWN_TEAM if who.lower() == OWN_TEAM else meant.person(world, who).slug
    card = _card(world, slug, ident)
    if card.column == column.lower():
        world.terminal.tell(f"Nothing to do: {card.id} is in {card.column} already.")
        return
    path, edit = _edit(world, slug, card, column.lower())
    edits = world.notebook.edits()
    edits.change(path, edit)
    if world.save(edits, f"card: {slug}", dry_run=dry_run, commit=not no_commit):
        _tell(world, slug, card, column.lower())
        world.wrote(path)


def _card(world: World, slug: str, said: str) -> Card:
    """The card that is meant; Usage lists what there is."""
    cards = _cards(world, slug)
    wanted = said.lower().removeprefix("#")
    exact = [card for card in cards if card.id and card.id == wanted]
    begun = [card for card in cards if wanted and card.id.startswith(wanted)]
    ended = [card for card in cards if wanted and card.id.endswith(f"-{wanted}")]
    found = exact[:1] or begun or ended
    if len(found) == 1:
        return found[0]
    _require_readable(world, slug)
    listed = meant.table((card.id, card.column, card.title) for card in found or cards)
    if found:
        raise Usage(f'"{said}" can be {len(found)} cards.', hint=listed)
    raise Usage(f'There is no card "{said}".', hint=listed or f'Begin: one okr {slug} add "..."')


def _require_readable(world: World, slug: str) -> None:
    """Stop where a card may stand in a file that cannot be understood."""
    paths = [] if slug == OWN_TEAM else [layout.plan(slug)]
    for home in objectives.homes(world, slug, team=False):
        quarter = insight.current(home.quarters, world.today)
        paths += [home.at(quarter.name)] if quarter else []
    objectives.require_readable(world, *paths)


def _cards(world: World, slug: str) -> tuple[Card, ...]:
    if slug == OWN_TEAM:
        return board.team_cards(world.notebook.team, world.today)
    return board.cards(world.notebook.folder(slug), world.today)


def _edit(world: World, slug: str, card: Card, column: str) -> tuple[Path, Edit]:
    """The file in which the card stands, and how it moves there."""
    if card.is_plan:
        return layout.plan(slug), partial(plan.move, ident=card.id, column=column, day=world.today)
    home = objectives.homes(world, slug, team=False, said=[card.id])[-1]
    quarter = insight.current(home.quarters, world.today)
    assert quarter is not None
    ident = card.id.removeprefix(insight.TEAM) if home.team else card.id
    return home.at(quarter.name), partial(okrs.move, ident=ident, column=column, day=world.today)


def _tell(world: World, slug: str, card: Card, column: str) -> None:
    """Say where it is now, and whether too much is being done at a time."""
    world.terminal.tell(row(Cell(card.id, "id"), card.title, f"{card.column} to {column}"))
    world.reread()
    after = Board(slug, _cards(world, slug))
    if column == "doing" and (said := render.warning(after)):
        world.terminal.tell(said)
