"""inbox.md, topics and actions between meetings, and private.md, remarks for the manager alone."""

import re
from datetime import date
from typing import NamedTuple

from onestop.formats import days, header, sections
from onestop.formats.items import is_empty_box
from onestop.formats.markdown import bullet, task
from onestop.formats.markdown.lines import Kind, Line, scan
from onestop.formats.markdown.words import Known
from onestop.formats.parsed import Parsed
from onestop.model.action import ActionItem
from onestop.model.problem import Problem
from onestop.model.topic import Remark, Topic

ORDER = ("Topics", "Actions")

_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})[ \t]+")
_REMIND = re.compile(r"remind:[ \t]*", re.IGNORECASE)


class Inbox(NamedTuple):
    """What waits for the next agenda."""

    topics: tuple[Topic, ...] = ()
    actions: tuple[ActionItem, ...] = ()


def parse(text: str, *, path: str, known: Known) -> Parsed[Inbox]:
    """Read an inbox: boxes are actions wherever they stand, other items under Topics are topics."""
    head = header.split(text)
    topics: list[Topic] = []
    actions: list[ActionItem] = []
    problems: list[Problem] = [*head.problems]
    for section in sections.split(scan(text, head.value.body, head.value.body_line)):
        for line in (x for x in section.lines if x.kind is Kind.ITEM):
            action, odd = task.read(line, text, known, section=section.name, path=path)
            problems += odd
            if action:
                actions.append(action)
            elif section.name == "Topics" and not is_empty_box(odd):
                topic, odd = _topic(line, text, path, known)
                problems += odd
                topics += [topic] if topic.text else []
    return Parsed(Inbox(tuple(topics), tuple(actions)), tuple(problems))


def first(name: str) -> str:
    """An inbox before its first line."""
    return f"# {name}: inbox\n"


def topic_line(day: date, owner: str, text: str, ident: str) -> str:
    """One topic as it is written."""
    return f"- {day.isoformat()} @{owner} {text} ^{ident}"


def add(text: str, section: str, line: str) -> str:
    """Add one line under Topics or Actions."""
    return sections.add(text, section, [line], ORDER)


def parse_private(text: str, *, path: str) -> Parsed[tuple[Remark, ...]]:
    """Read private.md: one remark a line, most of them dated."""
    head = header.split(text)
    lines = scan(text, head.value.body, head.value.body_line)
    found = (_remark(x, path) for x in lines if x.kind is Kind.ITEM)
    return Parsed(tuple(r for r in found if r.text), head.problems)


def first_private(name: str) -> str:
    """private.md before its first line."""
    return f"# {name}: private\n"


def add_private(text: str, day: date, remark: str, *, remind: bool) -> str:
    """Add one remark at the end of the list."""
    return sections.add_last(text, f"- {day.isoformat()} {'remind: ' if remind else ''}{remark}")


def _topic(line: Line, text: str, path: str, known: Known) -> Parsed[Topic]:
    shown = sections.shown(line, text)
    day, begin = _dated(shown, line.at - line.start)
    found, odd = bullet.bullet(shown, known, at=begin, number=line.number)
    raw = text[line.start : line.end]
    place = (path, line.number, raw)
    topic = Topic(found.id, found.who, found.text, day, found.talked, *place, found.tags)
    return Parsed(topic, odd)


def _remark(line: Line, path: str) -> Remark:
    day, begin = _dated(line.content, 0)
    remind = _REMIND.match(line.content, begin)
    text = line.content[remind.end() if remind else begin :]
    return Remark(day, text, bool(remind), path, line.number)


def _dated(words: str, at: int) -> tuple[date | None, int]:
    """The date at `at`, and where the words behind it begin; a day no calendar has is a word."""
    found = _DATED.match(words, at)
    day = days.iso(found[1]) if found else None
    return (day, found.end()) if found and day else (None, at)
