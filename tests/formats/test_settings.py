"""What holds for the whole notebook."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.formats.settings import first, parse, put, week
from onestop.model.cadence import Away
from onestop.model.settings import VERSION, Settings
from yaml_texts import documents

many = settings(max_examples=examples(100), derandomize=True, deadline=None)


def test_everything_a_file_says_is_read() -> None:
    text = (
        "version: 1\nme: Sam\nname: Sam Okafor\nweek-hours: 32\ncommit: no\n"
        "away:\n  - {from: 2026-12-21, to: 2027-01-02}\n"
    )
    leave = Away(date(2026, 12, 21), date(2027, 1, 2))

    assert parse(text) == (Settings("sam", "Sam Okafor", 32 * 60, False, (leave,)), ())


def test_an_empty_file_marks_a_notebook_with_plain_settings() -> None:
    assert parse("") == (Settings(), ())


def test_a_newer_format_is_named_with_what_to_do() -> None:
    (problem,) = parse(f"# ours\nversion: {VERSION + 1}\n").problems

    assert (problem.code, problem.line, problem.column) == ("newer", 2, 10)
    assert problem.text == f"version: {VERSION + 1}"
    assert problem.hint.startswith("Update onestop")


@pytest.mark.parametrize("text", ["version: 1", "version:", "", "me: a"])
def test_this_format_and_none_are_fine(text: str) -> None:
    assert parse(text).problems == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [("version: x", "value"), ("week-hours: 0", "value"), ("commit: maybe", "value"),
     ("me: [a]", "value"), ("week_hours: 40", "key"), ("me: [", "yaml")],
)  # fmt: skip
def test_what_does_not_fit_is_named_and_keeps_its_default(text: str, code: str) -> None:
    found, problems = parse(text)

    assert found == Settings()
    assert [problem.code for problem in problems] == [code]


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("40", 2400), ("37.5", 2250), ("32.0", 1920), ("1", 60), ("168", 10080), ("0.5", None),
     ("168.5", None), ("37.25", None), ("37,5", None), ("37.", None), (".5", None), ("-8", None),
     ("٣", None), ("9" * 5000, None)],
)  # fmt: skip
def test_a_week_has_whole_or_half_hours(said: str, minutes: int | None) -> None:
    found, problems = parse(f"week-hours: {said}\n")

    assert week(said) == minutes
    assert (found.week_minutes, len(problems)) == (minutes or 2400, minutes is None)


def test_the_first_file_is_written_to_be_read() -> None:
    assert first(Settings("sam", "Sam Okafor")) == (
        "version: 1                  # format of this notebook\n"
        "me: sam                     # my handle in action items\n"
        'name: "Sam Okafor"\n'
        "week-hours: 40\n"
        "commit: true                # one git commit per command\n"
    )


@many
@given(st.from_regex(r"[a-z0-9][a-z0-9-]{0,30}[a-z0-9]", fullmatch=True), st.text(), st.booleans())
def test_the_first_file_reads_back(me: str, name: str, commit: bool) -> None:
    plain = " ".join(name.split())

    assert parse(first(Settings(me, plain, commit=commit))) == (
        Settings(me, plain, commit=commit),
        (),
    )


@many
@given(documents() | st.text())
def test_any_text_gives_settings(text: str) -> None:
    found = parse(text).value

    assert found.me
    assert 60 <= found.week_minutes <= 168 * 60


OURS = "# ours\r\nversion: 1\r\nme: sam\r\nname: 'Sam' # mine\r\nroom: 3\r\ncommit: yes\r\n"


def test_what_changed_is_written_and_nothing_else() -> None:
    now = parse(OURS).value

    assert put(OURS, now) == OURS
    assert put(OURS, now._replace(name="Sam: Okafor")) == OURS.replace("'Sam'", '"Sam: Okafor"')
    assert put(OURS, now._replace(week_minutes=32 * 60)) == f"{OURS}week-hours: 32\r\n"
    assert put(OURS, now._replace(week_minutes=2250)) == f"{OURS}week-hours: 37.5\r\n"
    assert put(OURS, now._replace(commit=False)) == OURS.replace("yes", "false")


@many
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=9),
    st.integers(2, 336).map(lambda halves: 30 * halves),
    st.booleans(),
)
def test_settings_that_were_put_read_back(name: str, minutes: int, commit: bool) -> None:
    now = Settings("sam", name, minutes, commit)

    for text in (OURS, first(Settings("sam")), "me: sam"):
        assert parse(put(text, now)) == (now, ())
