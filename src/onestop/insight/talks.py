"""What a talk with a purpose has on the table beside the ordinary parts (practice B1).

A structured talk has four: objectives, development plan, happiness, performance.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from onestop.insight.practice import MOTIVATION_DAYS
from onestop.insight.subjects import ALIGNMENT, CAREER, HAPPINESS, OKRS, PLAN, RATINGS, THEMES
from onestop.model.calendar import shifted
from onestop.model.folder import Folder
from onestop.model.meeting import Moment
from onestop.model.okr import Quarter
from onestop.model.person import Link
from onestop.model.plan import FocusArea

if TYPE_CHECKING:
    from onestop.insight.alignment import View as Views
    from onestop.insight.growth import Arc
    from onestop.insight.mood import Mood
    from onestop.insight.okrs import Tracked
    from onestop.insight.plan import Kept


class Arcs(NamedTuple):
    """Every active theme with where it was seen."""

    arcs: "tuple[Arc, ...]"


class Dream(NamedTuple):
    """The ambition and its links to today's role; `ambition` is "" before it was told."""

    ambition: str
    links: tuple[Link, ...]


class Results(NamedTuple):
    """The key results of the quarter, those of a managed team first."""

    results: "tuple[Tracked, ...]"


class Plan(NamedTuple):
    """The focus areas, each with how often its time was kept."""

    areas: "tuple[tuple[FocusArea, Kept], ...]"


class Happiness(NamedTuple):
    """The numbers of the last meetings and their trend."""

    mood: "Mood"


class Both(NamedTuple):
    """Both sides rate both: how many days the last talk is ago, None when there was none."""

    days: int | None


class Sides(NamedTuple):
    """Priorities, expectations and assumptions of both sides."""

    view: "Views"


class Moments(NamedTuple):
    """What made the person happy, sad or confused lately, the newest first."""

    moments: tuple[tuple[date, Moment], ...]


Talk = Arcs | Dream | Results | Plan | Happiness | Both | Sides | Moments


def parts(purpose: str, folder: Folder, team: tuple[Quarter, ...], on: date) -> Iterator[Talk]:
    """What belongs on the table of a talk with that purpose."""
    for subject, make in TABLES.get(purpose, ()):
        if subject not in folder.person.not_for_us:
            yield from make(folder, team, on)


def _arcs(folder: Folder, team: tuple[Quarter, ...], on: date) -> Iterator[Talk]:  # noqa: ARG001
    if folder.themes:
        from onestop.insight import growth

        found = tuple(arc for arc in growth.arcs(folder, on) if arc.theme.is_active)
        if found:
            yield Arcs(found)


def _dream(folder: Folder, team: tuple[Quarter, ...], on: date) -> Iterator[Talk]:  # noqa: ARG001
    person = folder.person
    yield Dream(person.ambition, tuple(link for link in person.ambition_links if link.date <= on))


def _results(folder: Folder, team: tuple[Quarter, ...], on: date) -> Iterator[Talk]:  # noqa: ARG001
    if folder.okrs or folder.team_okrs:
        from onestop.insight import okrs

        found = okrs.tracked(folder, on)
        if found:
            yield Results(found)


def _plan(folder: Folder, team: tuple[Quarter, ...], on: date) -> Iterator[Talk]:  # noqa: ARG001
    if folder.plan:
        from onestop.insight import plan

        yield Plan(tuple((area, plan.kept(folder, area.id)) for area in folder.plan))


def _happiness(folder: Folder, team: tuple[Quarter, ...], on: date) -> Iterator[Talk]:  # noqa: ARG001
    from onestop.insight import mood

    yield Happiness(mood.view(folder, on))


def _both(folder: Folder, team: tuple[Quarter, ...], on: date) -> Iterator[Talk]:  # noqa: ARG001
    from onestop.insight import performance

    if performance.is_rated(folder):
        yield Both(performance.days_since(folder, on))


def _sides(folder: Folder, team: tuple[Quarter, ...], on: date) -> Iterator[Talk]:
    from onestop.insight import alignment, okrs

    yield Sides(alignment.view(folder, okrs.current(team, on), on))


def _moments(folder: Folder, team: tuple[Quarter, ...], on: date) -> Iterator[Talk]:  # noqa: ARG001
    since = shifted(on, -MOTIVATION_DAYS)
    lately = [m for m in folder.meetings if m.held and since <= m.date <= on]
    found = tuple((m.date, moment) for m in reversed(lately) for moment in m.moments)
    if found:
        yield Moments(found)


_Make = Callable[[Folder, tuple[Quarter, ...], date], Iterator[Talk]]

TABLES: dict[str, tuple[tuple[str, _Make], ...]] = {
    "growth": ((THEMES, _arcs), (PLAN, _plan)),
    "career": ((CAREER, _dream),),
    "performance": ((OKRS, _results), (RATINGS, _both)),
    "motivation": ((HAPPINESS, _moments), (HAPPINESS, _happiness)),
    "alignment": ((ALIGNMENT, _sides),),
    "structured": ((OKRS, _results), (PLAN, _plan), (HAPPINESS, _happiness), (RATINGS, _both)),
}
"""What a talk with a purpose has on its table, each part with a subject that may be declined."""
