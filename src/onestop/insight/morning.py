"""What a morning consists of: who is due, what presses, and the one next habit."""

from datetime import date
from typing import NamedTuple

from onestop.insight.actions import Promise
from onestop.insight.cadence import Rhythm
from onestop.insight.load import Load
from onestop.model.feedback import Feedback
from onestop.model.meeting import Meeting, Moment
from onestop.model.person import Person
from onestop.model.topic import Remark


class Habit(NamedTuple):
    """What to do next: a rule's name, with whom, and the item it is about.

    `amount` is the number of days or meetings behind it.
    """

    kind: str
    person: Person | None = None
    ident: str = ""
    amount: int = 0


class Due(NamedTuple):
    """Somebody who is met today, and what lies between the two.

    `waited_days` counts since the clock began when the first meeting is late, otherwise 0.
    """

    person: Person
    i_owe: int
    they_bring: int
    sad: str
    back_from_leave: bool
    is_first: bool
    they_owe: int = 0
    i_bring: int = 0
    waited_days: int = 0


class Quiet(NamedTuple):
    """Somebody who was not met for too long."""

    person: Person
    rhythm: Rhythm


class View(NamedTuple):
    """What bare `one` shows; every part may be empty. `met` is false on day one.

    `unsaid` holds feedback with the days it waits; `heard` is for `one week`: what made people
    sad or unsure, with the number of what was left out, `unheard`.
    """

    today: date
    people: int
    met: bool
    due: tuple[Due, ...]
    coming: tuple[tuple[date, tuple[Person, ...]], ...]
    owed: tuple[Promise, ...]
    undated: int
    theirs_late: int
    interrupted: tuple[tuple[Person, date], ...]
    unlogged: tuple[tuple[Person, date], ...]
    quiet: tuple[Quiet, ...]
    skipped: tuple[tuple[Person, Meeting], ...]
    reminders: tuple[tuple[Person, Remark], ...]
    load: Load
    unsaid: tuple[tuple[Person, Feedback, int], ...] = ()
    heard: tuple[tuple[Person, date, Moment], ...] = ()
    unheard: int = 0
    habit: Habit | None = None
