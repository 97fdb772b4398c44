"""What is the manager's own stays where it was typed: every such place holds a canary."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from onestop.model.meeting import PURPOSES
from stage import EXAMPLE, Stage
from trust.lines import LOOKING, WRITING, act, contents
from trust.watching import Seen, watched

ALICE, BO, CHEN, DANA = "people/alice", "people/bo", "people/chen", "people/dana"
PRIVATE, INBOX, FEEDBACK = f"{ALICE}/private.md", f"{ALICE}/inbox.md", f"{ALICE}/feedback.md"
PERSON, ROLE, THEMES = f"{ALICE}/person.yaml", f"{ALICE}/role.md", f"{ALICE}/themes.yaml"
OKRS, TEAM, PLAN = f"{ALICE}/okrs/2026-Q4.yaml", "okrs/2026-Q4.yaml", f"{ALICE}/plan.yaml"
ALIGN, LAST = f"{ALICE}/alignment.yaml", f"{ALICE}/meetings/2026-11-17-alice.md"
RATING, OLD = f"{ALICE}/ratings/2026-11-10.md", f"{ALICE}/ratings/2026-08-27.md"
SKIPPED = f"{ALICE}/meetings/2026-10-27-alice.md"
FACTS = "---\nperformance-by-manager: 3\n{}: {{}}\n---\n"

PLACES = {
    "a remark": (PRIVATE, "\n- 2026-11-22 {}\n"),
    "a remark without a date": (PRIVATE, "\n{}\n"),
    "a remark of today": (PRIVATE, "\n- 2026-11-24 remind: {}\n"),
    "a remark to come": (PRIVATE, "\n- 2026-12-22 remind: {}\n"),
    "a section of remarks": (PRIVATE, "\n## {}\n- Hm\n"),
    "a comment among remarks": (PRIVATE, "\n<!-- {} -->\n"),
    "a remark about somebody else": (f"{BO}/private.md", "- 2026-11-24 remind: {}\n"),
    "a key nobody knows in the settings": ("onestop.yaml", "\n{}: {}\n"),
    "a comment in the settings": ("onestop.yaml", "# {}\n"),
    "why the manager is away": (
        "onestop.yaml",
        "  - {from: 2026-11-02, to: 2026-11-02, why: {}}\n",
        "  - {from: 2026-12",
    ),
    "a comment among the questions": ("questions/own.yaml", "# {}\n"),
    "a key nobody knows of a question": ("questions/own.yaml", "- {id: q, text: Well?, own: {}}\n"),
    "a key nobody knows of a person": (PERSON, "\n{}: {}\n"),
    "a comment in a person's file": (PERSON, "\n# {}\n"),
    "why somebody is away": (PERSON, 'away:\n  - {from: 2026-11-02, to: 2026-11-02, why: "{}"}\n'),
    "a key nobody knows of a leave": (
        f"{DANA}/person.yaml",
        "away: [{from: 2026-11-02, to: 2026-11-02, mine: {}}]\n",
    ),
    "a comment in the inbox": (INBOX, "\n<!-- {} -->\n"),
    "a comment behind an action": (INBOX, "\n- [ ] @sam Do it <!-- {} --> ^b3kd\n"),
    "a comment over some lines": (INBOX, "\n<!--\n- [ ] @alice {}\n-->\n"),
    "a comment of Obsidian's": (INBOX, "\n%% {} %%\n"),
    "a block in a fence": (INBOX, "\n```\n- [ ] @sam {}\n```\n"),
    "prose in the inbox": (INBOX, "\nNot for the agenda: {}\n"),
    "a section nobody knows in the inbox": (INBOX, "\n## {}\n\nHm.\n"),
    "a section nobody knows": (LAST, "\n## {}\n- {}\n"),
    "a comment in a note": (LAST, "\n<!-- {} -->\n"),
    "a comment of Obsidian's in a note": (LAST, "\n%%\n- :-( {}\n%%\n"),
    "a key nobody knows of a note": (LAST, "{}: {}\n", "happiness: 3"),
    "a comment in the header of a note": (LAST, "# {}\n", "happiness: 3"),
    "prose in a note": (LAST, "\nNext to the notes: {}\n"),
    "why a meeting fell out": (SKIPPED, "{} ", "release day"),
    "a comment in the role": (ROLE, "\n<!-- {} -->\n"),
    "a key nobody knows of a role": (ROLE, "{}: {}\n", "agreed: "),
    "a section nobody knows of a role": (ROLE, "\n## {}\n\n{}\n"),
    "a comment among the themes": (THEMES, "  # {}\n"),
    "a key nobody knows of a theme": (THEMES, "    mine: {}\n"),
    "a comment among the OKRs": (OKRS, "# {}\n"),
    "a key nobody knows of a quarter": (OKRS, "mine: {}\n"),
    "a key nobody knows of a key result": (OKRS, "        mine: {}\n", '        lead: "error'),
    "a key nobody knows of a check-in": (OKRS, "mine: {}, ", "now: 41"),
    "a comment among the team's OKRs": (TEAM, "# {}\n"),
    "a comment in the plan": (PLAN, "# {}\n"),
    "a key nobody knows of a card": (PLAN, "mine: {}, ", 'title: "Take'),
    "a comment on what is agreed": (ALIGN, "# {}\n"),
    "an assumption": (ALIGN, '  - {id: a7, text: "{}", since: 2026-10-13}\n'),
    "a key nobody knows of an assumption": (ALIGN, "  - {id: a8, text: Hm, mine: {}}\n"),
    "what became of an assumption": (
        ALIGN,
        "  - {id: a9, text: Hm, tested: 2026-11-03, outcome: wrong, note: {}}\n",
    ),
    "an expectation nobody said back": (ALIGN, "  - {id: e9, expect: {}}\n", "assumptions:"),
    "what an expectation would look like": (
        ALIGN,
        "  - {id: e8, expect: Hm, success: {}}\n",
        "assumptions:",
    ),
    "feedback not yet given": (FEEDBACK, "- 2026-11-20 fix: {} ^f3kb\n"),
    "praise not yet given": (FEEDBACK, "- 2026-11-20 good: {} ^f3kc\n"),
    "feedback to the manager": (FEEDBACK, "- 2026-11-20 to-me: {} ^f4kd\n"),
    "where it was": (FEEDBACK, "- 2026-11-20 fix: Hm  [situation:: {}] ^f4kf\n"),
    "what was seen": (FEEDBACK, "- 2026-11-20 fix: Hm  [behaviour:: {}] ^f4kg\n"),
    "what it led to": (FEEDBACK, "- 2026-11-20 fix: Hm  [impact:: {}] ^f4kh\n"),
    "a comment among the feedback": (FEEDBACK, "<!-- {} -->\n"),
    "feedback to somebody else": (f"{CHEN}/feedback.md", "- 2026-11-20 fix: {} ^f4kj\n"),
    "what the manager's number rests on": (RATING, FACTS.format("performance-by-manager-fact")),
    "what the person's number rests on": (OLD, "{} ", "The double invoices"),
    "what the manager thinks of the manager": (OLD, "{} ", "Promised sales"),
    "what the person thinks of the manager": (OLD, "{} ", "Got us the"),
    "a comment on a rating": (OLD, "# {}\n", "improve"),
    "a page below a rating": (OLD, "\n{}\n"),
}
ELSEWHERE = ("a closed rating", "a draft", "a version kept for undo")
"""Places outside the files that people keep: what is closed, begun, or taken out by hand."""

CANARIES = {f"canary{number}z": place for number, place in enumerate((*PLACES, *ELSEWHERE))}
SONG_OF = {place: canary for canary, place in CANARIES.items()}

WORDS = r"(?:[a-z][a-z0-9-]*|\d{4}-\d{2}-\d{2})"
MESSAGE = re.compile(rf"(?:undo: )?[a-z]+(?:: {WORDS}(?: {WORDS})*)?")


def aviary(folder: Path) -> Stage:
    """The example team with a canary in every private place, under git."""
    stage = Stage(folder)
    stage.copy(EXAMPLE)
    for place, (path, *where) in PLACES.items():
        there = stage.read(path) if (folder / path).exists() else ""
        stage.write({path: put(there, where[0].replace("{}", SONG_OF[place]), *where[1:])})
    for line in ("init -q", "add -A", "commit -qm start"):
        stage.git(*line.split())
    fly_elsewhere(stage)
    assert act(stage, "one check").out == ""  # each of them stands where it is read, or skipped
    return stage


def put(text: str, new: str, before: str = "") -> str:
    """A text with new words at its end, or before others."""
    assert before in text
    return text.replace(before, new + before, 1) if before else text + new


def fly_elsewhere(stage: Stage) -> None:
    """Canaries in a closed rating, in a draft, and in a version that is kept for undo."""
    closed, begun, kept = (SONG_OF[place] for place in ELSEWHERE)
    facts = f"--performance-by-manager-fact {closed} --manager-by-self-fact {closed}"
    act(stage, f"one rate dana --performance-by-manager 3 --manager-by-self 3 {facts}")
    act(stage, f"one private chen {kept} --no-commit")
    act(stage, "one private chen 'Something else' --no-commit")
    page = stage.read(f"{CHEN}/private.md")
    stage.write({
        f"{CHEN}/private.md": page.replace(kept, "gone"),
        ".one/drafts/log-dana-2026-11-18-1.json": json.dumps({"wins": [begun]}),
    })  # fmt: skip


def seen_in(texts: Iterable[str]) -> set[str]:
    """The places whose canaries sing in these texts."""
    song = "\n".join(texts)
    return {place for canary, place in CANARIES.items() if canary in song}


def homes(folder: Path) -> dict[str, set[str]]:
    """The canaries of each file, by its path; a file without one is left out."""
    sung = {path: seen_in([data.decode()]) for path, data in contents(folder).items()}
    return {path: places for path, places in sung.items() if places}


@pytest.fixture
def cage(tmp_path: Path) -> Stage:
    """A notebook full of canaries that a test may do with as it likes."""
    return aviary(tmp_path / "cage")


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


@pytest.mark.parametrize("way", ["--paper", "--shared"])
def test_what_leaves_the_desk_holds_no_private_word(way: str, cage: Stage) -> None:
    for purpose in PURPOSES:
        said = act(cage, f"one prep alice dana {purpose} {way}" if way == "--paper"
                   else f"one prep alice {purpose} {way}")  # fmt: skip

        assert "Alice Moreau" in said.out
        assert (purpose, seen_in([said.both])) == (purpose, set())


def test_a_note_that_is_prepared_or_logged_holds_no_private_word(cage: Stage) -> None:
    lines = [f"one prep alice {purpose} --date 2026-12-{day}" for day, purpose in
             enumerate(PURPOSES, 10)]  # fmt: skip
    for line in (*lines, "one log alice --happiness 3 --said f3kb --done k3f9 --win Shown"):
        assert act(cage, line).code == 0

    made = [path for path in contents(cage.folder) if "/meetings/2026-1" in path]
    made = [path for path in made if path > f"{ALICE}/meetings/2026-11-18"]
    assert len(made) > len(PURPOSES)
    assert seen_in(cage.read(path) for path in made if path.startswith(ALICE)) == set()


def test_a_closed_rating_is_in_no_answer(cage: Stage) -> None:
    told = {line: act(cage, line).both for line in LOOKING}

    assert [line for line, both in told.items() if SONG_OF["a closed rating"] in both] == []


def test_what_was_typed_before_an_interruption_is_in_the_draft_alone(team: Stage) -> None:
    said = team.one("one log alice", typed=["", "4", "canary0z", "^C"])

    assert said.code == 130
    assert homes(team.folder) == {}
    (draft,) = (team.folder / ".one" / "drafts").iterdir()
    assert seen_in([draft.read_text()]) == {"a remark"}
    assert draft.stat().st_mode & 0o077 == 0
    assert seen_in(left_over(team.folder)) == set()
