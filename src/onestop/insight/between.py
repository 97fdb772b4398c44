"""What is open between two people: what a page numbers, and every `:-/`."""

from datetime import date
from typing import NamedTuple

from onestop.insight import actions, cadence
from onestop.insight.actions import ME, NOBODY, OTHER, THEM, Promise
from onestop.insight.mentions import Mentions
from onestop.model.action import ActionItem
from onestop.model.agenda import Pointer
from onestop.model.feedback import Feedback
from onestop.model.folder import Folder
from onestop.model.meeting import CONFUSED, Meeting, Moment
from onestop.model.settings import Settings
from onestop.model.topic import Remark, Topic

_PROMISES = (NOBODY, OTHER, ME, THEM)
_TOPICS = (THEM, ME)


class Numbered(NamedTuple):
    """Something with a number on the page, and the side that owes, brings or tells it.

    It is a promise, a topic, or feedback that was not said yet.
    """

    number: int
    side: str
    promise: Promise | None = None
    topic: Topic | None = None
    feedback: Feedback | None = None
    carried: int = 0

    @property
    def line(self) -> ActionItem | Topic | Feedback:
        """The item as it stands in its file."""
        found = self.promise.item if self.promise else self.topic or self.feedback
        assert found is not None
        return found

    @property
    def id(self) -> str:
        """The item's own id, "" for a line typed by hand."""
        return self.line.id

    @property
    def text(self) -> str:
        """What the item says."""
        return self.line.text

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands: the path of its file, and the line."""
        return self.line.path, self.line.line


def numbered(folder: Folder, settings: Settings, today: date, on: date) -> tuple[Numbered, ...]:
    """The open items between two people, as the page numbers them.

    Promises come first, those of nobody and of others before those of the two;
    then topics, the person's own before the manager's; then what is still to be told.
    """
    mentions = Mentions(folder.meetings)
    owed = actions.open_promises(folder, settings, today)
    rows = [
        *(Numbered(0, p.side, promise=p, carried=p.carried) for p in owed),
        *(
            Numbered(0, _side(t, folder), topic=t, carried=mentions.carried(t))
            for t in open_topics(folder, on)
        ),
        *(Numbered(0, ME, feedback=f) for f in unsaid(folder, on)),
    ]
    rows.sort(key=_order)
    return tuple(row._replace(number=n) for n, row in enumerate(rows, start=1))


def open_topics(folder: Folder, on: date) -> tuple[Topic, ...]:
    """Topics still to be discussed: of the inbox, of the notes planned up to `on`, and kept ones.

    Lines with one id are one topic, discussed as soon as one of them says so.
    """
    lines = [*folder.topics, *(t for note in folder.meetings for t in _still_counting(note, on))]
    talked = {topic.id for topic in lines if topic.id and topic.talked}
    found: dict[object, Topic] = {}
    for topic in lines:
        if not topic.talked and topic.id not in talked:
            found.setdefault(topic.id or (topic.path, topic.line), topic)
    return tuple(found.values())


def unsaid(folder: Folder, on: date) -> tuple[Feedback, ...]:
    """Feedback that the person has not heard by that day, the oldest first."""
    found = [f for f in folder.feedback if f.is_unsaid and (f.day is None or f.day <= on)]
    return tuple(sorted(found, key=lambda f: f.day or date.min))


def unclear(folder: Folder, until: date = date.max) -> tuple[Moment, ...]:
    """Open `:-/` lines of the notes up to a day, the oldest first."""
    return tuple(
        moment
        for note in folder.held(until)
        for moment in note.moments if moment.face == CONFUSED and not moment.became
    )  # fmt: skip


def pointer(item: Numbered) -> Pointer:
    """Where the item has its home; feedback belongs into no section of a note."""
    home = item.line
    section = "Follow-up" if item.promise else "Topics" if item.topic else ""
    owner = "" if isinstance(home, Feedback) else home.owner
    return Pointer(section, home.id, owner, home.text, home.path, home.line, home.raw)


def pointer_to_moment(moment: Moment) -> Pointer:
    """Where a moment of the happiness retro stands."""
    return Pointer("Happiness", moment.id, "", moment.text, moment.path, moment.line, moment.raw)


def _order(row: Numbered) -> tuple[int, int]:
    if row.feedback:
        return (2, 0)
    sides = _PROMISES if row.promise else _TOPICS
    return (0 if row.promise else 1, sides.index(row.side))


def _still_counting(note: Meeting, on: date) -> tuple[Topic, ...]:
    """The topics of a note that may be open.

    One typed into a note that was held counts as discussed unless it carries an id,
    which it got when it was kept.
    """
    if note.held:
        return tuple(topic for topic in note.topics if topic.id)
    return note.topics if note.date <= on else ()


def _side(topic: Topic, folder: Folder) -> str:
    """Who brings it; what is not the person's is the manager's to raise."""
    return THEM if topic.owner == folder.person.slug else ME


def reminders(folder: Folder, on: date, today: date) -> tuple[Remark, ...]:
    """What comes up on a day: a reminder does on or after its own, until a meeting was held."""
    last = cadence.last_held(folder.meetings, today)
    return tuple(
        r for r in folder.remarks
        if r.remind and r.day and r.day <= on and (last is None or r.day > last.date)
    )  # fmt: skip
