"""Numbers and days as a person says them."""

from datetime import date, timedelta

import pytest

from onestop.model.cadence import BIWEEKLY, WEEKLY
from onestop.render import words

TODAY = date(2026, 11, 24)


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


def test_a_day_is_said_in_four_lengths() -> None:
    assert words.long_day(TODAY) == "Tue 24 Nov 2026"
    assert words.plain_day(TODAY) == "24 Nov 2026"
    assert words.near_day(days(3), TODAY) == "Fri 27 Nov"
    assert words.past_day(days(-7), TODAY) == "17 Nov"
    assert words.weekday(TODAY) == "Tue 24"


def test_the_year_is_named_when_it_is_another_one() -> None:
    assert words.near_day(date(2027, 1, 5), TODAY) == "Tue 5 Jan 2027"
    assert words.past_day(date(2025, 12, 31), TODAY) == "31 Dec 2025"


def test_every_month_and_weekday_has_its_name() -> None:
    year = [date(2026, month, 1) for month in range(1, 13)]

    assert [words.plain_day(day) for day in year] == [day.strftime("%-d %b %Y") for day in year]
    assert [words.weekday(days(n)) for n in range(7)] == [
        days(n).strftime("%a %-d") for n in range(7)
    ]


@pytest.mark.parametrize(
    ("ahead", "said"),
    [(3, "due Fri 27 Nov"), (0, "due today"), (-1, "1 day late"), (-4, "4 days late")],
)
def test_what_is_due_today_is_not_late_yet(ahead: int, said: str) -> None:
    assert words.due(days(ahead), TODAY) == said


def test_without_a_due_date_nothing_is_said() -> None:
    assert words.due(None, TODAY) == ""


def test_the_reply_to_a_date_names_its_weekday_always() -> None:
    assert words.until(TODAY, TODAY) == "due Tue 24 Nov"
    assert words.until(None, TODAY) == "no due date"


@pytest.mark.parametrize(
    ("carried", "said"),
    [(0, ""), (1, "second time"), (2, "third time"), (9, "tenth time"), (10, "11 times")],
)
def test_an_item_two_meetings_carried_comes_up_a_third_time(carried: int, said: str) -> None:
    assert words.times(carried) == said


def test_small_numbers_are_spelled() -> None:
    assert " ".join(words.times(n).split()[0] for n in range(1, 10)) == (
        "second third fourth fifth sixth seventh eighth ninth tenth"
    )
    assert " ".join(words.count(n) for n in range(11)) == (
        "no one two three four five six seven eight nine ten"
    )
    assert [words.count(n) for n in (11, 200, -1)] == ["11", "200", "-1"]


def test_one_is_singular() -> None:
    assert [words.plural(n, "day") for n in (0, 1, 2)] == ["0 days", "1 day", "2 days"]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(210, "3 h 30 min"), (120, "2 h"), (45, "45 min"), (0, "0 min"), (61, "1 h 1 min")],
)
def test_minutes_are_said_in_hours(minutes: int, said: str) -> None:
    assert words.hours(minutes) == said


@pytest.mark.parametrize(
    "text",
    ["Done.", "Why?", "Go!", "so:", "a;", "wait…", "好。", "好！", "好？", "لماذا؟", "हाँ।", ""],
)
def test_what_ends_by_itself_gets_no_full_stop(text: str) -> None:
    assert words.sentence(text) == text


@pytest.mark.parametrize("text", ["Importer 2", ":-( Three nights on call", "好"])
def test_other_words_end_with_a_full_stop(text: str) -> None:
    assert words.sentence(text) == f"{text}."


@pytest.mark.parametrize(
    ("text", "day", "said"),
    [
        ("Send the dates", "due Fri 27 Nov", "Send the dates, due Fri 27 Nov"),
        ("Who decides?", "due today", "Who decides? (due today)"),
        ("Send the dates", "", "Send the dates"),
        ("Send them.", "", "Send them."),
    ],
)
def test_a_day_follows_the_words(text: str, day: str, said: str) -> None:
    assert words.with_day(text, day) == said


def test_a_rhythm_names_its_weekday_when_it_has_one() -> None:
    assert words.rhythm(BIWEEKLY, 1, 30) == "every 2 weeks on Tue, 30 min"
    assert words.rhythm(WEEKLY, None, 45) == "weekly, 45 min"


@pytest.mark.parametrize(
    ("gone", "said"),
    [(-1, "today"), (0, "today"), (1, "1 day"), (16, "16 days"), (27, "27 days"), (28, "4 weeks"),
     (55, "7 weeks")],
)  # fmt: skip
def test_a_month_and_more_is_said_in_weeks(gone: int, said: str) -> None:
    assert words.ago(gone) == said


@pytest.mark.parametrize(
    ("things", "both", "one"),
    [
        ((), "", ""),
        (("a",), "a", "a"),
        (("a", "b"), "a and b", "a or b"),
        (("a", "b", "c"), "a, b and c", "a, b or c"),
    ],
)
def test_a_list_is_said_as_a_person_would(things: tuple[str, ...], both: str, one: str) -> None:
    assert (words.all_of(things), words.either(things)) == (both, one)
