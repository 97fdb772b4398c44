"""The short names of items."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.formats.markdown.ids import FIRST, REST, fresh, is_id


@pytest.mark.parametrize("text", ["k3f9", "m2tb", "bbbb", "z999"])
def test_an_id_is_four_characters_that_make_no_word(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text", ["", "k3f", "k3f99", "3kf9", "k3f1", "k3fa", "k3fl", "K3F9", "k3f9\n", "y2kk"]
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_id(text)


@settings(max_examples=examples(100), derandomize=True)
@given(st.data())
def test_whatever_is_picked_makes_an_id(data: st.DataObject) -> None:
    made = fresh(lambda characters: data.draw(st.sampled_from(characters)), ())

    assert is_id(made)
    assert made[0] in FIRST
    assert set(made) <= set(REST)


def test_an_id_that_is_taken_is_not_given_again() -> None:
    picked: Iterator[str] = iter("bbbbbbbcbbbd")

    assert fresh(lambda _: next(picked), {"bbbb", "bbbc"}) == "bbbd"
