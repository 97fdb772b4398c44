"""Front matter, told from a note that begins with a rule."""

import pytest

from onestop.formats.header import split

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
