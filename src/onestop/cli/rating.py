"""The questions of a performance talk: each side's numbers, their facts, and how it closes.

No earlier number is shown here, and none of the other side before all are given.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import NamedTuple

from onestop.cli import meant
from onestop.cli.world import World
from onestop.errors import Interrupted, Usage
from onestop.formats import dates, days, ratings, spoken
from onestop.insight import performance
from onestop.model.entry import Said
from onestop.model.person import Person
from onestop.model.rating import MINE, NUMBERS, THEIRS, Rating, Score
from onestop.notebook import begun
from onestop.notebook.begun import Begun
from onestop.render import performance as render

Scores = tuple[tuple[str, Score], ...]


class Given(NamedTuple):
    """What the command line says, by the names of the numbers; None for what it leaves open."""

    numbers: Mapping[str, int | None]
    facts: Mapping[str, str | None]

    def any(self, names: Sequence[str] = NUMBERS) -> bool:
        """Whether it says something about one of these."""
        return any(self.numbers[n] is not None or self.facts[n] is not None for n in names)

    def on_top_of(self, begun: Begun) -> "Given":
        """The same, with what was begun where this leaves it open."""
        return Given(
            {n: begun.numbers.get(n) if said is None else said for n, said in self.numbers.items()},
            {n: begun.facts.get(n) if said is None else said for n, said in self.facts.items()},
        )

    def mine(self) -> Begun:
        """What there is of the manager's own side, to be kept while it is not finished."""
        numbers = {n: said for n in MINE if (said := self.numbers[n]) is not None}
        return Begun(numbers, {n: fact for n in MINE if (fact := self.facts[n]) is not None})

    def scores(self, names: Sequence[str]) -> Scores:
        """These numbers with their facts, once none of the numbers is open."""
        found = [(n, self.numbers[n], self.facts[n] or "") for n in names]
        return tuple((name, Score(number, fact)) for name, number, fact in found if number)


class Closing(NamedTuple):
    """How a talk ends: one area to improve, and a next step where a number asks for one."""

    improve: str = ""
    step: Said | None = None


def mine(
    world: World, person: Person, given: Given, names: Sequence[str], *, again: str, keep: bool
) -> Scores:
    """Numbers with the manager's own among them, which are kept closed as they come.

    When it stops, `again` goes on and asks what is missing.
    """
    root = world.notebook.root
    known = given.on_top_of(begun.get(root, person.slug))
    try:
        for after in asked(world, person, known, names):
            known = after
            if keep:
                begun.keep(root, person.slug, known.mine())
    except (KeyboardInterrupt, EOFError):
        is_kept = keep and known.any(MINE)
        hint = f"Kept closed: {again} goes on." if is_kept else "Nothing was kept."
        raise Interrupted("Stopped.", hint=hint) from None
    return known.scores(names)


@contextmanager
def stoppable(hint: str) -> Iterator[None]:
    """Ctrl-C keeps nothing here: half of what the other side says is not the manager's to keep."""
    try:
        yield
    except (KeyboardInterrupt, EOFError):
        raise Interrupted("Stopped.", hint=hint) from None


def asked(world: World, person: Person, given: Given, names: Sequence[str]) -> Iterator[Given]:
    """What is known after each answer about these numbers, and at last all of it.

    The person's own facts may be missing: not everybody sends one along.
    """
    _require(world, given, names)
    world.terminal.tell(*render.anchors())
    for name in names:
        if given.numbers[name] is None:
            number = meant.answer(world, render.question(name, person), _number)
            given = given._replace(numbers={**given.numbers, name: number})
            yield given
        elif given.facts[name] is None and world.terminal.asks:
            world.terminal.warn(render.rated(name, person))
        given = given._replace(facts={**given.facts, name: _fact(world, given, name)})
        yield given


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
        world.terminal.warn(render.turn(who, is_first=not numbers))
        for which, name in zip(("first", "second"), names, strict=True):
            prompt = render.question(name, person, manager)
            numbers[name] = _hidden(world, prompt, f"{who}'s {which} number")
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


def _hidden(world: World, prompt: str, what: str) -> int:
    """One number that nobody sees; not even a slip is repeated on the screen."""
    while True:
        said = world.terminal.secret(prompt)
        try:
            return _number(said)
        except Usage:
            world.terminal.warn(f"  {what} should be a whole number from 1 to 5. Once more:")


def _fact(world: World, given: Given, name: str) -> str:
    said = _given_fact(given, name)
    if said is None and world.terminal.asks:
        return _asked_fact(world, optional=name in THEIRS)
    return said or ""


def _given_fact(given: Given, name: str) -> str | None:
    said = given.facts[name]
    return None if said is None else spoken.one_line(said, f"--{name}-fact")


def _asked_fact(world: World, *, optional: bool) -> str:
    """What a number rests on; words that do not say when are asked for it, once."""
    understand = partial(_maybe if optional else _line, "The fact")
    fact = meant.answer(world, render.fact(optional=optional), understand)
    if not fact or ratings.is_dated(fact):
        return fact
    when = meant.answer(world, render.when(), partial(_when, world))
    return ratings.with_when(fact, when) if when else fact


def _when(world: World, said: str) -> str:
    """A day that has been, or a time that is none: `in nov`, `last week`."""
    if not said.strip() or ratings.is_span(said):
        return " ".join(said.split())
    return days.written(dates.past(said, world.today))


def _line(what: str, said: str) -> str:
    return spoken.one_line(said, what)


def _maybe(what: str, said: str) -> str:
    """One line, or nothing."""
    return spoken.one_line(said, what) if said.strip() else ""
