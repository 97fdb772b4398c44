"""Typed values out of a header or a YAML file; what does not fit becomes a problem with its place.

A value that cannot be read counts as absent: nothing is guessed.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from math import inf
from typing import TypeVar

from onestop.formats import days
from onestop.formats.header.field import Field
from onestop.model.cadence import Away
from onestop.model.problem import Problem

T = TypeVar("T")

_LINE_END = re.compile(r"\r\n?|\n")
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_LONGEST_NUMBER = 8
_NUMBER = re.compile(r"[-+]?[0-9]{1,12}(?:\.[0-9]{1,4})?")
_LIKENESS = 0.8
"""From here, 0 to 1, a key is taken for a known one with a slip of the finger."""


class Reader:
    """The fields of one mapping, read by name; problems are collected in `problems`."""

    def __init__(self, fields: dict[str, Field], problems: list[Problem] | None = None) -> None:
        self.fields = fields
        self.problems: list[Problem] = [] if problems is None else problems

    def given(self, key: str) -> Field | None:
        """The field, unless it is absent or says nothing."""
        field = self.fields.get(key)
        return None if field is None or field.value is None else field

    def value(
        self, key: str, read: Callable[[str], T | None], what: str, hint: str = ""
    ) -> T | None:
        """One value as `read` understands it; `what` says what it should have been."""
        field = self.given(key)
        if field is None:
            return None
        found = read(field.value) if isinstance(field.value, str) else None
        if found is None:
            self.wrong(key, field, what, hint)
        return found

    def text(self, key: str) -> str:
        """One line of words, "" when absent."""
        return self.value(key, _one_line, "should be words on one line") or ""

    def whole(self, key: str, low: int, high: int) -> int | None:
        """A whole number from `low` to `high`."""

        def read(said: str) -> int | None:
            if not (said.isascii() and said.isdigit() and len(said) <= _LONGEST_NUMBER):
                return None
            return int(said) if low <= int(said) <= high else None

        return self.value(key, read, f"should be a whole number from {low} to {high}")

    def number(self, key: str, low: float = -inf, high: float = inf) -> float | None:
        """A number from `low` to `high`, such as 41, -3 or 0.5."""
        fitting = ", such as 41 or 0.5" if high == inf else f" from {low:g} to {high:g}"

        def read(said: str) -> float | None:
            found = number(said)
            return found if found is not None and low <= found <= high else None

        return self.value(key, read, f"should be a number{fitting}")

    def day(self, key: str) -> date | None:
        """A date, written 2026-11-27."""
        return self.value(key, days.iso, "should be a date that exists, written 2026-11-27")

    def flag(self, key: str, *, default: bool) -> bool:
        """Read true or false."""
        said = self.value(key, lambda words: _FLAGS.get(words.lower()), "should be true or false")
        return default if said is None else said

    def choice(self, key: str, options: Sequence[str], default: str) -> str:
        """One of the words that are allowed here."""
        field = self.given(key)
        said = field.value.lower() if field and isinstance(field.value, str) else ""
        if field is None or said in options:
            return said or default
        near = _near(said, options)
        self.wrong(key, field, f"should be {' or '.join(options)}", near)
        return default

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of words; a single word is a list of one."""
        field = self.given(key)
        if field is None:
            return ()
        if isinstance(field.value, str):
            return (field.value,)
        items = field.value if isinstance(field.value, list) else [field]
        words = [item.value for item in items if isinstance(item.value, str)]
        if len(words) == len(items):
            return tuple(words)
        self.wrong(key, field, "should be a list of words, such as [one, two]")
        return ()

    def items(self, key: str) -> list["Reader"]:
        """A list of mappings, each with a reader that shares these problems."""
        field = self.given(key)
        if field is None:
            return []
        if not isinstance(field.value, list):
            self.wrong(key, field, "should be a list")
            return []
        found = []
        for item in field.value:
            if isinstance(item.value, dict):
                found.append(Reader(item.value, self.problems))
            else:
                self.wrong(key, item, "should hold items such as {name: value}")
        return found

    def leaves(self, key: str) -> tuple[Away, ...]:
        """`away:` as leaves; one that ends before it begins is named and left out."""
        found = []
        for item in self.items(key):
            first, last = item.day("from"), item.day("to")
            if first and last and first <= last:
                found.append(Away(first, last, item.text("why")))
            elif first and last:
                self.wrong("to", item.fields["to"], "is before the day it begins")
            elif item.given("from") is None or item.given("to") is None:
                at = next(iter(item.fields.values()), self.fields[key])
                self.wrong(key, at._replace(value=None), "needs both from and to")
        return tuple(found)

    def misspelled(self, keys: Iterable[str], what: str) -> None:
        """Name keys that are probably known ones of `what`, misspelled; any other is one's own."""
        known = list(keys)
        for key, field in self.fields.items():
            if key not in known and (hint := _near(key.lower(), known, _LIKENESS)):
                self.problems.append(
                    Problem("key", f"{key} is not a key of {what}", hint, field.line, 1)
                )

    def wrong(self, key: str, field: Field, what: str, hint: str = "") -> None:
        """Remember a value that does not fit."""
        said = f' "{field.value}"' if isinstance(field.value, str) else ""
        self.problems.append(
            Problem("value", f"{key}{said} {what}", hint, line=field.line, column=field.column)
        )


def number(said: str) -> float | None:
    """Read `41`, `-3`, `0.5`; None for anything else, as for `1,5`, which has two readings."""
    return float(said) if _NUMBER.fullmatch(said) else None


def with_lines(problems: Sequence[Problem], text: str) -> tuple[Problem, ...]:
    """The same problems, each with the person's own line."""
    if not problems:
        return ()
    lines = ["", *_LINE_END.split(text.removeprefix("\ufeff"))]
    return tuple(
        p if p.text or not 0 <= p.line < len(lines) else p._replace(text=lines[p.line])
        for p in problems
    )


def _one_line(said: str) -> str:
    return " ".join(said.split())


def _near(said: str, options: Sequence[str], likeness: float = 0.6) -> str:
    """A hint at the option that was probably meant; "" when none is like it."""
    from difflib import get_close_matches

    near = get_close_matches(said, options, 1, likeness)
    return f"Did you mean {near[0]}?" if near else ""
