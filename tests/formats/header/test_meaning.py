"""What a tree says: repeats and merged keys filled in, keys given twice left out."""

import pytest

from onestop.formats.header import read
from onestop.formats.header.field import Field
from yaml_texts import bare


def test_an_alias_stands_where_it_repeats() -> None:
    fields = read("a: &n [x]\nb: *n\n").value
    assert fields["b"] == Field([Field("x", 1, 8)], 2, 4)


def test_merged_keys_count_where_there_are_none_of_its_own() -> None:
    text = (
        "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc: {<<: [*a, *b], x: 3}\nd: {<<: *b, '<<x': 1}\n"
    )
    fields, problems = read(text)
    assert not problems
    assert bare(fields["c"].value) == {"x": "3", "y": "1", "z": "2"}
    assert bare(fields["d"].value) == {"y": "2", "z": "2", "<<x": "1"}
    assert bare(read("a: {'<<': b}").value) == {"a": {"<<": "b"}}


PROBLEMS = [
    ("a: 1\nb: 2\na: 3\n", 3, 1, "twice", '"a" is given twice (first on line 1)'),
    ("x:\n  - a: 1\n    'a': 2\n", 3, 5, "twice", '"a" is given twice (first on line 2)'),
    ("a: &n {x: 1, x: 2}\nb: *n\n", 1, 14, "twice", '"x" is given twice (first on line 1)'),
    ("a: 1\n[b]: 2\n", 2, 1, "yaml", "a list or a mapping cannot be a key"),
    ("a:\n  <<: 3\n", 2, 7, "yaml", "<< can only bring in the keys of a mapping"),
    ("a:\n  <<: [{b: 1}, c]\n", 2, 7, "yaml", "<< can only bring in the keys of a mapping"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column", "code", "message"), PROBLEMS)
def test_one_fault_leaves_the_rest_readable(
    text: str, line: int, column: int, code: str, message: str
) -> None:
    fields, (problem,) = read(text)
    assert fields or code == "twice"
    assert (problem.line, problem.column) == (line, column)
    assert (problem.code, problem.message) == (code, message)
    assert problem.text == text.splitlines()[line - 1]
    assert problem.hint


def test_of_a_key_given_twice_none_is_picked() -> None:
    text = "d: &d {a: 0}\nm: {<<: *d, a: 1, b: 2, a: 3, a: 4}\nn: {<<: *d, <<: *d}\n"
    fields, problems = read(text)
    assert bare(fields) == {"d": {"a": "0"}, "m": {"b": "2"}, "n": {}}
    assert [problem.column for problem in problems] == [25, 31, 13]
