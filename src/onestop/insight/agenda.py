"""What to bring to the table: the brief, as parts that are absent when they have nothing to say.

Each part is a function of the same `Desk`; the brief is their order.
The numbers of its items are those of `one log` and of the printed page.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from onestop.insight import cadence, questions
from onestop.insight.actions import ME, NOBODY, OTHER, THEM
from onestop.insight.between import (
    Numbered,
    numbered,
    open_topics,
    pointer,
    pointer_to_moment,
    reminders,
    unclear,
)
from onestop.insight.parts import (
    Ask,
    Brought,
    FirstMeeting,
    Frame,
    LastTime,
    Owed,
    Part,
    Reminders,
    Skipped,
    Unclear,
    Unlogged,
)
from onestop.insight.practice import FRAMED_MEETINGS, QUESTIONS_PER_AGENDA
from onestop.model.agenda import Agenda
from onestop.model.folder import Folder
from onestop.model.meeting import Meeting
from onestop.model.question import Question
from onestop.model.settings import Settings

__all__ = [
    "Ask", "Brief", "Brought", "Desk", "FirstMeeting", "Frame", "LastTime", "Numbered", "Owed",
    "Part", "Reminders", "Skipped", "Unclear", "Unlogged", "bare", "brief", "numbered",
    "open_topics", "plan", "pointer", "pointer_to_moment", "unclear",
]  # fmt: skip

_EVERYDAY = ("check-in", "challenges")
"""The purposes of questions that always fit."""


class Desk(NamedTuple):
    """What lies on the table when a brief is made."""

    folder: Folder
    settings: Settings
    today: date
    on: date
    minutes: int
    bank: Sequence[Question]
    note: Meeting | None = None
    purpose: str = ""


class Brief(NamedTuple):
    """The manager's page before a one-on-one."""

    folder: Folder
    on: date
    minutes: int
    is_first: bool
    question: str
    parts: tuple[Part, ...]

    @property
    def items(self) -> tuple[Numbered, ...]:
        """Everything that carries a number."""
        return tuple(n for p in self.parts if isinstance(p, Owed | Brought) for n in p.items)

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions on this page, which the note records."""
        for part in self.parts:
            if isinstance(part, Ask):
                return part.questions
            if isinstance(part, FirstMeeting):
                return (*part.person, *part.role, *part.us)
        return ()


def brief(desk: Desk) -> Brief:
    """Everything worth knowing before the meeting, in the order of the conversation."""
    folder = desk.folder
    is_first = cadence.held_count(folder) == 0
    return Brief(
        folder=folder,
        on=desk.on,
        minutes=desk.minutes,
        is_first=is_first,
        question=folder.role.question if folder.role else "",
        parts=tuple(_parts(desk, is_first=is_first)),
    )


def plan(desk: Desk, page: Brief, path: str) -> Agenda:
    """What the note of this meeting, at `path`, begins with."""
    return bare(desk.folder, desk.settings, desk.on, path)._replace(
        minutes=desk.minutes,
        purpose=desk.purpose,
        asked=tuple(q.id for q in page.asked),
        items=tuple(pointer(item) for item in page.items),
    )


def bare(folder: Folder, settings: Settings, on: date, path: str) -> Agenda:
    """What the note of a day begins with, before anything is prepared."""
    person = folder.person
    return Agenda(
        slug=person.slug,
        on=on,
        between=(person.first_name, settings.first_name),
        path=path,
        minutes=person.minutes,
        question=folder.role.question if folder.role else "",
    )


def _parts(desk: Desk, *, is_first: bool) -> Iterator[Part]:
    makers = (
        _frame, _reminders, _unlogged, _skipped, _last_time, _items, _unclear,
        _first_meeting if is_first else _ask,
    )  # fmt: skip
    for make in makers:
        yield from make(desk)


def _frame(desk: Desk) -> Iterator[Part]:
    if cadence.held_count(desk.folder) < FRAMED_MEETINGS:
        yield Frame()


def _reminders(desk: Desk) -> Iterator[Part]:
    due = reminders(desk.folder, desk.on, desk.today)
    if due:
        yield Reminders(due)


def _unlogged(desk: Desk) -> Iterator[Part]:
    old = cadence.rhythm(desk.folder, desk.settings, desk.today).unlogged
    if old:
        yield Unlogged(old)


def _skipped(desk: Desk) -> Iterator[Part]:
    skip = cadence.rhythm(desk.folder, desk.settings, desk.today).skip
    if skip:
        yield Skipped(skip)


def _last_time(desk: Desk) -> Iterator[Part]:
    last = cadence.last_held(desk.folder.meetings, desk.today)
    if last:
        sad = next((m.text for m in last.moments if m.face == ":-("), "")
        decided = next((b.text for b in last.under("Decisions")), "")
        yield LastTime(last, sad, decided)


def _items(desk: Desk) -> Iterator[Part]:
    rows = numbered(desk.folder, desk.settings, desk.today, desk.on)
    for side in (NOBODY, OTHER, ME, THEM):
        owed = tuple(row for row in rows if row.promise and row.side == side)
        if owed:
            yield Owed(side, owed)
    for side in (THEM, ME):
        brought = tuple(row for row in rows if row.topic and row.side == side)
        if brought:
            yield Brought(side, brought)


def _unclear(desk: Desk) -> Iterator[Part]:
    found = unclear(desk.folder)
    if found:
        yield Unclear(found)


def _ask(desk: Desk) -> Iterator[Part]:
    """The questions the note has recorded; else those that were asked least recently."""
    brought = any(t.owner == desk.folder.person.slug for t in open_topics(desk.folder, desk.on))
    recorded = questions.by_id(desk.bank, desk.note.asked) if desk.note else ()
    chosen = recorded or _chosen(desk, 1 if brought else QUESTIONS_PER_AGENDA)
    if chosen:
        yield Ask(chosen[:QUESTIONS_PER_AGENDA], fill=not brought)


def _chosen(desk: Desk, count: int) -> tuple[Question, ...]:
    everyday = desk.purpose in ("", *_EVERYDAY)
    fitting = [_EVERYDAY] if everyday else [(desk.purpose,), _EVERYDAY]
    tries = (questions.choose(desk.bank, desk.folder, purposes, count) for purposes in fitting)
    return next(filter(None, tries), ())


def _first_meeting(desk: Desk) -> Iterator[Part]:
    yield FirstMeeting(
        person=_opening(desk, "fm-best-manager", "first"),
        role=() if desk.folder.role else _opening(desk, "rp-miss", "role"),
        us=_opening(desk, "fm-critical", "feedback"),
    )


def _opening(desk: Desk, wanted: str, purpose: str) -> tuple[Question, ...]:
    """The question that opens best, or another of its purpose where the bank has lost it."""
    known = questions.by_id(desk.bank, [wanted])
    return known or questions.choose(desk.bank, desk.folder, [purpose], 1)
