"""``one board``: OKRs and plan as columns."""

from collections.abc import Iterator
from typing import Annotated

import typer

from onestop.cli import complete, meant, objectives
from onestop.cli.world import World
from onestop.insight import board
from onestop.insight.board import Board
from onestop.insight.okrs import OWN_TEAM
from onestop.render import board as render


def command(
    ctx: typer.Context,
    who: Annotated[
        str | None,
        typer.Argument(
            metavar="[PERSON|team]",
            help="Whose; `team` is your own team, and everybody when left out.",
            autocompletion=complete.people_or_team,
            show_default=False,
        ),
    ] = None,
) -> None:
    """OKRs and plan as columns."""
    world = World.of(ctx)
    boards = [one for one in _boards(world, who) if one.cards]
    world.terminal.show(render.draw(boards, world.terminal.out.width))
    missing = list(_missing(world, who)) if who or not boards else []
    world.terminal.tell(*missing)
    if not boards and not missing:
        slug = "PERSON" if who is None else who.lower()
        plan = f'     or: one plan {slug} add "..."' if slug != OWN_TEAM else ""
        world.terminal.tell("There are no cards yet.", f'Begin: one okr {slug} add "..."{plan}')
    world.mention_problems()


def _missing(world: World, who: str | None) -> Iterator[str]:
    """A word on each objective that has no card because it has no key result."""
    slugs = [who] if who else [OWN_TEAM, *(p.slug for p in world.notebook.people())]
    for home in (home for slug in slugs for home in objectives.homes(world, slug, team=False)):
        for ident in board.bare(home.quarters, world.today):
            tag = home.tag(ident)
            yield f'{tag} has no key result yet: one okr {home.asked} result {tag} "..."'


def _boards(world: World, who: str | None) -> list[Board]:
    """The board of one, or your team's and everybody's."""
    if who is not None and who.lower() != OWN_TEAM:
        one = meant.person(world, who, archived=True)
        return [board.board(world.notebook.folder(one.slug), world.today)]
    team = objectives.own_team(world)
    boards = [board.of_team(team.quarters, world.today, team.owner)]
    if who is None:
        boards += [board.board(folder, world.today) for folder in world.notebook.folders()]
    return boards
