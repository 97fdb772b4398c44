"""How a performance talk looks: the scale, the questions, and both views one above the other."""

from collections.abc import Iterator
from datetime import date

from onestop.insight.performance import ANCHORS, MANAGER, PERFORMANCE, SUBJECTS, gaps, one_higher
from onestop.model.person import Person
from onestop.model.rating import APART, MINE, REPORTED, THEIRS, TOGETHER, Rating
from onestop.render import words
from onestop.render.text import Cell, Page, Row, row

YOU = "you"
_WIDE = 46
"""How far questions are padded, so that the answers line up."""

_LABELS = {PERFORMANCE: "Performance", MANAGER: "As manager"}


def anchors() -> Page:
    """The whole scale: it stands on the screen whenever somebody rates."""
    return [
        row(f"  {number}", Cell(anchor.name, "name"), Cell(anchor.meaning, "quiet"), grid="anchors")
        for number, anchor in ANCHORS.items()
    ]


def question(name: str, person: Person, manager: str = YOU) -> str:
    """The prompt for one of the four numbers."""
    return _padded(rated(name, person, manager))


def rated(name: str, person: Person, manager: str = YOU) -> str:
    """`Alice's performance, as you see it`; `manager` is what to call the one who manages."""
    theirs = person.first_name
    whose = f"{theirs}'s performance" if name in SUBJECTS[PERFORMANCE] else _as(manager)
    who = manager if name in MINE else theirs
    return f"{whose}, as {who} {'see' if who == YOU else 'sees'} it"


def fact(*, optional: bool) -> str:
    """The prompt for what a number rests on."""
    return _padded(f"  What shows it? ({'Enter: not told' if optional else 'a day helps: 17 nov'})")


def when() -> str:
    """The prompt for the day of a fact that has none."""
    return _padded("  When was that? (Enter: no day)")


def turn(who: str, *, is_first: bool) -> str:
    """What both read before one of them types unseen; the first time also what comes later."""
    said = f"{who} types two numbers from 1 to 5; nothing shows on the screen."
    return f"{said} What shows them is asked when both are in." if is_first else said


def improve() -> str:
    """The prompt that closes the talk."""
    return _padded("One area to improve")


def next_step() -> str:
    """The prompt that a low number asks for."""
    return _padded("A 1 or 2 asks for a next step (@who what, day)")


def draw(rating: Rating, person: Person, today: date) -> Page:
    """One talk: who rated whom, on what facts, and where the two are far apart."""
    title = f"{person.name}, rated {words.near_day(rating.date, today)}"
    return [
        row(Cell(title, "name"), Cell(_way(rating, person), "quiet")),
        *(line for subject in SUBJECTS for line in _subject(subject, rating, person)),
        *([_line("Improve", rating.improve)] if rating.improve else []),
    ]


def _way(rating: Rating, person: Person) -> str:
    """How the numbers came together; what was only reported is weaker, and says so."""
    return {
        APART: "each apart, opened together",
        TOGETHER: "together, both unseen",
        REPORTED: f"{person.first_name}'s numbers as told to you, which is weaker",
    }[rating.way]


def _subject(subject: str, rating: Rating, person: Person) -> Iterator[Row]:
    label = _LABELS[subject]
    for name in SUBJECTS[subject]:
        score = rating.score(name)
        if score:
            who = person.first_name if name in THEIRS else YOU
            anchor = ANCHORS[score.number].name
            yield _cells(label, who, str(score.number), Cell(anchor))
            yield from [_cells("", "", "", Cell(score.fact, "quiet"))] if score.fact else []
            label = ""
    for gap in gaps(rating):
        if gap.subject == subject:
            yield _cells("", "", "", Cell(f"{words.count(gap.size)} apart", "warn"))
    if subject in one_higher(rating):
        yield _cells("", "", "", Cell("rating oneself one higher is normal", "quiet"))


def _cells(label: str, who: str, number: str, said: Cell) -> Row:
    return row(Cell(label, "label"), Cell(who, "name"), number, said, grid="rating")


def _line(label: str, text: str) -> Row:
    return row(Cell(label, "label"), text, grid="rating", stretch=3)


def _as(manager: str) -> str:
    return "You as manager" if manager == YOU else f"{manager} as manager"


def _padded(question: str) -> str:
    return f"{question:<{_WIDE}} > "
