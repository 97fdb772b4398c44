"""Lines that hold what somebody looks for, each with the heading it stands under."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple
from warnings import catch_warnings, simplefilter


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
    for path, data in texts:
        text = data.removeprefix("\ufeff").replace("\r\n", "\n")
        if not matches(text):
            continue
        for heading, lines in _sections(text):
            hits = [(n, line) for n, line in lines if matches(line)]
            shown = [(n, line) for n, line in lines if line.strip()] if hits and whole else hits
            yield from (Hit(path, n, line, heading) for n, line in shown)


class _Section(NamedTuple):
    heading: str
    lines: list[tuple[int, str]]


def _sections(text: str) -> list[_Section]:
    found = [_Section("", [])]
    for number, line in enumerate(text.split("\n"), start=1):
        title = line.lstrip("#")
        if title != line and title.startswith(" "):
            found.append(_Section(title.strip(), []))
        found[-1].lines.append((number, line))
    return found


def _matcher(pattern: str, *, any_case: bool) -> Callable[[str], bool]:
    flags = re.MULTILINE | (re.IGNORECASE if any_case else 0)
    literal = re.compile(re.escape(pattern), flags)
    with catch_warnings():
        # Some patterns may change their meaning in a later Python; that is nobody's concern here.
        simplefilter("ignore", FutureWarning)
        try:
            regular = re.compile(pattern, flags)
        except re.error:
            regular = literal
    return lambda text: bool(literal.search(text) or regular.search(text))
