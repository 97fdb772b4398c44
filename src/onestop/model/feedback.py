"""Feedback as it happens, in both directions."""

from datetime import date
from typing import NamedTuple

KINDS = GOOD, FIX, TO_ME = "good", "fix", "to-me"


class Feedback(NamedTuple):
    """One line of feedback.md: `good` and `fix` go to the person, `to-me` came from the person.

    `said` is the day it was told; situation, behaviour and impact are there when somebody
    wrote them.
    """

    kind: str
    text: str
    day: date | None = None
    said: date | None = None
    id: str = ""
    situation: str = ""
    behaviour: str = ""
    impact: str = ""
    tags: tuple[str, ...] = ()
    path: str = ""
    line: int = 0
    raw: str = ""

    @property
    def is_unsaid(self) -> bool:
        """Whether the person has not heard it yet."""
        return self.kind != TO_ME and self.said is None
