"""``one find``: search the notes, with their headings."""

import shlex
from collections.abc import Iterator
from typing import Annotated

import typer

from onestop.cli import listing, meant, options
from onestop.cli.listing import Listing
from onestop.cli.world import World
from onestop.insight import finding
from onestop.notebook import layout
from onestop.render import find as render
from onestop.render import programs


def command(
    ctx: typer.Context,
    pattern: Annotated[
        str, typer.Argument(metavar="PATTERN", help="Words, or a regular expression.")
    ],
    who: options.MaybeWho = None,
    any_case: Annotated[
        bool, typer.Option("-i", "--ignore-case", help="Capitals do not count.")
    ] = False,
    whole: Annotated[
        bool, typer.Option("-W", "--section", help="The whole section of each hit.")
    ] = False,
    show_command: Annotated[
        bool, typer.Option("--show-command", help="Print the git line that does the same.")
    ] = False,
    json: options.Json = False,
    shape: options.Format = None,
) -> None:
    """Search the notes, with their headings."""
    world = World.of(ctx)
    one = meant.maybe_person(world, who)
    where = layout.person(one.slug).as_posix() if one else layout.PEOPLE
    if show_command:
        flags = f"-n{'i' if any_case else ''}{'W' if whole else 'p'}"
        world.terminal.data(f"git grep {flags} -e {shlex.quote(pattern)} -- {where}")
        return
    hits = list(
        finding.find(
            pattern, _texts(world, one.slug if one else None), any_case=any_case, whole=whole
        )
    )
    found = Listing(
        is_empty=not hits,
        nothing="Nothing found." if any_case else "Nothing found. Without regard to capitals: -i",
        table=lambda: render.draw(hits, world.here),
        document=lambda: programs.hits(hits, world.here),
        grep=lambda: render.grep(hits, world.here),
    )
    listing.show(world, found, json=json, shape=shape)
    world.mention_problems()


def _texts(world: World, slug: str | None) -> Iterator[tuple[str, str]]:
    book = world.notebook
    for folder in [slug] if slug else book.slugs:
        for sheet in book.sheets(folder):
            yield sheet.path, sheet.data.decode("utf-8", "replace")
