"""Whether words that are the manager's own stand in something that is about to leave.

The parts of a document are chosen so that this cannot be; this second look trusts nobody.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

SHORTEST = 12
"""Private words of fewer characters may stand anywhere by chance."""

_WORD = re.compile(r"[^\W_]+")
_CLAUSE = re.compile(r"[.;:!?\u3002\uff01\uff1f]+(?:\s|$)")
_HEAD = re.compile(r"[\s>#*+-]*(?:\d{4}-\d{2}-\d{2}\s+)?(?:remind:\s*)?", re.IGNORECASE)


class Secret(NamedTuple):
    """A private line, and where it stands."""

    path: str
    line: int
    text: str


def secrets(path: str, text: str) -> tuple[Secret, ...]:
    """The lines of a private file, without their dates and marks."""
    lines = enumerate(text.removeprefix("\ufeff").splitlines(), 1)
    return tuple(Secret(path, n, _HEAD.sub("", line, count=1)) for n, line in lines)


def leaks(text: str, private: Iterable[Secret]) -> tuple[Secret, ...]:
    """The private lines of which the whole, or a clause, stands in a text.

    Case, punctuation, markup and line ends do not count: the words do.
    """
    said = _bare(unescape(text))
    return tuple(one for one in private if any(words in said for words in _clauses(one.text)))


def _clauses(text: str) -> Iterator[str]:
    for part in (text, *_CLAUSE.split(text)):
        words = _bare(part)
        if len(part.strip()) >= SHORTEST and words:
            yield words


def _bare(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
