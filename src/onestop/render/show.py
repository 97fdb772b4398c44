"""How one person looks on one page."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from onestop.insight import cadence, coverage
from onestop.insight.people import Entry
from onestop.insight.practice import SHOWN_LINES
from onestop.insight.show import View
from onestop.model.meeting import IMPROVEMENT, Meeting
from onestop.render import actions, indicators, people, subjects, words
from onestop.render.text import Cell, Page, Row, row

T = TypeVar("T")

_LABELS = 9
"""The width of the longest label, so that all parts of the page begin in one column."""


def draw(view: View) -> Page:
    """The page, each part absent when it has nothing to say."""
    page = list(_who(view))
    for part in _PARTS:
        page.extend(part(view))
    return page


def summary(meeting: Meeting) -> str:
    """A meeting in one line: its number, and the first word on what went well or badly."""
    if not meeting.held:
        why = f": {meeting.skipped}" if meeting.skipped else ""
        moved = f", moved to {meeting.moved_to.isoformat()}" if meeting.moved_to else ""
        return f"{meeting.state}{why}{moved}"
    said = [f"happiness {meeting.happiness}" if meeting.happiness else ""]
    said += [f"{m.face} {m.text}" for m in meeting.moments[:2]]
    said += [_win(b.text) for b in meeting.under("Wins")[:1]]
    said += [f"Decided: {b.text}" for b in meeting.under("Decisions")[:1]]
    return "  ".join(words.sentence(s) for s in said if s) or "held"


def _win(text: str) -> str:
    if text.lower().startswith(IMPROVEMENT):
        return f"Better: {text[len(IMPROVEMENT) :].strip()}"
    return f"Win: {text}"


def _who(view: View) -> Iterator[Row]:
    person = view.folder.person
    title = f", {person.title}" if person.title else ""
    yield row(Cell(f"{person.name}{title}", "name"))
    if view.folder.role:
        yield row(Cell(f"  {view.folder.role.question}", "question"))


def _clock(view: View) -> Iterator[Row]:
    person = view.folder.person
    met = {0: "not met yet", 1: "met once"}.get(view.held, f"met {view.held} times")
    yield _said("Rhythm", f"{people.rhythm(Entry(person, view.rhythm))}, {met}")
    if person.archived:
        since = f"since {words.long_day(person.archived_on)}" if person.archived_on else "yes"
        yield _said("Archived", since)
        return
    yield _said("Next", _next(view))
    if person.ambition:
        yield _said("Ambition", person.ambition)


def _next(view: View) -> str:
    """The next meeting's day, and what is odd about the clock."""
    clock = view.rhythm
    day = words.near_day(clock.next_on, view.today)
    if clock.status == cadence.AWAY and clock.away_until:
        return f"{day}, away until {words.near_day(clock.away_until, view.today)}"
    if clock.status in (cadence.LATE, cadence.GAP):
        return f"{day}, {clock.quiet_days} days since the last"
    return f"{day}, today" if clock.next_on == view.today else day


def _promises(view: View) -> Iterator[Row]:
    for label, promise in _labelled("Open", view.promises):
        yield row(
            label,
            Cell(actions.owner(promise), "name"),
            Cell(promise.item.text),
            Cell(actions.when(promise, view.today), "late" if promise.late_days else "quiet"),
            Cell(promise.item.id, "id"),
            grid="show",
            stretch=2,
        )


def _topics(view: View) -> Iterator[Row]:
    person = view.folder.person
    for label, topic in _labelled("Topics", view.topics):
        who = person.first_name if topic.owner == person.slug else "you"
        yield _item(label, Cell(who, "name"), topic.text, topic.id)


def _unclear(view: View) -> Iterator[Row]:
    for label, moment in _labelled("Still :-/", view.unclear):
        yield _item(label, Cell(""), moment.text, moment.id)


def _coverage(view: View) -> Iterator[Row]:
    """The five steps as counters, and the clocks of the subjects these two use."""
    found = view.coverage
    if found.meetings:
        steps = ", ".join(f"{_STEPS[name]} {count}" for name, count in found.steps)
        yield _said("Covered", f"{steps}  of the last {words.plural(found.meetings, 'meeting')}")
    if found.clocks:
        yield _said("Clocks", ", ".join(map(subjects.clock, found.clocks)))


_STEPS = {
    coverage.CHECK_IN: "check-in",
    coverage.WINS: "wins",
    coverage.CHALLENGES: "obstacles",
    coverage.GROWTH: "growth",
    coverage.ACT: "decisions and promises",
}


def _unsaid(view: View) -> Iterator[Row]:
    for label, feedback in _labelled("To tell", view.unsaid):
        yield _item(label, Cell(feedback.kind, "name"), feedback.text, feedback.id)


def _untested(view: View) -> Iterator[Row]:
    for label, belief in _labelled("Assumed", view.untested[:SHOWN_LINES]):
        yield _item(label, Cell(""), belief.text, belief.id)


def _indicators(view: View) -> Iterator[Row]:
    """Leads on the left, the lags they should move on the right."""
    pairs = [(_mood(view), _rating(view))]
    pairs += [
        (indicators.lead(one), indicators.lag(one, view.today)) for one in view.indicators.results
    ]
    pairs += [(indicators.block(area, kept), "") for area, kept in view.indicators.areas]
    pairs += [(indicators.seen(arc, view.today), "") for arc in view.indicators.arcs]
    pairs = [pair for pair in pairs if any(pair)]
    if any(lag for _, lag in pairs):
        titles = Cell("what moves first", "quiet"), Cell("Lags: what follows", "quiet")
        yield row(_label("Leads"), *titles, grid="leads", stretch=1)
    elif pairs:
        yield row(_label("Leads"), Cell("what moves first", "quiet"), grid="show", stretch=2)
    for lead, lag in pairs:
        # A lead that stands alone has the whole line, and makes no column too wide for the others.
        yield row(_label(""), lead, lag, grid="leads", stretch=2) if lag else _said("", lead)


def _mood(view: View) -> str:
    return indicators.mood(view.indicators.mood)


def _rating(view: View) -> str:
    rating = view.indicators.rating
    return indicators.rating(rating, view.folder.person, view.today) if rating else ""


def _meetings(view: View) -> Iterator[Row]:
    for label, meeting in _labelled("Meetings", view.meetings):
        yield _dated(label, words.past_day(meeting.date, view.today), summary(meeting))


def _private(view: View) -> Iterator[Row]:
    for label, remark in _labelled("Private", view.remarks[-SHOWN_LINES:]):
        day = words.past_day(remark.day, view.today) if remark.day else ""
        yield _dated(label, day, remark.text)


def _labelled(label: str, things: Iterable[T]) -> Iterator[tuple[Cell, T]]:
    for n, thing in enumerate(things):
        yield _label(label if n == 0 else ""), thing


def _label(text: str) -> Cell:
    return Cell(f"{text:<{_LABELS}}", "label")


def _item(label: Cell, who: Cell, text: str, ident: str) -> Row:
    return row(label, who, text, "", Cell(ident, "id"), grid="show", stretch=2)


def _dated(label: Cell, day: str, text: str) -> Row:
    return row(label, day, text, grid="show-days", stretch=2)


def _said(label: str, text: str) -> Row:
    return row(_label(label), text, grid="show", stretch=2)


_PARTS = (
    _clock, _coverage, _indicators, _promises, _topics, _unsaid, _unclear, _untested, _meetings,
    _private,
)  # fmt: skip
