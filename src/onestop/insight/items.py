"""Which item is meant by an id, the beginning of one, or a few of its words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onestop.insight.names import fold
from onestop.model.action import ActionItem
from onestop.model.feedback import Feedback
from onestop.model.folder import Folder
from onestop.model.meeting import CONFUSED, Moment
from onestop.model.topic import Topic

ACTION, TOPIC, MOMENT, MENTION = "action", "topic", "moment", "mention"
FEEDBACK = "feedback"
VOWELS = frozenset("aeiouy")
SHORTEST_PREFIX = 2


class Item(NamedTuple):
    """Anything with an id, and the line that is its home."""

    kind: str
    id: str
    text: str
    is_open: bool
    slug: str
    path: str
    line: int
    raw: str


def items(folders: Iterable[Folder]) -> tuple[Item, ...]:
    """Every action, topic, `:-/` and feedback of these folders; copies of one id count once."""
    seen: set[str] = set()
    found = []
    for item in (i for f in folders for i in _all(f)):
        if item.id not in seen:
            found.append(item)
        if item.id:
            seen.add(item.id)
    return tuple(found)


def matching(said: str, among: Sequence[Item], *, closed: bool = False) -> tuple[Item, ...]:
    """Everything that may be meant: one item, none, or several to choose from.

    A whole id; the beginning of ids; and for what cannot be an id, words of open items,
    or of closed ones where these are meant.
    """
    wanted = said.strip().removeprefix("^").lower()
    return next(filter(None, _tries(wanted, among, closed=closed)), ()) if wanted else ()


def _tries(wanted: str, among: Sequence[Item], *, closed: bool) -> Iterator[tuple[Item, ...]]:
    yield tuple(i for i in among if i.id.lower() == wanted)
    if len(wanted) >= SHORTEST_PREFIX and VOWELS.isdisjoint(wanted):
        yield tuple(i for i in among if i.id.lower().startswith(wanted))
    if words := fold(wanted):
        yield tuple(i for i in among if i.is_open != closed and words in fold(i.text))


def copied(item: Item, folders: Iterable[Folder]) -> tuple[Item, ...]:
    """Every line that says how far an item is: its home, its copies, and mentions that tick it."""
    if not item.id:
        return (item,)
    every = (i for f in folders for i in (*_all(f), *_ticks(f, item)))
    return tuple(i for i in every if i.id == item.id)


def _ticks(folder: Folder, item: Item) -> Iterator[Item]:
    for mention in (m for note in folder.meetings for m in note.mentions if m.ticked):
        line = item._replace(path=mention.path, line=mention.line, raw=mention.raw)
        yield line._replace(kind=MENTION, id=mention.id, is_open=False)


def _all(folder: Folder) -> Iterator[Item]:
    slug = folder.person.slug
    for action in (*folder.actions, *(a for note in folder.meetings for a in note.actions)):
        yield _item(ACTION, action, slug, is_open=action.state.is_open)
    for topic in folder.topics:
        yield _item(TOPIC, topic, slug, is_open=not topic.talked)
    for note in folder.meetings:
        for topic in note.topics:
            # What was typed into a held note is discussed, unless it was kept and has an id.
            still = topic.id or not note.held
            yield _item(TOPIC, topic, slug, is_open=bool(still and not topic.talked))
        for moment in note.moments:
            if moment.face == CONFUSED:
                yield _item(MOMENT, moment, slug, is_open=not moment.became)
    for feedback in folder.feedback:
        yield _item(FEEDBACK, feedback, slug, is_open=feedback.is_unsaid)


def _item(
    kind: str, line: ActionItem | Topic | Moment | Feedback, slug: str, *, is_open: bool
) -> Item:
    return Item(kind, line.id, line.text, is_open, slug, line.path, line.line, line.raw)
