"""Performance, rated by both and of both: the scale, where the two differ, and what follows.

Never averaged, never ranked, never computed from anything else, and of one person at a time.
"""

from datetime import date
from typing import NamedTuple

from onestop.insight.practice import PERFORMANCE_DAYS, RATING_GAP
from onestop.model.folder import Folder
from onestop.model.rating import HIGHEST, Rating, Score

PERFORMANCE, MANAGER = "performance", "manager"
SUBJECTS = {
    PERFORMANCE: ("performance-by-self", "performance-by-manager"),
    MANAGER: ("manager-by-self", "manager-by-person"),
}
"""Who is rated: the person, or the manager; each first by self, then by the other (E6)."""

LOW = 2
"""Up to this number a rating asks for a next step (E5)."""


class Anchor(NamedTuple):
    """What a number of the scale stands for: its name, and what that means."""

    name: str
    meaning: str


ANCHORS = {
    1: Anchor("should no longer be in the business", "again and again misses expectations"),
    2: Anchor("needs to improve", "so that expectations are met"),
    3: Anchor("does well in the current role", "a good result, if one wants to stay"),
    4: Anchor("begins to take on the next role", "some of its work is done already"),
    5: Anchor("should have been promoted", "we missed the time for it"),
}
"""The scale, the same for both sides and both directions (E5)."""


class Gap(NamedTuple):
    """Two numbers for one of the two people; `subject` is PERFORMANCE or MANAGER."""

    subject: str
    by_self: int
    by_other: int

    @property
    def size(self) -> int:
        """How far apart they are, 0 to 4."""
        return abs(self.by_self - self.by_other)


def gaps(rating: Rating) -> tuple[Gap, ...]:
    """Where the two see somebody so differently that it becomes a topic (E6)."""
    return tuple(gap for gap in pairs(rating) if gap.size >= RATING_GAP)


def one_higher(rating: Rating) -> tuple[str, ...]:
    """The subjects who rate themselves one higher than the other does, which is normal (E6)."""
    return tuple(gap.subject for gap in pairs(rating) if gap.by_self - gap.by_other == 1)


def pairs(rating: Rating) -> tuple[Gap, ...]:
    """The subjects that were rated from both sides."""
    found = ((s, rating.score(own), rating.score(other)) for s, (own, other) in SUBJECTS.items())
    return tuple(Gap(s, a.number, b.number) for s, a, b in found if a and b)


def low(rating: Rating) -> tuple[str, ...]:
    """The subjects with a number that asks for a next step (E5)."""
    return tuple(
        subject for subject, names in SUBJECTS.items()
        if any(score.number <= LOW for score in _given(rating, names))
    )  # fmt: skip


def is_due_for_promotion(rating: Rating) -> bool:
    """Whether the manager has to make the case for the person's next role (E5)."""
    score = rating.score("performance-by-manager")
    return score is not None and score.number == HIGHEST


def opened(folder: Folder) -> tuple[Rating, ...]:
    """The talks in which something was rated, the oldest first."""
    return tuple(sorted((r for r in folder.ratings if r.scores), key=lambda r: r.date))


def latest(folder: Folder) -> Rating | None:
    """The last talk; None before the first."""
    return opened(folder)[-1] if opened(folder) else None


def days_since(folder: Folder, today: date) -> int | None:
    """Days since the last talk; None before the first, and for one that is still to come."""
    last = latest(folder)
    return (today - last.date).days if last and last.date <= today else None


def is_due(folder: Folder, today: date) -> bool:
    """Whether those who rate each other should do so again; never before the first time."""
    since = days_since(folder, today)
    return is_rated(folder) and since is not None and since >= PERFORMANCE_DAYS


def is_rated(folder: Folder) -> bool:
    """Whether there are ratings between these two: reports alone have them, unless declined."""
    person = folder.person
    return person.relation == "report" and "ratings" not in person.not_for_us


def _given(rating: Rating, names: tuple[str, ...]) -> list[Score]:
    return [score for name in names if (score := rating.score(name))]
