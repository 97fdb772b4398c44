"""Bytes to text, and what is wrong with them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.formats.encoding import conflicts, decode, newline

many = settings(max_examples=examples(200), derandomize=True, deadline=None)
MARKERS = ["<<<<<<< a\n", "=======\n", ">>>>>>> b\n", "||||||| c\n", "x\n", " <<<<<<< a\n"]


@many
@given(st.text())
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    data = text.encode()
    parsed = decode(data)
    assert parsed.value == text
    assert bool(parsed.problems) == ("\0" in text)


@many
@given(st.binary())
def test_any_bytes_are_shown_and_lose_nothing(data: bytes) -> None:
    value, problems = decode(data)
    assert value.encode(errors="surrogateescape") == data
    assert [problem.code for problem in problems] in ([], ["encoding"])
    assert all(problem.hint for problem in problems)
    assert not problems or "\0" in value or not value.isascii()


@pytest.mark.parametrize(
    ("data", "message", "line", "column"),
    [
        (b"a\nRen\xe9\n", "byte 5 (0xe9) is not UTF-8", 2, 4),
        (b"a\r\n\xff", "byte 3 (0xff) is not UTF-8", 2, 1),
        ("é\nñ".encode() + b"\xc3", "byte 5 (0xc3) is not UTF-8", 2, 2),
        (b"\xed\xa0\x80 surrogate", "byte 0 (0xed) is not UTF-8", 1, 1),
        (b"a\nb\0", "byte 3 (0x00) is a NUL, which no text holds", 2, 2),
        (b"a\0b", "byte 1 (0x00) is a NUL, which no text holds", 1, 2),
        (b"\n\n\xff", "byte 2 (0xff) is not UTF-8", 3, 1),
        (b"\0\0\0\0", "byte 0 (0x00) is a NUL, which no text holds", 1, 1),
    ],
)
def test_the_first_foreign_byte_is_named(data: bytes, message: str, line: int, column: int) -> None:
    (problem,) = decode(data).problems
    assert (problem.message, problem.line, problem.column) == (message, line, column)


def test_the_line_is_shown_with_its_foreign_byte_marked() -> None:
    (problem,) = decode(b"name: Ren\xe9, 5\nnext").problems
    assert problem.text == "name: Ren\N{REPLACEMENT CHARACTER}, 5"


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["---\nname: Alice\n---\n", "Ärger für Zoë\n"])
def test_utf_16_is_called_by_its_name(codec: str, text: str) -> None:
    (problem,) = decode(text.encode(codec)).problems
    assert problem.message == "the file is UTF-16, not UTF-8"
    assert problem.line == 0


def test_a_byte_order_mark_stays() -> None:
    assert decode(b"\xef\xbb\xbfa") == ("\ufeffa", ())


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\n<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> b\nz\n", [2]),
        ("<<<<<<< a\r\n=======\r\n>>>>>>> b\r\n<<<<<<< c\r\n>>>>>>> d", [1, 4]),
        ("<<<<<<< a\n<<<<<<< b\n", [1, 2]),
        ("x\n=======\ny\n>>>>>>> b\n", [4]),
        ("Heading\n=======\n", []),
        ("a <<<<<<< b\n <<<<<<< c\n> >>>>>>> d\n", []),
        ("<<<<<<<<< a\n<<<<<<<\n", []),
    ],
)
def test_each_conflict_is_named_at_its_first_line(text: str, lines: list[int]) -> None:
    problems = conflicts(text)
    assert [problem.line for problem in problems] == lines
    assert {problem.message for problem in problems} <= {"unresolved merge conflict"}


@many
@given(st.lists(st.sampled_from(MARKERS)).map("".join))
def test_only_a_text_with_markers_has_conflicts(text: str) -> None:
    lines = text.splitlines()
    marked = [line for line in lines if line.startswith(("<<<<<<< ", ">>>>>>> "))]
    assert bool(conflicts(text)) == bool(marked)
    assert len(conflicts(text)) >= lines.count("<<<<<<< a")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "\n"),
        ("a", "\n"),
        ("a\r\n", "\r\n"),
        ("a\r\nb\n", "\n"),
        ("a\r\nb\n\r\n", "\r\n"),
        ("a\rb\rc\n", "\n"),
    ],
)
def test_the_line_end_of_a_text_is_that_of_most_lines(text: str, expected: str) -> None:
    assert newline(text) == expected
