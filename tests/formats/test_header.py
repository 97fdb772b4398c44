"""YAML and front matter, read: every value as it was written, every fault named."""

import subprocess
import sys

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.formats import header
from onestop.formats.field import Field
from onestop.formats.header import read, split
from onestop.formats.meaning import outline
from onestop.formats.tree import Node, UnreadableError
from yaml_texts import anything, bare, documents, mappings, named, plainly

many = settings(
    max_examples=examples(200),
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def placed(fields: dict[str, Field]) -> list[tuple[int, int]]:
    """Where every value stands, in order."""
    found: list[tuple[int, int]] = []
    for field in fields.values():
        found.append((field.line, field.column))
        inner = field.value
        if isinstance(inner, list):
            inner = {str(number): item for number, item in enumerate(inner)}
        found += placed(inner) if isinstance(inner, dict) else []
    return found


@pytest.mark.parametrize(
    "words",
    ["no", "yes", "10:30", "0123", "2024-02-30", "true", "1.10", "1_000", "Null", "=", "a b", "é"],
)
def test_words_stay_as_they_were_written(words: str) -> None:
    fields, problems = read(f"a: {words}\nb: ['{words}']\n")
    assert (bare(fields), problems) == ({"a": words, "b": [words]}, ())


def test_nothing_and_null_are_none_unless_they_are_quoted() -> None:
    fields = read("a:\nb: ~\nc: null\nd: 'null'\ne: \"\"\nf: !t\ng: [~]\n").value
    assert bare(fields) == {
        "a": None, "b": None, "c": None, "d": "null", "e": "", "f": None, "g": [None],
    }  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "\ufeff", "# c", "\n\n", "---\n...\n", "%YAML 1.1\n---\n", "~"]
)
def test_a_file_that_says_nothing_has_no_fields(text: str) -> None:
    assert read(text) == ({}, ())


@many
@given(documents())
def test_the_values_are_those_of_the_yaml_library(text: str) -> None:
    expected = plainly(text)
    assume(expected is not None)
    fields, problems = read(text)
    assert (bare(fields), problems) == (expected, ())


@many
@given(documents())
def test_places_are_where_the_yaml_library_sees_them(text: str) -> None:
    text = text.removeprefix("\ufeff")
    # The loaders differ on where nothing stands between braces.
    assume(plainly(text) and ": }" not in text)
    marks = [event.start_mark for event in yaml.parse(text, Loader=yaml.SafeLoader)]
    found = {(mark.line + 1, mark.column + 1) for mark in marks if mark}
    assert set(placed(read(text).value)) <= found


def test_an_alias_stands_where_it_repeats() -> None:
    fields = read("a: &n [x]\nb: *n\n").value
    assert fields["b"] == Field([Field("x", 1, 8)], 2, 4)


def test_lines_end_as_editors_see_them() -> None:
    fields = read("a: 'x'\r\nb: 'x'\rc: 'x\u2028y'\nd: 'x'").value
    assert [field.line for field in fields.values()] == [1, 2, 3, 4]


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


BOMBS = {
    "deep": "a: " + "[" * 25,
    "very deep": "[" * 200_000,
    "deep keys": "".join(f"{' ' * depth}a:\n" for depth in range(30)),
    "aliases": "a: &a 1\nb: [" + "*a, " * 51 + "]\n",
    "parts": "a: [" + "1, " * 20_001 + "]\n",
    "laughs": "a0: &a0 [x]\n" + "".join(
        f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 23)
    ),
    "merges": "a0: &a0 {x: 1}\n" + "".join(
        f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}], k{n}: 1}}\n" for n in range(1, 23)
    ),
    "unfolded": "a0: &a0 " + "[" * 20 + "]" * 20 + "\na1: " + "[" * 20 + "*a0" + "]" * 20 + "\n",
    "long": "a: " + "b" * 300_000,
    "tower of keys": "{" * 100_000,
    "questions": "? " * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused(name: str) -> None:
    for fields, problems in (read(BOMBS[name]), read(f"# c\n{BOMBS[name]}")):
        assert fields == {}
        assert [problem.code for problem in problems] == ["too-complex"]


def test_no_object_is_made_from_a_tag() -> None:
    text = "a: !!python/object/apply:os.getcwd []\nb: !!int x\nc: !!binary aGk=\nd: !!set {e}\n"
    assert bare(read(text).value) == {"a": [], "b": "x", "c": "aGk=", "d": {"e": None}}


@many
@given(anything)
def test_any_text_is_read(text: str) -> None:
    fields, problems = read(text)
    lines = text.count("\n") + text.count("\r") + 1
    assert all(0 < line <= lines for line, _ in placed(fields))
    assert all(problem.message and 0 < problem.line <= lines for problem in problems)


@many
@given(anything, anything)
def test_any_note_is_split(head: str, body: str) -> None:
    text = f"---\n{head}\n---\n{body}"
    found, problems = split(text)
    assert found.body == 0 or text[: found.body].rstrip("\n").endswith("---")
    assert found.head is None or text[slice(*found.head)] in text[: found.body]
    assert all(problem.message and problem.line for problem in problems)


@many
@given(named(mappings()), st.text(), st.sampled_from(["", "\ufeff"]))
def test_front_matter_says_what_a_file_of_its_own_would_say(
    head: str, body: str, start: str
) -> None:
    alone = read(head)
    assume(plainly(head))
    found = split(f"{start}---\n{head}---\n{body}").value
    assert bare(found.fields) == bare(alone.value)
    assert placed(found.fields) == [(line + 1, column) for line, column in placed(alone.value)]
    assert found.body_line == head.count("\n") + 3


RULES: list[tuple[str, tuple[int, int] | None, int, list[str]]] = [
    ("Body\n", None, 1, []),
    ("", None, 1, []),
    (" ---\na: 1\n---\n", None, 1, []),
    ("----\na: 1\n----\n", None, 1, []),
    ("---\na: 1\n---\nBody", (4, 9), 4, []),
    ("---  \r\na: 1\r\n---\t\r\nBody", (7, 13), 4, []),
    ("\ufeff---\na: 1\n---", (5, 10), 3, []),
    ("---\n---\n", (4, 4), 3, []),
    ("---\n# only a comment\n---\n", (4, 21), 4, []),
    ("---\n\na: 1\n---\n", (4, 10), 5, []),
    ("---\n\n---\n", None, 1, []),
    ("---\n\n# A heading\n\n---\n", None, 1, []),
    ("---\n\nA rule, then words: these.\n", None, 1, []),
    ("---\n- [ ] a box\n---\n", None, 1, []),
    ("---\nJust words.\n---\n", None, 1, []),
    ("---\n> quoted: words\n", None, 1, []),
    ("---\na: 1\n", None, 1, ["front matter is opened but never closed"]),
    ("---\n# c\n'a': 1", None, 1, ["front matter is opened but never closed"]),
    ("---\na: [\n---\nBody", None, 1, ["brackets that do not fit"]),
    ("---\nJust [ words.\n> a: [\n---\nBody", None, 1, []),
    ("---\n\na: [\n---\nBody", None, 1, []),
    ("---\na: 1\na: 2\n---\n", (4, 14), 5, ['"a" is given twice (first on line 2)']),
    ("---\n\na: 1\na: 2\n---\n", (4, 15), 6, ['"a" is given twice (first on line 3)']),
]  # fmt: skip


@pytest.mark.parametrize(("text", "head", "body_line", "messages"), RULES)
def test_front_matter_is_told_from_a_rule(
    text: str, head: tuple[int, int] | None, body_line: int, messages: list[str]
) -> None:
    found, problems = split(text)
    assert (found.head, found.body_line) == (head, body_line)
    assert [problem.message for problem in problems] == messages
    assert (found.body == 0) == (head is None)


@many
@given(documents())
def test_both_loaders_build_the_same_tree(text: str) -> None:
    area = int(text.startswith("\ufeff")), len(text)
    assume(plainly(text) and ": }" not in text)
    quick, exact = (header._compose(text, area, exact=exact) for exact in (False, True))
    assert outline(quick) == outline(exact)
    assert starts(quick) == starts(exact)


def starts(node: Node) -> list[int]:
    return [node.start, *(start for part in node.parts for start in starts(part))]


@pytest.mark.parametrize("words", [r"\ud800", r"\U00110000", r"\UFFFFFFFF"])
def test_an_escape_for_no_character_is_refused_by_both_loaders(words: str) -> None:
    text = f'a: "{words}"\n'
    assert read(text).problems[0].code == "yaml"
    with pytest.raises(UnreadableError, match="an escape that stands for no character"):
        header._compose(text, (0, len(text)), exact=True)


def test_without_the_quick_loader_all_is_read_the_same() -> None:
    script = (
        "import yaml\n"
        "if hasattr(yaml, 'CSafeLoader'):\n"
        "    del yaml.CSafeLoader\n"
        "from onestop.formats.header import read, set_value\n"
        "print(read('a: {b: [no, 0123]}').value['a'].value['b'].value[1].value)\n"
        "print(*(p.message for p in read('a: @b').problems))\n"
        "print(set_value('a: {b: 1}', ['a', 'b'], 2))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [
        "0123",
        "a character that cannot begin a value",
        "a: {b: 2}",
    ]


def test_a_byte_order_mark_counts_as_nothing() -> None:
    assert read("\ufeffa: 'b'").value == {"a": Field("b", 1, 4)}
    (problem,) = read("\ufeffa: @b").problems
    assert (problem.line, problem.column, problem.text) == (1, 4, "a: @b")
