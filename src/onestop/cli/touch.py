"""One edit at the home lines of a few items: what done, drop, reopen, due and settle share."""

from collections.abc import Callable, Sequence

from onestop.cli.world import World
from onestop.insight.items import Item
from onestop.notebook import change

Edit = Callable[[Item, str], str]


def touch(
    world: World,
    verb: str,
    found: Sequence[Item],
    edit: Edit,
    say: Callable[[Item], str],
    *,
    dry_run: bool,
    commit: bool,
) -> None:
    """Edit each item's line, giving it an id where it has none; then say what became of it."""
    edits, name = world.notebook.edits(), world.namer()

    def at_home(item: Item) -> Callable[[str], str]:
        return lambda line: edit(item, change.named(line, item.id, name))

    for item in found:
        edits.line(item.path, item.line, item.raw, at_home(item))
    slugs = " ".join(dict.fromkeys(item.slug for item in found))
    if found and world.save(edits, f"{verb}: {slugs}", dry_run=dry_run, commit=commit):
        world.terminal.tell(*dict.fromkeys(map(say, found)))
        world.wrote(*edits.paths)


def still_open(world: World, found: Sequence[Item]) -> list[Item]:
    """The items that can be closed; of the others it is said that nothing is to do."""
    for item in found:
        if not item.is_open:
            world.terminal.tell(f"Nothing to do, closed already: {item.text}")
    return [item for item in found if item.is_open]
