"""Grades, falls of confidence, silence, tags, and what goes on in the next quarter."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.insight import grades, okrs, quarters
from onestop.model.action import ActionItem, State
from onestop.model.folder import Folder
from onestop.model.meeting import Bullet, Meeting, Mention, Moment
from onestop.model.okr import CheckIn, KeyResult, Milestone, Objective, Quarter
from onestop.model.person import Person
from onestop.model.topic import Topic

many = settings(max_examples=examples(150), derandomize=True, deadline=None)

TODAY = date(2026, 11, 24)
OCT = date(2026, 10, 6)
SOME = Bullet("Wins", "x", tags=("share-early",))


def look(day: int, now: float | None = None, sure: int | None = None) -> CheckIn:
    return CheckIn(date(2026, 11, day), now, None, sure)


def tickets(*looks: CheckIn, **other: object) -> KeyResult:
    return KeyResult("o1-kr1", "Tickets", 55, 20, checkins=looks, **other)  # type: ignore[arg-type]


def quarter(*results: KeyResult, name: str = "2026-Q4", ident: str = "o1") -> Quarter:
    return Quarter(name, (Objective(ident, "Aim", results=results),))


def folder(*own: Quarter, notes: tuple[Meeting, ...] = (), **other: object) -> Folder:
    return Folder(Person("alice", "Alice"), meetings=notes, okrs=own, **other)  # type: ignore[arg-type]


def note(day: date, *bullets: Bullet, state: str = "held", **other: object) -> Meeting:
    path = f"m/{day.isoformat()}.md"
    return Meeting("alice", day, path, state=state, bullets=bullets, **other)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("result", "grade"),
    [
        (tickets(), None),
        (tickets(look(10, sure=5)), None),
        (tickets(look(10, 55)), 0.0),
        (tickets(look(10, 44)), 11 / 35),
        (tickets(look(10, 44), look(17, 41)), 0.4),
        (tickets(look(10, 44), look(17, sure=3)), 11 / 35),
        (tickets(look(10, 20)), 1.0),
        (tickets(look(10, 5)), 1.0),
        (tickets(look(10, 70)), 0.0),
        (KeyResult("k", "At least 99", 99, 99), 1.0),
        (KeyResult("k", "No start", None, 9, checkins=(look(10, 3),)), None),
        (KeyResult("k", "Nothing"), None),
        (KeyResult("k", "Steps", milestones=(Milestone("a", 0.3), Milestone("b", 0.7))), None),
        (KeyResult("k", "Steps", milestones=(Milestone("a", 0.3, OCT), Milestone("b", 0.7))), 0.3),
        (KeyResult("k", "Half", milestones=(Milestone("a", 0.2, OCT), Milestone("b", 0.2))), 0.5),
        (
            KeyResult("k", "Seen", milestones=(Milestone("a", 1.0),), checkins=(look(10, sure=5),)),
            0.0,
        ),
    ],
)
def test_a_grade_is_the_share_of_the_way(result: KeyResult, grade: float | None) -> None:
    assert grades.grade(result) == (None if grade is None else pytest.approx(grade))


@many
@given(st.floats(-1000, 1000), st.floats(-1000, 1000), st.lists(st.floats(-2000, 2000), max_size=3))
def test_a_grade_is_between_0_and_1(start: float, target: float, now: list[float]) -> None:
    looks = tuple(CheckIn(OCT + timedelta(n), number) for n, number in enumerate(now))
    found = grades.grade(KeyResult("k", "t", start, target, checkins=looks))

    assert found is None if not now and start != target else 0 <= (found or 0.0) <= 1


@pytest.mark.parametrize(
    ("grade", "word"),
    [(0, "low"), (0.394, "low"), (0.4, "fair"), (0.69, "fair"), (0.7, "good"), (1, "good"),
     (0.1 + 0.2 + 0.4, "good"), (0.399, "fair")],
)  # fmt: skip
def test_a_grade_has_a_word_that_fits_the_number_shown(grade: float, word: str) -> None:
    assert grades.word(grade) == word


def test_an_objective_is_the_mean_of_its_results_without_the_dropped_ones() -> None:
    half, whole = tickets(look(10, 37.5)), tickets(look(10, 20))
    dropped = tickets(look(10, 55), status="dropped")

    assert grades.grade_objective(Objective("o1", "A", results=(half, whole, dropped))) == 0.75
    assert grades.grade_objective(Objective("o1", "A", results=(tickets(), dropped))) is None
    assert grades.grade_objective(Objective("o1", "A", results=(tickets(), whole))) == 1.0


@pytest.mark.parametrize(
    ("kind", "now", "is_reached"),
    [("committed", 20, True), ("committed", 20.1, True), ("committed", 21, False),
     ("aspirational", 30.5, True), ("aspirational", 31, False), ("aspirational", 20, True)],
)  # fmt: skip
def test_committed_expects_all_and_aspirational_about_seven_tenths(
    kind: str, now: float, is_reached: bool
) -> None:
    objective = Objective("o1", "A", kind, results=(tickets(look(10, now)),))

    assert grades.reached(objective) == is_reached


def test_what_nobody_looked_at_was_not_reached() -> None:
    whole = tickets(look(10, 20))

    assert not grades.reached(Objective("o1", "A", results=(whole, tickets())))
    assert not grades.reached(Objective("o1", "A"))


@pytest.mark.parametrize(
    ("said", "fall"),
    [
        ([], None), ([8], None), ([8, 7], None), ([8, 6], (8, 6, 1)), ([8, 6, 6], None),
        ([6, 8], None), ([9, 8, 4], (8, 4, 2)), ([8, None, 6], (8, 6, 1)),
    ],
)  # fmt: skip
def test_a_fall_is_two_or_more_between_the_last_two_that_were_asked(
    said: list[int | None], fall: tuple[int, int, int] | None
) -> None:
    result = tickets(*(look(n, 44, sure) for n, sure in enumerate(said, 1)))
    found = grades.confidence_fall(result)

    assert (found and (found.before, found.now, found.since.day)) == fall


def test_falls_of_the_team_come_first_and_closed_results_are_over() -> None:
    fallen = (look(10, 44, 8), look(17, 41, 6))
    own = quarter(tickets(*fallen), tickets(*fallen, status="done"))
    here = folder(own, team_okrs=(quarter(tickets(*fallen)),))
    manager = here._replace(person=Person("alice", "Alice", manages=True))

    assert [fall.tag for fall in okrs.falls(here, TODAY)] == ["o1-kr1"]
    assert [fall.tag for fall in okrs.falls(manager, TODAY)] == ["team-o1-kr1", "o1-kr1"]


def test_the_current_quarter_is_the_one_of_today_or_the_last_that_is_open() -> None:
    q3, q4, q1 = (Quarter(name) for name in ("2026-Q3", "2026-Q4", "2027-Q1"))
    closed3, closed4 = q3._replace(closed=TODAY), q4._replace(closed=TODAY)

    assert okrs.current((q3, q4, q1), TODAY) == q4
    assert okrs.current((q3, q1), TODAY) == q3
    assert okrs.current((closed3, q1), TODAY) is None
    assert okrs.current((q3, closed4), TODAY) == closed4
    assert okrs.current((closed4, q1), TODAY) == q1
    assert okrs.current((), TODAY) is None


TUESDAYS = [date(2026, 11, day) for day in (3, 10, 17)]


def silent(result: KeyResult, *notes: Meeting, **other: object) -> bool:
    return bool(okrs.silent(folder(quarter(result), notes=notes, **other), TODAY))


def test_a_result_is_silent_when_three_meetings_did_not_mention_it() -> None:
    notes = [note(day, SOME) for day in TUESDAYS]

    assert silent(tickets(), *notes)
    assert not silent(tickets(), *notes[1:])
    assert not silent(tickets(), *notes[1:], note(TODAY, state="planned"))
    assert not silent(tickets(status="done"), *notes)
    assert not silent(tickets(since=TUESDAYS[1]), *notes)


@pytest.mark.parametrize("tag", ["o1-kr1", "o1", "O1-KR1"])
def test_a_tag_on_any_line_of_a_note_mentions_it(tag: str) -> None:
    action = ActionItem("c5wk", State.OPEN, "sam", "x", tags=(tag,), path="m")
    lines: list[dict[str, object]] = [
        {"bullets": (Bullet("Wins", "x", tags=(tag,)),)},
        {"topics": (Topic("", "alice", "x", tags=(tag,)),)},
        {"moments": (Moment(":-)", "x", tags=(tag,)),)},
        {"actions": (action,)},
    ]
    for more in lines:
        first = Meeting("alice", TUESDAYS[0], "m", **more)  # type: ignore[arg-type]
        assert not silent(tickets(), first, *(note(day) for day in TUESDAYS[1:]))
    mention = note(TUESDAYS[0], mentions=(Mention("c5wk", False, 9),))
    rest = [note(day) for day in TUESDAYS[1:]]
    assert not silent(tickets(), mention, *rest, actions=(action,))
    assert silent(tickets(), mention, *rest)


def test_a_check_in_since_the_first_of_the_three_is_a_mention() -> None:
    notes = [note(day, SOME) for day in TUESDAYS]

    assert not silent(tickets(look(3, 50)), *notes)
    earlier = CheckIn(date(2026, 10, 20), 50)
    assert silent(tickets(earlier), *notes)


def test_notes_of_another_quarter_do_not_count() -> None:
    notes = [note(date(2026, 9, day), SOME) for day in (15, 22, 29)]

    assert not silent(tickets(), *notes, note(TUESDAYS[0]))


def test_the_stalest_result_is_the_one_nobody_looked_at_for_longest() -> None:
    fresh, old = tickets(look(17, 41)), KeyResult("o1-kr2", "Guide", 0, 9, checkins=(look(3, 1),))
    never = KeyResult("o1-kr3", "Never", 0, 9)

    def stalest(*results: KeyResult) -> str | None:
        found = okrs.stalest(folder(quarter(*results)), TODAY)
        return found and found.tag

    assert stalest(fresh, old, never) == "o1-kr3"
    assert stalest(fresh, old) == "o1-kr2"
    assert stalest(fresh, old._replace(status="dropped")) == "o1-kr1"
    assert stalest() is None


@pytest.mark.parametrize(
    ("tag", "whole"),
    [
        ("o1", None), ("o2", "o2-kr1"), ("o2-k", "o2-kr1"), ("O2", "o2-kr1"),
        ("o1-kr1", "o1-kr1"), ("o1-kr10", "o1-kr10"), ("o1-kr", None), ("o3", "o3-kr2"),
        ("o3-kr1", "o3-kr1"), ("o", None), ("x", None), ("", None), ("share-early", None),
    ],
)  # fmt: skip
def test_a_tag_expands_where_it_fits_one_open_result(tag: str, whole: str | None) -> None:
    def aim(ident: str, *results: KeyResult) -> Objective:
        return Objective(ident, "A", results=results)

    one, ten = KeyResult("o1-kr1", "A", 0, 1), KeyResult("o1-kr10", "B", 0, 1)
    two, open_three = KeyResult("o2-kr1", "C", 0, 1), KeyResult("o3-kr2", "D", 0, 1)
    done = KeyResult("o3-kr1", "E", 0, 1, status="done")
    here = Quarter("2026-Q4", (aim("o1", one, ten), aim("o2", two), aim("o3", done, open_three)))

    assert okrs.expand(tag, folder(here), TODAY) == whole


def test_a_tag_of_the_team_says_so() -> None:
    here = folder(quarter(tickets()), team_okrs=(quarter(tickets()),))
    manager = here._replace(person=Person("alice", "Alice", manages=True))

    assert okrs.expand("team-o1", manager, TODAY) == "team-o1-kr1"
    assert okrs.expand("o1", manager, TODAY) == "o1-kr1"
    assert okrs.expand("team-o1", here, TODAY) is None


def test_the_first_new_number_shows_that_a_result_has_begun() -> None:
    assert grades.begins(tickets(), 50)
    assert not grades.begins(tickets(), 55)
    assert not grades.begins(tickets(), None)
    assert not grades.begins(tickets(status="dropped"), 50)


def test_a_quarter_that_is_over_waits_to_be_closed_while_something_is_open() -> None:
    q3 = quarter(tickets(), name="2026-Q3")
    done = quarter(tickets(status="done"), name="2026-Q2")

    found = quarters.unclosed((done, q3, quarter(tickets())), TODAY)
    assert found == (q3,)
    assert quarters.unclosed((q3._replace(closed=TODAY),), TODAY) == ()


def test_what_is_carried_begins_where_it_is_and_keeps_its_id() -> None:
    steps = (Milestone("Draft", 0.3, OCT), Milestone("Linked", 0.7))
    guide = KeyResult("o1-kr2", "Guide", milestones=steps, status="doing", since=OCT)
    old = quarter(tickets(look(10, 44), look(17, sure=6), lead="pages"), guide)
    (one,) = quarters.onward(old, ["o1-kr1", "o1-kr2"], Quarter("2027-Q1"), TODAY)

    assert one.is_new
    assert one.objective == Objective("o1", "Aim")
    assert one.before == ("o1-kr1", "o1-kr2")
    assert one.results == (
        KeyResult("o1-kr1", "Tickets", 44, 20, "pages", since=TODAY),
        KeyResult("o1-kr2", "Guide", milestones=steps[1:], status="doing", since=TODAY),
    )


def test_what_is_carried_goes_under_its_objective_or_a_new_one_with_free_ids() -> None:
    other = Quarter("2027-Q1", (Objective("o1", "Another aim"),))
    (one,) = quarters.onward(quarter(tickets()), ["o1-kr1"], other, TODAY)
    assert (one.is_new, one.objective.id, one.results[0].id) == (True, "o2", "o2-kr1")

    there = quarter(KeyResult("o1-kr1", "Something else", 0, 1), name="2027-Q1")
    (one,) = quarters.onward(quarter(tickets()), ["o1-kr1"], there, TODAY)
    assert (one.is_new, one.objective.id, one.results[0].id) == (False, "o1", "o1-kr2")

    (one,) = quarters.onward(quarter(tickets()), ["o1-kr1"], quarter(tickets()), TODAY)
    assert one.results == ()
    assert quarters.onward(quarter(tickets()), [], Quarter("2027-Q1"), TODAY) == ()


def test_new_ids_follow_the_highest() -> None:
    two = Quarter("2026-Q4", (Objective("o7", "A"), Objective("aim", "B")))
    first = Objective("o1", "A", results=(KeyResult("o1-kr3", "X"), KeyResult("x", "Y")))

    assert quarters.new_objective_id(two) == "o8"
    assert quarters.new_objective_id(Quarter("2026-Q4")) == "o1"
    assert quarters.new_result_id(first) == "o1-kr4"


def test_a_small_share_is_low_only_from_the_middle_of_a_quarter_on() -> None:
    early, middle = date(2026, 11, 15), date(2026, 11, 16)

    assert quarters.is_early(Quarter("2026-Q4"), early)
    assert not quarters.is_early(Quarter("2026-Q4"), middle)
    assert not quarters.is_early(Quarter("2026-Q4", closed=early), early)
    words = [[grades.word(g, early=e) for g in (0.39, 0.4, 0.7)] for e in (True, False)]
    assert words == [["so far", "fair", "good"], ["low", "fair", "good"]]


def test_the_end_of_a_tag_will_do_where_one_alone_has_it() -> None:
    own, other = tickets(), KeyResult("o2-kr2", "Talks")
    alone = folder(quarter(own, other))
    both = alone._replace(team_okrs=(quarter(own),), person=Person("alice", "Alice", manages=True))

    assert okrs.expand("kr1", alone, TODAY) == "o1-kr1"
    assert okrs.expand("kr3", alone, TODAY) is None
    assert okrs.expand("1", alone, TODAY) is None
    assert okrs.expand("kr1", both, TODAY) is None
    assert okrs.expand("kr2", both, TODAY) == "o2-kr2"
    assert okrs.expand("team-kr1", both, TODAY) == "team-o1-kr1"
    assert okrs.expand("team-kr2", both, TODAY) is None
