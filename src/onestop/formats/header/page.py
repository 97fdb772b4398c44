"""The layout of YAML that is being edited: where values, entries and lines begin and end."""

import re
from typing import NamedTuple, NoReturn

from onestop.formats.header.tree import MAP, Node
from onestop.formats.parsed import CannotEdit
from onestop.formats.place import problem_at

_GAP = r"(?:\s|(?<!\S)#.*)*"
_PROPERTIES = r"(?:[&!]\S*(?:\s|(?<!\S)#.*)*)*"
_QUESTION = r"\?[ \t]*\Z"
_COMMENT = r"( *)#.*\n?"


class Page(NamedTuple):
    """YAML as the part of `text` from `start` to `end`; the `root` may span nothing."""

    text: str
    start: int
    end: int
    root: Node
    newline: str

    def value_start(self, node: Node) -> int:
        """Find where a value itself begins, behind its anchor and tag."""
        return _after(_PROPERTIES, self.text, node.start, node.end)

    def is_empty(self, node: Node) -> bool:
        """Tell whether nothing is written where the value would stand."""
        return self.value_start(node) == node.end

    def content_end(self, node: Node) -> int:
        """Find where a value ends, before the comments and blank lines that follow it."""
        if node.is_block:
            return self.ends(node)[-1]
        block = self.text[self.value_start(node) : node.end]
        if node.style not in ("|", ">") or "+" in block.partition("\n")[0]:
            return node.end
        return node.end - len(block) + len(block.rstrip("\r\n"))

    def pair_end(self, key: Node, value: Node) -> int:
        """Find where a key with its value ends; without a colon it ends with the key."""
        bare = self.is_empty(value) and ":" not in self.text[key.end : value.start]
        return key.end if bare else self.content_end(value)

    def starts(self, node: Node) -> list[int]:
        """Find where the entries of a list or mapping begin: at the dash, the ? or the word."""
        if node.kind == MAP:
            return [self._key_start(key) for key, _ in node.pairs]
        if node.style:
            return [item.start for item in node.items]
        dashes, at = [], self.value_start(node)
        for item in node.items:
            dashes.append(_after(_GAP, self.text, at, self.end))
            at = self.content_end(item)
        return dashes

    def ends(self, node: Node) -> list[int]:
        """Find where the entries of a list or mapping end, in the order of `starts`."""
        if node.kind == MAP:
            return [self.pair_end(key, value) for key, value in node.pairs]
        return [self.content_end(item) for item in node.items]

    def line_start(self, at: int) -> int:
        """Find where the line of `at` begins, behind a byte order mark."""
        return max(self.start, self.text.rfind("\n", 0, at) + 1)

    def line_end(self, at: int) -> int:
        """Find where the next line begins; `at` itself when a block of text ends there."""
        if at > self.start and self.text[at - 1] == "\n":
            return at
        return self.text.find("\n", at, self.end) + 1 or self.end

    def column(self, at: int) -> int:
        """Count the characters before `at` on its line."""
        return at - self.line_start(at)

    def behind_comments(self, at: int, column: int) -> int:
        """Find the line behind the comments that follow at once, as deep as `column`."""
        comment = re.compile(_COMMENT)
        while (found := comment.match(self.text, at, self.end)) and len(found[1]) >= column:
            at = found.end()
        return at

    def new_lines(self, at: int, column: int, *lines: str) -> str:
        """Write lines to put in where a line begins, or behind a last line without end."""
        body = self.newline.join(" " * column + line for line in lines)
        unfinished = at > self.start and self.text[at - 1] != "\n"
        return self.newline + body if unfinished else body + self.newline

    def refuse(self, at: int, what: str, hint: str = "") -> NoReturn:
        """Raise CannotEdit for what stands at `at`."""
        hint = hint or "Change it in your editor."
        raise CannotEdit(problem_at(self.text, at, "edit", what, hint))

    def _key_start(self, key: Node) -> int:
        line = self.text[self.line_start(key.start) : key.start]
        found = re.search(_QUESTION, line)
        return key.start - (len(line) - found.start() if found else 0)


def _after(pattern: str, text: str, start: int, end: int) -> int:
    found = re.compile(pattern).match(text, start, end)
    return found.end() if found else start
