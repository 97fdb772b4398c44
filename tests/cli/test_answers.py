"""What was typed or given as flags, as one entry: both ways mean the same."""

from datetime import date

import pytest

from onestop.cli import answers, asking
from onestop.cli.answers import Flags
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.insight.slot import GROWTH, OUTCOME, QUESTION, UNCLEAR, Slot
from onestop.model.entry import Entry, Said
from onestop.model.meeting import Moment
from onestop.model.person import Person
from onestop.render.terminal import Screen, Terminal
from stage import TUESDAY, Stage

ALICE = Person("alice", "Alice Moreau")
TYPED = {
    "closed": ["1,3"],
    "mood": ["4 :-) the demo", ":-( four nights"],
    "wins": ["Importer 2", "better: asked on day one"],
    "challenges": ["Vendor"],
    "slot": ["Showed it unfinished"],
    "decisions": ["Dana decides"],
    "theirs": ["Demo the cache, tue", "@bo Read it"],
    "mine": ["Tell Dana"],
}
FLAGS = Flags(
    texts={
        "wins": ["Importer 2", "better: asked on day one"],
        "challenges": ["Vendor"],
        "growth": ["Showed it unfinished"],
        "decisions": ["Dana decides"],
        "actions": ["@alice Demo the cache, tue", "@bo Read it", "@sam Tell Dana"],
    },
    moments={":-)": ["the demo"], ":-(": ["four nights"], ":-/": None},
    header={"happiness": 4, "worth": None},
)


@pytest.fixture
def world(team: Stage) -> World:
    nobody = Terminal(Screen(None), Screen(None), None, asks=False)
    return World(today=TUESDAY, cwd=team.folder, env={}, terminal=nobody)


def test_prompts_and_flags_make_the_same_entry(world: World) -> None:
    typed = asking.understand(world, ALICE, TYPED, Slot(GROWTH), 3)
    given = answers.from_flags(world, FLAGS, answers.Understood(Entry()))

    assert sorted(typed.entry.bullets) == sorted(given.entry.bullets)
    assert typed.entry._replace(bullets=()) == given.entry._replace(bullets=())
    assert typed.closed == (1, 3)
    assert typed.entry.header == {"happiness": 4}
    assert typed.entry.moments == ((":-)", "the demo"), (":-(", "four nights"))
    assert typed.entry.actions == (
        Said("alice", "Demo the cache", date(2026, 12, 1)),
        Said("bo", "Read it"),
        Said("sam", "Tell Dana"),
    )


def test_flags_are_added_to_what_was_typed_before(world: World) -> None:
    before = asking.understand(world, ALICE, {"mood": ["2"], "wins": ["One"]}, Slot(GROWTH), 0)
    both = answers.from_flags(world, FLAGS, before)
    assert both.entry.header["happiness"] == 4
    assert [text for section, text in both.entry.bullets if section == "Wins"][:2] == [
        "One",
        "Importer 2",
    ]


def test_nothing_typed_is_an_empty_entry(world: World) -> None:
    said = asking.understand(world, ALICE, {"closed": [], "mood": []}, Slot(GROWTH), 0)
    assert said.entry.is_empty
    assert not Flags({"wins": [], "notes": None}, {":-)": None}, {"worth": None}).given
    assert Flags({}, {}, {"talk-share": 0}).given


@pytest.mark.parametrize(
    ("slot", "said", "where"),
    [
        (Slot(GROWTH), "Led the call", ("bullets", (("Growth", "Led the call"),))),
        (Slot(QUESTION), "In the review", ("bullets", (("Growth", "In the review"),))),
        (Slot(OUTCOME, outcome="Both see it"), "p", ("header", {"outcome-met": "partly"})),
    ],
)
def test_the_rotating_question_goes_where_it_belongs(
    world: World, slot: Slot, said: str, where: tuple[str, object]
) -> None:
    entry = asking.understand(world, ALICE, {"slot": [said]}, slot, 0).entry
    assert getattr(entry, where[0]) == where[1]


def test_an_unclear_moment_becomes_what_was_said(world: World) -> None:
    moment = Moment(":-/", "Who owns search?")
    said = asking.understand(world, ALICE, {"slot": ["ha"]}, Slot(UNCLEAR, moment=moment), 0)
    assert said.settled == ((moment, "happy"),)


@pytest.mark.parametrize(
    ("slot", "said"), [(UNCLEAR, "s"), (UNCLEAR, "no"), (OUTCOME, "m"), (OUTCOME, "x")]
)
def test_a_word_that_fits_two_or_none_is_asked_again(world: World, slot: str, said: str) -> None:
    check = asking.checks(world, Slot(slot), 0)["slot"]
    with pytest.raises(Usage, match="should be"):
        check(said)


def test_blocks_become_keys_of_the_header() -> None:
    assert answers.blocks(["fp=kept", "ml=moved"]) == {"block-fp": "kept", "block-ml": "moved"}
    for bad in ("fp", "fp=gone", "=kept", "a b=kept"):
        with pytest.raises(Usage, match="should be like fp=kept"):
            answers.blocks([bad])
