"""The two lines of three dashes around front matter, at the very top of a note.

A note may also just begin with a rule, so the dashes alone prove nothing:

- what they enclose is a mapping, or nothing but comments: it is front matter;
- they never close, or enclose something else, and the line below the first ones
  looks like `key:`: it is front matter that is broken, which is a problem;
- anything else: there is no front matter, and the whole text is the note.

A blank line below the first dashes speaks for a rule: then only a mapping is front matter.
"""

import re
from typing import NamedTuple

from onestop.formats.place import problem_at
from onestop.model.problem import Problem

FENCE = re.compile(r"^\ufeff?---[ \t]*\r?(?:\n|\Z)", re.MULTILINE)
_NEXT = re.compile(rf"\n{FENCE.pattern[1:]}")
"""FENCE as it is found three times as fast: with something to look for at its beginning."""

_BLANK = r"[ \t]*\r?\n"
_KEY = r"""(?:[ \t]*#.*\n)*["'{\w][^:\n]*:(?:\s|\Z)"""


class Fences(NamedTuple):
    """Where the lines between the fences begin and end, and where the body begins.

    Without a second fence `end` is the end of the text, and `body` the beginning.
    """

    start: int
    end: int
    body: int


def find(text: str) -> Fences | None:
    """Find the fences of a text; None when it does not begin with one."""
    opening = FENCE.match(text)
    if opening is None:
        return None
    closing = _NEXT.search(text, opening.end() - 1)
    if closing is None:
        return Fences(opening.end(), len(text), 0)
    return Fences(opening.end(), closing.start() + 1, closing.end())


def blank_below(text: str, start: int) -> bool:
    """Tell whether the line below the first fence, at `start`, speaks for a rule."""
    return re.compile(_BLANK).match(text, start) is not None


def key_below(text: str, start: int) -> bool:
    """Tell whether the line below the first fence, at `start`, speaks for front matter."""
    return re.compile(_KEY).match(text, start) is not None


def unclosed(text: str) -> Problem:
    """Make the problem of front matter without a second fence."""
    hint = "Put a line --- below it; a rule at the top needs a blank line below it."
    return problem_at(text, 0, "yaml", "front matter is opened but never closed", hint)
