"""What the meetings look like, each rule at its edge."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from books import TODAY, alice
from fuzz import examples
from onestop.insight import health as rules
from onestop.insight.health import Health, health, signs, view
from onestop.insight.practice import GAP_FACTOR
from onestop.model.cadence import BIWEEKLY, Away
from onestop.model.folder import Folder
from onestop.model.meeting import HELD, PLANNED, SKIPPED, Bullet, Meeting, Mention, Moment
from onestop.model.person import Person
from onestop.model.settings import Settings
from onestop.model.topic import Topic

SAM = Settings(me="sam")
ALICE = Person("alice", "Alice Moreau")
OPEN = Mention("k3f9", ticked=False, line=5)
"""What `one prep` leaves in a note: an agenda, and nothing about the meeting itself."""


def bullets(*sections: str) -> tuple[Bullet, ...]:
    return tuple(Bullet(section, "said", line=n) for n, section in enumerate(sections, start=9))


def note(weeks_ago: int, *sections: str, **more: object) -> Meeting:
    """A prepared meeting so many weeks ago, with a line under each of these headings."""
    day = TODAY - timedelta(weeks=weeks_ago)
    first = Meeting("alice", day, f"{day}.md", mentions=(OPEN,), bullets=bullets(*sections))
    return first._replace(**more)  # type: ignore[arg-type]


def weekly(*notes: Iterable[str], **more: object) -> list[Meeting]:
    """A meeting in each of the last weeks, the oldest first, each with lines under its headings."""
    ago = range(len(notes), 0, -1)
    return [note(n, *sections, **more) for n, sections in zip(ago, notes, strict=True)]


def look(meetings: Iterable[Meeting], person: Person = ALICE, **more: object) -> Health:
    found = Folder(person, meetings=tuple(meetings))._replace(**more)  # type: ignore[arg-type]
    return health(found, SAM, TODAY)


def shown(found: Health) -> Mapping[str, list[int]]:
    """Each finding with the days of its signs, counted back from today in weeks."""
    return {f.name: [(TODAY - sign.on).days // 7 for sign in f.signs] for f in found.findings}


GOOD = ("Check-in", "Wins")
WORK = ("Wins", "Challenges")
REPORT = ("Status", "Status", "Wins")


def test_fewer_than_four_meetings_are_too_early_to_say() -> None:
    early, enough = look(weekly(*[REPORT] * 3)), look(weekly(*[REPORT] * 4))

    assert (early.held, early.is_early, early.findings) == (3, True, ())
    assert (enough.held, enough.is_early, enough.window) == (4, False, 4)
    assert rules.CHECK_IN in shown(enough)


def test_planned_skipped_and_future_meetings_are_not_held() -> None:
    ahead = note(-1, *REPORT)
    gone = note(5, *REPORT, state=SKIPPED, moved_to=TODAY)

    assert look([gone, *weekly(*[REPORT] * 3), ahead]).is_early


def test_ordinary_meetings_show_nothing() -> None:
    assert shown(look(weekly(*[GOOD] * 6))) == {}


def test_only_the_last_six_count() -> None:
    assert shown(look(weekly(*[REPORT] * 6, *[GOOD] * 6))) == {}


def test_three_meetings_that_are_mostly_status_look_like_a_task_check_in() -> None:
    found = look(weekly(GOOD, GOOD, GOOD, REPORT, REPORT, REPORT))

    assert shown(found) == {rules.CHECK_IN: [3, 3, 2, 2, 1, 1]}
    assert {(s.kind, s.text) for s in found.findings[0].signs} == {(signs.SAID, "said")}
    assert [s.line for s in found.findings[0].signs] == [9, 10, 9, 10, 9, 10]


def test_half_of_the_lines_under_status_is_not_most_of_them() -> None:
    assert shown(look(weekly(*[("Status", "Check-in")] * 6))) == {}


def test_five_meetings_without_a_line_about_the_person_look_like_a_task_check_in() -> None:
    found = look(weekly(GOOD, *[WORK] * 5))

    assert shown(found) == {rules.CHECK_IN: [5, 4, 3, 2, 1]}
    assert {(s.kind, s.number) for s in found.findings[0].signs} == {(signs.WORK, 2)}
    assert shown(look(weekly(GOOD, GOOD, *[WORK] * 4))) == {}


@pytest.mark.parametrize(
    "about",
    [
        {"happiness": 3},
        {"moments": (Moment(":-)", "A free Sunday"),)},
        {"purpose": "career"},
        {"prose": True},
        {"bullets": bullets("Wins", "Family")},
        {"bullets": bullets("Wins", "")},
        {"bullets": bullets("Wins", "Growth")},
    ],
)
def test_what_may_be_about_the_person_counts_as_if_it_were(about: Mapping[str, object]) -> None:
    assert shown(look(weekly(*[WORK] * 6, **about))) == {}


def test_an_empty_note_is_no_talk_of_work() -> None:
    assert rules.CHECK_IN not in shown(look(weekly(*[()] * 6)))


def test_four_meetings_with_nothing_before_them_have_no_agenda() -> None:
    bare = [note(n, *GOOD, mentions=()) for n in (6, 5, 4, 3)]
    ready = weekly(GOOD, GOOD)

    assert shown(look([*bare, *ready])) == {rules.NO_AGENDA: [6, 5, 4, 3]}
    assert shown(look([*bare[1:], *ready])) == {}


@pytest.mark.parametrize(
    "before",
    [
        {"topics": (Topic("", "alice", "Rota"),)},
        {"mentions": (OPEN,)},
        {"purpose": "check-in"},
        {"asked": ("ci-well-spent",)},
    ],
)
def test_a_topic_an_open_item_a_purpose_or_a_question_is_an_agenda(
    before: Mapping[str, object],
) -> None:
    bare = {"mentions": (), **before}

    assert rules.NO_AGENDA not in shown(look(weekly(*[GOOD] * 6, **bare)))


def test_talk_about_the_person_only_after_silences_looks_like_a_hail_mary() -> None:
    days = [(16, WORK), (15, WORK), (14, WORK), (10, GOOD), (9, WORK), (8, WORK), (2, GOOD)]
    found = look(note(n, *sections) for n, sections in days)
    (hail,) = [f for f in found.findings if f.name == rules.HAIL_MARY]

    assert [(s.kind, s.number) for s in hail.signs] == [(signs.REVIVED, 28), (signs.REVIVED, 42)]


def test_the_silence_before_the_first_of_the_six_counts_too() -> None:
    days = [(12, WORK), (6, GOOD), *[(n, WORK) for n in (5, 4, 3, 2, 1)]]

    assert shown(look(note(n, *lines) for n, lines in days))[rules.HAIL_MARY] == [6]


def test_somebody_who_is_asked_in_an_ordinary_week_as_well_is_no_hail_mary() -> None:
    days = [(16, WORK), (15, WORK), (14, WORK), (10, GOOD), (9, GOOD), (8, WORK), (2, WORK)]

    assert rules.HAIL_MARY not in shown(look(note(n, *lines) for n, lines in days))


def test_talk_after_every_silence_that_is_not_rare_is_no_hail_mary() -> None:
    days = [(n, GOOD if n in (12, 8, 4) else WORK) for n in (13, 12, 9, 8, 5, 4)]
    spaced = [note(n * 2, *lines) for n, lines in days]

    assert rules.HAIL_MARY not in shown(look(spaced))


def test_status_in_every_other_meeting_looks_like_a_status_meeting() -> None:
    found = look(weekly(REPORT, GOOD, REPORT, GOOD, REPORT, GOOD))

    assert shown(found) == {rules.STATUS: [6, 6, 4, 4, 2, 2]}
    assert shown(look(weekly(GOOD, GOOD, REPORT, GOOD, REPORT, GOOD))) == {}


def test_what_is_said_as_a_task_check_in_is_not_said_again_as_a_status_meeting() -> None:
    assert set(shown(look(weekly(*[REPORT] * 6)))) == {rules.CHECK_IN}


def shares(*percents: int | None) -> list[Meeting]:
    ago = range(len(percents), 0, -1)
    return [note(n, *GOOD, talk_share=p) for n, p in zip(ago, percents, strict=True)]


def test_entered_numbers_below_half_look_like_talking() -> None:
    found = look(shares(None, None, 49, None, 30, 50))

    assert shown(found) == {rules.TALKING: [4, 2]}
    assert [(s.kind, s.number) for s in found.findings[0].signs] == [("spoke", 49), ("spoke", 30)]


@pytest.mark.parametrize(
    "percents",
    [
        (None, None, None, None, None, 10),
        (None, None, 50, 50, 10, 10),
        (50, 50, 50, 50, 50, 50),
        (None,) * 6,
    ],
)
def test_one_number_half_of_them_or_none_are_no_habit(percents: tuple[int | None, ...]) -> None:
    assert shown(look(shares(*percents))) == {}


def with_topics(*owners: str) -> list[Meeting]:
    """Six good meetings; in the last one of them these topics."""
    topics = [Topic("", who, f"{who} {n}", path="last.md", line=n) for n, who in enumerate(owners)]
    *rest, last = weekly(*[GOOD] * 6)
    return [*rest, last._replace(path="last.md", topics=tuple(topics))]


def test_a_manager_who_brings_most_of_the_topics_talks_more_than_they_listen() -> None:
    found = look(with_topics("sam", "alice", "", "sam"))

    assert [f.name for f in found.findings] == [rules.TALKING]
    assert [(s.kind, s.text) for s in found.findings[0].signs] == [
        ("yours", "sam 0"), ("yours", " 2"), ("yours", "sam 3"),
    ]  # fmt: skip
    assert shown(look(with_topics("sam", "alice", "alice", "sam"))) == {}


def test_a_manager_who_brings_none_leaves_the_agenda_to_the_person() -> None:
    found = look(with_topics(*["alice"] * 4))

    assert [f.name for f in found.findings] == [rules.BRINGING]
    assert {s.kind for s in found.findings[0].signs} == {signs.THEIRS}


def test_three_topics_or_five_meetings_are_too_few_to_tell_who_brings_them() -> None:
    assert shown(look(with_topics(*["sam"] * 3))) == {}
    assert shown(look(with_topics(*["sam"] * 4)[1:])) == {}


def test_a_topic_that_is_carried_through_many_meetings_is_one_topic() -> None:
    home = Topic("t4kd", "sam", "Rollout", path="inbox.md", line=4)
    mine = Mention("t4kd", ticked=False, line=7, path="x.md")
    carried = [m._replace(mentions=(mine._replace(path=m.path),)) for m in weekly(*[GOOD] * 6)]

    assert shown(look(carried, topics=(home,))) == {}


def test_three_empty_notes_document_nothing() -> None:
    assert shown(look(weekly(GOOD, (), GOOD, (), GOOD, ()))) == {rules.NOTHING: [5, 3, 1]}
    assert shown(look(weekly(GOOD, GOOD, GOOD, (), GOOD, ()))) == {}


@pytest.mark.parametrize(
    "left",
    [
        {"happiness": 1},
        {"prose": True},
        {"outcome_met": "missed"},
        {"worth": 4},
        {"talk_share": 60},
        {"mentions": (OPEN._replace(ticked=True),)},
    ],
)
def test_a_number_a_sentence_or_a_tick_is_something(left: Mapping[str, object]) -> None:
    assert rules.NOTHING not in shown(look(weekly(*[()] * 6, **left)))


def test_what_was_planned_and_never_logged_is_not_documented() -> None:
    unlogged = [note(n, state=PLANNED) for n in (4, 3, 2)]
    held = [note(n, *GOOD) for n in (8, 7, 6, 5, 1)]
    found = look(sorted([*unlogged, *held], key=lambda m: m.date))

    assert shown(found) == {rules.NOTHING: [4, 3, 2]}
    assert {s.kind for s in found.findings[0].signs} == {signs.UNLOGGED}


def skipped(weeks_ago: int, **more: object) -> Meeting:
    return note(weeks_ago, state=SKIPPED, skipped="release", **more)


def with_skips(*skips: Meeting) -> list[Meeting]:
    """Eight weeks, held where they were not skipped."""
    gone = {m.date for m in skips}
    held = [m for m in weekly(*[GOOD] * 8) if m.date not in gone]
    return sorted([*skips, *held], key=lambda m: m.date)


def test_two_skipped_meetings_are_a_habit_and_one_is_none() -> None:
    found = look(with_skips(skipped(4), skipped(2)))

    assert shown(found) == {rules.SKIPPING: [4, 2]}
    assert [(s.kind, s.text) for s in found.findings[0].signs] == [("skip", "release")] * 2
    assert shown(look(with_skips(skipped(2)))) == {}


def test_what_moved_and_what_fell_into_leave_was_not_skipped() -> None:
    away = ALICE._replace(away=(Away(TODAY - timedelta(weeks=2), TODAY - timedelta(weeks=2)),))
    moved = skipped(4, moved_to=TODAY - timedelta(weeks=3))

    assert shown(look(with_skips(moved, skipped(6)))) == {}
    assert shown(look(with_skips(skipped(4), skipped(2)), away)) == {}


def test_silences_of_which_no_note_tells_are_skips_too() -> None:
    found = look([note(n, *GOOD) for n in (12, 11, 10, 8, 7, 4)])

    assert shown(found) == {rules.SKIPPING: [8, 4, 4]}
    assert [(s.kind, s.number) for s in found.findings[0].signs] == [
        ("silence", 14), ("silence", 21), ("quiet", 28),
    ]  # fmt: skip


def test_a_note_that_says_why_explains_a_silence() -> None:
    held = [note(n, *GOOD) for n in (12, 11, 10, 8, 7, 4)]
    between = skipped(5, moved_to=TODAY - timedelta(weeks=4))
    found = look([*held[:-1], between, held[-1], note(1, state=PLANNED)])

    assert shown(found) == {}
    assert shown(look([*held, note(0, state=PLANNED)])) == {rules.SKIPPING: [8, 4, 4]}
    assert shown(look([*held, skipped(0)])) == {rules.SKIPPING: [8, 4, 0]}


def test_leave_is_no_silence_and_an_archived_person_is_not_waited_for() -> None:
    meetings = [note(n, *GOOD) for n in (12, 11, 10, 8, 7, 6)]
    away = Away(TODAY - timedelta(weeks=10), TODAY - timedelta(weeks=8))

    assert shown(look(meetings)) == {rules.SKIPPING: [8, 6]}
    assert shown(look(meetings, ALICE._replace(away=(away,)))) == {}
    assert shown(look(meetings, ALICE._replace(archived=True))) == {}


def test_a_note_that_could_not_be_read_is_left_out_and_explains_the_silence_around_it() -> None:
    meetings = [note(n, *GOOD) for n in (12, 11, 10, 8, 7, 6)]
    broken = [note(n, mentions=()) for n in (9, 5)]
    every = sorted([*meetings, *broken], key=lambda m: m.date)

    found = look(every, unread=tuple(m.path for m in broken))

    assert shown(look(meetings)) == {rules.SKIPPING: [8, 6]}
    assert (found.held, found.unread, shown(found)) == (6, 2, {})


@pytest.mark.parametrize("state", [HELD, PLANNED, SKIPPED])
def test_nothing_is_said_of_notes_that_could_not_be_read(state: str) -> None:
    broken = [note(n, mentions=(), state=state) for n in (4, 3, 2)]
    held = [note(n, *GOOD) for n in (8, 7, 6, 5)]

    found = look([*held, *broken], unread=tuple(m.path for m in broken))

    assert (found.held, shown(found)) == (4, {})


def test_a_silence_is_counted_in_the_rhythm_of_the_two() -> None:
    every_other = [note(n, *GOOD) for n in (11, 9, 7, 5, 3, 1)]

    assert rules.SKIPPING in shown(look(every_other))
    assert shown(look(every_other, ALICE._replace(cadence=BIWEEKLY))) == {}


def test_long_notes_without_purpose_under_one_heading_have_no_structure() -> None:
    flat = ("", "", "")
    found = look(weekly(GOOD, GOOD, flat, flat, flat, flat))

    assert shown(found) == {rules.SHAPELESS: [4, 3, 2, 1]}
    assert {(s.kind, s.number) for s in found.findings[0].signs} == {("flat", 3)}
    assert shown(look(weekly(GOOD, GOOD, GOOD, flat, flat, flat))) == {}
    assert shown(look(weekly(*[("", "")] * 6))) == {}
    assert shown(look(weekly(*[flat] * 6, purpose="check-in"))) == {}
    assert shown(look(weekly(*[("", "", "Wins")] * 6))) == {}


def test_people_come_in_the_order_of_the_notebook_and_not_by_what_was_found() -> None:
    fine = Folder(ALICE, meetings=tuple(weekly(*[GOOD] * 6)))
    report = Folder(Person("bo", "Bo Lind"), meetings=tuple(weekly(*[REPORT] * 6)))
    found = view([fine, report], SAM, TODAY)

    assert [one.person.slug for one in found.people] == ["alice", "bo"]
    assert not found.is_quiet
    assert view([fine], SAM, TODAY).is_quiet


def test_a_note_by_hand_is_read_as_a_person_would(tmp_path: Path) -> None:
    """Sentences count as something, a quote and a rule do not."""
    texts = {
        "10-13": "# Alice\n\n> The question?\n\n## Growth\n",
        "10-20": "Talked about the move, at length.\n",
        "10-27": "> Only the question?\n\n---\n",
        "11-03": "1. Rota\n",
        "11-10": "```\ncode\n```\n",
        "11-17": "- [ ] @alice Call the vendor\n",
    }
    found = health(alice(tmp_path, texts), SAM, TODAY)
    (nothing,) = [f for f in found.findings if f.name == rules.NOTHING]

    assert [s.on.isoformat()[5:] for s in nothing.signs] == ["10-13", "10-27", "11-10"]
    assert nothing.signs[0].path == "people/alice/meetings/2026-10-13-alice.md"


SECTION = st.sampled_from(["", "Status", "Wins", "Growth", "Family"])
STATES = st.sampled_from([HELD, HELD, HELD, PLANNED, SKIPPED])
NOTES = st.lists(
    st.tuples(
        st.dates(date(2026, 1, 1), date(2026, 12, 31)), STATES, st.lists(SECTION, max_size=4)
    ),
    max_size=12,
)


@settings(derandomize=True, max_examples=examples(200))
@given(NOTES, st.sampled_from([7, 14, 30]))
def test_every_finding_has_signs_in_order_that_point_at_notes_up_to_today(
    notes: list[tuple[date, str, list[str]]], days: int
) -> None:
    meetings = [
        Meeting("alice", day, f"{n}.md", state=state, bullets=bullets(*sections))
        for n, (day, state, sections) in enumerate(sorted(notes, key=lambda note: note[0]))
    ]
    person = ALICE._replace(cadence=ALICE.cadence._replace(days=days))
    found = look(meetings, person)

    assert found.is_early == (sum(m.held and m.date <= TODAY for m in meetings) < 4)
    assert [f.name for f in found.findings] == [
        name for name in rules.NAMES if name in {f.name for f in found.findings}
    ]
    for finding, meeting in product(found.findings, meetings):
        assert finding.signs
        assert [s.on for s in finding.signs] == sorted(s.on for s in finding.signs)
        for sign in (s for s in finding.signs if s.path == meeting.path):
            assert (sign.on, sign.line >= 1) == (meeting.date, True)
            assert sign.on <= TODAY
            assert sign.kind != signs.SILENCE or sign.number >= GAP_FACTOR * days
