"""Time blocks that were kept, and what new parts of a plan are called."""

from datetime import date

import pytest

from onestop.insight import plan
from onestop.insight.plan import Kept
from onestop.model.folder import Folder
from onestop.model.meeting import Meeting
from onestop.model.person import Person
from onestop.model.plan import Card, FocusArea, TimeBlock

FP = FocusArea("fp", "Functional programming", block=TimeBlock(3, "13:00", 4))
PS = FocusArea("ps", "Public speaking", block=TimeBlock(0))


def note(day: int, *blocks: tuple[str, str], state: str = "held") -> Meeting:
    return Meeting("alice", date(2026, 11, day), f"m{day}", state=state, blocks=blocks)


def folder(*notes: Meeting, areas: tuple[FocusArea, ...] = (FP, PS)) -> Folder:
    return Folder(Person("alice", "Alice"), meetings=notes, plan=areas)


def test_what_the_meetings_said_of_a_block_is_counted() -> None:
    here = folder(
        note(3, ("fp", "kept")),
        note(10, ("fp", "missed"), ("ps", "kept")),
        note(17, ("FP", "moved")),
        note(24, ("fp", "kept"), state="planned"),
    )

    assert plan.kept(here, "fp") == Kept(1, 1, 1)
    assert plan.kept(here, "fp", since=date(2026, 11, 10)) == Kept(0, 1, 1)
    assert plan.kept(here, "fp").share == pytest.approx(2 / 3)
    assert plan.kept(here, "rust") == Kept()
    assert Kept().share is None


def test_the_block_asked_about_longest_ago_comes_next() -> None:
    asked = folder(note(3, ("fp", "kept")), note(10, ("ps", "kept")))

    assert plan.to_ask(asked) == FP
    assert plan.to_ask(folder(note(3, ("fp", "kept")))) == PS
    finished = FP._replace(cards=(Card("fp-1", "X", "done"),))
    assert plan.to_ask(folder(areas=(finished, FocusArea("x", "No block")))) is None


def test_two_or_three_areas_make_a_plan() -> None:
    finished = FocusArea("x", "X", cards=(Card("x-1", "Y", "dropped"),))

    assert [plan.is_thin((FP,) * n) for n in (0, 1, 2)] == [False, True, False]
    assert [plan.is_full((FP,) * n) for n in (2, 3)] == [False, True]
    assert not plan.is_full((FP, PS, finished))


@pytest.mark.parametrize(
    ("title", "ident"),
    [
        ("Functional programming", "functional2"), ("Rust", "rust"), ("Éclairs", "eclairs"),
        ("Run a design review", "run-design"), ("Speak in public", "speak-public"),
        ("Public  speaking, live", "public"), ("Fun programming", "programming"),
        ("How to say no", "say"), ("Go", "go"),
        ("3D printing", "printing"), ("日本語", "focus"), ("2", "focus"),
        ("Internationalisation", "internationalisation"),
    ],
)  # fmt: skip
def test_a_focus_area_is_called_by_its_long_words(title: str, ident: str) -> None:
    assert plan.focus_id(title, (FocusArea("functional", "X"),)) == ident


def test_new_ids_are_free() -> None:
    taken = (FP, FocusArea("fine-print", "Fine print"), FocusArea("fine-print2", "X"))

    assert plan.focus_id("Fine print", taken) == "fine-print3"
    assert plan.card_id(FP._replace(cards=(Card("fp-4", "X"), Card("read", "Y")))) == "fp-5"
    assert plan.card_id(FP) == "fp-1"
