"""Where something stands in a text, as a person counts it.

Lines and columns count from 1; a byte order mark counts as nothing.
A line ends with LF, CRLF or a lone CR, as editors and CommonMark count them.
"""

import re

from onestop.model.problem import Problem

_LINE_END = re.compile(r"\r\n?|\n")


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Count the line and the column of one offset."""
    return line_number(text, offset), offset - line_start(text, offset) + 1


def line_number(text: str, offset: int) -> int:
    """Count the line of one offset."""
    lf, cr = text.count("\n", 0, offset), text.count("\r", 0, offset)
    return 1 + lf + cr - text.count("\r\n", 0, offset) if cr else 1 + lf


def line_start(text: str, offset: int) -> int:
    """Find the offset at which the line of `offset` begins."""
    start = 1 + max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))
    return start or _top(text)


def line_starts(text: str, end: int) -> list[int]:
    """List the offsets of all lines up to `end`, for those who ask for many places."""
    return [_top(text), *(found.end() for found in _LINE_END.finditer(text, 0, end))]


def problem_at(text: str, offset: int, code: str, message: str, hint: str = "") -> Problem:
    """Make a problem for one offset, with the person's own line."""
    line, column = line_column(text, offset)
    start = line_start(text, offset)
    end = _LINE_END.search(text, offset)
    own = text[start : end.start() if end else len(text)]
    return Problem(code, message, hint, line=line, column=column, text=own)


def _top(text: str) -> int:
    return int(text.startswith("\ufeff"))
