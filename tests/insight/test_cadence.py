"""When two people met last, when they meet next, and whether that is late: worked out by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.insight import cadence
from onestop.insight.cadence import AWAY, FINE, GAP, LATE, NEW, TODAY, Rhythm
from onestop.model.cadence import BIWEEKLY, MONTHLY, WEEKLY, Away, Cadence, is_away
from onestop.model.folder import Folder
from onestop.model.meeting import HELD, PLANNED, SKIPPED, Meeting
from onestop.model.person import Person
from onestop.model.settings import Settings

TUESDAY = date(2026, 11, 24)
TUE, FRI = 1, 4
ALICE = Person("alice", "Alice Moreau", day=TUE, added=date(2026, 9, 1))


def day(text: str) -> date:
    """`11-24`, of 2026."""
    return date.fromisoformat(f"2026-{text}")


def note(text: str, state: str = HELD, *, moved_to: str = "", number: int = 1) -> Meeting:
    return Meeting(
        "alice",
        day(text),
        f"{text}.md",
        number=number,
        state=state,
        moved_to=day(moved_to) if moved_to else None,
    )


def leave(first: str, last: str) -> Away:
    return Away(day(first), day(last))


def rhythm(
    *meetings: Meeting,
    person: Person = ALICE,
    mine: tuple[Away, ...] = (),
    today: date = TUESDAY,
) -> Rhythm:
    return cadence.rhythm(Folder(person, meetings=meetings), Settings(away=mine), today)


def next_on(
    *meetings: Meeting,
    person: Person = ALICE,
    mine: tuple[Away, ...] = (),
    today: date = TUESDAY,
) -> str:
    found = cadence.next_on(Folder(person, meetings=meetings), Settings(away=mine), today)
    return found.isoformat().removeprefix("2026-")


@pytest.mark.parametrize(
    ("every", "quiet", "status"),
    [
        (WEEKLY, 10, FINE), (WEEKLY, 11, LATE), (WEEKLY, 13, LATE), (WEEKLY, 14, GAP),
        (BIWEEKLY, 20, FINE), (BIWEEKLY, 21, LATE), (BIWEEKLY, 27, LATE), (BIWEEKLY, 28, GAP),
        (MONTHLY, 44, FINE), (MONTHLY, 45, LATE), (MONTHLY, 59, LATE), (MONTHLY, 60, GAP),
        (Cadence(10, "every 10 days"), 14, FINE), (Cadence(10, "every 10 days"), 15, LATE),
    ],
)  # fmt: skip
def test_late_is_one_and_a_half_cadences_and_a_gap_is_two(
    every: Cadence, quiet: int, status: str
) -> None:
    """Seen on a Wednesday, so that the fixed Tuesday is not today."""
    today = day("11-25")
    last = Meeting("alice", today - timedelta(days=quiet), "last.md")

    found = rhythm(last, person=ALICE._replace(cadence=every), today=today)

    assert (found.status, found.quiet_days, found.last) == (status, quiet, last)


def test_somebody_without_a_weekday_becomes_due_then_late_then_a_gap() -> None:
    person = ALICE._replace(day=None)

    found = {
        quiet: rhythm(note("11-01"), person=person, today=day("11-01") + timedelta(days=quiet))
        for quiet in (6, 7, 10, 11, 14)
    }

    assert {quiet: clock.status for quiet, clock in found.items()} == {
        6: FINE, 7: TODAY, 10: TODAY, 11: LATE, 14: GAP,
    }  # fmt: skip
    assert found[6].next_on == day("11-08")
    assert found[14].next_on == day("11-15")


def test_on_their_weekday_they_are_met_today_however_late() -> None:
    found = rhythm(note("10-27"))

    assert (found.status, found.next_on, found.quiet_days) == (TODAY, TUESDAY, 28)


def test_a_planned_note_makes_it_today_for_somebody_without_a_weekday() -> None:
    found = rhythm(note("10-27"), note("11-24", PLANNED), person=ALICE._replace(day=None))

    assert found.status == TODAY


@pytest.mark.parametrize("mine", [True, False])
def test_leave_of_either_side_is_not_lateness(mine: bool) -> None:
    gone = leave("11-11", "11-20")
    person = ALICE if mine else ALICE._replace(away=(gone,))

    found = rhythm(note("11-10"), person=person, mine=(gone,) if mine else (), today=day("11-25"))

    assert (found.status, found.quiet_days) == (FINE, 5)


def test_during_leave_the_status_is_away_until_its_last_day() -> None:
    person = ALICE._replace(away=(leave("11-20", "11-30"),))

    found = rhythm(note("09-29"), person=person, mine=(leave("11-24", "12-02"),))

    assert (found.status, found.away_until) == (AWAY, day("12-02"))
    assert rhythm(person=ALICE).away_until is None


@pytest.mark.parametrize(
    ("added", "since", "quiet"),
    [("11-10", "11-20", 5), ("11-20", "11-10", 5), ("11-20", None, 5), (None, "11-20", 5),
     (None, None, 0), ("11-10", "12-01", 0)],
)  # fmt: skip
def test_a_new_hires_clock_starts_at_the_later_of_added_and_since(
    added: str | None, since: str | None, quiet: int
) -> None:
    person = ALICE._replace(
        added=day(added) if added else None, since=day(since) if since else None
    )

    found = rhythm(person=person, today=day("11-25"))

    assert (found.last, found.quiet_days, found.status) == (None, quiet, NEW)


@pytest.mark.parametrize(
    ("today", "status"),
    [("11-22", NEW), ("11-23", FINE), ("11-26", FINE), ("11-27", LATE), ("11-30", GAP)],
)
def test_somebody_never_met_becomes_late_as_well(today: str, status: str) -> None:
    """Added on Monday 16 November."""
    person = ALICE._replace(added=day("11-16"))

    assert rhythm(person=person, today=day(today)).status == status


def test_somebody_new_without_a_weekday_is_new() -> None:
    found = rhythm(person=ALICE._replace(day=None, added=TUESDAY))

    assert (found.status, found.next_on) == (NEW, TUESDAY)


def test_the_first_meeting_waits_for_the_day_they_begin() -> None:
    assert next_on(person=ALICE._replace(since=day("12-03"))) == "12-08"
    assert next_on(person=ALICE._replace(since=day("12-03"), day=None)) == "12-03"


def test_a_planned_note_wins_over_the_weekday() -> None:
    notes = (note("11-17"), note("11-20", PLANNED), note("11-27", PLANNED), note("12-03", PLANNED))

    assert next_on(*notes) == "11-27"


def test_a_planned_note_whose_day_has_passed_counts_for_the_next_day() -> None:
    every_other = ALICE._replace(cadence=BIWEEKLY)

    assert next_on(note("11-03"), note("11-17", PLANNED), person=every_other) == "12-01"
    assert next_on(note("11-03"), person=every_other) == "11-24"


def test_a_planned_note_whose_day_has_passed_waits_to_be_logged() -> None:
    old, today, coming = note("11-20", PLANNED), note("11-24", PLANNED), note("11-27", PLANNED)

    assert rhythm(note("11-17"), old, today, coming).unlogged == (old,)


@pytest.mark.parametrize(
    ("every", "last", "following"),
    [
        (WEEKLY, "11-17", "11-24"),
        (WEEKLY, "11-20", "11-24"),
        (WEEKLY, "11-21", "12-01"),
        (WEEKLY, "11-23", "12-01"),
        (BIWEEKLY, "11-10", "11-24"),
        (BIWEEKLY, "11-13", "11-24"),
        (BIWEEKLY, "11-14", "12-01"),
        (MONTHLY, "10-27", "11-24"),
        (MONTHLY, "10-28", "11-24"),
        (MONTHLY, "10-29", "12-01"),
        (MONTHLY, "11-17", "12-15"),
        (Cadence(1, "every 1 day"), "11-23", "11-24"),
        (WEEKLY, "09-01", "11-24"),
    ],
)
def test_a_fixed_weekday_comes_about_a_cadence_after_the_last(
    every: Cadence, last: str, following: str
) -> None:
    assert next_on(note(last), person=ALICE._replace(cadence=every)) == following


@pytest.mark.parametrize(
    ("every", "following"), [(WEEKLY, "11-27"), (BIWEEKLY, "12-04"), (MONTHLY, "12-20")]
)
def test_without_a_weekday_it_is_exactly_a_cadence(every: Cadence, following: str) -> None:
    person = ALICE._replace(cadence=every, day=None)

    assert next_on(note("11-20"), person=person) == following


@pytest.mark.parametrize("state", [HELD, SKIPPED])
def test_a_meeting_of_today_that_is_closed_moves_on(state: str) -> None:
    notes = (note("11-17"), note("11-24", state))

    assert next_on(*notes) == "12-01"
    assert rhythm(*notes).status == FINE


def test_a_second_meeting_planned_for_today_is_still_to_come() -> None:
    assert next_on(note("11-24"), note("11-24", PLANNED, number=2)) == "11-24"


def test_a_meeting_skipped_in_advance_is_passed_over() -> None:
    assert next_on(note("11-17"), note("11-24", SKIPPED), today=day("11-20")) == "12-01"


def test_a_moved_meeting_is_next_on_its_new_day() -> None:
    moved = note("11-24", SKIPPED, moved_to="11-26")

    assert next_on(note("11-17"), moved) == "11-26"
    assert next_on(note("11-17"), moved, note("11-26", PLANNED)) == "11-26"
    assert rhythm(note("11-17"), moved, today=day("11-26")).status == TODAY
    assert rhythm(note("11-17"), moved).skip is None


@pytest.mark.parametrize(
    ("later", "following"),
    [
        (note("11-26", SKIPPED), "12-01"),
        (note("11-25"), "12-01"),
        (note("11-26", SKIPPED, moved_to="11-27"), "11-27"),
    ],
    ids=["skipped there too", "met in between", "moved again"],
)
def test_a_move_is_over_when_its_day_is_closed_or_they_met(later: Meeting, following: str) -> None:
    notes = (note("11-17"), note("11-24", SKIPPED, moved_to="11-26"), later)

    assert next_on(*notes, today=day("11-25")) == following


def test_a_moved_meeting_nobody_held_leaves_the_next_slot() -> None:
    moved = note("11-17", SKIPPED, moved_to="11-19")

    assert next_on(note("11-10"), moved) == "11-24"


def test_leave_of_either_side_skips_slots() -> None:
    theirs = ALICE._replace(away=(leave("11-23", "12-01"),))

    assert next_on(note("11-17"), person=theirs) == "12-08"
    assert next_on(note("11-17"), mine=(leave("11-24", "11-24"),)) == "12-01"
    assert next_on(note("11-17"), person=theirs, mine=(leave("12-05", "12-08"),)) == "12-15"


def test_without_a_weekday_they_meet_on_the_first_day_back() -> None:
    person = ALICE._replace(day=None, away=(leave("11-20", "12-01"),))

    assert next_on(note("11-10"), person=person) == "12-02"


@pytest.mark.parametrize("weekday", [None, FRI])
def test_a_leave_without_end_has_no_next_meeting(weekday: int | None) -> None:
    person = ALICE._replace(day=weekday, away=(Away(TUESDAY, date.max),))

    assert cadence.next_on(Folder(person), Settings(), TUESDAY) == date.max


def test_the_last_meeting_is_the_latest_one_that_was_held() -> None:
    """A log written afterwards sorts in, and does not reset what is due."""
    notes = (
        note("11-17", number=2), note("11-03"), note("11-17"), note("11-20", SKIPPED),
        note("11-23", PLANNED), note("11-30"),
    )  # fmt: skip

    assert cadence.last_held(notes, TUESDAY) == notes[0]
    assert cadence.last_held([], TUESDAY) is None
    assert cadence.held_count(Folder(ALICE, meetings=notes)) == 4


def test_a_skip_stays_visible_until_the_next_held_meeting() -> None:
    skips = (note("11-10", SKIPPED), note("11-17", SKIPPED), note("12-08", SKIPPED))

    assert rhythm(note("11-03"), *skips).skip == skips[1]
    assert rhythm(*skips).skip == skips[1]
    assert rhythm(note("11-19"), *skips).skip is None


NEAR = st.dates(day("10-01"), date(2027, 1, 31))
NOTES = st.lists(
    st.tuples(NEAR, st.sampled_from([HELD, PLANNED, SKIPPED])).map(
        lambda two: Meeting("alice", two[0], "note.md", state=two[1])
    ),
    max_size=5,
)
LEAVES = st.lists(st.tuples(NEAR, NEAR).map(lambda two: Away(min(two), max(two))), max_size=3)


@settings(max_examples=examples(200), derandomize=True)
@given(NOTES, LEAVES, LEAVES, st.sampled_from([None, TUE, FRI]), NEAR)
def test_the_next_meeting_is_never_past_away_or_closed(
    notes: list[Meeting], theirs: list[Away], mine: list[Away], weekday: int | None, today: date
) -> None:
    person = ALICE._replace(day=weekday, away=tuple(theirs))
    folder, all_of_us = Folder(person, meetings=tuple(notes)), Settings(away=tuple(mine))

    found = cadence.next_on(folder, all_of_us, today)

    assert found >= today
    if found not in {m.date for m in notes if m.state == PLANNED}:
        assert not is_away([*theirs, *mine], found)
        assert found not in {m.date for m in notes}
        assert weekday is None or found.weekday() == weekday
    assert cadence.rhythm(folder, all_of_us, today).next_on == found
