"""What the shell offers after a Tab: people and the ids of open items."""

from collections.abc import Iterator

import typer

from onestop.errors import OnestopError


def people(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Slugs that begin so, each with its name."""
    return [(slug, name) for slug, name in _people(ctx) if slug.startswith(incomplete.lower())]


def ids(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Ids of open items that begin so, each with its words."""
    return [(i, text) for i, text in _open_items(ctx) if i.startswith(incomplete.lower())]


def _people(ctx: typer.Context) -> Iterator[tuple[str, str]]:
    from onestop.cli.world import World

    try:
        for person in (ctx.find_root().obj or World.real()).notebook.people():
            yield person.slug, person.name
    except OnestopError:
        return


def _open_items(ctx: typer.Context) -> Iterator[tuple[str, str]]:
    from onestop.cli.world import World
    from onestop.insight import actions

    try:
        world = ctx.find_root().obj or World.real()
        book = world.notebook
        for promise in actions.view(book.promises(), book.settings, world.today).promises:
            if promise.item.id:
                yield promise.item.id, promise.item.text
    except OnestopError:
        return
