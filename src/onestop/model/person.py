"""The other side of the table."""

import datetime
from typing import NamedTuple

from onestop.model.cadence import WEEKLY, Away, Cadence

RELATIONS = ("report", "peer", "boss", "skip")

SUBJECTS = (
    "role", "themes", "okrs", "plan", "alignment", "ratings", "career", "feedback", "praise",
    "happiness",
)  # fmt: skip
"""What two people may do without: each is a part of the practice that somebody may not want."""

_OTHER_NAMES = {
    "theme": "themes", "growth": "themes", "okr": "okrs", "align": "alignment",
    "rating": "ratings", "rate": "ratings", "performance": "ratings",
    "ambition": "career", "ambitions": "career", "development": "plan", "mood": "happiness",
}  # fmt: skip


class Link(NamedTuple):
    """A skill that an ambition asks for, and where today's role trains it."""

    date: datetime.date
    skill: str
    here: str


class Person(NamedTuple):
    """Who somebody is and how the two meet; `slug` is the name of their folder.

    `day` counts from Monday = 0; `minutes` is the planned length.
    Clocks start at `added`, or at `since` when that is later.
    """

    slug: str
    name: str
    aliases: tuple[str, ...] = ()
    title: str = ""
    relation: str = "report"
    manages: bool = False
    cadence: Cadence = WEEKLY
    day: int | None = None
    at: str = ""
    minutes: int = 30
    since: datetime.date | None = None
    added: datetime.date | None = None
    archived: bool = False
    archived_on: datetime.date | None = None
    ambition: str = ""
    ambition_since: datetime.date | None = None
    ambition_links: tuple[Link, ...] = ()
    away: tuple[Away, ...] = ()
    not_for_us: tuple[str, ...] = ()

    @property
    def first_name(self) -> str:
        """What to call them in a sentence."""
        return self.name.split()[0] if self.name.split() else self.slug

    @property
    def hour(self) -> str:
        """What orders the meetings of a day; somebody without an hour comes last."""
        return self.at.zfill(5) if self.at else "99"

    @property
    def clock_start(self) -> datetime.date | None:
        """The day from which their meetings can be late."""
        known = [d for d in (self.added, self.since) if d]
        return max(known) if known else None

    @property
    def handles(self) -> tuple[str, ...]:
        """How action items may name them after an `@`."""
        return (self.slug, *self.aliases)


def subject(word: str) -> str:
    """The subject that a word names, also `growth` for themes; "" when it names none."""
    said = word.strip().lower()
    return said if said in SUBJECTS else _OTHER_NAMES.get(said, "")
