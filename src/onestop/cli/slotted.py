"""The answer to the log's rotating prompt: each subject has its own form, and its own place."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import spoken
from onestop.formats.meeting import BLOCKS, OUTCOMES
from onestop.insight import slot as kinds
from onestop.insight import tags
from onestop.insight.slot import Slot
from onestop.insight.tags import DELEGATED_TAG
from onestop.model import alignment
from onestop.model.entry import Aside, Entry, Look, Said, Verdict
from onestop.model.feedback import TO_ME, Feedback
from onestop.model.person import Link
from onestop.render import words

BECAME = ("happy", "sad", "settled")
YES = ("y", "yes", "ja", "oui")


class Found(NamedTuple):
    """What an answer means: keys of the header, words for a section, a promise, or an aside."""

    header: Mapping[str, int | str] = {}
    bullet: tuple[str, str] | None = None
    action: Said | None = None
    aside: Aside | None = None
    became: str = ""


def add(entry: Entry, found: Found) -> Entry:
    """The entry with one answer more; an assumption is closed once, by the last word on it."""
    is_closed = isinstance(found.aside, Verdict)
    before = (a for a in entry.asides if not (is_closed and isinstance(a, Verdict)))
    return entry._replace(
        header={**entry.header, **found.header},
        bullets=(*entry.bullets, *([found.bullet] if found.bullet else [])),
        actions=(*entry.actions, *([found.action] if found.action else [])),
        asides=(*before, *([found.aside] if found.aside else [])),
    )


def understand(slot: Slot, said: str, world: World, owner: str = "") -> Found:
    """One answer; Usage says in which form it is wanted.

    `owner` is who takes over what is handed over, when the answer names nobody.
    """
    return _READ[slot.kind](_Answer(slot, said, world, owner))


class _Answer(NamedTuple):
    """What was typed, and to which question."""

    slot: Slot
    said: str
    world: World
    owner: str


def _seen(answer: _Answer) -> Found:
    """What was seen of a theme carries its tag, so that the arc of the theme can be followed."""
    if answer.said.lower().rstrip(".!") in YES:
        raise Usage("Say what you saw, in a few words.", hint="@name first when they named it.")
    theme = answer.slot.theme
    return Found(bullet=("Growth", _with_tag(answer.said, theme.id) if theme else answer.said))


def _check_in(answer: _Answer) -> Found:
    return Found(bullet=("Check-in", answer.said))


def _became(answer: _Answer) -> Found:
    return Found(became=_one_of(BECAME, answer.said))


def _outcome(answer: _Answer) -> Found:
    return Found(header={"outcome-met": _one_of(OUTCOMES, answer.said)})


def _block(answer: _Answer) -> Found:
    assert answer.slot.focus is not None
    return Found(header={f"block-{answer.slot.focus.id}": _one_of(BLOCKS, answer.said)})


def _worth(answer: _Answer) -> Found:
    return Found(header={"worth": _number(answer.said, 1, 5)})


def _talk(answer: _Answer) -> Found:
    return Found(header={"talk-share": _number(answer.said.removesuffix("%").rstrip(), 0, 100)})


def _handed_over(answer: _Answer) -> Found:
    """A promise of the person, unless the answer names somebody else, with its tag."""
    world = answer.world
    promise = spoken.promise(answer.said, world.today, world.notebook.known)
    text = _with_tag(promise.text, DELEGATED_TAG)
    return Found(action=Said(promise.owner or answer.owner, text, promise.due))


def _look(answer: _Answer) -> Found:
    from onestop.formats import okrs
    from onestop.insight import grades

    one = answer.slot.result
    assert one is not None
    has_number = one.result.target is not None
    look = okrs.checked(answer.said, answer.world.today, has_number=has_number)
    if look is None:
        raise Usage("Say the number, and how sure you are.", hint="For example: 41 6")
    begun = grades.begins(one.result, look.now)
    return Found(aside=Look(one.quarter.path, one.result.id, look, begun, one.tag))


def _tested(answer: _Answer) -> Found:
    assert answer.slot.assumption is not None
    word, _, note = answer.said.partition(" ")
    outcome = _one_of(alignment.OUTCOMES, word.rstrip(",:;"))
    return Found(aside=Verdict(answer.slot.assumption, outcome, note.strip()))


def _link(answer: _Answer) -> Found:
    skill, _, here = (part.strip() for part in answer.said.partition(":"))
    if not (skill and here):
        example = "selling an idea: demo to support every other week"
        raise Usage("Say the skill, and where it is trained.", hint=f"For example: {example}")
    return Found(aside=Link(answer.world.today, skill, here))


def _to_manager(answer: _Answer) -> Found:
    """Feedback; words that its file would read as marks are refused while one can say it again."""
    from onestop.formats import feedback

    told = Feedback(TO_ME, answer.said)
    feedback.written(told)
    return Found(aside=told)


_READ: dict[str, Callable[[_Answer], Found]] = {
    kinds.THEME: _seen,
    kinds.GROWTH: _seen,
    kinds.QUESTION: _seen,
    kinds.CHECK_IN: _check_in,
    kinds.UNCLEAR: _became,
    kinds.OUTCOME: _outcome,
    kinds.BLOCK: _block,
    kinds.WORTH: _worth,
    kinds.TALK: _talk,
    kinds.DELEGATED: _handed_over,
    kinds.RESULT: _look,
    kinds.ASSUMPTION: _tested,
    kinds.LINK: _link,
    kinds.TO_MANAGER: _to_manager,
}


def _with_tag(said: str, tag: str) -> str:
    return said if tag in tags.written(said) else f"{said} #{tag}"


def _one_of(allowed: tuple[str, ...], said: str) -> str:
    found = [word for word in allowed if word.startswith(said.lower())]
    if len(found) != 1:
        raise Usage(f'"{said}" should be {words.either(allowed)}.')
    return found[0]


def _number(said: str, low: int, high: int) -> int:
    number = int(said) if said.isascii() and said.isdigit() and len(said) < 4 else -1
    if not low <= number <= high:
        raise Usage(f'"{said}" should be a whole number from {low} to {high}.')
    return number
