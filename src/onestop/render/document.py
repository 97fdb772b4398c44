"""A document in parts that the screen, Markdown and a web page can all draw.

It holds words and places and nothing else; whoever draws it decides how both look.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from onestop.render import words
from onestop.render.text import BLANK, Cell, Page, Row, row

WIDE = 110
"""On a screen this wide, in columns, the place of a line stands beside it, else below."""

Here = Callable[[str], str]


class Place(NamedTuple):
    """A file and a line of it; line 0 is the whole file, and a path with * several files."""

    path: str
    line: int = 0

    def spelled(self, here: Here) -> str:
        """`people/alice/inbox.md:12`, as seen from somewhere."""
        return f"{here(self.path)}:{self.line}" if self.line else here(self.path)


class Entry(NamedTuple):
    """One line: when, whose, its words, what became of it, and where it stands.

    `level` 1 is set in below the entry before it; `bar` is a length, for those who cannot draw.
    """

    text: str
    day: str = ""
    who: str = ""
    note: str = ""
    place: Place | None = None
    level: int = 0
    bar: int = 0


class Group(NamedTuple):
    """Entries under a title, such as a month; `more` had no room."""

    title: str
    entries: tuple[Entry, ...] = ()
    more: int = 0


class Table(NamedTuple):
    """A few short cells in columns; the first column says what a row is about."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Chart(NamedTuple):
    """Numbers over some days, for those who can draw; None is a gap.

    `scale` names values of the axis; without one the numbers count something, month by month.
    """

    title: str
    since: date
    until: date
    points: tuple[tuple[date, float | None], ...]
    scale: tuple[tuple[float, str], ...] = ()


Part = str | Group | Table | Chart
"""What a section is made of; a str is a sentence."""


class Section(NamedTuple):
    """Parts under a heading."""

    title: str
    parts: tuple[Part, ...]


class Document(NamedTuple):
    """What can be handed over."""

    title: str
    lead: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()


def screen(document: Document, here: Here, width: int | None) -> Page:
    """The document as rows for a terminal; charts are left to their numbers."""
    page: Page = [row(Cell(document.title, "name"))]
    page += [row(f"  {line}") for line in document.lead]
    for one in document.sections:
        page += [BLANK, *section(one, here, width)]
    return page


def section(one: Section, here: Here | None, width: int | None) -> Page:
    """One section as rows."""
    groups = [part for part in one.parts if isinstance(part, Group)]
    shape = _Shape(
        grid=one.title,
        beside=width is None or width >= WIDE,
        days=any(entry.day for group in groups for entry in group.entries),
        names=any(entry.who for group in groups for entry in group.entries),
    )
    page = [row(Cell(one.title, "label"))]
    for number, part in enumerate(one.parts):
        if isinstance(part, str):
            page.append(row(Cell(f"  {part}", "quiet")))
        elif isinstance(part, Table):
            page += _table(part, f"{one.title} {number}")
        elif isinstance(part, Group):
            page += _group(part, here, shape)
    return page


def more(count: int) -> str:
    """What is said of the lines that had no room."""
    return f"and {count} more"


class _Shape(NamedTuple):
    """Which columns the groups of a section share: the place `beside` the words, or below."""

    grid: str
    beside: bool
    days: bool
    names: bool

    def row(self, title: str, day: str, who: str, text: Cell, place: str = "") -> Row:
        """One row of these columns; the words give way where the screen is narrow."""
        cells = [Cell(title, "quiet"), *([Cell(day)] if self.days else [])]
        cells += [Cell(who, "name")] if self.names else []
        at = len(cells)
        cells += [text, *([Cell(place, "quiet")] if self.beside else [])]
        return row(*cells, grid=self.grid, stretch=at if self.beside else -1)


def _table(table: Table, grid: str) -> Iterator[Row]:
    for first, *rest in (table.head, *table.rows):
        yield row(f"  {first}", *rest, grid=grid)


def _group(group: Group, here: Here | None, shape: _Shape) -> Iterator[Row]:
    title = f"  {group.title}"
    if not group.entries:
        yield shape.row(title, "", "", Cell("-", "quiet"))
    for number, entry in enumerate(group.entries):
        place = entry.place.spelled(here) if here and entry.place else ""
        text = Cell(f"{'  ' * entry.level}{bar(entry)}{told(entry)}")
        yield shape.row("" if number else title, entry.day, entry.who, text, place)
        if place and not shape.beside:
            yield shape.row("", "", "", Cell(f"{'  ' * entry.level}{place}", "quiet"))
    if group.more:
        yield shape.row("", "", "", Cell(f"{more(group.more)}: --all", "quiet"))


def told(entry: Entry) -> str:
    """The words, and behind them what became of them."""
    return f"{words.sentence(entry.text)}  {entry.note}" if entry.note else entry.text


def bar(entry: Entry) -> str:
    """`####  `, for a line that counts something."""
    return f"{'#' * entry.bar}  " if entry.bar else ""
