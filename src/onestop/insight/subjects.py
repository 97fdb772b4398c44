"""The subjects two people may keep up, and the clock of each (practice F).

A clock runs for a subject in use and says how overdue it is.
A subject that was never used is not overdue: it is offered, one per meeting.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from onestop.insight.practice import (
    ALIGNMENT_DAYS,
    CAREER_DAYS,
    OFFERS,
    PERFORMANCE_DAYS,
    PRAISE_MEETINGS,
    ROLE_DAYS,
    UPWARD_MEETINGS,
)
from onestop.model.cadence import Away, days_present
from onestop.model.feedback import GOOD, TO_ME
from onestop.model.folder import Folder
from onestop.model.okr import quarter_of

ROLE, THEMES, OKRS, PLAN, ALIGNMENT = "role", "themes", "okrs", "plan", "alignment"
RATINGS, CAREER, FEEDBACK, PRAISE = "ratings", "career", "feedback", "praise"
HAPPINESS = "happiness"

PURPOSES_OF = {
    CAREER: ("career",), ALIGNMENT: ("alignment",), FEEDBACK: ("feedback",),
    RATINGS: ("performance", "structured"),
}  # fmt: skip
"""The purposes of a meeting that has a subject on its table, for those that need a whole one."""


class Clock(NamedTuple):
    """How long a subject in use has been quiet: in days, or in `meetings` that were held.

    `is_new_quarter` says that one began since, for what is done anew in each.
    """

    subject: str
    elapsed: int
    limit: int
    meetings: bool = False
    is_new_quarter: bool = False

    @property
    def overdue(self) -> float:
        """1.0 is due, 2.0 twice as long as it should be."""
        return max(self.elapsed / self.limit, 1.0 if self.is_new_quarter else 0.0)


def overdue(folder: Folder, on: date, away: Iterable[Away] = ()) -> Clock | None:
    """The clock most overdue on that day; None when none is. `away` is the manager's own leave.

    Praise that was written down and waits to be said is not missing: it is to be told.
    """
    late = [c for c in clocks(folder, on, away) if c.overdue >= 1]
    if any(f.kind == GOOD and f.is_unsaid for f in folder.feedback):
        late = [c for c in late if c.subject != PRAISE]
    return max(late, key=lambda c: c.overdue, default=None)


def clocks(folder: Folder, on: date, away: Iterable[Away] = ()) -> tuple[Clock, ...]:
    """A clock for each subject in use, but those the two do without; leave stops it."""
    wanted = [subject for subject in _LAST if _runs(folder, subject)]
    leaves = (*folder.person.away, *away)
    return tuple(clock for s in wanted for clock in _clock(folder, s, on, leaves))


def in_use(folder: Folder, subject: str) -> bool:
    """Whether the two have ever used it."""
    return _USED[subject](folder)


def offer(folder: Folder, on: date) -> str:
    """The unused subject to offer at the next meeting, "" for none.

    Each has a meeting from which it is offered; OKRs have the first meeting of every quarter.
    Then all that wait take turns; one that waits alone is offered every other time.
    """
    number = 1 + sum(m.held for m in folder.meetings)
    waiting = [
        subject for subject, first in OFFERS.items()
        if number >= first and _wanted(folder, subject) and not in_use(folder, subject)
    ]  # fmt: skip
    if OKRS in waiting:
        if not _met_this_quarter(folder, on):
            return OKRS
        waiting.remove(OKRS)
    exact = [subject for subject in waiting if OFFERS[subject] == number]
    turns = exact or [*waiting, *([""] if len(waiting) == 1 else [])]
    return turns[number % len(turns)] if turns else ""


def _met_this_quarter(folder: Folder, on: date) -> bool:
    return any(m.held and quarter_of(m.date) == quarter_of(on) for m in folder.meetings)


def _wanted(folder: Folder, subject: str) -> bool:
    """Whether the two did not decline it; only a direct report is rated."""
    person = folder.person
    is_fit = subject != RATINGS or person.relation == "report"
    return is_fit and subject not in person.not_for_us


def _runs(folder: Folder, subject: str) -> bool:
    return in_use(folder, subject) and _wanted(folder, subject)


def _clock(folder: Folder, subject: str, on: date, leaves: Sequence[Away]) -> Iterator[Clock]:
    """The clock of one subject; none while nobody knows when it began."""
    days = [day for day in (*_LAST[subject](folder), folder.person.clock_start) if day]
    past = [day for day in days if day <= on]
    if not past:
        return
    since = max(past)
    if subject in _MEETINGS:
        held = sum(m.held and since < m.date <= on for m in folder.meetings)
        yield Clock(subject, held, _MEETINGS[subject], meetings=True)
        return
    # A new quarter asks for new priorities, however fresh the old ones are (A1).
    is_new = subject == ALIGNMENT and quarter_of(since) != quarter_of(on)
    yield Clock(subject, days_present(since, on, leaves), _DAYS[subject], is_new_quarter=is_new)


def _talks(folder: Folder, purpose: str) -> list[date]:
    """When the two held a meeting of this purpose."""
    return [m.date for m in folder.meetings if m.held and m.purpose == purpose]


def _given(folder: Folder, kind: str) -> list[date]:
    days = (f.day or f.said for f in folder.feedback if f.kind == kind)
    return [day for day in days if day]


def _role(folder: Folder) -> list[date]:
    agreed = folder.role.agreed if folder.role else None
    return [agreed] if agreed else []


def _career(folder: Folder) -> list[date]:
    person = folder.person
    told = [person.ambition_since] if person.ambition_since else []
    return [*told, *_talks(folder, "career"), *(link.date for link in person.ambition_links)]


def _alignment(folder: Folder) -> list[date]:
    said = folder.alignment
    days = [p.date for p in said.priorities]
    days += [e.checked for e in said.expectations if e.checked]
    days += [a.tested for a in said.assumptions if a.tested]
    return [*days, *_talks(folder, "alignment")]


def _ratings(folder: Folder) -> list[date]:
    return [rating.date for rating in folder.ratings]


def _to_me(folder: Folder) -> list[date]:
    return [*_given(folder, TO_ME), *_talks(folder, "feedback")]


def _praise(folder: Folder) -> list[date]:
    return _given(folder, GOOD)


def _has(folder: Folder, kind: str) -> bool:
    return any(f.kind == kind for f in folder.feedback)


_LAST: dict[str, Callable[[Folder], list[date]]] = {
    CAREER: _career, ALIGNMENT: _alignment, FEEDBACK: _to_me,
    RATINGS: _ratings, ROLE: _role, PRAISE: _praise,
}  # fmt: skip
_DAYS = {
    CAREER: CAREER_DAYS, ALIGNMENT: ALIGNMENT_DAYS, RATINGS: PERFORMANCE_DAYS, ROLE: ROLE_DAYS,
}  # fmt: skip
_MEETINGS = {FEEDBACK: UPWARD_MEETINGS, PRAISE: PRAISE_MEETINGS}
_USED: dict[str, Callable[[Folder], bool]] = {
    ROLE: lambda f: bool(f.role and f.role.question),
    THEMES: lambda f: bool(f.themes),
    OKRS: lambda f: bool(f.okrs or f.team_okrs),
    PLAN: lambda f: bool(f.plan),
    ALIGNMENT: lambda f: f.alignment.is_used,
    RATINGS: lambda f: bool(f.ratings),
    CAREER: lambda f: bool(f.person.ambition or _talks(f, "career")),
    FEEDBACK: lambda f: _has(f, TO_ME) or bool(_talks(f, "feedback")),
    PRAISE: lambda f: _has(f, GOOD),
}
