"""``one okr``: objectives and key results, of a person, of their team, or of your own."""

from typing import Annotated

import typer

from onestop.cli import complete, objectives, options, quarters, results
from onestop.cli.objectives import Flags
from onestop.cli.world import World
from onestop.errors import Usage

_VERBS = {
    "add": results.add,
    "result": results.result,
    "agree": results.agree,
    "milestone": results.milestone,
    "close": quarters.close,
}
_EVERYWHERE = ("team", "dry_run", "commit")
_TAKES = {
    "": ("quarter", "on"),
    "look": ("quarter", "on", "lead_now"),
    "add": ("quarter", "kind", "supports", "origin", "agreed"),
    "result": ("quarter", "start", "target", "lead", "milestone"),
    "agree": ("quarter", "on"),
    "milestone": ("quarter", "on"),
    "close": ("quarter", "carry", "drop", "done"),
}
_BELONGS = {
    "lead_now": "PERSON ID NUMBER", "on": "PERSON ID NUMBER", "kind": "PERSON add",
    "supports": "PERSON add", "origin": "PERSON add", "agreed": "PERSON add",
    "start": "PERSON result", "target": "PERSON result", "lead": "PERSON result",
    "milestone": "PERSON result", "carry": "PERSON close", "drop": "PERSON close",
    "done": "PERSON close",
}  # fmt: skip


def command(
    ctx: typer.Context,
    who: Annotated[
        str,
        typer.Argument(
            metavar="PERSON|team",
            help="Who; `team` is your own team.",
            autocompletion=complete.people_or_team,
        ),
    ],
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ID NUMBER CONFIDENCE]",
            help="Where a key result stands; or add TITLE, result OBJECTIVE TITLE, "
            "agree OBJECTIVE, milestone ID WORDS, close QUARTER.",
            autocompletion=complete.results,
            show_default=False,
        ),
    ] = None,
    lead_now: Annotated[
        str | None, typer.Option("--lead-now", metavar="N", help="The leading number now.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day of it, if not today.")
    ] = None,
    quarter: Annotated[
        str | None, typer.Option("--quarter", metavar="QUARTER", help="2026-Q4, or Q4.")
    ] = None,
    team: Annotated[bool, typer.Option("--team", help="Of the team that they manage.")] = False,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="add: committed or aspirational.")
    ] = None,
    supports: Annotated[
        str | None, typer.Option("--supports", metavar="TEXT", help="add: what it helps.")
    ] = None,
    origin: Annotated[
        str | None,
        typer.Option("--origin", metavar="WHO", help="add: team, manager or person proposed it."),
    ] = None,
    agreed: Annotated[
        str | None, typer.Option("--agreed", metavar="DATE", help="add: both said yes.")
    ] = None,
    start: Annotated[
        str | None, typer.Option("--start", metavar="N", help="result: the number it begins at.")
    ] = None,
    target: Annotated[
        str | None, typer.Option("--target", metavar="N", help="result: the number to reach.")
    ] = None,
    lead: Annotated[
        str | None, typer.Option("--lead", metavar="TEXT", help="result: what moves first.")
    ] = None,
    milestone: Annotated[
        list[str] | None,
        typer.Option("--milestone", metavar="TITLE=SHARE", help="result: a step, instead of N."),
    ] = None,
    carry: Annotated[
        list[str] | None,
        typer.Option("--carry", metavar="ID", help="close: goes on in the next quarter."),
    ] = None,
    drop: Annotated[
        list[str] | None, typer.Option("--drop", metavar="ID", help="close: is given up.")
    ] = None,
    done: Annotated[
        list[str] | None, typer.Option("--done", metavar="ID", help="close: is done.")
    ] = None,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    r"""Objectives and key results of a person or a team.

    \b
    one okr alice add "Nobody waits for an answer" --kind committed
    one okr alice result o1 "Open tickets at most 20" --start 55 --target 20
    one okr alice agree o1
    one okr alice kr1 41 6                  the number now, and a confidence from 0 to 10
    one okr alice milestone kr2 "Draft"     some words of a step that is done
    one okr alice close 2026-Q4
    """
    world, said = World.of(ctx), words or []
    flags = Flags(
        lead_now, on, quarter, team, kind, supports, origin, agreed, start, target, lead,
        milestone, carry, drop, done, dry_run, not no_commit,
    )  # fmt: skip
    verb = said[0] if said and said[0] in _VERBS else "look" if said else ""
    _only(verb, flags)
    found = objectives.homes(world, who, team=team, said=said)
    if quarter:
        name = objectives.quarter_named(world, quarter)
        found = [home._replace(asked=f"{home.asked} --quarter {name}") for home in found]
    if verb in _VERBS:
        _VERBS[verb](world, found[-1], said[1:], flags)
    elif said:
        results.look(world, found[-1], said, flags)
    else:
        quarters.show(world, found, flags)
        world.mention_problems()
        if world.terminal.asks and not quarter:
            quarters.walk(world, found, flags)


def _only(verb: str, flags: Flags) -> None:
    """Refuse a flag that this verb would not look at."""
    for name, value in flags._asdict().items():
        if value and name not in (*_EVERYWHERE, *_TAKES[verb]):
            flag = f"--{name.replace('_', '-')}"
            raise Usage(f"{flag} does not go here.", hint=f"It goes with: one okr {_BELONGS[name]}")
