"""The containers of CommonMark: which line is an item, a heading, code or a comment.

One pass from line to line, holding what is open: quotes and list items, and inside the last of
them a paragraph, a fenced block or a comment.
Where the reading differs from CommonMark, and why, is told in `lines.py`.
"""

import re
from enum import IntEnum
from typing import NamedTuple

from onestop.formats.markdown.inline import Comments
from onestop.formats.markdown.row import (
    BLANKS,
    CODE_INDENT,
    Row,
    ends_fence,
    fence,
    is_rule,
    read_title,
    underlined,
)


class Kind(IntEnum):
    """What a line is; code and comment win over what they enclose."""

    BLANK = 0
    HEADING = 1
    ITEM = 2
    TEXT = 3
    CODE = 4
    COMMENT = 5


class Line(NamedTuple):
    """One line of a note; every offset counts in the whole text.

    `number` counts from 1; `end` is before the line end.
    `level` is 1-6 for a heading, the depth of nesting from 1 for an item, and 0 for the rest.
    `marker` is where the list marker or the first # stands, `at` where the content begins.
    `content` is the title, the item's words, or the line without quote marks and indentation;
    blanks at its end are left out, and so is a comment that goes on below.
    """

    number: int
    start: int
    end: int
    kind: Kind
    level: int
    marker: int
    at: int
    content: str


_QUOTE = 0
_MOST_AT_ONCE = 100  # more marks on one line than a person would write are words
_LINE_END = re.compile(r"\r\n?|\n")


def read(text: str, start: int, first_line: int) -> list[Line]:
    """Read `text` from offset `start`, the beginning of line `first_line`, to its end."""
    blocks = _Blocks(text, first_line)
    for line_end in _LINE_END.finditer(text, start):
        blocks.line(Row(text, start, line_end.start()))
        start = line_end.end()
    if start < len(text):
        blocks.line(Row(text, start, len(text)))
    return blocks.lines


class _Blocks:
    """What is open between one line and the next."""

    def __init__(self, text: str, first_line: int) -> None:
        self.lines: list[Line] = []
        self._text = text
        self._number = first_line
        self._comments = Comments(text)
        self._hidden = 0  # where the comment ends that began inside a line
        self._open: list[int] = []  # 0 for a quote, the columns of its indentation for an item
        self._hollow = False  # the last item has no words yet: a blank line ends it
        self._paragraph = -1  # the line in `lines` on which the open paragraph began
        self._until = ""  # what ends the code or the comment that is open

    def line(self, row: Row) -> None:
        """Read the next line."""
        if row.start < self._hidden:
            self._hide(self._hidden, row.end)
            self._add(row, Kind.COMMENT)
            return
        depth = self._descend(row)
        self._hollow = False
        if depth < len(self._open):
            self._until = ""
        if self._until:
            self._verbatim(row)
        elif not self._underline(row, depth):
            self._leaf(row, *self._enter(row, depth))

    def _descend(self, row: Row) -> int:
        """How many of the open containers this line belongs to."""
        for depth, width in enumerate(self._open):
            if width == _QUOTE:
                if not row.quote():
                    return depth
            elif not row.rest:
                if self._hollow and depth == len(self._open) - 1:
                    return depth
            elif row.indent < width:
                return depth
            else:
                row.indent -= width
        return len(self._open)

    def _verbatim(self, row: Row) -> None:
        """Take a line of a fenced block or of a comment."""
        if self._until == "-->":
            self._add(row, Kind.COMMENT)
            over = "-->" in row.rest
        else:
            self._add(row, Kind.CODE)
            over = row.indent < CODE_INDENT and ends_fence(row.rest, self._until)
        if over:
            self._until = ""

    def _underline(self, row: Row, depth: int) -> bool:
        """Make the open paragraph a heading, if this line underlines it."""
        if self._paragraph < 0 or depth < len(self._open) or row.indent >= CODE_INDENT:
            return False
        level = underlined(row.rest)
        if not level:
            return False
        words = self.lines[self._paragraph]
        if words.kind is Kind.TEXT:
            self.lines[self._paragraph] = words._replace(kind=Kind.HEADING, level=level)
        self._paragraph = -1
        self._add(row, Kind.TEXT)
        return True

    def _enter(self, row: Row, depth: int) -> tuple[int, int]:
        """Open the containers that begin on this line: the depth reached, the last marker."""
        marker = -1
        for _ in range(_MOST_AT_ONCE):
            at = row.at
            in_paragraph = self._paragraph >= 0 and depth == len(self._open)
            width = _QUOTE if row.quote() else row.item(in_paragraph=in_paragraph)
            if row.at == at:
                break
            marker = at if width else marker
            self._close(depth)
            self._open.append(width)
            depth += 1
        return depth, marker

    def _close(self, depth: int) -> None:
        del self._open[depth:]
        self._paragraph = -1

    def _leaf(self, row: Row, depth: int, marker: int) -> None:
        """Take what is left of the line once its containers are known."""
        kind = self._block(row)
        if kind is not None or self._paragraph < 0:
            self._close(depth)
        if kind is None and self._paragraph < 0:
            self._paragraph = len(self.lines)
        self._hollow = kind is Kind.BLANK and marker >= 0
        self._add(row, Kind.TEXT if kind is None else kind, marker)

    def _block(self, row: Row) -> Kind | None:
        """Tell what begins here; None for the words of a paragraph."""
        if not row.rest:
            return Kind.BLANK
        if row.indent >= CODE_INDENT:
            return Kind.CODE if self._paragraph < 0 else None
        if opening := fence(row.rest):
            self._until = opening
            return Kind.CODE
        if row.rest.startswith("<!--"):
            if "-->" not in row.rest and self._hide(row.at, row.end) == row.end:
                self._until = "-->"
            return Kind.COMMENT
        if read_title(row.rest):
            return Kind.HEADING
        return Kind.TEXT if is_rule(row.rest) else None

    def _add(self, row: Row, kind: Kind, marker: int = -1) -> None:
        at, level, content = row.at, 0, row.rest
        if marker >= 0 and kind < Kind.CODE:
            kind, level = Kind.ITEM, sum(map(bool, self._open))
        elif kind is Kind.HEADING and (title := read_title(content)):
            level, at, content = title[0], at + title[1], title[2]
        if kind < Kind.CODE and ("<!--" in content or "%%" in content):
            content = self._shown(at, at + len(content))
            kind = kind if content else Kind.COMMENT
        marker = row.at if marker < 0 else marker
        number = self._number + len(self.lines)
        self.lines.append(Line(number, row.start, row.end, kind, level, marker, at, content))

    def _shown(self, at: int, end: int) -> str:
        """Cut the words where a comment begins that goes on below; "" when none are left."""
        words = self._text[at : self._hide(at, end)].rstrip(BLANKS)
        return "" if words.startswith("%%") and words.find("%%", 2) == len(words) - 2 else words

    def _hide(self, at: int, end: int) -> int:
        """Hide what follows if a comment begins here that goes on below: where words end."""
        below = self._comments.below(at, end)
        if below is None:
            return end
        self._hidden = below[1]
        return below[0]
