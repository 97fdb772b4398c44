"""YAML files and the front matter of notes: read as fields, edited by splices.

This is the door of the room; nobody outside needs to know that YAML has a library.
`plain` reads what the tool itself writes, `library` reads the rest and makes every edit.
No object is ever made from a tag, no value is guessed, nothing is dumped over a person's file:
an edit puts one splice into the text, reads the result again,
and refuses when the meaning of anything but the one thing asked for has changed.
"""

from typing import TYPE_CHECKING, NamedTuple

from onestop.formats.encoding import conflicts, newline
from onestop.formats.header import fences, plain
from onestop.formats.header.field import Field, Tree
from onestop.formats.header.written import Block, Scalar, Value, Words, scalar
from onestop.formats.parsed import CannotEdit, Parsed
from onestop.formats.place import line_number
from onestop.model.problem import Problem

if TYPE_CHECKING:
    from onestop.formats.header.splice import Path

__all__ = [
    "Block", "Field", "Scalar", "Split", "Tree", "Value", "Words", "append", "append_header",
    "read", "remove", "remove_header", "scalar", "set_header", "set_value", "split",
]  # fmt: skip


class Split(NamedTuple):
    """A note: its fields, the span of the YAML that says them, and where its body begins.

    `head` is None without front matter and where that is broken; all the text is body then.
    `body` is an offset, `body_line` the number of its line.
    """

    fields: dict[str, Field]
    head: tuple[int, int] | None
    body: int
    body_line: int


def read(text: str) -> Parsed[dict[str, Field]]:
    """Read a whole YAML file; an empty one has no fields."""
    simple = plain.read(text)
    if simple is not None:
        return Parsed(simple)
    from onestop.formats.header import library

    found = library.read(text, _whole(text))
    return Parsed(found.value or {}, found.problems)


def split(text: str) -> Parsed[Split]:
    """Read the front matter of a note and find its body; `fences` tells what counts as such."""
    fence = fences.find(text)
    if fence is None:
        return _body_alone()
    found, problems = _between(text, fence)
    if found is None:
        return _body_alone(*problems if fences.key_below(text, fence.start) else ())
    if not found and not problems and fences.blank_below(text, fence.start):
        return _body_alone()
    line = line_number(text, fence.body)
    return Parsed(Split(found, (fence.start, fence.end), fence.body, line), problems)


def set_value(text: str, path: "Path", value: Value) -> str:
    """Write a value at `path`; its last step is added, behind the other keys, if it is absent.

    A list or a mapping is written in brackets, but for a new key with a `Block` or a list of
    mappings: these get lines of their own. A list or mapping that has such lines is never
    replaced, and one in braces only by a mapping; a path may lead into either.
    This and every other edit raises CannotEdit for a text that cannot be read,
    and where more would change than was asked.
    """
    simple = _put(text, _whole(text), str(path[0]), value) if len(path) == 1 else None
    if simple is not None:
        return simple
    from onestop.formats.header import library

    return library.set_value(text, _whole(text), path, value)


def append(text: str, path: "Path", item: Value) -> str:
    """Append to the list at `path`; an absent key or an empty value becomes a list.

    An item stands on one line, `- {date: 2026-11-17, now: 41}`, but for a `Block`;
    where the list is in brackets, even that does.
    """
    from onestop.formats.header import library

    return library.append(text, _whole(text), path, item)


def remove(text: str, path: "Path") -> str:
    """Take out the key or item at `path`; a list or mapping that it empties goes with it."""
    from onestop.formats.header import library

    return library.remove(text, _whole(text), path)


def set_header(text: str, key: str, value: Value) -> str:
    """Write one key of a note's front matter; a note that has none gets it, at its top."""
    head = _head(text)
    simple = _put(text, head, key, value) if head else None
    if simple is not None:
        return simple
    from onestop.formats.header import library

    if head is None:
        top, line_end = text.startswith("\ufeff"), newline(text)
        text = f"{text[:top]}---{line_end}---{line_end}{text[top:]}"
        head = (top + 3 + len(line_end),) * 2
    return library.set_value(text, head, [key], value)


def append_header(text: str, key: str, item: Value) -> str:
    """Append to a list in a note's front matter, which must be there."""
    from onestop.formats.header import library

    return library.append(text, _head_of(text), [key], item)


def remove_header(text: str, key: str) -> str:
    """Take one key out of a note's front matter."""
    from onestop.formats.header import library

    return library.remove(text, _head_of(text), [key])


def _put(text: str, area: tuple[int, int], key: str, value: Value) -> str | None:
    """Write a key of a simple text without the library; None where it is needed."""
    if conflicts(text):
        return None
    start, end = area
    new = plain.put(text[start:end], key, value, newline(text))
    return None if new is None else text[:start] + new + text[end:]


def _whole(text: str) -> tuple[int, int]:
    return int(text.startswith("\ufeff")), len(text)


def _head(text: str) -> tuple[int, int] | None:
    found = split(text)
    if found.problems:
        raise CannotEdit(found.problems[0])
    return found.value.head


def _head_of(text: str) -> tuple[int, int]:
    head = _head(text)
    if head is None:
        hint = "Put two lines --- at the very top and the keys between them."
        raise CannotEdit(Problem("edit", "there is no front matter", hint))
    return head


def _body_alone(*problems: Problem) -> Parsed[Split]:
    return Parsed(Split({}, None, 0, 1), problems)


def _between(text: str, fence: fences.Fences) -> Parsed[dict[str, Field] | None]:
    """Read what stands between the fences; None when it is unreadable or no mapping."""
    if not fence.body:
        return Parsed(None, (fences.unclosed(text),))
    simple = plain.read(text[fence.start : fence.end], 2)
    if simple is not None:
        return Parsed(simple)
    from onestop.formats.header import library

    return library.between(text, fence)
