"""The one next habit: of everything that could be done, what helps most now, and why.

The rules stand in their order: what would be lost comes first, then what somebody waits for,
then what keeps the two of them in touch, and last what makes the talks better.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from onestop.insight.morning import Habit, View
from onestop.insight.practice import FRESH_DAYS, PRAISE_DAYS, UNSAID_DAYS
from onestop.model.feedback import GOOD
from onestop.model.folder import Folder

RESUME, LOG, CATCH_UP, PREPARE, TELL = "resume", "log", "catch up", "prepare", "tell"
KEEP, MEET, ROLE, PRAISE, BEGIN = "keep", "meet", "role", "praise", "begin"


class Facts(NamedTuple):
    """What the rules look at: the morning, and the folders behind it."""

    view: View
    folders: Sequence[Folder]


def choose(view: View, folders: Sequence[Folder]) -> Habit | None:
    """The first rule that has something to say; None for a notebook without people."""
    facts = Facts(view, folders)
    return next((habit for rule in _RULES for habit in rule(facts)), None)


def _resume(facts: Facts) -> Iterator[Habit]:
    for person, _ in facts.view.interrupted:
        yield Habit(RESUME, person)


def _log(facts: Facts) -> Iterator[Habit]:
    """While it is fresh it can be told; of what is old it is enough to say what became of it."""
    unlogged = facts.view.unlogged
    if unlogged:
        person, oldest = unlogged[0]
        is_fresh = (facts.view.today - oldest).days <= FRESH_DAYS
        yield Habit(LOG if is_fresh else CATCH_UP, person, amount=len(unlogged))


def _prepare(facts: Facts) -> Iterator[Habit]:
    noted = {m.slug for f in facts.folders for m in f.meetings if m.date == facts.view.today}
    for due in facts.view.due:
        if due.person.slug not in noted:
            yield Habit(PREPARE, due.person)


def _tell(facts: Facts) -> Iterator[Habit]:
    for person, said, days in facts.view.unsaid:
        if days > UNSAID_DAYS:
            yield Habit(TELL, person, said.id, days)


def _keep(facts: Facts) -> Iterator[Habit]:
    people = {f.person.slug: f.person for f in facts.folders}
    for promise in facts.view.owed:
        if promise.late_days:
            yield Habit(KEEP, people.get(promise.slug), promise.item.id, promise.late_days)


def _meet(facts: Facts) -> Iterator[Habit]:
    for quiet in facts.view.quiet:
        yield Habit(MEET, quiet.person, amount=quiet.rhythm.quiet_days)


def _role(facts: Facts) -> Iterator[Habit]:
    """A role without its question, for somebody who was met before and did not decline it."""
    for folder in facts.folders:
        is_met = any(m.held for m in folder.meetings)
        asked = folder.role and folder.role.question
        if is_met and not asked and "role" not in folder.person.not_for_us:
            yield Habit(ROLE, folder.person)


def _praise(facts: Facts) -> Iterator[Habit]:
    """Whoever has gone longest without a good word, once that is long."""
    known = [f for f in facts.folders if f.person.clock_start]
    wanted = [f for f in known if "praise" not in f.person.not_for_us]
    waits = [(_unpraised(folder, facts.view.today), folder.person) for folder in wanted]
    long = [pair for pair in waits if pair[0] >= PRAISE_DAYS]
    if long:
        days, person = max(long, key=lambda pair: pair[0])
        yield Habit(PRAISE, person, amount=days)


def _begin(facts: Facts) -> Iterator[Habit]:
    people = [p for _, met in facts.view.coming for p in met] or [f.person for f in facts.folders]
    if people:
        yield Habit(BEGIN, people[0])


def _unpraised(folder: Folder, today: date) -> int:
    given = [f.day for f in folder.feedback if f.kind == GOOD and f.day and f.day <= today]
    since = max([*given, folder.person.clock_start or today])
    return max(0, (today - since).days)


_RULES: tuple[Callable[[Facts], Iterator[Habit]], ...] = (
    _resume, _log, _prepare, _tell, _keep, _meet, _role, _praise, _begin,
)  # fmt: skip
