"""How this morning looks."""

from collections.abc import Iterator

from onestop.insight.load import Load
from onestop.insight.practice import SHOWN_LINES, SPAN_LIMIT
from onestop.insight.today import Due, View
from onestop.model.person import Person
from onestop.render import words
from onestop.render.text import Cell, Page, Row, row

Line = tuple[str, str, str, str]


def draw(view: View) -> Page:
    """The morning, most urgent first; absent parts take no line."""
    if not view.people:
        return [row("Nobody yet.  Add your people: one add alice bo chen")]
    page = list(_due(view)) or [row(_nobody_today(view))]
    for part in (_reminders, _owed, _unlogged, _skipped, _quiet):
        page.extend(part(view))
    if not view.met:
        page.append(
            row('Something to raise? one topic PERSON "..."     The first meeting: one prep PERSON')
        )
    elif page and not view.due and len(page) == 1:
        page.append(row("Nothing is late."))
    return page


def _nobody_today(view: View) -> str:
    days = [f"{words.weekday(day)} {_names(people)}" for day, people in view.coming]
    coming = "   ".join(days) + "." if days else "Nobody in the coming week."
    load = "" if view.met else f"  {_load(view.load)}"
    return f"Nobody today.  {coming}{load}"


def _load(load: Load) -> str:
    time = words.hours(round(load.minutes)) or "0 min"
    if load.too_much_time:
        return f"{time} a week: more than a fifth of your week."
    if load.too_many_people:
        return f"{time} a week: {load.span} people are more than {SPAN_LIMIT} can be."
    return f"{time} a week: fine for {words.count(max(1, load.span))}."


def _due(view: View) -> Iterator[Row]:
    rows = [(d.person.slug, _due_words(d), "", f"one prep {d.person.slug}") for d in view.due]
    yield from _part("Today", rows, limit=len(rows))


def _due_words(due: Due) -> str:
    said = [
        "first one-on-one" if due.is_first else "",
        "back from leave" if due.back_from_leave else "",
        f"you owe {due.i_owe}" if due.i_owe else "",
        f"{due.person.first_name} brings {due.they_bring}" if due.they_bring else "",
        f"last time :-( {due.sad}" if due.sad else "",
    ]
    return ", ".join(s for s in said if s)


def _reminders(view: View) -> Iterator[Row]:
    yield from _part("Remember", [(p.slug, r.text, "", "") for p, r in view.reminders])


def _owed(view: View) -> Iterator[Row]:
    rows = [
        (p.slug, p.item.text, words.due(p.item.due, view.today), f"one done {p.item.id}")
        for p in view.owed
    ]
    yield from _part("You owe", rows, more="one actions --mine")


def _unlogged(view: View) -> Iterator[Row]:
    rows = [(p.slug, words.near_day(m.date, view.today), "", "one log") for p, m in view.unlogged]
    yield from _part("Not logged", rows, more="one log")


def _skipped(view: View) -> Iterator[Row]:
    rows = [
        (
            p.slug,
            f"{words.near_day(m.date, view.today)}{': ' + m.skipped if m.skipped else ''}",
            "",
            f"one prep {p.slug}",
        )
        for p, m in view.skipped
    ]
    yield from _part("Skipped", rows, more="one people")


def _quiet(view: View) -> Iterator[Row]:
    rows = [
        (
            q.person.slug,
            _silence(q.person, q.rhythm.quiet_days, met=bool(q.rhythm.last)),
            "",
            f"one prep {q.person.slug}",
        )
        for q in view.quiet
    ]
    yield from _part("Quiet", rows, more="one people")


def _silence(person: Person, days: int, *, met: bool) -> str:
    since = "since the last" if met else "and never met"
    return f"{words.plural(days, 'day')} {since}, {person.cadence.words}"


def _part(
    label: str, rows: list[Line], *, more: str = "", limit: int = SHOWN_LINES
) -> Iterator[Row]:
    for n, (who, text, when, command) in enumerate(rows[:limit]):
        yield row(
            Cell(label if n == 0 else "", "label"),
            Cell(who, "name"),
            Cell(text),
            Cell(when, "late" if "late" in when else "quiet"),
            Cell(command, "quiet"),
            grid="today",
            stretch=2,
        )
    if len(rows) > limit:
        yield row(Cell(""), Cell(f"and {len(rows) - limit} more: {more}", "quiet"), grid="today")


def _names(people: tuple[Person, ...]) -> str:
    return ", ".join(p.slug for p in people)
