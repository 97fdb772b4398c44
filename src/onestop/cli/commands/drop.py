"""``one drop``: close what will not be done."""

import typer

from onestop.cli import meant, options
from onestop.cli.touch import still_open, touch
from onestop.cli.world import World
from onestop.formats import spoken
from onestop.insight.items import ACTION, TOPIC, Item
from onestop.model.action import State
from onestop.notebook import change


def command(
    ctx: typer.Context,
    ids: options.SomeIds,
    why: options.Why = "",
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Close what will not be done."""
    world = World.of(ctx)
    reason = spoken.one_line(why, "The reason") if why else ""
    found = meant.items(world, ids, (ACTION, TOPIC))

    def drop(item: Item, line: str) -> str:
        line = change.explain(line, reason) if reason else line
        if item.kind == TOPIC:
            return change.talk(line, world.today)
        return change.close(line, State.DROPPED, world.today)

    def say(item: Item) -> str:
        return f"Dropped: {item.text}"

    still = still_open(world, found)
    touch(world, "drop", still, drop, say, dry_run=dry_run, commit=not no_commit)
