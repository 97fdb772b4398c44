"""role.md: why a role exists, in the words of both, and the question that came of it.

Whose words a section holds, its heading says: `In Alice's words`. A heading that names nobody
known goes by its order, the manager's first.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple
from unicodedata import combining, normalize

from onestop.errors import Usage
from onestop.formats import days, header, sections
from onestop.formats.header import Words
from onestop.formats.markdown.lines import Kind, Line
from onestop.formats.parsed import CannotEdit, Parsed
from onestop.formats.schema import Reader, with_lines
from onestop.formats.sections import Section
from onestop.model.problem import Problem
from onestop.model.role import (
    DUTIES,
    OPEN_END,
    ROLE_WORDS,
    TOO_LONG,
    RolePurpose,
    problems_of,
)

KEYS = ("type", "with", "question", "agreed")
MINE, THEIRS, STRETCH, EARLIER = "mine", "theirs", "stretch", "earlier"
PARTS = (MINE, THEIRS, STRETCH, EARLIER)
"""What a page holds below its title, in this order."""

REASONS = {
    OPEN_END: ('does not end with "?"', "It is to be asked, every day."),
    TOO_LONG: (
        f"has more than {ROLE_WORDS} words",
        "Keep what can be asked in one breath.",
    ),
    DUTIES: ("reads like a list of duties", "Ask what the duties are for."),
}
"""What a question does wrong, and what would make it right, by `model.role.problems_of`."""

_WORDS_OF = re.compile(r"(?:in )?(.+?)(?:'s?)?(?: own)? words")
_MY, _THEIR = ("my", "mine", "the manager"), ("their", "theirs", "the person")
_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})[ \t:]+")
_BEGIN = "Begin them with a letter."
_QUOTES = "\"'“”«»"


class Names(NamedTuple):
    """The names of the two; headings have the first word of each."""

    mine: str
    theirs: str


def parse(text: str, name: str = "") -> Parsed[RolePurpose | None]:
    """Read the page of somebody called `name`; None for one that says nothing."""
    head = header.split(text)
    read = Reader(head.value.fields)
    parts = _parts(text, name or read.text("with"))
    value = RolePurpose(
        question=read.text("question"),
        agreed=read.day("agreed"),
        mine=_prose(parts.get(MINE)),
        theirs=_prose(parts.get(THEIRS)),
        stretch=_prose(parts.get(STRETCH)),
        earlier=tuple(_earlier(parts.get(EARLIER))),
    )
    read.misspelled(KEYS, "a role")
    odd = (*head.problems, *read.problems, *_problems(read, value))
    said = value if any(value._replace(agreed=None)) else None
    return Parsed(said, with_lines(odd, text))


def first(slug: str, names: Names) -> str:
    """The page before its first words."""
    return (
        f"---\ntype: role\nwith: {header.scalar(slug)}\n---\n# Why this role exists\n\n"
        f"## {_heading(names.mine)}\n\n## {_heading(names.theirs)}\n"
    )


def put(text: str, role: RolePurpose, names: Names) -> str:
    """Write what differs from what the page says.

    Usage for words that would not be read as such, CannotEdit in place of several paragraphs.
    """
    before = parse(text, names.theirs).value or RolePurpose("")
    if role.question != before.question:
        text = header.set_header(text, "question", Words(role.question))
    if role.agreed and role.agreed != before.agreed:
        text = header.set_header(text, "agreed", role.agreed.isoformat())
    for part in (MINE, THEIRS, STRETCH):
        if (words := getattr(role, part)) != getattr(before, part):
            text = _put_words(text, part, _prose_of(words), names)
    for day, question in role.earlier[len(before.earlier) :]:
        text = _add(text, EARLIER, _earlier_line(day, question), names)
    return _proved(text, role, names)


def _parts(text: str, name: str) -> Mapping[str, Section]:
    """The sections by what they hold; of two of a kind the first."""
    found: dict[str, Section] = {}
    unnamed: list[Section] = []
    for section in sections.split(sections.read(text)):
        title = _fold(section.name) if section.heading else ""
        part = _part(title, _fold(name))
        if part:
            found.setdefault(part, section)
        elif _WORDS_OF.fullmatch(title):
            unnamed.append(section)
    for section in unnamed:
        free = next((part for part in (MINE, THEIRS) if part not in found), None)
        if free:
            found[free] = section
    return found


def _part(title: str, name: str) -> str:
    """Which part a heading opens; "" for words of somebody unknown, and for any other heading."""
    if title.startswith(STRETCH):
        return STRETCH
    if title.startswith(EARLIER):
        return EARLIER
    whose = _WORDS_OF.fullmatch(title)
    if whose and (whose[1] in _THEIR or (name and whose[1] in (name, *name.split()[:1]))):
        return THEIRS
    return MINE if whose and whose[1] in _MY else ""


def _fold(words: str) -> str:
    """Words without case, accents and curly apostrophes."""
    plain = normalize("NFKD", words.replace("’", "'").casefold())
    return " ".join("".join(c for c in plain if not combining(c)).split())


def _words(section: Section | None) -> Iterable[Line]:
    kinds = (Kind.TEXT, Kind.ITEM, Kind.HEADING)
    return (x for x in section.lines if x.kind in kinds) if section else ()


def _prose(section: Section | None) -> str:
    """The words of a section on one line."""
    return " ".join(line.content for line in _words(section) if line.content)


def _earlier(section: Section | None) -> Iterator[tuple[date | None, str]]:
    for line in _words(section):
        dated = _DATED.match(line.content)
        day = days.iso(dated[1]) if dated else None
        said = line.content[dated.end() :] if dated and day else line.content
        if question := said.strip().strip(_QUOTES).strip():
            yield day, question


def _problems(read: Reader, role: RolePurpose) -> Iterator[Problem]:
    """What keeps the question from guiding anybody's day."""
    field = read.given("question")
    if field is None or not role.question:
        return
    for reason in problems_of(role.question):
        what, hint = REASONS[reason]
        what = f"the role question {what}"
        yield Problem("role-question", what, hint, field.line, field.column)
    if not role.theirs:
        what = "the person's own words on the role are missing"
        hint = "The question is found together: one role PERSON --theirs TEXT"
        yield Problem("role-words", what, hint, field.line, strict=True)


def _heading(name: str) -> str:
    return f"In {name.split(maxsplit=1)[0]}'s words"


def _titles(text: str, names: Names) -> dict[str, str]:
    """The heading of each part: as it stands there, or as it would be written."""
    usual = (_heading(names.mine), _heading(names.theirs), "Stretch", "Earlier questions")
    there = {part: s.name for part, s in _parts(text, names.theirs).items()}
    return dict(zip(PARTS, usual, strict=True)) | there


def _add(text: str, part: str, line: str, names: Names) -> str:
    """Put a line at the end of a part, which is made in its place when it is absent."""
    titles = _titles(text, names)
    return sections.add(text, titles[part], [line], list(titles.values()))


def _put_words(text: str, part: str, words: str, names: Names) -> str:
    """Put words into a part, in place of the one paragraph that stands there."""
    old = _parts(text, names.theirs).get(part)
    lines = [x for x in old.lines if x.kind is not Kind.BLANK] if old else []
    if not lines:
        return _add(text, part, words, names)
    start, end = lines[0], lines[-1]
    whole = end.number - start.number == len(lines) - 1
    if not whole or any(x.kind is not Kind.TEXT for x in lines):
        what = "there is more than one paragraph here"
        hint = "Change it by hand: one edit PERSON role"
        raise CannotEdit(Problem("paragraphs", what, hint, line=start.number))
    return f"{text[: start.start]}{words}{text[end.end :]}"


def _earlier_line(day: date | None, question: str) -> str:
    dated = f"{day.isoformat()} " if day else ""
    return f'- {dated}"{question}"'


def _proved(text: str, role: RolePurpose, names: Names) -> str:
    """The text, once it reads as it was meant."""
    if (parse(text, names.theirs).value or RolePurpose("")) != role:
        what = "these words would be read as something else here"
        raise CannotEdit(Problem("place", what, _BEGIN))
    return text


def _prose_of(words: str) -> str:
    """The words, if they are read as a line of prose."""
    if [(x.kind, x.content) for x in sections.read(words)] != [(Kind.TEXT, words)]:
        raise Usage(f'"{words}" would be read as something else.', hint=_BEGIN)
    return words
