"""The example's dates move together, and nothing else does."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.formats.shift import STORY_DAY, shift, weeks_to
from onestop.model.okr import quarter_of

STORY = st.dates(date(2020, 1, 1), date(2079, 12, 31))


def written(day: date) -> str:
    return day.strftime("%-d %b %Y")


def test_dates_move_in_both_ways_of_writing() -> None:
    text = "created:: 2026-11-24]\n# Alice and Sam, 24 Nov 2026\n2026-12-29-alice_2.md"

    assert (
        shift(text, 7)
        == "created:: 2026-12-01]\n# Alice and Sam, 1 Dec 2026\n2027-01-05-alice_2.md"
    )


@pytest.mark.parametrize(
    "text",
    ["2026-02-30", "31 Feb 2026", "1999-12-31", "12026-11-24", "2026-11-241", "2026-Q4", "2026-11",
     "124 Nov 2026", "24 Nov 20261", "24 November 2026", "24 nov 2026", "24 Nov", "10:30", ""],
)  # fmt: skip
def test_what_is_no_date_stays(text: str) -> None:
    assert shift(text, 7) == text


def test_a_date_next_to_letters_moves_too() -> None:
    assert shift("n2026-11-24_2 2026-11-24T10:00", 1) == "n2026-11-25_2 2026-11-25T10:00"


def test_a_date_that_would_leave_the_calendar_stays() -> None:
    assert shift("2026-11-24, 24 Nov 2026", 4_000_000) == "2026-11-24, 24 Nov 2026"
    assert shift("2026-11-24", 10**12) == "2026-11-24"


@settings(max_examples=examples(150), derandomize=True)
@given(STORY, st.integers(-3650, 3650), st.text("ab-:\n"))
def test_both_ways_of_writing_move_alike_and_the_words_between_stay(
    day: date, days: int, words: str
) -> None:
    moved = day + timedelta(days=days)

    assert shift(f"{day} {words} {written(day)}", days) == f"{moved} {words} {written(moved)}"


@settings(max_examples=examples(150), derandomize=True)
@given(
    st.lists(st.sampled_from(["2026-11-24", "3 Mar 2031", "-", "1", "\n", " Nov "])).map("".join)
)
def test_moving_back_gives_the_text_again(text: str) -> None:
    assert shift(shift(text, 28), -28) == text
    assert shift(text, 0) == text


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2026, 11, 24), 0),
        (date(2026, 11, 30), 0),
        (date(2026, 12, 1), 7),
        (date(2026, 11, 23), -7),
        (date(2027, 11, 24), 364),
    ],
)
def test_the_story_moves_by_whole_weeks_to_the_latest_tuesday(today: date, days: int) -> None:
    assert weeks_to(today) == days


@settings(max_examples=examples(100), derandomize=True)
@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_storys_day_lands_in_the_last_seven_days(today: date) -> None:
    landed = STORY_DAY + timedelta(days=weeks_to(today))

    assert landed.weekday() == STORY_DAY.weekday() == 1
    assert 0 <= (today - landed).days <= 6


@pytest.mark.parametrize(
    ("days", "moved"),
    [
        (0, "2026-Q4"), (35, "2026-Q4"), (42, "2027-Q1"), (-49, "2026-Q4"), (-56, "2026-Q3"),
        (364, "2027-Q4"), (-364, "2025-Q4"),
    ],
)  # fmt: skip
def test_quarters_move_with_the_day_of_the_story(days: int, moved: str) -> None:
    assert shift("okrs/2026-Q4.yaml", days) == f"okrs/{moved}.yaml"


def test_quarters_keep_their_distance() -> None:
    assert shift("2026-Q3 2026-Q4 2027-Q1", 42) == "2026-Q4 2027-Q1 2027-Q2"


@pytest.mark.parametrize("text", ["2026-Q5", "12026-Q4", "2026-Q41", "1999-Q4", "2026-q4"])
def test_what_is_no_quarter_stays(text: str) -> None:
    assert shift(text, 42) == text


@settings(max_examples=examples(100), derandomize=True)
@given(st.dates(date(2010, 1, 1), date(2090, 1, 1)))
def test_the_quarter_of_the_story_becomes_that_of_its_new_day(today: date) -> None:
    days = weeks_to(today)

    assert shift("2026-Q4", days) == quarter_of(STORY_DAY + timedelta(days))
