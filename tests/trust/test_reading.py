"""Looking changes nothing, and a dry run shows exactly what is then written."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from onestop.cli.app import COMMANDS
from stage import Stage
from trust.lines import LOOKING, NO_DRY_RUN, WRITING, act, contents, set_back, verb


class Trace(NamedTuple):
    """What shows that a file or a folder was touched."""

    inode: int
    modified: int
    mode: int
    data: bytes


def traces(folder: Path) -> dict[str, Trace]:
    """Everything in a folder, and the folder itself."""
    return {str(path): trace(path) for path in (folder, *folder.rglob("*"))}


def trace(path: Path) -> Trace:
    status = path.lstat()
    data = path.read_bytes() if path.is_file() else b""
    return Trace(status.st_ino, status.st_mtime_ns, status.st_mode, data)


def test_every_command_is_gone_through_here() -> None:
    known = {name for group in COMMANDS.values() for name in group}

    assert {verb(line) for line in (*LOOKING, *WRITING, *NO_DRY_RUN)} >= known


@pytest.mark.parametrize("line", LOOKING)
def test_looking_leaves_every_file_as_it_was(line: str, desk: Stage) -> None:
    before = traces(desk.folder)

    said = act(desk, line)

    assert said.code in (0, 1), said.err
    assert said.both
    assert traces(desk.folder) == before


@pytest.mark.parametrize("line", WRITING)
def test_a_dry_run_leaves_every_file_as_it_was(line: str, desk: Stage) -> None:
    before = traces(desk.folder)

    said = act(desk, f"{line} --dry-run")

    assert said.code == 0, said.err
    assert "\n@@ " in said.out
    assert traces(desk.folder) == before


@pytest.mark.parametrize("line", WRITING)
def test_a_dry_run_shows_what_is_then_written(line: str, desk: Stage) -> None:
    by_diff, by_command = both_ways(line, desk)

    assert by_diff == by_command


def both_ways(line: str, stage: Stage) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """What a dry run's diff makes of a notebook, and what the command itself makes of it."""
    before = contents(stage.folder)
    diff = as_it_lies(act(stage, f"{line} --dry-run").out)
    subprocess.run(["git", "apply", "-"], cwd=stage.folder, input=diff.encode(), check=True)
    by_diff = contents(stage.folder)
    assert by_diff != before
    set_back(stage.folder, before)
    assert act(stage, line).code == 0
    return by_diff, contents(stage.folder)


def as_it_lies(diff: str) -> str:
    """A diff with those characters in it that a screen is only shown the names of."""
    return diff.replace("^M\n", "\r\n").replace("\\u2028", "\u2028").replace("\\ufeff", "\ufeff")


ODD: dict[str, Callable[[bytes], bytes]] = {
    "Windows line ends": lambda data: data.replace(b"\n", b"\r\n"),
    "a byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "no last line end": lambda data: data.rstrip(b"\n"),
    "tabs": lambda data: data.replace(b" decides", b"\tdecides"),
    "a separator inside a line": lambda data: data.replace(b"decides", "de\u2028cides".encode()),
}


@pytest.mark.parametrize("odd", ODD)
def test_a_dry_run_is_as_exact_in_a_file_with(odd: str, desk: Stage) -> None:
    inbox = desk.folder / "people" / "alice" / "inbox.md"
    inbox.write_bytes(ODD[odd](inbox.read_bytes()))

    by_diff, by_command = both_ways("one done t4kd", desk)

    assert by_diff == by_command
