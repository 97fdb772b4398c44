"""What to bring to the table: the brief, as parts that are absent when they have nothing to say.

Each part is a function of the same `Desk`; the brief is their order.
The numbers of its items are those of `one log` and of the printed page.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from onestop.insight import actions, cadence, questions
from onestop.insight.actions import ME, THEM, Promise
from onestop.insight.practice import FRAMED_MEETINGS, QUESTIONS_PER_AGENDA
from onestop.model.agenda import Agenda, Pointer
from onestop.model.folder import Folder
from onestop.model.meeting import Meeting, Moment
from onestop.model.question import Question
from onestop.model.settings import Settings
from onestop.model.topic import Remark, Topic

CONFUSED = ":-/"


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


class Numbered(NamedTuple):
    """A promise or a topic with its number on the page, and the side that owes or brings it."""

    number: int
    side: str
    promise: Promise | None = None
    topic: Topic | None = None
    carried: int = 0

    @property
    def id(self) -> str:
        """The item's own id, "" for a line typed by hand."""
        if self.promise:
            return self.promise.item.id
        return self.topic.id if self.topic else ""


class Frame(NamedTuple):
    """The framing of the first meetings: whose time this is."""


class LastTime(NamedTuple):
    """The last meeting in one line."""

    meeting: Meeting
    sad: str
    decided: str


class Owed(NamedTuple):
    """Open promises of one side."""

    side: str
    items: tuple[Numbered, ...]


class Brought(NamedTuple):
    """Topics one side brings."""

    side: str
    items: tuple[Numbered, ...]


class Unclear(NamedTuple):
    """Every `:-/` that has not become happy, sad or settled."""

    moments: tuple[Moment, ...]


class Reminders(NamedTuple):
    """Private remarks whose day has come; on the screen alone."""

    remarks: tuple[Remark, ...]


class Skipped(NamedTuple):
    """The last meeting that did not happen."""

    meeting: Meeting


class Ask(NamedTuple):
    """Questions that fit; `fill` marks them as a suggestion where nobody brought a topic."""

    questions: tuple[Question, ...]
    fill: bool


class FirstMeeting(NamedTuple):
    """A first one-on-one: questions for the person, the role, and the two together."""

    person: tuple[Question, ...]
    role: tuple[Question, ...]
    us: tuple[Question, ...]


class Unlogged(NamedTuple):
    """Planned notes whose day has passed."""

    meetings: tuple[Meeting, ...]


Part = (
    Frame
    | LastTime
    | Owed
    | Brought
    | Unclear
    | Reminders
    | Skipped
    | Ask
    | FirstMeeting
    | Unlogged
)


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


def pointer(item: Numbered) -> Pointer:
    """Where the item has its home."""
    if item.promise:
        home = item.promise.item
        return Pointer("Follow-up", home.id, home.owner, home.text, home.path, home.line, home.raw)
    assert item.topic is not None
    topic = item.topic
    return Pointer("Topics", topic.id, topic.owner, topic.text, topic.path, topic.line, topic.raw)


def pointer_to_moment(moment: Moment) -> Pointer:
    """Where a moment of the happiness retro stands."""
    return Pointer("Happiness", moment.id, "", moment.text, moment.path, moment.line, moment.raw)


def numbered(folder: Folder, settings: Settings, today: date, on: date) -> tuple[Numbered, ...]:
    """The open items between two people, as the page numbers them."""
    mine, theirs, rest = _owed(folder, settings, today)
    topics = open_topics(folder, on)
    hers = [t for t in topics if t.owner == folder.person.slug]
    others = [t for t in topics if t.owner != folder.person.slug]
    carried = actions.times_carried(folder.meetings)
    rows = [
        *(Numbered(0, p.side, promise=p, carried=p.carried) for p in (*rest, *mine, *theirs)),
        *(Numbered(0, THEM, topic=t, carried=carried[t.id] if t.id else 0) for t in hers),
        *(Numbered(0, ME, topic=t, carried=carried[t.id] if t.id else 0) for t in others),
    ]
    return tuple(r._replace(number=n) for n, r in enumerate(rows, start=1))


def open_topics(folder: Folder, on: date) -> tuple[Topic, ...]:
    """Topics still to be discussed: of the inbox, of the notes planned up to `on`, and kept ones.

    A topic typed into a note that was held counts as discussed unless it carries an id,
    which it got when it was kept.
    """
    found = [t for t in folder.topics if not t.talked]
    for note in folder.meetings:
        for topic in note.topics:
            if not topic.talked and (topic.id if note.held else note.date <= on):
                found.append(topic)  # noqa: PERF401
    return tuple(found)


def unclear(folder: Folder) -> tuple[Moment, ...]:
    """Open `:-/` lines, the oldest first."""
    return tuple(
        moment
        for note in folder.meetings if note.held
        for moment in note.moments if moment.face == CONFUSED and not moment.became
    )  # fmt: skip


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
    """A reminder comes up on or after its day, until a later meeting was held."""
    last = cadence.last_held(desk.folder.meetings, desk.today)
    due = [
        r for r in desk.folder.remarks
        if r.remind and r.day and r.day <= desk.on and (last is None or r.day > last.date)
    ]  # fmt: skip
    if due:
        yield Reminders(tuple(due))


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
    for side in (actions.NOBODY, actions.OTHER, ME, THEM):
        owed = tuple(r for r in rows if r.promise and r.side == side)
        if owed:
            yield Owed(side, owed)
    for side in (THEM, ME):
        brought = tuple(r for r in rows if r.topic and r.side == side)
        if brought:
            yield Brought(side, brought)


def _unclear(desk: Desk) -> Iterator[Part]:
    found = unclear(desk.folder)
    if found:
        yield Unclear(found)


def _ask(desk: Desk) -> Iterator[Part]:
    brought = any(t.owner == desk.folder.person.slug for t in open_topics(desk.folder, desk.on))
    recorded = questions.by_id(desk.bank, desk.note.asked) if desk.note else ()
    count = 1 if brought else QUESTIONS_PER_AGENDA
    chosen = recorded or questions.choose(desk.bank, desk.folder, ["check-in", "challenges"], count)
    if chosen:
        yield Ask(chosen[:QUESTIONS_PER_AGENDA], fill=not brought)


def purposes(purpose: str) -> list[str]:
    """The purposes of questions that fit a meeting, the closest first."""
    return [purpose] if purpose and purpose != "check-in" else ["check-in", "challenges"]


def _first_meeting(desk: Desk) -> Iterator[Part]:
    def one(purpose: str, wanted: str) -> tuple[Question, ...]:
        return questions.by_id(desk.bank, [wanted]) or questions.choose(
            desk.bank, desk.folder, [purpose], 1
        )

    yield FirstMeeting(
        person=one("first", "fm-best-manager"),
        role=() if desk.folder.role else one("role", "rp-miss"),
        us=one("feedback", "fm-critical"),
    )


def _owed(
    folder: Folder, settings: Settings, today: date
) -> tuple[list[Promise], list[Promise], list[Promise]]:
    """Open promises: the manager's, the person's, and those of nobody or of others."""
    found = actions.open_promises(folder, settings, today)
    return (
        [p for p in found if p.side == ME],
        [p for p in found if p.side == THEM],
        [p for p in found if p.side not in (ME, THEM)],
    )
