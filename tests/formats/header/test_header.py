"""YAML and front matter, read: every value as it was written, every fault named."""

import subprocess
import sys

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.formats.header import library, read, split
from onestop.formats.header.field import Field
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


def test_lines_end_as_editors_see_them() -> None:
    fields = read("a: 'x'\r\nb: 'x'\rc: 'x\u2028y'\nd: 'x'").value
    assert [field.line for field in fields.values()] == [1, 2, 3, 4]


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


def test_a_library_without_its_c_part_is_known_for_slow() -> None:
    code = (
        "import yaml; del yaml.CSafeLoader; from onestop.formats.header import library, read; "
        "print(library.is_quick(), read('a: &x [1]').value['a'].value[0].value)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False 1\n"
    assert library.is_quick() == hasattr(yaml, "CSafeLoader")
