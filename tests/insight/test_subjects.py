"""The clocks of the practice, and what is offered to those who never used it."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from onestop.insight.practice import OFFERS
from onestop.insight.subjects import Clock, clocks, in_use, offer, overdue
from onestop.model.alignment import Alignment, Assumption, Expectation, Priorities
from onestop.model.cadence import Away
from onestop.model.feedback import GOOD, TO_ME, Feedback
from onestop.model.folder import Folder
from onestop.model.meeting import PLANNED, Meeting
from onestop.model.okr import Quarter
from onestop.model.person import Link, Person
from onestop.model.plan import FocusArea
from onestop.model.rating import Rating
from onestop.model.role import RolePurpose
from onestop.model.theme import GrowthTheme

ADDED = date(2026, 7, 7)
ALICE = Person("alice", "Alice Moreau", added=ADDED)
RATED = (Rating(ADDED),)


def after(days: int) -> date:
    return ADDED + timedelta(days=days)


def note(day: date, number: int = 1, **more: Any) -> Meeting:
    return Meeting("alice", day, f"{day}-alice_{number}.md", number)._replace(**more)


def folder(*notes: Meeting, person: Person = ALICE, **more: Any) -> Folder:
    return Folder(person, meetings=notes)._replace(**more)


def clock(found: Folder, subject: str, on: date) -> Clock | None:
    return next((c for c in clocks(found, on) if c.subject == subject), None)


def test_a_subject_that_was_never_used_has_no_clock() -> None:
    assert clocks(folder(note(after(7)), note(after(14))), after(400)) == ()


@pytest.mark.parametrize(("days", "late"), [(89, False), (90, True)])
def test_a_performance_talk_is_due_after_ninety_days(days: int, late: bool) -> None:
    found = overdue(folder(ratings=RATED), after(days))

    assert found == (Clock("ratings", 90, 90) if late else None)


@pytest.mark.parametrize(("days", "late"), [(179, False), (180, True)])
def test_whether_the_role_question_still_fits_is_asked_after_180_days(
    days: int, late: bool
) -> None:
    found = folder(role=RolePurpose("What for?", agreed=ADDED))

    assert (overdue(found, after(days)) is not None) is late


def test_a_clock_starts_when_the_person_was_added_or_when_the_role_began() -> None:
    used: dict[str, Any] = {"role": RolePurpose("What for?")}
    later = ALICE._replace(since=after(20))

    assert clock(folder(**used), "role", after(50)) == Clock("role", 50, 180)
    assert clock(folder(person=later, **used), "role", after(50)) == Clock("role", 30, 180)


def test_a_clock_that_starts_in_the_future_or_never_does_not_run() -> None:
    used: dict[str, Any] = {"role": RolePurpose("What for?")}

    assert clocks(folder(person=ALICE._replace(added=after(60)), **used), after(50)) == ()
    assert clocks(folder(person=ALICE._replace(added=None), **used), after(50)) == ()


def test_what_is_dated_after_that_day_has_not_happened_yet() -> None:
    found = folder(ratings=(Rating(ADDED), Rating(after(200))))

    assert clock(found, "ratings", after(100)) == Clock("ratings", 100, 90)


def test_leave_of_either_side_stops_the_clocks_that_count_days() -> None:
    leave = Away(after(10), after(39))
    away = folder(person=ALICE._replace(away=(leave,)), ratings=RATED)

    assert clocks(away, after(100)) == (Clock("ratings", 70, 90),)
    assert clocks(folder(ratings=RATED), after(100), [leave]) == (Clock("ratings", 70, 90),)
    assert overdue(away, after(119)) is None
    assert overdue(away, after(120)) is not None


@pytest.mark.parametrize(
    "said",
    [
        {"meetings": (note(after(80), purpose="career"),)},
        {"person": ALICE._replace(ambition="x", ambition_links=(Link(after(80), "a", "b"),))},
        {"person": ALICE._replace(ambition="x", ambition_since=after(80))},
    ],
)
def test_a_career_talk_a_link_or_the_ambition_itself_wind_the_career_clock(
    said: dict[str, Any],
) -> None:
    assert clock(folder()._replace(**said), "career", after(100)) == Clock("career", 20, 30)


def test_a_talk_that_was_planned_winds_no_clock() -> None:
    talks = (
        note(after(10), purpose="career"),
        note(after(80), purpose="career", state=PLANNED),
    )

    assert clock(folder(*talks), "career", after(100)) == Clock("career", 90, 30)


@pytest.mark.parametrize(
    "said",
    [
        Alignment(priorities=(Priorities(after(20)),)),
        Alignment(expectations=(Expectation("e1", "x", checked=after(20)),)),
        Alignment(assumptions=(Assumption("a1", "x", tested=after(20), outcome="held"),)),
    ],
)
def test_any_check_of_what_both_believe_winds_the_alignment_clock(said: Alignment) -> None:
    assert clock(folder(alignment=said), "alignment", after(40)) == Clock("alignment", 20, 30)


def test_a_new_quarter_asks_for_new_priorities_and_does_not_lie_about_the_days() -> None:
    fresh = folder(alignment=Alignment(priorities=(Priorities(date(2026, 9, 29)),)))
    found = overdue(fresh, date(2026, 10, 1))

    assert found == Clock("alignment", 2, 30, is_new_quarter=True)
    assert found.overdue == 1.0
    assert overdue(fresh, date(2026, 9, 30)) is None


def test_feedback_to_the_manager_is_due_at_every_fourth_meeting() -> None:
    told = (Feedback(TO_ME, "Interrupts", after(7)),)
    held = [note(after(7 * n)) for n in range(1, 6)]

    assert clock(folder(*held[:4], feedback=told), "feedback", after(40)) == Clock(
        "feedback", 3, 4, meetings=True
    )
    assert overdue(folder(*held, feedback=told), after(40)) == Clock("feedback", 4, 4, True)


def test_meetings_that_were_skipped_planned_or_are_still_to_come_do_not_count() -> None:
    notes = [note(after(7 * n)) for n in range(1, 4)]
    notes[1] = notes[1]._replace(state="skipped")
    found = folder(*notes, note(after(28), state=PLANNED), feedback=(Feedback(GOOD, "x", ADDED),))

    assert clock(found, "praise", after(14)) == Clock("praise", 1, 3, meetings=True)
    assert clock(found, "praise", after(40)) == Clock("praise", 2, 3, meetings=True)


def test_two_meetings_of_a_day_are_two_and_those_of_the_day_it_was_said_do_not_count() -> None:
    found = folder(
        note(after(7)), note(after(14), 1), note(after(14), 2),
        feedback=(Feedback(GOOD, "x", after(7)),),
    )  # fmt: skip

    assert clock(found, "praise", after(14)) == Clock("praise", 2, 3, meetings=True)


def test_a_backdated_note_sorts_in_and_winds_nothing_back() -> None:
    recent, old = note(after(90), purpose="career"), note(after(30), purpose="career")

    assert clock(folder(old, recent), "career", after(100)) == Clock("career", 10, 30)


def test_praise_without_a_date_is_praise() -> None:
    found = folder(feedback=(Feedback(GOOD, "x"), Feedback(GOOD, "y", said=after(70))))

    assert in_use(found, "praise")
    assert "praise" not in offered(20, feedback=found.feedback)
    assert clock(found, "praise", after(80)) == Clock("praise", 0, 3, meetings=True)


def test_the_clock_most_overdue_for_its_limit_is_raised() -> None:
    found = folder(
        ratings=RATED, role=RolePurpose("What for?"), person=ALICE._replace(ambition="x")
    )

    assert [c.subject for c in clocks(found, after(100))] == ["career", "ratings", "role"]
    late = overdue(found, after(100))
    assert late == Clock("career", 100, 30)


@pytest.mark.parametrize("subject", ["ratings", "career", "role"])
def test_what_is_not_for_the_two_is_never_overdue(subject: str) -> None:
    person = ALICE._replace(ambition="x", not_for_us=(subject,))
    found = folder(person=person, ratings=RATED, role=RolePurpose("What for?"))

    assert subject not in {c.subject for c in clocks(found, after(400))}
    assert len(clocks(found, after(400))) == 2


@pytest.mark.parametrize("relation", ["peer", "boss", "skip"])
def test_only_reports_are_rated(relation: str) -> None:
    person = ALICE._replace(relation=relation)

    assert clocks(folder(person=person, ratings=RATED), after(400)) == ()
    assert "ratings" not in offered(40, person=person)


def weekly(count: int) -> tuple[Meeting, ...]:
    return tuple(note(after(7 * n)) for n in range(count))


def offered(count: int, **more: Any) -> list[str]:
    """What is offered at each of `count` weekly meetings."""
    return [offer(folder(*weekly(n), **more), after(7 * n)) for n in range(count)]


def test_nothing_is_offered_at_the_first_meeting_and_then_one_thing_at_each() -> None:
    found = offered(11)

    assert found[:4] == ["", "role", "praise", "themes"]
    assert [found[n] for n in (4, 5, 6, 7, 9)] == [
        "feedback", "alignment", "career", "plan", "ratings",
    ]  # fmt: skip
    assert all(found[1:])


def test_each_unused_subject_comes_round_and_none_twice_in_a_row() -> None:
    found = offered(60)
    counted = Counter(found)

    assert set(counted) == {"", *OFFERS}
    assert min(counted[subject] for subject in OFFERS if subject != "okrs") >= 5
    assert not [a for a, b in pairwise(found) if a == b]


def test_okrs_are_offered_at_the_first_meeting_of_every_quarter_from_the_fourth_on() -> None:
    days = [after(7 * n) for n, subject in enumerate(offered(60)) if subject == "okrs"]

    assert days == [
        date(2026, 10, 6), date(2027, 1, 5), date(2027, 4, 6), date(2027, 7, 6),
    ]  # fmt: skip


def test_one_that_waits_alone_is_offered_every_other_time() -> None:
    others = tuple(subject for subject in OFFERS if subject != "plan")
    found = offered(20, person=ALICE._replace(not_for_us=others))

    assert found[:7] == [""] * 7
    assert found[7:] == ["plan", "", "plan", ""] * 3 + ["plan"]


def test_what_is_used_or_declined_is_offered_no_more() -> None:
    used = {
        "role": RolePurpose("What for?"), "themes": (GrowthTheme("t", "T"),),
        "okrs": (Quarter("2026-Q3"),), "plan": (FocusArea("fp", "FP"),), "ratings": RATED,
        "alignment": Alignment(assumptions=(Assumption("a1", "x"),)),
        "feedback": (Feedback(TO_ME, "x", ADDED), Feedback(GOOD, "x", ADDED)),
        "person": ALICE._replace(ambition="x"),
    }  # fmt: skip

    assert set(offered(40, **used)) == {""}
    assert set(offered(40, person=ALICE._replace(not_for_us=tuple(OFFERS)))) == {""}
