"""Changes to YAML as the smallest piece of text that has to be written anew.

Nothing here touches a text: each function answers with a `Splice`.
`header` puts it in, and proves that the text now means what the splice says and nothing else.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from onestop.formats.header.meaning import Outline, outline
from onestop.formats.header.page import Page
from onestop.formats.header.tree import ALIAS, LIST, MAP, SCALAR, Node
from onestop.formats.header.written import (
    Value,
    begun,
    dashed,
    entry,
    inline,
    read_back,
    scalar,
)
from onestop.formats.place import line_column

Path = Sequence[str | int]


class Splice(NamedTuple):
    """`words` instead of `start` to `end`, by which `node` comes to mean `meaning`."""

    start: int
    end: int
    words: str
    node: Node
    meaning: Outline


class _New(NamedTuple):
    """A value to be written on one line: its words, and what they mean."""

    words: str
    meaning: Outline


def set_value(page: Page, path: Path, value: Value) -> Splice:
    """Replace a value that has no lines of keys or items of its own, or add its key at the end."""
    *above, step = path
    nodes = _trail(page, above)
    new = _New(inline(value), _meaning(value))
    target = _child(page, nodes[-1], step)
    if target is None:
        return _add(page, nodes, step, new, entry(step, value))
    if target.is_block or (target.kind == MAP and not isinstance(value, Mapping)):
        page.refuse(target.start, f'"{step}" holds keys or items of its own')
    return _replace(page, [*nodes, target], new)


def append(page: Page, path: Path, item: Value) -> Splice:
    """Append to the list at `path`; an absent key or an empty value becomes a list."""
    *above, step = path
    nodes = _trail(page, above)
    alone = _New(inline([item]), _meaning([item]))
    target = _child(page, nodes[-1], step)
    if target is None:
        return _add(page, nodes, step, alone, begun(step, item))
    if target.items:
        return _append(page, [*nodes, target], item)
    if target.kind != LIST and (target.kind != SCALAR or target.words is not None):
        page.refuse(target.start, f'"{step}" is not a list')
    if nodes[-1].is_block and nodes[-1].kind == MAP:
        return _begin(page, [*nodes, target], item)
    return _replace(page, [*nodes, target], alone)


def remove(page: Page, path: Path) -> Splice:
    """Take out the key or item at `path`; a list or mapping that it empties goes with it."""
    nodes = _trail(page, path)
    while len(nodes) > 2 and len(nodes[-2].values) == 1:
        nodes.pop()
    *above, target = nodes
    _unshared(page, above, target)
    parent = above[-1]
    at = next(at for at, value in enumerate(parent.values) if value is target)
    start, end = _cut_words(page, parent, at) if parent.style else _cut_lines(page, parent, at)
    left = outline(parent)
    width = 2 if parent.kind == MAP else 1
    left = left._replace(parts=left.parts[: at * width] + left.parts[at * width + width :])
    nothing = Outline(SCALAR) if not left.parts and not parent.style else left
    return Splice(start, end, "", parent, nothing)


def _trail(page: Page, path: Path) -> list[Node]:
    """Collect the nodes from the root to what stands at `path`."""
    nodes = [page.root]
    for step in path:
        node = _child(page, nodes[-1], step)
        if node is None:
            page.refuse(nodes[-1].start, f'there is no "{step}"')
        nodes.append(node)
    return nodes


def _child(page: Page, node: Node, step: str | int) -> Node | None:
    if node.kind == ALIAS:
        page.refuse(node.start, f"*{node.text} repeats what stands elsewhere")
    if isinstance(step, str):
        return next((value for key, value in node.pairs if key.name == step), None)
    return node.items[step] if -len(node.items) <= step < len(node.items) else None


def _meaning(value: Value) -> Outline:
    """Outline what a value says once it is written."""
    if value is None or isinstance(value, str | int):
        return Outline(SCALAR, words=read_back(value))
    if isinstance(value, Mapping):
        pairs = ((Outline(SCALAR, words=key), _meaning(each)) for key, each in value.items())
        return Outline(MAP, parts=tuple(part for pair in pairs for part in pair))
    return Outline(LIST, parts=tuple(_meaning(each) for each in value))


def _replace(page: Page, nodes: list[Node], new: _New) -> Splice:
    """Put a new value where a value stands, behind its anchor and tag."""
    target = nodes[-1]
    _unshared(page, nodes, target)
    meaning = new.meaning._replace(anchor=target.anchor, tag=target.tag)
    if meaning == outline(target):
        return Splice(target.end, target.end, "", target, meaning)
    if page.is_empty(target):
        return Splice(target.end, target.end, f" {new.words}", target, meaning)
    start = page.value_start(target)
    written = page.text[start : target.end].rstrip("\r\n")
    _keep_comments(page, target)
    return Splice(start, start + len(written), new.words, target, meaning)


def _add(page: Page, nodes: list[Node], step: str | int, new: _New, lines: list[str]) -> Splice:
    """Add a key behind the last one; `lines` spell it where there is room for lines."""
    parent = nodes[-1]
    unwritten = parent is page.root and page.is_empty(parent)
    if isinstance(step, int) or not (parent.kind == MAP or unwritten):
        page.refuse(parent.start, f'there is no "{step}"')
    _unshared(page, nodes)
    parts = (*outline(parent).parts, Outline(SCALAR, words=step), new.meaning)
    meaning = Outline(MAP, parent.anchor, parent.tag, parts=parts)
    if parent.style:
        at = page.ends(parent)[-1] if parent.pairs else page.value_start(parent) + 1
        comma = "" if not parent.pairs else " , " if page.text[at - 1] == ":" else ", "
        return Splice(at, at, f"{comma}{scalar(step)}: {new.words}", parent, meaning)
    column = page.column(page.starts(parent)[0]) if parent.pairs else 0
    at = page.line_end(page.content_end(parent))
    if parent.pairs:
        at = page.behind_comments(at, column)
    words = page.new_lines(at, column, *lines)
    return Splice(at, at, words, parent, meaning)


def _append(page: Page, nodes: list[Node], item: Value) -> Splice:
    """Append to a list that has items, as its last item is written."""
    _unshared(page, nodes)
    target = nodes[-1]
    said = outline(target)
    meaning = said._replace(parts=(*said.parts, _meaning(item)))
    last = target.items[-1]
    if target.style:
        return Splice(last.end, last.end, f", {inline(item)}", target, meaning)
    dash = page.starts(target)[-1]
    gap = page.text[dash + 1 : last.start]
    gap = gap if gap and not gap.strip(" ") else " "
    column = page.column(dash)
    at = page.behind_comments(page.line_end(page.content_end(last)), column + 1)
    words = page.new_lines(at, column, *dashed(item, gap))
    return Splice(at, at, words, target, meaning)


def _begin(page: Page, nodes: list[Node], item: Value) -> Splice:
    """Make a list with one item where nothing, `null` or `[]` stands behind a key."""
    _unshared(page, nodes)
    *_, parent, target = nodes
    _keep_comments(page, target)
    start = len(page.text[: page.value_start(target)].rstrip())
    end = page.line_end(target.end)
    kept = page.text[target.end : end].rstrip("\r\n")
    line_end = page.text[target.end + len(kept) : end]
    at = next(at for at, value in enumerate(parent.values) if value is target)
    indent = " " * (page.column(page.starts(parent)[at]) + 2)
    between = line_end or page.newline
    words = kept + "".join(f"{between}{indent}{line}" for line in dashed(item)) + line_end
    meaning = Outline(LIST, target.anchor, target.tag, parts=(_meaning(item),))
    return Splice(start, end, words, target, meaning)


def _cut_lines(page: Page, parent: Node, at: int) -> tuple[int, int]:
    """Span the lines of one entry; only its words when it begins behind a dash."""
    start, end = page.starts(parent)[at], page.line_end(page.ends(parent)[at])
    first = page.line_start(start)
    if page.text[first:start].strip(" "):
        return _cut_words(page, parent, at)
    if not page.text.endswith("\n", first, end):
        first = max(page.start, len(page.text[:first].removesuffix("\n").removesuffix("\r")))
    return first, end


def _cut_words(page: Page, parent: Node, at: int) -> tuple[int, int]:
    """Span the words of one entry, with the comma or the line end on one side."""
    starts, ends = page.starts(parent), page.ends(parent)
    start = ends[at - 1] if at else starts[0]
    end = starts[1] if not at and len(starts) > 1 else ends[at]
    if "#" in page.text[start : starts[at]] + page.text[ends[at] : end]:
        page.refuse(starts[at], "a comment stands between this and what is beside it")
    return start, end


def _unshared(page: Page, nodes: Sequence[Node], inside: Node | None = None) -> None:
    """Refuse to change what an alias repeats: any of `nodes`, or anything `inside` a node."""
    own = {id(node) for node in _walk(inside)} if inside else set()
    named = own | {id(node) for node in nodes}
    for node in _walk(page.root):
        if node.kind == ALIAS and id(node.target) in named and id(node) not in own:
            line = line_column(page.text, node.start)[0]
            what = f"*{node.text} on line {line} repeats this, so it would change too"
            page.refuse(node.start, what, f"Write the value instead of *{node.text} first.")


def _keep_comments(page: Page, node: Node) -> None:
    """Refuse to write over a comment that stands inside a value."""
    at = page.value_start(node)
    commented = node.style in ("|", ">") and "#" in page.text[at : node.end].partition("\n")[0]
    for leaf in _walk(node):
        if leaf.kind in (SCALAR, ALIAS):
            commented = commented or "#" in page.text[at : leaf.start]
            at = leaf.end
    if commented or "#" in page.text[at : node.end]:
        page.refuse(node.start, "a comment stands inside this value")


def _walk(node: Node) -> Iterator[Node]:
    """Yield a node and all that stands in it, in the order of the text."""
    yield node
    for part in node.parts:
        yield from _walk(part)
