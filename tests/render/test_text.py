"""Rows become lines: columns line up, words wrap, nothing is lost."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.render.text import BLANK, GAP, NARROWEST, Cell, Line, Row, compose, row, width_of

WORDS = st.sampled_from(["", " ", "a", "page", "rollout?", "Łódź", "漢字", "e\u0301", "x" * 50])
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)
ROWS = st.builds(
    lambda texts, grid, stretch: row(*texts, grid=grid, stretch=stretch),
    st.lists(TEXTS, max_size=4),
    st.sampled_from(["", "a", "b"]),
    st.integers(-1, 5),
)
PAGES = st.lists(ROWS, max_size=5)


def plain(line: Line) -> str:
    return "".join(cell.text for cell in line)


def lines(*page: Row, width: int | None = None) -> list[str]:
    return [plain(line) for line in compose(page, width)]


def told_apart(page: list[Row]) -> list[Row]:
    """The same rows, each cell with a style of its own by which its words are found again."""
    return [
        one._replace(cells=tuple(Cell(c.text, f"{y} {x}") for x, c in enumerate(one.cells)))
        for y, one in enumerate(page)
    ]


def test_columns_line_up_over_rows_of_one_kind() -> None:
    assert lines(
        row("alice", "Alice Moreau", "weekly", grid="people"),
        row("bo", "Bo Lind", "every 2 weeks", grid="people"),
    ) == [
        "alice  Alice Moreau  weekly",
        "bo     Bo Lind       every 2 weeks",
    ]


def test_a_column_without_words_leaves_its_gap() -> None:
    assert lines(row("", "a", grid="g"), row("", "b", grid="g")) == ["  a", "  b"]


def test_rows_of_another_kind_have_columns_of_their_own() -> None:
    assert lines(
        row("a", "b", grid="one"), row("long words", "c", grid="two"), row("d", "e", grid="one")
    ) == ["a  b", "long words  c", "d  e"]


def test_rows_of_no_kind_share_nothing() -> None:
    assert lines(row("a", "b"), row("long words", "c")) == ["a  b", "long words  c"]


def test_the_last_cell_of_a_short_row_runs_on() -> None:
    assert lines(
        row("Rhythm", "weekly, 30 min, met 12 times", grid="show"),
        row("Open", "you", "Ask finance", grid="show"),
    ) == ["Rhythm  weekly, 30 min, met 12 times", "Open    you  Ask finance"]


def test_an_empty_cell_keeps_its_column_and_no_line_ends_in_padding() -> None:
    assert lines(
        row("Open", "you", "", "k3f9", grid="g"), row("", "Alice", "Write", "", grid="g")
    ) == ["Open  you           k3f9", "      Alice  Write"]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3), ("né", 2), ("Łódź", 4), ("漢字", 4), ("ｆ", 2), ("e\u0301", 1),
        ("👩\u200d👩\u200d👧", 2),
    ],
)  # fmt: skip
def test_wide_characters_take_two_columns_and_accents_none(text: str, width: int) -> None:
    assert width_of(text) == width


def test_wide_names_line_up_with_narrow_ones() -> None:
    assert lines(row("李雷", "weekly", grid="g"), row("José", "weekly", grid="g")) == [
        "李雷  weekly",
        "José  weekly",
    ]


def test_the_stretch_column_gives_way_on_a_narrow_screen() -> None:
    page = [
        row("alice", "Write one page on the caching idea", "4 days late", grid="g", stretch=1),
        row("bo", "Ask", "due today", grid="g", stretch=1),
    ]

    assert lines(*page, width=42) == [
        "alice  Write one page on the   4 days late",
        "       caching idea",
        "bo     Ask                     due today",
    ]


def test_the_first_column_can_give_way_too() -> None:
    page = [row("Write one page on the caching idea", "k3f9", grid="g", stretch=0)]

    assert lines(*page, width=30) == ["Write one page on the     k3f9", "caching idea"]


def test_a_narrow_stretch_column_does_not_become_wider() -> None:
    page = [row("name", "a", "words " * 9, grid="g", stretch=1)]

    assert lines(*page, width=40)[0].startswith("name  a  words")


def test_rows_too_short_for_their_stretch_column_wrap_at_the_end() -> None:
    page = [row("Ambition", "Run her own company some day soon", grid="show", stretch=2)]

    assert lines(*page, width=34) == ["Ambition  Run her own company some", "          day soon"]


def test_indentation_goes_on_where_a_line_wraps() -> None:
    text = "  Can a customer fix more of their own problems?"

    assert lines(row(text), width=26) == [
        "  Can a customer fix more",
        "  of their own problems?",
    ]


def test_deep_indentation_leaves_half_of_the_room() -> None:
    assert lines(row(" " * 40 + "one two three four"), width=20) == [
        " " * 10 + "one two",
        " " * 10 + "three four",
    ]


def test_spacing_between_words_stays_and_goes_where_the_line_breaks() -> None:
    assert lines(row("one  two  three  four  five"), width=20) == ["one  two  three", "four  five"]


def test_a_word_wider_than_the_screen_stays_whole() -> None:
    link = "https://example.org/a/very/long/address"

    assert lines(row(f"See {link} for more"), width=20) == ["See", link, "for more"]


def test_every_piece_of_a_wrapped_cell_keeps_its_meaning() -> None:
    pieces = compose([row(Cell("four days of customer support", "late"))], 20)

    assert pieces == [(Cell("four days of", "late"),), (Cell("customer support", "late"),)]


@pytest.mark.parametrize("page", [[BLANK], [row()], [row("", "", grid="g")], [row(" " * 30)]])
@pytest.mark.parametrize("width", [None, 20])
def test_a_row_without_words_is_one_blank_line(page: list[Row], width: int | None) -> None:
    (line,) = lines(*page, width=width)

    assert line.strip() == ""


def test_nothing_makes_no_lines() -> None:
    assert compose([]) == []


def test_words_are_cleaned_and_spelled_before_they_are_measured() -> None:
    page = [row("\x1b[1m", "é", "|", grid="g"), row("a", "b", "|", grid="g")]

    spelled = compose(page, spell=lambda text: text.replace("é", "\\xe9"))

    assert [plain(line) for line in spelled] == ["^[[1m  \\xe9  |", "a      b     |"]


@settings(max_examples=examples(250), derandomize=True)
@given(PAGES, st.integers(1, 120))
@example([row("Ambition", "x " * 90, grid="a", stretch=5)], 80)
def test_wrapping_never_loses_or_reorders_a_word(page: list[Row], width: int) -> None:
    page = told_apart(page)

    shown = [cell for line in compose(page, width) for cell in line]

    for cell in (cell for one in page for cell in one.cells):
        pieces = [piece.text for piece in shown if piece.style == cell.style]
        assert " ".join(pieces).split() == cell.text.split()


@settings(max_examples=examples(250), derandomize=True)
@given(PAGES)
def test_without_a_width_nothing_wraps_and_nothing_is_cut(page: list[Row]) -> None:
    page = told_apart(page)

    composed = compose(page)

    assert len(composed) == len(page)
    for one, line in zip(page, composed, strict=True):
        assert [cell for cell in line if cell.style] == [cell for cell in one.cells if cell.text]


@settings(max_examples=examples(150), derandomize=True)
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=5))
def test_each_column_starts_at_the_same_place(texts: list[tuple[str, str, str]]) -> None:
    page = [row(*(f"|{text}" for text in three), grid="g") for three in texts]
    widest = [max(width_of(one.cells[n].text) for one in page) for n in (0, 1)]
    starts = {0, widest[0] + len(GAP), sum(widest) + 2 * len(GAP)}

    for line in compose(page):
        ends = [width_of(plain(line[:n])) for n, cell in enumerate(line) if cell.text[0] == "|"]
        assert set(ends) == starts


@settings(max_examples=examples(150), derandomize=True)
@given(st.lists(st.text("ab", min_size=1, max_size=9)), st.integers(NARROWEST, 90))
def test_a_line_of_short_words_fits_the_screen(texts: list[str], width: int) -> None:
    assert all(width_of(line) <= width for line in lines(row(" ".join(texts)), width=width))
