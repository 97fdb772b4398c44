"""Who, which item, which day and which words are meant; whatever has two readings is asked back."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from onestop.cli.world import World
from onestop.errors import Usage
from onestop.insight import cadence, names
from onestop.insight.items import ACTION, FEEDBACK, MOMENT, TOPIC, Item, copied, matching
from onestop.insight.items import items as every_item
from onestop.model.person import Person
from onestop.render.terminal import lines_of
from onestop.render.text import row

V = TypeVar("V")

SHOWN = 5
_KIND_WORDS = {ACTION: "an action", TOPIC: "a topic", MOMENT: "a :-/", FEEDBACK: "feedback"}
_SEE = {ACTION: "one actions", FEEDBACK: "one feedback PERSON"}


def person(world: World, said: str, *, archived: bool = False) -> Person:
    """The one person who is meant; Usage lists the candidates when it is not clear."""
    everybody = world.notebook.people(archived=True)
    found = names.match(said, [p for p in everybody if archived or not p.archived])
    if len(found) == 1:
        return found[0]
    if found:
        listed = table((p.slug, p.name) for p in found)
        raise Usage(f'"{said}" can be {len(found)} people.', hint=listed)
    gone = names.match(said, [p for p in everybody if p.archived])
    if gone:
        raise Usage(f"{gone[0].name} is archived.", hint=f"The history: one show {gone[0].slug}")
    if world.notebook.known(said) == world.notebook.settings.me:
        raise Usage(f'"{said}" is you.', hint="See: one people")
    raise _nobody(said, everybody)


def due_today(world: World, verb: str) -> Person:
    """The only one who is met today; Usage says who is, where that is not one."""
    book = world.notebook
    due = cadence.due_today(book.present(), book.settings, world.today)
    if len(due) == 1:
        return due[0]
    listed = f"Today: {', '.join(p.slug for p in due)}." if due else "Nobody is due today."
    raise Usage("Which one-on-one is meant?", hint=f"{listed} Say whose: one {verb} PERSON")


def maybe_person(world: World, said: str | None) -> Person | None:
    """The person who is meant, or None when nobody was named."""
    return None if said is None else person(world, said, archived=True)


def items(
    world: World, said: Iterable[str], kinds: Sequence[str], *, copies: bool = False
) -> list[Item]:
    """The items that are meant, each once; Usage lists the candidates where one is not clear.

    With `copies`, closed items and every line that carries the id, not its home alone.
    """
    book = world.notebook
    folders = book.folders(archived=True)
    every = every_item(folders)
    found: dict[tuple[str, int], Item] = {}
    for one in said:
        item = _item(one, every, kinds, closed=copies)
        same = copied(item, folders) if copies else [item]
        found.update({(i.path, i.line): i for i in same})
    return list(found.values())


def _item(said: str, every: Sequence[Item], kinds: Sequence[str], *, closed: bool) -> Item:
    found = matching(said, [i for i in every if i.kind in kinds], closed=closed)
    if len(found) == 1:
        return found[0]
    if found:
        raise Usage(f'"{said}" can be {len(found)} items.', hint=candidates(found))
    told = matching(said, [i for i in every if i.kind == FEEDBACK])
    if told and FEEDBACK not in kinds:
        raise Usage(f'"{said}" is feedback.', hint=f"Told by now? one said {told[0].id}".rstrip())
    *rest, last = [_KIND_WORDS[kind] for kind in kinds]
    what = f"{', '.join(rest)} or {last}" if rest else last
    see = next((_SEE[kind] for kind in kinds if kind in _SEE), "one show PERSON")
    raise Usage(f'"{said}" is neither the id nor the words of {what}.', hint=f"See: {see}")


def candidates(found: Sequence[Item]) -> str:
    """Items to choose from, one a line."""
    more = f"\nand {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    return table((i.id or "-", i.slug, i.text) for i in found[:SHOWN]) + more


def table(rows: Iterable[Sequence[str]]) -> str:
    """Candidates in columns, one a line."""
    return "\n".join(lines_of([row(*cells, grid="candidates") for cells in rows]))


def words(world: World, given: Sequence[str] | None, what: str, question: str) -> str:
    """One line of free text: the arguments, standard input for `-`, or an answer."""
    from onestop.formats import spoken

    text = " ".join(given or ())
    if not text:
        world.require_answers("the text")
        return answer(world, f"{question} > ", lambda said: spoken.one_line(said, what))
    if text == "-":
        text = world.terminal.read_all().rstrip("\r\n")
    return spoken.one_line(text, what)


def answer(world: World, question: str, understand: Callable[[str], V]) -> V:
    """What an answer means; one that cannot be understood is explained and asked for again."""
    while True:
        try:
            return understand(world.terminal.ask(question))
        except Usage as error:
            world.terminal.warn(f"  {error} {error.hint}".rstrip())


def maybe(world: World, question: str, understand: Callable[[str], V], unsaid: V) -> V:
    """An answer that may be skipped with Enter; then it is what is `unsaid`."""
    ask = f"{question} (Enter skips) > "
    return answer(world, ask, lambda said: understand(said) if said.strip() else unsaid)


def kept(world: World, what: str, now: str, understand: Callable[[str], V]) -> V | None:
    """What something shall be from now on, asked with what it is; None keeps it (Enter)."""
    ask = f"{what}{f' ({now})' if now else ''} > "
    return answer(world, ask, lambda said: understand(said.strip()) if said.strip() else None)


def planned_day(world: World, said: str, who: Person | None = None) -> date | None:
    """A day ahead; `next` is the next one-on-one with `who`."""
    following = None
    if who and said.strip().lower() == "next":
        folder = world.notebook.folder(who.slug)
        following = cadence.next_on(folder, world.notebook.settings, world.today)
    from onestop.formats import dates

    return dates.read(said, world.today, next_on=following)


def firm_day(world: World, said: str, who: Person | None = None) -> date:
    """A day ahead that cannot be `none`."""
    day = planned_day(world, said, who)
    if day is None:
        from onestop.formats import dates

        raise Usage("A day is needed here.", hint=dates.HINT)
    return day


def _nobody(said: str, everybody: Iterable[Person]) -> Usage:
    near = names.near(said, everybody)
    hint = (
        f"Did you mean {' or '.join(near)}?"
        if near
        else "See: one people     Add somebody: one add NAME"
    )
    return Usage(f'There is nobody called "{said}".', hint=hint)
