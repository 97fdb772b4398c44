"""What was written down: how much, wins, feedback, decisions, and what was handed over."""

from collections.abc import Iterator
from datetime import date

from onestop.insight.review import Line, Month
from onestop.render import words
from onestop.render.document import Chart, Entry, Group, Part, Place
from onestop.render.review.parts import Context

_NOTHING = "nothing noted"


def coverage(about: Context) -> Iterator[Part]:
    """How much was written down, month by month, so that nobody takes silence for nothing done."""
    months = about.view.months
    before = about.before
    held = tuple((month.first, float(month.held)) for month in months[before:])
    end = _month_end(months[-1].first)
    yield Chart("Meetings held, month by month", months[before].first, end, held)
    if before:
        span = about.month(months[0].first)
        span = f"{span} to {about.month(months[before - 1].first)}" if before > 1 else span
        yield Group(span, (Entry("before these notes begin"),))
    yield from (Group(about.month(m.first), (_covered(m),)) for m in months[before:])


def wins(about: Context) -> Iterator[Part]:
    """What went well."""
    yield from about.by_month(about.view.told.wins, gaps=True)


def improvements(about: Context) -> Iterator[Part]:
    """What became better."""
    yield from about.by_month(about.view.told.improvements, gaps=True)


def said(about: Context) -> Iterator[Part]:
    """Feedback to the person, on the day on which they heard it."""

    def draw(line: Line) -> Entry:
        return about.entry(line)._replace(who=line.kind)

    yield from about.by_month(about.view.told.said, draw)


def heard(about: Context) -> Iterator[Part]:
    """Feedback of the person."""
    yield from about.by_month(about.view.told.heard)


def decisions(about: Context) -> Iterator[Part]:
    """What was decided."""
    yield from about.by_month(about.view.told.decisions)


def delegated(about: Context) -> Iterator[Part]:
    """What was handed over, and how far it is."""

    def draw(line: Line) -> Entry:
        return about.entry(line)._replace(note=line.kind)

    yield from about.by_month(about.view.told.delegated, draw)


def _month_end(first: date) -> date:
    """The last day of a month, so that the bar of one that still runs is no narrower."""
    later = date.fromordinal(min(first.toordinal() + 31, date.max.toordinal()))
    return date.fromordinal(later.toordinal() - later.day) if later.month != first.month else later


def _covered(month: Month) -> Entry:
    """`4 meetings, 1 did not happen, 12 lines`, with a bar of 4."""
    said = [
        words.plural(month.held, "meeting") if month.held else "",
        f"{month.skipped} did not happen" if month.skipped else "",
        f"{month.unlogged} not logged" if month.unlogged else "",
        words.plural(month.lines, "line") if month.lines else "",
    ]
    told = ", ".join(filter(None, said)) if not month.is_empty else _NOTHING
    place = Place(month.path, month.line) if month.path else None
    return Entry(told, place=place, bar=month.held)
