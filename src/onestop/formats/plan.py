"""plan.yaml: the development plan, focus areas with their cards and time blocks."""

import re
from collections.abc import Iterator
from datetime import date

from onestop.errors import Usage
from onestop.formats import entries, header
from onestop.formats.days import weekday
from onestop.formats.entries import Step, at_path, items, words_of, written
from onestop.formats.header import Block, Words
from onestop.formats.parsed import CannotEdit, Parsed
from onestop.formats.schema import Reader, number, with_lines
from onestop.model.cadence import WEEKDAYS
from onestop.model.okr import COLUMNS, TODO
from onestop.model.plan import FOCUS_AREAS, Card, FocusArea, TimeBlock
from onestop.model.problem import Problem

KEYS = ("id", "title", "why-not-day-job", "block", "cards")
CARD_KEYS = ("id", "title", "status", "since")
BLOCK_KEYS = ("day", "from", "hours")
MOST_HOURS = 24
BLOCK_HINT = "For example: thu 4 --from 13:00"

_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])[:.]?([0-5][0-9])")


def parse(text: str) -> Parsed[tuple[FocusArea, ...]]:
    """Read the focus areas in their order; of two with one id the first counts."""
    head = header.read(text)
    read = Reader(head.value)
    read.misspelled(("focus",), "a development plan")
    plan = tuple(map(_focus, read.items("focus")))
    odd = (*head.problems, *read.problems, *_named_twice(plan), *_too_many(plan))
    return Parsed(plan, with_lines(sorted(odd, key=lambda p: (p.line, p.column)), text))


def block(day: str, hours: str, start: str = "") -> TimeBlock:
    """Read a time block as it was typed: `thu`, `4` and maybe `13:00`; Usage when it is none."""
    on = weekday(day)
    if on is None:
        raise Usage(f'"{day}" is no weekday.', hint=BLOCK_HINT)
    long = number(hours.lower().removesuffix("h"))
    if long is None or not 0 < long <= MOST_HOURS:
        raise Usage(f'"{hours}" is no number of hours.', hint=BLOCK_HINT)
    return TimeBlock(on, _clock(start) if start else "", long)


def add_focus(text: str, focus: FocusArea) -> str:
    """Write a new focus area at the end of the list."""
    said: dict[str, header.Value] = {"id": focus.id, "title": Words(focus.title)}
    if focus.why_not_day_job:
        said["why-not-day-job"] = Words(focus.why_not_day_job)
    return header.append(text, ["focus"], Block(said))


def set_why(text: str, focus: str, why: str) -> str:
    """Write why the day job does not teach it."""
    return header.set_value(text, [*_place(text, focus), "why-not-day-job"], Words(why))


def add_card(text: str, focus: str, card: Card) -> str:
    """Write a new card at the end of a focus area's list, on one line."""
    said: dict[str, header.Value] = {"id": card.id, "title": Words(card.title)}
    said["status"] = card.status
    if card.since:
        said["since"] = card.since.isoformat()
    return header.append(text, [*_place(text, focus), "cards"], said)


def set_block(text: str, focus: str, when: TimeBlock) -> str:
    """Write the time block of a focus area."""
    said: dict[str, header.Value] = {"day": WEEKDAYS[when.day]}
    if when.start:
        said["from"] = Words(when.start)
    if when.hours is not None:
        said["hours"] = written(when.hours)
    path = [*_place(text, focus), "block"]
    there = at_path(text, path)
    if there is None or not isinstance(there.value, dict):
        return header.set_value(text, path, said)
    if not when.start and "from" in there.value:
        text = header.remove(text, [*path, "from"])
    for key, value in said.items():
        text = header.set_value(text, [*path, key], value)
    return text


def move(text: str, ident: str, column: str, day: date) -> str:
    """Put a card into another column, from that day on."""
    path = _place(text, ident)
    text = header.set_value(text, [*path, "status"], column)
    return header.set_value(text, [*path, "since"], day.isoformat())


def _focus(item: Reader) -> FocusArea:
    item.misspelled(KEYS, "a focus area")
    return FocusArea(
        id=entries.ident(item, "this focus area"),
        title=entries.title(item, "this focus area"),
        why_not_day_job=item.text("why-not-day-job"),
        block=_block(item),
        cards=tuple(map(_card, item.items("cards"))),
        line=entries.line(item),
    )


def _card(item: Reader) -> Card:
    item.misspelled(CARD_KEYS, "a card")
    return Card(
        id=entries.ident(item, "this card"),
        title=entries.title(item, "this card"),
        status=item.choice("status", COLUMNS, TODO),
        since=item.day("since"),
        line=entries.line(item),
    )


def _block(item: Reader) -> TimeBlock | None:
    field = item.given("block")
    if field is None:
        return None
    if not isinstance(field.value, dict):
        item.wrong("block", field, 'should be like {day: thu, from: "13:00", hours: 4}')
        return None
    inside = Reader(field.value, item.problems)
    inside.misspelled(BLOCK_KEYS, "a time block")
    day = inside.value("day", weekday, "is no weekday", f"Write {', '.join(WEEKDAYS)}.")
    if inside.given("day") is None:
        item.wrong("block", field, "has no day", "Write {day: thu, hours: 4}.")
    start, hours = inside.text("from"), inside.number("hours", 0, MOST_HOURS)
    return None if day is None else TimeBlock(day, start, hours)


def _clock(said: str) -> str:
    found = _CLOCK.fullmatch(said.strip())
    if not found:
        raise Usage(f'--from "{said}" is no time of day.', hint=BLOCK_HINT)
    return f"{int(found[1]):02}:{found[2]}"


def _named_twice(plan: tuple[FocusArea, ...]) -> Iterator[Problem]:
    named = [(focus.id, focus.line) for focus in plan]
    named += [(card.id, card.line) for focus in plan for card in focus.cards]
    return entries.named_twice(named, "this plan")


def _too_many(plan: tuple[FocusArea, ...]) -> Iterator[Problem]:
    """More areas under way than can have a focus: told by the strict check alone."""
    _, most = FOCUS_AREAS
    for focus in [focus for focus in plan if focus.is_open][most : most + 1]:
        hint = "Two or three at a time: finish or drop the cards of one, or take it out."
        what = f"more than {most} focus areas"
        yield Problem("many-focus", what, hint, focus.line, strict=True)


def _place(text: str, ident: str) -> list[Step]:
    """The path of a focus area or a card, counted as the file counts."""
    for at, focus in items(at_path(text, ["focus"])):
        if ident and words_of(focus, "id").lower() == ident:
            return ["focus", at]
        for n, card in items(focus.get("cards")):
            if ident and words_of(card, "id").lower() == ident:
                return ["focus", at, "cards", n]
    raise CannotEdit(Problem("edit", f"there is no {ident} in this file", "See: one plan PERSON"))
