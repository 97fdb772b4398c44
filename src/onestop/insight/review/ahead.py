"""The road map at the end of a review: what the two are working towards, as it stands today."""

from datetime import date
from typing import NamedTuple

from onestop.insight import okrs
from onestop.insight.review.evidence import Files
from onestop.insight.review.lines import Line
from onestop.model.folder import Folder
from onestop.model.okr import DONE, DROPPED
from onestop.model.person import Person


class RoadMap(NamedTuple):
    """What is open: themes, the plan and its cards, the ambition and its links, key results.

    `team_results` are those of the team that the person manages.
    """

    themes: tuple[Line, ...] = ()
    plan: tuple[Line, ...] = ()
    ambition: tuple[Line, ...] = ()
    results: tuple[Line, ...] = ()
    team_results: tuple[Line, ...] = ()


def road_map(folder: Folder, today: date, files: Files) -> RoadMap:
    """Everything that is still ahead of the two."""
    return RoadMap(
        themes=tuple(
            Line(t.since, t.title, files.themes, files.said(files.themes, t.line))
            for t in folder.themes if t.is_active
        ),
        plan=_plan(folder, files),
        ambition=_ambition(folder.person, files),
        results=_results(folder, today, files, team=False),
        team_results=_results(folder, today, files, team=True),
    )  # fmt: skip


def _results(folder: Folder, today: date, files: Files, *, team: bool) -> tuple[Line, ...]:
    """The open key results of the person, or of their team."""
    found = (one for one in okrs.tracked(folder, today) if one.team == team)
    return tuple(
        Line(
            one.result.since, one.result.title, one.quarter.path,
            files.said(one.quarter.path, one.result.line), kind=one.result.status,
        )
        for one in found if one.result.is_open
    )  # fmt: skip


def _plan(folder: Folder, files: Files) -> tuple[Line, ...]:
    """Each open focus area, and its cards that are not done."""
    return tuple(
        line
        for focus in folder.plan if focus.is_open
        for line in (
            Line(None, focus.title, files.plan, files.said(files.plan, focus.line)),
            *(
                Line(
                    card.since, card.title, files.plan, files.said(files.plan, card.line),
                    kind=card.status,
                )
                for card in focus.cards if card.status not in (DONE, DROPPED)
            ),
        )
    )  # fmt: skip


def _ambition(person: Person, files: Files) -> tuple[Line, ...]:
    if not person.ambition:
        return ()
    where = files.person
    first = Line(person.ambition_since, person.ambition, where, files.line(where, "ambition"))
    links = (
        Line(x.date, x.skill, where, files.line(where, f"ambition-links/{n}"), "", "link", x.here)
        for n, x in enumerate(person.ambition_links)
    )
    return (first, *links)
