"""The two rules of a manager's week, by numbers worked out by hand."""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from books import TODAY
from fuzz import examples
from onestop.insight.load import IMPOSSIBLE, OVER, PUSHING, WELL, Load, View, load, view
from onestop.model.cadence import BIWEEKLY, MONTHLY, WEEKLY, Away, Cadence
from onestop.model.folder import Folder
from onestop.model.meeting import HELD, PLANNED, SKIPPED, Meeting
from onestop.model.person import Person
from onestop.model.settings import Settings
from onestop.model.topic import Topic

WEEK = Settings(week_minutes=40 * 60)


def team(count: int, minutes: int = 30, cadence: Cadence = WEEKLY) -> list[Person]:
    return [Person(f"p{n}", f"P {n}", minutes=minutes, cadence=cadence) for n in range(count)]


def numbers(found: Load) -> tuple[float, float, int]:
    return found.minutes, found.share, found.span


def test_seven_half_hours_a_week_are_fine() -> None:
    found = load(team(7), WEEK)

    assert numbers(found) == (210, 0.0875, 7)
    assert not found.too_much_time
    assert not found.too_many_people


def test_eight_hours_of_forty_are_exactly_a_fifth_and_not_over() -> None:
    found = load(team(8, minutes=60), WEEK)

    assert numbers(found) == (480, 0.2, 8)
    assert found.is_a_fifth
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
    found = load(team(52, minutes=60, cadence=MONTHLY), Settings(week_minutes=60 * 60))

    assert found.minutes == 720
    assert found.is_a_fifth
    assert not found.too_much_time
    assert load(team(53, minutes=60, cadence=MONTHLY), Settings(week_minutes=60 * 60)).too_much_time


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

    assert numbers(load([*team(2), *gone], WEEK)) == (60, 0.025, 2)


def test_a_shorter_week_is_full_earlier() -> None:
    assert not load(team(7), Settings(week_minutes=20 * 60)).too_much_time
    assert load(team(7), Settings(week_minutes=17 * 60)).too_much_time


def test_nobody_is_no_load() -> None:
    assert numbers(load([], WEEK)) == (0, 0, 0)


@pytest.mark.parametrize(
    ("count", "verdict"),
    [(0, WELL), (6, WELL), (7, WELL), (8, PUSHING), (9, OVER), (10, IMPOSSIBLE), (15, IMPOSSIBLE)],
)
def test_seven_work_well_eight_push_the_limits_nine_are_over_and_ten_impossible(
    count: int, verdict: str
) -> None:
    assert load(team(count), WEEK).verdict == verdict


def test_preparation_comes_with_each_meeting_however_long_it_is() -> None:
    assert load(team(7), WEEK, overhead=15).minutes == 7 * 45
    assert load(team(2, minutes=60, cadence=BIWEEKLY), WEEK, overhead=15).minutes == 75
    assert load(team(13, cadence=MONTHLY), WEEK, overhead=15).minutes == 13 * 45 * 12 / 52


CADENCES = st.one_of(
    st.just(MONTHLY), st.integers(1, 366).map(lambda days: Cadence(days, f"every {days} days"))
)
PEOPLE = st.lists(
    st.builds(lambda c, m: Person("p", "P", cadence=c, minutes=m), CADENCES, st.integers(1, 999)),
    max_size=12,
)


@settings(derandomize=True, max_examples=examples(200))
@given(PEOPLE, st.integers(1, 80))
def test_the_rule_of_a_fifth_is_exact_for_every_rhythm(people: list[Person], hours: int) -> None:
    weekly = [
        p.minutes * (Fraction(12, 52) if p.cadence == MONTHLY else Fraction(7, p.cadence.days))
        for p in people
    ]
    found = load(people, Settings(week_minutes=hours * 60))

    assert Fraction(found.parts, found.whole) == sum(weekly)
    assert found.too_much_time == (sum(weekly) > hours * 12)
    assert found.is_a_fifth == (sum(weekly) == hours * 12)


ALICE = Person("alice", "Alice Moreau", added=date(2026, 1, 5))


def note(
    days_ago: int, minutes: int | None = None, *, state: str = HELD, topics: int = 9
) -> Meeting:
    day = TODAY - timedelta(days=days_ago)
    path = f"{day}.md"
    every = tuple(Topic("", "alice", "Rota", path=path, line=n) for n in range(topics))
    return Meeting("alice", day, path, state=state, minutes=minutes, topics=every)


def look(
    *meetings: Meeting,
    person: Person = ALICE,
    weeks: int = 12,
    mine: tuple[Away, ...] = (),
    changed: Mapping[str, Person | None] | None = None,
) -> View:
    week = WEEK._replace(away=mine)
    folder = Folder(person, meetings=tuple(sorted(meetings, key=lambda m: m.date)))
    return view([folder], week, TODAY, weeks=weeks, overhead=15, changed=changed or {})


def test_what_was_held_is_counted_by_the_minutes_of_its_note_or_the_planned_ones() -> None:
    found = look(note(1, 45), note(8), note(15, 20), note(2, state=PLANNED), note(9, state=SKIPPED))
    (each,) = found.everybody

    assert (each.planned, each.held) == (30, (3, 95, 84))
    assert found.held == each.held.a_week == pytest.approx(95 / 12)


def test_only_the_last_weeks_count_to_the_day() -> None:
    held = look(note(0), note(27), note(28), note(-1), weeks=4).everybody[0].held

    assert held == (2, 60, 28)


def test_leave_of_either_side_is_not_counted_against_them() -> None:
    theirs = Away(TODAY - timedelta(days=20), TODAY - timedelta(days=7))
    mine = Away(TODAY - timedelta(days=27), TODAY - timedelta(days=14))
    found = look(
        note(1, 30), note(28, 30), person=ALICE._replace(away=(theirs,)), mine=(mine,), weeks=6
    )

    assert found.everybody[0].held == (2, 60, 42 - 21)
    assert found.held == 20


def test_the_weeks_before_somebody_came_are_not_counted_against_them() -> None:
    came = TODAY - timedelta(days=20)
    held = look(note(20), note(13), note(6), person=ALICE._replace(added=came)).everybody[0].held

    assert held == (3, 90, 21)
    assert held.a_week == 30


def test_one_meeting_with_somebody_who_came_yesterday_is_one_a_week() -> None:
    new = ALICE._replace(added=TODAY - timedelta(days=1))

    assert look(note(0), person=new).held == 30
    assert look(note(0), person=new._replace(cadence=BIWEEKLY)).held == 15


def test_a_backdated_note_moves_the_beginning_back() -> None:
    new = ALICE._replace(added=TODAY - timedelta(days=6))

    assert look(note(20), note(6), person=new).everybody[0].held == (2, 60, 21)
    assert look(note(20), note(6), person=ALICE._replace(added=None)).everybody[0].held.days == 21


def test_an_hour_with_three_topics_could_be_shorter() -> None:
    long = look(note(1, 50, topics=3), note(8, 50, topics=4), note(15, 49, topics=0)).long

    assert [(x.minutes, x.topics, x.meeting.date) for x in long] == [
        (50, 3, TODAY - timedelta(days=1))
    ]
    assert look(note(1, topics=0), person=ALICE._replace(minutes=60)).long
    assert not look(note(1, 60, topics=0, state=PLANNED)).long
    assert not look(note(85, 60, topics=0)).long


def test_a_change_is_shown_beside_the_plan_as_it_is() -> None:
    shorter = ALICE._replace(minutes=20, cadence=BIWEEKLY)
    found = look(changed={"alice": shorter})

    assert found.then is not None
    assert (found.now.plain.minutes, found.now.prepared.minutes) == (30, 45)
    assert (found.then.plain.minutes, found.then.prepared.minutes) == (10, 17.5)
    assert look().then is None


def test_somebody_who_would_be_gone_leaves_both_rules() -> None:
    found = look(changed={"alice": None})

    assert found.then is not None
    assert numbers(found.then.plain) == (0, 0, 0)
    assert numbers(found.now.plain) == (30, 0.0125, 1)


def test_those_who_are_archived_are_not_shown() -> None:
    assert look(note(1), person=ALICE._replace(archived=True)).everybody == ()
