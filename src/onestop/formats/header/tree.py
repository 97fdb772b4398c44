"""A YAML text as a tree that remembers where everything stands.

A scalar keeps the words of the person: nothing here turns `no` into False or `10:30` into 630.
The limits are the guard against texts that are small on disk and enormous in memory.
"""

import re
from typing import NamedTuple

SIZE = 256 * 1024
"""How many characters a text may have."""
DEPTH = 24
"""How many lists and mappings may stand in each other."""
ALIASES = 50
"""How often a text may repeat something by `*name`."""
PARTS = 20_000
"""How many values a text may hold, repeats counted as often as they are made."""

_FORBIDDEN = "[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"

SCALAR, LIST, MAP, ALIAS = "scalar", "list", "map", "alias"


class UnreadableError(Exception):
    """A text that cannot be put together: what is wrong, where, and what to do."""

    def __init__(self, message: str, offset: int, hint: str, code: str = "yaml") -> None:
        super().__init__(message)
        self.message, self.offset, self.hint, self.code = message, offset, hint, code


def too_complex(what: str, offset: int) -> UnreadableError:
    """Make the guard's refusal; `what` says which limit the text is beyond."""
    hint = "Nobody writes this much by hand: look where it came from, or split the file."
    return UnreadableError(f"the text {what}", offset, hint, "too-complex")


def check(text: str, start: int, end: int) -> None:
    """Raise UnreadableError for a part of a text that no reader needs to look at."""
    if end - start > SIZE:
        raise too_complex(f"is longer than {SIZE // 1024} kB", start)
    if foreign := re.compile(_FORBIDDEN).search(text, start, end):
        what = f"a character that YAML does not allow (U+{ord(foreign[0]):04X})"
        raise UnreadableError(what, foreign.start(), "Delete it.")


class Node(NamedTuple):
    """One value; its span in the text begins with its anchor and tag, where it has any.

    `text` is a scalar's words or the name an alias repeats.
    `style` is `'`, `"`, `|` or `>` for a scalar that is not plain,
    and `flow` for a list or a mapping in brackets.
    """

    kind: str
    start: int
    end: int
    anchor: str | None = None
    tag: str | None = None
    text: str = ""
    style: str | None = None
    items: "tuple[Node, ...]" = ()
    pairs: "tuple[tuple[Node, Node], ...]" = ()
    target: "Node | None" = None

    @property
    def words(self) -> str | None:
        """What a scalar says; None for one that is left empty, `~` or `null`."""
        nothing = self.kind != SCALAR or (not self.style and self.text in ("", "~", "null"))
        return None if nothing else self.text

    @property
    def parts(self) -> "tuple[Node, ...]":
        """What stands in it, in order: items, or keys and values in turn."""
        return self.items or tuple(part for pair in self.pairs for part in pair)

    @property
    def values(self) -> "tuple[Node, ...]":
        """Its items, or the values of its keys."""
        return self.items or tuple(value for _, value in self.pairs)

    @property
    def is_block(self) -> bool:
        """Whether it is a list or mapping with a line for each entry."""
        return self.kind in (LIST, MAP) and not self.style

    @property
    def name(self) -> str | None:
        """What a scalar says as a key; None for a key that is a list or a mapping."""
        node = self.target or self
        return node.text if node.kind == SCALAR else None


class Builder:
    """Puts a tree together from its parts in the order in which they stand in the text."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[tuple[Node, list[Node]]] = []
        self._anchors: dict[str, Node] = {}
        self._aliases = self._parts = 0

    def add(self, node: Node) -> None:
        """Add a scalar, or a list or mapping that is complete."""
        self._parts += 1
        if self._parts > PARTS:
            raise too_complex(f"holds more than {PARTS:,} values", node.start)
        if node.anchor:
            self._anchors[node.anchor] = node
        if self._open:
            self._open[-1][1].append(node)
        else:
            self.root = node

    def repeat(self, node: Node) -> None:
        """Add an alias; what it repeats must be complete, so nothing ever contains itself."""
        self._aliases += 1
        if self._aliases > ALIASES:
            raise too_complex(f"repeats itself more than {ALIASES} times by *name", node.start)
        target = self._anchors.get(node.text)
        if target is None:
            hint = f'Put the value in double quotes: "*{node.text}".'
            raise UnreadableError(
                f"*{node.text} repeats something that has no name", node.start, hint
            )
        self.add(node._replace(target=target))

    def open(self, node: Node) -> None:
        """Begin a list or a mapping."""
        if len(self._open) == DEPTH:
            raise too_complex(f"is nested more than {DEPTH} deep", node.start)
        self._anchors.pop(node.anchor or "", None)
        self._open.append((node, []))

    def close(self, end: int) -> None:
        """End the list or mapping that was begun last."""
        node, parts = self._open.pop()
        if node.kind == LIST:
            self.add(node._replace(end=end, items=tuple(parts)))
        else:
            pairs = zip(parts[::2], parts[1::2], strict=True)
            self.add(node._replace(end=end, pairs=tuple(pairs)))
