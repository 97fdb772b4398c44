"""What may lie on the table, or be sent beforehand: the agenda without what is the manager's own.

Feedback that was not told, private reminders, assumptions and trends are on the screen alone.
"""

from collections.abc import Iterator
from datetime import date

from onestop.insight import agenda
from onestop.insight.actions import ME, THEM
from onestop.insight.agenda import Brief, Numbered
from onestop.insight.practice import PAPER_SHARES
from onestop.render import words
from onestop.render.numbered import when
from onestop.render.text import BLANK, Page, Row, row

_LINE = "_" * 60


def paper(brief: Brief, manager: str, today: date) -> Page:
    """One printable page that may lie on the table: numbers, time boxes, room to write."""
    page = [*_heading(brief, manager), *_fallen(brief)]
    for step, share in PAPER_SHARES:
        page += [BLANK, row(f"{step} ({round(share * brief.minutes / 30)} min)")]
        page += _paper_step(step, brief, manager, today)
    return page


def shared(brief: Brief, manager: str, today: date) -> Page:
    """What the person may see beforehand: purpose, promises, topics and the questions."""
    person = brief.folder.person
    page = [*_heading(brief, manager)]
    for title, items in (
        ("Promised", [i for i in brief.items if i.promise]),
        ("Topics", [i for i in brief.items if i.topic]),
    ):
        if items:
            page += [BLANK, row(title)]
            page += [_shared_item(i, person.first_name, manager, today) for i in items]
    if brief.asked:
        page += [BLANK, row("To think about"), *(row(f"  {q.text}") for q in brief.asked)]
    return page


def _heading(brief: Brief, manager: str) -> Iterator[Row]:
    """Who meets when, what for, and what shall be true afterwards."""
    person = brief.folder.person
    yield row(f"{person.name} and {manager}, {words.long_day(brief.on)}, {brief.minutes} min")
    if brief.purpose:
        yield row(f"Purpose: {brief.purpose}")
    for part in (p for p in brief.parts if isinstance(p, agenda.Outcome)):
        yield row(f"True afterwards: {part.words}")
    if brief.question:
        yield row(brief.question)


def _fallen(brief: Brief) -> Iterator[Row]:
    """Key results whose confidence fell come before everything else (E1)."""
    for part in (p for p in brief.parts if isinstance(p, agenda.Fallen)):
        for fall in part.falls:
            yield row(f"{fall.result.title}: confidence {fall.before} to {fall.now}")


def _growth(brief: Brief) -> Iterator[Row]:
    for part in (p for p in brief.parts if isinstance(p, agenda.Growth)):
        yield row(f"  {words.sentence(part.theme.theme.title)}  {part.ask}".rstrip())


def _shared_item(item: Numbered, person: str, manager: str, today: date) -> Row:
    return row(
        f"  {_who(item, person, manager)}", item.text, when(item, today), grid="shared", stretch=1
    )


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
        yield from _growth(brief)
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
