"""How it has been going, over time: every number with its day, and nothing made up between them.

Each person is looked at alone: nothing here compares, adds up or ranks people.
A number that nobody gave is None, a gap; it is never zero and never guessed.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from onestop.insight import grades, manager, mood, okrs, performance
from onestop.insight.manager import Share
from onestop.insight.periods import Period
from onestop.insight.trends.spans import Span, spans
from onestop.model.calendar import shifted
from onestop.model.folder import Folder
from onestop.model.meeting import Meeting
from onestop.model.person import Person
from onestop.model.rating import Rating
from onestop.model.settings import Settings

WEEKS = 26
"""So far back it is looked unless somebody says otherwise: two quarters."""

CARRIED_DAYS = 56
"""A topic that a meeting mentions may have been written down so long before it."""


class Value(NamedTuple):
    """A number and its day; None where it could have been given and was not."""

    date: date
    number: int | None


class Course(NamedTuple):
    """The confidence in one key result over time; `fall` is that of its last two check-ins."""

    of: okrs.Tracked
    values: tuple[Value, ...]
    fall: grades.Fall | None

    @property
    def subject(self) -> str:
        """`2026-Q4 o1-kr1`: the tag alone means another result in another quarter."""
        return f"{self.of.quarter.name} {self.of.tag}"


class Trends(NamedTuple):
    """What is known of one person; whatever nobody entered is absent.

    `trend` and `fall` are those of the happiness in the period (E4).
    """

    person: Person
    happiness: tuple[Value, ...] = ()
    trend: str | None = None
    fall: mood.Fall | None = None
    spans: tuple[Span, ...] = ()
    results: tuple[Course, ...] = ()
    talk: tuple[Value, ...] = ()
    ratings: tuple[Rating, ...] = ()

    @property
    def begins(self) -> date | None:
        """The first day of which anything is known."""
        values = [*self.happiness, *self.talk, *(v for one in self.results for v in one.values)]
        days = [v.date for v in values] + [rating.date for rating in self.ratings]
        return min(days + [span.first for span in self.spans if not span.is_empty], default=None)


class View(NamedTuple):
    """What `one trends` shows; `is_whole` for one person with all there is, ratings too."""

    period: Period
    today: date
    people: tuple[Trends, ...]
    is_whole: bool = False

    @property
    def begins(self) -> date | None:
        """The first day of which anything is known of anybody."""
        return min((day for one in self.people if (day := one.begins)), default=None)


class Entry(NamedTuple):
    """One number, for a program."""

    person: str
    measure: str
    subject: str
    date: date
    value: int | None


def since(until: date) -> date:
    """Where a period begins that nobody bounded."""
    return shifted(until, -7 * WEEKS)


def reads_from(who: Person, period: Period, *, whole: bool) -> date:
    """The day from which notes matter: one cadence earlier, for the rhythm; more for topics."""
    return shifted(period.since, -max(who.cadence.days, CARRIED_DAYS if whole else 0))


def team(folders: Iterable[Folder], settings: Settings, period: Period, today: date) -> View:
    """Everybody's happiness and how often they were met, in the order of the folders."""
    people = tuple(_common(folder, settings, period, today) for folder in folders)
    return View(period, today, people)


def person(folder: Folder, settings: Settings, period: Period, today: date) -> View:
    """Everything about one person, the ratings of both sides too."""
    held = _held(folder, period)
    common = _common(folder, settings, period, today)
    whole = common._replace(
        spans=tuple(s._replace(share=_share(folder, held, s)) for s in common.spans),
        results=tuple(_courses(folder, period)),
        talk=tuple(Value(n.date, n.talk_share) for n in held if n.talk_share is not None),
        ratings=tuple(_ratings(folder, period)),
    )
    return View(period, today, (whole,), is_whole=True)


def entries(view: View) -> Iterator[Entry]:
    """Every number of a view by itself: by person, then by measure, then by day."""
    for one in view.people:
        slug = one.person.slug
        yield from _of(slug, "happiness", "", one.happiness)
        for course in one.results:
            yield from _of(slug, "confidence", course.subject, course.values)
        for span in (span for span in one.spans if not span.is_empty):
            yield Entry(slug, "held", "", span.first, span.held)
            yield Entry(slug, "expected", "", span.first, span.expected)
        yield from _of(slug, "talk-share", "", one.talk)
        for span in one.spans:
            if span.share.of_manager is not None:
                yield Entry(slug, "topics-by-manager", "", span.first, span.share.mine)
                yield Entry(slug, "topics-by-person", "", span.first, span.share.theirs)
        for rating in one.ratings:
            for name, score in rating.scores:
                yield Entry(slug, name, "", rating.date, score.number)
            for gap in performance.pairs(rating):
                yield Entry(slug, f"{gap.subject}-gap", "", rating.date, gap.size)


def _of(slug: str, measure: str, subject: str, values: Iterable[Value]) -> Iterator[Entry]:
    return (Entry(slug, measure, subject, v.date, v.number) for v in values)


def _common(folder: Folder, settings: Settings, period: Period, today: date) -> Trends:
    held = _held(folder, period)
    found = [mood.Point(note.date, note.happiness) for note in held if note.happiness]
    fall = mood.fallen(folder._replace(meetings=tuple(held)), period.until)
    return Trends(
        person=folder.person,
        happiness=_known(Value(note.date, note.happiness) for note in held),
        trend=mood.trend(found),
        fall=fall,
        spans=tuple(spans(folder, settings, period, today)),
    )


def _held(folder: Folder, period: Period) -> list[Meeting]:
    """What took place in the period."""
    return [note for note in folder.held(period.until) if note.date >= period.since]


def _known(values: Iterable[Value]) -> tuple[Value, ...]:
    """The values, unless there is nothing but gaps."""
    found = tuple(values)
    return found if any(value.number is not None for value in found) else ()


def _share(folder: Folder, held: Iterable[Meeting], span: Span) -> Share:
    some = [note for note in held if span.first <= note.date <= span.last]
    return manager.topic_share(folder, some)


def _courses(folder: Folder, period: Period) -> Iterator[Course]:
    """Every key result whose confidence was asked, a managed team's first, by quarter."""
    for quarter, is_team in folder.quarters():
        for one in okrs.within(quarter, team=is_team):
            looks = [look for look in one.result.checkins if period.covers(look.date)]
            looks.sort(key=lambda look: look.date)
            values = _known(Value(look.date, look.confidence) for look in looks)
            if values:
                then = one.result._replace(checkins=tuple(looks))
                fall = grades.confidence_fall(then) if then.is_open else None
                yield Course(one, values, fall)


def _ratings(folder: Folder, period: Period) -> Iterator[Rating]:
    """The talks in which both could be rated: nobody else is ever rated (H12)."""
    if performance.is_rated(folder):
        yield from (r for r in performance.opened(folder) if period.covers(r.date))
