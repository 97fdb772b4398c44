"""A period between two people in one document: what the notes say, and nothing else.

No judgement, no number that nobody wrote, no word of the manager's own that was not said.
`Review` has no place for a private remark, so that none can come into a document by mistake.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from onestop.insight import alignment, performance, plan
from onestop.insight.alignment import Corrections
from onestop.insight.growth import Arc
from onestop.insight.periods import Period
from onestop.insight.plan import Kept
from onestop.insight.review import evidence
from onestop.insight.review.ahead import RoadMap, road_map
from onestop.insight.review.evidence import Files, Month
from onestop.insight.review.lines import Line, MonthOfLines, by_month
from onestop.insight.review.promises import OPEN, Side, sides
from onestop.insight.review.results import Graded, graded
from onestop.model.folder import Folder
from onestop.model.person import Person
from onestop.model.plan import FocusArea
from onestop.model.rating import Rating
from onestop.model.settings import Settings

__all__ = [
    "Files", "Graded", "Line", "Month", "MonthOfLines", "Review", "RoadMap", "Side", "by_month",
    "review",
]  # fmt: skip


class Review(NamedTuple):
    """Everything a review says; each line knows its place.

    `begins` is the first day on which anything was noted; `unread` are files that could not be
    read in full. There is no trend: it would rest on the last meeting, not on the period.
    """

    person: Person
    manager: Settings
    period: Period
    today: date
    files: Files
    question: str
    begins: date | None
    months: tuple[Month, ...]
    wins: tuple[Line, ...]
    improvements: tuple[Line, ...]
    said: tuple[Line, ...]
    heard: tuple[Line, ...]
    quarters: tuple[Graded, ...]
    arcs: tuple[Arc, ...]
    ratings: tuple[Rating, ...]
    promises: tuple[Side, ...]
    corrections: Corrections
    tested: tuple[Line, ...]
    said_back: tuple[Line, ...]
    decisions: tuple[Line, ...]
    delegated: tuple[Line, ...]
    blocks: tuple[tuple[FocusArea, Kept], ...]
    ahead: RoadMap
    unread: tuple[str, ...] = ()

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
    held = evidence.clipped(folder, period)
    arcs = evidence.arcs(folder, period)
    parts = {
        "wins": tuple(evidence.wins(held)),
        "improvements": tuple(evidence.improvements(held)),
        "said": tuple(evidence.said(folder, period)),
        "heard": tuple(evidence.heard(folder, period)),
        "tested": tuple(evidence.tested(folder, period, files)),
        "said_back": tuple(evidence.said_back(folder, period, files)),
        "decisions": tuple(evidence.decisions(held)),
        "delegated": tuple(evidence.delegated(folder, period)),
    }
    ratings = tuple(r for r in performance.opened(folder) if period.covers(r.date))
    promises = sides(folder, settings, period)
    lines = [
        *(line for part in parts.values() for line in part),
        *(line for arc in arcs for line in evidence.seen(arc)),
        *(Line(rating.date, "", rating.path, 0) for rating in ratings),
        *(line for side in promises for line in side.lines if line.kind != OPEN),
    ]
    return Review(
        person=folder.person,
        manager=settings,
        period=period,
        today=today,
        files=files,
        question=folder.role.question if folder.role else "",
        begins=_begins(folder),
        months=evidence.months(folder, period, _distinct(lines)),
        quarters=tuple(graded(folder, period)),
        arcs=arcs,
        ratings=ratings,
        promises=promises,
        corrections=alignment.corrections(folder, period.since, period.until),
        blocks=_blocks(held),
        ahead=road_map(folder, today, files),
        unread=tuple(unread),
        **parts,
    )


def _distinct(lines: Iterable[Line]) -> list[Line]:
    """Each line of the notes once, however many parts it stands in."""
    return list({(line.path, line.line): line for line in lines}.values())


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
