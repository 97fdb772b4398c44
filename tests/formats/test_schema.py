"""Values of a header by their kind: what fits is given, what does not is named and absent."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.formats import header
from onestop.formats.header import Field
from onestop.formats.schema import Reader, with_lines
from onestop.model.cadence import Away
from onestop.model.problem import Problem
from yaml_texts import documents


def reader(text: str) -> Reader:
    return Reader(header.read(text).value)


def test_an_absent_key_and_one_that_says_nothing_have_no_value() -> None:
    for read in (reader(""), reader("a:\n"), reader("a: null\n")):
        assert (read.text("a"), read.whole("a", 1, 5), read.day("a")) == ("", None, None)
        assert (read.texts("a"), read.items("a"), read.leaves("a")) == ((), [], ())
        assert (read.choice("a", ["b"], "c"), read.flag("a", default=True)) == ("c", True)
        assert read.problems == []


def test_words_on_several_lines_become_one_line() -> None:
    assert reader("a: one\n  two\n").text("a") == "one two"
    assert reader('a: ""\n').text("a") == ""


@pytest.mark.parametrize(
    ("said", "number"),
    [("3", 3), ("1", 1), ("5", 5), ("03", 3), ("0", None), ("6", None), ("-1", None), ("3.0", None),
     ("3 ", 3), ("١", None), ("²", None), ("1_0", None), ("999999999999", None), ("[3]", None)],
)  # fmt: skip
def test_a_whole_number_is_within_its_bounds(said: str, number: int | None) -> None:
    read = reader(f"a: {said}\n")

    assert read.whole("a", 1, 5) == number
    assert bool(read.problems) == (number is None)


@pytest.mark.parametrize(
    ("said", "flag"),
    [("true", True), ("YES", True), ("on", True), ("no", False), ("False", False), ("off", False)],
)
def test_a_flag_is_said_in_three_ways(said: str, flag: bool) -> None:
    assert reader(f"a: {said}\n").flag("a", default=not flag) is flag


@pytest.mark.parametrize("said", ["maybe", "1", "[yes]"])
def test_what_is_no_flag_keeps_the_default(said: str) -> None:
    read = reader(f"a: {said}\n")

    assert read.flag("a", default=True) is True
    assert [problem.code for problem in read.problems] == ["value"]


def test_a_choice_is_one_of_the_words() -> None:
    options = ("planned", "held")

    assert reader("a: Held\n").choice("a", options, "") == "held"
    read = reader("b: x\na: helt\n")
    assert read.choice("a", options, "planned") == "planned"
    assert read.problems == [
        Problem("value", 'a "helt" should be planned or held', "Did you mean held?", 2, 4)
    ]
    read = reader("a: {b: c}\n")
    assert read.choice("a", options, "") == ""
    assert read.problems == [Problem("value", "a should be planned or held", "", 1, 4)]


@pytest.mark.parametrize(
    ("said", "words"),
    [("[a, b c]", ("a", "b c")), ("a", ("a",)), ("[]", ()), ("\n  - a\n  - b", ("a", "b"))],
)
def test_a_list_of_words_may_be_a_single_word(said: str, words: tuple[str, ...]) -> None:
    assert reader(f"a: {said}\n").texts("a") == words


@pytest.mark.parametrize("said", ["[a, [b]]", "{b: c}", "[a, null]", "[{b: c}]"])
def test_a_list_of_anything_else_is_named(said: str) -> None:
    read = reader(f"a: {said}\n")

    assert read.texts("a") == ()
    assert [(p.code, p.line, p.column) for p in read.problems] == [("value", 1, 4)]


def test_items_share_the_problems_of_their_reader() -> None:
    read = reader("a:\n  - {n: 9}\n  - b\n  - {n: 3}\n")

    assert [item.whole("n", 1, 5) for item in read.items("a")] == [None, 3]
    # The list is read first, then what stands in it.
    assert [(p.line, p.column) for p in read.problems] == [(3, 5), (2, 9)]
    assert reader("a: b\n").items("a") == []


def test_leaves_need_both_ends_in_order() -> None:
    read = reader(
        "away:\n"
        '  - {from: 2026-12-21, to: 2027-01-02, why: "leave"}\n'
        "  - {from: 2026-12-21, to: 2026-12-21}\n"
        "  - {from: 2026-12-21, to: 2026-12-20}\n"
        "  - {from: 2026-12-21}\n"
        "  - {from: 2026-02-30, to: 2026-12-20}\n"
        "  - {}\n"
    )

    assert read.leaves("away") == (
        Away(date(2026, 12, 21), date(2027, 1, 2), "leave"),
        Away(date(2026, 12, 21), date(2026, 12, 21)),
    )
    assert [(p.line, p.message) for p in read.problems] == [
        (4, 'to "2026-12-20" is before the day it begins'),
        (5, "away needs both from and to"),
        (6, 'from "2026-02-30" should be a date that exists, written 2026-11-27'),
        (2, "away needs both from and to"),
    ]


def test_a_slip_of_the_finger_in_a_key_is_named_and_a_key_of_ones_own_is_not() -> None:
    read = reader("hapiness: 4\nroom: 3\nHappiness: 4\nhappiness: 4\n")
    read.misspelled(["happiness", "minutes"], "a note")

    assert read.problems == [
        Problem("key", "hapiness is not a key of a note", "Did you mean happiness?", 1, 1),
        Problem("key", "Happiness is not a key of a note", "Did you mean happiness?", 3, 1),
    ]


def test_problems_show_the_line_as_an_editor_counts_it() -> None:
    text = "\ufeffa\r\nb\rc\nd"
    problems = [Problem("x", "", line=n) for n in range(6)]

    assert [p.text for p in with_lines(problems, text)] == ["", "a", "b", "c", "d", ""]
    assert with_lines([Problem("x", "", line=1, text="own")], text)[0].text == "own"
    assert with_lines([], text) == ()


READINGS: list[Callable[[Reader, str], object]] = [
    Reader.text, Reader.day, Reader.texts, Reader.items, Reader.leaves,
    lambda read, key: read.whole(key, 1, 5),
    lambda read, key: read.flag(key, default=True),
    lambda read, key: read.choice(key, ["a", "b"], "a"),
]  # fmt: skip


@settings(max_examples=examples(150), derandomize=True, deadline=None)
@given(documents() | st.text())
def test_any_value_is_given_or_named(text: str) -> None:
    fields = header.read(text).value
    for key, field in fields.items():
        for reading in READINGS:
            read = Reader(fields)
            assert reading(read, key) is not None or read.problems or field.value is None
            assert all(problem.line >= field.line for problem in read.problems)


def test_a_reader_may_add_to_the_problems_of_another() -> None:
    shared = [Problem("x", "")]
    Reader({"a": Field("b", 1, 4)}, shared).whole("a", 1, 5)

    assert [problem.code for problem in shared] == ["x", "value"]
