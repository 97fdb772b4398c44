"""A board on screens of every width."""

from datetime import date

import pytest

from onestop.insight.board import Board, Card
from onestop.render import board
from onestop.render.text import compose, width_of

LONG = "Customers solve importer errors without us, 日本語, and everybody knows"


def card(n: int, column: str) -> Card:
    return Card(f"fp-{n}", f"{LONG} {n}", column, 49, date(2026, 10, 6), "Aim")


CARDS = tuple(card(n, column) for n, column in enumerate(("todo", "doing", "doing", "done"), 1))
BOARD = Board("Alice Moreau", CARDS)


def lines(width: int | None, shown: Board = BOARD) -> list[str]:
    page = compose(board.draw([shown], width), width)
    return ["".join(cell.text for cell in line) for line in page]


@pytest.mark.parametrize("width", [40, 60, 69, 70, 80, 100, 120, 200])
def test_a_board_fits_its_screen_and_names_every_card(width: int) -> None:
    shown = lines(width)

    assert all(width_of(line) <= width for line in shown)
    assert not any(line != line.rstrip() for line in shown)
    assert all(any(c.id in line for line in shown) for c in CARDS)


def test_columns_stand_side_by_side_where_there_is_room() -> None:
    assert any("todo 1" in line and "done 1" in line for line in lines(80))
    assert not any("todo 1" in line and "done 1" in line for line in lines(60))


def test_a_pipe_gets_a_card_a_line_with_its_owner() -> None:
    shown = lines(None)

    assert len(shown) == len(CARDS)
    assert all(line.startswith("Alice Moreau  ") for line in shown)


def test_of_what_is_done_the_newest_are_shown() -> None:
    done = Board("Alice", tuple(card(n, "done") for n in range(1, 8)))

    for width in (60, 80):
        assert any("and 2 more" in line for line in lines(width, done))
    assert len(lines(None, done)) == 7
