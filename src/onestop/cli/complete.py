"""What the shell offers after a Tab: people, ids, tags, and the words that a command knows.

Nothing is offered where there is no notebook, or where it cannot be read.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import typer

from onestop.errors import OnestopError

if TYPE_CHECKING:
    from onestop.cli.world import World
    from onestop.model.folder import Folder

Offer = tuple[str, str]
"""A word, and what it stands for."""


def people(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Slugs, each with its name."""
    return _offered(ctx, incomplete, _slugs)


def people_or_team(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """The same, and the word for the manager's own team."""
    return _offered(ctx, incomplete, lambda world: [*_slugs(world), ("team", "your own team")])


def ids(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Ids of open items, each with its words."""
    return _offered(ctx, incomplete, _open_items)


def unsaid(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Ids of feedback that was not said yet, each with its words."""
    return _offered(ctx, incomplete, _unsaid)


def themes(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Tags of the person's growth themes."""
    return _of_person(ctx, incomplete, lambda f: [(one.id, one.title) for one in f.themes])


def cards(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Ids of key results, and of the cards of the plan."""
    return _of_person(ctx, incomplete, lambda f: [*_results(f), *_plan_cards(f)])


def results(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Ids of key results."""
    return _of_person(ctx, incomplete, _results)


def files(incomplete: str) -> list[Offer]:
    """Names of the files that `one edit` opens."""
    names = "role themes okrs team-okrs plan alignment feedback inbox private person rating last"
    return _beginning(((name, "") for name in names.split()), incomplete)


def subjects(incomplete: str) -> list[Offer]:
    """What two people may do without."""
    from onestop.model.person import SUBJECTS

    return _beginning(((name, "") for name in SUBJECTS), incomplete)


def purposes(ctx: typer.Context, incomplete: str) -> list[Offer]:
    """People, and what a meeting can be for."""
    from onestop.model.meeting import PURPOSES

    words = [(name, "") for name in PURPOSES]
    return _offered(ctx, incomplete, lambda world: [*_slugs(world), *words])


def _of_person(
    ctx: typer.Context, incomplete: str, read: Callable[["Folder"], Iterable[Offer]]
) -> list[Offer]:
    """What stands in the folder of the person who was typed before."""

    def find(world: "World") -> Iterable[Offer]:
        from onestop.cli import meant

        who = ctx.params.get("who")
        return read(world.notebook.folder(meant.person(world, who).slug)) if who else []

    return _offered(ctx, incomplete.removeprefix("#"), find)


def _offered(
    ctx: typer.Context, incomplete: str, find: Callable[["World"], Iterable[Offer]]
) -> list[Offer]:
    from onestop.cli.world import World

    try:
        return _beginning(find(ctx.find_root().obj or World.real()), incomplete)
    except OnestopError:
        return []


def _beginning(offers: Iterable[Offer], incomplete: str) -> list[Offer]:
    """Those whose word begins so."""
    return [offer for offer in offers if offer[0].lower().startswith(incomplete.lower())]


def _slugs(world: "World") -> list[Offer]:
    return [(person.slug, person.name) for person in world.notebook.people()]


def _open_items(world: "World") -> list[Offer]:
    from onestop.insight import actions

    book = world.notebook
    found = actions.view(book.promises(), book.settings, world.today).promises
    return [(promise.item.id, promise.item.text) for promise in found if promise.item.id]


def _unsaid(world: "World") -> list[Offer]:
    from onestop.insight.feedback import everybodys

    found = [one.feedback for _, one in everybodys(world.notebook.folders(), world.today)]
    return [(one.id, one.text) for one in found if one.id]


def _results(folder: "Folder") -> list[Offer]:
    own = [(one.id, one.title) for quarter in folder.okrs[-1:] for one in quarter.results]
    theirs = [quarter.results for quarter in folder.team_okrs[-1:]]
    return own + [(f"team-{one.id}", one.title) for results in theirs for one in results]


def _plan_cards(folder: "Folder") -> list[Offer]:
    return [(card.id, card.title) for area in folder.plan for card in area.cards]
