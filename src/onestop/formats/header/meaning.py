"""What a tree says: as fields for those who read, as an outline for those who compare."""

from bisect import bisect_right
from typing import NamedTuple

from onestop.formats.header.field import Field, Tree
from onestop.formats.header.tree import ALIAS, DEPTH, LIST, MAP, PARTS, SCALAR, Node, too_complex
from onestop.formats.parsed import Parsed
from onestop.formats.place import line_starts, problem_at
from onestop.model.problem import Problem


class Outline(NamedTuple):
    """A tree without its looks and places: texts that mean the same have equal outlines.

    The parts of a mapping are its keys and values in turn; the words of an alias are its name.
    """

    kind: str
    anchor: str | None = None
    tag: str | None = None
    words: str | None = None
    parts: "tuple[Outline, ...]" = ()


def fields(text: str, root: Node) -> Parsed[dict[str, Field]]:
    """Read the keys of the mapping `root` in `text`, with repeats and merge keys filled in.

    A key that is given twice is left out and named: nobody can tell which one is meant.
    Raises UnreadableError when the repeats unfold into too much.
    """
    reading = _Reading(text, root.end)
    value = reading.mapping(root, 1)
    return Parsed(value, tuple(reading.problems))


def outline(node: Node, changed: Node | None = None, meaning: Outline | None = None) -> Outline:
    """Outline a tree, in which the node `changed` may come to mean something else."""
    if meaning and node is changed:
        return meaning
    words = node.text if node.kind == ALIAS else node.words
    parts = tuple(outline(part, changed, meaning) for part in node.parts)
    return Outline(node.kind, node.anchor, node.tag, words, parts)


class _Reading:
    """One walk over a tree, with the problems met on the way; a dict, to name each one once."""

    def __init__(self, text: str, end: int) -> None:
        self.problems: dict[Problem, None] = {}
        self._text = text
        self._starts = line_starts(text, end)
        self._parts = 0

    def mapping(self, node: Node, depth: int) -> dict[str, Field]:
        pairs, twice = self._pairs(node)
        own: dict[str, Field] = {}
        brought: dict[str, Field] = {}
        for name, (key, value) in pairs.items():
            if name != "<<" or key.style:
                own[name] = self._field(value, depth + 1)
            elif name not in twice:
                brought = self._merged(value, depth)
        return {name: field for name, field in (brought | own).items() if name not in twice}

    def _pairs(self, node: Node) -> tuple[dict[str, tuple[Node, Node]], set[str]]:
        """Sort the pairs by the name of their key, and tell which names are given twice."""
        pairs: dict[str, tuple[Node, Node]] = {}
        twice = set()
        for key, value in node.pairs:
            name = key.name
            if name is None:
                hint = "Write `key: value`, with words for the key."
                self._wrong(key, "yaml", "a list or a mapping cannot be a key", hint)
            elif name in pairs:
                self._wrong_twice(name, pairs[name][0], key)
                twice.add(name)
            else:
                pairs[name] = key, value
        return pairs, twice

    def _merged(self, value: Node, depth: int) -> dict[str, Field]:
        """Read what `<<: *name` or `<<: [*a, *b]` brings in; the first of a list wins."""
        node = value.target or value
        found: dict[str, Field] = {}
        for item in node.items if node.kind == LIST else (node,):
            source = item.target or item
            if source.kind == MAP:
                self._count(source, depth)
                found = self.mapping(source, depth) | found
            else:
                hint = "Write <<: *name, where &name stands at a mapping."
                self._wrong(value, "yaml", "<< can only bring in the keys of a mapping", hint)
        return found

    def _field(self, node: Node, depth: int) -> Field:
        line = self._line(node)
        column = node.start - self._starts[line - 1] + 1
        return Field(self._tree(node.target or node, depth), line, column)

    def _tree(self, node: Node, depth: int) -> Tree:
        self._count(node, depth)
        if node.kind == SCALAR:
            return node.words
        if node.kind == LIST:
            return [self._field(item, depth + 1) for item in node.items]
        return self.mapping(node, depth)

    def _count(self, node: Node, depth: int) -> None:
        """Stop repeats, which are small on disk, from becoming large here."""
        self._parts += 1
        if self._parts > PARTS:
            raise too_complex(f"unfolds into more than {PARTS:,} values", node.start)
        if depth > DEPTH and node.kind != SCALAR:
            raise too_complex(f"unfolds to more than {DEPTH} levels", node.start)

    def _line(self, node: Node) -> int:
        return bisect_right(self._starts, node.start)

    def _wrong_twice(self, name: str, first: Node, again: Node) -> None:
        what = f'"{name}" is given twice (first on line {self._line(first)})'
        self._wrong(again, "twice", what, "Keep one of the two and delete the other.")

    def _wrong(self, node: Node, code: str, what: str, hint: str) -> None:
        self.problems[problem_at(self._text, node.start, code, what, hint)] = None
