"""A quarter's objectives: what a file says, what is odd in it, and every edit."""

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.errors import Usage
from onestop.formats import header, okrs
from onestop.formats.parsed import CannotEdit
from onestop.model.okr import (
    COLUMNS,
    KINDS,
    ORIGINS,
    CheckIn,
    KeyResult,
    Milestone,
    Objective,
    Quarter,
)
from yaml_texts import anything, documents

many = settings(max_examples=examples(150), derandomize=True, deadline=None)
few = settings(max_examples=examples(40), derandomize=True, deadline=None)

DAY = date(2026, 11, 17)
Q4 = """\
quarter: 2026-Q4
objectives:
  - id: o1
    title: "Customers solve importer errors without us"
    kind: committed         # committed | aspirational
    supports: "team o2"
    origin: team
    agreed: 2026-10-06
    results:
      - id: o1-kr1          # in notes of this quarter
        title: "Importer tickets per week at most 20"
        start: 55
        target: 20
        lead: "error pages with a working fix link"
        status: doing
        since: 2026-10-06   # in this column
        mood: hopeful       # their own key
        checkins:
          - {date: 2026-11-17, now: 41, lead-now: 15, confidence: 6}
          - {date: 2026-11-10, now: 44, lead-now: 12, confidence: 8}
      - id: o1-kr2
        title: "The guide is used"
        milestones:
          - {title: "Draft", share: 0.3, done: 2026-10-20}
          - {title: "Linked", share: 0.7}
        carried-to: 2027-Q1
closed: 2026-12-14
"""


def parse(text: str, name: str = "2026-Q4") -> Quarter:
    return okrs.parse(text, name=name, path="q").value


def test_everything_a_file_says_is_read() -> None:
    quarter, problems = okrs.parse(Q4, name="2026-Q4", path="okrs/2026-Q4.yaml")

    assert problems == ()
    looks = (
        CheckIn(date(2026, 11, 10), 44, 12, 8, line=20),
        CheckIn(date(2026, 11, 17), 41, 15, 6, line=19),
    )
    steps = (Milestone("Draft", 0.3, date(2026, 10, 20)), Milestone("Linked", 0.7))
    agreed = date(2026, 10, 6)
    assert quarter == Quarter(
        "2026-Q4",
        (
            Objective(
                "o1", "Customers solve importer errors without us", "committed", "team o2", "team",
                agreed,
                (
                    KeyResult(
                        "o1-kr1", "Importer tickets per week at most 20", 55, 20,
                        "error pages with a working fix link", "doing", agreed, looks, line=10,
                    ),
                    KeyResult(
                        "o1-kr2", "The guide is used", milestones=steps, carried_to="2027-Q1",
                        line=21,
                    ),
                ),
                line=3,
            ),
        ),
        date(2026, 12, 14),
        "okrs/2026-Q4.yaml",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "quarter: 2026-Q4\n", "objectives:\n", "objectives: []\n"])
def test_a_quarter_without_objectives_is_a_matter_of_the_strict_check(text: str) -> None:
    quarter, problems = okrs.parse(text, name="2026-Q4", path="q")

    assert quarter == Quarter("2026-Q4", path="q")
    assert [(p.code, p.strict) for p in problems] == [("many-okrs", True)]


def test_the_file_name_decides_which_quarter_it_is() -> None:
    quarter, problems = okrs.parse(Q4, name="2026-Q3", path="q")

    assert quarter.name == "2026-Q3"
    assert problems[0].message == "quarter says 2026-Q4, the file name says 2026-Q3"


RESULT = "objectives:\n  - id: o1\n    title: A\n    results:\n      - {id: o1-kr1, title: B, %s}\n"


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("status: doing", "no target: it cannot be measured"),
        ("target: 3", "no start: the way to the target cannot be measured"),
        ("start: 1, target: 3, status: begun", 'status "begun" should be todo or doing or done'),
        ("start: 1, target: '1,5'", 'target "1,5" should be a number, such as 41 or 0.5'),
        ("start: 1, target: 2, targte: 2", "targte is not a key of a key result"),
        ("start: 1, target: 2, carried-to: spring", 'carried-to "spring" should be a quarter'),
        ("milestones: [{title: X}]", "this milestone has no share, so it is not read"),
        ("milestones: [{title: X, share: 2}]", 'share "2" should be a number from 0 to 1'),
        ("milestones: [{share: 1}]", "this milestone has no title"),
        ("start: 1, target: 2, checkins: [{now: 1}]", "this check-in has no date"),
        (
            "start: 1, target: 2, checkins: [{date: 2026-11-10, confidence: 4.5}]",
            'confidence "4.5" should be a whole number from 0 to 10',
        ),
    ],
)
def test_what_does_not_fit_is_named_once_with_its_place(said: str, message: str) -> None:
    (problem,) = okrs.parse(RESULT % said, name="2026-Q4", path="q").problems

    assert problem.message.startswith(message)
    assert problem.line == 5
    assert not problem.strict


def test_a_dropped_result_needs_no_measure() -> None:
    assert not okrs.parse(RESULT % "status: dropped", name="2026-Q4", path="q").problems


@pytest.mark.parametrize(
    ("ident", "message"),
    [
        ("", "this objective has no id"),
        ("id: 1st aim", 'this objective has the id "1st aim"'),
        ("id: 12", 'this objective has the id "12"'),
    ],
)
def test_an_objective_that_notes_cannot_name_is_shown_and_named(ident: str, message: str) -> None:
    result = "{id: x, title: B, start: 1, target: 2}"
    text = f'objectives:\n  - title: "A"\n    {ident}\n    results:\n      - {result}\n'
    quarter, problems = okrs.parse(text, name="2026-Q4", path="q")

    assert [p.message for p in problems] == [message]
    assert [(o.id, o.title) for o in quarter.objectives] == [("", "A")]


def test_an_id_used_twice_is_named_and_the_first_one_counts() -> None:
    text = RESULT % "start: 1, target: 2" + "      - {id: O1, title: C, start: 1, target: 2}\n"
    quarter, problems = okrs.parse(text, name="2026-Q4", path="q")

    assert [(p.code, p.line) for p in problems] == [("same-entry", 6)]
    assert [r.id for r in quarter.results] == ["o1-kr1", "o1"]
    assert "agreed: 2026-11-17" in okrs.agree(text, "o1", DAY)


@pytest.mark.parametrize(("objectives", "odd"), [(5, 0), (6, 1)])
def test_more_than_five_objectives_are_named_by_the_strict_check(objectives: int, odd: int) -> None:
    one = "  - {{id: o{n}, title: A, results: [{{id: o{n}-k, title: B, start: 1, target: 2}}]}}\n"
    text = "objectives:\n" + "".join(one.format(n=n) for n in range(1, objectives + 1))
    problems = okrs.parse(text, name="2026-Q4", path="q").problems

    assert [(p.strict, p.line) for p in problems] == [(True, 7)] * odd


@many
@given(documents() | anything | st.text())
def test_any_text_is_a_quarter(text: str) -> None:
    quarter, _ = okrs.parse(text, name="2026-Q4", path="q")

    assert quarter.name == "2026-Q4"


titles = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
numbers = st.one_of(
    st.integers(-(10**11), 10**11).map(float), st.integers(-(10**8), 10**8).map(lambda n: n / 100)
)
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))
milestones = st.builds(
    Milestone, titles, st.integers(1, 100).map(lambda n: n / 100), st.none() | days
)
measures = st.one_of(
    st.fixed_dictionaries({"start": numbers, "target": numbers}),
    st.fixed_dictionaries({"milestones": st.lists(milestones, min_size=1, max_size=3).map(tuple)}),
)
looks = st.builds(
    CheckIn, days, numbers, st.none() | numbers, st.none() | st.integers(0, 10), st.just(0)
)


@few
@given(titles, st.sampled_from(KINDS), st.sampled_from(("", *ORIGINS)), st.none() | days,
       titles, measures, st.sampled_from(COLUMNS), days, st.lists(looks, max_size=3))  # fmt: skip
def test_what_is_written_is_read_back(
    title: str, kind: str, origin: str, agreed: date | None, what: str,
    measure: dict[str, object], column: str, since: date, seen: list[CheckIn],
) -> None:  # fmt: skip
    aim = Objective("o1", title, kind, "", origin, agreed)
    result = KeyResult("o1-kr1", what, status=column, since=since, **measure)  # type: ignore[arg-type]
    text = okrs.add_objective(okrs.first("2026-Q4"), aim)
    text = okrs.add_result(text, "o1", result)
    by_day = {look.date: look for look in seen}
    for look in by_day.values():
        text = okrs.check_in(text, "o1-kr1", look)

    quarter, problems = okrs.parse(text, name="2026-Q4", path="q")
    (found,) = quarter.results
    assert [p for p in problems if not p.strict] == []
    assert quarter.objectives[0]._replace(results=(), line=0) == aim
    assert [look._replace(line=0) for look in found.checkins] == [
        by_day[day] for day in sorted(by_day)
    ]
    assert found._replace(checkins=(), line=0) == result


EDITS: dict[str, tuple[Callable[[str], str], set[str], set[str]]] = {
    "a check-in": (
        lambda t: okrs.check_in(t, "o1-kr1", CheckIn(date(2026, 11, 24), 38, None, 5)),
        set(),
        {"          - {date: 2026-11-24, now: 38, confidence: 5}"},
    ),
    "a second look at a day": (
        lambda t: okrs.check_in(t, "o1-kr1", CheckIn(DAY, 40.5)),
        {"          - {date: 2026-11-17, now: 41, lead-now: 15, confidence: 6}"},
        {"          - {date: 2026-11-17, now: 40.5, lead-now: 15, confidence: 6}"},
    ),
    "another column": (
        lambda t: okrs.move(t, "o1-kr1", "done", DAY),
        {"        status: doing", "        since: 2026-10-06   # in this column"},
        {"        status: done", "        since: 2026-11-17   # in this column"},
    ),
    "a milestone": (
        lambda t: okrs.reach(t, "o1-kr2", "Linked", DAY),
        {'          - {title: "Linked", share: 0.7}'},
        {'          - {title: "Linked", share: 0.7, done: 2026-11-17}'},
    ),
    "an agreement": (
        lambda t: okrs.agree(t, "o1", DAY),
        {"    agreed: 2026-10-06"},
        {"    agreed: 2026-11-17"},
    ),
    "a lead indicator": (
        lambda t: okrs.set_lead(t, "o1-kr2", "readers"),
        set(),
        {'        lead: "readers"'},
    ),
    "a carried result": (
        lambda t: okrs.carry(t, "o1-kr1", "2027-Q1"),
        set(),
        {"        carried-to: 2027-Q1"},
    ),
    "the end": (lambda t: okrs.close(t, DAY), {"closed: 2026-12-14"}, {"closed: 2026-11-17"}),
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", EDITS)
def test_an_edit_changes_its_lines_and_nothing_else(name: str, line_end: str) -> None:
    edit, gone, new = EDITS[name]
    after = edit(Q4.replace("\n", line_end))

    before_lines, after_lines = Counter(Q4.splitlines()), Counter(after.splitlines())
    assert after.count("\r\n") == (after.count("\n") if line_end == "\r\n" else 0)
    assert set(before_lines - after_lines) == gone
    assert set(after_lines - before_lines) == new
    assert not okrs.parse(after, name="2026-Q4", path="q").problems


def test_a_result_that_has_begun_comes_into_doing_with_its_first_number() -> None:
    text = RESULT % "start: 9, target: 3"
    after = okrs.check_in(text, "o1-kr1", CheckIn(DAY, 7), begun=True)

    (result,) = parse(after).results
    assert (result.status, result.since) == ("doing", DAY)
    assert result.checkins[0].now == 7


def test_an_edit_finds_its_entry_where_the_file_holds_others_that_are_none() -> None:
    text = "objectives:\n  - soon\n  - {id: O1, title: A}\n"

    assert "- {id: O1, title: A, agreed: 2026-11-17}" in okrs.agree(text, "o1", DAY)


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: okrs.agree(text, "o9", DAY),
        lambda text: okrs.agree(f"{text}x: 1\n".replace("  - id: o1\n", "  - x: 1\n"), "", DAY),
        lambda text: okrs.reach(text, "o1-kr2", "Draft", DAY),
        lambda text: okrs.agree(text.replace("  - id: o1\n", "  - title: A\n"), "o1", DAY),
        lambda text: okrs.agree(f"{text}[\n", "o1", DAY),
    ],
)
def test_an_edit_of_what_is_not_there_is_refused(edit: Callable[[str], str]) -> None:
    with pytest.raises(CannotEdit):
        edit(Q4)


def test_milestones_are_written_a_line_each() -> None:
    result = KeyResult("o1-kr1", "B", milestones=(Milestone("X", 0.5), Milestone("Y", 0.5, DAY)))
    text = okrs.add_result('objectives:\n  - {id: o1, title: "A"}\n', "o1", result)
    (read,) = parse(text).results

    assert read.milestones == result.milestones
    assert header.read(text).problems == ()


@pytest.mark.parametrize(
    ("said", "value"), [("41", 41), ("0.5", 0.5), ("-3", -3), ("+3", 3), (" 45 % ", 45)]
)
def test_a_number_is_typed_plainly(said: str, value: float) -> None:
    assert okrs.measured(said) == value


@pytest.mark.parametrize("said", ["", "1,5", "many", "1e9", "٣", "1.23456", "9" * 13, "nan", "inf"])
def test_what_is_no_number_is_refused(said: str) -> None:
    with pytest.raises(Usage):
        okrs.measured(said)


@pytest.mark.parametrize(("said", "value"), [("0", 0), ("10", 10), ("6/10", 6), (" 7 ", 7)])
def test_confidence_goes_from_0_to_10(said: str, value: int) -> None:
    assert okrs.confident(said) == value


@pytest.mark.parametrize("said", ["11", "-1", "4.5", "high", "", "٣", "006"])
def test_any_other_confidence_is_refused(said: str) -> None:
    with pytest.raises(Usage):
        okrs.confident(said)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("", None), ("  ", None), (",", None), ("-", None),
        ("41", CheckIn(DAY, 41)), ("41 6", CheckIn(DAY, 41, None, 6)),
        ("41, 6", CheckIn(DAY, 41, None, 6)), (", 6", CheckIn(DAY, None, None, 6)),
        ("- 6", CheckIn(DAY, None, None, 6)), ("0.5,6/10", CheckIn(DAY, 0.5, None, 6)),
    ],
)  # fmt: skip
def test_an_answer_is_a_number_and_a_confidence(said: str, found: CheckIn | None) -> None:
    assert okrs.checked(said, DAY) == found


@pytest.mark.parametrize(("said", "sure"), [("7", 7), (", 7", 7), ("", None), ("-", None)])
def test_a_result_with_milestones_has_a_confidence_alone(said: str, sure: int | None) -> None:
    found = okrs.checked(said, DAY, has_number=False)

    assert found == (None if sure is None else CheckIn(DAY, confidence=sure))


@pytest.mark.parametrize("said", ["41 6 8 9", "41 6 much", "41 eleven", "much", "41 11"])
def test_an_answer_that_is_neither_is_refused(said: str) -> None:
    with pytest.raises(Usage):
        okrs.checked(said, DAY)


def test_a_third_number_is_the_leading_one() -> None:
    assert okrs.checked("41 6 15", DAY) == CheckIn(DAY, 41, 15, 6)


def test_a_gauge_is_two_numbers_or_steps() -> None:
    assert okrs.gauge("55 20") == (55, 20, ())
    assert okrs.gauge("Draft=0.3, Published=0.7") == (
        None, None, (Milestone("Draft", 0.3), Milestone("Published", 0.7)),
    )  # fmt: skip


@pytest.mark.parametrize("said", ["55 20", "from 55 to 20", "55, 20", "55 -> 20"])
def test_a_way_is_two_numbers(said: str) -> None:
    assert okrs.way(said) == (55, 20)


@pytest.mark.parametrize("said", ["", "55", "55 20 3", "a b"])
def test_what_is_no_way_is_refused(said: str) -> None:
    with pytest.raises(Usage):
        okrs.way(said)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (["Draft=0.3", "Linked=0.7"], (Milestone("Draft", 0.3), Milestone("Linked", 0.7))),
        (["Draft", "Linked"], (Milestone("Draft", 0.5), Milestone("Linked", 0.5))),
        (["a=b=1"], (Milestone("a=b", 1),)),
        (["a=b"], (Milestone("a=b", 1),)),
    ],
)
def test_milestones_have_their_shares_or_even_ones(
    said: list[str], found: tuple[Milestone, ...]
) -> None:
    assert okrs.milestones(said) == found


@pytest.mark.parametrize("said", [["Draft=0.3", "Linked"], ["Draft=2"], ["Draft=0"], ["=0.3"]])
def test_milestones_that_cannot_be_weighed_are_refused(said: list[str]) -> None:
    with pytest.raises(Usage):
        okrs.milestones(said)


@pytest.mark.parametrize(
    ("said", "name"),
    [("Q4", "2026-Q4"), ("q1", "2026-Q1"), ("2027-q1", "2027-Q1"), ("Q5", None), ("fall", None),
     ("0000-Q1", None)],
)  # fmt: skip
def test_a_quarter_is_typed_with_or_without_its_year(said: str, name: str | None) -> None:
    assert okrs.quarter_name(said, DAY) == name
