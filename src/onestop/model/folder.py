"""A folder: everything the notebook holds on one person."""

from typing import TYPE_CHECKING, NamedTuple

from onestop.model.action import ActionItem
from onestop.model.alignment import Alignment
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

    `okrs` are the person's own, `team_okrs` those of the team they manage.
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
