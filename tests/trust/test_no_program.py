"""A command starts nothing but git, for its own commit, and opens no connection."""

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from stage import EXAMPLE, Stage
from trust.lines import LOOKING, WRITING
from trust.watching import Seen, watched

GIT_MAY = {
    *("init", "config", "rev-parse", "hash-object", "ls-tree", "check-ignore"),
    *("read-tree", "write-tree", "update-index", "commit-tree", "update-ref"),
}
ORDERS = """
editor: {trap}
pager: {trap}
hooks: {{before: {trap}, after: {trap}}}
command: "!{trap}"
"""
GIT_CONFIG = """
[core]
    fsmonitor = {trap}
    hooksPath = {hooks}
    pager = {trap}
    editor = {trap}
    sshCommand = {trap}
    askPass = {trap}
    gitProxy = {trap}
    alternateRefsCommand = {trap}
[commit]
    gpgSign = true
[gpg]
    program = {trap}
    format = openpgp
[credential]
    helper = {trap}
[filter "evil"]
    clean = {trap}
    smudge = {trap}
    process = {trap}
    required = true
[diff]
    external = {trap}
[diff "evil"]
    command = {trap}
    textconv = {trap}
[merge "evil"]
    driver = {trap}
[alias]
    commit-tree = !{trap}
    write-tree = !{trap}
[hook "evil"]
    command = {trap}
    event = reference-transaction
    event = post-index-change
[remote "origin"]
    url = ext::{trap}
    uploadpack = {trap}
    promisor = true
[extensions]
    partialClone = origin
"""
HOOKS = (
    "pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "post-index-change",
    "reference-transaction", "pre-auto-gc", "post-checkout", "post-rewrite", "fsmonitor-watchman",
)  # fmt: skip


NEXT_YEAR = datetime(2027, 11, 24, tzinfo=UTC).timestamp()


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A program that leaves a trace beside itself when it is started."""
    path = tmp_path / "trap"
    path.write_text(f'#!/bin/sh\necho "$0 $*" >> "{path}.sprung"\nexit 1\n', encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def notebook(tmp_path: Path, trap: Path) -> Stage:
    """The example team, whose settings name programs that nobody asked for."""
    stage = Stage(tmp_path / "notebook")
    stage.copy(EXAMPLE)
    for name in ("onestop.yaml", "people/alice/person.yaml"):
        stage.write({name: stage.read(name) + ORDERS.format(trap=trap)})
    return stage


@pytest.fixture
def tracked(notebook: Stage) -> Stage:
    """The same notebook, under git, which looks again into files that seem to be new to it."""
    for path in notebook.folder.rglob("*"):
        os.utime(path, (NEXT_YEAR, NEXT_YEAR))
    notebook.git("init", "-q")
    notebook.git("add", "-A")
    notebook.git("commit", "-qm", "start")
    return notebook


def test_looking_starts_nothing_at_all(tracked: Stage) -> None:
    seen = watched(tracked.folder, *LOOKING)

    assert set(seen.codes) <= {0, 1}
    assert seen.events == []


def test_writing_starts_nothing_where_there_is_no_git(notebook: Stage) -> None:
    seen = watched(notebook.folder, *WRITING, "one undo")

    assert seen.codes.count(0) > len(WRITING) / 2
    assert seen.events == []


def test_writing_starts_git_alone_and_nothing_that_leaves_the_machine(tracked: Stage) -> None:
    seen = watched(tracked.folder, *WRITING, "one undo")

    assert {name for name, _ in seen.events} == {"subprocess.Popen"}
    assert {words[0] for _, words in seen.events} == {"git"}
    assert {git_verb(words) for _, words in seen.events} <= GIT_MAY


def git_verb(words: list[str]) -> str:
    """What git is told to do, behind its settings."""
    rest = words[1:]
    while rest[0] == "-c":
        rest = rest[2:]
    return rest[0]


def test_without_a_commit_git_is_not_started(tracked: Stage) -> None:
    seen = watched(tracked.folder, "one topic alice Hello --no-commit", "one done k3f9 --dry-run")

    assert seen == Seen([0, 0], [])


def test_an_editor_is_the_one_program_that_edit_starts(notebook: Stage) -> None:
    seen = watched(notebook.folder, "one edit alice inbox", ONE_EDITOR="true")

    path = str(notebook.folder / "people/alice/inbox.md")
    assert seen == Seen([0], [("subprocess.Popen", ["true", path])])


def test_no_program_that_a_repository_names_is_run(tracked: Stage, trap: Path) -> None:
    hooks = trap.with_name("hooks")
    for folder in (hooks, tracked.folder / ".git" / "hooks"):
        folder.mkdir(exist_ok=True)
        for name in HOOKS:
            (folder / name).symlink_to(trap)
    with (tracked.folder / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(GIT_CONFIG.format(trap=trap, hooks=hooks))
    tracked.write({".gitattributes": "* filter=evil diff=evil merge=evil\n"})
    sprung = trap.with_name("trap.sprung")

    watched(tracked.folder, *WRITING, "one undo")

    assert not sprung.exists()
    assert len(tracked.git("-c", "core.fsmonitor=", "log", "--format=%h").split()) > 10
    subprocess.run(["git", "status"], cwd=tracked.folder, capture_output=True, check=False)
    assert sprung.exists()
