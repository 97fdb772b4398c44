"""onestop.yaml: the marker of a notebook, and its settings."""

import re

from onestop.formats import header
from onestop.formats.header import Words
from onestop.formats.parsed import Parsed
from onestop.formats.schema import Reader, with_lines
from onestop.model.problem import Problem
from onestop.model.settings import VERSION, Settings

WEEK = "a number of hours from 1 to 168, such as 40 or 37.5"
"""What a working week can be."""

_HOURS = re.compile(r"(\d{1,3})(?:\.([05]))?", re.ASCII)
_LONGEST = 168 * 60

KEYS = ("version", "me", "name", "week-hours", "commit", "away")


def parse(text: str) -> Parsed[Settings]:
    """Read the settings; a notebook of a newer format is a problem with code `newer`."""
    head = header.read(text)
    read = Reader(head.value)
    plain = Settings()
    value = Settings(
        me=(read.text("me") or plain.me).lower(),
        name=read.text("name"),
        week_minutes=read.value("week-hours", week, f"should be {WEEK}") or plain.week_minutes,
        commit=read.flag("commit", default=plain.commit),
        away=read.leaves("away"),
    )
    read.misspelled(KEYS, "a notebook's settings")
    return Parsed(value, with_lines([*head.problems, *_newer(read), *read.problems], text))


def week(said: str) -> int | None:
    """A working week in minutes, from its hours: `40`, `37.5`; None for what is none."""
    found = _HOURS.fullmatch(said)
    minutes = int(found[1]) * 60 + (30 if found[2] == "5" else 0) if found else 0
    return minutes if 60 <= minutes <= _LONGEST else None


def first(new: Settings) -> str:
    """The file as `one init` writes it."""
    shown = f"name: {header.scalar(Words(new.name))}\n" if new.name else ""
    return (
        f"version: {VERSION}                  # format of this notebook\n"
        f"me: {new.me:<23} # my handle in action items\n"
        f"{shown}week-hours: {new.week_hours}\n"
        f"commit: {str(new.commit).lower():<19} # one git commit per command\n"
    )


def put(text: str, now: Settings) -> str:
    """Write name, week and commits where they differ from what the file says."""
    before = parse(text).value
    for key, old, new in (
        ("name", before.name, Words(now.name)),
        ("week-hours", before.week_hours, now.week_hours),
        ("commit", before.commit, now.commit),
    ):
        if new != old:
            text = header.set_value(text, [key], new)
    return text


def _newer(read: Reader) -> list[Problem]:
    version = read.whole("version", 1, 9999) or VERSION
    if version <= VERSION:
        return []
    _, line, column = read.fields["version"]
    what = f"this notebook has format {version}, this `one` knows {VERSION}"
    return [Problem("newer", what, "Update onestop: uv tool upgrade onestop-cli", line, column)]
