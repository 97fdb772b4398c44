"""Where the two agree, what no word ties to the team, and what is only believed."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.insight.alignment import (
    Comparison,
    Corrections,
    after,
    compare,
    corrections,
    find,
    is_due,
    latest,
    untested,
    untied,
    view,
)
from onestop.model.alignment import Alignment, Assumption, Expectation, Priorities
from onestop.model.folder import Folder
from onestop.model.meeting import SKIPPED, Bullet, Meeting
from onestop.model.okr import KeyResult, Objective, Quarter
from onestop.model.person import Person

TODAY = date(2026, 11, 24)
NOVEMBER = date(2026, 11, 3)
TEAM = Quarter(
    "2026-Q4",
    (
        Objective(
            "o1",
            "Customers solve importer errors without us",
            results=(KeyResult("o1-kr1", "Importer tickets per week at most 20"),),
        ),
        Objective("o2", "Mentors for all who are new"),
    ),
)


def folder(alignment: Alignment, *meetings: Meeting) -> Folder:
    person = Person("alice", "Alice", added=date(2026, 9, 1))
    return Folder(person, alignment=alignment, meetings=meetings)


def said(mine: str = "", theirs: str = "", day: date = NOVEMBER) -> Priorities:
    """Priorities with commas between."""
    first, second = (tuple(filter(None, side.split(","))) for side in (mine, theirs))
    return Priorities(day, first, second)


def test_the_same_words_are_the_same_priority_whatever_their_case_accents_and_marks() -> None:
    found = compare(said("Importer,hiring,Cafe opens", "café: opens!,importer,mentoring"))

    assert found == Comparison(("Importer", "Cafe opens"), ("hiring",), ("mentoring",))


def test_nobody_guesses_that_other_words_mean_the_same() -> None:
    assert compare(said("importer", "the importer")).both == ()


@pytest.mark.parametrize("one_side", [said("importer"), said("", "importer")])
def test_one_side_alone_is_nothing_to_compare(one_side: Priorities) -> None:
    assert compare(one_side) == Comparison()


def test_marks_alone_are_words_of_their_own() -> None:
    assert compare(said("++,--", "--")) == Comparison(("--",), ("++",), ())


def test_the_last_words_of_each_side_count_even_of_different_days() -> None:
    found = Alignment((said("a", "b"), said("", "c", TODAY)))

    assert latest(found) == Priorities(TODAY, ("a",), ("c",))
    assert latest(Alignment()) is None


def test_a_side_that_is_added_later_joins_its_day() -> None:
    found = Alignment((said("a", "b"), said("", "c", TODAY)))

    assert after(found, said("d", "", TODAY)) == Priorities(TODAY, ("d",), ("c",))
    assert after(found, said("", "x")) == Priorities(TODAY, ("a",), ("c",))
    assert after(Alignment(), said("d")) == said("d")


@pytest.mark.parametrize(
    ("priority", "is_tied"),
    [
        ("importer", True), ("The IMPORTER page", True), ("ticket queue", True),
        ("mentoring", True), ("hiring", False), ("search", False), ("the customer", True),
        ("solvency", True), ("sold out", False), ("less work without a plan", False),
        ("20", True), ("SLA", False), ("us", True), ("!", False),
    ],
)  # fmt: skip
def test_a_priority_is_tied_by_the_root_of_a_word_that_says_something(
    priority: str, is_tied: bool
) -> None:
    """`the` is too short and `without` says nothing; what has only short words has no others."""
    assert untied([priority], TEAM) == (() if is_tied else (priority,))


def test_without_objectives_nothing_is_untied() -> None:
    assert untied(["hiring"], None) == ()
    assert untied(["hiring"], Quarter("2026-Q4")) == ()


def test_what_is_only_believed_comes_oldest_first_and_without_a_day_before_all() -> None:
    found = Alignment(
        expectations=(
            Expectation("e1", "Owns it", since=NOVEMBER, line=3),
            Expectation("e2", "Reviews", said_back="I review", since=NOVEMBER),
        ),
        assumptions=(
            Assumption("a1", "Wants the lead", TODAY),
            Assumption("a2", "Rota is fair", date(2026, 10, 13)),
            Assumption("a3", "Likes it", None, TODAY, "held"),
            Assumption("a4", "Knows why"),
        ),
    )

    assert [(u.id, u.is_expectation) for u in untested(found)] == [
        ("a4", False), ("a2", False), ("e1", True), ("a1", False),
    ]  # fmt: skip
    assert untested(found)[2][:3] == ("e1", "Owns it", NOVEMBER)


@pytest.mark.parametrize(
    ("checked", "today", "due"),
    [
        (date(2026, 10, 26), TODAY, False),
        (date(2026, 10, 25), TODAY, True),
        (date(2026, 12, 31), date(2027, 1, 1), True),
        (date(2027, 1, 1), date(2027, 1, 2), False),
    ],
)
def test_a_check_is_due_after_thirty_days_or_in_a_new_quarter(
    checked: date, today: date, due: bool
) -> None:
    assert is_due(folder(Alignment((said("a", "b", checked),))), today) is due


def test_what_was_never_used_is_not_due() -> None:
    assert not is_due(folder(Alignment()), TODAY)


def test_corrections_are_counted_within_their_days() -> None:
    first = TODAY - timedelta(days=7)
    decided = (Bullet("Decisions", "a"), Bullet("Wins", "b"), Bullet("Decisions", "c"))
    found = folder(
        Alignment(
            expectations=(
                Expectation("e1", "a", said_back="b", checked=first),
                Expectation("e2", "a", said_back="b", checked=first - timedelta(1)),
                Expectation("e3", "a", checked=TODAY),
            ),
            assumptions=(
                Assumption("a1", "a", tested=first, outcome="held"),
                Assumption("a2", "a", tested=TODAY, outcome="wrong"),
                Assumption("a3", "a", tested=TODAY, outcome="corrected"),
                Assumption("a4", "a", tested=TODAY + timedelta(1), outcome="corrected"),
                Assumption("a5", "a"),
            ),
        ),
        Meeting("alice", first, "1.md", bullets=decided),
        Meeting("alice", TODAY, "2.md", state=SKIPPED, bullets=decided),
    )

    counted = corrections(found, first, TODAY)

    assert counted == Corrections(decisions=2, held=1, wrong=1, corrected=1, said_back=1)
    assert counted.tested == 3


def test_a_belief_is_meant_by_its_id_or_by_words_while_it_is_open() -> None:
    owns, rota = Expectation("e1", "Owns the call"), Assumption("a1", "Rota is fair")
    closed = Assumption("a2", "Rota is known", outcome="wrong")

    assert find("e1", [owns, rota, closed]) == (owns,)
    assert find("ROTA", [owns, rota, closed]) == (rota,)
    assert find("a2", [owns, rota, closed]) == (closed,)
    assert find("nothing", [owns, rota, closed]) == ()


def test_the_page_has_open_assumptions_oldest_first_and_tested_ones_newest_first() -> None:
    found = folder(
        Alignment(
            (said("importer,hiring", "importer,hiring,search"),),
            assumptions=(
                Assumption("a1", "a", TODAY),
                Assumption("a2", "b", NOVEMBER),
                Assumption("a3", "c", tested=NOVEMBER, outcome="held"),
                Assumption("a4", "d", tested=TODAY, outcome="wrong"),
            ),
        )
    )

    page = view(found, TEAM, TODAY)

    assert page.comparison == Comparison(("importer", "hiring"), (), ("search",))
    assert page.untied == ("hiring", "search")
    assert [a.id for a in page.assumptions] == ["a2", "a1"]
    assert [a.id for a in page.tested] == ["a4", "a3"]
    assert (page.team, page.is_due) == (TEAM, False)


@settings(max_examples=examples(100), derandomize=True)
@given(st.lists(st.text("aÄ b!"), max_size=4), st.lists(st.text("aÄ b!"), max_size=4))
def test_every_priority_is_of_both_or_of_one_side(mine: list[str], theirs: list[str]) -> None:
    found = compare(Priorities(TODAY, tuple(mine), tuple(theirs)))

    if mine and theirs:
        assert sorted((*found.both, *found.mine_only)) == sorted(mine)
        assert set(found.theirs_only) <= set(theirs)
        assert not set(found.mine_only) & set(found.theirs_only)
