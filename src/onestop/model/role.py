"""The role-purpose question."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

ROLE_WORDS = 25
"""The longest role question, in words (D1)."""

OPEN_END, TOO_LONG, DUTIES = "open-end", "too-long", "duties"
"""What is wrong with a guiding question: no `?` at its end, too many words, a list of duties."""

_DUTY = re.compile(
    r"\b(?:responsib(?:le|ility|ilities)\b|dut(?:y|ies)\b|tasked with\b|in charge of\b"
    r"|ensur(?:e|es|ing) that\b|makes? sure that\b|accountable for\b)",
    re.IGNORECASE,
)
_ENDS = ("?", "？", "؟")


class RolePurpose(NamedTuple):
    """The guiding question of a role, found together, and the day both agreed on it.

    `mine` and `theirs` are why the role exists, in the words of the manager and of the person;
    `earlier` holds the questions before this one, each with the day on which it was agreed.
    A role that has no question yet has "".
    """

    question: str
    agreed: date | None = None
    mine: str = ""
    theirs: str = ""
    stretch: str = ""
    earlier: tuple[tuple[date | None, str], ...] = ()


def problems_of(question: str) -> tuple[str, ...]:
    """Why this would not guide anybody's day: `OPEN_END`, `TOO_LONG`, `DUTIES`, or nothing."""
    return tuple(_problems_of(question.strip()))


def _problems_of(question: str) -> Iterator[str]:
    if not question.rstrip("\"'”’» ").endswith(_ENDS):
        yield OPEN_END
    if len(question.split()) > ROLE_WORDS:
        yield TOO_LONG
    if _DUTY.search(question):
        yield DUTIES
