"""What lies on the table of a talk with a purpose."""

from datetime import date, timedelta

import pytest

from onestop.insight import talks
from onestop.insight.talks import (
    Arcs,
    Both,
    Dream,
    Happiness,
    Moments,
    Plan,
    Results,
    Sides,
    Talk,
    parts,
)
from onestop.model.alignment import Alignment, Priorities
from onestop.model.feedback import Feedback
from onestop.model.folder import Folder
from onestop.model.meeting import PLANNED, PURPOSES, Meeting, Moment
from onestop.model.okr import KeyResult, Objective, Quarter
from onestop.model.person import Link, Person
from onestop.model.plan import FocusArea
from onestop.model.rating import Rating, Score
from onestop.model.theme import GrowthTheme

TODAY = date(2026, 11, 24)
ALICE = Person("alice", "Alice Moreau")
QUARTER = Quarter("2026-Q4", (Objective("o1", "O", results=(KeyResult("o1-kr1", "R"),)),))
FULL = Folder(
    ALICE._replace(
        ambition="Own company",
        ambition_links=(Link(date(2026, 10, 6), "a", "b"), Link(date(2026, 12, 1), "c", "d")),
    ),
    themes=(GrowthTheme("share-early", "Share"), GrowthTheme("old", "Old", state="resting")),
    okrs=(QUARTER,),
    plan=(FocusArea("fp", "FP"),),
    alignment=Alignment((Priorities(date(2026, 11, 3), ("a",), ("b",)),)),
    feedback=(Feedback("good", "Calm #share-early", TODAY, tags=("share-early",)),),
    ratings=(Rating(TODAY - timedelta(days=89), scores=(("manager-by-self", Score(3)),)),),
    meetings=(
        Meeting("alice", date(2026, 10, 24), "1", moments=(Moment(":-(", "too long ago"),)),
        Meeting("alice", date(2026, 10, 25), "2", moments=(Moment(":-)", "first"),), happiness=4),
        Meeting("alice", date(2026, 11, 17), "3", moments=(Moment(":-/", "a"), Moment(":-(", "b"))),
        Meeting("alice", TODAY, "4", state=PLANNED, moments=(Moment(":-(", "not said yet"),)),
    ),
)


def table(purpose: str, folder: Folder = FULL) -> list[Talk]:
    return list(parts(purpose, folder, (), TODAY))


@pytest.mark.parametrize(
    ("purpose", "kinds"),
    [
        ("", []), ("check-in", []), ("first", []), ("feedback", []), ("no such", []),
        ("growth", [Arcs, Plan]), ("career", [Dream]), ("performance", [Results, Both]),
        ("motivation", [Moments, Happiness]), ("alignment", [Sides]),
        ("structured", [Results, Plan, Happiness, Both]),
    ],
)  # fmt: skip
def test_each_purpose_has_its_table(purpose: str, kinds: list[type[Talk]]) -> None:
    assert [type(part) for part in table(purpose)] == kinds


@pytest.mark.parametrize(
    ("purpose", "kinds"),
    [
        ("growth", []), ("career", [Dream]), ("performance", [Both]),
        ("motivation", [Happiness]), ("alignment", [Sides]), ("structured", [Happiness, Both]),
    ],
)  # fmt: skip
def test_what_was_never_used_is_not_on_the_table(purpose: str, kinds: list[type[Talk]]) -> None:
    assert [type(part) for part in table(purpose, Folder(ALICE))] == kinds


def test_nobody_rates_a_boss_or_one_who_declined_it() -> None:
    boss = FULL._replace(person=ALICE._replace(relation="boss"))
    without = FULL._replace(person=ALICE._replace(not_for_us=("ratings",)))

    for folder in (boss, without):
        assert [type(part) for part in table("performance", folder)] == [Results]


@pytest.mark.parametrize(
    ("subject", "gone"),
    [("okrs", Results), ("plan", Plan), ("happiness", Happiness), ("ratings", Both)],
)
def test_what_is_not_for_the_two_is_not_on_the_table(subject: str, gone: type[Talk]) -> None:
    without = FULL._replace(person=FULL.person._replace(not_for_us=(subject,)))
    kinds = [type(part) for part in table("structured", without)]

    assert kinds == [k for k in (Results, Plan, Happiness, Both) if k is not gone]


def test_a_growth_talk_has_the_active_themes_with_what_was_seen() -> None:
    arcs = table("growth")[0]

    assert isinstance(arcs, Arcs)
    assert [(a.theme.id, len(a.sightings)) for a in arcs.arcs] == [("share-early", 1)]


def test_a_career_talk_has_the_links_that_were_found_by_then() -> None:
    assert table("career") == [Dream("Own company", (Link(date(2026, 10, 6), "a", "b"),))]


def test_a_talk_on_motivation_looks_back_thirty_days_the_newest_first() -> None:
    found = table("motivation")[0]

    assert isinstance(found, Moments)
    assert [(day.day, moment.text) for day, moment in found.moments] == [
        (17, "a"), (17, "b"), (25, "first"),
    ]  # fmt: skip


def test_a_performance_talk_says_how_long_ago_the_last_was_and_no_number_of_it() -> None:
    assert table("performance")[1] == Both(89)
    assert table("performance", Folder(ALICE)) == [Both(None)]


def test_an_alignment_talk_has_both_sides_beside_what_the_team_wants() -> None:
    (sides,) = parts("alignment", FULL, (QUARTER,), TODAY)

    assert isinstance(sides, Sides)
    assert (sides.view.team, sides.view.comparison.mine_only) == (QUARTER, ("a",))


def test_every_purpose_with_a_table_is_one_a_meeting_can_have() -> None:
    assert set(talks.TABLES) < set(PURPOSES)
