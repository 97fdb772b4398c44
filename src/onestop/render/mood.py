"""How happiness looks: a row of numbers with its gaps, and moments with their faces."""

from collections.abc import Iterable
from datetime import date

from onestop.insight.mood import ANCHORS, Fall, Felt, Mood
from onestop.render import words
from onestop.render.text import Cell, Page, Row, row

GAP = "."
"""Stands for a meeting in which nobody asked: a gap, never a zero."""


def line(mood: Mood) -> Row | None:
    """`Happiness  3 4 . 2 4  rising`, the newest last; None when nobody ever asked."""
    if not any(mood.numbers):
        return None
    numbers = " ".join(str(number) if number else GAP for number in mood.numbers)
    said = [mood.trend or "", fell(mood.fall) if mood.fall else ""]
    style = "warn" if mood.fall else "quiet"
    return row(
        Cell("Happiness", "label"), numbers, Cell(", ".join(filter(None, said)), style), grid="mood"
    )


def fell(fall: Fall) -> str:
    """`2 after a usual 4`."""
    usual = f"{fall.median:g}"
    return f"{fall.last} after a usual {usual}"


def scale() -> str:
    """`1 sad, 3 neutral, 5 happy`: the scale has no other anchors."""
    return ", ".join(f"{number} {name}" for number, name in ANCHORS.items())


def moments(found: Iterable[Felt], today: date) -> Page:
    """Each with its face and its day; of a `:-/` what it became."""
    return [
        row(
            Cell(felt.moment.face),
            felt.moment.text,
            Cell(_became(felt), "quiet"),
            Cell(words.past_day(felt.date, today), "quiet"),
            grid="moments",
            stretch=1,
        )
        for felt in found
    ]


def _became(felt: Felt) -> str:
    return f"became {felt.moment.became}" if felt.moment.became else ""
