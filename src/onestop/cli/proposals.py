"""What a terminal asks about a new objective or key result, beside its title."""

from functools import partial

from onestop.cli import meant, objectives
from onestop.cli.objectives import Flags
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import okrs, spoken
from onestop.model.okr import KINDS, ORIGINS, Milestone

MEASURES = "--start 55 --target 20"
STEPS = '--milestone "Draft read by two=0.3" --milestone "Published=0.7"'

_TYPED = "steps (Draft=0.3, Published=0.7)"

Measure = tuple[float | None, float | None, tuple[Milestone, ...]]
"""Where a key result begins, its target, and its milestones; it has numbers or milestones."""


def objective(world: World, flags: Flags) -> Flags:
    """The flags of a new objective, those that were not given asked for; each can be skipped."""
    kind = flags.kind or meant.maybe(
        world, "Committed or aspirational", partial(_one_of, KINDS), ""
    )
    line = partial(spoken.one_line, what="What it supports")
    supports = flags.supports or meant.maybe(world, "What does it support", line, "")
    who = partial(_one_of, ORIGINS)
    origin = flags.origin or meant.maybe(world, "Whose idea: team, manager or person", who, "")
    day = partial(_day, world)
    agreed = flags.agreed or meant.maybe(world, "Agreed on which day", day, "")
    return flags._replace(kind=kind, supports=supports, origin=origin, agreed=agreed)


def lead(world: World, flags: Flags) -> Flags:
    """The flags of a new key result with what moves first, where a terminal asks."""
    if flags.lead or not world.terminal.asks:
        return flags
    line = partial(spoken.one_line, what="What moves first")
    return flags._replace(lead=meant.maybe(world, "What moves first, before the number", line, ""))


def measure(world: World, flags: Flags, asked: str) -> Measure:
    """Start, target and milestones; Usage for a key result that nobody could measure."""
    if flags.milestone and (flags.start or flags.target):
        raise Usage("A key result has numbers or milestones, not both.")
    if flags.milestone:
        return None, None, okrs.milestones(flags.milestone)
    if flags.target is None and world.terminal.asks:
        question = f"From which number to which (55 20), or {_TYPED} > "
        return meant.answer(world, question, okrs.gauge)
    if flags.target is None:
        hint = f"{asked} {MEASURES}\nor {STEPS}"
        raise Usage("A key result without a target cannot be measured.", hint=hint)
    if flags.start is None:
        hint = f"{asked} --start 0 --target {flags.target}"
        raise Usage("Where does it begin? The grade is the share of the way.", hint=hint)
    start, target = okrs.measured(flags.start, "--start"), okrs.measured(flags.target, "--target")
    return start, target, ()


def _one_of(allowed: tuple[str, ...], said: str) -> str:
    """One of some words, by its beginning."""
    found = [word for word in allowed if word.startswith(said.strip().lower())]
    if len(found) != 1:
        raise Usage(f'"{said.strip()}" should be {" or ".join(allowed)}.')
    return found[0]


def _day(world: World, said: str) -> str:
    """A day that can be understood; it is resolved again where it is written."""
    objectives.day(world, said)
    return said
