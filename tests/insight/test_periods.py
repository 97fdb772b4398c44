"""Which days a word such as 2026-Q4 means."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.errors import Usage
from onestop.insight.periods import Period, between, named

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "since", "until"),
    [
        ("2026", "2026-01-01", "2026-11-24"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2026-Q3", "2026-07-01", "2026-09-30"),
        ("2026-q4", "2026-10-01", "2026-11-24"),
        ("Q4", "2026-10-01", "2026-11-24"),
        ("q1", "2026-01-01", "2026-03-31"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-12", "2025-12-01", "2025-12-31"),
        ("this-year", "2026-01-01", "2026-11-24"),
        ("last-year", "2025-01-01", "2025-12-31"),
        ("last-quarter", "2026-07-01", "2026-09-30"),
        ("Last-Month", "2026-10-01", "2026-10-31"),
        ("this-month", "2026-11-01", "2026-11-24"),
    ],
)
def test_a_word_names_a_period_up_to_today(said: str, since: str, until: str) -> None:
    assert named(said, TODAY) == Period(date.fromisoformat(since), date.fromisoformat(until))


def test_a_quarter_without_its_year_is_the_latest_that_has_begun() -> None:
    january = date(2027, 1, 5)

    assert named("Q4", january) == Period(date(2026, 10, 1), date(2026, 12, 31))
    assert named("Q1", january) == Period(date(2027, 1, 1), january)
    assert named("last-quarter", january) == Period(date(2026, 10, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    "said", ["", "Q5", "0000", "2026-13", "next-year", "last", "last-week", "9"]
)
def test_what_is_no_period_is_refused_with_what_would_be_one(said: str) -> None:
    with pytest.raises(Usage, match="is not a period") as refused:
        named(said, TODAY)
    assert "2026-Q4" in refused.value.hint


@pytest.mark.parametrize("said", ["2027", "2027-Q1", "2026-12"])
def test_what_is_still_to_come_is_refused(said: str) -> None:
    with pytest.raises(Usage, match="still to come"):
        named(said, TODAY)


def test_the_first_day_is_that_of_the_year_and_the_last_is_today_unless_said() -> None:
    march = date(2026, 3, 1)

    assert between(None, None, TODAY) == Period(date(2026, 1, 1), TODAY)
    assert between(march, None, TODAY) == Period(march, TODAY)
    assert between(None, date(2025, 6, 30), TODAY) == Period(date(2025, 1, 1), date(2025, 6, 30))


def test_a_period_that_ends_before_it_begins_is_refused_and_a_single_day_is_not() -> None:
    with pytest.raises(Usage, match="ends on 2026-02-28, before it begins on 2026-03-01"):
        between(date(2026, 3, 1), date(2026, 2, 28), TODAY)
    assert between(TODAY, TODAY, TODAY) == Period(TODAY, TODAY)


def test_a_period_touches_the_months_of_its_first_and_last_day() -> None:
    months = list(Period(date(2025, 11, 30), date(2026, 2, 1)).months())

    assert months == [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]


@given(st.text(max_size=12), st.dates(date(1, 1, 1), date.max))
@settings(max_examples=examples(200), deadline=None, derandomize=True)
def test_any_text_is_a_period_that_has_begun_or_is_refused(said: str, today: date) -> None:
    try:
        found = named(said, today)
    except Usage:
        return
    assert found.since <= found.until <= today


@given(st.sampled_from(["2026", "q4", "last-year", "last-month", "this-quarter"]), st.dates())
@settings(max_examples=examples(200), deadline=None, derandomize=True)
def test_every_day_has_its_periods_or_a_reason_why_not(said: str, today: date) -> None:
    try:
        found = named(said, today)
    except Usage:
        return
    assert found.since <= found.until <= today
    months = list(found.months())
    assert months[0] <= found.since
    assert (months[-1].year, months[-1].month) == (found.until.year, found.until.month)
