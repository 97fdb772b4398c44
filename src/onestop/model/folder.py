"""A folder: everything the notebook holds on one person."""

from typing import NamedTuple

from onestop.model.action import ActionItem
from onestop.model.meeting import Meeting
from onestop.model.person import Person
from onestop.model.problem import Problem
from onestop.model.role import RolePurpose
from onestop.model.topic import Remark, Topic


class Folder(NamedTuple):
    """One person as read from disk; `meetings` are sorted by date, the oldest first."""

    person: Person
    role: RolePurpose | None = None
    meetings: tuple[Meeting, ...] = ()
    topics: tuple[Topic, ...] = ()
    actions: tuple[ActionItem, ...] = ()
    remarks: tuple[Remark, ...] = ()
    problems: tuple[Problem, ...] = ()
