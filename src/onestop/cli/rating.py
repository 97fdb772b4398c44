"""The questions of a performance talk: each side's numbers, their facts, and how it closes.

No earlier number is shown here, and none of the other side before all are given.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from onestop.cli import meant
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import dates, ratings, spoken
from onestop.insight import performance
from onestop.model.entry import Said
from onestop.model.person import Person
from onestop.model.rating import MINE, NUMBERS, THEIRS, Rating, Score
from onestop.render import performance as render

Scores = tuple[tuple[str, Score], ...]


class Given(NamedTuple):
    """What the command line says, by the names of the numbers; None for what it leaves open."""

    numbers: Mapping[str, int | None]
    facts: Mapping[str, str | None]

    def any(self, names: Sequence[str] = NUMBERS) -> bool:
        """Whether it says something about one of these."""
        return any(self.numbers[n] is not None or self.facts[n] is not None for n in names)


class Closing(NamedTuple):
    """How a talk ends: one area to improve, and a next step where a number asks for one."""

    improve: str = ""
    step: Said | None = None


def scores(world: World, person: Person, given: Given, names: Sequence[str]) -> Scores:
    """These numbers with their facts, from flags or from answers.

    The person's own facts may be missing: not everybody sends one along.
    """
    _require(world, given, names)
    world.terminal.tell(*render.anchors())
    found = []
    for name in names:
        prompt = render.question(name, person)
        number = given.numbers[name] or meant.answer(world, prompt, _number)
        found.append((name, Score(number, _fact(world, given, name))))
    return tuple(found)


def together(world: World, person: Person) -> Scores:
    """All four numbers, each side's typed unseen by themselves; then the facts, which may be seen.

    A sentence typed blind is full of slips, and by then no number can change any more.
    """
    if not world.terminal.asks:
        raise Usage("--together needs a terminal at which both can type.")
    manager = world.notebook.settings.first_name
    turns = ((person.first_name, THEIRS), (manager, MINE))
    world.terminal.warn(*render.anchors())
    numbers: dict[str, int] = {}
    for who, names in turns:
        world.terminal.warn(f"{who} types; nothing shows.")
        for name in names:
            numbers[name] = _hidden(world, render.question(name, person, manager))
    facts: dict[str, str] = {}
    for who, names in turns:
        world.terminal.warn(f"All four are in. {who}'s facts:" if not facts else f"{who}'s facts:")
        for name in names:
            world.terminal.warn(f"  {render.rated(name, person, manager)}")
            facts[name] = _asked_fact(world, optional=False)
    return tuple((name, Score(numbers[name], facts[name])) for name in NUMBERS)


def closing(world: World, rating: Rating | None, improve: str | None, step: str | None) -> Closing:
    """How it ends, from flags or, with a `rating` that is new, from answers.

    Ctrl-C skips a question here: the numbers are in, and are not lost.
    """
    asks = rating is not None and world.terminal.asks
    with suppress(KeyboardInterrupt, EOFError):
        if asks and improve is None:
            improve = meant.answer(world, render.improve(), partial(_maybe, "The area to improve"))
        if rating and asks and step is None and performance.low(rating):
            step = meant.answer(world, render.next_step(), partial(_maybe, "The next step"))
    area = spoken.one_line(improve, "The area to improve") if improve else ""
    return Closing(area, _promise(world, step) if step else None)


def _promise(world: World, said: str) -> Said:
    text = spoken.one_line(said, "The next step")
    found = spoken.promise(text, world.today, world.notebook.known)
    return Said(found.owner, found.text, found.due)


def _require(world: World, given: Given, names: Sequence[str]) -> None:
    """Refuse a fact without words, and name every flag that is missing where nobody is asked."""
    for name in names:
        _given_fact(given, name)
    flags = [
        flag
        for name in names
        for flag, is_missing in (
            (f"--{name} N", given.numbers[name] is None),
            (f"--{name}-fact TEXT", given.facts[name] is None and name in MINE),
        )
        if is_missing
    ]
    if flags:
        world.require_answers(" ".join(flags))


def _number(said: str) -> int:
    if said.strip() in map(str, performance.ANCHORS):
        return int(said)
    raise Usage(f'"{said.strip()}" should be a whole number from 1 to 5.')


def _hidden(world: World, prompt: str) -> int:
    """One number that nobody sees; not even a slip is repeated on the screen."""
    while True:
        said = world.terminal.secret(prompt)
        try:
            return _number(said)
        except Usage:
            world.terminal.warn("  It should be a whole number from 1 to 5.")


def _fact(world: World, given: Given, name: str) -> str:
    said = _given_fact(given, name)
    if said is None and world.terminal.asks:
        return _asked_fact(world, optional=name in THEIRS)
    return said or ""


def _given_fact(given: Given, name: str) -> str | None:
    said = given.facts[name]
    return None if said is None else spoken.one_line(said, f"--{name}-fact")


def _asked_fact(world: World, *, optional: bool) -> str:
    """What a number rests on; an answer without a day is asked for it, once."""
    understand = partial(_maybe if optional else _line, "The fact")
    fact = meant.answer(world, render.fact(optional=optional), understand)
    if not fact or ratings.is_dated(fact):
        return fact
    day = meant.answer(
        world, render.when(), lambda said: dates.past(said, world.today) if said.strip() else None
    )
    return ratings.with_day(fact, day) if day else fact


def _line(what: str, said: str) -> str:
    return spoken.one_line(said, what)


def _maybe(what: str, said: str) -> str:
    """One line, or nothing."""
    return spoken.one_line(said, what) if said.strip() else ""
