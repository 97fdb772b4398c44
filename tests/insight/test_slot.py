"""The log's rotating prompt: every subject in use comes round, and none that is declined."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from onestop.insight.okrs import tracked
from onestop.insight.practice import PACES
from onestop.insight.slot import (
    ASSUMPTION,
    BLOCK,
    CHECK_IN,
    DELEGATED,
    GROWTH,
    LINK,
    OUTCOME,
    QUESTION,
    RESULT,
    TALK,
    THEME,
    TO_MANAGER,
    UNCLEAR,
    WORTH,
    Slot,
    candidates,
    named,
    slot,
)
from onestop.model.action import ActionItem, State
from onestop.model.alignment import Alignment, Assumption
from onestop.model.feedback import TO_ME, Feedback
from onestop.model.folder import Folder
from onestop.model.meeting import PLANNED, Bullet, Meeting, Moment
from onestop.model.okr import CheckIn, KeyResult, Objective, Quarter
from onestop.model.person import Link, Person
from onestop.model.plan import Card, FocusArea, TimeBlock
from onestop.model.role import RolePurpose
from onestop.model.theme import GrowthTheme

START = date(2026, 1, 6)
WEEK = timedelta(days=7)
ALICE = Person("alice", "Alice Moreau", added=START, ambition="Run her own company")
YEAR = Quarter(
    "2026-Q1",
    (Objective("o1", "Self-service", results=tuple(KeyResult(f"o1-kr{n}", "R") for n in (1, 2))),),
    path="people/alice/okrs/2026-Q1.yaml",
)
FULL = Folder(
    ALICE,
    role=RolePurpose("Can they fix it themselves?"),
    themes=(GrowthTheme("share-early", "Share"), GrowthTheme("decide", "Decide")),
    okrs=(YEAR,),
    plan=(FocusArea("fp", "FP", block=TimeBlock(3)), FocusArea("ml", "ML", block=TimeBlock(4))),
    alignment=Alignment(assumptions=(Assumption("a1", "Fair"), Assumption("a2", "Lead"))),
)


def note(day: date, **more: Any) -> Meeting:
    return Meeting("alice", day, f"people/alice/meetings/{day}-alice.md")._replace(**more)


def folder(*notes: Meeting, full: Folder = FULL) -> Folder:
    return full._replace(meetings=notes)


def weeks(count: int, **more: Any) -> tuple[Meeting, ...]:
    return tuple(note(START + n * WEEK, **more) for n in range(count))


def skipped(found: Folder, _: Slot, on: date) -> Folder:
    """Nothing but that the meeting took place."""
    return found._replace(meetings=(*found.meetings, note(on)))


def answered(found: Folder, asked: Slot, on: date) -> Folder:
    """The folder after somebody answered, as `one log` writes it."""
    person, told, said = found.person, found.alignment.assumptions, in_note(asked)
    if asked.kind == LINK:
        links = (*person.ambition_links, Link(on, "a", "b"))
        found = found._replace(person=person._replace(ambition_links=links))
    elif asked.kind == TO_MANAGER:
        found = found._replace(feedback=(*found.feedback, Feedback(TO_ME, "x", on)))
    elif asked.result:
        found = found._replace(okrs=(looked_at(found.okrs[0], asked.result.result.id, on),))
    elif asked.assumption:
        kept = tuple(a._replace(outcome="held") if a == asked.assumption else a for a in told)
        found = found._replace(alignment=Alignment(assumptions=kept))
    return found._replace(meetings=(*found.meetings, note(on, **said)))


def in_note(asked: Slot) -> dict[str, Any]:
    """What an answer leaves in the note itself."""
    handed = ActionItem("", State.OPEN, "alice", "x", tags=("Delegated",))
    tags = (asked.theme.id,) if asked.theme else ()
    said: dict[str, dict[str, Any]] = {
        QUESTION: {"bullets": (Bullet("Growth", "Seen"),)},
        THEME: {"bullets": (Bullet("Growth", "Seen", tags=tags),)},
        CHECK_IN: {"bullets": (Bullet("Check-in", "Well"),)},
        DELEGATED: {"actions": (handed,)},
        WORTH: {"worth": 4},
        TALK: {"talk_share": 60},
        BLOCK: {"blocks": ((asked.focus.id if asked.focus else "", "kept"),)},
    }
    return said.get(asked.kind, {})


def looked_at(quarter: Quarter, ident: str, on: date) -> Quarter:
    def look(result: KeyResult) -> KeyResult:
        seen = (*result.checkins, CheckIn(on, 1.0))
        return result._replace(checkins=seen) if result.id == ident else result

    return quarter._replace(
        objectives=tuple(
            o._replace(results=tuple(map(look, o.results))) for o in quarter.objectives
        )
    )


def seen_anyway(found: Folder, asked: Slot, on: date) -> Folder:
    """Nobody answers, but one theme, one result and the check-in come up in every meeting."""
    after = skipped(found, asked, on)
    bullets = (Bullet("Wins", "Won", tags=("share-early",)), Bullet("Check-in", "Well"))
    last = after.meetings[-1]._replace(bullets=bullets)
    okrs = (looked_at(after.okrs[0], "o1-kr1", on),)
    return after._replace(meetings=(*after.meetings[:-1], last), okrs=okrs)


def asked_in(
    count: int, react: Callable[[Folder, Slot, date], Folder], full: Folder = FULL
) -> list[str]:
    """The names of what `count` weekly logs ask, one after the other."""
    found, names = folder(full=full), []
    for n in range(count):
        on = START + n * WEEK
        asked = slot(found, None, on)
        names.append(asked.name)
        found = react(found, asked, on)
    return names


ALL = {
    "theme share-early", "theme decide", f"result {YEAR.path} o1-kr1",
    f"result {YEAR.path} o1-kr2", "block fp", "block ml", "assumption a1", "assumption a2",
    f"link {ALICE.ambition}", "feedback", "check-in", "delegated", "worth",
    "talk-share", "question",
}  # fmt: skip


def test_every_prompt_skipped_for_sixty_meetings_starves_nobody() -> None:
    counted = Counter(asked_in(60, skipped))

    assert set(counted) == ALL
    assert counted["question"] == 15


def test_every_prompt_answered_for_sixty_meetings_starves_nobody() -> None:
    counted = Counter(asked_in(60, answered))

    assert set(counted) == ALL
    assert counted["assumption a1"] == counted["assumption a2"] == 1


def test_what_comes_up_by_itself_leaves_the_prompt_to_what_does_not() -> None:
    names = asked_in(60, seen_anyway)
    known = {"theme share-early", f"result {YEAR.path} o1-kr1", "check-in"}

    assert set(names) - known == ALL - known
    assert not known & set(names[4:])


def test_many_key_results_come_up_no_more_often_than_one() -> None:
    many = Objective("o1", "Many", results=tuple(KeyResult(f"o1-kr{n}", "R") for n in range(9)))
    crowded = FULL._replace(okrs=(YEAR._replace(objectives=(many,)),))

    def share(names: list[str]) -> int:
        return sum(name.startswith("result") for name in names)

    assert share(asked_in(60, skipped, crowded)) == share(asked_in(60, skipped))
    assert len({n for n in asked_in(120, skipped, crowded) if n.startswith("result")}) == 9


def test_a_prompt_that_was_skipped_does_not_come_again_at_the_next_meeting() -> None:
    names = asked_in(60, skipped)

    assert not [a for a, b in pairwise(names) if a == b]


@pytest.mark.parametrize("react", [skipped, answered])
@pytest.mark.parametrize("kind", [THEME, RESULT, BLOCK])
def test_two_of_a_kind_take_turns(react: Callable[[Folder, Slot, date], Folder], kind: str) -> None:
    names = asked_in(60, react, FULL._replace(alignment=Alignment()))
    one, other, *more = [name for name in names if name.startswith(f"{kind} ")]

    assert one != other
    assert more == ([one, other] * len(more))[: len(more)]


def test_an_outcome_of_the_note_is_asked_about_before_all_else_until_it_is_known() -> None:
    planned = note(START + 3 * WEEK, state=PLANNED, outcome="Both know")
    found = folder(*weeks(3), planned)

    assert slot(found, planned, planned.date) == Slot(OUTCOME, outcome="Both know")
    met = planned._replace(outcome_met="met")
    assert slot(found, met, planned.date) == Slot(QUESTION)


@pytest.mark.parametrize("held", range(9))
def test_every_fourth_meeting_asks_where_the_role_question_showed_up(held: int) -> None:
    found = folder(*weeks(held))
    on = START + held * WEEK
    without = found._replace(person=ALICE._replace(not_for_us=("role",)))

    assert (slot(found, None, on).kind == QUESTION) is (held in (3, 7))
    assert slot(without, None, on).kind != QUESTION
    assert slot(found._replace(role=RolePurpose("")), None, on).kind != QUESTION


def kinds(found: Folder, on: date = START + 9 * WEEK) -> set[str]:
    return {one.slot.kind for one in candidates(found, on)}


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("themes", THEME), ("okrs", RESULT), ("plan", BLOCK), ("alignment", ASSUMPTION),
        ("career", LINK), ("feedback", TO_MANAGER),
    ],
)  # fmt: skip
def test_what_is_not_for_the_two_is_never_asked(subject: str, kind: str) -> None:
    found = folder(*weeks(6))
    without = found._replace(person=ALICE._replace(not_for_us=(subject,)))

    assert kind in kinds(found)
    assert kinds(without) == kinds(found) - {kind} | ({GROWTH} if kind == THEME else set())


@pytest.mark.parametrize("relation", ["boss", "peer", "skip"])
def test_only_reports_are_asked_what_they_take_over_and_how_they_are_managed(relation: str) -> None:
    found = folder(*weeks(6))
    other = found._replace(person=ALICE._replace(relation=relation))

    assert kinds(found) - kinds(other) == {DELEGATED, TO_MANAGER}


def test_with_nothing_in_use_growth_is_asked_about_and_later_the_two_themselves() -> None:
    bare = Folder(Person("alice", "Alice"))

    assert slot(bare, None, START) == Slot(GROWTH)
    assert kinds(folder(*weeks(3), full=bare)) == {GROWTH}
    assert kinds(folder(*weeks(4), full=bare)) == {
        GROWTH, TO_MANAGER, CHECK_IN, DELEGATED, WORTH, TALK,
    }  # fmt: skip


def test_what_is_over_is_not_asked_about() -> None:
    over = FULL._replace(
        themes=(GrowthTheme("share-early", "Share", state="grown"),),
        okrs=(YEAR._replace(closed=START),),
        plan=(
            FocusArea("fp", "FP", block=TimeBlock(3), cards=(Card("fp-1", "x", "done"),)),
            FocusArea("ml", "ML"),
        ),
        alignment=Alignment(assumptions=(Assumption("a1", "Fair", outcome="held"),)),
    )

    assert kinds(over) == {GROWTH, LINK}


def test_key_results_that_are_done_dropped_or_carried_on_are_not_asked_about() -> None:
    ends = (
        KeyResult("o1-kr1", "R", status="done"), KeyResult("o1-kr2", "R", status="dropped"),
        KeyResult("o1-kr3", "R", carried_to="2026-Q2"), KeyResult("o1-kr4", "R", status="doing"),
    )  # fmt: skip
    quarter = YEAR._replace(objectives=(Objective("o1", "O", results=ends),))
    found = folder(full=Folder(ALICE, okrs=(quarter,)))

    asked = [c.slot.result.tag for c in candidates(found, START) if c.slot.result]
    assert asked == ["o1-kr4"]
    assert candidates(found, START)[1].slot.result == tracked(found, START)[3]


def test_a_moment_that_is_not_clear_has_two_weeks_and_each_comes_in_its_turn() -> None:
    faces = (Moment(":-/", "first", "h2qw"), Moment(":-/", "second"), Moment(":-(", "sad"))
    found = folder(note(START, moments=faces), full=Folder(ALICE._replace(ambition="")))

    def unclear(on: date) -> list[str]:
        return [c.slot.name for c in candidates(found, on) if c.slot.kind == UNCLEAR]

    assert unclear(START + timedelta(days=13)) == []
    assert unclear(START + timedelta(days=14)) == ["unclear h2qw", "unclear second"]
    assert slot(found, None, START + timedelta(days=14)).moment == faces[0]
    later = skipped(found, Slot(UNCLEAR), START + timedelta(days=14))
    assert "unclear second" in {
        slot(skipped(later, Slot(GROWTH), START + 3 * WEEK), None, START + n * WEEK).name
        for n in (3, 4, 5)
    }


def test_a_second_meeting_of_a_day_asks_something_else() -> None:
    first = slot(folder(), None, START)
    second = slot(folder(note(START)), None, START)

    assert first.name != second.name


def test_adding_to_a_log_does_not_ask_again_what_was_answered_in_it() -> None:
    found = folder(*weeks(4))
    on = START + 4 * WEEK
    asked = slot(found, None, on)
    after = answered(found, asked, on)

    assert asked.kind != QUESTION
    assert slot(after, after.meetings[-1], on).name != asked.name


def test_a_backdated_log_asks_what_was_silent_then() -> None:
    notes = weeks(6)
    early = folder(*notes[:2])
    late = folder(*notes[:2], *notes[3:])

    assert slot(late, None, notes[2].date) == slot(early, None, notes[2].date)


@pytest.mark.parametrize("added", [None, date(2027, 1, 1), date.max])
def test_a_clock_that_begins_later_or_never_still_asks(added: date | None) -> None:
    found = folder(*weeks(5))._replace(person=ALICE._replace(added=added))

    assert slot(found, None, START + 5 * WEEK).kind in PACES
    assert slot(found._replace(meetings=()), None, START).kind in PACES


@pytest.mark.parametrize("on", [date.min, date.max])
def test_the_ends_of_the_calendar_are_days_like_others(on: date) -> None:
    moments = (Moment(":-/", "x", "h2qw"),)

    assert slot(folder(note(on, moments=moments)), None, on).kind in PACES


def test_a_question_is_found_again_by_its_name_while_it_can_be_asked() -> None:
    found, on = folder(*weeks(6)), START + 6 * WEEK

    for one in candidates(found, on):
        assert named(one.slot.name, found, None, on) == one.slot
    assert named("question", found, None, on) == Slot(QUESTION)
    assert named("theme gone", found, None, on) is None
    planned = note(on, state=PLANNED, outcome="Both know")
    assert named("outcome Both know", found, planned, on) == Slot(OUTCOME, outcome="Both know")
    assert named("outcome Both see", found, planned, on) is None


def test_no_two_questions_have_one_name() -> None:
    names = [c.slot.name for c in candidates(folder(*weeks(6)), START + 6 * WEEK)]

    assert len(set(names)) == len(names)
