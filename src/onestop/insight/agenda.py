"""What to bring to the table: the brief, as parts that are absent when they have nothing to say.

Each part is a function of the same `Desk`; the brief is their order.
The numbers of its items are those of `one log` and of the printed page.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from onestop.insight import cadence, manager, questions, subjects, talks
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
    Fallen,
    FirstMeeting,
    Frame,
    Growth,
    Keep,
    LastTime,
    LeftOut,
    NextLink,
    Obstacle,
    Offer,
    Outcome,
    Owed,
    Part,
    Raise,
    Recognition,
    Reminders,
    Sadder,
    Silent,
    Skipped,
    Talk,
    Tell,
    Unclear,
    Unlogged,
    Untested,
)
from onestop.insight.practice import (
    FRAMED_MEETINGS,
    FULL_AGENDA,
    QUESTIONS_PER_AGENDA,
    TOPIC_MINUTES,
)
from onestop.model.agenda import Agenda, bare
from onestop.model.folder import Folder
from onestop.model.meeting import FIRST, Meeting
from onestop.model.okr import Quarter
from onestop.model.question import Question
from onestop.model.settings import Settings

__all__ = [
    "Ask", "Brief", "Brought", "Desk", "Fallen", "FirstMeeting", "Frame", "Growth", "Keep",
    "LastTime", "LeftOut", "NextLink", "Numbered", "Obstacle", "Offer", "Outcome", "Owed", "Part",
    "Raise", "Recognition", "Reminders", "Sadder", "Silent", "Skipped", "Talk", "Tell", "Unclear",
    "Unlogged", "Untested", "bare", "brief", "numbered", "open_topics", "plan", "pointer",
    "pointer_to_moment", "unclear",
]  # fmt: skip

_AT_REST = (Keep, NextLink, Offer, Recognition, Raise, Silent, Obstacle)
"""What a shortened meeting, or a page that is too full, leaves for another time."""


class Desk(NamedTuple):
    """What lies on the table when a brief is made.

    `usual` is the length the two are used to; a shorter meeting gets a shorter agenda.
    """

    folder: Folder
    settings: Settings
    today: date
    on: date
    minutes: int
    bank: Sequence[Question]
    note: Meeting | None = None
    purpose: str = ""
    outcome: str = ""
    team: tuple[Quarter, ...] = ()

    @property
    def is_short(self) -> bool:
        """Whether there is less time than usual."""
        return self.minutes < self.folder.person.minutes


class Brief(NamedTuple):
    """The manager's page before a one-on-one."""

    folder: Folder
    on: date
    minutes: int
    is_first: bool
    question: str
    parts: tuple[Part, ...]
    purpose: str = ""

    @property
    def items(self) -> tuple[Numbered, ...]:
        """Everything that carries a number."""
        return tuple(n for p in self.parts if isinstance(p, Owed | Brought | Tell) for n in p.items)

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
    parts = tuple(_parts(desk, is_first=is_first or desk.purpose == FIRST))
    return Brief(
        folder=folder,
        on=desk.on,
        minutes=desk.minutes,
        is_first=is_first,
        question=folder.role.question if folder.role else "",
        parts=_shortened(desk, parts) if desk.is_short else parts,
        purpose=desk.purpose,
    )


def pressing(page: Brief) -> Brief:
    """The page without what can wait for another time."""
    return page._replace(parts=tuple(p for p in page.parts if not isinstance(p, _AT_REST)))


def plan(desk: Desk, page: Brief, path: str) -> Agenda:
    """What the note of this meeting, at `path`, begins with: nothing for the manager alone."""
    return bare(desk.folder, desk.settings, desk.on, path)._replace(
        minutes=desk.minutes,
        purpose=desk.purpose or (FIRST if page.is_first else ""),
        outcome=desk.outcome,
        asked=tuple(q.id for q in page.asked),
        items=tuple(pointer(item) for item in page.items if not item.feedback),
    )


def _parts(desk: Desk, *, is_first: bool) -> Iterator[Part]:
    makers = (
        _outcome, _fallen, _frame, _reminders, _unlogged, _skipped, _last_time, _sadder, _items,
        _unclear, _talk, _growth, _silent, _obstacle, _untested, _next_link, _keep, _raise,
        _first_meeting if is_first else _ask, _yourself,
    )  # fmt: skip
    for make in makers:
        yield from make(desk)


def _shortened(desk: Desk, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Cut the agenda instead of the meeting (B8).

    Promises, what changed and the person's topics stay; one question is enough;
    of all topics so many are left as the time allows, the person's own first.
    """
    room = max(1, desk.minutes // TOPIC_MINUTES)
    kept: list[Part] = []
    left: list[Numbered] = []
    for part in parts:
        if isinstance(part, Brought):
            left += part.items[room:]
            if part.items[:room]:
                kept.append(part._replace(items=part.items[:room]))
            room = max(0, room - len(part.items))
        elif isinstance(part, Ask):
            kept.append(part._replace(questions=part.questions[:1]))
        elif not isinstance(part, _AT_REST):
            kept.append(part)
    return (*kept, LeftOut(tuple(left))) if left else tuple(kept)


def _outcome(desk: Desk) -> Iterator[Part]:
    if desk.outcome:
        yield Outcome(desk.outcome)


def _fallen(desk: Desk) -> Iterator[Part]:
    if _uses_okrs(desk):
        from onestop.insight import okrs

        found = okrs.falls(desk.folder, desk.on)
        if found:
            yield Fallen(found)


def _frame(desk: Desk) -> Iterator[Part]:
    held = [m for m in desk.folder.meetings if m.held]
    if len(held) < FRAMED_MEETINGS or manager.is_task_check_in(held):
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
        decided = next((b.text for b in last.under("Decisions")), "")
        old = manager.obstacle(desk.folder, desk.on)
        obstacles = [] if old else [b.text for b in last.under("Challenges")]
        yield LastTime(last, _sad_since(desk.folder, last, desk.today), decided, *obstacles[:1])


def _sad_since(folder: Folder, last: Meeting, today: date) -> str:
    """The first `:-(` of the last meeting, else a `:-/` that has become one since (E4)."""
    from onestop.insight import mood

    return mood.sad_since(folder, last, today)


def _sadder(desk: Desk) -> Iterator[Part]:
    is_wanted = subjects.HAPPINESS not in desk.folder.person.not_for_us
    if is_wanted and any(m.happiness for m in desk.folder.meetings):
        from onestop.insight import mood

        fall = mood.fallen(desk.folder, desk.on)
        if fall:
            yield Sadder(fall)


def _rows(desk: Desk) -> tuple[Numbered, ...]:
    return numbered(desk.folder, desk.settings, desk.today, desk.on)


def _items(desk: Desk) -> Iterator[Part]:
    rows = _rows(desk)
    for side in (NOBODY, OTHER, ME, THEM):
        owed = tuple(row for row in rows if row.promise and row.side == side)
        if owed:
            yield Owed(side, owed)
    for side in (THEM, ME):
        brought = tuple(row for row in rows if row.topic and row.side == side)
        if brought:
            yield Brought(side, brought)
    told = tuple(row for row in rows if row.feedback)
    if told:
        yield Tell(told)


def _unclear(desk: Desk) -> Iterator[Part]:
    found = unclear(desk.folder)
    if found:
        yield Unclear(found)


def _growth(desk: Desk) -> Iterator[Part]:
    if desk.folder.themes and desk.purpose != "growth":
        from onestop.insight import growth

        theme = growth.silent(desk.folder, desk.on, desk.settings.away)
        if theme:
            yield Growth(theme, growth.next_question(theme.theme, desk.folder))


def _uses_okrs(desk: Desk) -> bool:
    is_used = bool(desk.folder.okrs or desk.folder.team_okrs)
    return is_used and subjects.OKRS not in desk.folder.person.not_for_us


def _silent(desk: Desk) -> Iterator[Part]:
    if _uses_okrs(desk):
        from onestop.insight import okrs

        fallen = {fall.tag for fall in okrs.falls(desk.folder, desk.on)}
        found = tuple(r for r in okrs.silent(desk.folder, desk.on) if r.tag not in fallen)
        if found:
            yield Silent(found)


def _obstacle(desk: Desk) -> Iterator[Part]:
    old = manager.obstacle(desk.folder, desk.on)
    if old:
        yield old


def _untested(desk: Desk) -> Iterator[Part]:
    is_wanted = subjects.ALIGNMENT not in desk.folder.person.not_for_us
    if is_wanted and desk.folder.alignment.is_used:
        from onestop.insight import alignment

        for belief in alignment.untested(desk.folder.alignment)[:1]:
            yield Untested(belief)


def _next_link(desk: Desk) -> Iterator[Part]:
    if desk.folder.person.ambition and desk.purpose != "career":
        from onestop.insight import growth

        due = growth.link_due(desk.folder, desk.on)
        if due:
            yield NextLink(due)


def _keep(desk: Desk) -> Iterator[Part]:
    from onestop.insight import mood

    moments = mood.worth_keeping(desk.folder, desk.on)
    if moments:
        yield Keep(moments)


def _raise(desk: Desk) -> Iterator[Part]:
    clock = subjects.overdue(desk.folder, desk.on, desk.settings.away)
    if clock and desk.purpose not in subjects.PURPOSES_OF.get(clock.subject, ()):
        yield Raise(clock)


def _ask(desk: Desk) -> Iterator[Part]:
    """The questions the note has recorded for this purpose; else those asked least recently."""
    brought = any(t.owner == desk.folder.person.slug for t in open_topics(desk.folder, desk.on))
    is_same = desk.note is not None and desk.note.purpose == desk.purpose
    recorded = questions.by_id(desk.bank, desk.note.asked) if desk.note and is_same else ()
    is_ordinary = desk.purpose in ("", questions.EVERYDAY)
    is_full = brought or len(_rows(desk)) >= FULL_AGENDA
    chosen = recorded or _chosen(desk, 1 if is_full and is_ordinary else QUESTIONS_PER_AGENDA)
    if chosen:
        yield Ask(chosen[:QUESTIONS_PER_AGENDA], fill=not brought)


def _chosen(desk: Desk, count: int) -> tuple[Question, ...]:
    """Questions for the purpose; everyday ones where the bank has none for it."""
    purposes = (desk.purpose or questions.EVERYDAY, questions.EVERYDAY)
    tries = (
        questions.choose(desk.bank, desk.folder, questions.PURPOSES[purpose], count)
        for purpose in purposes
    )
    return next(filter(None, tries), ())


def _talk(desk: Desk) -> Iterator[Part]:
    for part in talks.parts(desk.purpose, desk.folder, desk.team, desk.on):
        yield Talk(part)


def _yourself(desk: Desk) -> Iterator[Part]:
    """The brief ends with what the notes lack, and one thing more: an offer or a reminder.

    The first talks have their framing instead of a reminder.
    """
    subject = subjects.offer(desk.folder, desk.on)
    mind = manager.reminder(desk.folder, desk.on)
    is_settled = cadence.held_count(desk.folder) >= FRAMED_MEETINGS
    if is_settled and (mind.missing or not subject):
        yield mind
    if subject:
        yield Offer(subject)


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
