"""Questions one after the other: skipped, asked again, ended, interrupted, gone on with."""

import io

import pytest

from onestop.cli.interview import Answers, hold
from onestop.cli.world import World
from onestop.errors import Interrupted, Usage
from onestop.render.terminal import Screen, Terminal
from stage import TUESDAY, Stage, Typist

QUESTIONS = {"one": "First", "two": "Second", "three": "Third"}


def world(stage: Stage, *typed: str) -> World:
    screen = io.StringIO()
    keyboard = Typist(typed, screen, stage.shell)
    terminal = Terminal(Screen(screen), Screen(screen), keyboard, asks=True)
    return World(today=TUESDAY, cwd=stage.folder, env={}, terminal=terminal)


def answered(stage: Stage, *typed: str, so_far: Answers | None = None) -> Answers:
    def digits(said: str) -> None:
        if not said.isdigit():
            raise Usage("Digits only.")

    return hold(
        world(stage, *typed), QUESTIONS, {"three": digits}, so_far or {}, lambda _: None, "one log"
    )


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        (["a", "b", "3"], {"one": ["a"], "two": ["b"], "three": ["3"]}),
        (["", "", ""], {"one": [], "two": [], "three": []}),
        (["a +", "b", "", "."], {"one": ["a", "b"], "two": []}),
        (["a", "+", "b", "."], {"one": ["a", "b"]}),
        (["+", "a", "."], {"one": ["a"]}),
        (["a", "."], {"one": ["a"]}),
        (["."], {}),
        (["a", "b", "c", "3"], {"one": ["a"], "two": ["b"], "three": ["3"]}),
        (["a", "b", "c +", "3 +", "4"], {"one": ["a"], "two": ["b"], "three": ["3", "4"]}),
        (["C++", "", ""], {"one": ["C++"], "two": [], "three": []}),
    ],
)
def test_the_keys_do_what_the_first_line_says(
    stage: Stage, typed: list[str], answers: Answers
) -> None:
    assert answered(stage, *typed) == answers


def test_what_is_answered_is_not_asked_again(stage: Stage) -> None:
    said = answered(stage, "a", "3", so_far={"two": ["b"]})
    assert said == {"two": ["b"], "one": ["a"], "three": ["3"]}


def test_every_answer_is_kept_before_the_next_question(stage: Stage) -> None:
    kept: list[str] = []

    def keep(said: Answers) -> None:
        kept.append(repr(said))

    with pytest.raises(Interrupted) as stopped:
        hold(world(stage, "a", "", "^C"), QUESTIONS, {}, {}, keep, "one log alice --resume")

    assert kept == ["{'one': ['a']}", "{'one': ['a'], 'two': []}"]
    assert stopped.value.hint == "What you typed is kept: one log alice --resume"


def test_nothing_is_called_kept_when_nothing_was_understood(stage: Stage) -> None:
    with pytest.raises(Interrupted) as stopped:
        answered(stage, "", "", "three", "^C")

    told, kept = stopped.value.hint.split("\n")
    assert told == 'Not kept, as it was not understood: "three"'
    assert kept == "Nothing is kept yet."


def test_what_was_refused_before_the_last_answer_is_over(stage: Stage) -> None:
    with pytest.raises(Interrupted) as stopped:
        hold(
            world(stage, "a", "x", "3", "^C"),
            {"one": "First", "three": "Third", "four": "Fourth"},
            {"three": lambda said: None if said.isdigit() else _refuse()},
            {},
            lambda _: None,
            "one log alice --resume",
        )

    assert stopped.value.hint == "What you typed is kept: one log alice --resume"


def _refuse() -> None:
    raise Usage("Digits only.")
