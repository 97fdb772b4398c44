"""The parts of a review that are words: wins, feedback, themes, promises, corrections."""

import re
from collections.abc import Iterator

from onestop.insight.review import Line
from onestop.insight.review.evidence import seen
from onestop.insight.review.promises import DROPPED, KEPT, LATE, OPEN, OUTCOMES
from onestop.model.alignment import OUTCOMES as TURNED_OUT
from onestop.render import growth, words
from onestop.render.document import Entry, Group, Part, Place, Table
from onestop.render.review.parts import Context

PLAN, AMBITION = "Plan", "Ambition"

_DROPPED_SAID = re.compile(r"\(dropped: .+\)$")

_BECAME = {KEPT: "kept", LATE: "kept late", DROPPED: "dropped", OPEN: "still open"}


def wins(about: Context) -> Iterator[Part]:
    """What went well."""
    yield from about.by_month(about.view.wins, gaps=True)


def improvements(about: Context) -> Iterator[Part]:
    """What became better."""
    yield from about.by_month(about.view.improvements, gaps=True)


def said(about: Context) -> Iterator[Part]:
    """Feedback to the person, on the day on which they heard it."""

    def draw(line: Line) -> Entry:
        return about.entry(line)._replace(who=line.kind)

    yield from about.by_month(about.view.said, draw)


def heard(about: Context) -> Iterator[Part]:
    """Feedback of the person."""
    yield from about.by_month(about.view.heard)


def themes(about: Context) -> Iterator[Part]:
    """Each theme, and where it showed."""
    for arc in about.view.arcs:
        since = f", begun {about.day(arc.theme.since)}" if arc.theme.since else ""
        yield f"{arc.theme.title}, {arc.theme.state}{since}: {growth.seen(arc, about.view.person)}"
        yield from about.by_month(seen(arc))


def promises(about: Context) -> Iterator[Part]:
    """How many were kept on either side, then the promises themselves."""
    sides = [side for side in about.view.promises if side.lines]
    if not sides:
        return
    names = {"them": about.view.person.first_name, "me": about.view.manager.first_name}
    counts = tuple(
        (names[side.side], *(str(side.count(outcome)) for outcome in OUTCOMES)) for side in sides
    )
    yield Table(("", *(_BECAME[outcome] for outcome in OUTCOMES)), counts)

    def draw(line: Line) -> Entry:
        if line.kind == OPEN:
            return about.entry(line)._replace(day="", note=_open(line, about))
        return about.entry(line)._replace(note=_became(line))

    yield from about.by_month((line for side in sides for line in side.lines), draw)


def corrections(about: Context) -> Iterator[Part]:
    """What was put right on the way: decisions are counted, tested beliefs are shown."""
    count = about.view.corrections
    if not (count.tested or count.said_back):
        return
    outcomes = dict(zip(TURNED_OUT, (count.held, count.wrong, count.corrected), strict=True))
    ways = ", ".join(f"{number} {word}" for word, number in outcomes.items() if number)
    said = [words.plural(count.decisions, "decision")] if count.decisions else []
    said += [f"{words.plural(count.tested, 'assumption')} tested ({ways})"] if count.tested else []
    theirs = f"{about.view.person.first_name}'s"
    back = words.plural(count.said_back, "expectation")
    said += [f"{back} put in {theirs} words"] if count.said_back else []
    yield f"{', '.join(said)}."

    def draw(line: Line) -> Entry:
        note = (
            f'"{line.more}"' if not line.kind else ": ".join(filter(None, (line.kind, line.more)))
        )
        return about.entry(line)._replace(note=note)

    yield from about.by_month((*about.view.tested, *about.view.said_back), draw)


def decisions(about: Context) -> Iterator[Part]:
    """What was decided."""
    yield from about.by_month(about.view.decisions)


def delegated(about: Context) -> Iterator[Part]:
    """What was handed over, and how far it is."""

    def draw(line: Line) -> Entry:
        return about.entry(line)._replace(note=line.kind)

    yield from about.by_month(about.view.delegated, draw)


def blocks(about: Context) -> Iterator[Part]:
    """The time kept free for learning."""
    for focus, kept in about.view.blocks:
        took_place = f"took place {kept.kept + kept.moved} of {kept.asked} times"
        moved = f", {kept.moved} of them moved" if kept.moved else ""
        place = Place(about.view.files.plan, focus.line)
        yield Group(focus.title, (Entry(f"{took_place}{moved}", place=place),))


def ahead(about: Context) -> Iterator[Part]:
    """What the two are working towards."""
    view = about.view.ahead
    for title, lines in (
        ("Growth themes", view.themes), (PLAN, view.plan),
        (AMBITION, view.ambition), ("Key results", view.results),
    ):  # fmt: skip
        if lines:
            yield Group(title, tuple(_coming(line, title) for line in lines))


def _coming(line: Line, title: str) -> Entry:
    """A card or a link is set in below what it belongs to."""
    is_below = bool(line.kind) and title in (PLAN, AMBITION)
    note = line.more or line.kind
    return Entry(line.text, note=note, place=Place(line.path, line.line), level=int(is_below))


def _open(line: Line, about: Context) -> str:
    """`open since 3 Nov, 4 days late`."""
    since = f" since {about.day(line.day)}" if line.day else ""
    return ", ".join(filter(None, (f"open{since}", _late(line))))


def _late(line: Line) -> str:
    return f"{words.plural(line.days, 'day')} late" if line.days else ""


def _became(line: Line) -> str:
    """What became of it, unless its own words say so already."""
    if line.kind == DROPPED and _DROPPED_SAID.search(line.text):
        return ""
    return {LATE: _late(line), KEPT: ""}.get(line.kind, line.kind)
