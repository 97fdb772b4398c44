"""Plots of letters: a value stands in the column of its day, and nothing is lost or made up."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.render.plots import ASCII, UNICODE, Plot, marks
from onestop.render.timeline import Axis

FIRST = date(2026, 9, 1)
LAST = date(2026, 11, 24)
WEEK = timedelta(weeks=1)


def plot(size: int = 85, first: date = FIRST, last: date = LAST) -> Plot:
    return Plot(Axis(first, last, size), ASCII)


def test_a_day_is_a_column_where_there_are_as_many() -> None:
    axis = Axis(FIRST, LAST, 85)

    assert [axis.at(FIRST), axis.at(FIRST + WEEK), axis.at(LAST)] == [0, 7, 84]
    assert axis.at(date(2020, 1, 1)) == 0
    assert axis.at(date(2030, 1, 1)) == 84
    assert Axis(FIRST, FIRST, 85).at(FIRST) == 0


@pytest.mark.parametrize(
    ("first", "labels"),
    [
        (date(2026, 11, 3), ["9 Nov", "16 Nov"]),
        (date(2026, 9, 15), ["Oct", "Nov"]),
        (date(2025, 12, 1), ["Dec", "2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep",
                             "Oct", "Nov"]),
        (date(2024, 11, 24), ["2025", "Apr", "Jul", "Oct", "2026", "Apr", "Jul", "Oct"]),
        (date(2014, 12, 2), [str(year) for year in range(2015, 2027)]),
        (date(1900, 1, 1), ["1900", "1920", "1940", "1960", "1980", "2000", "2020"]),
        (LAST, ["24 Nov"]),
    ],
)  # fmt: skip
def test_as_many_days_are_named_as_have_room(first: date, labels: list[str]) -> None:
    ticks = Axis(first, LAST, 85).ticks(lambda label: len(label) + 2)
    assert [tick.label for tick in ticks] == labels


@settings(max_examples=examples(100), derandomize=True, deadline=None)
@given(st.dates(), st.dates(), st.integers(24, 120))
def test_names_of_days_never_touch_and_never_stick_out(a: date, b: date, size: int) -> None:
    line = plot(size, min(a, b), max(a, b)).dates()

    assert "|" in line
    assert len(line) <= size + 12
    assert all(part == "" or part.endswith(" ") for part in line.split("|")[:-1])


def test_each_level_has_its_values_and_gaps_stand_apart() -> None:
    values = [(FIRST, 5), (FIRST + WEEK, None), (FIRST + 2 * WEEK, 3)]

    assert list(plot().levels(values, 1, 5)) == [
        (5, "*"), (4, ""), (3, " " * 14 + "*"), (2, ""), (1, ""),
    ]  # fmt: skip
    assert plot().gaps(values) == " " * 7 + "."


def test_two_values_at_one_place_look_like_two() -> None:
    values = [(FIRST, 4), (FIRST, 4), (FIRST, 2)]

    assert list(plot().levels(values, 1, 5))[1:4] == [(4, "#"), (3, ""), (2, "*")]


def test_numbers_stand_at_their_days_and_a_second_one_beside_the_first() -> None:
    values = [(FIRST, 3), (FIRST, 5), (FIRST + WEEK, None), (FIRST + 2 * WEEK, 2)]

    assert plot().numbers(values) == ("35     .      2", True)


def test_numbers_of_two_digits_keep_their_distance() -> None:
    values = [(FIRST, 10), (FIRST, 9), (FIRST + WEEK, 10)]

    assert plot().numbers(values) == ("10 9   10", True)


def test_where_meetings_crowd_a_column_shows_the_last_number_and_says_so() -> None:
    days = [date(2016, 1, 5) + n * WEEK for n in range(560)]
    values = [(day, n % 5 + 1) for n, day in enumerate(days)]

    line, fits = plot(60, days[0], days[-1]).numbers(values)

    assert not fits
    assert len(line) <= 60
    assert line[-1] == str(values[-1][1])


def test_a_gap_never_hides_a_number() -> None:
    crowded = [(FIRST, None if n else 4) for n in range(9)]

    assert plot().numbers(crowded) == ("4", False)


@settings(max_examples=examples(100), derandomize=True, deadline=None)
@given(
    st.lists(st.tuples(st.dates(FIRST, LAST), st.none() | st.integers(0, 10)), max_size=20),
    st.integers(24, 120),
)
def test_every_number_is_there_in_order_when_there_was_room(
    values: list[tuple[date, int | None]], size: int
) -> None:
    values.sort(key=lambda value: value[0])
    line, fits = plot(size).numbers(values)
    said = ["." if n is None else str(n) for _, n in values]

    if fits:
        assert "".join(line.split()) == "".join(said)
    assert len(line) <= size + 5


def test_words_have_room_below_their_days_or_are_not_drawn() -> None:
    months = [date(2026, 9, 1), date(2026, 10, 1)]

    assert plot().texts([(day, "4 of 4") for day in months]) == " 4 of 4" + " " * 24 + "4 of 4"
    assert plot(24).texts([(FIRST + n * WEEK, "4 of 4") for n in range(12)]) is None
    assert plot().texts([]) == ""


def test_an_output_that_cannot_spell_the_marks_gets_plain_ones() -> None:
    def latin(text: str) -> str:
        return text.encode("latin-1", "backslashreplace").decode("latin-1")

    assert marks(latin) is ASCII
    assert marks(str) is UNICODE
