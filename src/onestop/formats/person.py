"""person.yaml: who somebody is, and how the two meet."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from onestop.errors import Usage
from onestop.formats import header
from onestop.formats.days import weekday
from onestop.formats.header import Words
from onestop.formats.header.written import inline
from onestop.formats.parsed import Parsed
from onestop.formats.schema import Reader, with_lines
from onestop.model.cadence import BIWEEKLY, MONTHLY, WEEKDAYS, WEEKLY, Away, Cadence
from onestop.model.person import RELATIONS, SUBJECTS, Link, Person, subject

KEYS = (
    "name", "aliases", "title", "relation", "manages", "cadence", "day", "at", "minutes",
    "since", "added", "status", "archived-on", "ambition", "ambition-since", "ambition-links",
    "not-for-us", "away",
)  # fmt: skip
ACTIVE, ARCHIVED = "active", "archived"
HINT = "For example: weekly, every 2 weeks tue, monthly 45, every 10 days, tue 10:00."

_CADENCES = {
    "weekly": WEEKLY, "1w": WEEKLY, "every week": WEEKLY,
    "biweekly": BIWEEKLY, "fortnightly": BIWEEKLY, "2w": BIWEEKLY,
    "every 2 weeks": BIWEEKLY, "every two weeks": BIWEEKLY,
    "monthly": MONTHLY, "1m": MONTHLY, "every month": MONTHLY,
}  # fmt: skip
_EVERY = re.compile(r"(?:every )?([0-9]{1,3}) ?(d|days?|w|weeks?)")
_MINUTES = re.compile(r"[1-9][0-9]{0,2}")
_HOUR = re.compile(r"([01]?[0-9]|2[0-3])[:.h]([0-5][0-9])")
_SHORTEST = 15
"""A bare number below this, in minutes, is more likely the hour."""

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
    at: str | None = None


def hour(words: str) -> str | None:
    """Read `10:00`, `9:30` or `9.30` as `09:30`; None for what no clock shows."""
    found = _HOUR.fullmatch(words.strip().lower())
    return f"{int(found[1]):02}:{found[2]}" if found else None


def rhythm(said: str) -> Rhythm:
    """Read `every 2 weeks tue 30`, `tue 10:00` or `tue 45 min`; Usage when it is no rhythm."""
    every = said.replace(",", " ").lower().split()
    hours = [at for word in every if (at := hour(word))]
    words = [word for word in every if hour(word) is None and word not in ("on", "at")]
    is_said = bool(words) and words[-1] in ("min", "minutes")
    if is_said:
        words.pop()
    minutes = int(words.pop()) if words and _MINUTES.fullmatch(words[-1]) else None
    if minutes and minutes < _SHORTEST and not is_said:
        hint = f"Write {minutes}:00 for the hour, or {minutes} min."
        raise Usage(f'"{minutes}" can be an hour or a length.', hint=hint)
    days = [day for word in words if (day := weekday(word)) is not None]
    rest = " ".join(word for word in words if weekday(word) is None)
    found = cadence(rest) if rest else None
    if (rest and found is None) or len(days) > 1 or len(hours) > 1:
        raise Usage(f'"{said}" is not a rhythm.', hint=HINT)
    return Rhythm(found, days[0] if days else None, minutes, hours[0] if hours else None)


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
        at=read.value("at", hour, "is no hour of a day", 'Write it as "10:00".') or "",
        minutes=read.whole("minutes", 1, 24 * 60) or 30,
        since=read.day("since"),
        added=read.day("added"),
        archived=read.choice("status", (ACTIVE, ARCHIVED), ACTIVE) == ARCHIVED,
        archived_on=read.day("archived-on"),
        ambition=read.text("ambition"),
        ambition_since=read.day("ambition-since"),
        ambition_links=tuple(_links(read)),
        away=read.leaves("away"),
        not_for_us=tuple(_without(read)),
    )
    read.misspelled(KEYS, "a person")
    return Parsed(value, with_lines([*head.problems, *read.problems], text))


def _links(read: Reader) -> Iterator[Link]:
    """`ambition-links:`; one without a day or a skill is named and left out."""
    for item in read.items("ambition-links"):
        item.misspelled(("date", "skill", "here"), "an ambition's link")
        day, skill = item.day("date"), item.text("skill")
        if day and skill:
            yield Link(day, skill, item.text("here"))
        elif item.given("date") is None or item.given("skill") is None:
            at = next(iter(item.fields.values()), read.fields["ambition-links"])
            read.wrong("ambition-links", at._replace(value=None), "needs a date and a skill")


def _without(read: Reader) -> Iterator[str]:
    """`not-for-us:` in our words for the subjects."""
    field = read.given("not-for-us")
    for word in read.texts("not-for-us"):
        if found := subject(word):
            yield found
        elif field:
            told = field._replace(value=word)
            read.wrong("not-for-us", told, "is no subject", f"Write {', '.join(SUBJECTS)}.")


def first(person: Person) -> str:
    """The file as `one add` writes it: only what is known."""
    values = {
        "name": Words(person.name),
        "aliases": list(person.aliases) or None,
        "title": Words(person.title) if person.title else None,
        "relation": person.relation if person.relation != RELATIONS[0] else None,
        "manages": True if person.manages else None,
        "cadence": person.cadence.words,
        "day": WEEKDAYS[person.day] if person.day is not None else None,
        "at": Words(person.at) if person.at else None,
        "minutes": person.minutes,
        "since": person.since.isoformat() if person.since else None,
        "added": person.added.isoformat() if person.added else None,
    }
    lines = (f"{key}: {inline(said)}\n" for key, said in values.items() if said is not None)
    return "".join(lines)


def put(text: str, person: Person) -> str:
    """Write who they are where it differs from what the file says; a new alias is appended."""
    before = parse(text, person.slug).value
    for key, old, new in (
        ("name", before.name, Words(person.name)),
        ("title", before.title, Words(person.title)),
        ("relation", before.relation, person.relation),
        ("manages", before.manages, person.manages),
        ("at", before.at, Words(person.at)),
        ("since", before.since, person.since),
        ("ambition", before.ambition, Words(person.ambition)),
        ("ambition-since", before.ambition_since, person.ambition_since),
    ):
        if new != old and new is not None:
            said = new.isoformat() if isinstance(new, date) else new
            text = header.set_value(text, [key], said)
    for alias in (a for a in person.aliases if a not in before.aliases):
        text = _append(text, "aliases", alias)
    return text


def set_rhythm(text: str, person: Person) -> str:
    """Write cadence, day, hour and length where they differ from what the file says."""
    before = parse(text, person.slug).value
    if person.cadence != before.cadence:
        text = header.set_value(text, ["cadence"], person.cadence.words)
    if person.day != before.day and person.day is not None:
        text = header.set_value(text, ["day"], WEEKDAYS[person.day])
    if person.at != before.at:
        text = header.set_value(text, ["at"], Words(person.at))
    if person.minutes != before.minutes:
        text = header.set_value(text, ["minutes"], person.minutes)
    return text


def add_link(text: str, link: Link) -> str:
    """Append a skill that the ambition asks for, and where today's role trains it."""
    item = {"date": link.date.isoformat(), "skill": Words(link.skill), "here": Words(link.here)}
    return header.append(text, ["ambition-links"], item)


def go_without(text: str, unwanted: str) -> str:
    """Append a subject that these two do without, unless it stands there."""
    there = parse(text, "").value.not_for_us
    return text if unwanted in there else _append(text, "not-for-us", unwanted)


def take_up(text: str, wanted: str) -> str:
    """Take a subject out of those that these two do without, under whatever name it stands."""
    field = header.read(text).value.get("not-for-us")
    if field and isinstance(field.value, str):
        return header.remove(text, ["not-for-us"]) if subject(field.value) == wanted else text
    items = field.value if field and isinstance(field.value, list) else []
    same = [
        n for n, x in enumerate(items) if isinstance(x.value, str) and subject(x.value) == wanted
    ]
    for at in reversed(same):
        text = header.remove(text, ["not-for-us", at])
    return text


def _append(text: str, key: str, word: str) -> str:
    """Append a word to a list in brackets, which a single word becomes."""
    field = header.read(text).value.get(key)
    if field is None or field.value is None:
        return header.set_value(text, [key], [word])
    if isinstance(field.value, str):
        return header.set_value(text, [key], [field.value, word])
    return header.append(text, [key], word)


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
