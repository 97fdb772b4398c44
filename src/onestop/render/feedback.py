"""How feedback looks: what is still to be said, what the person said, what was said to them."""

from collections.abc import Iterator, Sequence
from datetime import date

from onestop.insight.feedback import Unsaid, View
from onestop.insight.practice import SHOWN_LINES
from onestop.model.feedback import Feedback
from onestop.render import words
from onestop.render.text import Cell, Page, Row, row

_DETAILS = ("situation", "behaviour", "impact")


def draw(view: View, *, everything: bool = False) -> Page:
    """What to tell comes first and whole; of the rest the newest, unless all is asked for."""
    person = view.folder.person
    page: Page = []
    for n, one in enumerate(view.unsaid):
        label = "" if n else f"Tell {person.first_name}"
        page += _lines(label, one.feedback, one.feedback.kind, _waits(one), view.today)
    for label, found in ((f"{person.first_name} told", view.heard), ("Said", view.said)):
        shown = found if everything else found[:SHOWN_LINES]
        for n, old in enumerate(shown):
            kind = "you" if found is view.heard else old.kind
            page += _lines("" if n else label, old, kind, _when_said(old, view.today), view.today)
        if more := len(found) - len(shown):
            page.append(row("", f"and {more} more: one feedback {person.slug} --all"))
    return page


def choice(found: Sequence[tuple[str, Unsaid]]) -> Page:
    """Unsaid feedback with whom to tell it, numbered, to choose from."""
    return [
        row(
            Cell(str(n)), Cell(name, "name"), one.feedback.kind, one.feedback.text,
            _waits(one), Cell(one.feedback.id, "id"), grid="said", stretch=3,
        )
        for n, (name, one) in enumerate(found, start=1)
    ]  # fmt: skip


def _lines(label: str, one: Feedback, kind: str, when: Cell, today: date) -> Iterator[Row]:
    """One piece of feedback, and what stands behind it, each on its line."""
    day = words.past_day(one.day, today) if one.day else ""
    yield _row(Cell(label, "label"), day, kind, one.text, when, Cell(one.id, "id"))
    for name in _DETAILS:
        if said := getattr(one, name):
            yield _row("", "", "", Cell(f"  {name}: {said}", "quiet"), "", "")


def _row(*cells: Cell | str) -> Row:
    return row(*cells, grid="feedback", stretch=3)


def _waits(one: Unsaid) -> Cell:
    days = f"{words.plural(one.days, 'day')} unsaid" if one.days else "unsaid"
    return Cell(days, "late" if one.is_loud else "quiet")


def _when_said(one: Feedback, today: date) -> Cell:
    return Cell(f"said {words.past_day(one.said, today)}" if one.said else "", "quiet")
