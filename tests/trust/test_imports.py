"""What a command imports is what a person waits for: a child process tells, for each command."""

import subprocess
import sys
from pathlib import Path

import pytest

from stage import Stage

ONE = """
from onestop.__main__ import main
main()
"""
BARE = """
import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
app.command()(lambda: None)
app(standalone_mode=False)
os._exit(0)
"""
TELLING = """
import os, sys
leave = os._exit
def tell(code):
    print(*sys.modules, sep="\\n", file=sys.stderr, flush=True)
    leave(code)
os._exit = tell
"""

FOR_EYES = {"rich", "markdown_it", "pygments", "pydantic", "platformdirs", "filelock", "click"}
FOR_YAML = {"yaml", "frontmatter"}
FOR_OTHERS = {"json", "hashlib", "secrets", "random", "difflib", "tempfile", "email"}
FOR_GIT = {"onestop.notebook.git", "onestop.notebook.gitindex", "onestop.notebook.gitwords"}
FOR_WRITING = {
    f"onestop.notebook.{name}"
    for name in ("files", "transaction", "journal", "lock", "edits", "change", "undo", "drafts")
}

OUR_MODULES = {
    "one --version": 12,
    "one actions": 70,
    "one": 94,
    "one people": 91,
    "one show alice": 116,
}
"""How many modules of ours a command may import: those it needs, and two or three more."""


def imported(program: str, folder: Path, *words: str) -> set[str]:
    """Every module that a process has imported by its end."""
    done = subprocess.run(
        [sys.executable, "-c", TELLING + program, *words],
        cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(done.stderr.splitlines())


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What a command costs that does nothing at all."""
    return imported(BARE, tmp_path_factory.mktemp("bare"))


@pytest.mark.parametrize("line", OUR_MODULES)
def test_looking_imports_nothing_that_it_does_not_need(
    line: str, shared: Stage, bare: set[str]
) -> None:
    more = imported(ONE, shared.folder, *line.split()[1:]) - bare

    assert more & (FOR_EYES | FOR_YAML | FOR_OTHERS | FOR_GIT | FOR_WRITING) == set()
    assert len([name for name in more if name.startswith("onestop")]) <= OUR_MODULES[line]


@pytest.mark.parametrize("line", ["one prep alice", "one prep alice --paper"])
def test_preparing_imports_nothing_for_the_eyes(line: str, desk: Stage, bare: set[str]) -> None:
    more = imported(ONE, desk.folder, *line.split()[1:]) - bare

    assert more & FOR_EYES == set()
