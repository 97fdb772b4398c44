"""How a log asks and what it says afterwards."""

from collections.abc import Mapping, Sequence
from datetime import date

from onestop.insight import log
from onestop.insight.actions import ME, NOBODY, THEM
from onestop.insight.agenda import Numbered
from onestop.model.agenda import Pointer
from onestop.model.entry import Entry, Said
from onestop.model.person import Person
from onestop.render import agenda, words
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
            Cell(agenda.when(item, today) or ("topic" if item.topic else ""), "quiet"),
            grid="log",
            stretch=2,
        )
        for item in items
    ]


def prompts(person: Person, slot: log.Slot) -> dict[str, str]:
    """The eight questions, in their order, by the name of what they fill."""
    return {
        "closed": "Done, discussed (numbers, a = all)",
        "mood": "Happiness 1 sad 3 neutral 5 happy, and :-) :-( :-/",
        "wins": "Wins (better: ... for an improvement)",
        "challenges": "Biggest obstacle",
        "slot": slot_question(slot),
        "decisions": "Decided",
        "theirs": f"What will {person.first_name} do? (end with a day)",
        "mine": f"What will you do for {person.first_name}?",
    }


def slot_question(slot: log.Slot) -> str:
    """What the rotating prompt asks this time."""
    if slot.kind == log.UNCLEAR and slot.moment:
        return f':-/ "{slot.moment.text}": happy, sad or settled?'
    if slot.kind == log.QUESTION:
        return "Where did the role question show up?"
    if slot.kind == log.OUTCOME:
        return f'"{slot.outcome}": met, partly or missed?'
    return "Growth: what was stretched or learned?"


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
    """Whose it is: yours, the person's, somebody else's, or nobody's."""
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
