"""Lines and columns, as an editor shows them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.formats.place import line_column, line_start, line_starts, problem_at

texts = st.text(alphabet="ab\n\r\u2028\x0b")
many = settings(max_examples=examples(200), derandomize=True, deadline=None)


@many
@given(texts, st.data())
def test_places_count_what_stands_before_them(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    before = text[:at].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert line_column(text, at) == (len(before), len(before[-1]) + 1)
    assert line_start(text, at) == at - len(before[-1])


@many
@given(texts)
def test_every_line_has_its_beginning(text: str) -> None:
    starts = line_starts(text, len(text))
    assert [line_column(text, start) for start in starts] == [
        (number, 1) for number in range(1, len(starts) + 1)
    ]


def test_a_byte_order_mark_is_no_column() -> None:
    assert line_column("\ufeffab\ncd", 2) == (1, 2)
    assert line_starts("\ufeffab\ncd", 6) == [1, 4]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_problem_shows_the_line_it_is_about(line_end: str) -> None:
    text = line_end.join(["", "a: @b  ", "c"])
    problem = problem_at(text, text.index("@"), "yaml", "what", "hint")
    assert problem == ("yaml", "what", "hint", 2, 4, "a: @b  ", "", False)
