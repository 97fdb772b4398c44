"""Growth themes and ambitions: where they showed up, what is silent, what to ask next.

A theme shows up where somebody wrote its tag; nothing is guessed from words.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from onestop.insight import tags
from onestop.insight.cadence import held_count
from onestop.insight.names import slug_of
from onestop.insight.practice import (
    AMBITION_EVERY,
    AMBITION_LINK_DAYS,
    THEME_SILENT_DAYS,
)
from onestop.model.action import ActionItem
from onestop.model.cadence import Away, days_present
from onestop.model.feedback import Feedback
from onestop.model.folder import Folder
from onestop.model.meeting import Bullet, Meeting, Moment
from onestop.model.person import Link
from onestop.model.theme import ACTIVE, ACTIVE_THEMES, GrowthTheme, is_tag
from onestop.model.topic import Topic

_Line = Bullet | Topic | Moment | ActionItem
_LONG_WORD = 5


class Sighting(NamedTuple):
    """One line on which a theme showed up.

    `text` is without the theme's own tag at its end; `who` is the handle that leads the line,
    "" when nobody is named; `section` is the heading it stands under, "Feedback" in feedback.md.
    """

    date: date
    text: str
    who: str
    path: str
    line: int
    section: str


class Arc(NamedTuple):
    """A theme with its sightings, the oldest first; `slug` is whose theme it is."""

    theme: GrowthTheme
    sightings: tuple[Sighting, ...]
    slug: str = ""

    @property
    def last(self) -> Sighting | None:
        """The latest sighting."""
        return self.sightings[-1] if self.sightings else None

    @property
    def named(self) -> int:
        """How many of them the person named: the sign of growth (D3)."""
        return sum(seen.who == self.slug for seen in self.sightings)


class SilentTheme(NamedTuple):
    """A theme, the last time it showed up, and for how many days it has not.

    It `is_long` from six weeks on: ask about it, or let it rest (D4).
    """

    theme: GrowthTheme
    last: Sighting | None
    days: int
    is_long: bool


class LinkDue(NamedTuple):
    """The next link between an ambition and today's role is to be found.

    `days` counts since the last link, or since the ambition was told; it `is_long` from 60 on.
    """

    ambition: str
    last: Link | None
    days: int
    is_long: bool


def active(folder: Folder) -> tuple[GrowthTheme, ...]:
    """The themes that are worked on now."""
    return tuple(theme for theme in folder.themes if theme.is_active)


def crowd(folder: Folder, theme: GrowthTheme) -> tuple[GrowthTheme, ...]:
    """The other active themes, where this one as well would be more than three (D2)."""
    was_active = any(t.id == theme.id and t.is_active for t in folder.themes)
    if not theme.is_active or was_active:
        return ()
    others = active(folder)
    return others if len(others) >= ACTIVE_THEMES else ()


def untitled(folder: Folder, until: date) -> tuple[tuple[str, int], ...]:
    """Tags in the notes that are no theme and no result, each with its lines; most first."""
    meant = tags.known(folder)
    free = sorted({one.tag.lower() for one in tags.said(folder)} - meant)
    found = [(tag, len(sightings(folder, GrowthTheme(tag, ""), until))) for tag in free]
    seen = [pair for pair in found if pair[1] and is_tag(pair[0])]
    return tuple(sorted(seen, key=lambda pair: -pair[1]))


def tag_of(title: str) -> str:
    """A tag for a title that has none yet: its first long word, "" without any."""
    words = [word for word in map(slug_of, title.split()) if is_tag(word)]
    return next((word for word in words if len(word) >= _LONG_WORD), words[0] if words else "")


def known(folder: Folder, ident: str) -> GrowthTheme | None:
    """The theme with this id."""
    return next((theme for theme in folder.themes if theme.id == ident), None)


def changed(
    theme: GrowthTheme, today: date, *, title: str, stretch: str, state: str, ask: tuple[str, ...]
) -> GrowthTheme:
    """The theme with what was said of it; "" leaves a thing as it is.

    A theme that becomes active begins anew: while it rested it could not be silent.
    """
    begins = state == ACTIVE and not theme.is_active
    return theme._replace(
        title=title or theme.title,
        stretch=stretch or theme.stretch,
        state=state or theme.state,
        since=today if begins else theme.since,
        ask=(*theme.ask, *(question for question in ask if question not in theme.ask)),
    )


def arc(folder: Folder, theme: GrowthTheme, until: date) -> Arc:
    """A theme and every sighting up to that day."""
    return Arc(theme, sightings(folder, theme, until), folder.person.slug)


def arcs(folder: Folder, until: date) -> tuple[Arc, ...]:
    """All themes in their order in the file."""
    return tuple(arc(folder, theme, until) for theme in folder.themes)


def named_by_person(one: Arc) -> float:
    """The share of sightings, 0 to 1, that the person named; 0 when there are none."""
    return one.named / len(one.sightings) if one.sightings else 0.0


def sightings(folder: Folder, theme: GrowthTheme, until: date) -> tuple[Sighting, ...]:
    """Every line with the theme's tag in held notes and in feedback, the oldest first."""
    found = [s for note in folder.meetings if note.held for s in _in_note(note, theme.id)]
    found += [s for line in folder.feedback for s in _in_feedback(line, theme.id)]
    return tuple(
        sorted((s for s in found if s.date <= until), key=lambda s: (s.date, s.path, s.line))
    )


def silent(folder: Folder, on: date, away: Sequence[Away] = ()) -> SilentTheme | None:
    """The active theme that was silent longest on that day; the first of several.

    `away` is the manager's leave: nobody is silent who is not there.
    """
    if "themes" in folder.person.not_for_us:
        return None
    leaves = (*folder.person.away, *away)
    quiet = [_silence(arc(folder, theme, on), folder, on, leaves) for theme in active(folder)]
    return max(quiet, key=lambda theme: theme.days, default=None)


def next_question(theme: GrowthTheme, folder: Folder) -> str:
    """The question that follows the theme up: they take turns from meeting to meeting."""
    return theme.ask[held_count(folder) % len(theme.ask)] if theme.ask else ""


def link_due(folder: Folder, on: date) -> LinkDue | None:
    """Whether to ask for the ambition's next link: every 4th agenda, and after 60 days without."""
    person = folder.person
    if not person.ambition or "career" in person.not_for_us:
        return None
    found = sorted((link for link in person.ambition_links if link.date <= on), key=_day_of)
    last = found[-1] if found else None
    since = last.date if last else person.ambition_since or person.clock_start
    days = max(0, (on - since).days) if since else 0
    is_long = days >= AMBITION_LINK_DAYS
    is_turn = (held_count(folder) + 1) % AMBITION_EVERY == 0
    return LinkDue(person.ambition, last, days, is_long) if is_long or is_turn else None


def _day_of(link: Link) -> date:
    return link.date


def _silence(seen: Arc, folder: Folder, on: date, leaves: Sequence[Away]) -> SilentTheme:
    """How long a theme has been silent; leave, and the time it rested, do not count."""
    starts = [seen.last.date if seen.last else None, seen.theme.since]
    since = max((day for day in starts if day), default=folder.person.clock_start)
    days = days_present(since, on, leaves) if since and since < on else 0
    return SilentTheme(seen.theme, seen.last, days, days >= THEME_SILENT_DAYS)


def _in_note(note: Meeting, tag: str) -> Iterator[Sighting]:
    """Tagged lines; who stands before a promise keeps it, and need not have named the theme."""
    lines: tuple[tuple[_Line, str, str], ...] = (
        *((line, line.owner, line.section) for line in note.bullets),
        *((line, line.owner, "Topics") for line in note.topics),
        *((line, "", "Happiness") for line in note.moments),
        *((line, "", line.section) for line in note.actions),
    )
    for line, who, section in lines:
        if tag in map(str.lower, line.tags):
            yield Sighting(note.date, _words(line.text, tag), who, note.path, line.line, section)


def _in_feedback(line: Feedback, tag: str) -> Iterator[Sighting]:
    day = line.day or line.said
    if day and tag in map(str.lower, line.tags):
        yield Sighting(day, _words(line.text, tag), "", line.path, line.line, "Feedback")


def _words(text: str, tag: str) -> str:
    """The words of a line without the tag at their end, which is known by then."""
    return re.sub(rf"\s*#{re.escape(tag)}\s*$", "", text, flags=re.IGNORECASE) or text
