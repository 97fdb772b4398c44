"""What a log says when it is written."""

from collections.abc import Mapping, Sequence
from datetime import date

from onestop.insight.actions import ME
from onestop.insight.between import Numbered
from onestop.model.agenda import Pointer
from onestop.model.entry import Aside, Entry, Look, Said
from onestop.model.feedback import Feedback
from onestop.model.meeting import IMPROVEMENT
from onestop.model.person import Link, Person
from onestop.render import words
from onestop.render.text import Cell, Page, Row, row

_NOUNS = {
    "Check-in": "check-in",
    "Challenges": "obstacle",
    "Growth": "growth note",
    "Decisions": "decision",
    "Notes": "note",
}


def summary(entry: Entry, closed: int, settled: int, happiness_before: int | None, day: str) -> Row:
    """What was logged, in one line; `day` is named when it is not today."""
    sections = [section for section, _ in entry.bullets]
    wins = [text for section, text in entry.bullets if section == "Wins"]
    better = sum(text.lower().startswith(IMPROVEMENT) for text in wins)
    said = [
        f"{closed} closed" if closed else "",
        f"{settled} :-/ settled" if settled else "",
        words.plural(len(wins) - better, "win") if len(wins) > better else "",
        words.plural(better, "improvement") if better else "",
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


def still_untold(items: Sequence[Numbered]) -> Row | None:
    """Feedback that this meeting did not bring up."""
    waiting = [item.text for item in items if item.feedback]
    return row(f"Still to tell: {words.sentence('; '.join(waiting))}") if waiting else None


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


def _name(owner: str, person: Person) -> str:
    return person.first_name if owner == person.slug else owner or "nobody"


def _happiness(entry: Entry, before: int | None) -> str:
    now = entry.header.get("happiness")
    if now is None:
        return ""
    return f"happiness {now}" + (f" ({before} last time)" if before else "")
