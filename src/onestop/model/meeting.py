"""One one-on-one: planned, held or skipped."""

import datetime
from typing import NamedTuple

from onestop.model.action import ActionItem
from onestop.model.topic import Topic

PLANNED, HELD, SKIPPED = "planned", "held", "skipped"

FIRST = "first"
PURPOSES = (
    "check-in", "growth", "career", "performance", "motivation", "feedback", "alignment",
    "structured", FIRST,
)  # fmt: skip
"""What a meeting can be for; structured has four parts: OKRs, plan, happiness, performance."""

HAPPY, SAD, CONFUSED = FACES = (":-)", ":-(", ":-/")

IMPROVEMENT = "better:"
"""So begins a win that is an improvement (A4)."""

# In the order of the conversation: the person's well-being first, promises last.
SECTIONS = (
    "Check-in", "Follow-up", "Topics", "Wins", "Challenges",
    "Growth", "Happiness", "Decisions", "Actions",
)  # fmt: skip


class Mention(NamedTuple):
    """An item's id standing in another note; ticking it there counts at once."""

    id: str
    ticked: bool
    line: int
    path: str = ""
    raw: str = ""


class Moment(NamedTuple):
    """A line of the happiness retro: its face, the words, and what a `:-/` became, and when."""

    face: str
    text: str
    id: str = ""
    became: str = ""
    line: int = 0
    path: str = ""
    raw: str = ""
    tags: tuple[str, ...] = ()
    became_on: datetime.date | None = None


class Bullet(NamedTuple):
    """Any other list item: the section it stands under, who is named first, and the words."""

    section: str
    text: str
    owner: str = ""
    tags: tuple[str, ...] = ()
    line: int = 0


class Meeting(NamedTuple):
    """A note, read; `number` tells two meetings of one day apart.

    `path` is relative to the notebook. `talk_share` is the person's, in percent; `worth` 1-5 is
    their word on the meeting; `blocks` holds pairs of a focus area and kept, missed or moved.
    An absent number means that it was not asked, never zero. `prose` tells whether sentences
    stand in it beside its lists, quotes aside.
    """

    slug: str
    date: datetime.date
    path: str
    number: int = 1
    state: str = HELD
    minutes: int | None = None
    happiness: int | None = None
    asked: tuple[str, ...] = ()
    purpose: str = ""
    outcome: str = ""
    outcome_met: str = ""
    talk_share: int | None = None
    worth: int | None = None
    blocks: tuple[tuple[str, str], ...] = ()
    skipped: str = ""
    moved_to: datetime.date | None = None
    actions: tuple[ActionItem, ...] = ()
    topics: tuple[Topic, ...] = ()
    mentions: tuple[Mention, ...] = ()
    moments: tuple[Moment, ...] = ()
    bullets: tuple[Bullet, ...] = ()
    prose: bool = False

    @property
    def held(self) -> bool:
        """Whether it took place."""
        return self.state == HELD

    def under(self, section: str) -> tuple[Bullet, ...]:
        """The bullets of one section."""
        return tuple(b for b in self.bullets if b.section == section)
