"""inbox.md, topics and actions between meetings, and private.md, remarks for the manager alone."""

import re
from datetime import date
from typing import NamedTuple

from onestop.formats import bullet, dates, header, sections, task
from onestop.formats.lines import Kind, Line, scan
from onestop.formats.parsed import Parsed
from onestop.formats.words import Known
from onestop.model.action import ActionItem
from onestop.model.problem import Problem
from onestop.model.topic import Remark, Topic

ORDER = ("Topics", "Actions")

_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})\s+")
_REMIND = re.compile(r"remind:\s*", re.IGNORECASE)


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
        for line in section.lines:
            if line.kind != Kind.ITEM:
                continue
            found, odd = task.read(line, text, known, section=section.name, path=path)
            problems += odd
            if found:
                actions.append(found)
            elif section.name == "Topics":
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
    return sections.add(text, header.split(text).value.body, section, [line], ORDER)


def parse_private(text: str, *, path: str) -> Parsed[tuple[Remark, ...]]:
    """Read private.md: one remark a line, most of them dated."""
    head = header.split(text)
    lines = scan(text, head.value.body, head.value.body_line)
    found = tuple(_remark(line, path) for line in lines if line.kind == Kind.ITEM and line.content)
    return Parsed(found, head.problems)


def first_private(name: str) -> str:
    """private.md before its first line."""
    return f"# {name}: private\n"


def add_private(text: str, day: date, remark: str, *, remind: bool) -> str:
    """Add one remark at the end of the list."""
    line = f"- {day.isoformat()} {'remind: ' if remind else ''}{remark}"
    return sections.add_last(text, header.split(text).value.body, line)


def _topic(line: Line, text: str, path: str, known: Known) -> Parsed[Topic]:
    raw = text[line.start : line.end]
    at = line.at - line.start
    dated = _DATED.match(raw, at)
    day = dates.iso(dated[1]) if dated else None
    if dated and day:
        at = dated.end()
    found, odd = bullet.bullet(raw, known, at=at, number=line.number)
    topic = Topic(found.id, found.who, found.text, day, found.talked, path, line.number, raw)
    return Parsed(topic, odd)


def _remark(line: Line, path: str) -> Remark:
    dated = _DATED.match(line.content)
    day = dates.iso(dated[1]) if dated else None
    rest = line.content[dated.end() :] if dated and day else line.content
    remind = _REMIND.match(rest)
    return Remark(day, rest[remind.end() :] if remind else rest, bool(remind), path, line.number)
