"""``one reopen``: open an item again."""

import typer

from onestop.cli import meant, options
from onestop.cli.touch import touch
from onestop.cli.world import World
from onestop.insight.items import ACTION, FEEDBACK, MENTION, MOMENT, TOPIC, Item
from onestop.notebook import change


def command(
    ctx: typer.Context,
    ids: options.SomeIds,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Open an item again."""
    world = World.of(ctx)
    found = meant.items(world, ids, (ACTION, TOPIC, MOMENT, FEEDBACK), copies=True)

    def reopen(item: Item, line: str) -> str:
        if item.kind == FEEDBACK:
            return change.unsay(line)
        is_mention = item.kind == MENTION
        return change.reopen(line, has_box=item.kind == ACTION, is_mention=is_mention)

    def say(item: Item) -> str:
        what = "Not said yet" if item.kind == FEEDBACK else "Open again"
        return f"{what}: {item.text}"

    closed = [item for item in found if not item.is_open]
    for text in dict.fromkeys(item.text for item in found):
        if text not in {item.text for item in closed}:
            world.terminal.tell(f"Nothing to do, open already: {text}")
    touch(world, "reopen", closed, reopen, say, dry_run=dry_run, commit=not no_commit)
