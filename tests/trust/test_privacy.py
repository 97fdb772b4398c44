"""What is the manager's own stays where it was typed: every such place holds a canary."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from stage import EXAMPLE, Stage
from trust.lines import WRITING, act, contents
from trust.watching import Seen, watched

PRIVATE = "people/alice/private.md"
INBOX = "people/alice/inbox.md"
PERSON = "people/alice/person.yaml"
ROLE = "people/alice/role.md"
LAST = "people/alice/meetings/2026-11-17-alice.md"
FEEDBACK = "people/alice/feedback.md"
RATING = "people/alice/ratings/2026-11-10.md"

PLACES = {
    "a remark": (PRIVATE, "\n- 2026-11-22 {}\n"),
    "a remark without a date": (PRIVATE, "\n{}\n"),
    "a remark to come": (PRIVATE, "\n- 2026-12-22 remind: {}\n"),
    "a key nobody knows in the settings": ("onestop.yaml", "\n{}: {}\n"),
    "a key nobody knows of a person": (PERSON, "\n{}: {}\n"),
    "a comment in a person's file": (PERSON, "\n# {}\n"),
    "a comment in the inbox": (INBOX, "\n<!-- {} -->\n"),
    "a comment behind an action": (INBOX, "\n- [ ] @sam Do it <!-- {} --> ^b3kd\n"),
    "a comment over some lines": (INBOX, "\n<!--\n- [ ] @alice {}\n-->\n"),
    "a comment of Obsidian's": (INBOX, "\n%% {} %%\n"),
    "a block in a fence": (INBOX, "\n```\n- [ ] @sam {}\n```\n"),
    "a section nobody knows": (LAST, "\n## {}\n- {}\n"),
    "a comment in a note": (LAST, "\n<!-- {} -->\n"),
    "a comment in the role": (ROLE, "\n<!-- {} -->\n"),
    "feedback not yet given": (FEEDBACK, "- 2026-11-20 fix: {} ^f3kd\n"),
    "feedback to the manager": (FEEDBACK, "- 2026-11-20 to-me: {} ^f4kd\n"),
    "a rating": (RATING, "---\nperformance-by-manager-fact: {}\n---\n"),
}
CANARIES = {f"canary{number}z": place for number, place in enumerate(PLACES)}

WORDS = r"(?:[a-z][a-z0-9-]*|\d{4}-\d{2}-\d{2})"
MESSAGE = re.compile(rf"(?:undo: )?[a-z]+(?:: {WORDS}(?: {WORDS})*)?")


def aviary(folder: Path) -> Stage:
    """The example team with a canary in every private place, under git."""
    stage = Stage(folder)
    stage.copy(EXAMPLE)
    for canary, place in CANARIES.items():
        path, text = PLACES[place]
        there = stage.read(path) if (folder / path).exists() else ""
        stage.write({path: there + text.replace("{}", canary)})
    for line in ("init -q", "add -A", "commit -qm start"):
        stage.git(*line.split())
    return stage


def seen_in(texts: Iterable[str]) -> set[str]:
    """The places whose canaries sing in these texts."""
    song = "\n".join(texts)
    return {place for canary, place in CANARIES.items() if canary in song}


def homes(folder: Path) -> dict[str, set[str]]:
    """The canaries of each file, by its path; a file without one is left out."""
    sung = {path: seen_in([data.decode()]) for path, data in contents(folder).items()}
    return {path: places for path, places in sung.items() if places}


class Week(NamedTuple):
    """A notebook in which every writer has run: its canaries before, and what was started."""

    stage: Stage
    before: dict[str, set[str]]
    seen: Seen


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Week:
    stage = aviary(tmp_path_factory.mktemp("aviary"))
    before = homes(stage.folder)
    return Week(stage, before, watched(stage.folder, *WRITING, "one undo"))


def test_no_command_carries_a_private_word_anywhere(week: Week) -> None:
    folder = week.stage.folder

    assert week.seen.codes.count(0) > len(WRITING) / 2
    assert homes(folder) == week.before
    assert seen_in(week.stage.git("log", "--format=%B%an%ae").splitlines()) == set()
    assert seen_in(word for _, words in week.seen.events for word in words) == set()
    assert seen_in(str(path) for path in folder.rglob("*")) == set()
    assert seen_in(left_over(folder)) == set()


def test_a_commit_message_tells_who_and_when_and_nothing_else(week: Week) -> None:
    messages = week.stage.git("log", "--format=%B%x00").split("\0")[:-1]

    assert len(messages) > len(WRITING) / 2
    assert [said for said in messages if not MESSAGE.fullmatch(said.strip())] == []


def left_over(folder: Path) -> list[str]:
    """What `.one` holds beside the versions kept for undo and the answers kept in drafts."""
    paths = [path for path in (folder / ".one").rglob("*") if path.is_file()]
    kept = (folder / ".one" / "undo", folder / ".one" / "drafts")
    return [p.read_text() for p in paths if not any(p.is_relative_to(k) for k in kept)]


def test_a_word_that_got_out_would_be_seen(tmp_path: Path) -> None:
    stage = aviary(tmp_path)
    before = homes(stage.folder)

    act(stage, "one topic bo 'heard of canary0z'")

    assert homes(stage.folder) == before | {"people/bo/inbox.md": {"a remark"}}


@pytest.mark.parametrize("line", ["one prep alice --paper", "one prep alice bo growth --paper"])
def test_the_printed_page_holds_no_private_word(line: str, tmp_path: Path) -> None:
    said = act(aviary(tmp_path), line)

    assert "Alice Moreau" in said.out
    assert seen_in([said.both]) == set()


def test_what_was_typed_before_an_interruption_is_in_the_draft_alone(team: Stage) -> None:
    said = team.one("one log alice", typed=["", "4", "canary0z", "^C"])

    assert said.code == 130
    assert homes(team.folder) == {}
    (draft,) = (team.folder / ".one" / "drafts").iterdir()
    assert seen_in([draft.read_text()]) == {"a remark"}
    assert draft.stat().st_mode & 0o077 == 0
    assert seen_in(left_over(team.folder)) == set()
