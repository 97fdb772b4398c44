"""The eight prompts of a log: each skippable, each answer kept in a draft as it is given."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from onestop.cli.world import World
from onestop.errors import Interrupted, Usage
from onestop.render import prompts

V = TypeVar("V")
Answers = dict[str, list[str]]
Check = Callable[[str], object]

AGAIN, ENOUGH = "+", "."
_ONCE_MORE = f" {AGAIN}"

NOTHING = ("nothing", "none", "no", "-")
"""Answers that say that there is nothing to say (B3)."""


def hold(
    world: World,
    questions: Mapping[str, str],
    checks: Mapping[str, Check],
    answers: Answers,
    keep: Callable[[Answers], None],
    resume: str,
) -> Answers:
    """Ask what is still unanswered; `keep` is called after every answer.

    `+` after an answer, or alone at the next prompt, asks the same question once more.
    `resume` is the command that goes on after an interruption.
    """
    names = [name for name in questions if name not in answers]
    at = 0
    refused: list[str] = []
    try:
        while at < len(names):
            name = names[at]
            refused.clear()
            said = _ask(world, questions[name], checks.get(name), refused)
            if said == ENOUGH:
                break
            if said == AGAIN:
                at = max(0, at - 1)
                continue
            words = said.removesuffix(_ONCE_MORE).rstrip()
            words = "" if words.lower().rstrip(".") in NOTHING else words
            answers.setdefault(name, []).extend([words] if words else [])
            keep(answers)
            at += not said.endswith(_ONCE_MORE)
    except (KeyboardInterrupt, EOFError):
        raise Interrupted("Stopped.", hint=_left(answers, refused, resume)) from None
    return answers


def _left(answers: Answers, refused: Sequence[str], resume: str) -> str:
    """What is kept, and the last words that were not understood and so are not."""
    lost = f'Not kept, as it was not understood: "{refused[-1]}"' if refused else ""
    kept = f"What you typed is kept: {resume}" if any(answers.values()) else "Nothing is kept yet."
    return "\n".join(filter(None, (lost, kept)))


def _ask(world: World, question: str, check: Check | None, refused: list[str]) -> str:
    """One answer that can be understood; what cannot be is explained and asked for again.

    `refused` takes up what could not be understood.
    """
    while True:
        said = world.terminal.ask(prompts.prompt(question, world.terminal.out.width)).strip()
        if check is None or said.lower().rstrip(".") in ("", AGAIN, *NOTHING) or said == ENOUGH:
            return said
        try:
            check(said.removesuffix(_ONCE_MORE).rstrip())
        except Usage as error:
            refused.append(said)
            world.terminal.warn(f"  {error} {error.hint}".rstrip())
        else:
            return said
