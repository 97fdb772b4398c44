"""Every ``console`` block of the docs is run, in order, and must show what it says.

A page runs in a copy of the example team, on Tuesday 24 November 2026, at a terminal 120 wide.
Comments at its top may say otherwise: ``<!-- notebook: empty, git -->``,
``<!-- today: 2026-12-14 -->``, ``<!-- width: 80 -->``; ``today`` may change further down.
What a person types stands behind ``> `` in blocks marked ``console typed``.
What stands before or behind `one` in a pipe runs in a shell, and so does any other line;
in a line with more to it, as `cd people && one`, so does a real `one`.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from stage import EXAMPLE, ROOT, Stage

PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "tests" / "transcripts").rglob("*.md")),
    *sorted((ROOT / "tests" / "errors").glob("*.md")),
]
PART = re.compile(
    r"<!-- (?P<setting>notebook|today|width): (?P<value>.+?) -->"
    r"|^(?P<open>```console(?P<typed> typed)?\n)(?P<body>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
COMMENT = re.compile(r"\s{2,}#.*$")
QUOTED = re.compile(r"\"[^\"$]*\"|'[^']*'")
LINE = re.compile(r"(?:([^|;&]+) \| )?(one(?: [^|<>;&$]*)?)(?<! )(?: ([|>] [^&;]+))?")
ANSWER = re.compile(r"(?:^|\s)> ?(?P<answer>.*)$")


class Replay:
    """One page, run from its top; settings and blocks take effect where they stand."""

    def __init__(self, page: str, stage: Stage) -> None:
        self.stage = stage
        self.width = 120
        settings = {m["setting"]: m["value"] for m in PART.finditer(page)}
        self._prepare(settings.get("notebook", "team"))

    def _prepare(self, notebook: str) -> None:
        if "empty" not in notebook:
            self.stage.copy(EXAMPLE)
        if "git" in notebook:
            self.stage.git("init", "-q", "-b", "main")
            self.stage.git("add", "-A")
            self.stage.git("commit", "-qm", "start", "--allow-empty")

    def part(self, found: re.Match[str]) -> str:
        """Take over a setting, or run a block and return it as it should be."""
        if found["setting"]:
            self._set(found["setting"], found["value"])
            return found[0]
        said = "".join(
            f"$ {command}\n{self._run(command, shown if found['typed'] else None)}"
            for command, shown in _commands(found["body"])
        )
        return f"{found['open']}{said}```"

    def _set(self, setting: str, value: str) -> None:
        if setting == "today":
            self.stage.today = date.fromisoformat(value)
        elif setting == "width":
            self.width = int(value)

    def _run(self, command: str, shown: list[str] | None) -> str:
        line = COMMENT.sub("", command)
        found = LINE.fullmatch(QUOTED.sub(lambda m: "x" * len(m[0]), line))
        if not found:
            return self.stage.shell(line)
        before, words, after = (line[slice(*found.span(part))] for part in (1, 2, 3))
        said = self.stage.one(
            words,
            typed=shown and [m["answer"] for text in shown if (m := ANSWER.search(text))],
            piped=self.stage.shell(before) if before else None,
            width=None if after else self.width,
        )
        ended = f"[exit {said.code}]\n" if said.code and not after.startswith("|") else ""
        if not after:
            return said.both + ended
        return said.err + self.stage.shell(f"cat {after}", given=said.out) + ended


def _commands(body: str) -> list[tuple[str, list[str]]]:
    """Each line behind `$ `, with the lines that are shown below it."""
    found: list[tuple[str, list[str]]] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_page(page: Path, stage: Stage, request: pytest.FixtureRequest) -> None:
    written = page.read_text(encoding="utf-8")
    actual = PART.sub(Replay(written, stage).part, written)
    if request.config.getoption("--update"):
        page.write_text(actual, encoding="utf-8")
        return
    assert actual == written
