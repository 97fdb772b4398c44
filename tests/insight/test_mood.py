"""Happiness over time: gaps, trends, falls, and the moments that come back."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.insight.mood import (
    Fall,
    Felt,
    Mood,
    Point,
    became,
    fallen,
    latest_sad,
    points,
    trend,
    view,
    worth_keeping,
)
from onestop.model.folder import Folder
from onestop.model.meeting import HELD, PLANNED, Meeting, Moment
from onestop.model.person import Person

TODAY = date(2026, 11, 24)
ALICE = Person("alice", "Alice Moreau")


def note(
    day: date, happiness: int | None = None, *moments: Moment, state: str = HELD, number: int = 1
) -> Meeting:
    return Meeting(
        "alice", day, "", number=number, state=state, happiness=happiness, moments=moments
    )


def weeks(*numbers: int | None) -> Folder:
    """A note a week with these numbers, the last one today."""
    first = TODAY - timedelta(weeks=len(numbers) - 1)
    notes = (note(first + timedelta(weeks=n), said) for n, said in enumerate(numbers))
    return Folder(ALICE, meetings=tuple(notes))


def row(*numbers: int) -> tuple[Point, ...]:
    return points(weeks(*numbers))


def test_a_meeting_without_a_number_is_a_gap_and_never_zero() -> None:
    assert points(weeks(4, None, 2)) == (
        Point(date(2026, 11, 10), 4), Point(date(2026, 11, 24), 2),
    )  # fmt: skip
    assert view(weeks(4, None, 2), TODAY) == Mood((4, None, 2), None, None)


def test_only_meetings_that_took_place_up_to_today_count() -> None:
    folder = Folder(
        ALICE,
        meetings=(
            note(date(2026, 12, 1), 5),
            note(date(2026, 11, 17), 1, state=PLANNED),
            note(date(2026, 11, 24), 3, number=2),
            note(date(2026, 11, 24), 4),
        ),
    )

    assert points(folder, TODAY) == (Point(TODAY, 4), Point(TODAY, 3))


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ((), None), ((3,), None), ((1, 5), None),
        ((3, 3, 3), "stable"), ((3, 4, 4), "stable"), ((4, 3, 4), "stable"),
        ((3, 3, 4), "rising"), ((2, 3, 4), "rising"), ((1, 1, 1, 5), "rising"),
        ((5, 4, 3, 2), "falling"), ((4, 4, 4, 4, 3), "falling"),
        ((5, 1, 1, 1, 5), "up and down"), ((1, 5, 5, 5, 1), "up and down"),
        ((4, 3, 3, 4), "stable"), ((4, 4, 3, 2), "falling"),
        ((3, 1, 5, 3), "up and down"), ((2, 4, 3), "up and down"),
        ((1, 1, 1, 1, 4, 4, 4, 4, 4, 4, 4), "stable"),
    ],
)  # fmt: skip
def test_a_trend_needs_three_points_and_looks_at_the_last_seven(
    numbers: tuple[int, ...], found: str | None
) -> None:
    assert trend(row(*numbers)) == found


@settings(max_examples=examples(100), derandomize=True, deadline=None)
@given(st.lists(st.none() | st.integers(1, 5), max_size=12), st.randoms())
def test_the_order_of_the_files_never_matters(numbers: list[int | None], chance: Random) -> None:
    folder = weeks(*numbers)
    mixed = list(folder.meetings)
    chance.shuffle(mixed)
    shuffled = folder._replace(meetings=tuple(mixed))

    assert view(shuffled, TODAY) == view(folder, TODAY)
    found = list(points(folder))
    chance.shuffle(found)
    assert trend(found) == trend(points(folder))


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ((4, 4, 2), Fall(2, 4, TODAY)),
        ((5, 4, 4, 3, 2), Fall(2, 4, TODAY)),
        ((4, 4, 4, 5, 5, 5, 2), Fall(2, 4.5, TODAY)),
        ((1, 5, 5, 5, 5, 5, 5, 3), Fall(3, 5, TODAY)),
        ((4, 4, 3), None), ((4, 3, 2), None), ((5, 1), None), ((2, 2, 5), None), ((), None),
    ],
)  # fmt: skip
def test_two_below_the_median_of_the_six_before_is_a_fall(
    numbers: tuple[int, ...], found: Fall | None
) -> None:
    assert fallen(weeks(*numbers), TODAY) == found


def test_a_fall_is_told_with_its_day_over_a_gap() -> None:
    folder = weeks(4, 4, 1, None)

    assert fallen(folder, TODAY) == Fall(1, 4, date(2026, 11, 17))
    assert fallen(folder, date(2026, 11, 16)) is None


SAD, GOOD = Moment(":-(", "Nights on call"), Moment(":-)", "The demo")
OPEN = Moment(":-/", "Who owns search?", "h2qw")


def test_the_latest_sad_moment_may_be_an_unclear_one_that_became_sad() -> None:
    early, late = note(date(2026, 11, 3), 3, SAD), note(date(2026, 11, 10), 3, GOOD, OPEN)
    folder = Folder(ALICE, meetings=(late, early))
    assert latest_sad(folder, TODAY) == Felt(date(2026, 11, 3), SAD)

    turned = OPEN._replace(became="sad", became_on=date(2026, 11, 17))
    folder = Folder(ALICE, meetings=(note(date(2026, 11, 10), 3, turned), early))
    assert latest_sad(folder, TODAY) == Felt(date(2026, 11, 17), turned)
    assert latest_sad(folder, date(2026, 11, 16)) == Felt(date(2026, 11, 3), SAD)
    assert latest_sad(Folder(ALICE), TODAY) is None


def test_what_each_unclear_moment_became_is_told_in_order() -> None:
    settled = OPEN._replace(became="settled", became_on=date(2026, 11, 17))
    happy = OPEN._replace(became="happy", became_on=date(2026, 11, 10), text="Rota")
    notes = (note(date(2026, 11, 3), 3, settled, OPEN), note(date(2026, 11, 4), 3, happy, SAD))

    assert became(Folder(ALICE, meetings=notes)) == (
        Felt(date(2026, 11, 10), happy), Felt(date(2026, 11, 17), settled),
    )  # fmt: skip


def test_good_moments_come_back_at_the_first_meeting_of_a_quarter() -> None:
    days = [date(2026, 6, 30), date(2026, 7, 7), date(2026, 8, 4), date(2026, 9, 1),
            date(2026, 9, 29)]  # fmt: skip
    good = [Moment(":-)", f"Good {day.isoformat()}") for day in days]
    notes = tuple(note(day, 4, one, SAD) for day, one in zip(days, good, strict=True))
    folder = Folder(ALICE, meetings=notes)

    shown = (Felt(days[4], good[4]), Felt(days[3], good[3]), Felt(days[2], good[2]))
    assert worth_keeping(folder, date(2026, 10, 6)) == shown
    assert worth_keeping(folder, date(2026, 9, 30)) == ()

    first = note(date(2026, 10, 6), 4)
    met = folder._replace(meetings=(*notes, first))
    assert worth_keeping(met, date(2026, 10, 6)) == shown
    assert worth_keeping(met, date(2026, 10, 13)) == ()
    planned = folder._replace(meetings=(*notes, first._replace(state=PLANNED)))
    assert worth_keeping(planned, date(2026, 10, 13)) == shown
    assert worth_keeping(Folder(ALICE), date(2027, 1, 5)) == ()
