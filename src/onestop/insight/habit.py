"""The one next habit: of everything that could be done, what helps most now, and why.

The rules stand in their order: what would be lost comes first, then what somebody waits for,
then what keeps the two of them in touch, and last what makes the talks better.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from onestop.insight.practice import PRAISE_DAYS, UNSAID_DAYS
from onestop.model.feedback import GOOD
from onestop.model.folder import Folder
from onestop.model.person import Person

if TYPE_CHECKING:
    from onestop.insight.today import View

RESUME, LOG, PREPARE, TELL, KEEP, MEET = "resume", "log", "prepare", "tell", "keep", "meet"
ROLE, PRAISE, BEGIN = "role", "praise", "begin"


class Habit(NamedTuple):
    """What to do next: a rule's name, with whom, and the item it is about.

    `amount` is the number of days or meetings behind it.
    """

    kind: str
    person: Person | None = None
    ident: str = ""
    amount: int = 0


def choose(view: "View", folders: Sequence[Folder]) -> Habit | None:
    """The first rule that has something to say; None for a notebook without people."""
    return next((habit for rule in _RULES for habit in rule(view, folders)), None)


def _resume(view: "View", folders: Sequence[Folder]) -> Iterator[Habit]:  # noqa: ARG001
    for person, _ in view.interrupted:
        yield Habit(RESUME, person)


def _log(view: "View", folders: Sequence[Folder]) -> Iterator[Habit]:  # noqa: ARG001
    if view.unlogged:
        yield Habit(LOG, view.unlogged[0][0], amount=len(view.unlogged))


def _prepare(view: "View", folders: Sequence[Folder]) -> Iterator[Habit]:
    noted = {m.slug for f in folders for m in f.meetings if m.date == view.today}
    for due in view.due:
        if due.person.slug not in noted:
            yield Habit(PREPARE, due.person)


def _tell(view: "View", folders: Sequence[Folder]) -> Iterator[Habit]:  # noqa: ARG001
    for person, said, days in view.unsaid:
        if days > UNSAID_DAYS:
            yield Habit(TELL, person, said.id, days)


def _keep(view: "View", folders: Sequence[Folder]) -> Iterator[Habit]:
    people = {f.person.slug: f.person for f in folders}
    for promise in view.owed:
        if promise.late_days:
            yield Habit(KEEP, people.get(promise.slug), promise.item.id, promise.late_days)


def _meet(view: "View", folders: Sequence[Folder]) -> Iterator[Habit]:  # noqa: ARG001
    for quiet in view.quiet:
        yield Habit(MEET, quiet.person, amount=quiet.rhythm.quiet_days)


def _role(view: "View", folders: Sequence[Folder]) -> Iterator[Habit]:  # noqa: ARG001
    """A role without its question, for somebody who was met before and did not decline it."""
    for folder in folders:
        is_met = any(m.held for m in folder.meetings)
        asked = folder.role and folder.role.question
        if is_met and not asked and "role" not in folder.person.not_for_us:
            yield Habit(ROLE, folder.person)


def _praise(view: "View", folders: Sequence[Folder]) -> Iterator[Habit]:
    """Whoever has gone longest without a good word, once that is long."""
    wanted = [f for f in folders if "praise" not in f.person.not_for_us and f.person.clock_start]
    waits = [(_unpraised(folder, view.today), folder.person) for folder in wanted]
    long = [pair for pair in waits if pair[0] >= PRAISE_DAYS]
    if long:
        days, person = max(long, key=lambda pair: pair[0])
        yield Habit(PRAISE, person, amount=days)


def _begin(view: "View", folders: Sequence[Folder]) -> Iterator[Habit]:
    people = [p for _, met in view.coming for p in met] or [f.person for f in folders]
    if people:
        yield Habit(BEGIN, people[0])


def _unpraised(folder: Folder, today: date) -> int:
    given = [f.day for f in folder.feedback if f.kind == GOOD and f.day and f.day <= today]
    since = max([*given, folder.person.clock_start or today])
    return max(0, (today - since).days)


_RULES: tuple[Callable[["View", Sequence[Folder]], Iterator[Habit]], ...] = (
    _resume, _log, _prepare, _tell, _keep, _meet, _role, _praise, _begin,
)  # fmt: skip
