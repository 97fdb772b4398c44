"""Values as words: read back as what they were, on one line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.formats.header import Block, Value, Words, read, scalar
from onestop.formats.header.written import Scalar, braces, entry, inline, row
from yaml_texts import bare, scalars, told, values, words

many = settings(max_examples=examples(300), derandomize=True, deadline=None)


@many
@given(scalars)
def test_a_value_reads_back_as_what_it_was(value: Scalar) -> None:
    fields, problems = read(f"block: {scalar(value)}\nrow: [{scalar(value)}]\n")
    assert not problems
    assert bare(fields) == {"block": told(value), "row": [told(value)]}


@many
@given(words)
def test_a_value_stays_on_one_line_and_hides_nothing(text: str) -> None:
    for written in (scalar(text), scalar(Words(text))):
        assert len(f"a{written}b".splitlines()) == 1
        assert not set(written) & set("\0\x1b\x7f\x85\u202e\u2066\ufeff")


@many
@given(st.dictionaries(words, scalars, min_size=1, max_size=3))
def test_a_mapping_reads_back_as_what_it_was(value: dict[str, Scalar]) -> None:
    fields, problems = read(f"item: {braces(value)}\n")
    assert not problems
    assert bare(fields) == {"item": told(value)}


@many
@given(values)
def test_what_is_nested_reads_back_on_one_line_or_on_many(value: Value) -> None:
    for text in (f"item: {inline(value)}\n", "\n".join(entry("item", value))):
        fields, problems = read(text)
        assert not problems
        assert bare(fields) == {"item": told(value)}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("alice", "alice"),
        ("2026-12-21", "2026-12-21"),
        ("every 2 weeks", "every 2 weeks"),
        ("10:30", "10:30"),
        ("no", "no"),
        ("Zoë", "Zoë"),
        ("-0.5", "-0.5"),
        ("-x", '"-x"'),
        ("- 1", '"- 1"'),
        ("", '""'),
        ("null", '"null"'),
        ("~", '"~"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("a, b", '"a, b"'),
        ("why?", '"why?"'),
        ("@sam", '"@sam"'),
        (" a", '" a"'),
        ('"\\', '"\\"\\\\"'),
        ("\0\t\x85\u2028", '"\\x00\\t\\x85\\u2028"'),
        ("a\nb\r", '"a\\nb\\r"'),
        (Words("alice"), '"alice"'),
        (Words("😀👩\u200d💻"), '"😀👩\u200d💻"'),
        (3, "3"),
        (True, "true"),
        (None, "null"),
    ],
)
def test_words_are_quoted_only_where_they_must_be(value: Scalar, expected: str) -> None:
    assert scalar(value) == expected


def test_lists_and_mappings_stand_on_one_line() -> None:
    assert row([]) == "[]"
    assert row(["a", Words("b"), 1]) == '[a, "b", 1]'
    leave: dict[str, Scalar] = {"from": "2026-12-21", "why: so": Words("leave")}
    assert braces(leave) == '{from: 2026-12-21, "why: so": "leave"}'


def test_a_block_has_a_line_for_each_key_and_each_item_that_is_a_mapping() -> None:
    result = Block({"id": "o1-kr1", "checkins": [{"now": 44, "by": [Words("a"), "b"]}], "of": {}})
    objective = Block({"id": "o1", "tags": ["x", "y"], "results": [result], "more": []})
    assert entry("first", objective) == [
        "first:",
        "  id: o1",
        "  tags: [x, y]",
        "  results:",
        "    - id: o1-kr1",
        "      checkins:",
        '        - {now: 44, by: ["a", b]}',
        "      of: {}",
        "  more: []",
    ]


def test_a_block_stands_in_brackets_where_there_is_no_room_for_lines() -> None:
    assert inline([Block({"id": "o1", "of": Block({"a": 1})})]) == "[{id: o1, of: {a: 1}}]"
    assert entry("a", {"b": Block({"c": 1})}) == ["a: {b: {c: 1}}"]
    assert entry("a", Block()) == ["a: {}"]
