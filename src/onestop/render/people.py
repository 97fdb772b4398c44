"""How everybody looks at a glance."""

from datetime import date

from onestop.insight import cadence
from onestop.insight.people import Entry, View
from onestop.render import words
from onestop.render.text import Cell, Page, Row, row

_STATUS = {
    cadence.NEW: ("new", "quiet"),
    cadence.FINE: ("", ""),
    cadence.TODAY: ("today", "good"),
    cadence.LATE: ("late", "warn"),
    cadence.GAP: ("gap", "late"),
    cadence.AWAY: ("away", "quiet"),
}


def draw(view: View) -> Page:
    """One line each: folder, name, rhythm, last and next meeting."""
    return [_row(entry, view.today) for entry in view.entries]


def rhythm(entry: Entry) -> str:
    """`weekly, 30 min`, with the relation where it is not the usual one."""
    person = entry.person
    relation = f"{person.relation}, " if person.relation != "report" else ""
    return relation + words.rhythm(person.cadence, None, person.minutes)


def status(entry: Entry) -> str:
    """The state of their clock in one word."""
    return "archived" if entry.person.archived else _STATUS[entry.rhythm.status][0]


def _row(entry: Entry, today: date) -> Row:
    clock = entry.rhythm
    last = f"last {words.past_day(clock.last.date, today)}" if clock.last else "not met yet"
    following = "" if entry.person.archived else f"next {words.near_day(clock.next_on, today)}"
    return row(
        Cell(entry.person.slug, "name"),
        Cell(entry.person.name),
        Cell(rhythm(entry), "quiet"),
        Cell(last),
        Cell(following),
        Cell(status(entry), _STATUS[clock.status][1]),
        grid="people",
        stretch=1,
    )
