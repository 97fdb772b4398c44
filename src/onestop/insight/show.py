"""One person on one page."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from onestop.insight import (
    actions,
    alignment,
    between,
    cadence,
    coverage,
    growth,
    mood,
    okrs,
    performance,
    plan,
)
from onestop.insight.actions import Promise
from onestop.insight.cadence import Rhythm
from onestop.insight.coverage import Coverage
from onestop.insight.practice import SHOWN_LINES
from onestop.model.feedback import Feedback
from onestop.model.folder import Folder
from onestop.model.meeting import Meeting, Moment
from onestop.model.plan import FocusArea
from onestop.model.rating import Rating
from onestop.model.settings import Settings
from onestop.model.topic import Remark, Topic

if TYPE_CHECKING:
    from onestop.insight.alignment import Untested
    from onestop.insight.growth import Arc
    from onestop.insight.mood import Mood
    from onestop.insight.okrs import Tracked
    from onestop.insight.plan import Kept


class Indicators(NamedTuple):
    """What moves first, and what follows: leads beside lags (E7).

    Leads are happiness, lead indicators, time blocks kept and themes seen;
    lags are key results and the last performance talk.
    """

    mood: "Mood"
    rating: Rating | None
    results: "tuple[Tracked, ...]"
    areas: "tuple[tuple[FocusArea, Kept], ...]"
    arcs: "tuple[Arc, ...]"


class View(NamedTuple):
    """What `one show` draws. `remarks` is empty unless the manager asked for them."""

    today: date
    folder: Folder
    rhythm: Rhythm
    promises: tuple[Promise, ...]
    topics: tuple[Topic, ...]
    unclear: tuple[Moment, ...]
    meetings: tuple[Meeting, ...]
    held: int
    remarks: tuple[Remark, ...]
    indicators: Indicators
    unsaid: tuple[Feedback, ...]
    untested: "tuple[Untested, ...]"
    coverage: Coverage


def view(folder: Folder, settings: Settings, today: date, *, private: bool) -> View:
    """The page: who, what is open, and the last meetings, newest first."""
    past = [m for m in folder.meetings if m.date <= today]
    return View(
        today=today,
        folder=folder,
        rhythm=cadence.rhythm(folder, settings, today),
        promises=actions.open_promises(folder, settings, today),
        topics=between.open_topics(folder, today),
        unclear=between.unclear(folder),
        meetings=tuple(reversed(past[-SHOWN_LINES:])),
        held=cadence.held_count(folder),
        remarks=folder.remarks if private else (),
        indicators=_indicators(folder, today),
        unsaid=between.unsaid(folder, today),
        untested=alignment.untested(folder.alignment),
        coverage=coverage.coverage(folder, today),
    )


def _indicators(folder: Folder, today: date) -> Indicators:
    return Indicators(
        mood=mood.view(folder, today),
        rating=performance.latest(folder),
        results=okrs.tracked(folder, today),
        areas=tuple((area, plan.kept(folder, area.id)) for area in folder.plan),
        arcs=tuple(arc for arc in growth.arcs(folder, today) if arc.theme.is_active),
    )
