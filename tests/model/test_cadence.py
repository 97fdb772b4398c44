"""How often two people meet, and when one of them is away."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.model.cadence import (
    BIWEEKLY,
    MONTHLY,
    WEEKDAYS,
    WEEKLY,
    Away,
    Cadence,
    days_present,
    is_away,
)

NOV = [date(2026, 11, day) for day in range(1, 31)]
DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 1))
LEAVES = st.lists(st.tuples(DAYS, DAYS).map(lambda pair: Away(min(pair), max(pair))), max_size=4)


@pytest.mark.parametrize(
    ("cadence", "times"),
    [(WEEKLY, 52), (BIWEEKLY, 26), (MONTHLY, 12), (Cadence(28, "every 4 weeks"), 13),
     (Cadence(30, "every 30 days"), 364 / 30)],
)  # fmt: skip
def test_a_year_has_52_weeks_and_12_months(cadence: Cadence, times: float) -> None:
    often, weeks = cadence.rate
    assert often * 52 / weeks == times


def test_rhythms_and_weekdays_are_written_as_in_the_files() -> None:
    assert [every.words for every in (WEEKLY, BIWEEKLY, MONTHLY)] == [
        "weekly", "every 2 weeks", "monthly",
    ]  # fmt: skip
    assert [day.strftime("%a").lower() for day in NOV[1:8]] == [*WEEKDAYS]


def test_a_leave_has_both_its_days() -> None:
    leave = Away(date(2026, 11, 10), date(2026, 11, 12))

    assert [day.day for day in NOV if leave.covers(day)] == [10, 11, 12]
    assert [day.day for day in NOV if is_away([leave], day)] == [10, 11, 12]
    assert not is_away([], NOV[0])


@pytest.mark.parametrize(
    ("leaves", "days"),
    [
        ([], 14),
        ([Away(date(2026, 11, 12), date(2026, 11, 13))], 12),
        ([Away(date(2026, 11, 12), date(2026, 11, 13)), Away(date(2026, 11, 13), NOV[19])], 5),
        ([Away(date(2026, 1, 1), date(2026, 11, 10))], 14),
        ([Away(date(2026, 11, 24), date(2026, 12, 31))], 13),
        ([Away(date(2026, 11, 25), date(2026, 12, 31))], 14),
        ([Away(date(2026, 1, 1), date(2026, 12, 31))], 0),
    ],
)
def test_leave_stops_the_clock(leaves: list[Away], days: int) -> None:
    assert days_present(date(2026, 11, 10), date(2026, 11, 24), leaves) == days


def test_a_clock_that_starts_in_the_future_stands_at_zero() -> None:
    assert days_present(NOV[20], NOV[10], [Away(NOV[0], NOV[29])]) == 0


@settings(max_examples=examples(150), derandomize=True)
@given(DAYS, DAYS, LEAVES)
def test_days_present_are_those_that_no_leave_covers(
    since: date, until: date, leaves: list[Away]
) -> None:
    after = [since + timedelta(days=n) for n in range(1, (until - since).days + 1)]

    counted = sum(not is_away(leaves, day) for day in after)

    assert days_present(since, until, leaves) == counted
