"""Headings of notes, however people write them, and list items added or changed under them.

Every edit is proved by reading again: the lines that were there mean what they meant,
and the new ones mean what was intended.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from onestop.formats import header
from onestop.formats.encoding import newline
from onestop.formats.markdown.lines import Kind, Line, scan
from onestop.formats.parsed import CannotEdit
from onestop.model.meeting import SECTIONS
from onestop.model.problem import Problem

Edit = Callable[[str], str]
Meaning = list[tuple[Kind, str]]

NOTES, STATUS = "Notes", "Status"
"""Sections that are known, but not offered."""

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
    "note": NOTES, "notes": NOTES, "status": STATUS,
}  # fmt: skip
_NAMES = {name.lower().replace("-", " "): name for name in SECTIONS} | _OTHER_NAMES
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_LINE_END = re.compile(r"\r\n?|\n")


class Section(NamedTuple):
    """A heading and the lines under it; `name` is ours where it is known, else its title."""

    name: str
    heading: Line | None
    lines: tuple[Line, ...]

    @property
    def last(self) -> Line | None:
        """The last line under the heading that is not blank; None when nothing stands there."""
        return next((x for x in reversed(self.lines) if x.kind is not Kind.BLANK), None)


def canonical(title: str) -> str:
    """Our name of a heading, without regard to case and decoration; "" when it is not ours."""
    return _NAMES.get(_NOT_LETTERS.sub(" ", title).strip().lower(), "")


def read(text: str) -> list[Line]:
    """The lines of a note below its front matter."""
    head = header.split(text).value
    return scan(text, head.body, head.body_line)


def split(lines: Iterable[Line]) -> list[Section]:
    """The sections of a note; a heading of ours ends only at a heading of its level or above,
    or at the next one of ours, so that what stands under its own sub-headings belongs to it.
    """
    found: list[tuple[str, Line | None, list[Line]]] = [("", None, [])]
    level = 0
    for line in lines:
        ours = canonical(line.content) if line.kind is Kind.HEADING else ""
        if line.kind is Kind.HEADING and (ours or not level or line.level <= level):
            found.append((ours or line.content, line, []))
            level = line.level if ours else 0
        else:
            found[-1][2].append(line)
    return [Section(name, heading, tuple(body)) for name, heading, body in found]


def names(text: str) -> list[str]:
    """The names of a text's sections."""
    return [section.name for section in split(read(text)) if section.heading]


def add(text: str, name: str, new: Sequence[str], order: Sequence[str] = SECTIONS) -> str:
    """Add list items at the end of a section, which is made in its place when it is absent.

    Raises CannotEdit when the place is inside code or a comment that was never closed.
    """
    if not new:
        return text
    parts = split(read(text))
    there = next((s for s in parts if s.heading and s.name == name), None)
    if there and there.heading:
        return _proved(text, _below(text, there.last or there.heading, new), new)
    section = [f"## {name}", *new]
    return _proved(text, _before(text, _place_for(name, parts, order), section), section)


def add_last(text: str, item: str) -> str:
    """Add a list item after the last words of a text without sections."""
    last = Section("", None, tuple(read(text))).last
    in_list = last is not None and last.kind is Kind.ITEM
    after = _below(text, last, [item]) if last and in_list else _before(text, None, [item])
    return _proved(text, after, [item])


def drop_empty(text: str, names: Sequence[str] = SECTIONS) -> str:
    """Remove headings of ours under which nothing was written, with the blank lines after them.

    A heading that has deeper ones below it is not empty.
    """
    below = 0
    for section in reversed(split(read(text))):
        level = section.heading.level if section.heading else 0
        if section.name in names and not section.last and below <= level:
            text = _without(text, section)
        else:
            below = level
    return text


def shown(line: Line, text: str) -> str:
    """A line up to the end of its words: without a comment that goes on below, and blanks."""
    return text[line.start : line.at + len(line.content)]


def edit(text: str, line: Line, change: Edit) -> str:
    """Change the words of a line; CannotEdit when that would change what another one means."""
    end = line.at + len(line.content)
    after = text[: line.start] + change(text[line.start : end]) + text[end:]
    old, new = _by_number(text), _by_number(after)
    others = all(old[n] == new.get(n) for n in old if n != line.number)
    if not others or len(old) != len(new) or new[line.number][0] is not old[line.number][0]:
        what, hint = "changing this line would change others", "Edit it by hand."
        raw = text[line.start : line.end]
        raise CannotEdit(Problem("cannot-edit", what, hint, line=line.number, text=raw))
    return after


def edit_line(text: str, number: int, raw: str, change: Edit) -> str:
    """Change the line `raw` at `number`, or nearest to it; CannotEdit when it is gone."""
    same = [line for line in read(text) if text[line.start : line.end] == raw]
    if not same:
        what, hint = "this line has changed meanwhile", "Run the command again."
        raise CannotEdit(Problem("moved", what, hint, line=number, text=raw))
    return edit(text, min(same, key=lambda found: abs(found.number - number)), change)


def _place_for(name: str, parts: Iterable[Section], order: Sequence[str]) -> Line | None:
    """The heading of the first section that comes later in the conversation."""
    later = order[order.index(name) + 1 :] if name in order else ()
    return next((s.heading for s in parts if s.name in later), None)


def _below(text: str, line: Line, new: Iterable[str]) -> str:
    end = newline(text)
    return text[: line.end] + "".join(f"{end}{words}" for words in new) + text[line.end :]


def _before(text: str, line: Line | None, new: Iterable[str]) -> str:
    """Put lines in front of a heading; without one at the end, apart from what is there.

    A missing final newline stays missing.
    """
    end = newline(text)
    block = end.join(new)
    if line:
        return f"{text[: line.start]}{block}{end}{end}{text[line.start :]}"
    bare = text.rstrip("\r\n")
    if not bare.removeprefix("\ufeff"):
        return f"{text}{block}{end}"
    ended = len(_LINE_END.findall(text, len(bare)))
    return f"{text}{end * (2 - ended)}{block}{end if ended else ''}"


def _without(text: str, section: Section) -> str:
    """The text without an empty section; as it was when a heading binds what stands around it."""
    assert section.heading is not None
    last = section.lines[-1] if section.lines else section.heading
    rest = _LINE_END.sub("", text[last.end :], count=1)
    after = text[: section.heading.start] + rest
    if not rest:
        bare = after.rstrip("\r\n")
        ends = _LINE_END.match(after, len(bare))
        after = after[: ends.end()] if ends else bare
    heading = (section.heading.kind, section.heading.content)
    return after if _is_grown(_meaning(after), _meaning(text), [heading]) else text


def _proved(before: str, after: str, added: Iterable[str]) -> str:
    """The text after an edit, once it reads as the one before with these lines added."""
    new = [pair for line in added for pair in _meaning(line)]
    if _is_grown(_meaning(before), _meaning(after), new):
        return after
    what = "a new line here would not be read as one"
    hint = "Close the code block or the comment above, then run the command again."
    raise CannotEdit(Problem("place", what, hint, line=len(_LINE_END.findall(before)) + 1))


def _is_grown(less: Meaning, more: Meaning, by: Meaning) -> bool:
    """Whether `more` is `less` with the lines `by` put in at one place."""
    same = next((n for n, (a, b) in enumerate(zip(less, more, strict=False)) if a != b), len(less))
    return any(
        less[:at] + by + less[at:] == more for at in range(same, max(-1, same - len(by) - 1), -1)
    )


def _meaning(text: str) -> Meaning:
    return [(line.kind, line.content) for line in read(text) if not _is_empty(line)]


def _is_empty(line: Line) -> bool:
    """Whether nothing stands there; a fence that an item opens takes blank lines after it in."""
    return line.kind is Kind.BLANK or (line.kind is Kind.CODE and not line.content)


def _by_number(text: str) -> dict[int, tuple[Kind, str]]:
    return {line.number: (line.kind, line.content) for line in read(text)}
