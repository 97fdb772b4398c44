"""meetings/DATE-PERSON.md: one note per meeting, planned, held or skipped.

The folder decides the person and the file name the day;
a header that says otherwise is a problem and is not used.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from onestop.formats import days, header
from onestop.formats.header import Words
from onestop.formats.header.written import row
from onestop.formats.items import Sorter
from onestop.formats.markdown.lines import Kind, Line, scan
from onestop.formats.markdown.words import Known
from onestop.formats.parsed import Parsed
from onestop.formats.schema import Reader, with_lines
from onestop.model.agenda import Agenda
from onestop.model.meeting import HELD, PLANNED, SKIPPED, Meeting
from onestop.model.problem import Problem

KEYS = (
    "type", "with", "date", "state", "minutes", "happiness", "asked", "purpose", "outcome",
    "outcome-met", "talk-share", "worth", "skipped", "moved-to",
)  # fmt: skip
STATES = (PLANNED, HELD, SKIPPED)
OUTCOMES = ("met", "partly", "missed")
BLOCKS = ("kept", "missed", "moved")

_PLACE = re.compile(r"\{\{([a-z-]+)\}\}")
_OWN = "block-"
"""So begin the keys of the person's time blocks."""


def parse(
    text: str,
    *,
    slug: str,
    on: date,
    path: str,
    known: Known,
    ids: Container[str],
    today: date,
    number: int = 1,
) -> Parsed[Meeting]:
    """Read a note of `slug` on the day `on`; without a state it was held, unless it is to come.

    `ids` are those of items that exist: only they can be mentioned.
    """
    head = header.split(text)
    read = Reader(head.value.fields)
    why, moved = read.text("skipped"), read.day("moved-to")
    lines = scan(text, head.value.body, head.value.body_line)
    items = Sorter(text, path, known, ids).sort(lines)
    note = Meeting(
        slug=slug,
        date=on,
        path=path,
        number=number,
        state=read.choice("state", STATES, "") or _likely(on, today, gone=bool(why or moved)),
        minutes=read.whole("minutes", 1, 24 * 60),
        happiness=read.whole("happiness", 1, 5),
        asked=read.texts("asked"),
        purpose=read.text("purpose"),
        outcome=read.text("outcome"),
        outcome_met=read.choice("outcome-met", OUTCOMES, ""),
        talk_share=read.whole("talk-share", 0, 100),
        worth=read.whole("worth", 1, 5),
        blocks=tuple(_blocks(read)),
        skipped=why,
        moved_to=moved,
        actions=tuple(items.actions),
        topics=tuple(items.topics),
        mentions=tuple(items.mentions),
        moments=tuple(items.moments),
        bullets=tuple(items.bullets),
        prose=any(_is_prose(line, text) for line in lines),
    )
    read.misspelled([*KEYS, *(k for k in read.fields if k.startswith(_OWN))], "a note")
    odd = (*head.problems, *_contradictions(read, slug, on), *read.problems, *items.problems)
    return Parsed(note, with_lines(odd, text))


def first(
    template: str, agenda: Agenda, state: str, lines: Mapping[str, Sequence[str]] | None = None
) -> str:
    """A new note from a template; a line whose placeholder has nothing to say is left out.

    `lines` holds what stands under Follow-up and Topics from the start.
    """
    lines = lines or {}
    body = _fill(
        template,
        {
            "title": [title(agenda.between, agenda.on)],
            "question": [agenda.question] if agenda.question else [],
            "outcome": [agenda.outcome] if agenda.outcome else [],
            "follow-up": lines.get("Follow-up", ()),
            "topics": lines.get("Topics", ()),
        },
    )
    return "\n".join(["---", *_header(agenda, state), "---", body])


def title(between: tuple[str, str], on: date) -> str:
    """`Alice and Sam, 24 Nov 2026`: what a note is called."""
    person, manager = between
    return f"{person} and {manager}, {days.written(on)}"


def _header(agenda: Agenda, state: str) -> Iterator[str]:
    yield "type: one-on-one"
    yield f"with: {header.scalar(agenda.slug)}"
    yield f"date: {agenda.on.isoformat()}"
    yield f"state: {state}"
    if agenda.minutes:
        yield f"minutes: {agenda.minutes}"
    if agenda.purpose:
        yield f"purpose: {header.scalar(agenda.purpose)}"
    if agenda.outcome:
        yield f"outcome: {header.scalar(Words(agenda.outcome))}"
    if agenda.asked:
        yield f"asked: {row(agenda.asked)}"


def _fill(template: str, values: Mapping[str, Sequence[str]]) -> str:
    """Put values into `{{names}}`; a line whose value is absent goes.

    The blank line below what went is left out where another one stands above it.
    """
    filled: list[str] = []
    was_absent = False
    for line in template.splitlines():
        if was_absent and not line.strip() and not (filled and filled[-1].strip()):
            continue
        found = _filled(line, values)
        filled += found
        was_absent = not found
    return "\n".join(filled) + "\n"


def _filled(line: str, values: Mapping[str, Sequence[str]]) -> list[str]:
    """The line with its placeholders filled, once for each value."""
    places = [name for name in values if f"{{{{{name}}}}}" in line]

    def put(given: Sequence[str]) -> str:
        said = dict(zip(places, given, strict=True))
        return _PLACE.sub(lambda found: said.get(found[1], found[0]), line)

    return [put(given) for given in product(*(values[name] for name in places))]


def _is_prose(line: Line, text: str) -> bool:
    """Whether a line is part of a sentence: no quote, as the agenda begins with, and no rule."""
    if line.kind is not Kind.TEXT or text[line.start : line.end].lstrip().startswith(">"):
        return False
    return any(map(str.isalnum, line.content))


def _blocks(read: Reader) -> Iterator[tuple[str, str]]:
    """What became of each time block: pairs of its focus area and the word."""
    for key in (key for key in read.fields if key.startswith(_OWN)):
        word = read.choice(key, BLOCKS, "")
        if word:
            yield key.removeprefix(_OWN), word


def _likely(on: date, today: date, *, gone: bool) -> str:
    """The state of a note that does not say it."""
    if gone:
        return SKIPPED
    return PLANNED if on > today else HELD


def _contradictions(read: Reader, slug: str, on: date) -> Iterator[Problem]:
    """A header that says another person or day than the folder and the file name."""
    for key, meant, by in (
        ("with", slug, "the folder"),
        ("date", on.isoformat(), "the file name"),
    ):
        said = read.text(key)
        if said and said != meant:
            field = read.fields[key]
            what = f"{key} says {said}, {by} says {meant}"
            hint = f"{by.capitalize()} counts; correct the line or the name."
            yield Problem("header", what, hint, field.line, field.column)
