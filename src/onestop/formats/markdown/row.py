"""One line of Markdown by itself: its marks, its columns, the block that it begins."""

import re

BLANKS = " \t"
CODE_INDENT = 4
_MARKER = re.compile(r"(?:[-+*]|[0-9]{1,9}[.)])(?=[ \t]|$)")
_FENCE = re.compile(r"`{3,}(?=[^`]*$)|~{3,}")


class Row:
    """A line on its way through the containers, a cursor.

    `at` is the next character that is no blank, `column` the place where it is seen (a tab
    goes to the next multiple of 4), `indent` the columns of blanks before it that belong to
    no container, `rest` what follows without the blanks at its end.
    """

    __slots__ = ("_column", "_text", "at", "end", "indent", "rest", "start")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start, self.end = start, end
        self.at, self._column, self._text = start, 0, text
        self._take(0)

    def _take(self, length: int) -> None:
        """Go past a marker of `length` characters and the blanks after it."""
        rest = self._text[self.at + length : self.end]
        words = rest.lstrip(BLANKS)
        blanks = rest[: len(rest) - len(words)]
        self.at += length + len(blanks)
        column = self._column + length
        self.indent = _width(blanks, column % 4) if "\t" in blanks else len(blanks)
        self._column = column + self.indent
        self.rest = words.rstrip(BLANKS)

    def quote(self) -> bool:
        """Go past a quote mark, if one is next."""
        if not self.rest.startswith(">") or self.indent >= CODE_INDENT:
            return False
        self._take(1)
        self.indent -= self.indent > 0
        return True

    def item(self, *, in_paragraph: bool) -> int:
        """Go past a list marker: the columns its item is indented by, or 0 without one.

        Inside a paragraph only a bullet or the number 1, with words, begins a list.
        """
        found = _MARKER.match(self.rest)
        if found is None or self.indent >= CODE_INDENT or is_rule(self.rest):
            return 0
        marker = found[0]
        empty = self.rest == marker
        if in_paragraph and (empty or (len(marker) > 1 and int(marker[:-1]) != 1)):
            return 0
        width = self.indent + len(marker)
        self._take(len(marker))
        used = 1 if empty or self.indent > CODE_INDENT else self.indent
        self.indent -= used
        return width + used


def _width(blanks: str, column: int) -> int:
    """Count the columns that blanks with tabs are seen to take, from `column` on."""
    return len((" " * column + blanks).expandtabs(4)) - column


def fence(rest: str) -> str:
    """Find the run of characters that opens a fenced block here, or ""."""
    found = _FENCE.match(rest)
    return found[0] if found else ""


def ends_fence(rest: str, opening: str) -> bool:
    """Whether this line closes the fenced block that `opening` began."""
    return rest.startswith(opening) and not rest.strip(opening[0])


def is_rule(rest: str) -> bool:
    """Whether this is a line drawn across the page: three or more of - * _."""
    mark = rest[:1]
    return mark in {"-", "*", "_"} and rest.count(mark) > 2 and not rest.strip(mark + BLANKS)


def underlined(rest: str) -> int:
    """Find the level, 1 or 2, of the heading whose words this line underlines, or 0."""
    mark = rest[:1]
    return 0 if not mark or rest.strip(mark) else {"=": 1, "-": 2}.get(mark, 0)


def read_title(rest: str) -> tuple[int, int, str] | None:
    """Read a heading that begins with #: its level, the offset of its words, the words."""
    words = rest.lstrip("#")
    level = len(rest) - len(words)
    if not 1 <= level <= 6 or (words and words[0] not in BLANKS):
        return None
    words = words.lstrip(BLANKS)
    at = len(rest) - len(words)
    unclosed = words.rstrip("#")
    if not unclosed or unclosed[-1] in BLANKS:
        words = unclosed.rstrip(BLANKS)
    return level, at, words
