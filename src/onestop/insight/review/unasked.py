"""Subjects that two people had not begun with: nobody can be said to have been silent on them."""

from collections.abc import Callable
from datetime import date

from onestop.insight import performance, subjects
from onestop.model.feedback import TO_ME
from onestop.model.folder import Folder
from onestop.model.okr import bounds


def unused(folder: Folder, before: date) -> frozenset[str]:
    """The subjects of a review that have a file of their own, and nothing in it before a day."""
    return frozenset(subject for subject, used in _USED.items() if not used(folder, before))


def _gave(folder: Folder, before: date) -> bool:
    return any(f.kind != TO_ME and f.day and f.day < before for f in folder.feedback)


def _heard(folder: Folder, before: date) -> bool:
    return any(f.kind == TO_ME and f.day and f.day < before for f in folder.feedback)


def _aimed(folder: Folder, before: date) -> bool:
    """Whether there were objectives, of the person or of the team they manage."""
    teams = folder.team_okrs if folder.person.manages else ()
    return any(bounds(quarter.name)[0] < before for quarter in (*folder.okrs, *teams))


def _grew(folder: Folder, before: date) -> bool:
    return any(theme.since is None or theme.since < before for theme in folder.themes)


def _rated(folder: Folder, before: date) -> bool:
    return any(rating.date < before for rating in performance.opened(folder))


_USED: dict[str, Callable[[Folder, date], bool]] = {
    subjects.PRAISE: _gave,
    subjects.FEEDBACK: _heard,
    subjects.OKRS: _aimed,
    subjects.THEMES: _grew,
    subjects.RATINGS: _rated,
}
