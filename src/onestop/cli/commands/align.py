"""``one align``: priorities, expectations and assumptions of both sides."""

from typing import Annotated

import typer

from onestop.cli import beliefs, meant, options
from onestop.cli.beliefs import Table
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import alignment as file
from onestop.formats import dates, spoken
from onestop.insight import alignment, okrs
from onestop.insight.alignment import bare
from onestop.model.alignment import PRIORITIES, Priorities
from onestop.model.person import Person
from onestop.render import alignment as render

WAYS = ("priorities", "expect", "said-back", "assume", "test")


def command(
    ctx: typer.Context,
    who: options.Who,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHAT] [TEXT]",
            help="priorities, expect TEXT, said-back ID TEXT, assume TEXT, "
            "or test ID held|wrong|corrected [NOTE]; without it all is shown.",
            show_default=False,
        ),
    ] = None,
    mine: Annotated[
        str | None, typer.Option("--mine", metavar="A,B,C", help="Your top three, with commas.")
    ] = None,
    theirs: Annotated[
        str | None,
        typer.Option("--theirs", metavar="A,B,C", help="Their top three, in their words."),
    ] = None,
    success: Annotated[
        str, typer.Option("--success", metavar="TEXT", help="How both will know that it is met.")
    ] = "",
    said_back: Annotated[
        str, typer.Option("--said-back", metavar="TEXT", help="The expectation in their own words.")
    ] = "",
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day on which it was said.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Show all that was tested, not the newest alone.")
    ] = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Priorities, expectations and assumptions of both sides."""
    world = World.of(ctx)
    one = meant.person(world, who, archived=not words)
    what, *rest = words or [""]
    if not words and mine is None and theirs is None:
        _show(world, one, everything=everything)
        return
    day = dates.past(on, world.today) if on else world.today
    found = world.notebook.folder(one.slug).alignment
    table = Table(world, one, found, day, dry_run, not no_commit)
    if what in ("", "priorities"):
        _priorities(table, mine, theirs)
    elif what == "expect":
        beliefs.expect(table, rest, success, said_back)
    elif what in _VERBS:
        _VERBS[what](table, rest)
    else:
        raise Usage(f'"{what}" should be {", ".join(WAYS[:-1])} or {WAYS[-1]}.')


_VERBS = {"said-back": beliefs.say_back, "assume": beliefs.assume, "test": beliefs.test}


def _show(world: World, one: Person, *, everything: bool) -> None:
    """All of it, and what would be the next thing to ask."""
    book = world.notebook
    team = okrs.current(book.team, world.today)
    view = alignment.view(book.folder(one.slug), team, world.today)
    if not view.folder.alignment.is_used:
        world.terminal.tell(
            f"Nothing yet. Ask what comes first for them: one align {one.slug} priorities"
        )
        return
    world.terminal.show(render.draw(view, everything=everything))
    if view.is_due:
        world.terminal.tell(f"Time to ask both sides again: one align {one.slug} priorities")
    world.mention_problems()


def _priorities(table: Table, mine: str | None, theirs: str | None) -> None:
    """Each side's top three, written apart: the person's first, so that mine colour nothing."""
    world, name = table.world, table.one.first_name
    if mine is None and theirs is None:
        world.require_answers("--mine A,B,C and --theirs A,B,C")
        world.terminal.tell(f"Written apart, so {name}'s come before yours. Enter skips a side.")
        asked = f"{name}'s top {PRIORITIES}, with commas > "
        said = meant.answer(world, asked, _three)
        yours = meant.answer(world, f"Your top {PRIORITIES} for {name} > ", _three)
    else:
        said, yours = _three(theirs or ""), _three(mine or "")
    new = Priorities(table.on, yours, said)
    if not (said or yours):
        world.terminal.tell("Nothing to do.")
        return
    table.save(lambda text: file.set_priorities(text, new), _compared(table, new))


def _three(said: str) -> tuple[str, ...]:
    """Up to three priorities; a fourth is refused, for then nothing comes first."""
    found: dict[str, str] = {}
    for one in filter(str.strip, said.split(",")):
        found.setdefault(bare(one), spoken.one_line(one, "A priority"))
    if len(found) > PRIORITIES:
        raise Usage(
            f"These are {len(found)} priorities, and {PRIORITIES} is the limit.",
            hint=f"Which {PRIORITIES} would stay if the others had to wait?",
        )
    return tuple(found.values())


def _compared(table: Table, new: Priorities) -> str:
    """Where the two differ, once both have said theirs; else whose are still to come."""
    name, now = table.one.first_name, alignment.after(table.found, new)
    if now.mine and now.theirs:
        return render.compared(alignment.compare(now), name)
    whose, flag = ("Yours", "--mine") if now.theirs else (f"{name}'s", "--theirs")
    return f"{whose} are still to come: one align {table.one.slug} priorities {flag} A,B,C"
