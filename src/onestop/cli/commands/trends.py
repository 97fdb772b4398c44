"""``one trends``: how it has been going, over time."""

from typing import Annotated

import typer

from onestop.cli import listing, meant, options
from onestop.cli.listing import Listing
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import dates
from onestop.insight import periods, trends
from onestop.insight.periods import Period
from onestop.insight.trends import View
from onestop.render import plots
from onestop.render import trends as render


def command(
    ctx: typer.Context,
    who: options.MaybeWho = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="The first day; 26 weeks back.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="The last day; today.")
    ] = None,
    plot: Annotated[
        str | None, typer.Option("--plot", metavar="FILE.svg", help="Draw it into a file.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Draw over a file that is none of ours.")
    ] = False,
    json: options.Json = False,
    shape: options.Format = None,
    dry_run: options.DryRun = False,
) -> None:
    """How it has been going, over time."""
    world = World.of(ctx)
    if plot and (json or shape):
        raise Usage("--plot writes a file of its own.", hint="Leave --json and --format out.")
    period = _period(world, since, until)
    view = _view(world, who, period)
    if plot and view.begins:
        _plot(world, view, plot, force=force, dry_run=dry_run)
    else:
        screen = world.terminal.out
        shown = Listing(
            is_empty=view.begins is None,
            nothing=render.nothing(view),
            table=lambda: render.draw(view, screen.width, plots.marks(screen.spell)),
            document=lambda: render.document(view),
        )
        listing.show(world, shown, json=json, shape=shape)
    world.mention_problems()


def _period(world: World, since: str | None, until: str | None) -> Period:
    last = dates.past(until, world.today) if until else world.today
    first = dates.past(since, world.today) if since else trends.since(last)
    return periods.between(first, last, world.today)


def _view(world: World, who: str | None, period: Period) -> View:
    book = world.notebook
    if who is None:
        starts = [(p.slug, trends.reads_from(p, period, whole=False)) for p in book.people()]
        folders = [book.lately(slug, start) for slug, start in starts]
        return trends.team(folders, book.settings, period, world.today)
    one = meant.person(world, who, archived=True)
    folder = book.lately(one.slug, trends.reads_from(one, period, whole=True))
    return trends.person(folder, book.settings, period, world.today)


def _plot(world: World, view: View, file: str, *, force: bool, dry_run: bool) -> None:
    """Draw the file anew, or for the first time."""
    from onestop.cli import handing
    from onestop.render import drawings

    path = handing.targets(world, {"--plot": file})["--plot"]
    if path.suffix.lower() != ".svg":
        raise Usage(f'--plot "{file}" should end in .svg.')
    if dry_run:
        world.terminal.tell(f"{file} would hold {drawings.said(view)}; nothing was written.")
        return
    handing.write(world, {path: drawings.draw(view)}, drawings.MARK, force=force)
    world.terminal.tell(f"Drawn: {drawings.said(view)}.")
    handing.name(world, [path])
