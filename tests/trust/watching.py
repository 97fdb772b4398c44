"""Command lines run in a child process that tells which programs and connections they started."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from stage import TUESDAY

PROGRAM = """
import json, pathlib, shlex, sys
SUSPECT = ("subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile",
           "os.system", "pty.", "socket.", "webbrowser.", "ctypes.", "http.", "urllib.")
seen = []
def watch(event, args):
    if event.startswith(SUSPECT):
        seen.append((event, args[1] if event == "subprocess.Popen" else []))
sys.addaudithook(watch)
from onestop.cli.app import run
from onestop.cli.world import World
codes = [run(shlex.split(line)[1:], World.real()) for line in sys.argv[2:]]
pathlib.Path(sys.argv[1]).write_text(json.dumps([codes, seen], default=str))
"""
SAM = {
    f"GIT_{role}_{what}": "sam@example.org"
    for role in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}


class Seen(NamedTuple):
    """How the lines ended, and the programs and connections they started, with their words."""

    codes: list[int]
    events: list[tuple[str, list[str]]]


def watched(folder: Path, *lines: str, **more: str) -> Seen:
    """Run lines one after the other; `more` is added to their environment."""
    report = folder.with_name(f"{folder.name}-report.json")
    subprocess.run(
        [sys.executable, "-c", PROGRAM, str(report), *lines],
        cwd=folder, env=os.environ | SAM | {"ONE_TODAY": str(TUESDAY)} | more, check=True,
        stdin=subprocess.DEVNULL, capture_output=True,
    )  # fmt: skip
    codes, events = json.loads(report.read_text(encoding="utf-8"))
    return Seen(codes, [(name, words) for name, words in events])
