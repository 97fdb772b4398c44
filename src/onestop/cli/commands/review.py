"""``one review``: a period in one document, every line with its source."""

from typing import Annotated

import typer

from onestop.cli import handing, meant, options, reviewing
from onestop.cli.world import World
from onestop.insight import feedback
from onestop.insight.practice import SHOWN_LINES
from onestop.insight.review import DELICATE, Review, without
from onestop.model.folder import Folder
from onestop.notebook import shelf
from onestop.render import document as pages
from onestop.render import markdown
from onestop.render import review as render
from onestop.render.document import Document
from onestop.render.terminal import lines_of
from onestop.render.text import BLANK


def command(
    ctx: typer.Context,
    who: options.Who,
    period: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PERIOD]",
            help="2026, Q4, 2026-Q4, 2026-11, last-year, last-quarter; else this year so far.",
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="The first day.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="The last day; else today.")
    ] = None,
    html_file: Annotated[
        str | None, typer.Option("--html", metavar="FILE", help="Write one page to print.")
    ] = None,
    out: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write it as Markdown.")
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Without file and line, to paste.")
    ] = False,
    less: Annotated[
        str,
        typer.Option(
            "--without",
            metavar="PARTS",
            help=f"Leave out some of: {', '.join(DELICATE)}.",
            show_default=False,
        ),
    ] = "",
    every: Annotated[
        bool, typer.Option("--all", help="Every line, however many a month has.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is no review.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("-n", "--dry-run", help="Show what would leave, and write nothing.")
    ] = False,
) -> None:
    """A period in one document, every line with its source."""
    world = World.of(ctx)
    one = meant.person(world, who, archived=True)
    span = reviewing.period(world, period, since, until)
    wanted = handing.targets(world, {"--html": html_file, "-o": out})
    folder = world.notebook.since(one.slug, span.since)
    view = without(reviewing.gather(world, folder, span), reviewing.spared(less))
    drawn = render.draw(view, None if every else SHOWN_LINES)
    if view.is_empty:
        _begin(world, view)
    elif wanted and not dry_run:
        texts = reviewing.texts(world, drawn, wanted, shelf.page_frame("review"), places=not plain)
        handing.write(world, texts, reviewing.MARK, force=force)
        _say_what_leaves(world, folder, view, drawn)
        handing.name(world, texts)
    elif plain or wanted:
        _print_out(world, markdown.draw(drawn, None if plain else world.here, escaped=False))
        _say_what_leaves(world, folder, view, drawn)
    elif world.terminal.out.is_terminal:
        _show(world, folder, view, drawn)
    else:
        _print_out(world, "\n".join(lines_of(pages.screen(drawn, world.here, None))))
        world.terminal.tell(render.left_out(one, len(feedback.unsaid(folder, world.today))))
    world.mention_problems()


def _print_out(world: World, text: str) -> None:
    """What others may come to read is looked through here, too."""
    handing.look_through(world, [text])
    world.terminal.data(text.rstrip("\n"))


def _begin(world: World, view: Review) -> None:
    slug = view.person.slug
    world.terminal.tell(
        f"Nothing was noted with {view.person.first_name} from {render.span(view)}.",
        f'Begin: one log {slug}     or: one praise {slug} "..."',
    )


def _show(world: World, folder: Folder, view: Review, drawn: Document) -> None:
    """On the manager's own screen, with what is not said yet."""
    width = world.terminal.out.width
    page = pages.screen(drawn, world.here, width)
    if waiting := feedback.unsaid(folder, world.today):
        page += [BLANK, *pages.section(render.unsaid(waiting, view), world.here, width)]
    world.terminal.show(page)


def _say_what_leaves(world: World, folder: Folder, view: Review, drawn: Document) -> None:
    """What somebody else will read, and what they will not."""
    slug = folder.person.slug
    others = [p.first_name for p in world.notebook.people(archived=True) if p.slug != slug]
    text = markdown.draw(drawn, None, escaped=False)
    told = render.leaving(text, view, others, len(feedback.unsaid(folder, world.today)))
    world.terminal.tell(*told)
