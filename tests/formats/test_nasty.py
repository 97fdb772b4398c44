"""The samples that break naive tools: each as its table of expectations says."""

import pytest

from onestop.formats.encoding import conflicts, decode
from onestop.formats.header import append, read, set_header, set_value, split
from onestop.formats.parsed import CannotEdit
from onestop.model.problem import Problem
from samples import NASTY

pytestmark = pytest.mark.skipif(not NASTY.is_dir(), reason="the samples are not here")

FILES = [
    "01-comments", "02-quotes", "03-blocks", "04-indent", "05-long",
    "06-types", "08-unicode", "09-crlf-bom", "10-layout",
]  # fmt: skip
ITEMS = {
    "01-comments": "  - new item\n",
    "02-quotes": "- new item\n",
    "03-blocks": "- new item\n",
    "04-indent": "    -   new item\n",
    "05-long": ", new item",
    "06-types": "  - new item\n",
    "07-anchors": "  - new item\n",
    "08-unicode": "  - new item\n",
    "09-crlf-bom": "  - new item\r\n",
    "10-layout": "  - new item\n",
}
HEADERS = [
    "m02-hr-in-body", "m04-bom-crlf", "m08-indented-start",
    "m09-no-final-newline", "m10-mixed-eol", "m13-tasks-in-code",
]  # fmt: skip


def sample(name: str) -> str:
    return decode((NASTY / name).read_bytes()).value


def said(problem: Problem, name: str) -> str:
    return f"{name}:{problem.line}: {problem.message}"


@pytest.mark.parametrize("name", FILES)
def test_setting_the_rating_changes_one_character(name: str) -> None:
    text = sample(f"{name}.yaml")
    at = text.index("3", text.index("\nrating"))
    assert set_value(text, ["rating"], 4) == f"{text[:at]}4{text[at + 1 :]}"


@pytest.mark.parametrize("name", ITEMS)
def test_appending_an_action_puts_in_one_run(name: str) -> None:
    text, run = sample(f"{name}.yaml"), ITEMS[name]
    new = append(text, ["actions"], "new item")
    at = new.index(run)
    assert text == new[:at] + new[at + len(run) :]
    actions = read(new).value["actions"].value
    assert isinstance(actions, list)
    assert actions[-1].value == "new item"


def test_a_rating_that_is_repeated_is_left_alone() -> None:
    with pytest.raises(CannotEdit) as refusal:
        set_value(sample("07-anchors.yaml"), ["rating"], 4)
    problem = refusal.value.problem
    assert "line 11" in problem.message
    assert (problem.line, problem.text) == (11, "again: *r")


def test_odd_types_stay_the_words_they_are() -> None:
    fields = read(sample("06-types.yaml")).value
    assert [field.value for field in fields.values()][:16] == [
        "NO", "yes", "call", "2024-1-5", "2024-01-12", "12:30", "0123", "1.10", "1e3",
        "1_000", "0x1F", "+1", ".5", "2024-01-12T10:00:00+02:00", "year key", "nothing",
    ]  # fmt: skip
    assert read(sample("10-layout.yaml")).value["list"].value == [
        ("x", 7, 9), ("y", 8, 9), ("z", 9, 9),
    ]  # fmt: skip


def test_a_leading_rule_is_no_front_matter() -> None:
    text = sample("m01-hr-first.md")
    assert split(text) == (({}, None, 0, 1), ())
    assert set_header(text, "rating", 4) == f"---\nrating: 4\n---\n{text}"


def test_front_matter_ends_at_the_first_fence() -> None:
    text = sample("m02-hr-in-body.md")
    found = split(text).value
    assert {key: field.value for key, field in found.fields.items()} == {
        "title": "1:1",
        "rating": "3",
    }
    assert text[found.body :].startswith("\nfirst\n\n---\n")
    assert found.body_line == 5


def test_front_matter_that_never_closes_is_named_and_not_written() -> None:
    name = "m03-unclosed.md"
    parsed = split(sample(name))
    expected = "m03-unclosed.md:1: front matter is opened but never closed"
    assert [said(problem, name) for problem in parsed.problems] == [expected]
    assert parsed.value == ({}, None, 0, 1)
    with pytest.raises(CannotEdit, match="never closed"):
        set_header(sample(name), "rating", 4)


@pytest.mark.parametrize("name", HEADERS)
def test_a_note_keeps_all_but_the_rating(name: str) -> None:
    text = sample(f"{name}.md")
    at = text.index("3", text.index("\nrating"))
    assert set_header(text, "rating", 4) == f"{text[:at]}4{text[at + 1 :]}"


def test_a_new_key_ends_its_line_as_most_lines_do() -> None:
    assert "\nrating: 3\r\nmood: 4\n---\n" in set_header(sample("m10-mixed-eol.md"), "mood", 4)
    assert "\nmood: 4\r\n---\r\n" in set_header(sample("m04-bom-crlf.md"), "mood", 4)


def test_a_conflict_is_named_and_nothing_is_written() -> None:
    name = "m05-conflict.md"
    text = sample(name)
    expected = "m05-conflict.md:7: unresolved merge conflict"
    assert [said(problem, name) for problem in conflicts(text)] == [expected]
    assert split(text).value.fields["rating"].value == "3"
    with pytest.raises(CannotEdit, match="unresolved merge conflict"):
        set_header(text, "rating", 4)


def test_latin_1_is_named_and_shown() -> None:
    name = "m06-latin1.md"
    parsed = decode((NASTY / name).read_bytes())
    expected = "m06-latin1.md:2: byte 13 (0xe9) is not UTF-8"
    assert [said(problem, name) for problem in parsed.problems] == [expected]
    assert parsed.value.startswith("---\nname: Ren\udce9\n")


def test_escapes_are_read_as_what_they_stand_for() -> None:
    fields = split(sample("m07-escapes.md")).value.fields
    assert fields["title"].value == "\x1b]52;c;cm0gLXJmIH4=\a"


def test_a_key_given_twice_is_named_and_never_picked() -> None:
    name = "m11-dup-keys.md"
    parsed = split(sample(name))
    expected = 'm11-dup-keys.md:3: "rating" is given twice (first on line 2)'
    assert [said(problem, name) for problem in parsed.problems] == [expected]
    assert parsed.value.fields == {}
    with pytest.raises(CannotEdit, match="given twice"):
        set_header(sample(name), "rating", 4)


def test_odd_keys_are_ordinary() -> None:
    fields = split(sample("m12-odd-keys.md")).value.fields
    assert {key: field.value for key, field in fields.items()} == {
        "content": "x",
        "handler": "y",
        "2024": "z",
        "on": "w",
    }
