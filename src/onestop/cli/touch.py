"""One edit at the home lines of a few items: what done, drop, reopen, due and settle share."""

from collections.abc import Callable, Sequence

from onestop.cli.world import World
from onestop.insight.items import Item
from onestop.notebook import change

Edit = Callable[[Item, str], str]


def touch(
    world: World, verb: str, found: Sequence[Item], edit: Edit, *, dry_run: bool, commit: bool
) -> bool:
    """Edit each item's line, giving it an id where it has none; whether anything was written."""
    edits, name = world.notebook.edits(), world.namer()

    def at_home(item: Item) -> Callable[[str], str]:
        return lambda line: edit(item, change.named(line, item.id, name))

    for item in found:
        edits.line(item.path, item.line, item.raw, at_home(item))
    if not found:
        return False
    slugs = " ".join(dict.fromkeys(item.slug for item in found))
    if not world.save(edits, f"{verb}: {slugs}", dry_run=dry_run, commit=commit):
        return False
    world.written = edits.paths
    return True
