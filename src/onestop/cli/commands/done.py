"""``one done``: what is done, or was discussed."""

from collections.abc import Sequence

import typer

from onestop.cli import meant, options
from onestop.cli.touch import still_open, touch
from onestop.cli.world import World
from onestop.formats import spoken
from onestop.insight import actions
from onestop.insight.items import ACTION, TOPIC, Item
from onestop.model.action import State
from onestop.notebook import change
from onestop.render import actions as render
from onestop.render.text import Cell


def command(
    ctx: typer.Context,
    ids: options.Ids = None,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Tick off what is done, or was discussed."""
    world = World.of(ctx)
    found = meant.items(world, ids or _ask(world), (ACTION, TOPIC))

    def close(item: Item, line: str) -> str:
        if item.kind == TOPIC:
            return change.talk(line, world.today)
        return change.close(line, State.DONE, world.today)

    def say(item: Item) -> str:
        return f"{'Done' if item.kind == ACTION else 'Discussed'}: {item.text}"

    still = still_open(world, found)
    touch(world, "done", still, close, say, dry_run=dry_run, commit=not no_commit)


def _ask(world: World) -> Sequence[str]:
    """Show the open promises by number, and ask which of them are done."""
    view = actions.view(world.notebook.promises(), world.notebook.settings, world.today)
    world.require_answers("the ids: one done ID")
    if not view.promises:
        world.terminal.tell("Nothing is open.")
        return []
    rows = render.draw(view)
    world.terminal.warn(
        *(r._replace(cells=(Cell(str(n)), *r.cells), stretch=3) for n, r in enumerate(rows, 1))
    )
    question = "Done (numbers, a = all) > "
    chosen = meant.answer(world, question, lambda said: spoken.choice(said, len(rows)))
    return [p.item.id or p.item.text for p in (view.promises[n - 1] for n in chosen)]
