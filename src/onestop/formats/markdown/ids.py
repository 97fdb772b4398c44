"""The short names of items, such as `k3f9`: their grammar, and a fresh one.

Four characters without vowels, y and l, so that none is a word and none is misread;
the first is a letter, so that none is a number.
"""

import re
from collections.abc import Callable, Container

FIRST = "bcdfghjkmnpqrstvwxz"
REST = FIRST + "23456789"
_LENGTH = 4
_ID = re.compile(rf"[{FIRST}][{REST}]{{{_LENGTH - 1}}}")


def is_id(text: str) -> bool:
    """Whether `text` is an id of our own making."""
    return _ID.fullmatch(text) is not None


def fresh(pick: Callable[[str], str], taken: Container[str]) -> str:
    """Make an id that is not taken; `pick` chooses one character of those it is given."""
    while True:
        made = pick(FIRST) + "".join(pick(REST) for _ in range(_LENGTH - 1))
        if made not in taken:
            return made
