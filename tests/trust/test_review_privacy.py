"""What leaves with a review: nothing that is the manager's own, however it came into the notes."""

from pathlib import Path
from typing import NamedTuple

import pytest

from stage import EXAMPLE, Said, Stage
from trust.lines import act, contents

PRIVATE = "people/alice/private.md"
INBOX = "people/alice/inbox.md"
PERSON = "people/alice/person.yaml"
ROLE = "people/alice/role.md"
PLAN = "people/alice/plan.yaml"
LAST = "people/alice/meetings/2026-11-17-alice.md"
FEEDBACK = "people/alice/feedback.md"
ALIGNMENT = "people/alice/alignment.yaml"
THEMES = "people/alice/themes.yaml"

PLACES = {
    "a remark": (PRIVATE, "\n- 2026-11-22 {}\n"),
    "a remark without a date": (PRIVATE, "\n{}\n"),
    "a remark to come": (PRIVATE, "\n- 2026-12-22 remind: {}\n"),
    "a remark about somebody else": ("people/bo/private.md", "\n- 2026-11-22 {}\n"),
    "a remark with a tag": (PRIVATE, "\n- 2026-11-22 {} #share-early\n"),
    "a key nobody knows in the settings": ("onestop.yaml", "\n{}: {}\n"),
    "a key nobody knows of a person": (PERSON, "\n{}: {}\n"),
    "a comment in a person's file": (PERSON, "\n# {}\n"),
    "a comment in the plan": (PLAN, "\n# {}\n"),
    "a comment among the themes": (THEMES, "\n# {}\n"),
    "a comment in the inbox": (INBOX, "\n<!-- {} -->\n"),
    "a comment behind an action": (INBOX, "\n- [ ] @sam Do it <!-- {} --> ^b3kd\n"),
    "a topic": (INBOX, "\n## Topics\n- 2026-11-22 @sam {} ^b4kd\n"),
    "a topic with a tag": (INBOX, "\n## Topics\n- 2026-11-22 @sam {} #share-early ^b5kd\n"),
    "a comment of Obsidian's": (INBOX, "\n%% {} %%\n"),
    "a block in a fence": (INBOX, "\n```\n- [x] @sam {}\n```\n"),
    "a section nobody knows": (LAST, "\n## {}\n- {}\n"),
    "a tagged line in it": (LAST, "\n## My own thoughts\n- {} #share-early\n"),
    "prose in a note": (LAST, "\n{}\n"),
    "a comment in a note": (LAST, "\n<!-- {} -->\n"),
    "a comment in the role": (ROLE, "\n<!-- {} -->\n"),
    "prose in the role": (ROLE, "\n{}\n"),
    "feedback not yet given": (FEEDBACK, "- 2026-11-20 fix: {} ^f3kd\n"),
    "praise not yet given, with a tag": (FEEDBACK, "- 2026-11-20 good: {} #share-early ^f5kd\n"),
    "an assumption not yet tested": (ALIGNMENT, '  - {id: a9, text: "<>", since: 2026-11-01}\n'),
}
CANARIES = {f"canary{number}z": place for number, place in enumerate(PLACES)}

LEAVING = (
    "one review alice --plain",
    "one review alice",
    "one review alice --all --since 2020-01-01",
    "one review alice 2026-Q4 -n -o r.md",
    "one review alice --all -o r.md",
    "one review alice --all --html r.html",
    "one review alice --plain -o r.md --html r.html",
)


def seen_in(text: str) -> set[str]:
    """The places whose canaries sing in a text."""
    return {place for canary, place in CANARIES.items() if canary in text}


@pytest.fixture(scope="module")
def aviary(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """The example team with a canary in every place that is not to leave."""
    stage = Stage(tmp_path_factory.mktemp("aviary"))
    stage.copy(EXAMPLE)
    for canary, place in CANARIES.items():
        path, text = PLACES[place]
        there = stage.read(path) if (stage.folder / path).exists() else ""
        stage.write({path: there + text.replace("{}", canary).replace("<>", canary)})
    return stage


class Left(NamedTuple):
    """What one command line handed over: its output, and the files it made."""

    said: Said
    files: str


def handed(stage: Stage, line: str, *, terminal: bool = False) -> Left:
    before = contents(stage.folder)
    said = act(stage, line, terminal=terminal)
    made = {p: data for p, data in contents(stage.folder).items() if p not in before}
    for name in made:
        (stage.folder / name).unlink()
    assert contents(stage.folder) == before
    return Left(said, "\n".join(data.decode() for data in made.values()))


@pytest.mark.parametrize("line", LEAVING)
def test_nothing_that_is_the_managers_own_leaves(line: str, aviary: Stage) -> None:
    left = handed(aviary, line)

    assert left.said.code == 0
    assert "Importer 2 is out" in left.said.out + left.files
    assert bool(left.files) == ("-o" in line or "--html" in line) - ("-n" in line)
    assert seen_in(left.said.both + left.files) == set()


def test_what_is_not_yet_said_is_on_the_managers_own_screen_and_marked(aviary: Stage) -> None:
    page = handed(aviary, "one review alice", terminal=True).said.out

    before, _, after = page.partition("Not yet said to Alice (only you see this")
    assert seen_in(before) == set()
    assert seen_in(after) == {"feedback not yet given", "praise not yet given, with a tag"}


def test_who_hands_it_over_is_told_what_was_left_out(aviary: Stage) -> None:
    told = handed(aviary, "one review alice -o r.md").said.err

    assert (
        "Left out: private remarks, untested assumptions, 3 lines of feedback not yet said" in told
    )
    assert "It names Bo, Emil and Fay." in told


@pytest.mark.parametrize("line", LEAVING)
def test_a_private_line_that_was_copied_into_a_note_lets_nothing_leave(
    line: str, team: Stage
) -> None:
    words = "My own choice if the lead position opens in spring"
    assert words in team.read(PRIVATE)
    team.write({LAST: team.read(LAST).replace("## Wins\n", f"## Wins\n- {words.upper()}!\n")})

    left = handed(team, line)

    assert left.said.code == 6
    assert left.files == ""
    assert "people/alice/private.md:5" in left.said.err
    assert words.lower() not in left.said.both.lower()


def test_ones_own_screen_is_no_handing_over(team: Stage) -> None:
    words = "My own choice if the lead position opens in spring"
    team.write({LAST: team.read(LAST).replace("## Wins\n", f"## Wins\n- {words}\n")})
    assert handed(team, "one review alice", terminal=True).said.code == 0


def test_a_private_file_that_cannot_be_looked_at_lets_nothing_leave(team: Stage) -> None:
    (team.folder / PRIVATE).unlink()
    (team.folder / PRIVATE).mkdir()

    left = handed(team, "one review alice -o r.md")

    assert (left.said.code, left.files) == (6, "")


def test_ratings_that_are_still_closed_are_in_no_review(team: Stage, tmp_path: Path) -> None:
    fact = "Led the incident review on 20 Nov"
    closed = act(
        team,
        f"one rate alice --performance-by-manager 5 --performance-by-manager-fact '{fact}'"
        " --manager-by-self 3 --manager-by-self-fact 'Missed 3 Nov'",
    )
    assert closed.code == 0

    left = handed(team, "one review alice -o r.md")

    assert left.said.code == 0
    assert fact not in left.files
