"""The two rules of a manager's week, by numbers worked out by hand."""

import pytest

from onestop.insight.load import Load, load
from onestop.model.cadence import BIWEEKLY, MONTHLY, WEEKLY, Cadence
from onestop.model.person import Person
from onestop.model.settings import Settings

WEEK = Settings(week_hours=40)


def team(count: int, minutes: int = 30, cadence: Cadence = WEEKLY) -> list[Person]:
    return [Person(f"p{n}", f"P {n}", minutes=minutes, cadence=cadence) for n in range(count)]


def test_seven_half_hours_a_week_are_fine() -> None:
    found = load(team(7), WEEK)

    assert found == Load(minutes=210, share=0.0875, span=7)
    assert not found.too_much_time
    assert not found.too_many_people


def test_eight_hours_of_forty_are_exactly_a_fifth_and_not_over() -> None:
    found = load(team(8, minutes=60), WEEK)

    assert found == Load(minutes=480, share=0.2, span=8)
    assert not found.too_much_time
    assert not found.too_many_people


def test_one_minute_more_is_too_much_time() -> None:
    found = load([*team(7, minutes=60), Person("x", "X", minutes=61)], WEEK)

    assert found.minutes == 481
    assert found.too_much_time
    assert not found.too_many_people


@pytest.mark.parametrize(
    ("cadence", "minutes"),
    [
        (WEEKLY, 60),
        (BIWEEKLY, 30),
        (MONTHLY, 60 * 12 / 52),
        (Cadence(28, "every 4 weeks"), 15),
        (Cadence(10, "every 10 days"), 42),
        (Cadence(1, "every 1 day"), 420),
    ],
)
def test_an_hour_counts_by_how_often_it_comes(cadence: Cadence, minutes: float) -> None:
    assert load(team(1, minutes=60, cadence=cadence), WEEK).minutes == pytest.approx(minutes)


def test_a_fifth_made_of_fractions_is_not_over_either() -> None:
    """52 monthly hours are 12 hours a week: a fifth of 60."""
    found = load(team(52, minutes=60, cadence=MONTHLY), Settings(week_hours=60))

    assert found.minutes == pytest.approx(720)
    assert not found.too_much_time


def test_nine_reports_are_over_the_span_however_short_the_meetings() -> None:
    found = load(team(9, minutes=5), WEEK)

    assert found.span == 9
    assert found.too_many_people
    assert not found.too_much_time


@pytest.mark.parametrize("relation", ["peer", "boss", "skip"])
def test_only_reports_count_towards_the_span_and_all_towards_the_week(relation: str) -> None:
    found = load([*team(8), Person("q", "Q", relation=relation)], WEEK)

    assert (found.span, found.minutes) == (8, 270)
    assert not found.too_many_people


def test_those_who_are_archived_leave_the_load() -> None:
    gone = [one._replace(archived=True) for one in team(3)]

    assert load([*team(2), *gone], WEEK) == Load(minutes=60, share=0.025, span=2)


def test_a_shorter_week_is_full_earlier() -> None:
    assert not load(team(7), Settings(week_hours=20)).too_much_time
    assert load(team(7), Settings(week_hours=17)).too_much_time


def test_nobody_is_no_load() -> None:
    assert load([], WEEK) == Load(minutes=0, share=0, span=0)
