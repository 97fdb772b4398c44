"""The parts of a brief; each is absent from it when it has nothing to say."""

from typing import NamedTuple

from onestop.insight.between import Numbered
from onestop.model.meeting import Meeting, Moment
from onestop.model.question import Question
from onestop.model.topic import Remark


class Frame(NamedTuple):
    """The framing of the first meetings: whose time this is."""


class LastTime(NamedTuple):
    """The last meeting in one line."""

    meeting: Meeting
    sad: str
    decided: str


class Owed(NamedTuple):
    """Open promises of one side."""

    side: str
    items: tuple[Numbered, ...]


class Brought(NamedTuple):
    """Topics one side brings."""

    side: str
    items: tuple[Numbered, ...]


class Unclear(NamedTuple):
    """Every `:-/` that has not become happy, sad or settled."""

    moments: tuple[Moment, ...]


class Reminders(NamedTuple):
    """Private remarks whose day has come; on the screen alone."""

    remarks: tuple[Remark, ...]


class Skipped(NamedTuple):
    """The last meeting that did not happen."""

    meeting: Meeting


class Ask(NamedTuple):
    """Questions that fit; `fill` marks them as a suggestion where nobody brought a topic."""

    questions: tuple[Question, ...]
    fill: bool


class FirstMeeting(NamedTuple):
    """A first one-on-one: questions for the person, the role, and the two together."""

    person: tuple[Question, ...]
    role: tuple[Question, ...]
    us: tuple[Question, ...]


class Unlogged(NamedTuple):
    """Planned notes whose day has passed."""

    meetings: tuple[Meeting, ...]


Part = (
    Frame
    | LastTime
    | Owed
    | Brought
    | Unclear
    | Reminders
    | Skipped
    | Ask
    | FirstMeeting
    | Unlogged
)
