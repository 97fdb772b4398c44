"""``one drop``: close what will not be done."""

import typer

from onestop.cli import meant, options
from onestop.cli.touch import touch
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
    still = [item for item in found if item.is_open]

    def drop(item: Item, line: str) -> str:
        line = change.explain(line, reason) if reason else line
        if item.kind == TOPIC:
            return change.talk(line, world.today)
        return change.close(line, State.DROPPED, world.today)

    for item in found:
        if not item.is_open:
            world.terminal.tell(f"Nothing to do, closed already: {item.text}")
    if touch(world, "drop", still, drop, dry_run=dry_run, commit=not no_commit):
        for item in still:
            world.terminal.tell(f"Dropped: {item.text}")
        world.wrote(*world.written)
