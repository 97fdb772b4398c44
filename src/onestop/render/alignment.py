"""How alignment looks: both sides beside each other, the team beneath, then what is believed."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import zip_longest

from onestop.insight.alignment import Comparison, View
from onestop.insight.practice import SHOWN_LINES
from onestop.model.alignment import Assumption, Expectation, Priorities
from onestop.render import words
from onestop.render.text import Cell, Page, Row, row

ALONE = " *"
"""Behind a priority that one side alone has."""

_LABELS = 10
"""The width of the longest label, so that all parts of the page begin in one column."""


def draw(view: View, *, everything: bool = False) -> Page:
    """The page, each part absent when it has nothing to say; of the tested the newest."""
    parts = (_priorities, _team, _expectations, _assumptions)
    page = [line for part in parts for line in part(view)]
    return [*page, *_tested(view, everything=everything)]


def compared(found: Comparison, name: str) -> str:
    """`Both: importer, search.  Only you: hiring.  Only Alice: mentoring.`."""
    parts = (
        ("Both", found.both),
        ("Only you", found.mine_only),
        (f"Only {name}", found.theirs_only),
    )
    return "  ".join(words.sentence(f"{who}: {', '.join(said)}") for who, said in parts if said)


def expectation(one: Expectation, name: str) -> Page:
    """One expectation, as the reply to having written it down."""
    lines = (row("", Cell(f"  {line}", "quiet")) for line in _success_and_words(one, name))
    return [row(Cell(one.id, "id"), one.expect), *lines]


def choice(found: Iterable[Expectation | Assumption]) -> Page:
    """Expectations or assumptions, numbered, to choose from."""
    return [
        row(str(n), _text(one), Cell(one.id, "id"), grid="beliefs", stretch=1)
        for n, one in enumerate(found, start=1)
    ]


def _priorities(view: View) -> Iterator[Row]:
    """Each side's three in a column, marked where the other side has no such words."""
    now, found = view.priorities, view.comparison
    if now is None:
        return
    name = view.folder.person.first_name
    yield _pair("Priorities", "", "you", name)
    for n, (mine, theirs) in enumerate(zip_longest(now.mine, now.theirs, fillvalue=""), start=1):
        is_mine, is_theirs = mine in found.mine_only, theirs in found.theirs_only
        yield _pair("", str(n), _marked(mine, alone=is_mine), _marked(theirs, alone=is_theirs))
    yield _said("", ", ".join(_about(view, now, name)))


def _about(view: View, now: Priorities, name: str) -> Iterator[str]:
    """What the marks mean, who is still to be asked, and how old it is."""
    if not (now.mine and now.theirs):
        yield f"{name} not asked yet" if now.mine else "yours still to come"
    elif view.comparison.mine_only or view.comparison.theirs_only:
        yield f"{ALONE.strip()} on one side only"
    yield f"written {_day(view, now.date)}"


def _team(view: View) -> Iterator[Row]:
    """What the team wants, and which priorities no word ties to it."""
    objectives = view.team.objectives if view.team else ()
    for n, objective in enumerate(objectives[:SHOWN_LINES]):
        yield _item("" if n else "The team", objective.id, objective.title)
        for result in objective.results:
            yield _item("", "", f"  {result.title}")
    if len(objectives) > SHOWN_LINES:
        yield _said("", f"and {len(objectives) - SHOWN_LINES} more: one okr team")
    if view.untied:
        yield _said("", f"No word in common with these: {', '.join(view.untied)}")


def _expectations(view: View) -> Iterator[Row]:
    for n, one in enumerate(view.expectations):
        yield _item("" if n else "Expected", one.id, one.expect)
        day = f" {_day(view, one.checked)}" if one.checked else ""
        for line in _success_and_words(one, f"{view.folder.person.first_name}{day}"):
            yield _item("", "", f"  {line}")


def _success_and_words(one: Expectation, who: str) -> Iterator[str]:
    """How both will know, and the person's own words."""
    if one.success:
        yield f"success: {one.success}"
    yield f'{who}: "{one.said_back}"' if one.said_back else "not said back, so an assumption"


def _assumptions(view: View) -> Iterator[Row]:
    for n, one in enumerate(view.assumptions):
        age = f"since {_day(view, one.since)}" if one.since else ""
        yield _item("" if n else "To test", one.id, one.text, age)


def _tested(view: View, *, everything: bool) -> Iterator[Row]:
    """What was asked, with what came of it, the newest first."""
    shown = view.tested if everything else view.tested[:SHOWN_LINES]
    for n, one in enumerate(shown):
        day = f" {_day(view, one.tested)}" if one.tested else ""
        yield _item("" if n else "Tested", one.id, one.text, f"{one.outcome}{day}")
        if one.note:
            yield _item("", "", f"  {one.note}")
    if more := len(view.tested) - len(shown):
        yield _said("", f"and {more} more: one align {view.folder.person.slug} --all")


def _pair(label: str, number: str, mine: str, theirs: str) -> Row:
    return row(_label(label), number, mine, theirs, grid="align-sides", stretch=3)


def _item(label: str, ident: str, text: str, when: str = "") -> Row:
    cells = (_label(label), Cell(ident, "id"), text, Cell(when, "quiet"))
    return row(*cells, grid="align", stretch=2)


def _said(label: str, text: str) -> Row:
    return row(_label(label), Cell(text, "quiet"))


def _label(text: str) -> Cell:
    return Cell(f"{text:<{_LABELS}}", "label")


def _marked(text: str, *, alone: bool) -> str:
    return f"{text}{ALONE}" if alone else text


def _day(view: View, day: date) -> str:
    return words.past_day(day, view.today)


def _text(one: Expectation | Assumption) -> str:
    return one.expect if isinstance(one, Expectation) else one.text
