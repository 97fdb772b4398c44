"""``one settle``: what a :-/ became."""

from typing import Annotated

import typer

from onestop.cli import meant, options
from onestop.cli.touch import touch
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.insight.items import MOMENT, Item
from onestop.model.meeting import HAPPY, SAD
from onestop.notebook import change

OUTCOMES = ("happy", "sad", "settled")


def command(
    ctx: typer.Context,
    ident: options.OneId,
    became: Annotated[str, typer.Argument(metavar="happy|sad|settled", help="What it became.")],
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Say what a :-/ became."""
    world = World.of(ctx)
    word = {HAPPY: "happy", SAD: "sad"}.get(became, became.lower())
    if word not in OUTCOMES:
        raise Usage(f'"{became}" should be happy, sad or settled.')
    (item,) = meant.items(world, [ident], (MOMENT,))

    def settle(_: Item, line: str) -> str:
        return change.settle(line, word, world.today)

    def say(settled: Item) -> str:
        return f":-/ {settled.text} became {word}."

    touch(world, "settle", [item], settle, say, dry_run=dry_run, commit=not no_commit)
