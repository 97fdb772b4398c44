"""The list items of a note, sorted: promises, topics, mentions, moments and other bullets."""

from collections.abc import Container, Iterable
from typing import NamedTuple

from onestop.formats import sections
from onestop.formats.markdown import bullet, task
from onestop.formats.markdown.lines import Kind, Line
from onestop.formats.markdown.words import Known
from onestop.model.action import ActionItem, State
from onestop.model.meeting import Bullet, Mention, Moment
from onestop.model.problem import Problem
from onestop.model.topic import Topic


class Items(NamedTuple):
    """What a note holds, each kind in the order of its lines."""

    actions: list[ActionItem]
    topics: list[Topic]
    mentions: list[Mention]
    moments: list[Moment]
    bullets: list[Bullet]
    problems: list[Problem]


def is_empty_box(problems: Iterable[Problem]) -> bool:
    """Whether a list item was found to be a box without words, and so says nothing."""
    return any(problem.code == "empty-box" for problem in problems)


class Sorter:
    """Sorts the items of one note; `ids` are those of items that exist."""

    def __init__(self, text: str, path: str, known: Known, ids: Container[str]) -> None:
        self._text = text
        self._path = path
        self._known = known
        self._ids = ids
        self._found = Items([], [], [], [], [], [])

    def sort(self, lines: Iterable[Line]) -> Items:
        """Every list item, with the section it stands in."""
        for section in sections.split(lines):
            for line in section.lines:
                if line.kind is Kind.ITEM:
                    self._item(line, section.name)
        return self._found

    def _item(self, line: Line, section: str) -> None:
        found, problems = task.read(line, self._text, self._known, section=section, path=self._path)
        self._found.problems.extend(problems)
        if found is None:
            if not is_empty_box(problems):
                self._bullet(line, section)
        elif ident := self._mentioned(found.id, found.text, line):
            self._boxed_mention(found, ident)
        else:
            self._found.actions.append(found)

    def _bullet(self, line: Line, section: str) -> None:
        at = line.at - line.start
        shown = sections.shown(line, self._text)
        found, problems = bullet.bullet(shown, self._known, at=at, number=line.number)
        self._found.problems.extend(problems)
        if ident := self._mentioned(found.id, found.text, line):
            number, path, raw = self._place(line)
            mention = Mention(ident, ticked=False, line=number, path=path, raw=raw)
            self._found.mentions.append(mention)
        elif found.face and found.text:
            self._moment(found, line)
        elif section == "Topics" and found.text:
            self._topic(found, line)
        elif found.text:
            new = Bullet(section, found.text, found.who, found.tags, line.number)
            self._found.bullets.append(new)

    def _moment(self, found: bullet.Bullet, line: Line) -> None:
        words = (found.face, found.text, found.id, found.became)
        moment = Moment(*words, *self._place(line), found.tags, found.became_on)
        self._found.moments.append(moment)

    def _topic(self, found: bullet.Bullet, line: Line) -> None:
        number, path, raw = self._place(line)
        talked, tags = found.talked, found.tags
        topic = Topic(found.id, found.who, found.text, None, talked, path, number, raw, tags)
        self._found.topics.append(topic)

    def _place(self, line: Line) -> tuple[int, str, str]:
        return line.number, self._path, self._text[line.start : line.end]

    def _mentioned(self, own: str, words: str, line: Line) -> str | None:
        """The item whose id ends these words; what has an id of its own mentions none."""
        ident = None if own else bullet.mention(words, self._ids)
        if ident is None or ident in self._ids:
            return ident
        what = f"({ident}) is the id of nothing in this folder, and so it is words"
        hint = "Correct the id, or say it in other words."
        self._found.problems.append(Problem("mention", what, hint, line.number, strict=True))
        return None

    def _boxed_mention(self, found: ActionItem, ident: str) -> None:
        is_ticked = found.state is State.DONE
        self._found.mentions.append(Mention(ident, is_ticked, found.line, found.path, found.raw))
        if found.state is State.OPEN:
            what = f"({ident}) is mentioned with an open box, so a search finds it twice"
            hint = "`one check --fix` takes the box away."
            self._found.problems.append(
                Problem("open-mention", what, hint, found.line, 1, found.raw, strict=True)
            )
