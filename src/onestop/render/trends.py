"""How courses over time look: plots in letters for a screen, every number for a program."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from onestop.insight import mood as scale
from onestop.insight import performance
from onestop.insight.trends import Course, Trends, Value, View, entries
from onestop.insight.trends.spans import Span
from onestop.render import mood, words
from onestop.render.plots import Marks, Plot, Values
from onestop.render.programs import Document
from onestop.render.text import BLANK, GAP, Cell, Page, Row, row, width_of
from onestop.render.timeline import Axis

WIDTH = 80
"""So wide is a page that no screen bounds."""

_WIDEST, _NARROWEST = 120, 24
_LABEL, _LONGEST = 11, 16
_SPARE = 4
"""Columns behind the last day, for numbers of two digits and those that move right."""

_SIDE_BY_SIDE = 60
"""On a narrower screen there is no room for words beside a plot."""

_QUARTER = 92
"""A span of more days than these is a year."""

_KEYS = ("person", "measure", "subject", "date", "value")


class Sheet(NamedTuple):
    """A plot, and how wide the names of its lines are."""

    plot: Plot
    label: int

    def row(self, label: str, line: str, style: str = "", *beside: Cell) -> Row:
        """A line of the plot with its name; what stands beside it begins behind the last day."""
        name = label + " " * (self.label - width_of(label) if line or beside else 0)
        text = line.ljust(self.plot.axis.size + _SPARE) if beside else line
        return row(Cell(name, style or "quiet"), Cell(text), *beside)

    def dates(self) -> Row:
        """The line that names days."""
        return row(Cell(" " * self.label), Cell(self.plot.dates(), "quiet"))


def draw(view: View, width: int | None, marks: Marks) -> Page:
    """Everybody in two lines each, or one person with all that is known."""
    width = min(width or WIDTH, _WIDEST)
    return _whole(view, width, marks) if view.is_whole else _team(view, width, marks)


def document(view: View) -> Document:
    """Every number as an item."""
    items: list[dict[str, object]] = [
        {**entry._asdict(), "date": entry.date.isoformat()} for entry in entries(view)
    ]
    return Document("trends", _KEYS, items)


def nothing(view: View) -> str:
    """What to do so that there is something to see."""
    if not view.people:
        return 'Nobody yet. Add somebody: one add "Alice Moreau"'
    period, slug = view.period, view.people[0].person.slug
    span = f"since {words.long_day(period.since)}"
    if period.until != view.today:
        span = f"from {words.plain_day(period.since)} to {words.plain_day(period.until)}"
    return f"Nothing was entered {span}. It begins with a number: one log {slug} --happiness 4"


def _team(view: View, width: int, marks: Marks) -> Page:
    label = max(len("  met"), *(width_of(one.person.slug) for one in view.people))
    beside = max(len(_trend(one).text) for one in view.people) if width >= _SIDE_BY_SIDE else 0
    sheet = _sheet(view, width - beside - len(GAP), min(label, _LONGEST), marks)
    page, has_room = [sheet.dates()], True
    for one in view.people:
        numbers, fits = sheet.plot.numbers(_values(one.happiness))
        has_room = has_room and fits
        said = [_trend(one)] if beside and one.trend else []
        page += _named(one.person.slug, numbers, said, sheet)
        page += _met(one.spans, sheet)
    return [*page, BLANK, *_legend(has_room=has_room)]


def _named(slug: str, numbers: str, beside: Sequence[Cell], sheet: Sheet) -> Page:
    """Somebody's numbers behind their folder's name, or below it where it is long."""
    if width_of(slug) <= sheet.label:
        return [sheet.row(slug, numbers, "name", *beside)]
    return [row(Cell(slug, "name")), sheet.row("", numbers, "", *beside)]


def _whole(view: View, width: int, marks: Marks) -> Page:
    one = view.people[0]
    names = [f"  {course.of.tag}" for course in one.results] + [_by(one)]
    sheet = _sheet(view, width, max(_LABEL, *map(width_of, names)), marks)
    parts = (
        _happiness(one, sheet, view.today),
        _confidence(one.results, sheet),
        _kept(one, sheet),
        _talk(one.talk, sheet),
        _topics(one.spans, sheet),
        *(_rated(one, subject, sheet) for subject in performance.SUBJECTS),
    )
    page = [row(Cell(f"{one.person.name}, {_period(view)}", "name"))]
    for part in (part for part in parts if part):
        page += [BLANK, *part]
    return [*page, sheet.dates()]


def _sheet(view: View, width: int, label: int, marks: Marks) -> Sheet:
    first = view.begins or view.period.since
    size = max(_NARROWEST, width - label - len(GAP) - _SPARE)
    return Sheet(Plot(Axis(first, view.period.until, size), marks), label)


def _period(view: View) -> str:
    first = view.begins or view.period.since
    year = "" if first.year == view.period.until.year else f" {first.year}"
    return f"{words.past_day(first, first)}{year} to {words.plain_day(view.period.until)}"


def _trend(one: Trends) -> Cell:
    """The word for a trend, or the fall that stands out."""
    return Cell(mood.fell(one.fall), "late") if one.fall else Cell(one.trend or "", "quiet")


def _met(spans: Sequence[Span], sheet: Sheet) -> Page:
    """How often the two met of how often they were to, below the months."""
    some = [span for span in spans if not span.is_empty]
    return _below("  met", some, (partial(_of, " of "), partial(_of, "/")), sheet) if some else []


def _below(
    label: str, spans: Sequence[Span], ways: Sequence[Callable[[Span], str]], sheet: Sheet
) -> Page:
    """What is said of each span, below its begin in the first way that has room, else in a row."""
    for say in ways:
        line = sheet.plot.texts([(span.first, say(span)) for span in spans])
        if line is not None:
            return [sheet.row(label, line)]
    return [sheet.row(label, ", ".join(f"{_span(span)}: {ways[-1](span)}" for span in spans))]


def _of(between: str, span: Span) -> str:
    return f"{span.held}{between}{span.expected}" if span.expected else str(span.held)


def _span(span: Span) -> str:
    """`Oct 2026`, or the year alone for a long one."""
    is_long = (span.last - span.first).days > _QUARTER
    return f"{span.last.year}" if is_long else f"{words.month(span.first)} {span.first.year}"


def _legend(*, has_room: bool) -> Page:
    page = [
        row(Cell("happiness", "label"), f"{mood.scale()}; . no number", grid="legend"),
        row(Cell("met", "label"), "held of those that were due, leave left out", grid="legend"),
    ]
    crowded = "Where many meetings share a column, it shows the last one."
    return page if has_room else [*page, row(Cell(crowded, "quiet"))]


def _happiness(one: Trends, sheet: Sheet, today: date) -> Page:
    values = _values(one.happiness)
    if not values:
        return []
    fell = mood.fell(one.fall) if one.fall else ""
    said = ", ".join(filter(None, (_ends(one.happiness, today), one.trend, fell)))
    page = [_title("Happiness", said, "late" if fell else "quiet")]
    for level, line in sheet.plot.levels(values, 1, 5):
        page.append(sheet.row(f"  {level} {scale.ANCHORS.get(level, '')}".rstrip(), line))
    if any(number is None for _, number in values):
        page.append(sheet.row("  no number", sheet.plot.gaps(values)))
    return [*page, sheet.dates()]


def _confidence(results: Sequence[Course], sheet: Sheet) -> Page:
    page: Page = [_title("Confidence in key results, 0 to 10")] if results else []
    for course in results:
        one, fall = course.of, course.fall
        fell = f", fell from {fall.before} to {fall.now}" if fall else ""
        title = Cell(f"{one.result.title}{fell}", "late" if fall else "")
        page.append(row(f"  {one.quarter.name}", title))
        page.append(_numbers(f"  {one.tag}", course.values, sheet))
    return page


def _kept(one: Trends, sheet: Sheet) -> Page:
    lines = _met(one.spans, sheet)
    if not lines:
        return []
    held, expected = (sum(s.held for s in one.spans), sum(s.expected for s in one.spans))
    said = f"{one.person.cadence.words}: met {held} of {words.plural(expected, 'time')}"
    return [_title("Cadence kept", f"{said}, leave left out", "quiet"), *lines]


def _talk(values: Sequence[Value], sheet: Sheet) -> Page:
    if not values:
        return []
    return [_title("Their share of the talk, in percent"), _numbers("  entered", values, sheet)]


def _topics(spans: Sequence[Span], sheet: Sheet) -> Page:
    """Who brought the topics, month by month."""
    some = [span for span in spans if span.share.of_manager is not None]
    if not some:
        return []
    theirs = _below("  by them", some, [lambda span: str(span.share.theirs)], sheet)
    mine = _below("  by you", some, [lambda span: str(span.share.mine)], sheet)
    return [_title("Topics brought"), *theirs, *mine]


def _rated(one: Trends, subject: str, sheet: Sheet) -> Page:
    """What each side said of one of the two, with the gap; nothing is averaged."""
    of_person = subject == performance.PERFORMANCE
    sides = (_by(one), "  by you") if of_person else ("  by you", _by(one))
    page: Page = []
    for side, number in zip(sides, performance.SUBJECTS[subject], strict=True):
        scores = [Value(r.date, s.number) for r in one.ratings if (s := r.score(number))]
        page += [_numbers(side, scores, sheet)] if scores else []
    apart = [
        Value(r.date, gap.size)
        for r in one.ratings for gap in performance.pairs(r) if gap.subject == subject
    ]  # fmt: skip
    page += [_numbers("  gap", apart, sheet)] if apart else []
    title = f"Performance of {one.person.first_name}" if of_person else "You as manager"
    return [_title(f"{title}, 1 to 5"), *page] if page else []


def _by(one: Trends) -> str:
    """Whose number it is: the person's name, unless that is too long to stand before a line."""
    name = one.person.first_name
    return f"  by {name if width_of(name) <= _LONGEST else 'them'}"


def _ends(values: Sequence[Value], today: date) -> str:
    """The first and the last value with their days."""
    known = [value for value in values if value.number is not None]
    ends = dict.fromkeys((known[0], known[-1]))
    return ", ".join(f"{v.number} on {words.past_day(v.date, today)}" for v in ends)


def _numbers(label: str, values: Sequence[Value], sheet: Sheet) -> Row:
    return sheet.row(label, sheet.plot.numbers(_values(values))[0])


def _values(values: Sequence[Value]) -> Values:
    return [(value.date, value.number) for value in values]


def _title(name: str, beside: str = "", style: str = "") -> Row:
    return row(Cell(name, "label"), *([Cell(beside, style)] if beside else []))
