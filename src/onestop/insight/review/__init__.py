"""A period between two people in one document: what the notes say, and nothing else.

No judgement, no number that nobody wrote, no word of the manager's own that was not said.
`Review` has no place for a private remark, so that none can come into a document by mistake.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from onestop.insight import alignment, performance, plan
from onestop.insight.alignment import Corrections
from onestop.insight.growth import Arc
from onestop.insight.periods import Period
from onestop.insight.plan import Kept
from onestop.insight.review import evidence, unasked
from onestop.insight.review.ahead import RoadMap, road_map
from onestop.insight.review.evidence import Files, Told
from onestop.insight.review.lines import Line, MonthOfLines, by_month
from onestop.insight.review.months import Month, months
from onestop.insight.review.promises import OPEN, Side, sides
from onestop.insight.review.results import Graded, graded
from onestop.model.folder import Folder
from onestop.model.person import Person
from onestop.model.plan import FocusArea
from onestop.model.rating import Rating
from onestop.model.settings import Settings

__all__ = [
    "DELICATE", "Files", "Graded", "Line", "Month", "MonthOfLines", "Review", "RoadMap", "Side",
    "Told", "by_month", "delicate", "review", "without",
]  # fmt: skip

HAPPINESS, AMBITION, FEEDBACK, RATINGS = "happiness", "ambition", "feedback", "ratings"
DELICATE = (HAPPINESS, AMBITION, FEEDBACK, RATINGS)
"""What was said between two people, and is theirs to show to a third."""


class Review(NamedTuple):
    """Everything a review says; each line knows its place.

    `begins` is the first day on which anything was noted; `unread` are files that could not be
    read in full; `unused` are subjects that the two had never used before the period, `spared`
    what was left out of the DELICATE parts. There is no trend: it would rest on the last
    meeting, not on the period.
    """

    person: Person
    manager: Settings
    period: Period
    today: date
    files: Files
    question: str
    begins: date | None
    months: tuple[Month, ...]
    told: Told
    quarters: tuple[Graded, ...]
    arcs: tuple[Arc, ...]
    ratings: tuple[Rating, ...]
    promises: tuple[Side, ...]
    corrections: Corrections
    blocks: tuple[tuple[FocusArea, Kept], ...]
    ahead: RoadMap
    unused: frozenset[str] = frozenset()
    unread: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the period left nothing behind."""
        return not self.quarters and all(month.is_empty for month in self.months)


def review(
    folder: Folder,
    settings: Settings,
    period: Period,
    today: date,
    files: Files,
    unread: Sequence[str] = (),
) -> Review:
    """Gather what one folder says about a period."""
    told = evidence.told(folder, period, files)
    arcs = evidence.arcs(folder, period)
    ratings = tuple(r for r in performance.opened(folder) if period.covers(r.date))
    promises = sides(folder, settings, period)
    closed = (line for side in promises for line in side.lines if line.kind != OPEN)
    lines = [*told.lines, *(line for arc in arcs for line in evidence.seen(arc)), *closed]
    return Review(
        person=folder.person,
        manager=settings,
        period=period,
        today=today,
        files=files,
        question=folder.role.question if folder.role else "",
        begins=_begins(folder),
        months=months(folder, period, lines, ratings),
        told=told,
        quarters=tuple(graded(folder, period)),
        arcs=arcs,
        ratings=ratings,
        promises=promises,
        corrections=alignment.corrections(folder, period.since, period.until),
        blocks=_blocks(evidence.clipped(folder, period)),
        ahead=road_map(folder, today, files),
        unused=unasked.unused(folder, period.since),
        unread=tuple(unread),
    )


def delicate(view: Review) -> tuple[str, ...]:
    """Which of the DELICATE parts this one holds."""
    return tuple(part for part in DELICATE if _holds(view, part))


def without(view: Review, parts: Collection[str]) -> Review:
    """The review without some of the DELICATE parts, wherever in it they would show."""
    left = view._replace(spared=tuple(part for part in DELICATE if part in parts))
    if HAPPINESS in parts:
        months = tuple(month._replace(happiness=()) for month in left.months)
        left = left._replace(months=months, arcs=_unseen(left.arcs, "Happiness"))
    if AMBITION in parts:
        left = left._replace(ahead=left.ahead._replace(ambition=()))
    if FEEDBACK in parts:
        told = left.told._replace(said=(), heard=())
        left = left._replace(told=told, arcs=_unseen(left.arcs, "Feedback"))
    return left._replace(ratings=()) if RATINGS in parts else left


def _holds(view: Review, part: str) -> bool:
    if part == HAPPINESS:
        felt = any(said for month in view.months for _, said in month.happiness)
        return felt or _is_seen(view.arcs, "Happiness")
    if part == FEEDBACK:
        return bool(view.told.said or view.told.heard) or _is_seen(view.arcs, "Feedback")
    return bool(view.ahead.ambition if part == AMBITION else view.ratings)


def _is_seen(arcs: Sequence[Arc], section: str) -> bool:
    return any(seen.section == section for arc in arcs for seen in arc.sightings)


def _unseen(arcs: Sequence[Arc], section: str) -> tuple[Arc, ...]:
    """The themes without what was seen in one section."""
    return tuple(
        arc._replace(sightings=tuple(s for s in arc.sightings if s.section != section))
        for arc in arcs
    )


def _blocks(held: Folder) -> tuple[tuple[FocusArea, Kept], ...]:
    """The time blocks that were asked about."""
    found = ((focus, plan.kept(held, focus.id)) for focus in held.plan)
    return tuple((focus, kept) for focus, kept in found if kept.asked)


def _begins(folder: Folder) -> date | None:
    """The first day on which anything was noted."""
    days = [note.date for note in folder.meetings if note.held]
    days += [f.day for f in folder.feedback if f.day]
    days += [rating.date for rating in folder.ratings]
    return min(days, default=None)
