"""A list shown: a table for people, `path:line:text`, tabs or JSON for programs."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from onestop.cli.world import World
from onestop.errors import Usage
from onestop.render.text import Page

if TYPE_CHECKING:
    from onestop.render.programs import Document

FORMATS = ("table", "grep", "tsv")


class Listing(NamedTuple):
    """What can be shown, each drawn only when it is wanted; `nothing` is said of an empty list."""

    is_empty: bool
    nothing: str
    table: Callable[[], Page]
    document: "Callable[[], Document]"
    grep: Callable[[], str] | None = None


def show(world: World, listing: Listing, *, json: bool, shape: str | None) -> None:
    """Show a list in the shape that was asked for; a pipe gets `path:line:text` where it can."""
    allowed = [f for f in FORMATS if f != "grep" or listing.grep]
    if shape is not None and shape not in allowed:
        raise Usage(f'--format "{shape}" should be {", ".join(allowed)}.')
    for_people = world.terminal.out.is_terminal or listing.grep is None
    shape = shape or ("table" if for_people else "grep")
    if json or shape == "tsv":
        from onestop.render import programs

        document = listing.document()
        text = programs.as_json(document, world.today) if json else programs.as_tsv(document)
        world.terminal.data(text)
    elif listing.is_empty:
        world.terminal.tell(listing.nothing)
    elif shape == "table" or listing.grep is None:
        world.terminal.show(listing.table())
    else:
        world.terminal.data(listing.grep())
