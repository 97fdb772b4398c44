"""The brief: parts in the order of the conversation, absent when they have nothing to say."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import pytest

from books import TODAY, alice
from onestop.insight.actions import ME, NOBODY, THEM
from onestop.insight.agenda import (
    Ask,
    Brief,
    Brought,
    Desk,
    FirstMeeting,
    LastTime,
    LeftOut,
    Owed,
    Reminders,
    Skipped,
    Unclear,
    Unlogged,
    bare,
    brief,
    plan,
    pressing,
)
from onestop.model.agenda import Agenda
from onestop.model.alignment import Alignment, Assumption
from onestop.model.cadence import Away
from onestop.model.feedback import Feedback
from onestop.model.folder import Folder
from onestop.model.okr import CheckIn, KeyResult, Objective, Quarter
from onestop.model.question import Question
from onestop.model.rating import Rating
from onestop.model.role import RolePurpose
from onestop.model.settings import Settings
from onestop.model.theme import GrowthTheme

SAM = Settings(me="sam", name="Sam Okafor")
PLANNED = "---\nstate: planned\n---\n"
PATH = "people/alice/meetings/2026-11-24-alice.md"
BANK = tuple(
    Question(name, f"{name}?", (name[:-2],), depth)
    for name, depth in (
        ("check-in-1", 1), ("check-in-2", 1), ("check-in-3", 1), ("check-in-4", 1),
        ("challenges-1", 1), ("growth-1", 2), ("growth-2", 3), ("first-1", 1), ("role-1", 1),
        ("feedback-1", 1),
    )
)  # fmt: skip
HELD = {f"09-{day:02}": "- a\n" for day in (1, 8, 15)}

P = TypeVar("P")


def desk(folder: Folder, on: date = TODAY, **more: Any) -> Desk:
    return Desk(folder, SAM, TODAY, on, 30, BANK)._replace(**more)


def page(
    root: Path, notes: Mapping[str, str], inbox: str = "", private: str = "", **more: Any
) -> Brief:
    """The brief for today, or for another day `on`."""
    return brief(desk(alice(root, notes, inbox, private), **more))


def part(found: Brief, kind: type[P]) -> P:
    """The one part of this kind."""
    (one,) = [p for p in found.parts if isinstance(p, kind)]
    return one


def kinds(found: Brief) -> list[str]:
    return [type(p).__name__ for p in found.parts]


def test_an_ordinary_brief_with_nothing_open_has_the_last_time_and_a_question(
    tmp_path: Path,
) -> None:
    found = page(tmp_path, {**HELD, "11-17": "- a\n"})

    assert kinds(found) == ["LastTime", "Ask", "Recognition", "Offer"]
    assert (found.is_first, found.question, found.items) == (False, "", ())


def test_everything_that_has_something_to_say_comes_in_its_order(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        {
            "11-03": (
                "- [ ] a\n- [ ] @sam b\n- [ ] @alice c\n## Topics\n- my topic ^t8dm\n- :-/ d\n"
            ),
            "11-10": f"{PLANNED}",
            "11-17": "---\nstate: skipped\nskipped: ill\n---\n",
        },
        "## Topics\n- @alice her topic ^t4kd\n",
        "- 2026-11-20 remind: marathon\n",
    )

    assert kinds(found) == [
        "Frame", "Reminders", "Unlogged", "Skipped", "LastTime", "Owed", "Owed", "Owed",
        "Brought", "Brought", "Unclear", "Ask", "Offer",
    ]  # fmt: skip
    owed = [(p.side, [i.number for i in p.items]) for p in found.parts if isinstance(p, Owed)]
    assert owed == [(NOBODY, [1]), (ME, [2]), (THEM, [3])]
    brought = [(p.side, [i.number for i in p.items]) for p in found.parts if isinstance(p, Brought)]
    assert brought == [(THEM, [4]), (ME, [5])]
    assert [item.number for item in found.items] == [1, 2, 3, 4, 5]
    assert part(found, Skipped).meeting.skipped == "ill"
    assert [m.date.day for m in part(found, Unlogged).meetings] == [10]
    assert [m.text for m in part(found, Unclear).moments] == ["d"]


@pytest.mark.parametrize(("held", "is_framed"), [(0, True), (1, True), (2, True), (3, False)])
def test_the_first_three_meetings_say_whose_time_this_is(
    tmp_path: Path, held: int, is_framed: bool
) -> None:
    found = page(tmp_path, dict(list(HELD.items())[:held]))

    assert ("Frame" in kinds(found)) is is_framed
    assert found.is_first is (held == 0)


@pytest.mark.parametrize(
    ("on", "held", "shown"),
    [
        (24, [17], True), (30, [17], True), (19, [17], False), (20, [17], True),
        (24, [17, 20], False), (24, [17, 21], False), (24, [], True),
    ],
)  # fmt: skip
def test_a_reminder_comes_up_on_or_after_its_day_until_a_meeting_was_held(
    tmp_path: Path, on: int, held: list[int], shown: bool
) -> None:
    found = page(
        tmp_path,
        {f"11-{day}": "- a\n" for day in held},
        private="- 2026-11-20 remind: marathon\n- 2026-11-20 no reminder\n- remind: no day\n",
        on=date(2026, 11, on),
    )

    texts = [r.text for p in found.parts if isinstance(p, Reminders) for r in p.remarks]
    assert texts == (["marathon"] if shown else [])


def test_a_reminder_is_not_used_up_by_a_meeting_that_was_skipped(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        {"11-22": "---\nstate: skipped\n---\n"},
        private="- 2026-11-20 remind: marathon\n",
    )

    assert [r.text for r in part(found, Reminders).remarks] == ["marathon"]


def test_the_last_time_is_the_last_one_held_with_what_was_sad_and_decided(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        {
            "11-10": "- :-( older\n## Decisions\n- older\n",
            "11-17": "- :-( first\n- :-( second\n## Takeaways\n- one\n- two\n",
            "11-18": "---\nstate: skipped\n---\n- :-( skipped\n",
        },
    )

    last = part(found, LastTime)
    assert (last.meeting.date.day, last.sad, last.decided) == (17, "first", "one")


def test_questions_for_a_meeting_fit_its_purpose_and_fill_an_empty_agenda(tmp_path: Path) -> None:
    found = part(page(tmp_path, HELD), Ask)

    assert found.fill
    assert [q.id for q in found.questions] == ["check-in-1", "check-in-2", "check-in-3"]


def test_one_question_is_enough_where_the_person_brings_a_topic(tmp_path: Path) -> None:
    found = part(page(tmp_path, HELD, "## Topics\n- @alice a\n"), Ask)

    assert not found.fill
    assert [q.id for q in found.questions] == ["check-in-1"]


def test_a_topic_of_the_managers_does_not_fill_the_agenda(tmp_path: Path) -> None:
    assert part(page(tmp_path, HELD, "## Topics\n- @sam a\n"), Ask).fill


@pytest.mark.parametrize(
    ("purpose", "ids"),
    [
        ("growth", ["role-1", "growth-1"]), ("structured", ["growth-1"]),
        ("check-in", ["check-in-1", "check-in-2", "check-in-3"]), ("feedback", ["feedback-1"]),
        ("motivation", ["check-in-1", "check-in-2", "check-in-3"]),
    ],
)  # fmt: skip
def test_the_purpose_of_a_meeting_chooses_its_questions(
    tmp_path: Path, purpose: str, ids: list[str]
) -> None:
    found = part(page(tmp_path, HELD, purpose=purpose), Ask)

    assert [q.id for q in found.questions] == ids


def test_questions_recorded_in_the_note_stay_the_same(tmp_path: Path) -> None:
    asked = "[growth-1, gone, check-in-4, check-in-1, check-in-2]"
    folder = alice(tmp_path, {**HELD, "11-24": f"---\nstate: planned\nasked: {asked}\n---\n"})
    found = part(brief(desk(folder, note=folder.meetings[-1])), Ask)

    assert [q.id for q in found.questions] == ["growth-1", "check-in-4", "check-in-1"]


def test_a_note_that_recorded_nothing_gets_questions(tmp_path: Path) -> None:
    folder = alice(tmp_path, {**HELD, "11-24": PLANNED})
    found = brief(desk(folder, note=folder.meetings[-1]))

    assert len(part(found, Ask).questions) == 3


def test_without_a_bank_nothing_is_asked(tmp_path: Path) -> None:
    found = page(tmp_path, HELD, bank=())

    assert "Ask" not in kinds(found)
    assert found.asked == ()


def test_preparing_twice_gives_the_same_page(tmp_path: Path) -> None:
    folder = alice(tmp_path, {**HELD, "11-17": "---\nasked: [check-in-1]\n---\n"})

    assert brief(desk(folder)) == brief(desk(folder))
    assert [q.id for q in brief(desk(folder)).asked] == ["check-in-2", "check-in-3", "check-in-4"]


def test_a_first_meeting_asks_for_the_person_the_role_and_the_two(tmp_path: Path) -> None:
    found = page(tmp_path, {})

    assert kinds(found) == ["Frame", "FirstMeeting"]
    first = part(found, FirstMeeting)
    assert [q.id for q in (*first.person, *first.role, *first.us)] == [
        "first-1", "role-1", "feedback-1",
    ]  # fmt: skip
    assert found.asked == (*first.person, *first.role, *first.us)


def test_the_questions_that_open_best_come_first_where_the_bank_has_them(tmp_path: Path) -> None:
    best = tuple(
        Question(name, "?", ("x",)) for name in ("fm-best-manager", "rp-miss", "fm-critical")
    )

    assert page(tmp_path, {}, bank=(*BANK, *best)).asked == best


def test_a_role_that_has_its_question_is_not_asked_for(tmp_path: Path) -> None:
    folder = alice(tmp_path, {})._replace(role=RolePurpose("What for?"))
    found = brief(desk(folder))

    assert part(found, FirstMeeting).role == ()
    assert found.question == "What for?"


def test_the_plan_of_a_note_is_its_brief(tmp_path: Path) -> None:
    inbox = "## Topics\n- @alice a ^t4kd\n"
    table = desk(
        alice(tmp_path, {**HELD, "11-17": "- [ ] @sam b ^k3f9\n"}, inbox)._replace(
            role=RolePurpose("What for?")
        ),
        minutes=20,
        purpose="growth",
    )
    found = plan(table, brief(table), PATH)

    assert found[:5] == ("alice", TODAY, ("Alice", "Sam"), PATH, 20)
    assert (found.purpose, found.question, found.asked) == ("growth", "What for?", ("role-1",))
    assert [(p.section, p.id) for p in found.items] == [("Follow-up", "k3f9"), ("Topics", "t4kd")]


def test_a_bare_note_knows_the_two_and_the_usual_length(tmp_path: Path) -> None:
    assert bare(alice(tmp_path, {}), SAM, TODAY, PATH) == Agenda(
        "alice", TODAY, ("Alice", "Sam"), PATH, 30
    )


def parted(folder: Folder, **more: Any) -> dict[str, Any]:
    """The parts of a brief by their kind."""
    return {type(p).__name__: p for p in brief(desk(folder, **more)).parts}


INBOX = "## Topics\n" + "".join(f"- @alice hers {n}\n- @sam mine {n}\n" for n in range(4))


@pytest.mark.parametrize(
    ("minutes", "hers", "mine", "left"), [(30, 4, 4, 0), (25, 4, 1, 3), (20, 4, 0, 4), (5, 1, 0, 7)]
)
def test_a_shorter_meeting_leaves_topics_for_the_next_the_managers_first(
    tmp_path: Path, minutes: int, hers: int, mine: int, left: int
) -> None:
    found = page(tmp_path, HELD, INBOX, minutes=minutes)

    brought = {p.side: p.items for p in found.parts if isinstance(p, Brought)}
    assert [len(brought.get(side, ())) for side in (THEM, ME)] == [hers, mine]
    later = [i for p in found.parts if isinstance(p, LeftOut) for i in p.items]
    assert len(later) == left
    assert [i.number for i in found.items] == list(range(1, hers + mine + 1))


def test_a_shorter_meeting_keeps_promises_and_leaves_what_can_wait(tmp_path: Path) -> None:
    notes = {**HELD, "11-17": "- [ ] @alice a\n- :-/ b\n"}
    whole, short = (page(tmp_path, notes, minutes=n) for n in (30, 15))

    assert set(kinds(whole)) - set(kinds(short)) == {"Recognition", "Offer"}
    assert set(kinds(short)) == {"Owed", "Unclear", "LastTime", "Ask"}
    assert len(part(short, Ask).questions) == 1
    assert pressing(whole).parts == tuple(
        p for p in whole.parts if type(p).__name__ not in ("Recognition", "Offer")
    )


def test_as_long_as_usual_is_not_short(tmp_path: Path) -> None:
    folder = alice(tmp_path, HELD, INBOX)
    brisk = folder._replace(person=folder.person._replace(minutes=15))

    assert "LeftOut" not in parted(brisk, minutes=15)
    assert "LeftOut" in parted(brisk, minutes=10)


def test_a_fall_in_confidence_tops_the_page_under_the_outcome(tmp_path: Path) -> None:
    looks = (CheckIn(TODAY, confidence=8), CheckIn(TODAY, confidence=6))
    result = KeyResult("o1-kr1", "R", checkins=looks)
    quarter = Quarter("2026-Q4", (Objective("o1", "O", results=(result,)),))
    folder = alice(tmp_path, HELD)._replace(okrs=(quarter,))
    without = folder._replace(person=folder.person._replace(not_for_us=("okrs",)))

    assert list(parted(folder, outcome="x"))[:2] == ["Outcome", "Fallen"]
    assert "Fallen" not in parted(without)


def test_the_neglected_subject_is_raised_unless_the_meeting_is_for_it(tmp_path: Path) -> None:
    folder = alice(tmp_path, HELD)._replace(ratings=(Rating(date(2026, 1, 1)),))
    away = SAM._replace(away=(Away(date(2026, 2, 1), TODAY),))

    assert parted(folder)["Raise"].clock.subject == "ratings"
    assert "Raise" not in parted(folder, purpose="performance")
    assert "Raise" not in parted(folder, purpose="structured")
    assert "Raise" in parted(folder, purpose="career")
    assert "Raise" not in parted(folder, settings=away)


def test_what_is_not_for_the_two_does_not_come_up(tmp_path: Path) -> None:
    notes = {f"{m:02}-01": f"---\nhappiness: {n}\n---\n" for m, n in ((8, 5), (9, 5), (10, 1))}
    folder = alice(tmp_path, notes)._replace(
        alignment=Alignment(assumptions=(Assumption("a1", "Fair"),)),
        themes=(GrowthTheme("share-early", "Share"),),
    )
    declined = ("happiness", "alignment", "themes")
    without = folder._replace(person=folder.person._replace(not_for_us=declined))

    assert {"Sadder", "Untested", "Growth"} <= set(parted(folder))
    assert not {"Sadder", "Untested", "Growth"} & set(parted(without))


def test_feedback_to_be_told_is_numbered_and_never_planned_into_the_note(tmp_path: Path) -> None:
    folder = alice(tmp_path, HELD, "## Topics\n- a ^t4kd\n")._replace(
        feedback=(Feedback("fix", "b", TODAY, id="f7mx"),)
    )
    table = desk(folder)

    assert [i.id for i in brief(table).items] == ["t4kd", "f7mx"]
    assert [p.id for p in plan(table, brief(table), PATH).items] == ["t4kd"]


def test_a_new_purpose_has_its_own_questions_and_the_old_one_keeps_those_of_the_note(
    tmp_path: Path,
) -> None:
    notes = {**HELD, "11-24": "---\nstate: planned\npurpose: growth\nasked: [check-in-4]\n---\n"}
    folder = alice(tmp_path, notes)
    same, other = (
        parted(folder, note=folder.meetings[-1], purpose=p)["Ask"] for p in ("growth", "feedback")
    )

    assert [q.id for q in same.questions] == ["check-in-4"]
    assert [q.id for q in other.questions] == ["feedback-1"]


def test_a_first_meeting_is_for_getting_to_know_each_other_unless_it_is_for_more(
    tmp_path: Path,
) -> None:
    folder = alice(tmp_path, {})

    assert [
        plan(table, brief(table), PATH).purpose
        for table in (desk(folder), desk(folder, purpose="growth"))
    ] == ["first", "growth"]
    again = parted(alice(tmp_path, HELD), purpose="first")
    assert "FirstMeeting" in again
