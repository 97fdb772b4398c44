"""Courses over time: gaps, days in their order, what the cadence asked for, and one person each."""

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.insight import trends
from onestop.insight.periods import Period
from onestop.insight.trends import Entry, Value, View
from onestop.insight.trends.spans import Span
from onestop.model.cadence import BIWEEKLY, MONTHLY, WEEKLY, Away, Cadence
from onestop.model.folder import Folder
from onestop.model.meeting import HELD, PLANNED, SKIPPED, Meeting
from onestop.model.okr import CheckIn, KeyResult, Objective, Quarter
from onestop.model.person import Person
from onestop.model.rating import Rating, Score
from onestop.model.settings import Settings
from onestop.model.topic import Topic

TODAY = date(2026, 11, 24)
PERIOD = Period(date(2026, 9, 1), TODAY)
ALICE = Person("alice", "Alice Moreau", day=1, added=date(2026, 9, 1))


def note(day: date, happiness: int | None = None, *, number: int = 1, state: str = HELD) -> Meeting:
    return Meeting("alice", day, "", number=number, state=state, happiness=happiness)


def weekly(*numbers: int | None) -> list[Meeting]:
    """A note every Tuesday with these numbers, the last one a week ago."""
    first = TODAY - timedelta(weeks=len(numbers))
    return [note(first + timedelta(weeks=n), said) for n, said in enumerate(numbers)]


def seen(notes: Iterable[Meeting], who: Person = ALICE, period: Period = PERIOD) -> trends.Trends:
    folder = Folder(who, meetings=tuple(notes))
    return trends.person(folder, Settings(), period, TODAY).people[0]


def met(notes: Iterable[Meeting], who: Person = ALICE, **known: date) -> list[tuple[int, int]]:
    """Held and expected, by month."""
    period = Period(known.get("since", PERIOD.since), known.get("until", TODAY))
    return [(span.held, span.expected) for span in seen(notes, who, period).spans]


def tuesdays(first: date, last: date) -> list[Meeting]:
    return [note(date.fromordinal(n)) for n in range(first.toordinal(), last.toordinal() + 1, 7)]


def test_five_one_one_one_five_is_not_stable() -> None:
    assert seen(weekly(5, 1, 1, 1, 5)).trend == "up and down"
    assert seen(weekly(3, 1, 5, 3)).trend == "up and down"


@settings(max_examples=examples(60), derandomize=True, deadline=None)
@given(st.lists(st.none() | st.integers(1, 5), max_size=12), st.randoms())
def test_the_order_of_the_files_never_matters(numbers: list[int | None], chance: Random) -> None:
    notes = weekly(*numbers)
    shuffled = list(notes)
    chance.shuffle(shuffled)

    assert seen(shuffled) == seen(notes)


def test_a_gap_is_none_and_never_zero() -> None:
    found = seen(weekly(4, None, 2))

    assert [v.number for v in found.happiness] == [4, None, 2]
    assert seen(weekly(None, None)).happiness == ()


def test_a_note_that_was_written_later_sorts_in_by_its_day() -> None:
    late = note(date(2026, 11, 4), 1)

    found = seen([*weekly(4, 4, 4), late])

    assert [v.date.day for v in found.happiness] == [3, 4, 10, 17]


def test_two_meetings_of_a_day_are_two_numbers_and_one_time_met() -> None:
    day = date(2026, 11, 17)
    found = seen([note(day, 2, number=2), note(day, 5), *weekly(4, 4, None)[:2]])

    assert [v.number for v in found.happiness] == [4, 4, 5, 2]
    assert found.spans[-1].held == 3


def test_a_second_talk_on_a_day_does_not_cover_up_a_week_that_was_missed() -> None:
    missed = [n for n in tuesdays(date(2026, 9, 1), date(2026, 11, 17)) if n.date.day != 10]
    again = note(date(2026, 11, 17), number=2)

    assert met([*missed, again])[-1] == (2, 3)


@pytest.mark.parametrize("planned", [10, 9, 13])
def test_a_planned_note_that_was_never_logged_is_no_missed_week(planned: int) -> None:
    every = [n for n in tuesdays(date(2026, 9, 1), date(2026, 11, 17)) if n.date.day != 10]
    unlogged = note(date(2026, 11, planned), state=PLANNED)

    assert met([*every, unlogged])[-1] == (2, 2)
    assert met(every)[-1] == (2, 3)


def test_a_planned_note_beside_a_meeting_or_still_to_come_leaves_what_was_due() -> None:
    every = tuesdays(date(2026, 9, 1), date(2026, 11, 17))
    beside = note(date(2026, 11, 11), state=PLANNED)
    ahead = note(TODAY, state=PLANNED)

    assert met([*every, beside, ahead])[-1] == (3, 3)


def test_once_a_month_a_planned_note_speaks_for_its_month_alone() -> None:
    who = ALICE._replace(cadence=MONTHLY)
    unlogged = note(date(2026, 11, 3), state=PLANNED)

    assert met([], who) == [(0, 1), (0, 1), (0, 1)]
    assert met([unlogged], who) == [(0, 1), (0, 1), (0, 0)]
    assert met([unlogged, note(date(2026, 11, 20))], who) == [(0, 1), (0, 1), (1, 1)]


def test_only_what_was_held_in_the_period_counts() -> None:
    notes = [
        note(date(2026, 8, 31), 1),
        note(date(2026, 11, 3), 3, state=SKIPPED),
        note(date(2026, 11, 10), 3, state=PLANNED),
        note(date(2026, 11, 17), 4),
        note(date(2026, 12, 1), 5),
    ]

    assert seen(notes).happiness == (Value(date(2026, 11, 17), 4),)


def test_a_weekday_of_the_month_is_expected_once_and_today_only_when_it_was_held() -> None:
    every = tuesdays(date(2026, 9, 1), date(2026, 11, 17))

    assert met(every) == [(5, 5), (4, 4), (3, 3)]
    assert met([*every, note(TODAY)]) == [(5, 5), (4, 4), (4, 4)]
    assert met(every[:-2]) == [(5, 5), (4, 4), (1, 3)]


def test_leave_of_either_side_is_not_lateness() -> None:
    away = Away(date(2026, 11, 9), date(2026, 11, 20))
    every = tuesdays(date(2026, 9, 1), date(2026, 11, 3))

    assert met(every, ALICE._replace(away=(away,))) == [(5, 5), (4, 4), (1, 1)]
    folder = Folder(ALICE, meetings=tuple(every))
    view = trends.team([folder], Settings(away=(away,)), PERIOD, TODAY)
    assert [s.expected for s in view.people[0].spans] == [5, 4, 1]


def test_a_clock_begins_with_the_person_and_ends_with_the_archive() -> None:
    new = ALICE._replace(since=date(2026, 10, 12))
    gone = ALICE._replace(archived=True, archived_on=date(2026, 10, 15))

    assert met([], new) == [(0, 3), (0, 3)]
    assert met([], gone) == [(0, 5), (0, 2), (0, 0)]


def test_meetings_before_the_clock_are_told_and_not_expected() -> None:
    early = note(date(2026, 7, 7))

    found = seen([early], period=Period(date(2026, 6, 1), TODAY)).spans

    assert [(s.first.month, s.held, s.expected) for s in found] == [
        (7, 1, 0), (8, 0, 0), (9, 0, 5), (10, 0, 4), (11, 0, 3),
    ]  # fmt: skip


def test_every_other_week_is_counted_from_a_day_on_which_they_met() -> None:
    chen = ALICE._replace(cadence=BIWEEKLY, added=date(2026, 8, 1))
    even = [note(date(2026, 9, 8) + timedelta(weeks=2 * n)) for n in range(6)]

    assert met(even, chen) == [(2, 2), (2, 2), (2, 2)]
    assert met(even, chen, since=date(2026, 11, 1)) == [(2, 2)]


@pytest.mark.parametrize("day", [None, 1])
def test_once_a_month_is_once_in_each_calendar_month(day: int | None) -> None:
    who = ALICE._replace(cadence=MONTHLY, day=day, added=date(2026, 1, 1))

    assert met([], who, since=date(2026, 1, 1)) == [(0, 1)] * 11
    half = Away(date(2026, 2, 2), date(2026, 2, 27))
    assert met([], who._replace(away=(half,)), since=date(2026, 1, 1))[1] == (0, 0)


def test_without_a_weekday_a_meeting_is_due_every_so_many_days() -> None:
    who = ALICE._replace(day=None, cadence=Cadence(10, "every 10 days"))

    assert met([], who) == [(0, 3), (0, 4), (0, 2)]


def test_a_long_period_is_told_by_quarters_and_a_longer_one_by_years() -> None:
    who = ALICE._replace(added=date(2019, 1, 1))

    quarters = seen([], who, Period(date(2025, 1, 1), TODAY)).spans
    years = seen([], who, Period(date(2020, 3, 1), TODAY)).spans

    assert [s.first.month for s in quarters[:3]] == [1, 4, 7]
    assert [s.first.year for s in years] == list(range(2020, 2027))
    assert years[1].expected == 52


def test_a_period_without_anything_begins_nowhere() -> None:
    nobody = Person("dana", "Dana Reyes")
    empty = trends.person(Folder(nobody), Settings(), PERIOD, TODAY)

    assert empty.begins is None
    assert list(trends.entries(empty)) == []
    assert trends.team([], Settings(), PERIOD, TODAY).begins is None


RESULT = KeyResult(
    "o1-kr1", "Importer tickets", status="doing",
    checkins=(
        CheckIn(date(2026, 11, 17), confidence=6), CheckIn(date(2026, 11, 3), now=44),
        CheckIn(date(2026, 11, 10), confidence=8), CheckIn(date(2026, 8, 1), confidence=1),
    ),
)  # fmt: skip
SILENT = KeyResult("o1-kr2", "Nobody asked", checkins=(CheckIn(date(2026, 11, 3), now=1),))
QUARTER = Quarter("2026-Q4", (Objective("o1", "Less", results=(RESULT, SILENT)),))


def test_the_confidence_of_each_result_is_told_in_order_with_its_gaps() -> None:
    folder = Folder(ALICE, okrs=(QUARTER,), team_okrs=(QUARTER,))

    (one,) = trends.person(folder, Settings(), PERIOD, TODAY).people[0].results
    assert [v.number for v in one.values] == [None, 8, 6]
    assert one.subject == "2026-Q4 o1-kr1"
    assert one.fall is not None
    assert (one.fall.before, one.fall.now) == (8, 6)

    leads = folder._replace(person=ALICE._replace(manages=True))
    found = trends.person(leads, Settings(), PERIOD, TODAY).people[0].results
    assert [course.subject for course in found] == ["2026-Q4 team-o1-kr1", "2026-Q4 o1-kr1"]


RATING = Rating(
    date(2026, 10, 6),
    scores=(("performance-by-self", Score(3)), ("performance-by-manager", Score(5))),
)


def test_ratings_are_of_one_report_alone_and_never_of_a_team() -> None:
    folder = Folder(ALICE, ratings=(RATING,))

    def entries(view: View) -> list[Entry]:
        return [e for e in trends.entries(view) if e.measure not in ("held", "expected")]

    assert entries(trends.person(folder, Settings(), PERIOD, TODAY)) == [
        Entry("alice", "performance-by-self", "", RATING.date, 3),
        Entry("alice", "performance-by-manager", "", RATING.date, 5),
        Entry("alice", "performance-gap", "", RATING.date, 2),
    ]
    assert entries(trends.team([folder], Settings(), PERIOD, TODAY)) == []
    peer = folder._replace(person=ALICE._replace(relation="peer"))
    assert entries(trends.person(peer, Settings(), PERIOD, TODAY)) == []


def test_people_stay_in_the_order_of_the_notebook_however_they_fare() -> None:
    low, high = weekly(1, 1, 1), weekly(5, 5, 5)
    bo = Person("bo", "Bo Lind")
    folders = [Folder(ALICE, meetings=tuple(low)), Folder(bo, meetings=tuple(high))]

    view = trends.team(folders, Settings(), PERIOD, TODAY)

    assert [one.person.slug for one in view.people] == ["alice", "bo"]


def test_topics_and_the_share_of_the_talk_count_by_side_and_only_when_entered() -> None:
    mine, theirs = Topic("t4kd", "sam", "Rota"), Topic("t8dm", "alice", "Search")
    notes = [
        note(date(2026, 10, 6))._replace(topics=(mine, theirs, theirs._replace(id="t9dm"))),
        note(date(2026, 10, 13))._replace(talk_share=60),
        note(date(2026, 10, 20)),
    ]

    found = seen(notes)

    assert [(s.share.mine, s.share.theirs) for s in found.spans] == [(0, 0), (1, 2), (0, 0)]
    assert [v.number for v in found.talk] == [60]
    assert seen(notes[:1]).talk == ()


def test_the_first_days_there_are_do_not_overflow() -> None:
    first = date.min
    assert trends.since(first) == first
    assert trends.reads_from(ALICE, Period(first, TODAY), whole=True) == first
    assert seen(weekly(3), period=Period(first, TODAY)).spans[-1].held == 1


def test_the_clock_starts_with_the_first_meeting_where_nothing_else_is_known() -> None:
    who = Person("alice", "Alice Moreau", day=1, cadence=WEEKLY)
    notes = [note(date(2026, 11, 3)), note(date(2026, 11, 17))]

    assert seen(notes, who).spans == (Span(date(2026, 11, 3), TODAY, 2, 3),)
