"""How a log asks: what is open, and its eight questions."""

from collections.abc import Mapping, Sequence
from datetime import date

from onestop.insight import slot as kinds
from onestop.insight.actions import ME, NOBODY, THEM
from onestop.insight.between import Numbered
from onestop.insight.slot import Slot
from onestop.model.person import Person
from onestop.render import words
from onestop.render.numbered import when
from onestop.render.text import Cell, Page, Row, row

_WIDE, _NARROW = 50, 38
"""How far questions are padded, so that answers line up: on a wide screen, and on 80 columns."""

KEYS = "Enter skips, + asks again, . ends here, Ctrl-C keeps what you typed."


def opening(person: Person, on: date, minutes: int, today: date) -> Row:
    """Whose log this is, and the keys."""
    return row(f"{person.first_name}, {words.near_day(on, today)}, {minutes} min. {KEYS}")


def listing(items: Sequence[Numbered], person: Person, today: date) -> Page:
    """What may have been done or discussed, with the numbers of the brief."""
    return [
        row(
            Cell(f"{item.number:>3}"),
            Cell(_side(item, person), "name"),
            Cell(item.text),
            Cell(when(item, today) or ("topic" if item.topic else ""), "quiet"),
            grid="log",
            stretch=2,
        )
        for item in items
    ]


def prompts(person: Person, slot: Slot) -> dict[str, str]:
    """The eight questions, in their order, by the name of what they fill."""
    return {
        "closed": "Done, discussed, told (numbers, a = all)",
        "mood": "Happiness 1 sad 3 neutral 5 happy, and :-) :-( :-/",
        "wins": "Wins (better: ... for an improvement)",
        "challenges": "Biggest obstacle",
        "slot": slot_question(slot, person),
        "decisions": "Decided",
        "theirs": f"What will {person.first_name} do? (end with a day)",
        "mine": f"What will you do for {person.first_name}?",
    }


def slot_question(slot: Slot, person: Person) -> str:
    """What the rotating prompt asks this time."""
    if slot.result and slot.result.result.target is None:
        return f"{_about(slot)}: confidence 0-10?"
    return _ASKS[slot.kind].format(about=_about(slot), name=person.first_name)


def _about(slot: Slot) -> str:
    """The words of what it is about, as somebody wrote them; "" when the question needs none."""
    titled = slot.theme or (slot.result and slot.result.result) or slot.focus
    worded = slot.assumption or slot.moment
    return titled.title if titled else worded.text if worded else slot.outcome or slot.ambition


_ASKS = {
    kinds.THEME: '"{about}": seen?',
    kinds.RESULT: "{about}: now, and confidence 0-10?",
    kinds.BLOCK: "Time for {about}: kept, missed or moved?",
    kinds.ASSUMPTION: '"{about}": held, wrong or corrected, and how?',
    kinds.UNCLEAR: ':-/ "{about}": happy, sad or settled?',
    kinds.OUTCOME: '"{about}": met, partly or missed?',
    kinds.LINK: '"{about}": which skill, where? (skill: where)',
    kinds.GROWTH: "Growth: what was stretched or learned?",
    kinds.QUESTION: "Where did the role question show up?",
    kinds.TO_MANAGER: "What did {name} say about how you manage?",
    kinds.DELEGATED: "What could {name} take over from you?",
    kinds.CHECK_IN: "How is {name}, apart from work?",
    kinds.WORTH: "How worthwhile was it for {name}, 1-5?",
    kinds.TALK: "How much of the talking did {name} do, in %?",
}


def prompt(question: str, width: int | None) -> str:
    """A question, padded so that the answers line up on a screen of this width."""
    return f"{_padded(question, width)} > "


def so_far(
    questions: Mapping[str, str], answers: Mapping[str, Sequence[str]], width: int | None
) -> Page:
    """The answers of an interrupted log, as they were typed; what was skipped is left out."""
    return [
        row(Cell(f"{_padded(question, width)} = {'; '.join(answers[name])}", "quiet"))
        for name, question in questions.items()
        if answers.get(name)
    ]


def _side(item: Numbered, person: Person) -> str:
    """Whose it is: yours, the person's, somebody else's, or nobody's; what is to be told."""
    if item.feedback:
        return "tell"
    owner = item.promise.item.owner if item.promise else ""
    names = {ME: "you", THEM: person.first_name, NOBODY: "nobody"}
    return names.get(item.side, owner)


def _padded(question: str, width: int | None) -> str:
    padding = _WIDE if width is None or width >= 2 * _WIDE else _NARROW
    return f"{question:<{padding}}"
