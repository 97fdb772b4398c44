"""Cards in their columns."""

from datetime import date

from onestop.insight import board
from onestop.insight.board import Card
from onestop.model.folder import Folder
from onestop.model.okr import KeyResult, Objective, Quarter
from onestop.model.person import Person
from onestop.model.plan import Card as Step
from onestop.model.plan import FocusArea

TODAY = date(2026, 11, 24)
OCT, NOV = date(2026, 10, 6), date(2026, 11, 20)


def quarter(*results: KeyResult) -> Quarter:
    return Quarter("2026-Q4", (Objective("o1", "Aim", results=results),))


def folder(*steps: Step, results: tuple[KeyResult, ...] = (), manages: bool = False) -> Folder:
    focus = FocusArea("fp", "Functional programming", cards=steps)
    person, own = Person("alice", "Alice Moreau", manages=manages), (quarter(*results),)
    return Folder(person, okrs=own, team_okrs=own, plan=(focus,))


def test_results_and_steps_stand_in_their_columns_the_newest_first() -> None:
    result = KeyResult("o1-kr1", "Tickets", status="doing", since=OCT)
    found = board.board(folder(Step("fp-1", "Read", "doing", NOV), results=(result,)), TODAY)

    assert found.owner == "Alice Moreau"
    assert found.column("doing") == (
        Card("fp-1", "Read", "doing", 4, NOV, "Functional programming", is_plan=True),
        Card("o1-kr1", "Tickets", "doing", 49, OCT, "Aim"),
    )
    assert found.column("todo") == ()


def test_dropped_and_carried_cards_leave_the_board() -> None:
    carried = KeyResult("o1-kr1", "Tickets", carried_to="2027-Q1")
    here = folder(Step("fp-1", "Read", "dropped"), results=(carried,))

    assert board.board(here, TODAY).cards == ()
    assert [card.id for card in board.cards(here, TODAY)] == ["fp-1"]


def test_days_are_unknown_without_a_day_or_with_one_to_come() -> None:
    here = folder(Step("fp-1", "A"), Step("fp-2", "B", since=date(2026, 12, 1)))

    assert [card.days for card in board.board(here, TODAY).cards] == [None, None]


def test_more_than_two_in_doing_are_too_many() -> None:
    steps = [Step(f"fp-{n}", "X", "doing", OCT) for n in range(1, 4)]

    assert not board.board(folder(*steps[:2]), TODAY).is_crowded
    assert board.board(folder(*steps), TODAY).is_crowded


def test_the_cards_of_a_team_are_nobodys_alone() -> None:
    results = tuple(KeyResult(f"o1-kr{n}", "X", status="doing") for n in (1, 2, 3))

    here = board.board(folder(results=results[:2], manages=True), TODAY)
    assert (len(here.column("doing")), here.own_doing) == (4, 2)
    assert not here.is_crowded
    assert not board.of_team([quarter(*results)], TODAY, "Sam's team").is_crowded


def test_a_manager_has_the_cards_of_their_team_too() -> None:
    here = folder(results=(KeyResult("o1-kr1", "Tickets"),), manages=True)

    assert [card.id for card in board.cards(here, TODAY)] == ["team-o1-kr1", "o1-kr1"]


def test_a_team_has_a_board_of_its_own() -> None:
    results = (KeyResult("o1-kr1", "Tickets"), KeyResult("o1-kr2", "Guide", status="dropped"))

    assert [c.id for c in board.of_team([quarter(*results)], TODAY, "Sam's team").cards] == [
        "o1-kr1"
    ]
    assert len(board.team_cards([quarter(*results)], TODAY)) == 2
    assert board.team_cards([], TODAY) == ()


def test_an_objective_without_a_key_result_has_no_card_and_is_named() -> None:
    aims = (Objective("o1", "Aim"), Objective("o2", "Far", results=(KeyResult("o2-kr1", "X"),)))

    assert board.bare((Quarter("2026-Q4", aims),), TODAY) == ("o1",)
    assert board.bare((Quarter("2026-Q4", aims, closed=NOV),), TODAY) == ()
    assert board.bare((), TODAY) == ()
