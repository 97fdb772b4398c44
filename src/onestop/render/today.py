"""How this morning looks."""

from collections.abc import Iterator
from typing import NamedTuple

from onestop.insight.load import Load
from onestop.insight.morning import Due, Quiet, View
from onestop.insight.practice import SHOWN_LINES, SPAN_LIMIT, UNSAID_DAYS
from onestop.model.person import Person
from onestop.render import habits, words
from onestop.render.text import Cell, Page, Row, row


class _Line(NamedTuple):
    """Whom it is about, what there is to know, and what to type."""

    who: str
    text: str
    command: str
    style: str = ""


def draw(view: View) -> Page:
    """The morning, most urgent first, and one next habit; absent parts take no line."""
    return [*_morning(view), *_next(view)]


def week(view: View) -> Page:
    """The morning, the days to come, and what the manager hears from everybody."""
    days = [
        _Line(words.weekday(day), ", ".join(p.slug for p in people), "")
        for day, people in view.coming
    ]
    heard = [
        _Line(p.slug, f"{m.face} {m.text}, {words.past_day(day, view.today)}", "")
        for p, day, m in view.heard
    ]
    coming = _part("Coming", days if view.due else [], limit=len(days))
    rest = [f'and {view.unheard} more: one find ":-("'] if view.unheard else []
    said = [
        *_part("I hear", heard, limit=len(heard)),
        *(row("", Cell(more, "quiet"), grid="today") for more in rest),
    ]
    return [*_morning(view), *coming, *said, *_next(view)]


def _morning(view: View) -> Page:
    if not view.people:
        return [row('Nobody yet.  Add your people: one add "Alice Moreau" "Bo Lind"')]
    page = list(_due(view)) or list(_nobody_today(view))
    for part in (_interrupted, _reminders, _owed, _rest, _tell, _unlogged, _skipped, _quiet):
        page.extend(part(view))
    return page


def _next(view: View) -> Iterator[Row]:
    """Exactly one thing to do next, and why."""
    if view.habit:
        who, why, command = habits.words_of(view.habit, view)
        yield from _part("Next", [_Line(who, why, command)])


def _tell(view: View) -> Iterator[Row]:
    lines = [
        _Line(
            p.slug,
            f"{said.kind}, {_waits(days)}: {said.text}",
            f"one said {said.id}" if said.id else f"one feedback {p.slug}",
            "late" if days > UNSAID_DAYS else "",
        )
        for p, said, days in view.unsaid
    ]
    yield from _part("Tell", lines, more="one feedback PERSON")


def _waits(days: int) -> str:
    return f"{words.plural(days, 'day')} unsaid" if days else "unsaid"


def _nobody_today(view: View) -> Iterator[Row]:
    days = [f"{words.weekday(day)} {_names(people)}" for day, people in view.coming]
    coming = "   ".join(days) + "." if days else "Nobody in the coming week."
    yield row(f"Nobody today.  {coming}")
    if not view.met:
        yield row(_load(view.load))


def _load(load: Load) -> str:
    """The week's time and the number of people: two rules, each said for itself."""
    people = words.count(load.span)
    said = [
        "more than a fifth of your week" if load.too_much_time else "",
        f"{people} people are over the limit of {words.count(SPAN_LIMIT)}"
        if load.too_many_people
        else "",
    ]
    odd = ", and ".join(s for s in said if s)
    fine = f"fine for {people}" if load.span else "fine"
    return f"{words.hours(round(load.minutes))} a week: {odd or fine}."


def _due(view: View) -> Iterator[Row]:
    lines = [_Line(d.person.slug, _due_words(d), f"one prep {d.person.slug}") for d in view.due]
    yield from _part("Today", lines, limit=len(lines))


def _due_words(due: Due) -> str:
    waited = f", {words.ago(due.waited_days)} waited for" if due.waited_days else ""
    said = [
        f"first one-on-one{waited}" if due.is_first else "",
        "back from leave" if due.back_from_leave else "",
        f"you owe {due.i_owe}" if due.i_owe else "",
        f"{due.person.first_name} brings {due.they_bring}" if due.they_bring else "",
        f"last time :-( {due.sad}" if due.sad else "",
    ]
    also = [
        f"{due.person.first_name} owes {due.they_owe}" if due.they_owe else "",
        f"you bring {due.i_bring}" if due.i_bring else "",
    ]
    return ", ".join(filter(None, said)) or ", ".join(filter(None, also)) or "nothing open"


def _interrupted(view: View) -> Iterator[Row]:
    lines = [
        _Line(p.slug, f"the log of {words.near_day(day, view.today)}", f"one log {p.slug} --resume")
        for p, day in view.interrupted
    ]
    yield from _part("Interrupted", lines)


def _rest(view: View) -> Iterator[Row]:
    """What else is open, as a number: the manager's without a day, and the others' late ones."""
    lines = []
    if view.undated:
        what = f"{words.plural(view.undated, 'promise')} without a day"
        lines.append(_Line("", f"you owe {what}", "one actions --mine"))
    if view.theirs_late:
        lines.append(_Line("", f"{view.theirs_late} owed to you late", "one actions --late"))
    yield from _part("And", lines)


def _reminders(view: View) -> Iterator[Row]:
    yield from _part("Remember", [_Line(p.slug, r.text, "") for p, r in view.reminders])


def _owed(view: View) -> Iterator[Row]:
    lines = [
        _Line(
            p.slug,
            words.with_day(p.item.text, words.due(p.item.due, view.today)),
            f"one done {p.item.id}" if p.item.id else "",
            "late" if p.late_days else "",
        )
        for p in view.owed
    ]
    yield from _part("You owe", lines, more="one actions --mine")


def _unlogged(view: View) -> Iterator[Row]:
    lines = [_Line(p.slug, words.near_day(day, view.today), "one log") for p, day in view.unlogged]
    yield from _part("Not logged", lines, more="one log")


def _skipped(view: View) -> Iterator[Row]:
    lines = [
        _Line(
            p.slug,
            words.near_day(m.date, view.today) + (f": {m.skipped}" if m.skipped else ""),
            f"one prep {p.slug}",
        )
        for p, m in view.skipped
    ]
    yield from _part("Skipped", lines, more="one people")


def _quiet(view: View) -> Iterator[Row]:
    lines = [_Line(q.person.slug, _silence(q), f"one prep {q.person.slug}") for q in view.quiet]
    yield from _part("Quiet", lines, more="one people")


def _silence(quiet: Quiet) -> str:
    days = words.plural(quiet.rhythm.quiet_days, "day")
    silence = f"{days} since the last" if quiet.rhythm.last else f"never met, {days} by now"
    return f"{silence}, {quiet.person.cadence.words}"


def _part(
    label: str, lines: list[_Line], *, more: str = "", limit: int = SHOWN_LINES
) -> Iterator[Row]:
    for n, line in enumerate(lines[:limit]):
        yield row(
            Cell(label if n == 0 else "", "label"),
            Cell(line.who, "name"),
            Cell(line.text, line.style),
            Cell(line.command, "quiet"),
            grid="today",
            stretch=2,
        )
    if len(lines) > limit:
        yield row("", Cell(f"and {len(lines) - limit} more: {more}", "quiet"), grid="today")


def _names(people: tuple[Person, ...]) -> str:
    return ", ".join(p.slug for p in people)
