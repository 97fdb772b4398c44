"""`one` at a real terminal: typed, interrupted, killed, and gone on with."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date

import pytest

from keyboard import CTRL_C, CTRL_D, Keyboard
from stage import BIN, Stage

Sit = Callable[..., Keyboard]


@pytest.fixture
def sit(stage: Stage) -> Iterator[Sit]:
    """Sit down at a terminal in the stage's folder, and type a command."""
    with ExitStack() as open_ones:

        def start(*words: str, width: int = 100, **env: str) -> Keyboard:
            env = stage.env | {"ONE_TODAY": stage.today.isoformat()} | env
            command = [str(BIN / "one"), *words]
            return open_ones.enter_context(
                Keyboard(command, cwd=stage.folder, env=env, width=width)
            )

        yield start


def test_the_first_evening_is_typed_in_one_go(stage: Stage, sit: Sit) -> None:
    stage.today = date(2026, 11, 23)
    assert sit("init").see("Your name > ").type("Sam Okafor").end() == 0

    adding = sit("add").see("Names, with commas between > ")
    adding.type("Alice Moreau, bo, chen, dana, emil, fay, gus")
    rhythms = {
        "Alice Moreau": "tue",
        "Bo": "tue",
        "Chen": "2w tue",
        "Dana": "wed",
        "Emil": "wed 20",
    }
    for name, rhythm in {**rhythms, "Fay": "thu", "Gus": "thu"}.items():
        adding.see(f"{name}: how often").see("> ").type(rhythm)
    assert adding.end() == 0

    morning = sit()
    assert morning.end() == 0
    assert "3 h 5 min a week: fine for seven." in morning.screen
    assert 'name: "Gus"' in stage.read("people/gus/person.yaml")


def test_a_week_is_typed_from_the_first_name_to_a_promise_kept(stage: Stage, sit: Sit) -> None:
    sit("init").see("name > ").type("Sam Okafor").end()
    sit("add", "Alice Moreau").see("how often").type("tue").end()
    sit("topic", "alice").see("For the next agenda with Alice > ").type("@alice The rollout?").end()
    assert "Alice brings   1  The rollout?" in (page := sit("prep")).see("Next:").screen
    assert page.end() == 0

    log = (
        sit("log", "alice").see("Done, discussed").type("1").see("Happiness").type("4 :-) the demo")
    )
    answers = {
        "Wins": "Importer 2 is live",
        "obstacle": "",
        "stretched": "",
        "Decided": "Dana decides",
        "What will Alice do": "Write one page, fri",
        "What will you do": "Tell Dana, tomorrow",
    }
    for question, answer in answers.items():
        log.see(question).see("> ").type(answer)
    log.see("Logged: 1 closed, 1 win, 1 decision, happiness 4.")
    assert log.end() == 0

    done = sit("done").see("1  alice  you    Tell Dana").see("Done (numbers").type("1")
    done.see("Done: Tell Dana")
    assert done.end() == 0
    assert sit("undo").see("Taken back: done alice").end() == 0
    assert sit("actions", "--exit-code").see("Tell Dana").end() == 1


@pytest.mark.parametrize(
    "stop",
    [
        lambda log: log.press(CTRL_C),
        lambda log: log.press(CTRL_D),
        lambda log: os.kill(log.process.pid, signal.SIGTERM),
    ],
    ids=["Ctrl-C", "Ctrl-D", "SIGTERM"],
)
def test_an_interrupted_log_keeps_what_was_typed(
    team: Stage, sit: Sit, stop: Callable[[Keyboard], object]
) -> None:
    log = sit("log", "alice").see("Done, discussed").type("2-3").see("Happiness").type("4")
    log.see("Wins").see("> ")
    assert log.insist(lambda: stop(log)) == 130
    assert "\none: Stopped.\n     What you typed is kept: one log alice --resume\n" in log.screen
    assert not (team.folder / "people/alice/meetings/2026-11-24-alice.md").exists()

    more = (
        sit("log", "alice", "--resume")
        .see("= 2-3")
        .see("= 4")
        .see("Wins")
        .type("Importer 2")
        .see("obstacle")
        .type(".")
    )
    assert more.end() == 0
    assert "- Importer 2\n" in team.read("people/alice/meetings/2026-11-24-alice.md")
    assert "happiness: 4\n" in team.read("people/alice/meetings/2026-11-24-alice.md")


def test_a_killed_log_keeps_what_was_typed(team: Stage, sit: Sit) -> None:
    log = sit("log", "alice").see("Done, discussed").type("").see("Happiness").type("4").see("Wins")
    log.process.kill()
    log.end()

    again = sit("log", "alice").see("Go on with it? [Y/n] > ").type("").see("= 4").see("Wins")

    assert again.type(".").end() == 0
    assert "happiness: 4\n" in team.read("people/alice/meetings/2026-11-24-alice.md")


@pytest.mark.parametrize(
    "words", [("topic", "alice"), ("act", "alice"), ("private", "alice"), ("done",)]
)
def test_an_input_that_ends_writes_nothing(team: Stage, sit: Sit, words: tuple[str, ...]) -> None:
    asked = sit(*words).see("> ")
    assert asked.insist(lambda: asked.press(CTRL_D)) == 130
    assert "one: The input ended." in asked.screen
    assert not (team.folder / ".one").exists()


def test_ctrl_c_at_a_question_is_quiet(team: Stage, sit: Sit) -> None:
    asked = sit("topic", "alice").see("> ")
    assert asked.insist(lambda: asked.press(CTRL_C)) == 130
    assert asked.screen.replace("^C", "").strip() == "For the next agenda with Alice >"


def test_without_input_nothing_is_asked_even_here(team: Stage, sit: Sit) -> None:
    assert sit("--no-input", "topic", "alice").see("Give the text.").end() == 2


def test_a_terminal_has_colour_and_may_be_told_not_to(team: Stage, sit: Sit) -> None:
    def is_colourful(*words: str, **env: str) -> bool:
        shown = sit(*words, "actions", "alice", **env)
        assert shown.end() == 0
        return "\x1b[36mk3f9" in shown.raw

    assert is_colourful()
    assert not is_colourful(NO_COLOR="1")
    assert not is_colourful(TERM="dumb")
    assert not is_colourful("--color", "never")
    assert is_colourful("--color", "always", NO_COLOR="1")


@pytest.mark.parametrize(
    "words", [(), ("people",), ("actions",), ("show", "alice"), ("prep", "bo")]
)
def test_nothing_is_wider_than_eighty_columns(
    team: Stage, sit: Sit, words: tuple[str, ...]
) -> None:
    shown = sit("--no-pager", *words, width=80)
    assert shown.end() == 0
    assert max(map(len, shown.screen.splitlines())) <= 80


def test_long_output_goes_through_the_pager(team: Stage, sit: Sit) -> None:
    shown = sit("find", "e", PAGER="sed s/^/|/")
    assert shown.end() == 0
    assert "\n|people/bo/inbox.md" in shown.screen
    short = sit("find", "Slept eleven", PAGER="sed s/^/|/")
    assert short.end() == 0
    assert "|" not in short.screen


def test_the_editor_gets_the_terminal(team: Stage, sit: Sit) -> None:
    tool = team.folder / "edit.sh"
    tool.write_text(
        '#!/bin/sh\nprintf \'word? \'\nread word\necho "- $word" >> "$1"\n', encoding="utf-8"
    )
    tool.chmod(0o755)
    assert (
        sit("edit", "alice", "inbox", ONE_EDITOR=str(tool)).see("word? ").type("typed").end() == 0
    )
    assert team.read("people/alice/inbox.md").endswith("\n- typed\n")
