"""Lines that hold what somebody looks for, with the headings they stand under."""

import re
from warnings import catch_warnings, simplefilter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from note_texts import anything
from onestop.insight.finding import Hit, find

NOTE = "intro a\n# Title\n\n## Wins ##\n- a\n- b (c)\n\n#tag a\n### C++ and [x]\nA\n"


def lines(
    pattern: str, text: str = NOTE, *, any_case: bool = False, whole: bool = False
) -> list[str]:
    found = find(pattern, [("n.md", text)], any_case=any_case, whole=whole)
    return [f"{hit.line} {hit.heading}: {hit.text}" for hit in found]


def test_a_hit_has_its_place_and_the_heading_above_it() -> None:
    assert list(find("b", [("x.md", "a"), ("y.md", NOTE)], any_case=False, whole=False)) == [
        Hit("y.md", 6, "- b (c)", "Wins ##")
    ]


def test_the_heading_itself_stands_in_its_section() -> None:
    assert lines("Wins") == ["4 Wins ##: ## Wins ##"]
    assert lines("intro") == ["1 : intro a"]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [("C++", [9]), ("[x]", [9]), ("(c)", [6]), ("^- [ab]", [5, 6]), ("a$", [1, 5, 8]), ("[", [9]),
     ("b|tag", [6, 8]), ("zzz", [])],
)  # fmt: skip
def test_a_pattern_is_read_as_words_and_as_an_expression(pattern: str, found: list[int]) -> None:
    hits = find(pattern, [("n.md", NOTE)], any_case=False, whole=False)

    assert [hit.line for hit in hits] == found


def test_capitals_count_unless_they_should_not() -> None:
    assert [line.split()[0] for line in lines("^A")] == ["10"]
    assert [line.split()[0] for line in lines("WINS", any_case=True)] == ["4"]


def test_the_whole_section_comes_without_blank_lines() -> None:
    assert lines("- b", whole=True) == [
        "4 Wins ##: ## Wins ##", "5 Wins ##: - a", "6 Wins ##: - b (c)", "8 Wins ##: #tag a",
    ]  # fmt: skip


def test_line_ends_and_the_byte_order_mark_are_no_part_of_a_line() -> None:
    text = "\ufeff# Title\r\n- a\r\n"

    assert lines("a$", text) == ["2 Title: - a"]
    assert lines("^# T", text) == ["1 Title: # Title"]


@settings(max_examples=examples(200), derandomize=True, deadline=None)
@given(anything(), st.text(st.characters(exclude_characters="\r\n\ufeff"), min_size=1, max_size=3))
def test_every_line_that_holds_the_words_is_found(text: str, words: str) -> None:
    numbers = {hit.line for hit in find(words, [("", text)], any_case=False, whole=False)}
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")

    assert numbers >= {n for n, line in enumerate(plain, 1) if words in line}
    assert numbers <= set(range(1, len(plain) + 1))


@pytest.mark.filterwarnings("ignore::FutureWarning")
@settings(max_examples=examples(100), derandomize=True, deadline=None)
@given(st.text(alphabet="ab([{*+?.^$|\\)]}", max_size=6))
def test_any_pattern_is_accepted(pattern: str) -> None:
    with catch_warnings():
        simplefilter("error")
        found = list(find(pattern, [("", NOTE)], any_case=True, whole=False))

    try:
        matches = [
            n for n, line in enumerate(NOTE.split("\n"), 1) if re.search(pattern, line, re.I)
        ]
    except re.error:
        matches = []
    assert set(matches) <= {hit.line for hit in found}
