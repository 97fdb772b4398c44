"""How the brief looks on the screen, and on paper."""

from collections.abc import Iterator
from datetime import date
from functools import singledispatch

from onestop.insight import agenda
from onestop.insight.actions import ME, NOBODY, THEM
from onestop.insight.agenda import Brief, Numbered
from onestop.insight.practice import FIRST_MEETING, PAPER_SHARES, SHOWN_LINES
from onestop.model.question import Question
from onestop.render import words
from onestop.render.text import BLANK, Cell, Page, Row, row

FRAME = '"This is your time. Bring what is front of mind, not a status report."'
_LINE = "_" * 60


def draw(brief: Brief, today: date) -> Page:
    """The brief: a title, the question, and one line or more for each part."""
    page = [_title(brief)]
    if brief.question:
        page.append(row(Cell(f"  {brief.question}", "question")))
    for part in brief.parts:
        page.extend(_part(part, brief, today))
    return page


def paper(brief: Brief, manager: str, today: date) -> Page:
    """One printable page that may lie on the table: numbers, time boxes, room to write."""
    person = brief.folder.person
    page = [
        row(f"{person.name} and {manager}, {words.long_day(brief.on)}, {brief.minutes} min"),
        *([row(brief.question)] if brief.question else []),
    ]
    for step, share in PAPER_SHARES:
        page += [BLANK, row(f"{step} ({round(share * brief.minutes / 30)} min)")]
        page += _paper_step(step, brief, manager, today)
    return page


def _title(brief: Brief) -> Row:
    first = ", first one-on-one" if brief.is_first else ""
    when = f", {words.long_day(brief.on)}, {brief.minutes} min"
    return row(Cell(f"{brief.folder.person.name}{first}{when}", "name"))


@singledispatch
def _part(part: agenda.Part, brief: Brief, today: date) -> Iterator[Row]:
    raise TypeError(f"{type(part).__name__} in {type(brief).__name__} on {today}")


@_part.register
def _frame(part: agenda.Frame, brief: Brief, today: date) -> Iterator[Row]:  # noqa: ARG001
    yield _said("Say first", FRAME)


@_part.register
def _reminders(part: agenda.Reminders, brief: Brief, today: date) -> Iterator[Row]:  # noqa: ARG001
    yield from _labelled("Remember", [r.text for r in part.remarks])
    yield from _more(len(part.remarks), f"one show {brief.folder.person.slug} --private")


@_part.register
def _unlogged(part: agenda.Unlogged, brief: Brief, today: date) -> Iterator[Row]:
    days = ", ".join(words.near_day(m.date, today) for m in part.meetings)
    yield _said("Not logged", f"{days}   one log {brief.folder.person.slug}")


@_part.register
def _skipped(part: agenda.Skipped, brief: Brief, today: date) -> Iterator[Row]:  # noqa: ARG001
    why = f": {part.meeting.skipped}" if part.meeting.skipped else ""
    yield _said("Skipped", f"{words.past_day(part.meeting.date, today)}{why}")


@_part.register
def _last_time(part: agenda.LastTime, brief: Brief, today: date) -> Iterator[Row]:  # noqa: ARG001
    note = part.meeting
    happiness = f", happiness {note.happiness}" if note.happiness else ""
    said = [f"{words.past_day(note.date, today)}{happiness}."]
    if part.sad:
        said.append(words.sentence(f":-( {part.sad}"))
    if part.decided:
        said.append(f"Decided: {part.decided}")
    yield _said("Last time", "  ".join(said))


@_part.register
def _owed(part: agenda.Owed, brief: Brief, today: date) -> Iterator[Row]:
    name = brief.folder.person.first_name
    label = {ME: "You owe", THEM: f"{name} owes", NOBODY: "Unassigned"}.get(part.side, "Others owe")
    yield from _numbered(label, part.items, brief, today)


@_part.register
def _brought(part: agenda.Brought, brief: Brief, today: date) -> Iterator[Row]:
    label = f"{brief.folder.person.first_name} brings" if part.side == THEM else "You bring"
    yield from _numbered(label, part.items, brief, today)


@_part.register
def _unclear(part: agenda.Unclear, brief: Brief, today: date) -> Iterator[Row]:  # noqa: ARG001
    for n, moment in enumerate(part.moments[:SHOWN_LINES]):
        settle = f"   one settle {moment.id} happy|sad|settled" if moment.id and n == 0 else ""
        yield _said("Still :-/" if n == 0 else "", f"{moment.text}{settle}")
    yield from _more(len(part.moments), f"one show {brief.folder.person.slug}")


@_part.register
def _ask(part: agenda.Ask, brief: Brief, today: date) -> Iterator[Row]:  # noqa: ARG001
    label = "Could ask" if part.fill else "Ask"
    yield from _labelled(label, [q.text for q in part.questions])


@_part.register
def _first(part: agenda.FirstMeeting, brief: Brief, today: date) -> Iterator[Row]:  # noqa: ARG001
    minutes = {what: max(1, round(share * brief.minutes / 30)) for what, share in FIRST_MEETING}
    name = brief.folder.person.first_name
    yield _said(f"{name} ({minutes['person']})", _texts(part.person))
    if part.role:
        ask = f"Ask before you tell: {_lower(_texts(part.role))}"
        leave = "Leave with a question, not a statement; two meetings is fine."
        yield _said(f"The role ({minutes['role']})", f"{ask}  {leave}")
    yield _said(f"Us ({minutes['us']})", f"Rhythm, length, who keeps the notes.  {_texts(part.us)}")
    yield _said(f"End ({minutes['end']})", "One promise each, the next date.")


def _numbered(label: str, items: tuple[Numbered, ...], brief: Brief, today: date) -> Iterator[Row]:
    for n, item in enumerate(items[:SHOWN_LINES]):
        late = bool(item.promise and item.promise.late_days)
        yield row(
            Cell(label if n == 0 else "", "label"),
            Cell(str(item.number)),
            Cell(item.text),
            Cell(when(item, today), "late" if late else "quiet"),
            Cell(item.id, "id"),
            grid="brief",
            stretch=2,
        )
    yield from _more(len(items), f"one show {brief.folder.person.slug}")


def when(item: Numbered, today: date) -> str:
    """When it is due, and how often it was carried."""
    due = words.due(item.promise.item.due, today) if item.promise else ""
    return ", ".join(part for part in (due, words.times(item.carried)) if part)


def _more(count: int, command: str) -> Iterator[Row]:
    """How many lines were left out, and where to see them."""
    if count > SHOWN_LINES:
        yield _said("", f"and {count - SHOWN_LINES} more: {command}")


def _labelled(label: str, texts: list[str]) -> Iterator[Row]:
    for n, text in enumerate(texts[:SHOWN_LINES]):
        yield _said(label if n == 0 else "", text)


def _said(label: str, text: str) -> Row:
    return row(Cell(label, "label"), Cell(text), grid="brief", stretch=2)


def _texts(questions: tuple[Question, ...]) -> str:
    return "  ".join(q.text for q in questions)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _paper_step(step: str, brief: Brief, manager: str, today: date) -> Iterator[Row]:
    person = brief.folder.person.first_name
    if step == "Check-in":
        yield from (row(f"  {q.text}") for q in brief.asked)
    elif step == "Follow-up":
        yield from _paper_items([i for i in brief.items if i.promise], person, manager, today)
    elif step == "Topics":
        yield from _paper_items([i for i in brief.items if i.topic], person, manager, today)
        yield row(f"  {_LINE}")
    elif step == "Growth":
        yield row(f"  {_LINE}")
    else:
        yield row(f"  {person} will", _LINE[:40], "by", _LINE[:12], grid="paper-act")
        yield row(f"  {manager} will", _LINE[:40], "by", _LINE[:12], grid="paper-act")


def _paper_items(items: list[Numbered], person: str, manager: str, today: date) -> Iterator[Row]:
    for item in items:
        yield row(
            f"  ( ) {item.number}", _who(item, person, manager), item.text, when(item, today),
            grid="paper", stretch=2,
        )  # fmt: skip


def _who(item: Numbered, person: str, manager: str) -> str:
    owner = item.promise.item.owner if item.promise else ""
    return {ME: manager, THEM: person}.get(item.side, owner)
