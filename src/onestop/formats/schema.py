"""Typed values out of a header or a YAML file; what does not fit becomes a problem with its place.

A value that cannot be read counts as absent: nothing is guessed.
"""

from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches

from onestop.formats import dates
from onestop.formats.field import Field
from onestop.model.cadence import Away
from onestop.model.problem import Problem


class Reader:
    """The fields of one mapping, read by name; problems are collected in `problems`."""

    def __init__(self, fields: dict[str, Field], problems: list[Problem] | None = None) -> None:
        self.fields = fields
        self.problems: list[Problem] = [] if problems is None else problems

    def text(self, key: str) -> str:
        """One line of words, "" when absent."""
        field = self._given(key)
        if field is None:
            return ""
        if not isinstance(field.value, str):
            self._wrong(key, field, "should be words on one line")
            return ""
        return " ".join(field.value.split())

    def whole(self, key: str, low: int, high: int) -> int | None:
        """A whole number from `low` to `high`."""
        field = self._given(key)
        if field is None:
            return None
        said = field.value
        if isinstance(said, str) and said.isascii() and said.isdigit() and len(said) < 9:
            number = int(said)
            if low <= number <= high:
                return number
        self._wrong(key, field, f"should be a whole number from {low} to {high}")
        return None

    def day(self, key: str) -> date | None:
        """A date, written 2026-11-27."""
        field = self._given(key)
        if field is None:
            return None
        day = dates.iso(field.value) if isinstance(field.value, str) else None
        if day is None:
            self._wrong(key, field, "should be a date that exists, written 2026-11-27")
        return day

    def flag(self, key: str, *, default: bool) -> bool:
        """Read true or false."""
        field = self._given(key)
        if field is None:
            return default
        said = field.value.lower() if isinstance(field.value, str) else ""
        if said in ("true", "yes", "on"):
            return True
        if said not in ("false", "no", "off"):
            self._wrong(key, field, "should be true or false")
            return default
        return False

    def choice(self, key: str, options: Sequence[str], default: str) -> str:
        """One of the words that are allowed here."""
        field = self._given(key)
        if field is None:
            return default
        said = field.value.lower() if isinstance(field.value, str) else ""
        if said in options:
            return said
        near = get_close_matches(said, options, 1)
        hint = f"Did you mean {near[0]}?" if near else ""
        self._wrong(key, field, f"should be {' or '.join(options)}", hint)
        return default

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of words; a single word is a list of one."""
        field = self._given(key)
        if field is None:
            return ()
        if isinstance(field.value, str):
            return (field.value,)
        if isinstance(field.value, list):
            words = [item.value for item in field.value if isinstance(item.value, str)]
            if len(words) == len(field.value):
                return tuple(words)
        self._wrong(key, field, "should be a list of words, such as [one, two]")
        return ()

    def items(self, key: str) -> list["Reader"]:
        """A list of mappings, each with a reader that shares these problems."""
        field = self._given(key)
        if field is None:
            return []
        if not isinstance(field.value, list):
            self._wrong(key, field, "should be a list")
            return []
        found = []
        for item in field.value:
            if isinstance(item.value, dict):
                found.append(Reader(item.value, self.problems))
            else:
                self._wrong(key, item, "should hold items such as {name: value}")
        return found

    def leaves(self, key: str) -> tuple[Away, ...]:
        """`away:` as leaves; one that ends before it begins is named and left out."""
        found = []
        for item in self.items(key):
            first, last = item.day("from"), item.day("to")
            if first and last and first <= last:
                found.append(Away(first, last, item.text("why")))
            elif first and last:
                self._wrong("to", item.fields["to"], "is before the day it begins")
            elif not {"from", "to"} <= item.fields.keys():
                at = next(iter(item.fields.values()), self.fields[key])
                self._wrong(key, at, "needs both from and to")
        return tuple(found)

    def _given(self, key: str) -> Field | None:
        field = self.fields.get(key)
        return None if field is None or field.value is None else field

    def _wrong(self, key: str, field: Field, what: str, hint: str = "") -> None:
        said = f' "{field.value}"' if isinstance(field.value, str) else ""
        self.problems.append(
            Problem("value", f"{key}{said} {what}", hint, line=field.line, column=field.column)
        )


def with_lines(problems: Sequence[Problem], text: str) -> tuple[Problem, ...]:
    """The same problems, each with the person's own line."""
    if not problems:
        return ()
    lines = text.split("\n")
    return tuple(
        p._replace(text=lines[p.line - 1].rstrip("\r"))
        if 0 < p.line <= len(lines) and not p.text
        else p
        for p in problems
    )
