"""Styled words in rows: what every drawing returns, and how rows become lines.

A `Cell` is words with a meaning ("late", "id"), a `Row` is cells side by side,
and a page is a list of rows. Columns line up over neighbouring rows of the same kind;
a row's last cell may run to the end of the line.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from onestop.render.clean import clean

GAP = "  "
NARROWEST = 20
"""No column becomes narrower than this for the sake of a narrow screen."""

_FIRST_ODD_WIDTH = "\u0300"


class Cell(NamedTuple):
    """Words, and what they mean: a key of `terminal.STYLES`, or nothing special."""

    text: str
    style: str = ""


class Row(NamedTuple):
    """Cells side by side; rows with the same `grid` name that follow each other share columns.

    `stretch` is the column that gives way when the screen is narrow.
    """

    cells: tuple[Cell, ...]
    grid: str = ""
    stretch: int = -1


Page = list[Row]
Line = tuple[Cell, ...]


def row(*cells: Cell | str, grid: str = "", stretch: int = -1) -> Row:
    """Make a row from words or cells."""
    made = tuple(Cell(c) if isinstance(c, str) else c for c in cells)
    return Row(made, grid, stretch)


BLANK = row("")


def width_of(text: str) -> int:
    """Count the columns of a screen that `text` takes; wide characters take two."""
    if text.isascii() or max(text) < _FIRST_ODD_WIDTH:
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def compose(
    page: Iterable[Row], width: int | None = None, spell: Callable[[str], str] = str
) -> list[Line]:
    """Lay rows out as lines; without a `width` nothing wraps and nothing is cut.

    `spell` puts clean words into the letters that the output has, before anything is measured.
    """
    lines: list[Line] = []
    for grid, rows in groupby(page, key=lambda r: r.grid):
        block = [_spelled(r, spell) for r in rows]
        widths = _widths(block, width) if grid else []
        for one in block:
            lines.extend(_lines(one, widths, width))
    return lines


def _spelled(one: Row, spell: Callable[[str], str]) -> Row:
    return one._replace(cells=tuple(Cell(spell(clean(c.text)), c.style) for c in one.cells))


def _widths(rows: Sequence[Row], width: int | None) -> list[int]:
    """Measure each column; a short row's last cell runs on and does not count."""
    columns = max(len(r.cells) for r in rows)
    wide = [0] * columns
    for one in rows:
        cells = one.cells if len(one.cells) == columns else one.cells[:-1]
        for n, cell in enumerate(cells):
            wide[n] = max(wide[n], width_of(cell.text))
    stretch = max(r.stretch for r in rows)
    if width is not None and 0 <= stretch < columns:
        over = sum(wide) + len(GAP) * (columns - 1) - width
        wide[stretch] = min(wide[stretch], max(NARROWEST, wide[stretch] - over))
    return wide


def _lines(one: Row, widths: Sequence[int], width: int | None) -> list[Line]:
    """Turn one row into one line, or into several where a cell had to wrap."""
    room = _room(one, widths, width)
    parts = [_wrap(c.text, r) for c, r in zip(one.cells, room, strict=True)]
    height = max((len(p) for p in parts), default=1)
    return [_line(one, parts, widths, n) for n in range(height)]


def _room(one: Row, widths: Sequence[int], width: int | None) -> list[int | None]:
    """Tell how wide each cell may be: its column, or for the last one the rest of the screen."""
    if width is None or not one.cells:
        return [None] * len(one.cells)
    columns = [_column(one, widths, n) for n in range(len(one.cells) - 1)]
    used = sum(columns) + len(GAP) * len(columns)
    return [*columns, max(NARROWEST, width - used)]


def _column(one: Row, widths: Sequence[int], n: int) -> int:
    return widths[n] if n < len(widths) else width_of(one.cells[n].text)


def _line(one: Row, parts: list[list[str]], widths: Sequence[int], n: int) -> Line:
    """Join the n-th line of a row, padded between its cells and never at its end."""
    cells: list[Cell] = []
    pending = ""
    for column, (cell, part) in enumerate(zip(one.cells, parts, strict=True)):
        words = part[n] if n < len(part) else ""
        if words:
            cells.append(Cell(pending))
            cells.append(Cell(words, cell.style))
            pending = ""
        pending += " " * max(0, _column(one, widths, column) - width_of(words)) + GAP
    return tuple(c for c in cells if c.text)


def _wrap(text: str, room: int | None) -> list[str]:
    """Break between words so that each piece fits; indentation and inner spacing stay.

    A word wider than the room stands alone and sticks out: nothing is ever cut.
    """
    if room is None or width_of(text) <= room:
        return [text]
    words = text.strip(" ")
    indent = " " * min(len(text) - len(text.lstrip(" ")), room // 2)
    pieces, now = [], ""
    for word in words.split(" "):
        longer = f"{now} {word}" if now else word
        if now and width_of(indent + longer) > room:
            pieces.append(indent + now.rstrip(" "))
            now = word
        else:
            now = longer
    return [*pieces, indent + now]
