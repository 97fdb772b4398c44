"""What the two work towards: objectives, growth themes, time for learning, and what is ahead."""

from collections.abc import Iterator

from onestop.insight import grades
from onestop.insight.review import Graded, Line
from onestop.insight.review.evidence import seen
from onestop.model.okr import DROPPED, KeyResult, Objective, bounds
from onestop.render import growth, words
from onestop.render.document import Entry, Group, Part, Place
from onestop.render.okrs import number
from onestop.render.review.parts import Context

PLAN, AMBITION = "Plan", "Ambition"


def objectives(about: Context) -> Iterator[Part]:
    """Each quarter with its objectives and key results."""
    for one in about.view.quarters:
        whose = f", {about.view.person.first_name}'s team" if one.team else ""
        closed = about.day(one.quarter.closed)
        how = f", closed {closed}" if closed and one.is_over else "" if one.is_over else ", so far"
        yield Group(f"{one.quarter.name}{whose}{how}", tuple(_results(one, about)))


def themes(about: Context) -> Iterator[Part]:
    """Each theme, and where it showed."""
    for arc in about.view.arcs:
        since = f", begun {about.day(arc.theme.since)}" if arc.theme.since else ""
        yield f"{arc.theme.title}, {arc.theme.state}{since}: {growth.seen(arc, about.view.person)}"
        yield from about.by_month(seen(arc))


def blocks(about: Context) -> Iterator[Part]:
    """The time kept free for learning."""
    for focus, kept in about.view.blocks:
        took_place = f"took place {kept.kept + kept.moved} of {kept.asked} times"
        moved = f", {kept.moved} of them moved" if kept.moved else ""
        place = about.said(about.view.files.plan, focus.line)
        yield Group(focus.title, (Entry(f"{took_place}{moved}", place=place),))


def ahead(about: Context) -> Iterator[Part]:
    """What the two are working towards."""
    view = about.view.ahead
    for title, lines in (
        ("Growth themes", view.themes), (PLAN, view.plan),
        (AMBITION, view.ambition), ("Key results", view.results),
        (f"Key results, {about.view.person.first_name}'s team", view.team_results),
    ):  # fmt: skip
        if lines:
            yield Group(title, tuple(_coming(line, title) for line in lines))


def _results(one: Graded, about: Context) -> Iterator[Entry]:
    for objective in one.quarter.objectives:
        place = about.said(one.quarter.path, objective.line)
        yield Entry(objective.title, note=_reached(objective, one), place=place)
        for result in objective.results:
            place = about.said(one.quarter.path, result.line)
            note = _way_of(result, is_over=one.is_over)
            yield Entry(result.title, note=note, place=place, level=1)


def _reached(objective: Objective, one: Graded) -> str:
    """`committed, 0.40 of 1.00 expected, fair`; a quarter that still runs is not judged."""
    known, wanted = grades.grade_objective(objective), grades.expected(objective)
    if not one.is_over:
        so_far = f"{known:.2f} so far, " if known is not None else ""
        last = bounds(one.quarter.name)[1]
        return f"{objective.kind}, {so_far}{wanted:.2f} expected by {words.past_day(last, last)}"
    if known is None:
        return f"{objective.kind}, {wanted:.2f} expected"
    return f"{objective.kind}, {known:.2f} of {wanted:.2f} expected, {grades.word(known)}"


def _way_of(result: KeyResult, *, is_over: bool) -> str:
    """`55 to 41, target 20: 0.40 fair`, or `0.40 so far`."""
    known, now = grades.grade(result), grades.last_number(result)
    if result.status == DROPPED:
        return "dropped"
    way = ""
    if result.start is not None and result.target is not None and now is not None:
        way = f"{number(result.start)} to {number(now)}, target {number(result.target)}: "
    elif result.milestones:
        done = sum(step.done is not None for step in result.milestones)
        way = f"{done} of {words.plural(len(result.milestones), 'milestone')}: "
    went_on = f", carried to {result.carried_to}" if result.carried_to else ""
    return f"{way}{_grade(known, is_over=is_over)}{went_on}"


def _grade(known: float | None, *, is_over: bool) -> str:
    if known is None:
        return "no number yet"
    return f"{known:.2f} {grades.word(known) if is_over else 'so far'}"


def _coming(line: Line, title: str) -> Entry:
    """A card or a link is set in below what it belongs to."""
    is_below = bool(line.kind) and title in (PLAN, AMBITION)
    note = line.more or line.kind
    return Entry(line.text, note=note, place=Place(line.path, line.line), level=int(is_below))
