"""Leads and lags in a few words each, to stand beside each other (practice E7)."""

from datetime import date

from onestop.insight import okrs
from onestop.insight.growth import Arc
from onestop.insight.mood import Mood
from onestop.insight.okrs import Tracked
from onestop.insight.performance import PERFORMANCE, pairs
from onestop.insight.plan import Kept
from onestop.insight.quarters import is_early
from onestop.model.person import Person
from onestop.model.plan import FocusArea
from onestop.model.rating import Rating
from onestop.render import words
from onestop.render.okrs import number
from onestop.render.plan import share


def mood(found: Mood) -> str:
    """`happiness 3 4 - 4, rising`; "" when nobody ever asked."""
    if not any(found.numbers):
        return ""
    shown = " ".join(str(n) if n else "-" for n in found.numbers)
    return f"happiness {shown}{f', {found.trend}' if found.trend else ''}"


def rating(found: Rating, person: Person, today: date) -> str:
    """`performance 3 by Alice, 4 by you, 27 Aug`."""
    when = words.past_day(found.date, today)
    shown = [pair for pair in pairs(found) if pair.subject == PERFORMANCE]
    return next(
        (
            f"performance {p.by_self} by {person.first_name}, {p.by_other} by you, {when}"
            for p in shown
        ),
        "",
    )


def lead(one: Tracked) -> str:
    """`15 error pages with a working fix link`; "" for a result without a lead indicator."""
    if not one.result.lead:
        return ""
    now = okrs.last_lead(one.result)
    return one.result.lead if now is None else f"{number(now)} {one.result.lead}"


def lag(one: Tracked, today: date) -> str:
    """`Tickets at most 20: 41 now, 0.40 fair, confidence 6`."""
    now, found = okrs.last_number(one.result), okrs.grade(one.result)
    sure, early = okrs.confidence(one.result), is_early(one.quarter, today)
    said = [
        f"{number(now)} now" if now is not None else "",
        f"{found:.2f} {okrs.word(found, early=early)}" if found is not None else "",
        f"confidence {sure}" if sure is not None else "",
    ]
    return f"{one.result.title}: {', '.join(filter(None, said)) or 'no number yet'}"


def block(area: FocusArea, kept: Kept) -> str:
    """`Functional programming, took place 3 of 4 times`; "" before it was asked."""
    return f"{area.title}{share(kept)}" if kept.asked else ""


def seen(arc: Arc, today: date) -> str:
    """`Share an idea: seen 7 times, last 10 Nov`."""
    last = f", last {words.past_day(arc.last.date, today)}" if arc.last else ""
    times = words.plural(len(arc.sightings), "time")
    return f"{arc.theme.title}: seen {times}{last}" if arc.last else f"{arc.theme.title}: not seen"
