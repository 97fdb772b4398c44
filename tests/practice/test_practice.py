"""docs/practice.md lists every mechanism with its page, and says what these pages say."""

import pytest

from practice import page, rows


def test_every_row_of_the_practice_has_a_page() -> None:
    assert rows.missing() == []


def test_every_page_is_a_row_of_the_practice() -> None:
    assert {path.stem for path in rows.FOLDER.glob("*.md")} <= set(rows.wanted())


@pytest.mark.parametrize("row", rows.mechanisms(), ids=lambda row: row.id)
def test_a_page_says_what_it_is_and_where_it_comes_back(row: rows.Mechanism) -> None:
    assert row.what.endswith((".", ":"))
    assert row.ways or row.back
    assert row.files


def test_the_page_is_what_the_rows_and_the_tables_say(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update"):
        page.PAGE.write_text(page.draw(), encoding="utf-8")
    assert page.PAGE.read_text(encoding="utf-8") == page.draw()
