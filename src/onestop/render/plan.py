"""How a development plan looks: focus areas, why, when, and their cards."""

from collections.abc import Iterator
from datetime import date

from onestop.insight import plan
from onestop.insight.plan import Kept, View
from onestop.model.plan import Card, FocusArea, TimeBlock
from onestop.render import words
from onestop.render.okrs import number
from onestop.render.text import Cell, Page, Row, row

_STATES = {"todo": "not begun"}


def draw(view: View) -> Page:
    """Each focus area with its reason, its time block and its cards."""
    slug = view.folder.person.slug
    page = [row(Cell(f"{view.folder.person.name}, development plan", "name"))]
    for focus, kept in view.areas:
        page += _focus(focus, kept, slug)
        page += [_card(card, view.today) for card in focus.cards]
    if plan.is_thin(view.folder.plan):
        more = f'One focus area: two or three make a plan.  one plan {slug} add "..."'
        page.append(row(Cell(more, "warn")))
    return page


def block(when: TimeBlock) -> str:
    """`Thu 13:00, 4 h`."""
    start = f" {when.start}" if when.start else ""
    return f"{words.WEEKDAYS[when.day]}{start}{_long(when)}"


def _long(when: TimeBlock) -> str:
    return f", {number(when.hours)} h" if when.hours else ""


def _focus(focus: FocusArea, kept: Kept, slug: str) -> Iterator[Row]:
    yield _row(Cell(focus.id, "id"), Cell(focus.title, "name"), _time(focus, kept))
    if focus.why_not_day_job:
        yield _line(f"not in the day job: {focus.why_not_day_job}")
    if focus.is_open and focus.block is None:
        yield _line(f"no time block yet: one plan {slug} block {focus.id} DAY HOURS", "warn")
    if not focus.cards:
        yield _line(f'no first step yet: one plan {slug} card {focus.id} "..."', "warn")


def _time(focus: FocusArea, kept: Kept) -> Cell:
    """When its block is, and how often it took place."""
    if not focus.is_open:
        return Cell("finished", "good")
    if focus.block is None:
        return Cell("")
    return Cell(f"{block(focus.block)}{share(kept)}")


def share(kept: Kept) -> str:
    """`, took place 3 of 4 times`; "" while it was never asked about."""
    done = kept.kept + kept.moved
    return f", took place {done} of {words.plural(kept.asked, 'time')}" if kept.asked else ""


def _card(card: Card, today: date) -> Row:
    state = _STATES.get(card.status, card.status)
    long = f" {words.ago((today - card.since).days)}" if card.since and state == "doing" else ""
    return _row(Cell(f"  {card.id}", "id"), Cell(card.title), Cell(f"{state}{long}", "quiet"))


def _line(said: str, style: str = "") -> Row:
    return row("", Cell(said, style), grid="plan", stretch=1)


def _row(*cells: Cell) -> Row:
    return row(*cells, grid="plan", stretch=1)
