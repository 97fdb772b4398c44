"""What is no YAML, named in plain words where a person would look."""

import pytest

from onestop.formats.header import read

UNREADABLE = [
    ('a: 1\nb: "x\nc: 2\n', 2, 4, "a quotation mark that is never closed"),
    ("a: 'x", 1, 4, "a quotation mark that is never closed"),
    ("a: 1\nb: [x\nc: 2\n", 2, 4, "brackets that do not fit"),
    ("a: [x]]\n", 1, 7, "a line that does not fit the lines above"),
    ("a: b: c\n", 1, 5, 'this ": " cannot stand here'),
    ("a: 1\n  b: 2\n", 2, 4, 'this ": " cannot stand here'),
    ("a: 1\nno colon\nb: 2\n", 2, 1, "a line that is neither `key: value` nor part"),
    ("a: 'x' y\n", 1, 8, "a line that does not fit the lines above"),
    ("a: 1\n- b\n", 2, 1, "a line that does not fit the lines above"),
    ("a: @sam\n", 1, 4, "a character that cannot begin a value"),
    ("a: `b`\n", 1, 4, "a character that cannot begin a value"),
    ("a:\n\t- b\n", 2, 1, "a tab where only spaces may stand"),
    ("a: *bold* b\n", 1, 4, "a * with a meaning of its own at the beginning of a value"),
    ("a: &&\n", 1, 4, "an & with a meaning of its own at the beginning of a value"),
    ("a: !<b\n", 1, 4, "a ! with a meaning of its own at the beginning of a value"),
    ('a: "\\q"\n', 1, 4, "a backslash that means nothing"),
    ("a: *b\n", 1, 4, "*b repeats something that has no name"),
    ("a: &n [*n]\n", 1, 8, "*n repeats something that has no name"),
    ("a: 1\n---\nb: 2\n", 2, 1, "a second document begins here"),
    ("%YAML 3.0\n---\na: 1\n", 1, 1, "this is not YAML: found incompatible YAML document"),
    ("a: \x07\n", 1, 4, "a character that YAML does not allow (U+0007)"),
    ("a: \ud800\n", 1, 4, "a character that YAML does not allow (U+D800)"),
    ("- a\n", 1, 1, "this is not a list of `key: value` lines"),
    ("only words\n", 1, 1, "this is not a list of `key: value` lines"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column", "message"), UNREADABLE)
def test_what_is_no_yaml_is_named_in_plain_words(
    text: str, line: int, column: int, message: str
) -> None:
    fields, (problem,) = read(text)
    assert fields == {}
    assert problem.message.startswith(message)
    assert (problem.code, problem.line, problem.column) == ("yaml", line, column)
    assert problem.text == text.splitlines()[line - 1]
    assert problem.hint
