"""Headings of notes, however people write them, and lines added under one.

Every edit is proved by reading again: the lines that were there mean what they meant,
and the new ones mean what was intended.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onestop.formats.encoding import newline
from onestop.formats.lines import Kind, Line, scan
from onestop.formats.parsed import CannotEdit
from onestop.model.meeting import SECTIONS
from onestop.model.problem import Problem

STATUS = "Status"

_OTHER_NAMES = {
    "check in": "Check-in", "checkin": "Check-in",
    "follow up": "Follow-up", "followup": "Follow-up", "follow ups": "Follow-up",
    "topic": "Topics",
    "win": "Wins", "celebrate": "Wins", "celebrations": "Wins",
    "challenge": "Challenges", "obstacle": "Challenges", "obstacles": "Challenges",
    "development": "Growth",
    "retro": "Happiness", "happiness retro": "Happiness",
    "decision": "Decisions", "takeaways": "Decisions",
    "action": "Actions", "action items": "Actions", "next steps": "Actions",
    "status": STATUS,
}  # fmt: skip
_NAMES = {name.lower().replace("-", " "): name for name in SECTIONS} | _OTHER_NAMES
_NOT_LETTERS = re.compile(r"[\W\d_]+")


class Section(NamedTuple):
    """A heading and the lines under it; `name` is ours where it is known, else its title."""

    name: str
    heading: Line | None
    lines: tuple[Line, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands under the heading."""
        return all(line.kind == Kind.BLANK for line in self.lines)


def canonical(title: str) -> str:
    """Our name of a heading, without regard to case and decoration; "" when it is not ours."""
    return _NAMES.get(_NOT_LETTERS.sub(" ", title).strip().lower(), "")


def split(lines: Iterable[Line]) -> list[Section]:
    """The sections of a note; a heading of ours ends only at a heading of its level or above,
    or at the next one of ours, so that what stands under its own sub-headings belongs to it.
    """
    found: list[tuple[str, Line | None, list[Line]]] = [("", None, [])]
    level = 0
    for line in lines:
        ours = canonical(line.content) if line.kind == Kind.HEADING else ""
        if line.kind == Kind.HEADING and (ours or not level or line.level <= level):
            found.append((ours or line.content, line, []))
            level = line.level if ours else 0
        else:
            found[-1][2].append(line)
    return [Section(name, heading, tuple(body)) for name, heading, body in found]


def add(
    text: str, body: int, name: str, new: Sequence[str], order: Sequence[str] = SECTIONS
) -> str:
    """Add list items at the end of a section, which is made in its place when it is absent.

    `body` is the offset after the front matter. Raises CannotEdit when the place is inside
    code or a comment that was never closed.
    """
    if not new:
        return text
    parts = split(scan(text, body))
    section = next((s for s in parts if s.name == name), None)
    if section and section.heading:
        at, lines = _end_of(section), list(new)
    else:
        at, lines = _place_for(parts, name, order, text), [f"## {name}", *new]
    after = _insert(text, at, lines, new_section=section is None)
    _prove(text, after, body, lines)
    return after


def add_last(text: str, body: int, line: str) -> str:
    """Add a list item after the last words of a text without sections."""
    full = [found for found in scan(text, body) if found.kind != Kind.BLANK]
    if full and full[-1].kind == Kind.ITEM:
        after = _insert(text, full[-1].end, [line], new_section=False)
    else:
        after = _append(text, line, newline(text))
    _prove(text, after, body, [line])
    return after


def drop_empty(text: str, body: int, names: Sequence[str] = SECTIONS) -> str:
    """Remove headings of ours under which nothing was written, with the blank lines after them."""
    for section in reversed(split(scan(text, body))):
        if section.heading and section.name in names and section.is_empty:
            end = section.lines[-1].end if section.lines else section.heading.end
            text = text[: section.heading.start] + text[_next_line(text, end) :]
    return _trim_end(text)


def replace_line(text: str, number: int, raw: str, new: str) -> str:
    """Replace the line `raw` at `number`, or nearest to it; CannotEdit when it is gone."""
    same = [line for line in scan(text) if text[line.start : line.end] == raw]
    if not same:
        hint = "Run the command again."
        raise CannotEdit(
            Problem("moved", "this line has changed meanwhile", hint, line=number, text=raw)
        )
    line = min(same, key=lambda found: abs(found.number - number))
    return text[: line.start] + new + text[line.end :]


def _end_of(section: Section) -> int:
    """Where the section's last words end; its heading when there are none."""
    full = [line for line in section.lines if line.kind != Kind.BLANK]
    last = full[-1] if full else section.heading
    assert last is not None
    return last.end


def _place_for(parts: list[Section], name: str, order: Sequence[str], text: str) -> int:
    """The start of the first section that comes later in the conversation; else the end."""
    later = order[order.index(name) + 1 :] if name in order else ()
    for section in parts:
        if section.heading and section.name in later:
            return section.heading.start
    return len(text)


def _insert(text: str, at: int, lines: Sequence[str], *, new_section: bool) -> str:
    end = newline(text)
    block = end.join(lines)
    if not new_section:
        return f"{text[:at]}{end}{block}{text[at:]}"
    if at < len(text):
        return f"{text[:at]}{block}{end}{end}{text[at:]}"
    return _append(text, block, end)


def _append(text: str, block: str, end: str) -> str:
    """Add a block after a blank line at the end; a missing final newline stays missing."""
    bare = text.rstrip("\r\n")
    if not bare:
        return f"{text}{block}{end}"
    tail = text[len(bare) :]
    gap = tail if tail.count("\n") > 1 else end * 2
    return f"{bare}{gap}{block}{end if tail else ''}"


def _prove(before: str, after: str, body: int, added: Sequence[str]) -> None:
    """What was there means what it meant, and the new lines are what they should be."""
    old, new = _meaning(before, body), _meaning(after, body)
    expected = [_kind_of(line) for line in added]
    same_start = _same(old, new)
    same_end = _same(old[::-1], new[::-1])
    for at in range(max(0, len(old) - same_end), same_start + 1):
        if len(new) == len(old) + len(added) and new[at : at + len(added)] == expected:
            return
    hint = "Close the code block or the comment above, then run the command again."
    raise CannotEdit(
        Problem("place", "a new line here would not be read as one", hint, line=len(old))
    )


def _same(one: list[tuple[Kind, str]], other: list[tuple[Kind, str]]) -> int:
    """How many lines are the same from the start."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _meaning(text: str, body: int) -> list[tuple[Kind, str]]:
    return [(line.kind, line.content) for line in scan(text, body) if line.kind != Kind.BLANK]


def _kind_of(line: str) -> tuple[Kind, str]:
    found = scan(line)[0]
    return found.kind, found.content


def _next_line(text: str, end: int) -> int:
    """The offset after the line end at `end`."""
    if text.startswith("\r\n", end):
        return end + 2
    return min(end + 1, len(text))


def _trim_end(text: str) -> str:
    """One line end at the end of the text, where dropped sections left blank lines."""
    bare = text.rstrip("\r\n")
    tail = text[len(bare) :]
    return bare + tail[: _next_line(tail, 0)] if bare else text
