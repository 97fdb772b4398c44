"""What was not said yet, and which direction has fallen silent (practice C3, A4)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from onestop.insight import between, subjects
from onestop.insight.practice import UNSAID_DAYS
from onestop.model.feedback import TO_ME, Feedback
from onestop.model.folder import Folder


class Unsaid(NamedTuple):
    """Feedback the person has not heard, and for how many days; 0 where it has no date."""

    feedback: Feedback
    days: int

    @property
    def is_loud(self) -> bool:
        """Whether it has waited for more than a week."""
        return self.days > UNSAID_DAYS


class View(NamedTuple):
    """What `one feedback` draws: to be said, heard from the person, said to them."""

    folder: Folder
    today: date
    unsaid: tuple[Unsaid, ...]
    heard: tuple[Feedback, ...]
    said: tuple[Feedback, ...]


def view(folder: Folder, today: date) -> View:
    """All feedback between two people: the unsaid oldest first, the rest newest first."""
    newest = sorted(folder.feedback, key=lambda f: f.day or date.min, reverse=True)
    return View(
        folder=folder,
        today=today,
        unsaid=unsaid(folder, today),
        heard=tuple(f for f in newest if f.kind == TO_ME),
        said=tuple(f for f in newest if f.kind != TO_ME and f.said),
    )


def unsaid(folder: Folder, today: date) -> tuple[Unsaid, ...]:
    """What the person has not heard, the oldest first, even if it is dated ahead."""
    waiting = between.unsaid(folder, date.max)
    return tuple(Unsaid(f, max(0, (today - f.day).days) if f.day else 0) for f in waiting)


def everybodys(folders: Iterable[Folder], today: date) -> tuple[tuple[Folder, Unsaid], ...]:
    """What is unsaid between the manager and anybody, person by person."""
    return tuple((f, one) for f in folders for one in unsaid(f, today))


def praise_missing(folder: Folder, today: date) -> int:
    """For how many held meetings nothing good was written down, once that is too many.

    0 while it is not, and for those who do not use praise.
    """
    return _meetings(folder, subjects.PRAISE, today)


def upward_due(folder: Folder, today: date) -> bool:
    """Whether the manager has heard nothing about themselves for four held meetings."""
    return _meetings(folder, subjects.FEEDBACK, today) > 0


def _meetings(folder: Folder, subject: str, today: date) -> int:
    """How many meetings a clock has run, when that is overdue."""
    late = [c for c in subjects.clocks(folder, today) if c.subject == subject and c.overdue >= 1]
    return late[0].elapsed if late else 0
