"""What a new user stumbles over, and what is said about it."""

import pytest

from stage import Stage

TODAYS = "people/alice/meetings/2026-11-24-alice.md"


def test_a_meeting_does_not_move_into_another_year_by_mistake(team: Stage) -> None:
    said = team.one("one move emil 17 nov")
    assert said.code == 2
    assert "2027-11-17" in said.err
    assert "one log emil --date DATE" in said.err
    assert team.one("one move emil 2027-11-17").code == 0


def test_an_interrupted_log_is_seen_in_the_morning(team: Stage) -> None:
    team.one("one log bo", typed=["3", "^C"])
    assert "one log bo --resume" in team.one("one").out
    team.one("one log bo --discard")
    assert "--resume" not in team.one("one").out


@pytest.mark.parametrize("answer", ["nothing", "None.", "no", "-"])
def test_nothing_is_an_answer(team: Stage, answer: str) -> None:
    said = team.one("one log alice", typed=["", "3", "", "", "", answer, answer, answer])
    assert (said.code, "New:" in said.err) == (0, False)
    assert "## Actions" not in team.read(TODAYS)
    assert "## Decisions" not in team.read(TODAYS)


def test_a_plan_that_falls_into_a_leave_is_named(team: Stage) -> None:
    team.one("one prep alice")
    said = team.one("one away alice 2026-11-24 2026-11-27")
    assert "Planned in it: alice, Tue 24 Nov." in said.err
    assert "Planned" not in team.one("one away bo 2026-11-24 2026-11-27").err


def test_a_name_without_its_quotes_is_asked_about(stage: Stage) -> None:
    stage.one("one init --me sam --no-git")
    stage.one("one add Alice Moreau", typed=["1", "weekly tue"])
    stage.one("one add Bo Chen", typed=["2", "", ""])
    assert [line.split()[0] for line in stage.one("one people").out.splitlines()] == [
        "alice", "bo", "chen",
    ]  # fmt: skip


@pytest.mark.parametrize("words", ["50 %% of it", "Close <!-- here"])
def test_words_that_would_hide_what_follows_are_refused(team: Stage, words: str) -> None:
    said = team.one(["act", "alice", "--mine", words])
    assert (said.code, "does not close" in said.err) == (2, True)


def test_a_line_typed_by_hand_has_its_id_on_the_first_brief(team: Stage) -> None:
    inbox = "people/alice/inbox.md"
    team.write({inbox: team.read(inbox) + "- [ ] @alice From my phone\n"})
    line = next(x for x in team.one("one prep alice").out.splitlines() if "From my phone" in x)
    assert f"^{line.split()[-1]}" in team.read(inbox)


def test_what_is_discussed_without_being_named_is_said(team: Stage) -> None:
    team.one("one prep alice")
    said = team.one("one log alice --happiness 4")
    assert "Discussed: Who decides on the rollout?\n" in said.err


def test_a_promise_of_the_others_that_is_late_is_counted_in_the_morning(team: Stage) -> None:
    assert "2 owed to you late" in team.one("one").out


def test_a_mention_of_somebody_else_stays_in_the_words_of_a_topic(team: Stage) -> None:
    team.one(["topic", "alice", "@bo thinks we should hire"])
    assert "@sam @bo thinks we should hire ^" in team.read("people/alice/inbox.md")


def test_what_is_done_already_is_nothing_to_do_in_a_log(team: Stage) -> None:
    team.one("one done k3f9")
    said = team.one("one log alice --done k3f9 --happiness 4")
    assert (said.code, "Nothing to do, closed already: Write one page" in said.err) == (0, True)
    assert team.one("one log alice --done nope").code == 2
    assert team.one("one log alice --done t4kd").code == 2
