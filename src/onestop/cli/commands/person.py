"""``one person``: who somebody is."""

from typing import Annotated

import typer

from onestop.cli import about, meant, options
from onestop.cli.world import World
from onestop.formats import dates, person, spoken
from onestop.notebook import layout
from onestop.render import person as render


def command(
    ctx: typer.Context,
    who: options.Who,
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", help="Their real name; the folder stays.")
    ] = "",
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help="Their role's title.")] = "",
    alias: Annotated[
        list[str] | None,
        typer.Option("--alias", metavar="WORD", help="Another name for them; may be repeated."),
    ] = None,
    manages: Annotated[
        bool | None,
        typer.Option("--manages/--no-manages", help="Whether they manage a team."),
    ] = None,
    relation: Annotated[
        str, typer.Option("--relation", "--as", metavar="WORD", help="report, peer, boss or skip.")
    ] = "",
    at: Annotated[
        str, typer.Option("--at", metavar="HH:MM", help="The hour you usually meet at.")
    ] = "",
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="In the role since.")
    ] = None,
    ask: Annotated[
        bool, typer.Option("--ask", help="Go through all of it; Enter leaves it as it is.")
    ] = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Who somebody is: name, title, aliases, hour."""
    world = World.of(ctx)
    one = meant.person(world, who, archived=True)
    given = (name, title, alias, manages is not None, relation, at, since)
    if not any(given) and not ask:
        world.terminal.show(render.draw(one, world.today))
        return
    after = one._replace(
        name=spoken.one_line(name, "The name") if name else one.name,
        title=spoken.one_line(title, "The title") if title else one.title,
        aliases=(*one.aliases, *about.aliases(world, alias or (), one.slug)),
        manages=one.manages if manages is None else manages,
        relation=about.relation("--relation", relation) if relation else one.relation,
        at=about.hour(at) if at else one.at,
        since=dates.past(since, world.today) if since else one.since,
    )
    if ask:
        after = about.walk(world, after)
    edits, path = world.notebook.edits(), layout.person_yaml(one.slug)
    edits.change(path, lambda text: person.put(text, after), first=person.first(one))
    if world.save(edits, f"person: {one.slug}", dry_run=dry_run, commit=not no_commit):
        world.terminal.tell(*render.draw(after, world.today))
        world.wrote(path)
