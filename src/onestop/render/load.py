"""How the week looks: the time and the span, each rule for itself."""

from collections.abc import Callable, Iterator
from math import ceil, floor
from typing import TYPE_CHECKING

from onestop.insight.load import IMPOSSIBLE, OVER, PUSHING, WELL, Each, Held, Load, Long, Plan, View
from onestop.insight.practice import SHOWN_LINES, SPAN_LIMIT, WEEK_PERCENT
from onestop.model.person import Person
from onestop.render import words
from onestop.render.text import Cell, Page, Row, row

if TYPE_CHECKING:
    from onestop.render.programs import Document, Item

Here = Callable[[str], str]

_VERDICTS = {
    WELL: "works well",
    PUSHING: "pushing the limits",
    OVER: "over the limits",
    IMPOSSIBLE: "more than anybody can do well",
}


def draw(view: View, here: Here) -> Page:
    """What is planned and held with each, the two rules, and hours that could be shorter."""
    if view.then:
        return list(_what_if(view, view.then))
    now = view.now.plain
    page = [_person(each) for each in view.everybody]
    page.append(_rule("Time", time(now, f" of {now.week / 60:g} h a week")))
    if view.overhead:
        around = f"with {view.overhead} min around each"
        page.append(_rule("", f"{around}: {_amount(view.now.prepared)}"))
    if view.held:
        page.append(_rule("", _really(view)))
    page.append(_rule("Span", span(now)))
    return [*page, *_long(view, here)]


def advice(view: View) -> list[str]:
    """What would help where a rule is broken; nothing when none is."""
    load = (view.then or view.now).plain
    said = []
    if load.too_much_time:
        said.append("Meet some less often, or shorter: one load --what-if PERSON=biweekly")
    if load.too_many_people:
        said.append("No cadence mends the span: somebody else has to lead a part of the team.")
    return said


def document(view: View, here: Here) -> "Document":
    """Each number of the page as one item."""
    from onestop.render.programs import Document

    items = [item for each in view.everybody for item in _of_person(each)]
    plans = [("now", view.now), ("then", view.then)]
    items += [item for case, plan in plans if plan for item in _of_plan(case, plan)]
    items.append(_item("held", view.held, share=round(view.held / view.now.plain.week, 4)))
    items += [_of_note(long, here) for long in view.long]
    return Document("load", tuple(_item("", 0)), items)


def time(load: Load, of: str = "") -> str:
    """`3 h 30 min, 8.75 %: fine`, by the rule of a fifth; `of` says of how much."""
    if load.too_much_time:
        verdict = "more than a fifth"
    else:
        verdict = "exactly a fifth, not over" if load.is_a_fifth else "fine"
    return f"{_amount(load, of)}: {verdict}"


def span(load: Load) -> str:
    """`seven direct reports: works well`."""
    if not load.span:
        return "no direct reports"
    return f"{_counted(load.span, 'direct report')}: {_VERDICTS[load.verdict]}"


def percent(share: float, *, up: bool) -> str:
    """`8.75 %`, `20.0 %`: with no more figures than it needs.

    `up` rounds up, so that what is over a limit never reads as the limit itself.
    """
    hundredths = round(share * 10_000, 6)
    figures = ceil(hundredths) if up else floor(hundredths + 0.5)
    text = f"{figures / 100:.2f}"
    return f"{text.removesuffix('0')} %"


def _item(measure: str, value: float, **more: object) -> "Item":
    """One number; what does not apply to it is null."""
    keys = ("case", "person", "share", "limit", "over", "path", "line")
    rest = {key: more.get(key) for key in keys}
    return {"measure": measure, "value": round(value, 2), **rest}


def _of_person(each: Each) -> "Iterator[Item]":
    yield _item("planned", each.planned, case="now", person=each.person.slug)
    yield _item("held", each.held.a_week, person=each.person.slug)


def _of_plan(case: str, plan: Plan) -> "Iterator[Item]":
    for measure, load in (("planned", plan.plain), ("prepared", plan.prepared)):
        limit = load.week * WEEK_PERCENT / 100
        over = load.too_much_time
        yield _item(
            measure, load.minutes, case=case, share=round(load.share, 4), limit=limit, over=over
        )
    load = plan.plain
    yield _item("span", load.span, case=case, limit=SPAN_LIMIT, over=load.too_many_people)


def _of_note(long: Long, here: Here) -> "Item":
    note = long.meeting
    return _item("long", long.minutes, person=note.slug, path=here(note.path), line=1)


def _amount(load: Load, of: str = "") -> str:
    return _share(load.minutes, load.share, of, up=load.too_much_time)


def _share(minutes: float, share: float, of: str = "", *, up: bool = False) -> str:
    return f"{words.hours(round(minutes))}{of}, {percent(share, up=up)}"


def _really(view: View) -> str:
    since = max((each.held.days for each in view.everybody), default=0)
    weeks = words.plural(max(1, min(view.weeks, round(since / 7))), "week")
    share = _share(view.held, view.held / view.now.plain.week, " a week")
    return f"held in {weeks}, leave aside: {share}"


def _person(each: Each) -> Row:
    person, held = each.person, each.held
    rhythm = words.rhythm(person.cadence, None, person.minutes)
    came = f"held {round(held.a_week)} min a week, {held.meetings} in {_weeks(held)}"
    return row(
        Cell(person.slug, "name"),
        Cell(rhythm if person.relation == "report" else f"{person.relation}, {rhythm}", "quiet"),
        f"{round(each.planned)} min a week",
        Cell(came if held.meetings else "nothing held", "quiet"),
        grid="people",
        stretch=3,
    )


def _weeks(held: Held) -> str:
    return words.plural(max(1, round(held.days / 7)), "week")


def _what_if(view: View, then: Plan) -> Iterator[Row]:
    """The two rules side by side, as it is and as it would be."""
    changes = "; ".join(_change(slug, person) for slug, person in view.changed.items())
    yield row(Cell("What if", "label"), changes, grid="changes")
    yield row("", Cell("now", "quiet"), Cell("then", "quiet"), grid="load")
    now = view.now
    around = f"+ {view.overhead} min each"
    for label, before, after in (
        ("Time", time(now.plain), time(then.plain)),
        *([(around, _amount(now.prepared), _amount(then.prepared))] if view.overhead else []),
        ("Span", span(now.plain), span(then.plain)),
    ):
        yield row(Cell(label, "label"), before, after, grid="load", stretch=2)


def _change(slug: str, person: Person | None) -> str:
    if person is None:
        return f"{slug} gone"
    return f"{slug} {words.rhythm(person.cadence, None, person.minutes)}"


def _long(view: View, here: Here) -> Iterator[Row]:
    for n, long in enumerate(view.long[-SHOWN_LINES:]):
        yield _rule("" if n else "Shorter?", f"{here(long.meeting.path)}:1  {_topics(long)}")
    if len(view.long) > SHOWN_LINES:
        more = len(view.long) - SHOWN_LINES
        yield _rule("", f"and {more} more: one load --format tsv")


def _topics(long: Long) -> str:
    return f"{long.minutes} min, {_counted(long.topics, 'topic')}"


def _counted(count: int, noun: str) -> str:
    """`seven direct reports`, `one topic`."""
    return f"{words.count(count)} {noun}{'' if count == 1 else 's'}"


def _rule(label: str, text: str) -> Row:
    return row(Cell(label, "label"), text, grid="load")
