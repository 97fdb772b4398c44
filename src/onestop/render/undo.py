"""What was taken back, and what could be: commands as they were typed, and the words in them."""

from collections.abc import Iterable, Sequence

from onestop.insight.practice import SHOWN_LINES
from onestop.render import words
from onestop.render.text import Cell, Page, row


def history(commands: Iterable[tuple[str, Sequence[str]]]) -> Page:
    """The commands that can be taken back, each with the files that it wrote."""
    return [
        row(Cell(_typed(message), "name"), ", ".join(paths), grid="undo", stretch=1)
        for message, paths in commands
    ]


def draw(message: str, gone: Sequence[str], back: Sequence[str]) -> Page:
    """The command that was taken back, with the lines that went and those that stand again."""
    lines = [("gone", line) for line in gone] + [("back", line) for line in back]
    shown = [
        row(Cell(f"  {what}", "quiet"), line, grid="undone", stretch=1)
        for what, line in lines[:SHOWN_LINES]
    ]
    rest = len(lines) - len(shown)
    more = [row(f"  and {words.plural(rest, 'line')} more")] if rest else []
    return [row(f"Taken back: {_typed(message)}"), *shown, *more]


def _typed(message: str) -> str:
    """`log: alice 2026-11-24` as it was typed."""
    return message.replace(":", "", 1)
