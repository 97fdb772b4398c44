"""What was typed, at prompts or as flags, turned into an entry: the one place where both meet."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import spoken
from onestop.formats.meeting import BLOCKS, OUTCOMES
from onestop.model.entry import Entry, Said
from onestop.model.meeting import Moment
from onestop.render import words

Answers = Mapping[str, Iterable[str]]

_SECTIONS = {
    "checkin": "Check-in", "wins": "Wins", "challenges": "Challenges", "growth": "Growth",
    "decisions": "Decisions", "notes": "Notes",
}  # fmt: skip


class Understood(NamedTuple):
    """An entry, the numbers of what was closed, and each open `:-/` with what it became."""

    entry: Entry
    closed: tuple[int, ...] = ()
    settled: tuple[tuple[Moment, str], ...] = ()


class Flags(NamedTuple):
    """What was given on the command line; None stands for a flag that was not given."""

    texts: Mapping[str, Sequence[str] | None]
    moments: Mapping[str, Sequence[str] | None]
    header: Mapping[str, int | str | None]

    @property
    def given(self) -> bool:
        """Whether any of it was given."""
        values = (*self.texts.values(), *self.moments.values())
        return any(values) or any(value is not None for value in self.header.values())


def from_flags(world: World, flags: Flags, before: Understood) -> Understood:
    """Everything that was given as flags, added to what an interrupted log had `before`."""
    entry = before.entry
    given = {key: value for key, value in flags.header.items() if value is not None}
    moments = [(face, line(one)) for face, texts in flags.moments.items() for one in texts or ()]
    actions = [promised(world, one, "") for one in flags.texts.get("actions") or ()]
    added = Entry(
        header={**entry.header, **given},
        bullets=(*entry.bullets, *bullets(flags.texts)),
        moments=(*entry.moments, *moments),
        actions=(*entry.actions, *actions),
    )
    return before._replace(entry=added)


def outcome(said: str | None) -> str | None:
    """`--outcome-met`; Usage for another word than those three."""
    if said is not None and said not in OUTCOMES:
        raise Usage(f'--outcome-met "{said}" should be {words.either(OUTCOMES)}.')
    return said


def blocks(said: Iterable[str]) -> dict[str, str]:
    """`--block fp=kept` as a key of the header."""
    from onestop.model.theme import is_tag

    found = {}
    for one in said:
        name, _, word = one.partition("=")
        if word not in BLOCKS or not is_tag(name):
            raise Usage(f'--block "{one}" should be like fp=kept, fp=missed or fp=moved.')
        found[f"block-{name}"] = word
    return found


def bullets(said: Mapping[str, Iterable[str] | None]) -> tuple[tuple[str, str], ...]:
    """Each text with the section it goes into, in the order of the conversation."""
    return tuple(
        (section, line(one)) for name, section in _SECTIONS.items() for one in said.get(name) or ()
    )


def line(said: str) -> str:
    """An answer as one line of words; Usage for what a note cannot hold."""
    return spoken.one_line(said, "The answer")


def promised(world: World, said: str, owner: str) -> Said:
    """A new action; a leading `@handle` overrules whose question it was."""
    text = spoken.one_line(said, "The action")
    promise = spoken.promise(text, world.today, world.notebook.known)
    return Said(promise.owner or owner, promise.text, promise.due)
