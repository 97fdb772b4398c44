"""YAML through its library: composed under a guard, edited by one splice, proved by reading again.

This module alone imports PyYAML and python-frontmatter, and is itself imported only for a text
that `plain` leaves, and for edits: simple headers are read without it.
"""

from collections.abc import Callable, Iterator
from typing import Any

import yaml

from onestop.formats.encoding import conflicts, newline
from onestop.formats.header import fences, splice
from onestop.formats.header.complaint import complaint
from onestop.formats.header.field import Field
from onestop.formats.header.meaning import fields, outline
from onestop.formats.header.page import Page
from onestop.formats.header.splice import Path, Splice
from onestop.formats.header.tree import (
    ALIAS,
    LIST,
    MAP,
    SCALAR,
    Builder,
    Node,
    UnreadableError,
    check,
)
from onestop.formats.header.written import Value
from onestop.formats.parsed import CannotEdit, Parsed
from onestop.formats.place import problem_at
from onestop.model.problem import Problem

Area = tuple[int, int]


def read(text: str, area: Area) -> Parsed[dict[str, Field] | None]:
    """Read the fields in a part of a text; None when it is unreadable or no mapping."""
    try:
        root = compose(text, area)
        if root.kind == MAP:
            return Parsed(*fields(text, root))
    except UnreadableError as error:
        return Parsed(None, (_problem(text, error),))
    if root.kind == SCALAR and root.words is None:
        return Parsed({})
    hint = "Write `key: value`, each key on a line."
    what = "this is not a list of `key: value` lines"
    return Parsed(None, (problem_at(text, root.start, "yaml", what, hint),))


def between(text: str, fence: fences.Fences) -> Parsed[dict[str, Field] | None]:
    """Read what stands between the fences; None when it is unreadable or no mapping."""
    from frontmatter.default_handlers import YAMLHandler

    words, _ = YAMLHandler(fences.FENCE).split(text)
    return read(text, (fence.start, fence.start + len(words)))


def is_quick() -> bool:
    """Whether the library has its C loader; the other one takes seven times as long."""
    return hasattr(yaml, "CSafeLoader")


def set_value(text: str, area: Area, path: Path, value: Value) -> str:
    """Write a value at `path`, in a part of a text; see `header.set_value`."""
    return _edit(text, area, lambda page: splice.set_value(page, path, value))


def append(text: str, area: Area, path: Path, item: Value) -> str:
    """Append to the list at `path`, in a part of a text."""
    return _edit(text, area, lambda page: splice.append(page, path, item))


def remove(text: str, area: Area, path: Path) -> str:
    """Take out what stands at `path`, in a part of a text."""
    return _edit(text, area, lambda page: splice.remove(page, path))


def _edit(text: str, area: Area, change: Callable[[Page], Splice]) -> str:
    """Put one splice in, and prove by reading again that nothing else has changed."""
    page = _page(text, area)
    found = change(page)
    new = text[: found.start] + found.words + text[found.end :]
    try:
        said = outline(compose(new, (area[0], area[1] + len(new) - len(text))))
    except UnreadableError:
        said = None
    if said != outline(page.root, found.node, found.meaning):
        page.refuse(found.start, "this cannot be changed without changing more")
    return new


def _page(text: str, area: Area) -> Page:
    problems = conflicts(text) or read(text, area).problems
    if problems:
        raise CannotEdit(problems[0])
    try:
        return Page(text, *area, compose(text, area, exact=True), newline(text))
    except UnreadableError as error:
        raise CannotEdit(_problem(text, error)) from error


def _problem(text: str, error: UnreadableError) -> Problem:
    return problem_at(text, error.offset, error.code, error.message, error.hint)


def compose(text: str, area: Area, *, exact: bool = False) -> Node:
    """Read a part of a text as a tree; what says nothing is a scalar at its end.

    `exact` asks for the slow loader, whose places are sure.
    Raises UnreadableError for what is no YAML, and for what is beyond the guard.
    """
    start, end = area
    check(text, start, end)
    loader = yaml.SafeLoader if exact else getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        events = yaml.parse(text[start:end], Loader=loader)
        return _build(events, start) or Node(SCALAR, end, end)
    except yaml.MarkedYAMLError as error:
        raise _invalid(text, error, start) from error
    except (ValueError, OverflowError) as error:
        hint = "Write the character itself."
        raise UnreadableError("an escape that stands for no character", start, hint) from error


def _build(events: Iterator[yaml.Event], shift: int) -> Node | None:
    builder = Builder()
    for event in events:
        start, end = _at(event.start_mark, shift), _at(event.end_mark, shift)
        if isinstance(event, yaml.ScalarEvent):
            # One of the loaders lets lone surrogates through: this raises ValueError.
            event.value.encode()
            words, style = event.value, event.style
            builder.add(Node(SCALAR, start, end, event.anchor, event.tag, words, style))
        elif isinstance(event, yaml.AliasEvent):
            builder.repeat(Node(ALIAS, start, end, text=event.anchor or ""))
        elif isinstance(event, yaml.CollectionStartEvent):
            kind = MAP if isinstance(event, yaml.MappingStartEvent) else LIST
            style = "flow" if event.flow_style else None
            builder.open(Node(kind, start, end, event.anchor, event.tag, style=style))
        elif isinstance(event, yaml.CollectionEndEvent):
            builder.close(end)
        elif isinstance(event, yaml.DocumentStartEvent) and builder.root:
            raise UnreadableError("a second document begins here", start, "Delete this line.")
    return builder.root


def _invalid(text: str, error: yaml.MarkedYAMLError, shift: int) -> UnreadableError:
    """Turn the library's complaint into ours, at the place where a person would look."""
    context, end = error.context or "", _at(error.problem_mark, shift)
    what, hint = complaint(context, error.problem or "", text[end : end + 1])
    begun = error.context_mark if "block" not in context else None
    return UnreadableError(what, _at(begun, shift) if begun else end, hint)


def _at(mark: Any, shift: int) -> int:
    return shift + int(mark.index)
