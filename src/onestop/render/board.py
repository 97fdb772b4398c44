"""How a board looks: three columns where the screen has room for them, otherwise a list."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from onestop.insight.board import COLUMNS, Board, Card
from onestop.insight.practice import DOING_LIMIT, SHOWN_LINES
from onestop.model.okr import DONE
from onestop.render import words
from onestop.render.text import BLANK, GAP, Cell, Page, Row, compose, row, width_of

_ROOM = 70
"""Columns side by side need a screen of this width; a narrower one stacks them."""


def draw(boards: Sequence[Board], width: int | None) -> Page:
    """The boards one below the other; `width` is that of the screen, None for a pipe."""
    if width is None:
        return [line for board in boards for line in _plain(board)]
    page: Page = []
    for board in boards:
        page += [BLANK] if page else []
        page += _board(board, width)
    return page


def warning(board: Board) -> str:
    """What is said of too much at a time; "" when it is not."""
    if not board.is_crowded:
        return ""
    faster = f"{DOING_LIMIT} at a time go faster"
    return f"{board.own_doing} in doing: finish one before the next; {faster}."


def _board(board: Board, width: int) -> Iterator[Row]:
    yield row(Cell(board.owner, "name"))
    if width < _ROOM:
        yield from _stacked(board)
    else:
        yield from _columns(board, (width - 2 * len(GAP)) // 3)
    if said := warning(board):
        yield row(Cell(said, "warn"))


def _plain(board: Board) -> Iterator[Row]:
    """A card a line with its owner, all of them, for a pipe."""
    for name in COLUMNS:
        for card in board.column(name):
            yield row(board.owner, name, card.id, _days(card), card.title, grid="cards")


def _stacked(board: Board) -> Iterator[Row]:
    for name in COLUMNS:
        shown, more = _shown(board, name)
        yield row(Cell(_head(board, name), "label"))
        for card in shown:
            yield row(
                Cell(f"  {card.id}", "id"),
                card.title,
                Cell(_days(card), "quiet"),
                grid="stacked",
                stretch=1,
            )
        if more:
            yield row(Cell(f"  {more}", "quiet"))


def _columns(board: Board, width: int) -> Iterator[Row]:
    """Each card as its wrapped title and a line of its id and its days."""
    *heads, last = [Cell(_wide(_head(board, name), width), "label") for name in COLUMNS]
    heads.append(last._replace(text=last.text.rstrip()))
    yield row(*heads, grid="board")
    for cells in zip_longest(*(_column(board, name, width) for name in COLUMNS)):
        yield row(*(cell or Cell("") for cell in cells), grid="board")


def _column(board: Board, name: str, width: int) -> list[Cell]:
    shown, more = _shown(board, name)
    cells: list[Cell] = []
    for card in shown:
        cells += [Cell("".join(c.text for c in line)) for line in compose([row(card.title)], width)]
        cells += [Cell(f"{card.id}{GAP}{_days(card)}".rstrip(), "id"), Cell("")]
    return [*cells, Cell(more, "quiet")] if more else cells[:-1]


def _shown(board: Board, name: str) -> tuple[Sequence[Card], str]:
    """The cards to draw; of what is done only the newest, with how many more there are."""
    cards = board.column(name)
    if name != DONE or len(cards) <= SHOWN_LINES:
        return cards, ""
    return cards[:SHOWN_LINES], f"and {len(cards) - SHOWN_LINES} more"


def _head(board: Board, name: str) -> str:
    return f"{name} {len(board.column(name))}"


def _days(card: Card) -> str:
    return "" if card.days is None else words.ago(card.days)


def _wide(text: str, width: int) -> str:
    return text + " " * max(0, width - width_of(text))
