"""person.yaml: who somebody is, and how the two meet."""

import re
from typing import NamedTuple

from onestop.errors import Usage
from onestop.formats import header
from onestop.formats.days import weekday
from onestop.formats.header import Words
from onestop.formats.parsed import Parsed
from onestop.formats.schema import Reader, with_lines
from onestop.model.cadence import BIWEEKLY, MONTHLY, WEEKDAYS, WEEKLY, Away, Cadence
from onestop.model.person import RELATIONS, Person

KEYS = (
    "name", "aliases", "title", "relation", "manages", "cadence", "day", "at", "minutes",
    "since", "added", "status", "archived-on", "ambition", "ambition-since", "ambition-links",
    "not-for-us", "away",
)  # fmt: skip
ACTIVE, ARCHIVED = "active", "archived"
HINT = "For example: weekly, every 2 weeks tue, monthly 45, every 10 days."

_CADENCES = {
    "weekly": WEEKLY, "1w": WEEKLY, "every week": WEEKLY,
    "biweekly": BIWEEKLY, "fortnightly": BIWEEKLY, "2w": BIWEEKLY,
    "every 2 weeks": BIWEEKLY, "every two weeks": BIWEEKLY,
    "monthly": MONTHLY, "1m": MONTHLY, "every month": MONTHLY,
}  # fmt: skip
_EVERY = re.compile(r"(?:every )?([0-9]{1,3}) ?(d|days?|w|weeks?)")
_MINUTES = re.compile(r"[1-9][0-9]{0,2}")
_LONGEST = 366
"""The longest cadence, in days."""


def cadence(words: str) -> Cadence | None:
    """Read `weekly`, `biweekly`, `2w`, `monthly`, `every 10 days`, `10d`; None otherwise."""
    said = " ".join(words.lower().split())
    if said in _CADENCES:
        return _CADENCES[said]
    found = _EVERY.fullmatch(said)
    if not found:
        return None
    days = int(found[1]) * (7 if found[2].startswith("w") else 1)
    return _every(days) if 0 < days <= _LONGEST else None


def _every(days: int) -> Cadence:
    """A cadence in the words that `cadence` reads."""
    if days % 7 == 0:
        return _CADENCES.get(f"{days // 7}w") or Cadence(days, f"every {days // 7} weeks")
    return Cadence(days, f"every {days} days" if days > 1 else "every 1 day")


class Rhythm(NamedTuple):
    """What was said about when to meet; what was not said is None."""

    cadence: Cadence | None = None
    day: int | None = None
    minutes: int | None = None


def rhythm(said: str) -> Rhythm:
    """Read `every 2 weeks tue 30`, `weekly` or `tue 45 min`; Usage when it is no rhythm."""
    words = said.replace(",", " ").lower().split()
    if words and words[-1] in ("min", "minutes"):
        words.pop()
    minutes = int(words.pop()) if words and _MINUTES.fullmatch(words[-1]) else None
    days = [day for word in words if (day := weekday(word)) is not None]
    rest = " ".join(word for word in words if weekday(word) is None and word != "on")
    found = cadence(rest) if rest else None
    if (rest and found is None) or len(days) > 1:
        raise Usage(f'"{said}" is not a rhythm.', hint=HINT)
    return Rhythm(found, days[0] if days else None, minutes)


def parse(text: str, slug: str) -> Parsed[Person]:
    """Read one person; what cannot be read keeps its default and is named."""
    head = header.read(text)
    read = Reader(head.value)
    value = Person(
        slug=slug,
        name=read.text("name") or slug,
        aliases=tuple(alias.lower() for alias in read.texts("aliases")),
        title=read.text("title"),
        relation=read.choice("relation", RELATIONS, RELATIONS[0]),
        manages=read.flag("manages", default=False),
        cadence=read.value("cadence", cadence, "is not a rhythm", HINT) or WEEKLY,
        day=read.value("day", weekday, "is no weekday", f"Write {', '.join(WEEKDAYS)}."),
        at=read.text("at"),
        minutes=read.whole("minutes", 1, 24 * 60) or 30,
        since=read.day("since"),
        added=read.day("added"),
        archived=read.choice("status", (ACTIVE, ARCHIVED), ACTIVE) == ARCHIVED,
        archived_on=read.day("archived-on"),
        ambition=read.text("ambition"),
        ambition_since=read.day("ambition-since"),
        away=read.leaves("away"),
        not_for_us=read.texts("not-for-us"),
    )
    read.misspelled(KEYS, "a person")
    return Parsed(value, with_lines([*head.problems, *read.problems], text))


def first(person: Person) -> str:
    """The file as `one add` writes it: only what is known."""
    values = {
        "name": Words(person.name),
        "title": Words(person.title) if person.title else None,
        "relation": person.relation if person.relation != RELATIONS[0] else None,
        "cadence": person.cadence.words,
        "day": WEEKDAYS[person.day] if person.day is not None else None,
        "minutes": person.minutes,
        "since": person.since.isoformat() if person.since else None,
        "added": person.added.isoformat() if person.added else None,
    }
    lines = (f"{key}: {header.scalar(said)}\n" for key, said in values.items() if said is not None)
    return "".join(lines)


def set_rhythm(text: str, person: Person) -> str:
    """Write cadence, day and length where they differ from what the file says."""
    before = parse(text, person.slug).value
    if person.cadence != before.cadence:
        text = header.set_value(text, ["cadence"], person.cadence.words)
    if person.day != before.day and person.day is not None:
        text = header.set_value(text, ["day"], WEEKDAYS[person.day])
    if person.minutes != before.minutes:
        text = header.set_value(text, ["minutes"], person.minutes)
    return text


def archive(text: str, person: Person) -> str:
    """Write whether they are archived, and since when."""
    text = header.set_value(text, ["status"], ARCHIVED if person.archived else ACTIVE)
    if person.archived_on:
        return header.set_value(text, ["archived-on"], person.archived_on.isoformat())
    return text


def add_away(text: str, leave: Away) -> str:
    """Append a leave to `away:`; onestop.yaml has the same list."""
    item: dict[str, str] = {"from": leave.first.isoformat(), "to": leave.last.isoformat()}
    if leave.why:
        item["why"] = Words(leave.why)
    return header.append(text, ["away"], item)
