"""A folder: everything the notebook holds on one person."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from onestop.model.action import ActionItem
from onestop.model.alignment import Alignment
from onestop.model.cadence import Away
from onestop.model.meeting import Meeting
from onestop.model.person import Person
from onestop.model.problem import Problem
from onestop.model.topic import Remark, Topic

if TYPE_CHECKING:
    from onestop.model.feedback import Feedback
    from onestop.model.okr import Quarter
    from onestop.model.plan import FocusArea
    from onestop.model.rating import Rating
    from onestop.model.role import RolePurpose
    from onestop.model.theme import GrowthTheme


class Folder(NamedTuple):
    """One person as read from disk; meetings, quarters and ratings are sorted, the oldest first.

    `okrs` are the person's own, `team_okrs` those of the team they manage. `unread` are the paths
    of notes of which only a part is known, because they could not be read in full.
    """

    person: Person
    role: "RolePurpose | None" = None
    meetings: tuple[Meeting, ...] = ()
    topics: tuple[Topic, ...] = ()
    actions: tuple[ActionItem, ...] = ()
    remarks: tuple[Remark, ...] = ()
    themes: "tuple[GrowthTheme, ...]" = ()
    okrs: "tuple[Quarter, ...]" = ()
    team_okrs: "tuple[Quarter, ...]" = ()
    plan: "tuple[FocusArea, ...]" = ()
    alignment: Alignment = Alignment()
    feedback: "tuple[Feedback, ...]" = ()
    ratings: "tuple[Rating, ...]" = ()
    problems: tuple[Problem, ...] = ()
    unread: tuple[str, ...] = ()

    def held(self, until: date = date.max) -> list[Meeting]:
        """What took place up to a day, in order of its day, however the files came."""
        found = [m for m in self.meetings if m.held and m.date <= until]
        return sorted(found, key=lambda m: (m.date, m.number))

    def leaves(self, away: Iterable[Away]) -> tuple[Away, ...]:
        """The leave of both sides: theirs, and that of the manager, `away`."""
        return (*self.person.away, *away)

    def quarters(self) -> "Iterator[tuple[Quarter, bool]]":
        """Every quarter, those of a managed team first; True for a team's."""
        if self.person.manages:
            yield from ((quarter, True) for quarter in self.team_okrs)
        yield from ((quarter, False) for quarter in self.okrs)
