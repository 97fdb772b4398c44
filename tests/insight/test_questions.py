"""Questions are chosen by rule: what was not asked lately, and nothing deep too early."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onestop
from fuzz import examples
from onestop.formats.questions import parse
from onestop.insight.questions import (
    PURPOSES,
    asked,
    by_id,
    choose,
    subjects,
    subjects_of,
    view,
)
from onestop.model.folder import Folder
from onestop.model.meeting import HELD, PLANNED, SKIPPED, Meeting
from onestop.model.person import Person
from onestop.model.question import Question

BANK = (
    Question("ci-easy", "How was the week?", ("check-in",)),
    Question("ci-next", "What is on your mind?", ("check-in", "challenges")),
    Question("ci-reflect", "What drains you?", ("check-in",), depth=2),
    Question("ci-deep", "What do you not tell me?", ("check-in",), depth=3),
    Question("ch-easy", "What is in your way?", ("challenges",)),
    Question("gr-easy", "What did you learn?", ("growth",)),
)
QUESTIONS = st.lists(
    st.builds(
        Question,
        st.sampled_from("abcdefgh"),
        st.just("?"),
        st.lists(st.sampled_from(["check-in", "growth"]), max_size=2).map(tuple),
        st.integers(1, 3),
    ),
    unique_by=lambda question: question.id,
)


def folder(*asked: tuple[str, ...], state: str = HELD) -> Folder:
    """Somebody who was asked these questions, one meeting a week."""
    first = date(2026, 9, 1)
    return Folder(
        Person("alice", "Alice"),
        meetings=tuple(
            Meeting("alice", first + timedelta(weeks=n), f"{n}.md", state=state, asked=ids)
            for n, ids in enumerate(asked)
        ),
    )


def chosen(folder: Folder, *purposes: str, count: int = 9) -> list[str]:
    return [question.id for question in choose(BANK, folder, purposes, count)]


def test_the_easiest_of_the_bank_come_first() -> None:
    assert chosen(folder(), "check-in") == ["ci-easy", "ci-next", "ci-reflect"]


def test_what_was_asked_longest_ago_comes_before_what_was_asked_lately() -> None:
    history = folder(("ci-next",), ("ci-easy",), ("ci-next",))

    assert chosen(history, "check-in") == ["ci-reflect", "ci-easy", "ci-next"]


def test_the_purpose_that_stands_first_decides_between_equals() -> None:
    assert chosen(folder(), "challenges", "check-in") == [
        "ci-next", "ch-easy", "ci-easy", "ci-reflect",
    ]  # fmt: skip


@pytest.mark.parametrize(("meetings", "is_there"), [(0, False), (4, False), (5, True)])
def test_deep_questions_wait_for_five_meetings(meetings: int, is_there: bool) -> None:
    assert ("ci-deep" in chosen(folder(*[()] * meetings), "check-in")) is is_there


@pytest.mark.parametrize("state", [PLANNED, SKIPPED])
def test_a_meeting_that_was_not_held_asked_nothing(state: str) -> None:
    history = folder(*[("ci-easy",)] * 6, state=state)

    assert asked(history) == {}
    assert chosen(history, "check-in", count=1) == ["ci-easy"]
    assert "ci-deep" not in chosen(history, "check-in")


def test_the_last_time_counts() -> None:
    assert asked(folder(("a", "b"), ("a",))) == {"a": "2026-09-08", "b": "2026-09-01"}


def test_without_a_purpose_or_a_count_nothing_is_chosen() -> None:
    assert chosen(folder()) == []
    assert chosen(folder(), "motivation") == []
    assert chosen(folder(), "check-in", count=0) == []


def test_recorded_questions_come_in_the_order_of_the_note() -> None:
    found = by_id(BANK, ["gr-easy", "gone", "ci-easy"])

    assert [question.id for question in found] == ["gr-easy", "ci-easy"]


@settings(max_examples=examples(100), derandomize=True)
@given(
    QUESTIONS, st.lists(st.text("abcdefgh", max_size=3).map(tuple), max_size=7), st.integers(0, 5)
)
def test_choosing_twice_gives_the_same_few_fitting_questions(
    bank: list[Question], history: list[tuple[str, ...]], count: int
) -> None:
    person = folder(*history)

    found = choose(bank, person, iter(["growth"]), count)

    fitting = [q for q in bank if "growth" in q.purpose and (q.depth < 3 or len(history) >= 5)]
    assert found == choose(bank, person, ["growth"], count)
    assert len(found) == min(count, len(fitting))
    assert set(found) <= set(fitting)
    last = asked(person)
    unseen = [q for q in fitting if q not in found]
    assert all(last.get(a.id, "") <= last.get(b.id, "") for a in found for b in unseen)


def page(history: Folder | None, purpose: str, **only: int | None) -> list[str]:
    found = view(BANK, history, purpose, **{"depth": None, "count": 9, **only})
    return [asked.question.id for asked in found.questions]


def test_every_purpose_of_a_meeting_has_questions_in_the_bank_that_ships() -> None:
    text = (Path(onestop.__file__).parent / "data" / "questions" / "bank.yaml").read_text("utf-8")
    bank = parse(text).value

    for purpose, wanted in PURPOSES.items():
        assert set(wanted) <= set(subjects_of(bank))
        assert len(view(bank, None, purpose, count=99).questions) >= 6


def test_a_purpose_stands_for_its_subjects_and_any_other_word_for_itself() -> None:
    assert subjects("growth") == ("growth", "role")
    assert subjects("remote") == ("remote",)
    assert page(None, "challenges") == ["ci-next", "ch-easy"]


def test_the_page_says_when_each_was_asked_and_how_many_more_there_are() -> None:
    history = folder(("ci-next",), ("ci-easy",))
    found = view(BANK, history, "check-in", count=4)

    assert [(a.question.id, a.last) for a in found.questions] == [
        ("ch-easy", None), ("ci-reflect", None),
        ("ci-next", date(2026, 9, 1)), ("ci-easy", date(2026, 9, 8)),
    ]  # fmt: skip
    assert (found.more, found.deep, found.held) == (0, 1, 2)
    assert view(BANK, history, "check-in", count=1).more == 3


def test_deep_ones_wait_unless_all_are_wanted_or_nobody_is_named() -> None:
    assert "ci-deep" not in page(folder((), ()), "check-in")
    assert "ci-deep" in page(folder((), ()), "check-in", count=None)
    assert "ci-deep" in page(None, "check-in")
    assert page(folder(*[()] * 5), "check-in", depth=3) == ["ci-deep"]
    assert page(folder(), "check-in", depth=3) == []


def test_without_a_purpose_all_of_the_bank_is_meant() -> None:
    assert sorted(page(None, "")) == sorted(q.id for q in BANK)
