"""Which item is meant by an id, the beginning of one, or a few of its words."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from onestop.insight.names import fold
from onestop.model.action import ActionItem, State
from onestop.model.folder import Folder
from onestop.model.meeting import Moment
from onestop.model.topic import Topic

ACTION, TOPIC, MOMENT = "action", "topic", "moment"
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
    action: ActionItem | None = None


def items(folders: Iterable[Folder]) -> tuple[Item, ...]:
    """Every action, topic and `:-/` of these folders; copies of one id count once."""
    seen: set[str] = set()
    found = []
    for item in (i for f in folders for i in _all(f)):
        if item.id not in seen:
            found.append(item)
        if item.id:
            seen.add(item.id)
    return tuple(found)


def matching(said: str, among: Sequence[Item]) -> tuple[Item, ...]:
    """Everything that may be meant: one item, none, or several to choose from.

    A whole id; the beginning of ids; and for what cannot be an id, words of open items.
    """
    wanted = said.strip().removeprefix("^").lower()
    rules: list[Callable[[Item], bool]] = [lambda i: i.id.lower() == wanted]
    if len(wanted) >= SHORTEST_PREFIX and not VOWELS & set(wanted):
        rules.append(lambda i: i.id.lower().startswith(wanted))
    rules.append(lambda i: i.is_open and bool(wanted) and fold(wanted) in fold(i.text))
    for rule in rules:
        found = tuple(i for i in among if rule(i))
        if found:
            return found
    return ()


def copied(item: Item, folders: Iterable[Folder]) -> tuple[Item, ...]:
    """Every line that carries this item's id: its home and its copies."""
    if not item.id:
        return (item,)
    return tuple(i for f in folders for i in _all(f) if i.id == item.id)


def _all(folder: Folder) -> Iterable[Item]:
    slug = folder.person.slug
    for action in (*folder.actions, *(a for m in folder.meetings for a in m.actions)):
        yield _action(action, slug)
    for topic in folder.topics:
        yield _topic(topic, slug)
    for meeting in folder.meetings:
        for topic in meeting.topics:
            yield _topic(topic, slug, was_held=meeting.held)
        for moment in meeting.moments:
            if moment.face == ":-/":
                yield _moment(moment, slug)


def _action(action: ActionItem, slug: str) -> Item:
    is_open = action.state in (State.OPEN, State.STARTED)
    return Item(
        ACTION,
        action.id,
        action.text,
        is_open,
        slug,
        action.path,
        action.line,
        action.raw,
        action,
    )


def _topic(topic: Topic, slug: str, *, was_held: bool = False) -> Item:
    """A topic typed into a note that was held is discussed, unless it was kept and has an id."""
    is_open = not topic.talked and bool(topic.id or not was_held)
    return Item(TOPIC, topic.id, topic.text, is_open, slug, topic.path, topic.line, topic.raw)


def _moment(moment: Moment, slug: str) -> Item:
    return Item(
        MOMENT,
        moment.id,
        moment.text,
        not moment.became,
        slug,
        moment.path,
        moment.line,
        moment.raw,
    )
