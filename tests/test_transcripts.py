"""Every ``console`` block of the docs is run, in order, and must show what it says.

A page runs in a copy of the example team, on Tuesday 24 November 2026.
A comment at its top may say otherwise: ``<!-- notebook: empty, git -->`` or ``<!-- today: 2026-12-14 -->``.
What a person types stands behind ``> `` in blocks marked ``console typed``.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from stage import EXAMPLE, ROOT, Stage

PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "tests" / "transcripts").glob("*.md")),
    *sorted((ROOT / "tests" / "errors").glob("*.md")),
]
BLOCK = re.compile(r"^(?P<open>```console(?P<typed> typed)?\n)(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
SETTING = re.compile(r"<!-- (notebook|today): (.+?) -->")
ANSWER = re.compile(r"(?:^|\s)> ?(?P<answer>.*)$")


def replay(body: str, stage: Stage, typed: bool) -> str:
    """Run the ``$`` lines of a block and return the block as it should be."""
    said = []
    for command, shown in _commands(body):
        answers = [m["answer"] for line in shown if (m := ANSWER.search(line))] if typed else None
        said.append(f"$ {command}\n{_run(command, stage, answers)}")
    return "".join(said)


def _commands(body: str) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
    return found


def _run(command: str, stage: Stage, answers: list[str] | None) -> str:
    comment = re.search(r"\s{2,}#.*$", command)
    plain = command[: comment.start()] if comment else command
    if not re.fullmatch(r"one(\s.*)?", plain) or re.search(r"[|<>]", re.sub(r"\"[^\"]*\"|'[^']*'", "", plain)):
        return stage.shell(plain)
    said = stage.one(plain, typed=answers)
    return said.both + (f"[exit {said.code}]\n" if said.code else "")


def _prepare(page: str, stage: Stage) -> None:
    settings = dict(SETTING.findall(page))
    notebook = settings.get("notebook", "team")
    if "empty" not in notebook:
        stage.copy(EXAMPLE)
    if "git" in notebook:
        stage.git("init", "-q")
        stage.git("config", "user.name", "Sam")
        stage.git("config", "user.email", "sam@example.org")
        stage.git("add", "-A")
        stage.git("commit", "-qm", "start", "--allow-empty")
    if "today" in settings:
        stage.today = date.fromisoformat(settings["today"])


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_transcript(page: Path, stage: Stage, request: pytest.FixtureRequest) -> None:
    written = page.read_text(encoding="utf-8")
    _prepare(written, stage)
    actual = BLOCK.sub(
        lambda m: f"{m['open']}{replay(m['body'], stage, bool(m['typed']))}```", written
    )
    if request.config.getoption("--update"):
        page.write_text(actual, encoding="utf-8")
        return
    assert actual == written
