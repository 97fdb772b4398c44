"""The parts of a brief; each is absent from it when it has nothing to say."""

from typing import TYPE_CHECKING, NamedTuple

from onestop.insight.between import Numbered
from onestop.insight.subjects import Clock
from onestop.model.meeting import Meeting, Moment
from onestop.model.question import Question
from onestop.model.topic import Remark

if TYPE_CHECKING:
    from onestop.insight import talks
    from onestop.insight.alignment import Untested as Belief
    from onestop.insight.growth import LinkDue, SilentTheme
    from onestop.insight.mood import Fall as MoodFall
    from onestop.insight.mood import Felt
    from onestop.insight.okrs import Fall, Tracked


class Frame(NamedTuple):
    """The framing of the first meetings: whose time this is."""


class LastTime(NamedTuple):
    """The last meeting in one line."""

    meeting: Meeting
    sad: str
    decided: str
    obstacle: str = ""


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


class Tell(NamedTuple):
    """Feedback that was written down and not said yet; for the manager alone."""

    items: tuple[Numbered, ...]


class Outcome(NamedTuple):
    """What shall be true after this meeting (PODS)."""

    words: str


class Fallen(NamedTuple):
    """Key results in which confidence fell."""

    falls: "tuple[Fall, ...]"


class Silent(NamedTuple):
    """Key results that nobody mentioned for some meetings."""

    results: "tuple[Tracked, ...]"


class Growth(NamedTuple):
    """The theme silent longest, its last sighting, and a question that follows it up."""

    theme: "SilentTheme"
    ask: str


class Sadder(NamedTuple):
    """Happiness well below what it was."""

    fall: "MoodFall"


class Untested(NamedTuple):
    """The oldest assumption, or expectation that the person has not put in their own words."""

    belief: "Belief"


class NextLink(NamedTuple):
    """The ambition, which asks for its next link to today's role."""

    due: "LinkDue"


class Keep(NamedTuple):
    """What made the person happy in the quarter before, and is worth keeping."""

    moments: "tuple[Felt, ...]"


class Talk(NamedTuple):
    """One part of a talk that has a purpose."""

    part: "talks.Talk"


class Raise(NamedTuple):
    """The subject in use that was neglected longest."""

    clock: Clock


class Offer(NamedTuple):
    """A subject that these two have never used."""

    subject: str


class Recognition(NamedTuple):
    """A reminder for the manager's own side (A4).

    `missing` says what the notes lack: win, better, talks or defers; "" when they lack nothing.
    `share` is the manager's part of the topics where that is the remark; `turn` chooses among
    the standing reminders.
    """

    missing: str
    turn: int
    share: float | None = None


class Obstacle(NamedTuple):
    """A challenge that came up again and again."""

    text: str
    days: int


class LeftOut(NamedTuple):
    """Topics for which a short meeting has no room; they stay for the next one."""

    items: tuple[Numbered, ...]


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
    | Talk
    | Tell
    | Outcome
    | Fallen
    | Silent
    | Growth
    | Sadder
    | Untested
    | NextLink
    | Keep
    | Raise
    | Offer
    | Recognition
    | Obstacle
    | LeftOut
)
