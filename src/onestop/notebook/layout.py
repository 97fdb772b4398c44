"""Where everything lives. The only module that spells a file name."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

MARKER = "onestop.yaml"
PEOPLE = "people"
MEETINGS = "meetings"
PERSON = "person.yaml"
ROLE = "role.md"
THEMES = "themes.yaml"
OKRS = "okrs"
TEAM_OKRS = "team-okrs"
PLAN = "plan.yaml"
ALIGNMENT = "alignment.yaml"
INBOX = "inbox.md"
FEEDBACK = "feedback.md"
RATINGS = "ratings"
PRIVATE = "private.md"
TEMPLATES = "templates"
QUESTIONS = "questions"
STATE = ".one"
DRAFTS = "drafts"

GIT_ATTRIBUTES = "*.md -text diff=markdown\n*.yaml -text\n"
GIT_IGNORE = ".one/\n"

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
_RESERVED = {"me", "all", "team", "con", "prn", "aux", "nul"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(10)
}
_QUARTER = re.compile(r"[0-9]{4}-Q[1-4]")
_SECOND = re.compile(r".*_([1-9]\d?)\.md", re.ASCII | re.DOTALL)


class NoteName(NamedTuple):
    """What the name of a meeting note says: its day, and which of that day's meetings it is."""

    date: date
    number: int


def is_slug(text: str) -> bool:
    """Whether `text` can name a new person's folder on every system."""
    return bool(_SLUG.fullmatch(text)) and text not in _RESERVED


def person(slug: str) -> Path:
    """One person's folder."""
    return Path(PEOPLE, slug)


def person_yaml(slug: str) -> Path:
    """Who they are."""
    return person(slug) / PERSON


def role(slug: str) -> Path:
    """Their role-purpose question."""
    return person(slug) / ROLE


def themes(slug: str) -> Path:
    """What the role stretches in them."""
    return person(slug) / THEMES


def okrs(slug: str, quarter: str) -> Path:
    """Their own objectives of a quarter such as 2026-Q4."""
    return person(slug) / OKRS / f"{quarter}.yaml"


def team_okrs(slug: str, quarter: str) -> Path:
    """The objectives of the team they manage."""
    return person(slug) / TEAM_OKRS / f"{quarter}.yaml"


def own_okrs(quarter: str) -> Path:
    """The objectives of the manager's own team."""
    return Path(OKRS, f"{quarter}.yaml")


def read_quarter_name(name: str) -> str | None:
    """The quarter that a file of objectives is named for; None for any other name."""
    quarter = name.removesuffix(".yaml")
    return quarter if _QUARTER.fullmatch(quarter) and quarter != name else None


def plan(slug: str) -> Path:
    """Their development plan."""
    return person(slug) / PLAN


def alignment(slug: str) -> Path:
    """Priorities, expectations and assumptions of both sides."""
    return person(slug) / ALIGNMENT


def feedback(slug: str) -> Path:
    """Feedback as it happens."""
    return person(slug) / FEEDBACK


def rating(slug: str, day: date) -> Path:
    """The performance talk of a day."""
    return person(slug) / RATINGS / f"{day.isoformat()}.md"


def read_rating_name(name: str) -> date | None:
    """The day of a performance talk, from its file name; None when that carries none."""
    return _day(name[:10]) if name[10:] == ".md" else None


def inbox(slug: str) -> Path:
    """Topics and actions between meetings."""
    return person(slug) / INBOX


def private(slug: str) -> Path:
    """The manager's own remarks."""
    return person(slug) / PRIVATE


def meetings(slug: str) -> Path:
    """The folder of their notes."""
    return person(slug) / MEETINGS


def note(slug: str, day: date, number: int = 1) -> Path:
    """One meeting's note; the second one of a day ends in `_2`."""
    second = f"_{number}" if number > 1 else ""
    return meetings(slug) / f"{day.isoformat()}-{slug}{second}.md"


def read_note_name(name: str) -> NoteName | None:
    """The day a note's file name carries; None when it carries none that exists."""
    day = _day(name[:10])
    if day is None or not name.endswith(".md") or name[10:11].isdigit():
        return None
    second = _SECOND.fullmatch(name) if "_" in name else None
    return NoteName(day, int(second[1]) if second else 1)


def _day(written: str) -> date | None:
    if not written.isascii() or written[4:5] + written[7:8] != "--":
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
