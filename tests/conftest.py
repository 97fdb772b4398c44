"""Fixtures: a notebook on disk, and a way to run `one` in it."""

from pathlib import Path

import pytest

from stage import EXAMPLE, One, Stage


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update`` rewrites transcripts instead of comparing them."""
    parser.addoption("--update", action="store_true", help="rewrite the transcripts")


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """An empty folder with a fixed day, where `one` can be run."""
    return Stage(tmp_path)


@pytest.fixture
def team(stage: Stage) -> Stage:
    """The example team, copied."""
    stage.copy(EXAMPLE)
    return stage


@pytest.fixture
def one(stage: Stage) -> One:
    """Run `one …` in the stage's folder."""
    return stage.one
