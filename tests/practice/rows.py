"""The rows of the practice: what each page of tests/transcripts/practice says of itself."""

import re
from pathlib import Path
from typing import NamedTuple

from stage import ROOT

FOLDER = ROOT / "tests" / "transcripts" / "practice"
GROUPS = {
    "A": ("Alignment, the real output of a manager", 5),
    "B": ("Not a status meeting", 8),
    "C": ("The person, not the projects", 6),
    "D": ("Role purpose and growth", 9),
    "E": ("The structured parts", 7),
    "F": ("Clocks", 0),
}
"""Each group by its letter: its title, and how many rows it has; F is a row of its own."""

_TITLE = re.compile(r"^# (?P<id>[A-F][1-9]?)  (?P<title>.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```console(?P<typed> typed)?\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_ONE = re.compile(r"(?:^|[|;&] )one(?: -q| --today \S+)*(?: (?P<verb>[a-z]+))?(?P<rest>[^|;&>]*)")
_FILE = re.compile(r"people/\w+/(?P<kind>[\w-]+)(?P<more>/|\.\w+)|\b(?P<top>onestop\.yaml|okrs/)")

_SET_UP = ("init", "add", "demo", "check", "edit")
_LOOK = (
    "", "today", "week", "prep", "show", "people", "actions", "find", "ask", "board", "health",
    "load", "trends", "review",
)  # fmt: skip
_FILES = {
    "meetings": "the meeting note", "okrs": "`okrs/`", "team-okrs": "`team-okrs/`",
    "ratings": "`ratings/`",
}  # fmt: skip


class Mechanism(NamedTuple):
    """One row: what it is, and by which words and files it goes in and comes back."""

    id: str
    title: str
    what: str
    ways: tuple[str, ...]
    files: tuple[str, ...]
    back: tuple[str, ...]


def wanted() -> list[str]:
    """Every row that must have a page, in order."""
    return [
        row
        for letter, (_, count) in GROUPS.items()
        for row in ([f"{letter}{n}" for n in range(1, count + 1)] or [letter])
    ]


def missing() -> list[str]:
    """The rows without a page."""
    return [row for row in wanted() if not _path(row).exists()]


def mechanisms() -> list[Mechanism]:
    """Every row that has a page, in order."""
    return [read(_path(row).read_text("utf-8")) for row in wanted() if _path(row).exists()]


def read(page: str) -> Mechanism:
    """What one page says: its title, its first paragraph, the commands and files it shows."""
    title = _TITLE.search(page)
    assert title, "a page begins with its row and title: # D1  The role as a guiding question"
    lines = [line for block in _BLOCK.finditer(page) for line in _typed(block["body"])]
    ways, back = _verbs(lines)
    return Mechanism(title["id"], title["title"], _first(page[title.end() :]), ways,
                     _files(lines), back)  # fmt: skip


def _path(row: str) -> Path:
    return FOLDER / f"{row}.md"


def _typed(body: str) -> list[str]:
    return [line[2:] for line in body.splitlines() if line.startswith("$ ")]


def _first(text: str) -> str:
    """The first paragraph, on one line."""
    parts = (part.strip() for part in text.split("\n\n"))
    return " ".join(next(p for p in parts if p and not p.startswith(("<!--", "```"))).split())


def _verbs(lines: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The commands that write, and those that show it again, in order of appearance.

    A verb with nobody but a person behind it shows; with more words it writes, and so does a
    `prep` that says what the meeting is for.
    """
    ways: list[str] = []
    back: list[str] = []
    for line in lines:
        for said in _ONE.finditer(line):
            verb = said["verb"] or ""
            if verb in _SET_UP or (verb == "" and said["rest"].strip()):
                continue
            words = [word for word in said["rest"].split() if not word.startswith("--")]
            shows = verb in _LOOK or (len(words) < 2 and verb != "log")
            back += [verb] if shows else []
            ways += [verb] if not shows or (verb == "prep" and len(words) > 1) else []
    return tuple(dict.fromkeys(ways)), tuple(dict.fromkeys(back))


def _files(lines: list[str]) -> tuple[str, ...]:
    """The files that a person reads or writes by hand on the page."""
    found: list[str] = []
    for line in (x for x in lines if not x.startswith(("one ", "touch ", "mkdir ", "ls "))):
        for said in _FILE.finditer(line):
            kind = said["kind"] or said["top"].rstrip("/")
            found.append(_FILES.get(kind, f"`{kind}{said['more'] or ''}`"))
    return tuple(dict.fromkeys(found))
