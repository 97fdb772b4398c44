"""Markdown as lines: what each line of a note is, and where its words stand.

The reading is CommonMark's: lists, quotes and code nest as they do on GitHub and in Obsidian,
so that a box in a code sample is no promise.
It differs on purpose in four places, each in favour of what a person sees and can search:

- HTML other than comments, tables and link definitions are ordinary text:
  a box inside `<details>` still counts.
- Obsidian's `%% comments %%` hide what they enclose.
- A comment that begins inside a line hides whole items up to its end,
  provided that it ends before the next blank line; if not, it is literal.
- Of a heading underlined with `===` the first line of its words is the heading;
  a heading that opens a list item (`- # Plan`) is an item.

Lines end with LF, CRLF or a lone CR, as CommonMark and editors count them.
Git counts LF alone: in a file from an old Mac its numbers differ.
"""

import re

from onestop.formats.markdown import blocks
from onestop.formats.markdown.blocks import Kind, Line
from onestop.formats.markdown.row import BLANKS

__all__ = ["Kind", "Line", "scan"]

_BLANK, _HEADING, _ITEM, _TEXT = Kind.BLANK, Kind.HEADING, Kind.ITEM, Kind.TEXT

# An everyday note is made of plain lines: each means the same whatever stands around it,
# but for items one deeper than the line above.
_WORDS = r"(?:[^\s\d_#>=<~`*+-]|\d+(?![\d.)])|#[^\s#]|\*{1,2}\w|`{1,2}[^`]|[-+]\w)"
_PLAIN_ITEM = re.compile(rf" *- (?={_WORDS})")
_PLAIN_TEXT = re.compile(rf"(?:> ?)?(?={_WORDS})")
_PLAIN_TITLE = re.compile(r"#{1,6} (?=[^\s#])")


def scan(text: str, start: int = 0, first_line: int = 1) -> list[Line]:
    """Read `text` from offset `start`, the beginning of line `first_line`, to its end."""
    if start == 0 and text.startswith("\ufeff"):
        start = 1
    lines = _plain(text, start, first_line)
    return blocks.read(text, start, first_line) if lines is None else lines


def _plain(text: str, start: int, number: int) -> list[Line] | None:
    """Read a note of plain lines; None for one that needs the whole of CommonMark."""
    if "\r" in text or "<!--" in text or "%%" in text:
        return None
    lines: list[Line] = []
    add, new, item = lines.append, tuple.__new__, _PLAIN_ITEM.match
    rows = text[start:].split("\n")
    if not rows[-1]:
        rows.pop()
    deepest = 0
    for row in rows:
        end = start + len(row)
        allowed, deepest, level = deepest, 0, 0
        if not row:
            kind, marker, at = _BLANK, end, end
        elif found := item(row):
            indent = found.end() - 2
            if indent % 2 or indent > allowed:
                return None
            deepest = indent + 2
            kind, level = _ITEM, deepest // 2
            marker, at = start + indent, start + deepest
        elif found := _PLAIN_TITLE.match(row):
            level = found.end() - 1
            kind, marker, at = _HEADING, start, start + found.end()
            if row.rstrip(BLANKS)[-1] == "#":
                return None
        elif found := _PLAIN_TEXT.match(row):
            kind, marker, at = _TEXT, start + found.end(), start + found.end()
        else:
            return None
        add(new(Line, (number, start, end, kind, level, marker, at, text[at:end].rstrip(BLANKS))))
        number += 1
        start = end + 1
    return lines
