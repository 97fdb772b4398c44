"""YAML files and the front matter of notes: read as fields, edited by splices.

This module alone knows YAML and its libraries; it imports them for what `plain` leaves.
No object is ever made from a tag, no value is guessed, nothing is dumped over a person's file:
an edit puts one splice into the text, reads the result again,
and refuses when the meaning of anything but the one thing asked for has changed.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from onestop.formats import fences, plain, splice
from onestop.formats.complaint import complaint
from onestop.formats.encoding import conflicts, newline
from onestop.formats.field import Field, Tree
from onestop.formats.meaning import fields, outline
from onestop.formats.page import Page
from onestop.formats.parsed import CannotEdit, Parsed
from onestop.formats.place import line_column, problem_at
from onestop.formats.splice import Item, Path, Splice, Value
from onestop.formats.tree import ALIAS, LIST, MAP, SCALAR, Builder, Node, UnreadableError, check
from onestop.formats.written import Scalar, Words, scalar
from onestop.model.problem import Problem

if TYPE_CHECKING:
    import yaml

__all__ = [
    "Field", "Scalar", "Split", "Tree", "Words", "append", "append_header", "read",
    "remove", "remove_header", "scalar", "set_header", "set_value", "split",
]  # fmt: skip

_Area = tuple[int, int]


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
    found = _fields(text, _whole(text))
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
    line, _ = line_column(text, fence.body)
    return Parsed(Split(found, (fence.start, fence.end), fence.body, line), problems)


def set_value(text: str, path: Path, value: Value) -> str:
    """Write a scalar, or a list in brackets, at `path`; the last step is added if absent.

    This and every other edit raises CannotEdit for a text that cannot be read,
    and where more would change than was asked.
    """
    return _edit(text, _whole(text), lambda page: splice.set_value(page, path, value))


def append(text: str, path: Path, item: Item) -> str:
    """Append to the list at `path`; an absent key or an empty value becomes a list."""
    return _edit(text, _whole(text), lambda page: splice.append(page, path, item))


def remove(text: str, path: Path) -> str:
    """Take out the key or item at `path`; a list or mapping that it empties goes with it."""
    return _edit(text, _whole(text), lambda page: splice.remove(page, path))


def set_header(text: str, key: str, value: Value) -> str:
    """Write one key of a note's front matter; a note that has none gets it, at its top."""
    head = _head(text)
    if head is None:
        top, line_end = text.startswith("\ufeff"), newline(text)
        text = f"{text[:top]}---{line_end}---{line_end}{text[top:]}"
        head = (top + 3 + len(line_end),) * 2
    return _edit(text, head, lambda page: splice.set_value(page, [key], value))


def append_header(text: str, key: str, item: Item) -> str:
    """Append to a list in a note's front matter, which must be there."""
    return _edit(text, _head_of(text), lambda page: splice.append(page, [key], item))


def remove_header(text: str, key: str) -> str:
    """Take one key out of a note's front matter."""
    return _edit(text, _head_of(text), lambda page: splice.remove(page, [key]))


def _whole(text: str) -> _Area:
    return int(text.startswith("\ufeff")), len(text)


def _head(text: str) -> _Area | None:
    found = split(text)
    if found.problems:
        raise CannotEdit(found.problems[0])
    return found.value.head


def _head_of(text: str) -> _Area:
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
    from frontmatter.default_handlers import YAMLHandler

    words, _ = YAMLHandler(fences.FENCE).split(text)
    return _fields(text, (fence.start, fence.start + len(words)))


def _fields(text: str, area: _Area) -> Parsed[dict[str, Field] | None]:
    """Read the fields in a part of a text; None when it is unreadable or no mapping."""
    try:
        root = _compose(text, area)
        if root.kind == MAP:
            return Parsed(*fields(text, root))
    except UnreadableError as error:
        return Parsed(None, (_problem(text, error),))
    if root.kind == SCALAR and root.words is None:
        return Parsed({})
    hint = "Write `key: value`, each key on a line."
    what = "this is not a list of `key: value` lines"
    return Parsed(None, (problem_at(text, root.start, "yaml", what, hint),))


def _problem(text: str, error: UnreadableError) -> Problem:
    return problem_at(text, error.offset, error.code, error.message, error.hint)


def _edit(text: str, area: _Area, change: Callable[[Page], Splice]) -> str:
    """Put one splice in, and prove by reading again that nothing else has changed."""
    page = _page(text, area)
    found = change(page)
    new = text[: found.start] + found.words + text[found.end :]
    try:
        said = outline(_compose(new, (area[0], area[1] + len(new) - len(text))))
    except UnreadableError:
        said = None
    if said != outline(page.root, found.node, found.meaning):
        page.refuse(found.start, "this cannot be changed without changing more")
    return new


def _page(text: str, area: _Area) -> Page:
    problems = conflicts(text) or _fields(text, area).problems
    if problems:
        raise CannotEdit(problems[0])
    try:
        return Page(text, *area, _compose(text, area, exact=True), newline(text))
    except UnreadableError as error:
        raise CannotEdit(_problem(text, error)) from error


def _compose(text: str, area: _Area, *, exact: bool = False) -> Node:
    """Read a part of a text as a tree; what says nothing is a scalar at its end.

    `exact` asks for the slow loader, whose places are sure.
    Raises UnreadableError for what is no YAML, and for what is beyond the guard.
    """
    import yaml

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


def _build(events: "Iterator[yaml.Event]", shift: int) -> Node | None:
    import yaml

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


def _invalid(text: str, error: "yaml.MarkedYAMLError", shift: int) -> UnreadableError:
    """Turn the library's complaint into ours, at the place where a person would look."""
    context, end = error.context or "", _at(error.problem_mark, shift)
    what, hint = complaint(context, error.problem or "", text[end : end + 1])
    begun = error.context_mark if "block" not in context else None
    return UnreadableError(what, _at(begun, shift) if begun else end, hint)


def _at(mark: Any, shift: int) -> int:
    return shift + int(mark.index)
