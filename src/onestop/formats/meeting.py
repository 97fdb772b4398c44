"""meetings/DATE-PERSON.md: one note per meeting, planned, held or skipped.

The folder decides the person and the file name the day;
a header that says otherwise is a problem and is not used.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date

from onestop.formats import days, header
from onestop.formats.header.written import row
from onestop.formats.items import Sorter
from onestop.formats.markdown.lines import scan
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
        skipped=why,
        moved_to=moved,
        actions=tuple(items.actions),
        topics=tuple(items.topics),
        mentions=tuple(items.mentions),
        moments=tuple(items.moments),
        bullets=tuple(items.bullets),
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
    if agenda.asked:
        yield f"asked: {row(agenda.asked)}"


def _fill(template: str, values: Mapping[str, Sequence[str]]) -> str:
    """Put values into `{{names}}`; a line whose value is absent goes.

    The blank line below an absent quote goes with it, or two would stand there.
    """
    filled: list[str] = []
    was_quote = False
    for line in template.splitlines():
        if was_quote and not line.strip():
            was_quote = False
            continue
        found = _filled(line, values)
        filled += found
        was_quote = not found and line.startswith(">")
    return "\n".join(filled) + "\n"


def _filled(line: str, values: Mapping[str, Sequence[str]]) -> list[str]:
    """The line with its placeholders filled, once for each value."""
    lines = [line]
    for name, given in values.items():
        place = f"{{{{{name}}}}}"
        if place in line:
            lines = [begun.replace(place, value) for begun in lines for value in given]
    return lines


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
