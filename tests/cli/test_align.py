"""Alignment and feedback in files that people keep their own way."""

from onestop.formats.alignment import parse
from stage import Stage

PERSON = {"onestop.yaml": "me: sam\n", "people/alice/person.yaml": "name: Alice Moreau\n"}
ALIGNMENT = "people/alice/alignment.yaml"
FEEDBACK = "people/alice/feedback.md"
ODD = (
    "\ufeff# ours\r\nassumptions: # to ask\r\n- {text: 'Rota is fair', who: both}   # really?\r\n"
    "own: [1, 2]\r\n\r\npriorities:\r\n- theirs: [a, b]\r\n  date: 2026-11-03\r\n"
)


def test_a_file_with_comments_its_own_keys_and_other_line_ends_keeps_them(stage: Stage) -> None:
    stage.write({**PERSON, ALIGNMENT: ODD})

    stage.one("one align alice test rota wrong 'Nobody said so'")
    stage.one("one align alice priorities --mine x,y --on 2026-11-03")

    assert stage.read(ALIGNMENT) == ODD.replace(
        "who: both}",
        'who: both, id: a1, tested: 2026-11-24, outcome: wrong, note: "Nobody said so"}',
    ).replace("date: 2026-11-03\r\n", 'date: 2026-11-03\r\n  mine: ["x", "y"]\r\n')


def test_what_was_half_answered_is_not_written(stage: Stage) -> None:
    stage.write({**PERSON, ALIGNMENT: ODD})

    said = stage.one("one align alice priorities", typed=["search", "^C"])

    assert said.code == 130
    assert stage.read(ALIGNMENT) == ODD
    assert stage.one("one feedback alice good", typed=["The demo", "^D"]).code == 130
    assert not (stage.folder / FEEDBACK).exists()


def test_an_empty_answer_leaves_a_side_as_it_is(stage: Stage) -> None:
    stage.write({**PERSON, ALIGNMENT: ODD})

    said = stage.one("one align alice priorities", typed=["", "search, ,Search"])

    assert "Both" not in said.err
    assert parse(stage.read(ALIGNMENT)).value.priorities[-1].mine == ("search",)


def test_feedback_is_marked_as_said_on_a_line_typed_by_hand(stage: Stage) -> None:
    page = "\ufeff# Mine\r\n\r\n* Good: The demo\r\n\r\nwords below\r\n"
    stage.write({**PERSON, FEEDBACK: page})

    said = stage.one("one said demo 23 nov")

    assert said.out == f"{FEEDBACK}\n"
    line, *_ = [x for x in stage.read(FEEDBACK).split("\r\n") if "demo" in x]
    assert line.startswith("* Good: The demo  [said:: 2026-11-23] ^")
    assert stage.read(FEEDBACK).replace(line, "* Good: The demo") == page


def test_commits_hold_no_words_of_feedback_and_beliefs(stage: Stage) -> None:
    stage.write(PERSON)
    stage.git("init", "-q")

    stage.one("one feedback alice fix 'Decided the schema alone' --said")
    stage.one("one align alice assume 'Wants the lead role'")

    assert stage.git("log", "--format=%B").split() == ["align:", "alice", "feedback:", "alice"]
