"""Where two people see somebody differently, and when they rate each other again."""

from datetime import date

import pytest

from onestop.insight.performance import (
    ANCHORS,
    Gap,
    days_since,
    gaps,
    is_due,
    is_due_for_promotion,
    latest,
    low,
    one_higher,
    opened,
)
from onestop.model.folder import Folder
from onestop.model.person import Person
from onestop.model.rating import NUMBERS, Rating, Score

DAY = date(2026, 11, 24)
ALICE = Person("alice", "Alice Moreau")


def talk(*numbers: int, on: date = DAY) -> Rating:
    """Numbers in the order of `NUMBERS`; 0 stands for one that was not given."""
    given = zip(NUMBERS, numbers, strict=False)
    return Rating(on, "apart", tuple((name, Score(n)) for name, n in given if n))


def alice(*talks: Rating, person: Person = ALICE) -> Folder:
    return Folder(person, ratings=talks)


def test_every_number_of_the_scale_has_an_anchor() -> None:
    assert list(ANCHORS) == [1, 2, 3, 4, 5]
    assert all(anchor.name and anchor.meaning for anchor in ANCHORS.values())


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ((3, 4, 3, 4), ()),
        ((2, 4, 3, 4), (Gap("performance", 2, 4),)),
        ((5, 1, 4, 2), (Gap("performance", 5, 1), Gap("manager", 4, 2))),
        ((1, 0, 0, 5), ()),
        ((), ()),
    ],
)  # fmt: skip
def test_two_or_more_apart_is_a_gap(numbers: tuple[int, ...], found: tuple[Gap, ...]) -> None:
    assert gaps(talk(*numbers)) == found
    assert [gap.size for gap in gaps(talk(5, 1))] == [4]


def test_one_higher_on_oneself_is_normal_and_one_lower_is_nothing() -> None:
    assert one_higher(talk(4, 3, 3, 4)) == ("performance",)
    assert one_higher(talk(3, 4, 4, 3)) == ("manager",)
    assert one_higher(talk(5, 3, 3, 3)) == ()


def test_a_one_or_a_two_of_either_side_asks_for_a_next_step() -> None:
    assert low(talk(3, 2, 3, 3)) == ("performance",)
    assert low(talk(1, 3, 3, 2)) == ("performance", "manager")
    assert low(talk(3, 3, 3, 3)) == ()


def test_only_the_managers_five_makes_a_case_for_promotion() -> None:
    assert is_due_for_promotion(talk(3, 5))
    assert not is_due_for_promotion(talk(5, 4, 5, 5))
    assert not is_due_for_promotion(talk(5))


def test_a_talk_counts_when_something_was_rated_in_it() -> None:
    march, june = talk(3, on=date(2026, 3, 3)), talk(4, on=date(2026, 6, 2))

    assert opened(alice(june, talk(on=DAY), march)) == (march, june)
    assert latest(alice(june, talk(on=DAY), march)) == june
    assert latest(alice(talk(on=DAY))) is None


def test_it_is_due_again_after_ninety_days_and_never_before_the_first_time() -> None:
    once = alice(talk(3, on=date(2026, 8, 26)))

    assert days_since(once, DAY) == 90
    assert is_due(once, DAY)
    assert not is_due(once, date(2026, 11, 23))
    assert days_since(alice(), DAY) is None
    assert not is_due(alice(), DAY)
    assert days_since(alice(talk(3, on=date(2026, 12, 1))), DAY) is None


def test_peers_and_those_who_declined_are_not_due() -> None:
    old = talk(3, on=date(2026, 1, 1))

    assert not is_due(alice(old, person=ALICE._replace(relation="peer")), DAY)
    assert not is_due(alice(old, person=ALICE._replace(not_for_us=("ratings",))), DAY)
