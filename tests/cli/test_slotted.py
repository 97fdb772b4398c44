"""The rotating prompt from the question to the file: each answer has its own form and place."""

import json
from datetime import date
from pathlib import Path

import pytest

from books import book
from onestop.insight.slot import candidates
from onestop.model.folder import Folder
from onestop.render.prompts import slot_question
from stage import TUESDAY, Stage

HOME = "people/alice"
NOTE = f"{HOME}/meetings/2026-11-24-alice.md"
DRAFT = ".one/drafts/log-alice-2026-11-24-1.json"
OKRS = f"{HOME}/okrs/2026-Q4.yaml"
RESULT = f"result {OKRS} o1-kr1"
OTHERS = ("closed", "mood", "wins", "challenges", "decisions", "theirs", "mine")
HELD = {f"{HOME}/meetings/2026-{day}-alice.md": "- a\n" for day in ("10-27", "11-03", "11-10")}
FILES = {
    "onestop.yaml": "me: sam\ncommit: false\n",
    f"{HOME}/person.yaml": 'name: "Alice Moreau" # hers\nambition: "Own company"\n',
    f"{HOME}/role.md": "---\nquestion: What for?\n---\n",
    f"{HOME}/themes.yaml": "themes:\r\n  - {id: share-early, title: Share early}\r\n",
    OKRS: "objectives:\n  - id: o1\n    results:\n"
    "      - {id: o1-kr1, title: Tickets, start: 55, target: 20}\n",
    f"{HOME}/plan.yaml": "focus:\n  - {id: fp, title: FP, block: {day: thu}}\n",
    f"{HOME}/alignment.yaml": "assumptions:\n  - {id: a1, text: Fair}\n  - {text: Lead}\n",
    f"{HOME}/meetings/2026-10-06-alice.md": "## Happiness\n- :-/ Who owns search?\n",
    **HELD,
}


@pytest.fixture
def alice(stage: Stage) -> Stage:
    """A notebook in which everything that the prompt can be about is in use."""
    stage.write(FILES)
    return stage


def keep(stage: Stage, name: str, **answers: list[str]) -> None:
    """Leave a log interrupted before its rotating prompt, or with `answers`."""
    before: dict[str, list[str]] = {other: [] for other in OTHERS} | answers
    stage.write({DRAFT: json.dumps({**before, "asked": [name]})})


def folder(stage: Stage) -> Folder:
    return book(stage.folder, {}, stage.today).folder("alice")


def say(stage: Stage, name: str, *typed: str) -> str:
    """Answer the question with this name; what the command said about it."""
    keep(stage, name)
    said = stage.one("one log alice --resume", typed=typed)
    assert said.code == 0, said.err
    assert not (stage.folder / DRAFT).exists()
    return said.err


@pytest.mark.parametrize(
    ("name", "typed", "line"),
    [
        ("theme share-early", "Showed it to Bo", "## Growth\n- Showed it to Bo #share-early\n"),
        ("theme share-early", "Seen #Share-Early.", "## Growth\n- Seen #share-early.\n"),
        ("theme share-early", "@alice said so", "## Growth\n- @alice said so #share-early\n"),
        ("question", "In the review", "## Growth\n- In the review\n"),
        ("check-in", "Moving house", "## Check-in\n- Moving house\n"),
        ("block fp", "k", "block-fp: kept\n"),
        ("worth", "4", "worth: 4\n"),
        ("talk-share", "60 %", "talk-share: 60\n"),
        ("delegated", "The call, fri", "@alice The call #delegated  [due:: 2026-11-27]"),
        ("delegated", "@sam Nothing #Delegated", "@sam Nothing #delegated ^"),
    ],
)  # fmt: skip
def test_what_belongs_into_the_note_is_written_there(
    alice: Stage, name: str, typed: str, line: str
) -> None:
    said = say(alice, name, typed)

    assert line in alice.read(NOTE)
    assert "Logged" in said
    assert {path: alice.read(path) for path in FILES} == FILES


@pytest.mark.parametrize(("typed", "met"), [("p", "partly"), ("mi", "missed"), ("met", "met")])
def test_whether_the_outcome_was_met_stands_in_the_header(
    alice: Stage, typed: str, met: str
) -> None:
    alice.write({NOTE: "---\nstate: planned\noutcome: Both know\n---\n"})
    say(alice, "outcome Both know", typed)

    assert alice.read(NOTE) == f"---\nstate: held\noutcome: Both know\noutcome-met: {met}\n---\n"


def test_what_is_answered_for_a_theme_is_a_sighting_and_it_waits_anew(alice: Stage) -> None:
    say(alice, "theme share-early", "@alice Showed it +", "Asked Bo")

    (theme,) = [c for c in candidates(folder(alice), TUESDAY) if c.slot.theme]
    assert list(theme.heard) == [TUESDAY, TUESDAY]


def test_feedback_to_the_manager_stands_in_its_file_and_is_said_to_be_there(alice: Stage) -> None:
    said = say(alice, "feedback", "You interrupt +", "More context, see #share")

    assert [(f.kind, f.text, f.day) for f in folder(alice).feedback] == [
        ("to-me", "You interrupt", TUESDAY), ("to-me", "More context, see #share-early", TUESDAY),
    ]  # fmt: skip
    assert "Feedback to you: You interrupt." in said
    assert "interrupt" not in alice.read(NOTE)


def test_numbers_of_a_key_result_are_a_check_in(alice: Stage) -> None:
    said = say(alice, RESULT, "41 6 +", "40")

    (result,) = folder(alice).okrs[0].results
    assert [look[:4] for look in result.checkins] == [(TUESDAY, 40.0, None, 6)]
    assert "Checked in: #o1-kr1" in said


@pytest.mark.parametrize(("name", "at"), [("assumption a1", 0), ("assumption Lead", 1)])
def test_an_assumption_is_closed_by_the_last_word_on_it(alice: Stage, name: str, at: int) -> None:
    said = say(alice, name, "held +", "corrected, two people do it all")

    found = folder(alice).alignment.assumptions
    assert (found[at].outcome, found[at].note) == ("corrected", "two people do it all")
    assert found[at].tested == TUESDAY
    assert found[1 - at].is_open
    assert "Assumption corrected: two people do it all" in said


def test_a_link_joins_the_ambition_to_the_role_of_today(alice: Stage) -> None:
    say(alice, "link Own company", "selling: the demo +", "pricing: the vendor call: weekly")

    assert [link[:3] for link in folder(alice).person.ambition_links] == [
        (TUESDAY, "selling", "the demo"), (TUESDAY, "pricing", "the vendor call: weekly"),
    ]  # fmt: skip
    assert alice.read(f"{HOME}/person.yaml").startswith(FILES[f"{HOME}/person.yaml"])


def test_a_moment_that_was_not_clear_becomes_what_was_said(alice: Stage) -> None:
    say(alice, "unclear Who owns search?", "ha")

    (moment,) = folder(alice).meetings[0].moments
    assert (moment.became, moment.became_on) == ("happy", TUESDAY)


@pytest.mark.parametrize(
    ("name", "wrong", "told"),
    [
        ("theme share-early", "Yes!", "Say what you saw"), ("question", "y", "Say what you saw"),
        ("block fp", "often", "kept, missed or moved"), ("worth", "6", "from 1 to 5"),
        ("worth", "4.5", "from 1 to 5"), ("talk-share", "101%", "from 0 to 100"),
        ("link Own company", "selling", "Say the skill"), (RESULT, "many", "not a number"),
        ("link Own company", ": here", "Say the skill"), (RESULT, "41 11", "from 0 to 10"),
        ("assumption a1", "maybe", "held, wrong or corrected"),
        ("unclear Who owns search?", "s", "happy, sad or settled"),
        ("feedback", "more [said:: 2026-11-20]", "read as marks"),
        ("feedback", "see ^k3f9", "read as marks"), ("delegated", "- [ ] x", "one log"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_explained_and_asked_again(
    alice: Stage, name: str, wrong: str, told: str
) -> None:
    if name != "delegated":
        assert told in say(alice, name, wrong, "")
        return
    keep(alice, name)
    assert alice.one("one log alice --resume", typed=[wrong, "^C"]).code == 130


@pytest.mark.parametrize("nothing", ["", "nothing", "No.", "-"])
def test_nothing_is_an_answer(alice: Stage, nothing: str) -> None:
    say(alice, "worth", nothing)

    assert {path: alice.read(path) for path in FILES} == FILES
    assert alice.read(NOTE).count("\n") < 12


def test_every_question_fits_on_a_line_and_none_is_like_another(alice: Stage) -> None:
    found = folder(alice)
    asked = [slot_question(c.slot, found.person) for c in candidates(found, TUESDAY)]

    assert len(asked) == len(set(asked)) == 12
    assert max(map(len, asked)) < 80


def test_an_interrupted_log_goes_on_with_its_own_question_though_another_is_due(
    alice: Stage,
) -> None:
    keep(alice, "worth", slot=["4"])
    said = alice.one("one log alice --resume")

    assert said.code == 0
    assert "worth: 4\n" in alice.read(NOTE)


@pytest.mark.parametrize("typed", [[""], None])
def test_an_answer_to_a_question_that_is_over_becomes_a_note(
    alice: Stage, typed: list[str] | None
) -> None:
    keep(alice, "assumption a9", slot=["held, as we thought"])
    said = alice.one("one log alice --resume", typed=typed)

    assert said.code == 0
    assert "so it is a note: held, as we thought" in said.err
    assert "## Notes\n- held, as we thought\n" in alice.read(NOTE)


def test_flags_that_go_on_with_a_log_know_its_question_too(alice: Stage) -> None:
    keep(alice, "talk-share", slot=["60"])
    said = alice.one("one log alice --resume --win Importer")

    assert said.code == 0
    assert "talk-share: 60\n" in alice.read(NOTE)


def test_an_interruption_keeps_what_was_asked(alice: Stage) -> None:
    alice.one("one log alice", typed=["", "", "", "^C"])
    (asked,) = json.loads(alice.read(DRAFT))["asked"]

    assert asked in {c.slot.name for c in candidates(folder(alice), TUESDAY)} | {"question"}


def test_who_does_without_happiness_is_not_asked_for_it(alice: Stage) -> None:
    alice.write({f"{HOME}/person.yaml": "name: Alice\nnot-for-us: [happiness]\n"})
    said = alice.one("one log alice", typed=["."])

    assert "Happiness" not in said.err
    assert "Biggest obstacle" in alice.one("one log alice", typed=["", "."]).err


def test_a_dry_run_writes_no_file(alice: Stage) -> None:
    keep(alice, "feedback", slot=["You interrupt"])
    said = alice.one("one log alice --resume -n")

    assert "+- 2026-11-24 to-me: You interrupt" in said.out
    assert not Path(alice.folder, f"{HOME}/feedback.md").exists()


def test_a_backdated_answer_has_the_day_of_its_meeting(alice: Stage) -> None:
    path = DRAFT.replace("11-24", "11-20")
    before: dict[str, list[str]] = {other: [] for other in OTHERS}
    alice.write({path: json.dumps({**before, "slot": ["You talk"], "asked": ["feedback"]})})
    alice.one("one log alice --resume")

    assert [f.day for f in folder(alice).feedback] == [date(2026, 11, 20)]
