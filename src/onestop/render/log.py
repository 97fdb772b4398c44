"""How a log asks and what it says afterwards."""

from collections.abc import Mapping, Sequence
from datetime import date

from onestop.insight import slot as kinds
from onestop.insight.actions import ME, NOBODY, THEM
from onestop.insight.between import Numbered
from onestop.insight.slot import Slot
from onestop.model.agenda import Pointer
from onestop.model.entry import Aside, Entry, Look, Said
from onestop.model.feedback import Feedback
from onestop.model.person import Link, Person
from onestop.render import words
from onestop.render.numbered import when
from onestop.render.text import Cell, Page, Row, row

_WIDE, _NARROW = 50, 38
"""How far questions are padded, so that answers line up: on a wide screen, and on 80 columns."""

_NOUNS = {
    "Check-in": "check-in",
    "Wins": "win",
    "Challenges": "obstacle",
    "Growth": "growth note",
    "Decisions": "decision",
    "Notes": "note",
}
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


def summary(entry: Entry, closed: int, happiness_before: int | None, day: str) -> Row:
    """What was logged, in one line; `day` is named when it is not today."""
    sections = [section for section, _ in entry.bullets]
    said = [
        f"{closed} closed" if closed else "",
        *(words.plural(sections.count(s), noun) for s, noun in _NOUNS.items() if s in sections),
        _happiness(entry, happiness_before),
    ]
    counts = ", ".join(s for s in said if s)
    faces = [f"{face} {text}" for face, text in entry.moments]
    line = "  ".join(words.sentence(s) for s in (counts, *faces) if s) or "held."
    return row(f"Logged{f' {day}' if day else ''}: {line}")


def beside(entry: Entry, person: Person) -> Page:
    """What was written beside the note, one line each."""
    return [row(_aside(said, person)) for said in entry.asides]


def _aside(said: Aside, person: Person) -> str:
    if isinstance(said, Feedback):
        return f"Feedback to you: {words.sentence(said.text)}"
    if isinstance(said, Look):
        return f"Checked in: #{said.tag}"
    if isinstance(said, Link):
        return f"Linked to {person.first_name}'s ambition: {said.skill}, in {said.here}"
    note = f": {said.note}" if said.note else ""
    return f"Assumption {said.outcome}{note}"


def discussed(topics: Sequence[Pointer]) -> Page:
    """The topics that leave the agenda with this log, by name: one may have to come back."""
    names = "; ".join(t.text for t in topics)
    return [row(f"Discussed: {words.sentence(names)}")] if topics else []


def still_owed(items: Sequence[Numbered], today: date) -> Row | None:
    """What the manager still owes, after this log."""
    mine = [agenda_words(i, today) for i in items if i.side == ME and i.promise]
    return row(f"You still owe: {'; '.join(mine)}.") if mine else None


def agenda_words(item: Numbered, today: date) -> str:
    """A promise and its day, in a sentence."""
    due = item.promise.item.due if item.promise else None
    ahead = words.near_day(due, today) if due and due >= today else words.due(due, today)
    return words.with_day(item.text, ahead)


def new_actions(
    actions: Sequence[Said], ids: Sequence[str], me: str, person: Person, today: date
) -> Page:
    """The new promises with their days and ids."""
    return [
        row(
            "New:" if n == 0 else "",
            Cell("you" if said.owner == me else _name(said.owner, person), "name"),
            said.text,
            words.near_day(said.due, today) if said.due else "no due date",
            Cell(ident, "id"),
            grid="new",
            stretch=2,
        )
        for n, (said, ident) in enumerate(zip(actions, ids, strict=True))
    ]


def changed(entry: Entry, before: Mapping[str, str]) -> Page:
    """Numbers that were replaced: old and new."""
    return [
        row(f"{key}: {before[key]} -> {value}")
        for key, value in entry.header.items()
        if key in before and before[key] != str(value)
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


def _name(owner: str, person: Person) -> str:
    return person.first_name if owner == person.slug else owner or "nobody"


def _happiness(entry: Entry, before: int | None) -> str:
    now = entry.header.get("happiness")
    if now is None:
        return ""
    return f"happiness {now}" + (f" ({before} last time)" if before else "")
