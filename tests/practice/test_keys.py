"""Every key of every file can be written by a command with flags, and by one that asks."""

import pytest

from practice import keys
from practice.ways import WAYS, Way
from stage import Said, Stage

EVERY = [
    pytest.param(way, id=f"{title} {next(iter(way.keys))}")
    for title, ways in WAYS.items()
    for way in ways
]
BESIDE = {"In Sam's words", "In Alice's words", "Stretch", "Earlier questions",
          "a topic", "good, fix, to-me", "remind:"}  # fmt: skip
"""Rows that are no key but a section or the beginning of a line."""


def begin(stage: Stage, way: Way) -> None:
    """Put what is there before onto the stage; none of the keys may be in it yet."""
    stage.write(way.there)
    for line in way.first:
        assert stage.one(line).code == 0
    there = (stage.folder / way.file).exists()
    assert not there or not all(shows in stage.read(way.file) for shows in way.keys.values())


def end(stage: Stage, way: Way, said: Said) -> None:
    """Every key stands in the file, and the file fits."""
    assert said.code == 0, said.both
    text = stage.read(way.file)
    for shows in way.keys.values():
        assert shows in text, said.both + text
    assert not [line for line in stage.one("one check").err.splitlines() if way.file in line]


@pytest.mark.parametrize("way", EVERY)
def test_a_command_with_flags_writes_it(stage: Stage, way: Way) -> None:
    begin(stage, way)

    end(stage, way, stage.one(way.flags))


@pytest.mark.parametrize("way", EVERY)
def test_a_terminal_asks_for_it(stage: Stage, way: Way) -> None:
    begin(stage, way)

    said = stage.one(way.typed, typed=way.answers)

    end(stage, way, said)
    assert "^D" not in said.both


def test_the_table_has_every_key_that_is_read_and_no_other() -> None:
    table, known = set(keys.in_table()), set(keys.known())

    assert known - table == set()
    assert {key for _, key in table - known} == BESIDE
