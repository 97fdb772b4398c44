"""The words of a line: whom they name, their tags, and what is left without the marks."""

import re
from collections.abc import Callable, Iterable

from onestop.formats.markdown.row import BLANKS

Known = Callable[[str], str | None]
"""The handle of the person whom a word names; None for a word that names nobody."""

Span = tuple[int, int]

_HANDLE = re.compile(r"@(?<![\w@./+-]@)(\w(?:[\w.-]*\w)?)[:,]?")
_TAG = re.compile(r"#(?<![^\s(,;]#)(?<!\]\(#)([\w/-]*[^\W\d][\w/-]*)")


def leader(veiled: str, at: int, known: Known) -> tuple[str, Span] | None:
    """Find the known `@handle` that opens the words; not as a part of one, as in `@sam's`."""
    found = _HANDLE.match(veiled, at)
    if found is None or veiled[found.end() : found.end() + 1] not in BLANKS:
        return None
    person = known(found[1])
    return (person, found.span()) if person else None


def handle(veiled: str, at: int, known: Known) -> tuple[str, Span] | None:
    """Find the first `@handle` of a known person: who it is, and where it is written."""
    for found in _HANDLE.finditer(veiled, at):
        if person := known(found[1]):
            return person, found.span()
    return None


def tags(veiled: str, at: int) -> tuple[str, ...]:
    """List the `#tags`, without #; a number such as #1, or the #part of a link, is none."""
    return tuple(tag.rstrip("-/") for tag in _TAG.findall(veiled, at))


def without(line: str, at: int, spans: Iterable[Span]) -> str:
    """Keep the words from `at` on, less some spans; one blank where a span was taken out."""
    words = []
    for start, end in sorted(spans):
        if start >= at:
            words.append(line[at:start].strip())
        at = max(at, end)
    words.append(line[at:].strip())
    return " ".join(filter(None, words))
