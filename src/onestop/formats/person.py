"""person.yaml: who somebody is, and how the two meet."""

import re
from typing import NamedTuple

from onestop.errors import Usage
from onestop.formats import header
from onestop.formats.dates import weekday
from onestop.formats.header import Words
from onestop.formats.parsed import Parsed
from onestop.formats.schema import Reader, with_lines
from onestop.model.cadence import BIWEEKLY, MONTHLY, WEEKDAYS, WEEKLY, Away, Cadence
from onestop.model.person import RELATIONS, Person
from onestop.model.problem import Problem

KEYS = (
    "name",
    "aliases",
    "title",
    "relation",
    "manages",
    "cadence",
    "day",
    "at",
    "minutes",
    "since",
    "added",
    "status",
    "archived-on",
    "ambition",
    "ambition-since",
    "ambition-links",
    "not-for-us",
    "away",
)

_CADENCES = {
    "weekly": WEEKLY,
    "1w": WEEKLY,
    "every week": WEEKLY,
    "biweekly": BIWEEKLY,
    "fortnightly": BIWEEKLY,
    "2w": BIWEEKLY,
    "every 2 weeks": BIWEEKLY,
    "every two weeks": BIWEEKLY,
    "monthly": MONTHLY,
    "1m": MONTHLY,
    "every month": MONTHLY,
}
HINT = "For example: weekly, every 2 weeks tue, monthly 45, every 10 days."
_EVERY = re.compile(r"(?:every )?(\d{1,3}) ?(d|days?|w|weeks?)")


def cadence(words: str) -> Cadence | None:
    """Read `weekly`, `biweekly`, `2w`, `monthly`, `every 10 days`, `10d`; None otherwise."""
    said = " ".join(words.lower().split())
    if said in _CADENCES:
        return _CADENCES[said]
    found = _EVERY.fullmatch(said)
    if not found or not int(found[1]):
        return None
    days = int(found[1]) * (7 if found[2].startswith("w") else 1)
    if days > 366:
        return None
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
    minutes = int(words.pop()) if words and re.fullmatch(r"[1-9]\d{0,2}", words[-1]) else None
    days = [d for w in words if (d := weekday(w)) is not None]
    rest = " ".join(w for w in words if weekday(w) is None and w != "on")
    found = cadence(rest) if rest else None
    if (rest and found is None) or len(days) > 1:
        raise Usage(f'"{said}" is not a rhythm.', hint=HINT)
    return Rhythm(found, days[0] if days else None, minutes)


def parse(text: str, slug: str) -> Parsed[Person]:
    """Read one person; what cannot be read keeps its default and is named."""
    head = header.read(text)
    read = Reader(head.value)
    status = read.choice("status", ("active", "archived"), "active")
    value = Person(
        slug=slug,
        name=read.text("name") or slug,
        aliases=tuple(a.lower() for a in read.texts("aliases")),
        title=read.text("title"),
        relation=read.choice("relation", RELATIONS, "report"),
        manages=read.flag("manages", default=False),
        cadence=_cadence(read),
        day=_day(read),
        at=read.text("at"),
        minutes=read.whole("minutes", 1, 24 * 60) or 30,
        since=read.day("since"),
        added=read.day("added"),
        archived=status == "archived",
        archived_on=read.day("archived-on"),
        ambition=read.text("ambition"),
        ambition_since=read.day("ambition-since"),
        away=read.leaves("away"),
        not_for_us=read.texts("not-for-us"),
    )
    return Parsed(value, with_lines([*head.problems, *read.problems], text))


def first(person: Person) -> str:
    """The file as `one add` writes it: only what is known."""
    lines = [f"name: {header.scalar(Words(person.name))}"]
    if person.title:
        lines.append(f"title: {header.scalar(Words(person.title))}")
    if person.relation != "report":
        lines.append(f"relation: {person.relation}")
    lines.append(f"cadence: {person.cadence.words}")
    if person.day is not None:
        lines.append(f"day: {WEEKDAYS[person.day]}")
    lines.append(f"minutes: {person.minutes}")
    if person.since:
        lines.append(f"since: {person.since.isoformat()}")
    if person.added:
        lines.append(f"added: {person.added.isoformat()}")
    return "\n".join(lines) + "\n"


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
    text = header.set_value(text, ["status"], "archived" if person.archived else "active")
    if person.archived_on:
        return header.set_value(text, ["archived-on"], person.archived_on.isoformat())
    return text


def add_away(text: str, leave: Away) -> str:
    """Append a leave to `away:`; onestop.yaml has the same list."""
    item: dict[str, str] = {"from": leave.first.isoformat(), "to": leave.last.isoformat()}
    if leave.why:
        item["why"] = Words(leave.why)
    return header.append(text, ["away"], item)


def _cadence(read: Reader) -> Cadence:
    said = read.text("cadence")
    if not said:
        return WEEKLY
    found = cadence(said)
    if found is None:
        field = read.fields["cadence"]
        read.problems.append(
            Problem(
                "value",
                f'cadence "{said}" is not a rhythm',
                "Write weekly, every 2 weeks, monthly, or every 10 days.",
                line=field.line,
                column=field.column,
            )
        )
    return found or WEEKLY


def _day(read: Reader) -> int | None:
    said = read.text("day")
    if not said:
        return None
    found = weekday(said)
    if found is None:
        field = read.fields["day"]
        hint = "Write mon, tue, wed, thu, fri, sat or sun."
        read.problems.append(
            Problem(
                "value",
                f'day "{said}" is no weekday',
                hint,
                line=field.line,
                column=field.column,
            )
        )
    return found
