"""The courses over time as drawings, for a file."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from onestop.insight import performance
from onestop.insight.mood import ANCHORS
from onestop.insight.trends import Course, Trends, Value, View
from onestop.insight.trends.spans import Span
from onestop.model.rating import Rating
from onestop.render import svg, words
from onestop.render.svg import Bar, Picture, Scale, Series

MARK = "one trends"
"""What a file says of itself, so that it may be drawn anew."""

_MOOD = Scale(1, 5, tuple((n, f"{n} {ANCHORS.get(n, '')}".rstrip()) for n in range(1, 6)))
_CONFIDENCE = Scale(0, 10, ((0, "0"), (5, "5"), (10, "10")))
_RATING = Scale(1, 5, tuple((n, str(n)) for n in range(1, 6)))
_PERCENT = Scale(0, 100, ((0, "0 %"), (50, "50 %"), (100, "100 %")))
_NO_NUMBER = "strokes below: no number"


class Part(NamedTuple):
    """A drawing, and what to call it in a sentence."""

    name: str
    picture: Picture


def draw(view: View) -> str:
    """A file with all drawings of a view below each other."""
    first = view.begins or view.period.since
    days = f"{words.plain_day(first)} to {words.plain_day(view.period.until)}"
    who = view.people[0].person.name if view.is_whole else "One-on-ones"
    return svg.sheet(f"{who}, {days}", [part.picture for part in _parts(view)], MARK)


def said(view: View) -> str:
    """What is drawn, in words, each once."""
    return ", ".join(dict.fromkeys(part.name for part in _parts(view)))


def _parts(view: View) -> Iterator[Part]:
    for one in view.people:
        name = "" if view.is_whole else f"{one.person.name}: "
        yield from _common(one, name, view)
        yield from _confidence(one.results, view)
        if one.talk:
            yield Part("talk share", _talk(one.talk, view))
        for subject in performance.SUBJECTS:
            yield from _rated(one, subject, view)


def _common(one: Trends, name: str, view: View) -> Iterator[Part]:
    if one.happiness:
        has_gap = any(value.number is None for value in one.happiness)
        note = ", ".join(filter(None, (one.trend, _NO_NUMBER if has_gap else "")))
        title = f"{name}Happiness"
        yield Part("happiness", _lines([_series("", one.happiness)], title, _MOOD, view, note))
    bars = [_bar(span) for span in one.spans if not span.is_empty]
    if bars:
        note = f"{one.person.cadence.words}; held of expected, without leave"
        first = view.begins or view.period.since
        title, last = f"{name}Cadence kept", view.period.until
        bars = [bar._replace(first=max(bar.first, first)) for bar in bars]
        yield Part("cadence kept", svg.bars(bars, title, since=first, until=last, note=note))


def _confidence(results: Sequence[Course], view: View) -> Iterator[Part]:
    for quarter, courses in groupby(results, key=lambda course: course.of.quarter.name):
        series = [
            _series(f"{course.of.tag}  {course.of.result.title}", course.values)
            for course in courses
        ]
        title = f"Confidence in key results, {quarter}"
        yield Part("confidence", _lines(series, title, _CONFIDENCE, view))


def _talk(values: Sequence[Value], view: View) -> Picture:
    return _lines([_series("", values)], "Their share of the talk", _PERCENT, view)


def _rated(one: Trends, subject: str, view: View) -> Iterator[Part]:
    """What both sides said of one of the two: two lines, never one between them."""
    name = one.person.first_name
    of_person = subject == performance.PERFORMANCE
    title = f"Performance of {name}" if of_person else "You as manager"
    sides = (f"by {name}", "by you") if of_person else ("by you", f"by {name}")
    series = [
        _series(side, _scores(one.ratings, number))
        for side, number in zip(sides, performance.SUBJECTS[subject], strict=True)
    ]
    if any(line.points for line in series):
        yield Part("ratings of both sides", _lines(series, title, _RATING, view))


def _scores(ratings: Sequence[Rating], number: str) -> list[Value]:
    return [Value(r.date, score.number) for r in ratings if (score := r.score(number))]


def _series(label: str, values: Sequence[Value]) -> Series:
    return Series(label, [(value.date, value.number) for value in values])


def _bar(span: Span) -> Bar:
    label = f"{span.held} of {span.expected}" if span.expected else str(span.held)
    return Bar(span.first, span.last, span.held, span.expected or span.held, label)


def _lines(
    series: Sequence[Series], title: str, scale: Scale, view: View, note: str = ""
) -> Picture:
    since, until = view.begins or view.period.since, view.period.until
    return svg.lines(series, title, scale, since=since, until=until, note=note)
