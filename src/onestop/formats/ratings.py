"""ratings/DATE.md: one performance talk, both sides, both directions; the file name is its day."""

import re
from collections.abc import Iterator
from datetime import date

from onestop.formats import header
from onestop.formats.header import Words
from onestop.formats.parsed import Parsed
from onestop.formats.schema import Reader, with_lines
from onestop.model.problem import Problem
from onestop.model.rating import HIGHEST, LOWEST, NUMBERS, REPORTED, WAYS, Rating, Score

KEYS = (
    "type", "with", "date", "way", *(key for n in NUMBERS for key in (n, f"{n}-fact")), "improve",
)  # fmt: skip

_MONTHS = (
    "jan|january|feb|february|mar|march|apr|april|jun|june|jul|july|aug|august|sept?|september"
    "|oct|october|nov|november|dec|december"
)
_SPAN = r"(?:(?:last|this) (?:week|month|quarter|spring|summer|autumn|winter)|q[1-4]|week \d\d?)"
_SPOKEN = re.compile(
    rf"(?:(?:in|since|early|late|end of) )*(?:{_SPAN}|(?:{_MONTHS}|may)(?: \d{{4}})?)",
    re.IGNORECASE,
)
_DAY = re.compile(
    rf"\b(?:\d{{4}}-\d\d|\d\d?/\d\d?|\d\d?\.\d\d?\.|(?:{_MONTHS})\b|(?:\d\d?|in|since) may\b|may \d"
    r"|\d\d-\d\d\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|(?:last|on|this) (?:mon|tue|wed|thu|fri|sat|sun)\b"
    rf"|\d{{1,3}} ?(?:d|days?|w|wks?|weeks?|m|months?) ago\b|today\b|yesterday\b|{_SPAN}\b)",
    re.IGNORECASE,
)
_ENDS = (".", "!", "?", "…")


def parse(text: str, *, on: date, path: str) -> Parsed[Rating]:
    """Read the talk of the day `on`; a number that does not fit counts as not given.

    A file that does not say how the numbers came together is one that somebody typed.
    """
    head = header.split(text)
    read = Reader(head.value.fields)
    value = Rating(
        date=on,
        way=read.choice("way", WAYS, REPORTED),
        scores=tuple(_scores(read)),
        improve=read.text("improve"),
        path=path,
    )
    read.misspelled(KEYS, "a rating")
    odd = (*head.problems, *_contradictions(read, on, path), *read.problems)
    return Parsed(value, with_lines(odd, text))


def first(rating: Rating, slug: str) -> str:
    """A new file for the talk with the person in this folder."""
    lines = [
        "type: rating",
        f"with: {header.scalar(slug)}",
        f"date: {rating.date.isoformat()}",
        *(f"{key}: {header.scalar(value)}" for key, value in _values(rating)),
    ]
    return "\n".join(["---", *lines, "---", ""])


def fill(text: str, rating: Rating) -> str:
    """The file with what `rating` says where it says something else; all other bytes stay."""
    there = dict(_values(parse(text, on=rating.date, path="").value))
    for key, value in _values(rating):
        if there.get(key) != value:
            text = header.set_header(text, key, value)
    return text


def is_dated(fact: str) -> bool:
    """Whether a fact says when: `20 Nov`, `2026-11-20`, `in October`, `last week`, `Q3`."""
    return _DAY.search(fact) is not None


def is_span(said: str) -> bool:
    """Whether words say when without a day: `in nov`, `last week`, `Q3`."""
    return _SPOKEN.fullmatch(" ".join(said.split())) is not None


def with_when(fact: str, when: str) -> str:
    """The fact with the time that was added to it: `Late twice, 3 Nov 2026`."""
    return f"{fact} ({when})" if fact.endswith(_ENDS) else f"{fact}, {when}"


def _scores(read: Reader) -> Iterator[tuple[str, Score]]:
    for name in NUMBERS:
        number, fact = read.whole(name, LOWEST, HIGHEST), read.text(f"{name}-fact")
        if number is not None:
            yield name, Score(number, fact)
        elif fact and read.given(name) is None:
            what = f"stands without its number, {name}"
            read.wrong(f"{name}-fact", read.fields[f"{name}-fact"]._replace(value=None), what)


def _values(rating: Rating) -> Iterator[tuple[str, int | str]]:
    """The keys of the file that the talk fills, in their order."""
    yield "way", rating.way
    for name in NUMBERS:
        score = rating.score(name)
        if score:
            yield name, score.number
            yield from [(f"{name}-fact", Words(score.fact))] if score.fact else []
    yield from [("improve", Words(rating.improve))] if rating.improve else []


def _contradictions(read: Reader, on: date, path: str) -> Iterator[Problem]:
    """A header that says another person or day than the folder and the file name."""
    folder = path.split("/")[-3] if path.count("/") > 1 else ""
    for key, meant, by in (
        ("with", folder, "the folder"),
        ("date", on.isoformat(), "the file name"),
    ):
        said = read.text(key)
        if said and meant and said != meant:
            field = read.fields[key]
            what = f"{key} says {said}, {by} says {meant}"
            hint = f"{by.capitalize()} counts; correct the line or the name."
            yield Problem("header", what, hint, field.line, field.column)
