"""What a review gathers from a folder: nothing more, nothing less, and each line in its month."""

from datetime import date
from typing import Any

from onestop.insight.alignment import Corrections
from onestop.insight.periods import Period
from onestop.insight.plan import Kept
from onestop.insight.review import (
    DELICATE,
    Files,
    Line,
    Review,
    by_month,
    delicate,
    review,
    without,
)
from onestop.model.action import ActionItem, State
from onestop.model.alignment import Alignment, Assumption, Expectation
from onestop.model.feedback import Feedback
from onestop.model.folder import Folder
from onestop.model.meeting import HELD, PLANNED, SKIPPED, Bullet, Meeting, Mention
from onestop.model.okr import CheckIn, KeyResult, Milestone, Objective, Quarter
from onestop.model.person import Link, Person
from onestop.model.plan import Card, FocusArea
from onestop.model.rating import Rating, Score
from onestop.model.settings import Settings
from onestop.model.theme import GROWN, GrowthTheme
from onestop.model.topic import Remark

TODAY = date(2026, 11, 24)
YEAR = Period(date(2026, 1, 1), TODAY)
AUTUMN = Period(date(2026, 9, 1), date(2026, 10, 31))
SAM = Settings("sam", "Sam Okafor")
ALICE = Person("alice", "Alice Moreau")
FILES = Files("alignment.yaml", "themes.yaml", "plan.yaml", "person.yaml")


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


def note(on: str, *bullets: Bullet, **more: Any) -> Meeting:
    return Meeting(
        "alice", day(on), f"notes/2026-{on}.md", bullets=bullets, **{"state": HELD, **more}
    )


def folder(*notes: Meeting, **more: Any) -> Folder:
    return Folder(ALICE, meetings=notes, **more)


def of(there: Folder, period: Period = YEAR) -> Review:
    return review(there, SAM, period, TODAY, FILES)


def test_wins_and_improvements_are_told_apart_and_keep_their_places() -> None:
    win = Bullet("Wins", "Importer 2 is live #o1-kr1", "alice", ("o1-kr1",), 9)
    better = Bullet("Wins", "Better: asked on day one", line=10)

    found = of(folder(note("11-17", win, better)))

    assert found.told.wins == (
        Line(day("11-17"), "Importer 2 is live #o1-kr1", "notes/2026-11-17.md", 9, "alice"),
    )
    assert [line.text for line in found.told.improvements] == ["asked on day one"]


def test_only_meetings_that_were_held_in_the_period_say_anything() -> None:
    win, decided = Bullet("Wins", "Won"), Bullet("Decisions", "Done so")
    notes = (
        note("08-31", win, decided),
        note("09-01", win, decided),
        note("10-06", win, decided, state=PLANNED),
        note("10-31", win, decided),
        note("11-01", win, decided),
    )

    found = of(folder(*notes), AUTUMN)

    assert [line.day for line in found.told.wins] == [day("09-01"), day("10-31")]
    assert [line.day for line in found.told.decisions] == [day("09-01"), day("10-31")]


def test_every_month_is_there_and_an_empty_one_says_so() -> None:
    notes = (
        note("01-13", Bullet("Wins", "Won"), happiness=4),
        note("01-20"),
        note("03-03", state=SKIPPED),
        note("04-07", state=PLANNED),
    )

    found = of(folder(*notes), Period(day("01-01"), day("04-30"))).months

    assert [(m.held, m.skipped, m.lines) for m in found] == [
        (2, 0, 1), (0, 0, 0), (0, 1, 0), (0, 0, 0),
    ]  # fmt: skip
    assert found[0].happiness == ((day("01-13"), 4), (day("01-20"), None))
    assert found[0].path == "notes/2026-01-*.md"
    assert [m.is_empty for m in found] == [False, True, True, False]
    assert [m.unlogged for m in found] == [0, 0, 0, 1]


def test_no_month_has_more_room_than_another_and_no_day_more_than_another() -> None:
    lines = [Line(day("11-03"), f"a{n}", "a", n) for n in range(4)]
    lines += [Line(day("11-10"), "b0", "b", 1), Line(day("10-01"), "c0", "c", 1)]
    lines += [Line(day("09-01"), "elsewhere", "d", 1), Line(None, "undated", "e", 1)]

    october, november = by_month(reversed(lines), [day("10-01"), day("11-01")], 3)

    assert [line.text for line in october.lines] == ["c0"]
    assert [line.text for line in november.lines] == ["a0", "a1", "b0"]
    assert (october.more, november.more) == (0, 2)


def test_without_a_limit_every_line_is_shown() -> None:
    lines = [Line(day("11-03"), str(n), "a", n) for n in range(9)]
    (november,) = by_month(lines, [day("11-01")], None)
    assert (len(november.lines), november.more) == (9, 0)


def test_feedback_counts_when_it_was_heard_and_what_was_not_said_is_not_there() -> None:
    feedback = (
        Feedback("good", "Calm", day("08-30"), said=day("09-01")),
        Feedback("fix", "Loud", day("10-30"), said=day("11-03")),
        Feedback("fix", "Unsaid", day("10-02")),
        Feedback("to-me", "Interrupts", day("10-03")),
        Feedback("to-me", "Later", day("11-03")),
    )

    found = of(folder(feedback=feedback), AUTUMN)

    assert [(line.text, line.day) for line in found.told.said] == [("Calm", day("09-01"))]
    assert [line.text for line in found.told.heard] == ["Interrupts"]


def test_a_theme_does_not_show_in_feedback_that_was_not_said_or_in_a_section_of_ones_own() -> None:
    theme = GrowthTheme("share", "Share early")
    feedback = (
        Feedback(
            "good", "Showed it", day("10-01"), day("10-02"), tags=("share",), path="f", line=1
        ),
        Feedback("fix", "Hid it", day("10-01"), tags=("share",), path="f", line=2),
    )
    known = Bullet("Growth", "Asked", "alice", ("share",), 3)
    own = Bullet("My thoughts", "Too shy", "", ("share",), 4)

    (arc,) = of(folder(note("10-06", known, own), themes=(theme,), feedback=feedback)).arcs

    assert [seen.text for seen in arc.sightings] == ["Showed it", "Asked"]
    assert arc.named == 1


def test_a_theme_that_rests_and_was_not_seen_is_left_out() -> None:
    themes = (
        GrowthTheme("old", "Old", state=GROWN),
        GrowthTheme("new", "New", since=day("11-01")),
        GrowthTheme("now", "Now", since=day("03-01")),
    )
    found = of(folder(note("09-01"), themes=themes), AUTUMN)
    assert [arc.theme.id for arc in found.arcs] == ["now"]


def promise(ident: str, owner: str, state: State, due: str = "", closed: str = "") -> ActionItem:
    return ActionItem(
        ident, state, owner, f"Do {ident}", due=day(due) if due else None,
        closed=day(closed) if closed else None, path="notes/2026-10-06.md",
    )  # fmt: skip


def test_promises_are_kept_late_dropped_or_open_on_either_side() -> None:
    items = (
        promise("b222", "alice", State.DONE, due="10-13", closed="10-13"),
        promise("b333", "alice", State.DONE, due="10-13", closed="10-20"),
        promise("b444", "alice", State.DROPPED, due="10-13", closed="10-20"),
        promise("b555", "sam", State.OPEN, due="10-13"),
        promise("b666", "sam", State.STARTED),
        promise("b777", "sam", State.DONE),
        promise("b888", "bo", State.OPEN),
        promise("b999", "", State.OPEN),
        promise("c222", "sam", State.OTHER),
    )

    theirs, mine = of(folder(note("10-06", actions=items))).promises

    assert [(line.text, line.kind, line.days) for line in theirs.lines] == [
        ("Do b222", "kept", 0), ("Do b333", "late", 7), ("Do b444", "dropped", 0),
    ]  # fmt: skip
    assert [(line.text, line.kind, line.days) for line in mine.lines] == [
        ("Do b555", "open", 42), ("Do b666", "open", 0), ("Do b777", "kept", 0),
    ]  # fmt: skip
    assert [mine.count(outcome) for outcome in ("kept", "late", "dropped", "open")] == [1, 0, 0, 2]


def test_a_promise_stood_open_on_the_last_day_when_it_was_closed_later() -> None:
    items = (
        promise("b222", "alice", State.DONE, due="10-20", closed="11-03"),
        promise("b333", "alice", State.OPEN, due="11-10"),
    )
    made_later = note("11-10", actions=(promise("b444", "alice", State.OPEN),))._replace()
    later = made_later._replace(
        actions=tuple(a._replace(path=made_later.path) for a in made_later.actions)
    )

    theirs, _ = of(folder(note("10-06", actions=items), later), AUTUMN).promises

    assert [(line.text, line.kind, line.days) for line in theirs.lines] == [
        ("Do b222", "open", 11), ("Do b333", "open", 0),
    ]  # fmt: skip


def test_a_tick_in_a_later_note_tells_the_day_on_which_a_promise_was_kept() -> None:
    made = note("10-06", actions=(promise("b222", "alice", State.OPEN, due="10-10"),))
    ticked = note("10-13", mentions=(Mention("b222", True, 5),))

    (line,) = of(folder(made, ticked)).promises[0].lines

    assert (line.kind, line.day, line.days) == ("late", day("10-13"), 3)


def test_what_was_closed_before_the_period_is_no_part_of_it() -> None:
    item = promise("b222", "alice", State.DONE, closed="08-20")._replace(created=day("08-01"))
    assert not of(folder(actions=(item,)), AUTUMN).promises[0].lines


def result(**more: Any) -> KeyResult:
    looks = (CheckIn(day("10-06"), 50, None, 7), CheckIn(day("11-17"), 20, None, 9))
    return KeyResult("o1-kr1", "Tickets", 50, 20, checkins=looks, **more)


def test_a_key_result_is_graded_by_what_was_known_on_the_last_day() -> None:
    steps = (Milestone("Half", 0.5, day("10-20")), Milestone("All", 0.5, day("11-10")))
    rest = KeyResult("o1-kr2", "Steps", milestones=steps)
    quarter = Quarter("2026-Q4", (Objective("o1", "Fewer", results=(result(), rest)),))
    old = Quarter("2026-Q1", (Objective("o1", "Old"),))

    (graded,) = of(folder(okrs=(old, quarter)), AUTUMN).quarters

    numbers, stepped = graded.quarter.results
    assert [look.now for look in numbers.checkins] == [50]
    assert [step.done for step in stepped.milestones] == [day("10-20"), None]
    assert not graded.is_over


def test_a_team_comes_first_and_only_for_those_who_manage_one() -> None:
    quarter = Quarter("2026-Q4", (Objective("o1", "Fewer", results=(result(),)),))
    there = folder(okrs=(quarter,), team_okrs=(quarter,))

    assert [one.team for one in of(there).quarters] == [False]
    managing = there._replace(person=ALICE._replace(manages=True))
    assert [one.team for one in of(managing).quarters] == [True, False]


def test_corrections_are_decisions_tested_assumptions_and_words_said_back() -> None:
    beliefs = Alignment(
        expectations=(
            Expectation("e1", "Owns it", said_back="I own it", checked=day("10-06"), line=4),
            Expectation("e2", "Not said back"),
        ),
        assumptions=(
            Assumption("a1", "Wants the lead"),
            Assumption("a2", "Rota is fair", None, day("10-13"), "corrected", "two do it", 9),
        ),
    )
    there = folder(note("10-06", Bullet("Decisions", "Rota changes")), alignment=beliefs)

    found = of(there, AUTUMN)

    assert found.corrections == Corrections(decisions=1, corrected=1, said_back=1)
    assert found.told.tested == (
        Line(day("10-13"), "Rota is fair", "alignment.yaml", 9, "", "corrected", "two do it"),
    )
    assert [(line.text, line.more) for line in found.told.said_back] == [("Owns it", "I own it")]


def test_what_was_handed_over_is_shown_with_how_far_it_is() -> None:
    handed = promise("b222", "alice", State.DONE)._replace(tags=("Delegated",))
    found = of(folder(note("10-06", actions=(handed, promise("b333", "alice", State.OPEN)))))
    assert [(line.text, line.kind) for line in found.told.delegated] == [("Do b222", "done")]


def test_time_blocks_count_where_they_were_asked_about() -> None:
    plan = (FocusArea("fp", "Functions"), FocusArea("neg", "Negotiation"))
    notes = [
        note(on, blocks=(("fp", word),))
        for on, word in (("08-04", "kept"), ("09-08", "missed"), ("09-15", "moved"))
    ]
    assert of(folder(*notes, plan=plan), AUTUMN).blocks == ((plan[0], Kept(0, 1, 1)),)


def test_the_road_map_holds_what_is_open_today_whatever_the_period() -> None:
    quarter = Quarter("2026-Q4", (Objective("o1", "Fewer", results=(result(status="doing"),)),))
    cards = (Card("fp-1", "Read", "done"), Card("fp-2", "Write", "doing"))
    there = folder(
        okrs=(quarter,),
        plan=(FocusArea("fp", "Functions", cards=cards),),
        themes=(GrowthTheme("share", "Share", line=2), GrowthTheme("old", "Old", state=GROWN)),
    )._replace(
        person=ALICE._replace(
            ambition="Own company", ambition_links=(Link(day("10-06"), "selling", "the demo"),)
        )
    )

    ahead = of(there, Period(day("01-01"), day("01-31"))).ahead

    assert [line.text for line in ahead.themes] == ["Share"]
    assert [line.text for line in ahead.plan] == ["Functions", "Write"]
    assert [(line.text, line.more) for line in ahead.ambition] == [
        ("Own company", ""), ("selling", "the demo"),
    ]  # fmt: skip
    assert [line.text for line in ahead.results] == ["Tickets"]


def test_ratings_are_those_of_the_period() -> None:
    ratings = tuple(
        Rating(day(on), scores=(("performance-by-self", Score(3)),)) for on in ("08-27", "10-06")
    )

    found = of(folder(note("09-01"), ratings=ratings), AUTUMN)

    assert [rating.date for rating in found.ratings] == [day("10-06")]


def test_a_promise_that_nobody_closed_on_a_day_stands_in_its_month_and_tells_none() -> None:
    items = (
        promise("b222", "alice", State.DONE, due="11-10"),
        promise("b333", "alice", State.DONE),
        promise("b444", "alice", State.DONE, closed="10-20"),
    )

    theirs, _ = of(folder(note("10-06", actions=items))).promises

    assert [(line.day, line.told) for line in theirs.lines] == [
        (day("11-10"), None), (day("10-06"), None), (day("10-20"), day("10-20")),
    ]  # fmt: skip


def test_a_promise_that_was_open_before_the_period_tells_the_day_on_which_it_was_made() -> None:
    old = promise("b222", "alice", State.OPEN)._replace(created=day("08-04"))
    theirs, _ = of(folder(actions=(old,)), AUTUMN).promises
    assert [(line.day, line.told) for line in theirs.lines] == [(day("09-01"), day("08-04"))]


def test_a_month_without_a_meeting_has_the_place_of_its_only_line() -> None:
    feedback = tuple(
        Feedback("to-me", "Loud", day(on), path="feedback.md", line=n)
        for n, on in enumerate(("09-03", "10-03", "10-04"), start=3)
    )
    ratings = (Rating(day("08-27"), scores=(("manager-by-self", Score(3)),), path="ratings/08.md"),)

    months = of(folder(feedback=feedback, ratings=ratings)).months[7:10]

    assert [(m.lines, m.path, m.line) for m in months] == [
        (1, "ratings/08.md", 0), (1, "feedback.md", 3), (2, "", 0),
    ]  # fmt: skip


def test_what_the_two_had_not_begun_before_the_period_is_not_missed_in_it() -> None:
    quarters = (Quarter("2026-Q3", (Objective("o1", "Old"),)),)
    themes = (GrowthTheme("new", "New", since=day("09-01")),)
    feedback = (Feedback("fix", "Loud", day("08-30")), Feedback("to-me", "Late", day("09-02")))

    found = of(folder(okrs=quarters, themes=themes, feedback=feedback), AUTUMN)

    assert found.unused == {"themes", "feedback", "ratings"}


def delicate_folder() -> Folder:
    felt = Bullet("Happiness", "Slept badly", "", ("share",), 7)
    feedback = (
        Feedback("to-me", "Interrupts", day("10-03")),
        Feedback("good", "Calm #share", day("10-03"), day("10-03"), tags=("share",)),
    )
    there = folder(
        note("10-06", Bullet("Wins", "Won"), felt, happiness=2),
        feedback=feedback,
        themes=(GrowthTheme("share", "Share"),),
        ratings=(Rating(day("10-06"), scores=(("manager-by-self", Score(3, "Too late")),)),),
    )
    return there._replace(person=ALICE._replace(ambition="Own company"))


def test_what_is_theirs_to_show_is_named_and_can_be_left_out() -> None:
    view = of(delicate_folder())
    assert delicate(view) == DELICATE
    for part in DELICATE:
        left = without(view, [part])
        assert delicate(left) == tuple(other for other in DELICATE if other != part)
        assert left.spared == (part,)


def test_what_is_left_out_shows_nowhere() -> None:
    said = repr(without(of(delicate_folder()), DELICATE)._replace(person=ALICE))
    words = ("Slept badly", "Interrupts", "Calm", "Too late", "Own company")
    assert "Won" in said
    assert [told for told in words if told in said] == []


def test_the_key_results_of_a_team_are_ahead_of_the_team() -> None:
    quarter = Quarter("2026-Q4", (Objective("o1", "Fewer", results=(result(),)),))
    team = Quarter("2026-Q4", (Objective("o1", "More", results=(result(),)),), path="team")
    managing = Folder(ALICE._replace(manages=True), okrs=(quarter,), team_okrs=(team,))

    ahead = of(managing).ahead

    assert [line.path for line in ahead.results] == [""]
    assert [line.path for line in ahead.team_results] == ["team"]


def test_a_review_has_no_place_for_a_private_remark() -> None:
    there = folder(note("10-06"), remarks=(Remark(day("10-07"), "canary"),))
    assert "canary" not in repr(of(there))


def test_a_period_without_a_line_is_empty() -> None:
    assert of(folder(note("11-17", state=SKIPPED))).is_empty
    assert not of(folder(note("11-17"))).is_empty
    feedback = (Feedback("to-me", "Loud", day("10-03")),)
    assert not of(folder(feedback=feedback)).is_empty


def test_a_line_that_stands_in_two_parts_counts_once() -> None:
    theme = GrowthTheme("share-early", "Share early")
    better = Bullet("Wins", "better: asked early #share-early", "", ("share-early",), 7)
    found = of(folder(note("09-01", better), themes=(theme,)), AUTUMN)

    assert len(found.told.improvements) == len(found.arcs[0].sightings) == 1
    assert sum(month.lines for month in found.months) == 1
