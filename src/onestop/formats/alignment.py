"""alignment.yaml: priorities of both sides, expectations, and assumptions until they are tested."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from onestop.formats import header
from onestop.formats.header import Block, Words
from onestop.formats.parsed import CannotEdit, Parsed
from onestop.formats.schema import Reader, with_lines
from onestop.model.alignment import (
    OUTCOMES,
    PRIORITIES,
    Alignment,
    Assumption,
    Expectation,
    Priorities,
)
from onestop.model.problem import Problem

KEYS = _PRIORITIES, _EXPECTATIONS, _ASSUMPTIONS = "priorities", "expectations", "assumptions"

_NUMBER = "([0-9]{1,6})"
_PRIORITIES_KEYS = ("date", "mine", "theirs")
_EXPECTATION_KEYS = ("id", "expect", "success", "said-back", "since", "checked")
_ASSUMPTION_KEYS = ("id", "text", "since", "tested", "outcome", "note")

V = TypeVar("V", bound=Priorities | Expectation | Assumption)


def parse(text: str) -> Parsed[Alignment]:
    """Read alignment.yaml; what cannot be read is named and left out."""
    head = header.read(text)
    read = Reader(head.value)
    priorities = _list(read, _PRIORITIES, _priorities)
    expectations = _list(read, _EXPECTATIONS, _expectation)
    assumptions = _list(read, _ASSUMPTIONS, _assumption)
    _same_ids(read, (*expectations, *assumptions))
    read.misspelled(KEYS, "the alignment")
    found = Alignment(
        tuple(sorted(priorities, key=lambda p: p.date)), tuple(expectations), tuple(assumptions)
    )
    return Parsed(found, with_lines([*head.problems, *read.problems], text))


def set_priorities(text: str, new: Priorities) -> str:
    """Write one day's priorities; a side that is empty keeps what that day has."""
    at = _find(text, _PRIORITIES, _priorities, lambda old: old.date == new.date)
    sides = {"mine": _words(new.mine), "theirs": _words(new.theirs)}
    if at is None:
        item = {"date": new.date.isoformat()} | {key: said for key, said in sides.items() if said}
        return header.append(text, [_PRIORITIES], item)
    for key, said in sides.items():
        text = header.set_value(text, [_PRIORITIES, at, key], said) if said else text
    return text


def add_expectation(text: str, new: Expectation) -> str:
    """Add an expectation; with the person's own words it is no assumption any more."""
    item = Block({"id": new.id, "expect": Words(new.expect)})
    if new.success:
        item["success"] = Words(new.success)
    if new.said_back:
        item["said-back"] = Words(new.said_back)
    days = {"since": new.since, "checked": new.checked}
    item.update({key: day.isoformat() for key, day in days.items() if day})
    return header.append(text, [_EXPECTATIONS], item)


def set_success(text: str, old: Expectation, success: str) -> str:
    """Write anew what success looks like."""
    at = _place(text, _EXPECTATIONS, _expectation, old)
    return header.set_value(text, [_EXPECTATIONS, at, "success"], Words(success))


def say_back(text: str, old: Expectation, words: str, day: date) -> str:
    """Write down the person's own words of an expectation, and the day."""
    at = _place(text, _EXPECTATIONS, _expectation, old)
    text = _named(text, _EXPECTATIONS, at, old)
    text = header.set_value(text, [_EXPECTATIONS, at, "said-back"], Words(words))
    return header.set_value(text, [_EXPECTATIONS, at, "checked"], day.isoformat())


def add_assumption(text: str, new: Assumption) -> str:
    """Add an assumption that is still to be tested."""
    item = {"id": new.id, "text": Words(new.text)}
    if new.since:
        item["since"] = new.since.isoformat()
    return header.append(text, [_ASSUMPTIONS], item)


def close(text: str, old: Assumption, outcome: str, note: str, day: date) -> str:
    """Write down what became of an assumption: `outcome` is held, wrong or corrected."""
    at = _place(text, _ASSUMPTIONS, _assumption, old)
    text = _named(text, _ASSUMPTIONS, at, old)
    text = header.set_value(text, [_ASSUMPTIONS, at, "tested"], day.isoformat())
    text = header.set_value(text, [_ASSUMPTIONS, at, "outcome"], outcome)
    return header.set_value(text, [_ASSUMPTIONS, at, "note"], Words(note)) if note else text


def fresh(letter: str, found: Alignment) -> str:
    """The next id of a kind: e3 behind e2, whatever was taken away, or a1."""
    taken = {e.id for e in found.expectations} | {a.id for a in found.assumptions}
    numbers = (int(n[1]) for ident in taken if (n := re.fullmatch(letter + _NUMBER, ident)))
    return f"{letter}{max(numbers, default=0) + 1}"


def _priorities(read: Reader) -> Priorities | None:
    day = read.day("date")
    mine, theirs = read.texts("mine"), read.texts("theirs")
    read.misspelled(_PRIORITIES_KEYS, "priorities")
    for key, said in (("mine", mine), ("theirs", theirs)):
        if len(said) > PRIORITIES:
            what = f"has {len(said)} priorities, and {PRIORITIES} is the limit"
            read.wrong(key, read.fields[key], what, f"Keep the {PRIORITIES} that come first.")
    if day:
        return Priorities(day, mine, theirs, _line(read))
    _lacking(read, "date", "priorities need the day on which they were said, as date:")
    return None


def _expectation(read: Reader) -> Expectation | None:
    found = Expectation(
        read.text("id"), read.text("expect"), read.text("success"), read.text("said-back"),
        read.day("since"), read.day("checked"), _line(read),
    )  # fmt: skip
    read.misspelled(_EXPECTATION_KEYS, "an expectation")
    if found.expect:
        return found
    _lacking(read, "expect", "an expectation needs its words, as expect:")
    return None


def _assumption(read: Reader) -> Assumption | None:
    found = Assumption(
        read.text("id"), read.text("text"), read.day("since"), read.day("tested"),
        read.choice("outcome", OUTCOMES, ""), read.text("note"), _line(read),
    )  # fmt: skip
    read.misspelled(_ASSUMPTION_KEYS, "an assumption")
    if found.tested and not read.given("outcome"):
        hint = f"Add outcome: {', '.join(OUTCOMES[:-1])} or {OUTCOMES[-1]}."
        read.wrong("tested", read.fields["tested"], "has no outcome, and so it is open", hint)
    if found.text:
        return found
    _lacking(read, "text", "an assumption needs its words, as text:")
    return None


def _lacking(read: Reader, key: str, what: str) -> None:
    """Name what an item cannot do without, unless its value was named as unreadable."""
    if read.given(key) is None:
        read.problems.append(Problem("value", what, line=_line(read)))


def _line(read: Reader) -> int:
    """The line on which an item begins."""
    return min((field.line for field in read.fields.values()), default=0)


def _list(read: Reader, key: str, make: Callable[[Reader], V | None]) -> list[V]:
    return [found for item in read.items(key) if (found := make(item))]


def _find(
    text: str, key: str, make: Callable[[Reader], V | None], wanted: Callable[[V], bool]
) -> int | None:
    """Which item of a list is meant; what cannot be read counts as a place in it."""
    field = header.read(text).value.get(key)
    items = field.value if field and isinstance(field.value, list) else []
    for n, item in enumerate(items):
        found = make(Reader(item.value)) if isinstance(item.value, dict) else None
        if found and wanted(found):
            return n
    return None


def _place(text: str, key: str, make: Callable[[Reader], V | None], old: V) -> int:
    """Where an item stands that was read before; CannotEdit when it is gone."""
    at = _find(text, key, make, lambda new: new._replace(line=0) == old._replace(line=0))
    if at is None:
        what, hint = "this item has changed meanwhile", "Run the command again."
        raise CannotEdit(Problem("moved", what, hint, line=old.line))
    return at


def _named(text: str, key: str, at: int, old: Expectation | Assumption) -> str:
    """Give an item that was typed by hand its id."""
    if old.id:
        return text
    return header.set_value(text, [key, at, "id"], fresh(key[0], parse(text).value))


def _words(said: Iterable[str]) -> list[Words]:
    return [Words(one) for one in said]


def _same_ids(read: Reader, items: Iterable[Expectation | Assumption]) -> None:
    seen: set[str] = set()
    for item in items:
        if item.id and item.id in seen:
            what, hint = f"the id {item.id} is used twice", "Give one of them another id."
            read.problems.append(Problem("same-id", what, hint, item.line))
        seen.add(item.id)
