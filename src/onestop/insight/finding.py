"""Lines that hold what somebody looks for, each with the heading it stands under."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple


class Hit(NamedTuple):
    """A line, its place, and the heading above it ("" above the first one)."""

    path: str
    line: int
    text: str
    heading: str


def find(
    pattern: str, texts: Iterable[tuple[str, str]], *, any_case: bool, whole: bool
) -> Iterator[Hit]:
    """Every line that matches `pattern`, as plain words or as a regular expression.

    Both ways of reading count, so that `- [ ]` and `C++` find what they look like.
    `whole` adds the other lines of the same section.
    """
    matches = _matcher(pattern, any_case=any_case)
    for path, text in texts:
        if not matches(text):
            continue
        for section in _sections(text):
            hits = [(n, line) for n, line in section.lines if matches(line)]
            for n, line in section.lines if hits and whole else hits:
                if line.strip() or not whole:
                    yield Hit(path, n, line, section.heading)


class _Section(NamedTuple):
    heading: str
    lines: list[tuple[int, str]]


def _sections(text: str) -> list[_Section]:
    found = [_Section("", [])]
    for number, line in enumerate(text.split("\n"), start=1):
        words = line.rstrip("\r")
        if words.startswith("#") and words.lstrip("#").startswith(" "):
            found.append(_Section(words.lstrip("# ").strip(), []))
        found[-1].lines.append((number, words))
    return found


def _matcher(pattern: str, *, any_case: bool) -> Callable[[str], bool]:
    flags = re.MULTILINE | (re.IGNORECASE if any_case else 0)
    literal = re.compile(re.escape(pattern), flags)
    try:
        regular = re.compile(pattern, flags)
    except re.error:
        regular = literal
    return lambda text: bool(literal.search(text) or regular.search(text))
