"""The question bank."""

from typing import NamedTuple


class Question(NamedTuple):
    """A question that goes beyond work.

    `depth` 1 opens easily, 2 reflects, 3 needs trust and waits for 5 held meetings.
    """

    id: str
    text: str
    purpose: tuple[str, ...]
    depth: int = 1
