"""Dates as people type them, ahead and back; what has two readings is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.errors import Usage
from onestop.formats import dates, days

TODAY = date(2026, 11, 24)
"""A Tuesday."""

DAYS = st.dates()
CLOSE = st.dates(date(1990, 1, 1), date(2090, 12, 31))
PARTS = st.sampled_from(
    [*"0123456789/.-+, ", "27", "31", "2026", "0000", "9999", "feb", "nov", "december", "fri",
     "sunday", "next ", "last ", "in ", " ago", "d", "w", "m", "today", "yesterday", "none", "th"]
)  # fmt: skip
TYPED = st.lists(PARTS, max_size=6).map("".join) | st.text()


def ahead(text: str, today: date = TODAY) -> str:
    day = dates.read(text, today)
    assert day is not None
    return day.isoformat()


def back(text: str, today: date = TODAY) -> str:
    return dates.past(text, today).isoformat()


def outcome(text: str, today: date, looks_ahead: bool) -> date | str:
    """The day that was read, or the words of the refusal; "" for `none`."""
    try:
        return dates.read(text, today, ahead=looks_ahead) or ""
    except Usage as refused:
        return str(refused)


def refusal(text: str, today: date = TODAY, *, ahead: bool = True) -> Usage:
    with pytest.raises(Usage) as refused:
        dates.read(text, today, ahead=ahead)
    assert refused.value.exit_code == 2
    assert refused.value.hint
    return refused.value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-27", "2026-11-27"),
        ("2026-1-5", "2026-01-05"),
        ("11-27", "2026-11-27"),
        ("11-24", "2026-11-24"),
        ("11-23", "2027-11-23"),
        ("27 nov", "2026-11-27"),
        ("nov 27", "2026-11-27"),
        ("27th November", "2026-11-27"),
        ("1st dec", "2026-12-01"),
        ("27. nov.", "2026-11-27"),
        ("Sept 3", "2027-09-03"),
        ("Nov 27, 2028", "2028-11-27"),
        ("27 nov 2025", "2025-11-27"),
        ("23 nov", "2027-11-23"),
        ("today", "2026-11-24"),
        ("Tomorrow", "2026-11-25"),
        ("yesterday", "2026-11-23"),
        ("wed", "2026-11-25"),
        ("FRI", "2026-11-27"),
        ("mon", "2026-11-30"),
        ("tue", "2026-12-01"),
        ("thurs.", "2026-11-26"),
        ("Sunday", "2026-11-29"),
        ("+0d", "2026-11-24"),
        ("+3d", "2026-11-27"),
        ("+2w", "2026-12-08"),
        ("+1m", "2026-12-24"),
        ("in 10 days", "2026-12-04"),
        ("in 1 week", "2026-12-01"),
        ("+2 months", "2027-01-24"),
        ("3d ago", "2026-11-21"),
        ("  27   NOV ", "2026-11-27"),
    ],
)
def test_what_is_planned_looks_ahead(text: str, day: str) -> None:
    assert ahead(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-20", "2026-11-20"),
        ("11-24", "2026-11-24"),
        ("11-20", "2026-11-20"),
        ("20 nov", "2026-11-20"),
        ("may 31st", "2026-05-31"),
        ("27 nov 2025", "2025-11-27"),
        ("today", "2026-11-24"),
        ("yesterday", "2026-11-23"),
        ("tue", "2026-11-24"),
        ("last tue", "2026-11-17"),
        ("fri", "2026-11-20"),
        ("last friday", "2026-11-20"),
        ("wed", "2026-11-18"),
        ("3d ago", "2026-11-21"),
        ("2 weeks ago", "2026-11-10"),
        ("1m ago", "2026-10-24"),
    ],
)
def test_what_happened_looks_back(text: str, day: str) -> None:
    assert back(text) == day


def test_a_month_that_is_too_short_ends_on_its_last_day() -> None:
    assert ahead("+1m", date(2026, 1, 31)) == "2026-02-28"
    assert ahead("+1m", date(2028, 1, 31)) == "2028-02-29"
    assert back("1m ago", date(2026, 3, 31)) == "2026-02-28"
    assert ahead("+1m", date(2026, 12, 31)) == "2027-01-31"
    assert back("12m ago", date(2028, 2, 29)) == "2027-02-28"


def test_the_29th_of_february_waits_for_its_year() -> None:
    assert ahead("29 feb") == ahead("02-29") == "2028-02-29"
    assert ahead("29 feb", date(2096, 3, 1)) == "2104-02-29"
    assert back("29 feb", date(2028, 3, 1)) == "2028-02-29"


def test_the_turn_of_the_year_is_crossed_in_both_directions() -> None:
    assert ahead("3 jan", date(2026, 12, 30)) == "2027-01-03"
    assert back("30 dec", date(2027, 1, 3)) == "2026-12-30"
    assert back("mon", date(2027, 1, 1)) == "2026-12-28"


def test_none_and_next_are_for_what_is_planned() -> None:
    meeting = date(2026, 12, 1)

    assert dates.read(" None ", TODAY) is None
    assert dates.read("NEXT", TODAY, next_on=meeting) == meeting
    assert '"next" is not a date' in str(refusal("next"))
    assert '"none" is not a date' in str(refusal("none", ahead=False))
    with pytest.raises(Usage):
        dates.read("next", TODAY, ahead=False, next_on=meeting)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("3/4", '"3/4" can be 2027-03-04 (4 Mar) or 2027-04-03 (3 Apr).'),
        ("3.4.", '"3.4." can be 2027-03-04 (4 Mar) or 2027-04-03 (3 Apr).'),
        ("12/1", '"12/1" can be 2026-12-01 (1 Dec) or 2027-01-12 (12 Jan).'),
        ("3/4/2027", '"3/4/2027" can be 2027-03-04 (4 Mar) or 2027-04-03 (3 Apr).'),
        ("3.4.27", '"3.4.27" can be 2027-03-04 (4 Mar) or 2027-04-03 (3 Apr).'),
        ("27/11", '"27/11" can be 2026-11-27 (27 Nov).'),
        ("29/2", '"29/2" can be 2028-02-29 (29 Feb).'),
        ("next fri", '"next fri" can be 2026-11-27 (27 Nov) or 2026-12-04 (4 Dec).'),
        ("Next Tuesday", '"Next Tuesday" can be 2026-12-01 (1 Dec) or 2026-12-08 (8 Dec).'),
    ],
)
def test_what_has_two_readings_is_refused_with_both(text: str, message: str) -> None:
    assert str(refusal(text)) == message


def test_two_readings_look_back_where_it_happened() -> None:
    said = str(refusal("3/4", ahead=False))

    assert said == '"3/4" can be 2026-03-04 (4 Mar) or 2026-04-03 (3 Apr).'


@pytest.mark.parametrize(
    "text",
    ["2026-02-30", "2026-13-01", "0000-01-01", "02-30", "13-01", "31 feb", "32 dec", "nov 0",
     "29 feb 2026", "27 nov 0000", "30/30", "99.99.2026"],
)  # fmt: skip
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    assert str(refusal(text)) == f'"{text}" is a day that does not exist.'
    assert str(refusal(text, ahead=False)) == f'"{text}" is a day that does not exist.'


@pytest.mark.parametrize(
    "text",
    ["", " ", "soon", "2w", "3 days", "in 3 days ago", "+3d ago", "+1y", "27", "27 nov 26", "nov",
     "november rain", "x nov", "last fri", "now", "tom", "2026", "2026-11-27T10:00", "20261127",
     "friday 13", "+", "ago", "1d fri", "½ nov"],
)  # fmt: skip
def test_other_words_are_no_date_and_the_hint_shows_the_forms(text: str) -> None:
    refused = refusal(text)

    assert (str(refused), refused.hint) == (f'"{text}" is not a date.', dates.HINT)


@pytest.mark.parametrize("text", ["tomorrow", "+1d", "2026-11-25", "27 nov 2026", "in 2 weeks"])
def test_what_happened_is_never_still_to_come(text: str) -> None:
    assert "still to come" in str(refusal(text, ahead=False))


@pytest.mark.parametrize("text", ["27 nov", "11-27", "nov 27th"])
def test_a_day_that_seems_to_be_of_last_year_needs_its_year(text: str) -> None:
    assert str(refusal(text, ahead=False)) == f'"{text}" was last on 2025-11-27, 362 days ago.'


@pytest.mark.parametrize("today", [date.min, date(1, 1, 7), date(9999, 12, 1), date.max], ids=str)
@pytest.mark.parametrize("text", ["tomorrow", "next fri", "+999m", "999m ago", "3/4", "29 feb"])
def test_the_ends_of_the_calendar_are_refused_like_any_other_day(text: str, today: date) -> None:
    for looks_ahead in (True, False):
        found = outcome(text, today, looks_ahead)
        assert isinstance(found, date) or text in found


@settings(max_examples=examples(400), derandomize=True)
@given(TYPED, DAYS, st.booleans())
def test_no_text_raises_anything_but_usage(text: str, today: date, looks_ahead: bool) -> None:
    found = outcome(text, today, looks_ahead)

    if isinstance(found, date):
        assert looks_ahead or found <= today
    else:
        assert text in found or text.strip().lower() == "none"


@settings(max_examples=examples(100), derandomize=True)
@given(CLOSE, st.sampled_from(["mon", "tuesday", "Weds", "THU", "fri", "sat.", "sunday"]))
def test_a_weekday_ahead_is_in_the_coming_week_and_back_in_the_last(today: date, text: str) -> None:
    coming, gone = dates.read(text, today), dates.past(text, today)

    assert coming is not None
    assert coming.weekday() == gone.weekday() == days.weekday(text)
    assert 1 <= (coming - today).days <= 7
    assert 0 <= (today - gone).days <= 6
    assert (coming - gone).days == 7


@settings(max_examples=examples(200), derandomize=True)
@given(CLOSE, CLOSE)
def test_every_way_to_write_a_day_means_that_day(day: date, today: date) -> None:
    month = days.MONTHS[day.month - 1]

    for text in (
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
    ):
        assert dates.read(text, today) == day
    assert days.iso(day.isoformat()) == day


@settings(max_examples=examples(200), derandomize=True)
@given(CLOSE, CLOSE)
def test_without_its_year_a_day_is_the_nearest_one(day: date, today: date) -> None:
    assume((day.month, day.day) != (2, 29))

    for text in (f"{day.month:02}-{day.day:02}", f"{day.day} {days.MONTHS[day.month - 1]}"):
        coming = dates.read(text, today)
        assert coming is not None
        assert (coming.month, coming.day) == (day.month, day.day)
        assert 0 <= (coming - today).days <= 366


@settings(max_examples=examples(200), derandomize=True)
@given(CLOSE, st.integers(-500, 500))
def test_months_are_added_without_leaving_the_month(day: date, months: int) -> None:
    moved = dates.add_months(day, months)

    assert moved.year * 12 + moved.month == day.year * 12 + day.month + months
    assert moved.day == day.day or (moved + timedelta(days=1)).day == 1
    assert moved.day <= day.day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("fri", "2026-11-27"),
        (" Fri. ", "2026-11-27"),
        ("2026-12-01", "2026-12-01"),
        ("2026-11-01", "2026-11-01"),
        ("1 nov 2026", "2026-11-01"),
        ("11-27", "2026-11-27"),
        ("27 nov", "2026-11-27"),
        ("today", "2026-11-24"),
        ("in 2 weeks", "2026-12-08"),
    ],
)
def test_the_end_of_a_sentence_can_be_a_date(text: str, day: str) -> None:
    assert dates.maybe(text, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    ["Dana", "eggs", "", "now", "Tom", "none", "next", "1.2", "3.11", "3.2.10", "2-4", "1-12",
     "12-1", "13-45", "50/50", "yesterday", "3 days ago", "20 of them", "May", "2026", "10:30"],
)  # fmt: skip
def test_other_ends_of_a_sentence_are_no_date(text: str) -> None:
    assert dates.maybe(text, TODAY) is None


@pytest.mark.parametrize(
    "text", ["3/4", "next fri", "3.4.2026", "31 feb", "2026-02-30", "24/12", "99.99.2026"]
)
def test_an_end_that_must_be_a_date_and_cannot_is_refused(text: str) -> None:
    with pytest.raises(Usage, match=r"can be|does not exist"):
        dates.maybe(text, TODAY)


@settings(max_examples=examples(300), derandomize=True)
@given(TYPED, DAYS)
def test_the_end_of_a_sentence_means_what_it_means_alone(text: str, today: date) -> None:
    try:
        day = dates.maybe(text, today)
    except Usage:
        day = None
        refusal(text, today)
    assert day is None or day == dates.read(text, today)


@pytest.mark.parametrize(
    "text",
    ["2026-2-03", "2026-02-30", "2026-W48-2", "20261127", "2026/11/27", " 2026-11-2", "",
     "٢٠٢٦-١١-٢٧", "2026-11-27 ", "0000-01-01", "2026-1--1"],
)  # fmt: skip
def test_files_hold_dates_in_one_form_only(text: str) -> None:
    assert days.iso(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("mon", 0), ("Tues", 1), ("WEDS.", 2), ("thur", 3), ("thurs", 3), ("friday", 4), ("sun", 6)],
)
def test_a_weekday_counts_from_monday(text: str, number: int) -> None:
    assert days.weekday(text) == number


def test_every_month_and_weekday_has_its_short_and_its_long_name() -> None:
    for number in range(1, 13):
        first = date(2027, number, 1)
        assert ahead(f"1 {first:%b} 2027") == ahead(f"{first:%B} 1, 2027") == first.isoformat()
    for number in range(7):
        day = TODAY + timedelta(number)
        assert days.weekday(f"{day:%a}") == days.weekday(f"{day:%A}") == day.weekday()


@pytest.mark.parametrize("text", ["", ".", "m", "mo", "monda", "sunny", "weekday", "next fri"])
def test_other_words_are_no_weekday(text: str) -> None:
    assert days.weekday(text) is None
