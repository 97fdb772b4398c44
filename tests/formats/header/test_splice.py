"""Edits of YAML: where words go, which lines go along, and what is refused."""

from collections.abc import Callable
from typing import Any

import pytest

from onestop.formats.header import (
    Block,
    Words,
    append,
    append_header,
    remove,
    remove_header,
    set_header,
    set_value,
)
from onestop.formats.parsed import CannotEdit

Path = tuple[str | int, ...]
Edit = Callable[..., str]

SETS: list[tuple[str, Path, Any, str]] = [
    ("a: 1  # why\n", ("a",), 2, "a: 2  # why\n"),
    ("a:   # why\n", ("a",), "x", "a: x   # why\n"),
    ("a: &n 1\nb: 2\n", ("a",), 2, "a: &n 2\nb: 2\n"),
    ("a: &n\n", ("a",), 2, "a: &n 2\n"),
    ("a: !t  # c\n  1\n", ("a",), 2, "a: !t  # c\n  2\n"),
    ("a: one\n  two\nb: 1\n", ("a",), "three", "a: three\nb: 1\n"),
    ("a: |\n  one\n\n\nb: 1\n", ("a",), Words("two"), 'a: "two"\n\n\nb: 1\n'),
    ("a: [x]\n", ("a",), ["y", "p, q", None], 'a: [y, "p, q", null]\n'),
    ("a: [x]\n", ("a",), [], "a: []\n"),
    ("a: [x, [y]]\n", ("a", 1, -1), "z", "a: [x, [z]]\n"),
    ("- not: here\n", (0, "not"), "z", ""),
    ("a: 1\nb: *n\n", ("a",), 2, ""),
    ("x: &n 1\na: *n\n", ("a",), 2, "x: &n 1\na: 2\n"),
    ("a: ~\n", ("a",), None, "a: ~\n"),
    ("a: 'x'\n", ("a",), Words("x"), "a: 'x'\n"),
    ("a: 'x'\n", ("a",), Words("x\ny"), 'a: "x\\ny"\n'),
    ("a: true\n", ("a",), False, "a: false\n"),
    ("a: 1", ("b",), 2, "a: 1\nb: 2"),
    ("a: 1\r\n", ("b",), 2, "a: 1\r\nb: 2\r\n"),
    ("a: 1\n# on a\n\n# the end\n", ("b",), 2, "a: 1\n# on a\nb: 2\n\n# the end\n"),
    ("m:\n  a: 1\n  # on a\n# on n\nn: 1\n", ("m", "b"), 2,
     "m:\n  a: 1\n  # on a\n  b: 2\n# on n\nn: 1\n"),
    ("m:\n - a: 1\n   # in\n - b\n", ("m", 0, "c"), 2, "m:\n - a: 1\n   # in\n   c: 2\n - b\n"),
    ("a:\n- x\n\n\n", ("b",), 2, "a:\n- x\nb: 2\n\n\n"),
    ("a: |+\n  x\n\n", ("b",), 2, "a: |+\n  x\n\nb: 2\n"),
    ("? a\n: 1\n", ("b",), 2, "? a\n: 1\nb: 2\n"),
    ("? a\n\n# end\n", ("b",), 2, "? a\nb: 2\n\n# end\n"),
    ("m:\n  ? a\n  : 1\n", ("m", "b"), 2, "m:\n  ? a\n  : 1\n  b: 2\n"),
    ("m: {a: 1}  # c\n", ("m", "b"), "x, y", 'm: {a: 1, b: "x, y"}  # c\n'),
    ("m: {a: }\n", ("m", "b"), 2, "m: {a: , b: 2 }\n"),
    ("m: {a}\n", ("m", "b"), 2, "m: {a, b: 2}\n"),
    ("m: !t {}\n", ("m", "b"), 2, "m: !t {b: 2}\n"),
    ("m: {a: 1}  # c\n", ("m",), {"b": 2, "c": [1]}, "m: {b: 2, c: [1]}  # c\n"),
    ("m: {}\n", ("m", "a"), {"b": {}}, "m: {a: {b: {}}}\n"),
    ("m: 1\n", ("m",), Block({"b": [2]}), "m: {b: [2]}\n"),
    ("m:  # c\n", ("m",), {"b": 2}, "m: {b: 2}  # c\n"),
    ("m:\n  a: 1\n", ("m", "b"), {"c": 2}, "m:\n  a: 1\n  b: {c: 2}\n"),
    ("m:\n  a: 1\n", ("m", "b"), Block({"c": 2}), "m:\n  a: 1\n  b:\n    c: 2\n"),
    ("m:\n- a: 1", ("m", 0, "b"), [{"c": 2}, 3], "m:\n- a: 1\n  b:\n    - {c: 2}\n    - 3"),
    ("", ("a",), 1, "a: 1\n"),
    ("\ufeff", ("a",), 1, "\ufeffa: 1\n"),
    ("# only this", ("a",), 1, "# only this\na: 1"),
    ("# only this\n", ("a: b",), 1, '# only this\n"a: b": 1\n'),
    ("---\n...\n", ("a",), 1, "---\na: 1\n...\n"),
    ("--- # c\n", ("a",), 1, "--- # c\na: 1\n"),
    ("--- &n\n", ("a",), 1, "--- &n\na: 1\n"),
    ("\ufeff  a: 1\n", ("b",), 1, "\ufeff  a: 1\n  b: 1\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "path", "value", "expected"), SETS)
def test_a_value_is_written_where_it_belongs(
    text: str, path: Path, value: Any, expected: str
) -> None:
    if expected:
        assert set_value(text, path, value) == expected
    else:
        with pytest.raises(CannotEdit):
            set_value(text, path, value)


CARD = Block({"id": "x", "of": {"b": [1], "c": []}})
APPENDS: list[tuple[str, Path, Any, str]] = [
    ("a:\n  - x  # c\n  # end\n", ("a",), "y", "a:\n  - x  # c\n  - y\n  # end\n"),
    ("a:\n-   x\n- y", ("a",), "z", "a:\n-   x\n- y\n- z"),
    ("a:\n  -\n  -\n", ("a",), "z", "a:\n  -\n  -\n  - z\n"),
    ("a:\n  -\n   # a-b\n   x\n", ("a",), "z", "a:\n  -\n   # a-b\n   x\n  - z\n"),
    ("a: &n # c\n  - x\n", ("a",), "z", "a: &n # c\n  - x\n  - z\n"),
    ("a:\n- - x\n  - y\n", ("a", 0), "z", "a:\n- - x\n  - y\n  - z\n"),
    ("a:\n  - |\n    x\n\nb: 1\n", ("a",), "z", "a:\n  - |\n    x\n  - z\n\nb: 1\n"),
    ("a:\n  - b: 1\n    c: 2\n", ("a",), {"from": "2026-12-21", "why": Words("leave")},
     'a:\n  - b: 1\n    c: 2\n  - {from: 2026-12-21, why: "leave"}\n'),
    ("a: [x, y, ] # c\n", ("a",), "z", "a: [x, y, z, ] # c\n"),
    ("a: [x]\n", ("a",), {"k": 1}, "a: [x, {k: 1}]\n"),
    ("m: 1\n", ("a",), "x", "m: 1\na:\n  - x\n"),
    ("m:\n  k: 1\n", ("m", "a"), "x", "m:\n  k: 1\n  a:\n    - x\n"),
    ("m: {k: 1}\n", ("m", "a"), "x", "m: {k: 1, a: [x]}\n"),
    ("a:  # c\nb: 1\n", ("a",), "x", "a:  # c\n  - x\nb: 1\n"),
    ("a:", ("a",), "x", "a:\n  - x"),
    ("a: []  # c\r\n", ("a",), "x", "a:  # c\r\n  - x\r\n"),
    ("a: &n []\n", ("a",), "x", "a: &n\n  - x\n"),
    ("a: ~\n", ("a",), "x", "a:\n  - x\n"),
    ("m: {a: [], b: }\n", ("m", "a"), "x", "m: {a: [x], b: }\n"),
    ("m: {a: [], b: }\n", ("m", "b"), "x", "m: {a: [], b: [x] }\n"),
    ("m:\n  - []\n", ("m", 0), "x", "m:\n  - [x]\n"),
    ("", ("a",), "x", "a:\n  - x\n"),
    ("", ("a",), CARD, "a:\n  - id: x\n    of: {b: [1], c: []}\n"),
    ("# c\r\n", ("a",), CARD, "# c\r\na:\r\n  - id: x\r\n    of: {b: [1], c: []}\r\n"),
    ("m:\n  k: 1", ("m", "a"), CARD,
     "m:\n  k: 1\n  a:\n    - id: x\n      of: {b: [1], c: []}"),
    ("a: []  # c\nb: 1\n", ("a",), CARD, "a:  # c\n  - id: x\n    of: {b: [1], c: []}\nb: 1\n"),
    ("a: [y] # c\n", ("a",), CARD, "a: [y, {id: x, of: {b: [1], c: []}}] # c\n"),
    ("a: {}\n", ("a", "b"), CARD, "a: {b: [{id: x, of: {b: [1], c: []}}]}\n"),
    ("a:\n-   b: 1\n    # on b\n# on a\n", ("a",), CARD,
     "a:\n-   b: 1\n    # on b\n-   id: x\n    of: {b: [1], c: []}\n# on a\n"),
    ("a:\n - {b: 1}\n", ("a",), Block(), "a:\n - {b: 1}\n - {}\n"),
    ("a:\n - b\n", ("a",), Block({"c": [CARD, CARD], "d": Block({"e": Block()}), "f": Words("")}),
     "a:\n - b\n - c:\n     - id: x\n       of: {b: [1], c: []}\n     - id: x\n"
     '       of: {b: [1], c: []}\n   d:\n     e: {}\n   f: ""\n'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "path", "item", "expected"), APPENDS)
def test_an_item_is_written_as_its_list_is(text: str, path: Path, item: Any, expected: str) -> None:
    assert append(text, path, item) == expected


REMOVES: list[tuple[str, Path, str]] = [
    ("# top\na: 1  # c\nb: 2\n", ("a",), "# top\nb: 2\n"),
    ("\ufeffa: 1\nb: 2\n", ("a",), "\ufeffb: 2\n"),
    ("a: 1\r\nb: 2", ("b",), "a: 1"),
    ("a: 1\nb: 2", ("b",), "a: 1"),
    ("a: 1", ("a",), ""),
    ("\ufeffa: 1", ("a",), "\ufeff"),
    ("a:\n  - x\n  # in\n  - y\n# on b\nb: 2\n", ("a",), "# on b\nb: 2\n"),
    ("a:\n  - x  # c\n  # in\n  - y\n", ("a", 0), "a:\n  # in\n  - y\n"),
    ("a:\n  - x\nb: 2\n", ("a", 0), "b: 2\n"),
    ("a: [x]\nb: 2\n", ("a", 0), "b: 2\n"),
    ("a: [x, y, z]\n", ("a", 0), "a: [y, z]\n"),
    ("a: [x, y, z]\n", ("a", -1), "a: [x, y]\n"),
    ("a: {k: 1, l: 2, m: 3}\n", ("a", "l"), "a: {k: 1, m: 3}\n"),
    ("a:\n  - k: 1\n    l: 2\n  - x\n", ("a", 0, "k"), "a:\n  - l: 2\n  - x\n"),
    ("a:\n  - k: 1\n  - x\n", ("a", 0, "k"), "a:\n  - x\n"),
    ("a:\n  b:\n    c: 1\n", ("a", "b", "c"), ""),
    ("{a: 1}\n", ("a",), "{}\n"),
    ("? a\n: 1\nb: 2\n", ("a",), "b: 2\n"),
    ("a: |\n  x\n\n\nb: 2\n", ("a",), "\n\nb: 2\n"),
    ("a: &n x\nb: *n\nc: 1\n", ("b",), "a: &n x\nc: 1\n"),
    ("a: {x: &n 1, y: *n}\nb: 1\n", ("a",), "b: 1\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "path", "expected"), REMOVES)
def test_what_is_removed_takes_its_lines_along(text: str, path: Path, expected: str) -> None:
    assert remove(text, path) == expected


REPEATED = "*n on line 2 repeats this, so it would change too"
UNSURE = "this cannot be changed without changing more"
HOLDS = '"a" holds keys or items of its own'
COMMENT = "a comment stands inside this value"
BESIDE = "a comment stands between this and what is beside it"
REFUSALS: list[tuple[Edit, str, list[Any], str]] = [
    (set_value, "a: 1\n", [["a", "b"], 1], 'there is no "b"'),
    (set_value, "a: {}\n", [["a", "b", "c"], 1], 'there is no "b"'),
    (set_value, "a: [x]\n", [["a", 2], 1], 'there is no "2"'),
    (set_value, "a:\n  b: 1\n", [["a"], 1], HOLDS),
    (set_value, "a: {}\n", [["a"], 1], HOLDS),
    (set_value, "a:\n  b: 1\n", [["a"], {"b": 2}], HOLDS),
    (set_value, "a: {b: 1, # c\n  c: 2}\n", [["a"], {"b": 2}], COMMENT),
    (set_value, "a: {b: &n 1}\nc: *n\n", [["a"], {"b": 2}], REPEATED),
    (set_value, "a:\n  - b\n", [["a"], 1], HOLDS),
    (set_value, "a: [ # c\n  b]\n", [["a"], 1], COMMENT),
    (set_value, "a: [b # c\n  ]\n", [["a"], 1], COMMENT),
    (set_value, "a: | # c\n  b\n", [["a"], 1], COMMENT),
    (set_value, "a: [b\n", [["a"], 1], "brackets that do not fit"),
    (set_value, "a: 1\na: 2\n", [["a"], 1], '"a" is given twice (first on line 1)'),
    (set_value, "a: 1\n---\nb: 2\n", [["a"], 1], "a second document begins here"),
    (set_value, "- a\n", [["a"], 1], "this is not a list of `key: value` lines"),
    (set_value, "null\n", [["a"], 1], 'there is no "a"'),
    (set_value, "<<<<<<< x\na: 1\n", [["a"], 1], "unresolved merge conflict"),
    (set_value, "a:\t1\n", [["a"], 1], "a tab where only spaces may stand"),
    (set_value, "a: &n 1\nb: *n\n", [["a"], 1], REPEATED),
    (set_value, "a: &n {x: 0}\nb: *n\n", [["a", "x"], 1], REPEATED),
    (set_value, "a: &n {x: 0}\nb: *n\n", [["b", "x"], 1], "*n repeats what stands elsewhere"),
    (set_value, "a: 1\n", [["a"], "\ud800"], UNSURE),
    (set_value, "a: {b}\n", [["a", "b"], 1], UNSURE),
    (set_value, "a: |\n  x", [["b"], 1], UNSURE),
    (set_value, "a: &n {x: 0}\nb: *n\n", [["a", "y"], 1], REPEATED),
    (append, "a: 1\n", [["a"], "x"], '"a" is not a list'),
    (append, "a: {}\n", [["a"], "x"], '"a" is not a list'),
    (append, "b: &n [y]\na: *n\n", [["a"], "x"], '"a" is not a list'),
    (append, "a: [ # c\n]\n", [["a"], "x"], COMMENT),
    (append, "a: &n [y]\nb: *n\n", [["a"], "x"], REPEATED),
    (remove, "b: 1\n", [["a"]], 'there is no "a"'),
    (remove, "a: {x: &n 1}\nb: *n\n", [["a"]], REPEATED),
    (remove, "a: [b, # on b\n  c]\n", [["a", 0]], BESIDE),
    (remove, "a:\n- b: 1\n  # on c\n  c: 2\n", [["a", 0, "b"]], BESIDE),
    (remove, "&k a: 1\nb: *k\n", [["a"]], UNSURE),
    (append_header, "no front matter\n", ["a", 1], "there is no front matter"),
    (remove_header, "---\n\nrule\n", ["a"], "there is no front matter"),
    (set_header, "---\na: [\n---\n", ["a", 1], "brackets that do not fit"),
    (set_header, "---\na: 1\n", ["a", 1], "front matter is opened but never closed"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "text", "rest", "message"), REFUSALS)
def test_what_cannot_be_changed_alone_is_refused(
    edit: Edit, text: str, rest: list[Any], message: str
) -> None:
    with pytest.raises(CannotEdit) as refusal:
        edit(text, *rest)
    assert refusal.value.problem.message == message
    assert refusal.value.problem.hint


def test_a_refusal_names_the_place() -> None:
    with pytest.raises(CannotEdit) as refusal:
        set_value("a: 1\nb:\n    - x\n", ["b"], 1)
    problem = refusal.value.problem
    assert (problem.code, problem.line, problem.column, problem.text) == ("edit", 3, 5, "    - x")


HEADERS: list[tuple[Edit, str, list[Any], str]] = [
    (set_header, "Body\n", ["a", 1], "---\na: 1\n---\nBody\n"),
    (set_header, "\ufeffBody\r\n", ["a", 1], "\ufeff---\r\na: 1\r\n---\r\nBody\r\n"),
    (set_header, "", ["a", [1]], "---\na: [1]\n---\n"),
    (set_header, "---\n---\nBody", ["a", 1], "---\na: 1\n---\nBody"),
    (set_header, "---\na: 1\n# c\n---\n", ["b", 1], "---\na: 1\n# c\nb: 1\n---\n"),
    (append_header, "---\nb: 1\n---\n- y\n", ["a", "x"], "---\nb: 1\na:\n  - x\n---\n- y\n"),
    (append_header, "---\na: [y]\n---", ["a", "x"], "---\na: [y, x]\n---"),
    (remove_header, "---\na: 1\n---\n\nBody", ["a"], "---\n---\n\nBody"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "text", "rest", "expected"), HEADERS)
def test_front_matter_is_edited_in_place(
    edit: Edit, text: str, rest: list[Any], expected: str
) -> None:
    assert edit(text, *rest) == expected


def test_a_place_in_front_matter_is_counted_in_the_note() -> None:
    with pytest.raises(CannotEdit) as refusal:
        set_header("---\na: 1\nb: &n 2\nc: *n\n---\n", "b", 1)
    assert (refusal.value.problem.line, refusal.value.problem.column) == (4, 4)
