"""``one feedback``: what went well, what should change, and what they said to the manager."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

import typer

from onestop.cli import meant, noting, options
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import dates, spoken
from onestop.insight import feedback
from onestop.model.feedback import FIX, GOOD, KINDS, TO_ME, Feedback
from onestop.model.person import Person
from onestop.render import feedback as render

_DETAILS = ("situation", "behaviour", "impact")
_QUESTIONS = {
    GOOD: "What did {} do well",
    FIX: "What should {} change",
    TO_ME: "What did {} tell you",
}


def command(
    ctx: typer.Context,
    who: options.Who,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[good|fix|to-me] [TEXT]",
            help="What went well, what to change, or what they said to you, and the words of it.",
            show_default=False,
        ),
    ] = None,
    said: Annotated[bool, typer.Option("--said", help="You have told them.")] = False,
    situation: Annotated[
        str, typer.Option("--situation", metavar="TEXT", help="When and where it was.")
    ] = "",
    behaviour: Annotated[
        str,
        typer.Option("--behaviour", "--behavior", metavar="TEXT", help="What could be seen."),
    ] = "",
    impact: Annotated[str, typer.Option("--impact", metavar="TEXT", help="What it led to.")] = "",
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="The day it happened.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Show older ones, too.")] = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Write feedback down while it is fresh."""
    world = World.of(ctx)
    one = meant.person(world, who, archived=not words)
    if not words:
        _show(world, one, everything=everything)
        return
    kind, rest = _kind(world, one, words)
    if said and kind == TO_ME:
        raise Usage("--said is for what you tell them; to-me was said to you.")
    day = dates.past(on, world.today) if on else world.today
    details = [situation, behaviour, impact]
    text = meant.words(world, rest, "The feedback", _QUESTIONS[kind].format(one.first_name))
    if not rest and not any(details) and kind != TO_ME:
        details = _ask_details(world)
    about, did, led_to = map(_one_line, _DETAILS, details)
    new = Feedback(
        kind, text, day, day if said else None, situation=about, behaviour=did, impact=led_to
    )
    noting.note(world, one, new, dry_run=dry_run, commit=not no_commit)


def _kind(world: World, one: Person, words: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Which kind it is, and the words behind it; a terminal asks for a kind that is missing."""
    said = words[0].lower().rstrip(":")
    if said == "up":
        raise Usage(
            "Feedback to you is called to-me.", hint=f'Write: one feedback {one.slug} to-me "..."'
        )
    if said in KINDS:
        return said, words[1:]
    if not world.terminal.asks:
        raise Usage(
            f'"{words[0]}" is neither good, fix nor to-me.',
            hint=f'Write: one feedback {one.slug} good "..."; fix for what to change, '
            "to-me for what they said to you.",
        )
    return meant.answer(world, "Is it good, fix or to-me? > ", _known), words


def _known(said: str) -> str:
    """The kind that an answer means, by its beginning."""
    found = [kind for kind in KINDS if said.strip() and kind.startswith(said.strip().lower())]
    if not found:
        raise Usage("Good went well, fix should change, to-me is what they said to you.")
    return found[0]


def _ask_details(world: World) -> list[str]:
    """What makes feedback easier to hear, each answer optional."""
    world.terminal.tell("Enter skips.")
    return [
        meant.answer(world, f"{name.capitalize()} > ", partial(_one_line, name))
        for name in _DETAILS
    ]


def _one_line(name: str, said: str) -> str:
    """A detail, or nothing; it stands between brackets in the file, and can hold none."""
    if set("[]()") & set(said):
        raise Usage(f"The {name} holds a bracket.", hint="Say it without.")
    return spoken.one_line(said, f"The {name}") if said.strip() else ""


def _show(world: World, one: Person, *, everything: bool) -> None:
    view = feedback.view(world.notebook.folder(one.slug), world.today)
    world.terminal.show(render.draw(view, everything=everything))
    if not view.folder.feedback:
        world.terminal.tell(f'Nothing yet. Saw something good? one praise {one.slug} "..."')
    elif view.unsaid:
        ident = next((waiting.feedback.id for waiting in view.unsaid if waiting.feedback.id), "")
        world.terminal.tell(f"Told by now? one said {ident}".rstrip())
    world.mention_problems()
