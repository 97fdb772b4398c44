"""Where a theme showed up, which one is silent, and when an ambition is asked about."""

from datetime import date, timedelta

import pytest

from onestop.insight.growth import (
    Arc,
    LinkDue,
    Sighting,
    SilentTheme,
    active,
    arc,
    arcs,
    changed,
    crowd,
    link_due,
    named_by_person,
    next_question,
    sightings,
    silent,
    tag_of,
    untitled,
)
from onestop.model.action import ActionItem, State
from onestop.model.cadence import Away
from onestop.model.feedback import Feedback
from onestop.model.folder import Folder
from onestop.model.meeting import HELD, PLANNED, SKIPPED, Bullet, Meeting, Moment
from onestop.model.okr import KeyResult, Objective, Quarter
from onestop.model.person import Link, Person
from onestop.model.theme import ACTIVE, EMERGING, RESTING, GrowthTheme
from onestop.model.topic import Topic

TODAY = date(2026, 11, 24)
SHARE = GrowthTheme("share", "Share early", since=date(2026, 9, 1))
ALICE = Person("alice", "Alice Moreau", added=date(2026, 9, 1))


def note(day: date, *bullets: Bullet) -> Meeting:
    return Meeting("alice", day, f"{day.isoformat()}.md", state=HELD, bullets=bullets)


def seen(day: date) -> Meeting:
    return note(day, Bullet("Wins", "It worked #share", tags=("share",), line=9))


def folder(*notes: Meeting, themes: tuple[GrowthTheme, ...] = (SHARE,)) -> Folder:
    return Folder(ALICE, meetings=notes, themes=themes)


def held(count: int) -> tuple[Meeting, ...]:
    return tuple(note(TODAY - timedelta(weeks=n + 1)) for n in range(count))


def test_every_kind_of_line_with_the_tag_is_a_sighting() -> None:
    day, tag = date(2026, 11, 17), ("share",)
    full = note(
        day,
        Bullet("Growth", "Showed it #Share", "alice", ("Share",), 7),
        Bullet("Wins", "Another thing", tags=("delegate",), line=8),
    )._replace(
        topics=(Topic("t4kd", "alice", "The #share page", line=5, tags=tag),),
        moments=(Moment(":-)", "Bo liked it #share", line=9, tags=tag),),
        actions=(ActionItem("k3f9", State.OPEN, "alice", "Demo #share", tags=tag, line=12,
                            section="Actions"),),
    )  # fmt: skip

    assert sightings(folder(full), SHARE, TODAY) == (
        Sighting(day, "The #share page", "alice", full.path, 5, "Topics"),
        Sighting(day, "Showed it", "alice", full.path, 7, "Growth"),
        Sighting(day, "Bo liked it", "", full.path, 9, "Happiness"),
        Sighting(day, "Demo", "", full.path, 12, "Actions"),
    )


@pytest.mark.parametrize("state", [PLANNED, SKIPPED])
def test_a_meeting_that_was_not_held_shows_nothing(state: str) -> None:
    assert sightings(folder(seen(TODAY)._replace(state=state)), SHARE, TODAY) == ()


def test_what_comes_later_has_not_been_seen_yet() -> None:
    one = folder(seen(TODAY))

    assert len(sightings(one, SHARE, TODAY)) == 1
    assert sightings(one, SHARE, TODAY - timedelta(days=1)) == ()


def test_feedback_counts_on_its_own_day_or_on_the_day_it_was_said() -> None:
    lines = (
        Feedback("good", "Asked early #share", date(2026, 11, 20), tags=("share",), line=3),
        Feedback("fix", "Kept it back", date(2026, 11, 19), tags=("delegate",), line=4),
        Feedback("good", "Showed it #share", None, date(2026, 11, 18), tags=("share",), line=5),
        Feedback("good", "Some day #share", None, tags=("share",), line=6),
    )
    found = sightings(folder()._replace(feedback=lines), SHARE, TODAY)

    assert [(s.date.day, s.text, s.section) for s in found] == [
        (18, "Showed it", "Feedback"), (20, "Asked early", "Feedback"),
    ]  # fmt: skip


def test_sightings_come_in_the_order_of_their_days() -> None:
    one = folder(seen(date(2026, 11, 17)), seen(date(2026, 10, 6)), seen(date(2026, 11, 10)))

    assert [s.date for s in sightings(one, SHARE, TODAY)] == [
        date(2026, 10, 6), date(2026, 11, 10), date(2026, 11, 17),
    ]  # fmt: skip


def test_the_share_that_the_person_named_is_the_sign_of_growth() -> None:
    line = Sighting(TODAY, "x", "alice", "", 1, "Growth")
    one = Arc(SHARE, (line, line._replace(who=""), line._replace(who="sam"), line), "alice")

    assert (one.named, named_by_person(one), one.last) == (2, 0.5, line)
    assert (named_by_person(Arc(SHARE, ())), Arc(SHARE, ()).last) == (0.0, None)


def test_arcs_are_those_of_all_themes_in_their_order() -> None:
    rest = SHARE._replace(id="rest", state=RESTING)
    one = folder(seen(TODAY), themes=(rest, SHARE))

    assert arcs(one, TODAY) == (arc(one, rest, TODAY), arc(one, SHARE, TODAY))
    assert active(one) == (SHARE,)


def test_the_theme_that_was_not_seen_for_longest_is_silent() -> None:
    other = GrowthTheme("listen", "Listen", since=date(2026, 11, 3))
    one = folder(seen(date(2026, 11, 10)), themes=(SHARE, other))

    assert silent(one, TODAY) == SilentTheme(other, None, 21, is_long=False)


def test_a_theme_is_silent_for_long_after_six_weeks() -> None:
    last = date(2026, 10, 13)
    one = folder(seen(last))
    found = silent(one, last + timedelta(days=42))

    assert found
    assert (found.days, found.is_long, found.last) == (42, True, sightings(one, SHARE, TODAY)[0])
    before = silent(one, last + timedelta(days=41))
    assert before
    assert not before.is_long


def test_leave_and_the_time_a_theme_rested_are_no_silence() -> None:
    away = Away(date(2026, 11, 2), date(2026, 11, 8))
    one = folder(seen(date(2026, 10, 27)))._replace(person=ALICE._replace(away=(away,)))
    found = silent(one, TODAY)
    assert found
    assert found.days == 28 - 7

    woken = folder(seen(date(2026, 9, 8)), themes=(SHARE._replace(since=date(2026, 11, 17)),))
    found = silent(woken, TODAY)
    assert found
    assert (found.days, found.is_long) == (7, False)


def test_a_theme_without_a_day_is_silent_since_the_clock_started() -> None:
    found = silent(folder(themes=(SHARE._replace(since=None),)), TODAY)

    assert found
    assert found.days == (TODAY - date(2026, 9, 1)).days


def test_only_active_themes_of_those_who_want_themes_are_silent() -> None:
    assert silent(folder(themes=(SHARE._replace(state=RESTING),)), TODAY) is None
    assert silent(folder()._replace(person=ALICE._replace(not_for_us=("themes",))), TODAY) is None


@pytest.mark.parametrize(("count", "question"), [(0, "A?"), (1, "B?"), (2, "A?"), (3, "B?")])
def test_the_questions_of_a_theme_take_turns(count: int, question: str) -> None:
    assert next_question(SHARE._replace(ask=("A?", "B?")), folder(*held(count))) == question
    assert next_question(SHARE, folder(*held(count))) == ""


def test_a_fourth_active_theme_is_a_crowd() -> None:
    three = tuple(GrowthTheme(name, name) for name in "abc")
    one = folder(themes=(*three, GrowthTheme("d", "d", state=RESTING)))

    assert crowd(one, GrowthTheme("e", "e")) == three
    assert crowd(one, GrowthTheme("d", "d")) == three
    assert crowd(one, GrowthTheme("e", "e", state=EMERGING)) == ()
    assert crowd(one, three[0]._replace(title="new")) == ()
    assert crowd(folder(themes=three[:2]), GrowthTheme("e", "e")) == ()


def test_what_is_not_said_of_a_theme_stays() -> None:
    theme = SHARE._replace(ask=("A?",))

    assert changed(theme, TODAY, title="", stretch="", state="", ask=()) == theme
    asked = changed(theme, TODAY, title="", stretch="", state="", ask=("A?", "B?"))
    assert asked.ask == ("A?", "B?")
    assert changed(theme, TODAY, title="New", stretch="Why", state=RESTING, ask=()) == (
        theme._replace(title="New", stretch="Why", state=RESTING)
    )


def test_a_theme_that_wakes_up_begins_anew() -> None:
    resting = SHARE._replace(state=RESTING)

    assert changed(resting, TODAY, title="", stretch="", state=ACTIVE, ask=()).since == TODAY
    assert changed(SHARE, TODAY, title="", stretch="", state=ACTIVE, ask=()).since == SHARE.since


def dreaming(*links: Link, since: date | None = date(2026, 9, 25), count: int = 0) -> Folder:
    person = ALICE._replace(ambition="Own company", ambition_since=since, ambition_links=links)
    return Folder(person, meetings=held(count))


def test_an_ambition_without_a_link_is_due_after_sixty_days() -> None:
    assert link_due(dreaming(), date(2026, 11, 23)) is None
    assert link_due(dreaming(), TODAY) == LinkDue("Own company", None, 60, is_long=True)


def test_a_link_winds_the_clock_up_again() -> None:
    first, second = (Link(date(2026, month, 6), "selling", "demo") for month in (9, 10))

    assert link_due(dreaming(second, first), TODAY) is None
    assert link_due(dreaming(second, first), date(2026, 12, 5)) == (
        LinkDue("Own company", second, 60, is_long=True)
    )


def test_of_two_links_of_a_day_the_later_one_is_the_last() -> None:
    first, second = (Link(date(2026, 9, 6), skill, "demo") for skill in ("selling", "budgets"))
    due = link_due(dreaming(first, second), TODAY)

    assert due
    assert due.last == second


def test_every_fourth_agenda_asks_for_the_next_link() -> None:
    link = Link(date(2026, 11, 20), "selling", "demo")
    asked = [n for n in range(9) if link_due(dreaming(link, count=n), TODAY)]

    assert asked == [3, 7]
    due = link_due(dreaming(link, count=3), TODAY)
    assert due
    assert (due.days, due.is_long) == (4, False)


def test_an_ambition_without_a_day_counts_from_the_start_of_the_clock() -> None:
    due = link_due(dreaming(since=None), TODAY)

    assert due
    assert due.days == (TODAY - date(2026, 9, 1)).days


def test_who_has_no_ambition_or_leaves_career_out_is_not_asked() -> None:
    assert link_due(Folder(ALICE, meetings=held(3)), TODAY) is None
    person = dreaming().person._replace(not_for_us=("career",))
    assert link_due(Folder(person), TODAY) is None


@pytest.mark.parametrize(
    ("title", "tag"),
    [
        ("Delegate before it hurts", "delegate"), ("Say no early", "early"), ("Say no", "say"),
        ("Éclairs at 2", "eclairs"), ("2 3", ""), ("日本 語", ""),
    ],
)  # fmt: skip
def test_a_title_gives_a_tag_by_its_first_long_word(title: str, tag: str) -> None:
    assert tag_of(title) == tag


def test_tags_without_a_theme_are_counted_by_their_lines() -> None:
    lines = [Bullet("Wins", "x", tags=tags, line=n) for n, tags in enumerate(
        [("calm",), ("Delegate", "share"), ("delegate",), ("delegated",), ("o1-kr1",)], 1
    )]  # fmt: skip
    results = (KeyResult("o1-kr1", "Tickets"),)
    quarter = Quarter("2026-Q4", (Objective("o1", "Aim", results=results),))
    here = Folder(ALICE, meetings=(note(TODAY, *lines),), themes=(SHARE,), okrs=(quarter,))

    assert untitled(here, TODAY) == (("delegate", 2), ("calm", 1))
    assert untitled(here, TODAY - timedelta(1)) == ()
