"""How the table of a talk with a purpose looks."""

from collections.abc import Iterator
from datetime import date
from functools import singledispatch

from onestop.insight import talks
from onestop.insight.practice import SIGHTINGS_SHOWN
from onestop.insight.talks import Talk
from onestop.model.person import Person
from onestop.render import words

Line = tuple[str, str]
"""A label, and the words behind it."""


_SEE: dict[type[Talk], str] = {
    talks.Arcs: "theme", talks.Dream: "ambition", talks.Results: "okr", talks.Plan: "plan",
    talks.Sides: "align", talks.Moments: "trends", talks.Happiness: "trends", talks.Both: "rate",
}  # fmt: skip


def room(talk: Talk, shown: int) -> int:
    """How many lines it may take where an ordinary part shows so many: it is what one came for."""
    return shown * (3 if isinstance(talk, talks.Arcs) else 2)


def command(talk: Talk, person: Person) -> str:
    """Where all of it is to be seen."""
    return f"one {_SEE[type(talk)]} {person.slug}"


@singledispatch
def lines(talk: Talk, person: Person, today: date) -> Iterator[Line]:
    """One part of the table; a label stands on its first line alone."""
    raise TypeError(f"{type(talk).__name__} of {person.slug} on {today}")


@lines.register
def _arcs(talk: talks.Arcs, person: Person, today: date) -> Iterator[Line]:
    for n, arc in enumerate(talk.arcs):
        yield ("Growth" if n == 0 else "", f"{arc.theme.title}  #{arc.theme.id}")
        for seen in arc.sightings[-SIGHTINGS_SHOWN:]:
            who = f"{person.first_name}: " if seen.who == person.slug else ""
            yield ("", f'  {words.past_day(seen.date, today)}  {who}"{seen.text}"')


@lines.register
def _dream(talk: talks.Dream, person: Person, today: date) -> Iterator[Line]:
    if not talk.ambition:
        yield ("Ambition", f'not told yet: one ambition {person.slug} "..."')
        return
    yield ("Ambition", talk.ambition)
    for link in talk.links:
        yield ("", f"  {words.past_day(link.date, today)}  {link.skill}: {link.here}")


@lines.register
def _results(talk: talks.Results, person: Person, today: date) -> Iterator[Line]:  # noqa: ARG001
    from onestop.render import indicators

    for n, one in enumerate(talk.results):
        yield ("OKRs" if n == 0 else "", f"{indicators.lag(one, today)}   #{one.tag}")


@lines.register
def _plan(talk: talks.Plan, person: Person, today: date) -> Iterator[Line]:  # noqa: ARG001
    from onestop.render.plan import share

    for n, (area, kept) in enumerate(talk.areas):
        doing = [card.title for card in area.cards if card.status == "doing"]
        now = f".  Now: {'; '.join(doing)}" if doing else ""
        yield ("Plan" if n == 0 else "", f"{area.title}{share(kept)}{now}")


@lines.register
def _happiness(talk: talks.Happiness, person: Person, today: date) -> Iterator[Line]:  # noqa: ARG001
    shown = " ".join("-" if n is None else str(n) for n in talk.mood.numbers)
    trend = f", {talk.mood.trend}" if talk.mood.trend else ""
    is_known = any(talk.mood.numbers)
    yield ("Happiness", f"{shown}{trend}" if is_known else "not asked yet")


@lines.register
def _both(talk: talks.Both, person: Person, today: date) -> Iterator[Line]:  # noqa: ARG001
    ago = "no talk yet" if talk.days is None else f"the last talk was {words.ago(talk.days)} ago"
    yield ("Rate", f"both rate both, each alone first; {ago}   one rate {person.slug}")


@lines.register
def _sides(talk: talks.Sides, person: Person, today: date) -> Iterator[Line]:
    view, name = talk.view, person.first_name
    if view.priorities is None:
        yield ("Priorities", f"not written yet: one align {person.slug} priorities")
    else:
        when = words.past_day(view.priorities.date, today)
        yield ("Priorities", f"of {when}.  You: {', '.join(view.priorities.mine)}")
        yield ("", f"{name}: {', '.join(view.priorities.theirs)}")
        if view.comparison.mine_only or view.comparison.theirs_only:
            yield ("", f"Apart: {_apart(view.comparison.mine_only, view.comparison.theirs_only)}")
    for n, expectation in enumerate(view.expectations):
        back = f'"{expectation.said_back}"' if expectation.said_back else "not said back yet"
        yield (
            "Expected" if n == 0 else "",
            f"{words.sentence(expectation.expect)}  {name}: {back}",
        )


@lines.register
def _moments(talk: talks.Moments, person: Person, today: date) -> Iterator[Line]:  # noqa: ARG001
    for n, (day, moment) in enumerate(talk.moments):
        yield (
            "Felt" if n == 0 else "",
            f"{moment.face} {moment.text}, {words.past_day(day, today)}",
        )


def _apart(mine: tuple[str, ...], theirs: tuple[str, ...]) -> str:
    sides = [f"yours alone {', '.join(mine)}"] if mine else []
    return "; ".join([*sides, *([f"theirs alone {', '.join(theirs)}"] if theirs else [])])
