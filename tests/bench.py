"""How long a person waits: whole processes, each timed beside a bare typer command.

Milliseconds say as much about the machine as about `one`.
So every run is paired with a run of the bare command, and the two take turns to go first.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

SOURCE = Path(__file__).parent.parent / "src"
ONE = str(Path(sys.executable).with_name("one"))
TODAY = date(2026, 11, 24)
AGENDA = "people/alice/meetings/2026-11-24-alice.md"
TEAM = ("alice", "bo", "chen", "dana", "emil", "fay", "gus", "hana")
LETTERS = "bcdfghjkmnpqrstvwxz"
STILL_OPEN = 5
"""So many of each person's newest notes hold an open action: 40 in all."""

WARM_UP = 2
SILENT = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in range(3)]
SAM = ("-c", "user.name=Sam", "-c", "user.email=sam@example.org")
LOG = ("log", "alice", "--happiness", "4", "--win", "The demo", "--action", "@alice Show it, tue")

BARE = """import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
@app.command()
def main() -> None:
    print("bare")
app()
"""
MARKER = 'version: 1\nme: sam\nname: "Sam Okafor"\nweek-hours: 40\ncommit: true\n'
PERSON = 'name: "{name} Moreau"\ncadence: weekly\nday: tue\nminutes: 30\nadded: {since}\n'
ROLE = '---\ntype: role\nwith: {who}\nquestion: "Can a customer fix more today?"\n---\n'
INBOX = "# {name}: inbox\n\n## Topics\n- 2026-11-20 @{who} Who decides on the rollout? ^{id}\n"
NOTE = """---
type: one-on-one
with: {who}
date: {day}
state: held
minutes: 30
happiness: 3
asked: [ci-well-spent]
---
# {name} and Sam, {day}

> Can a customer fix more of their own problems today than last week?

## Check-in
- Slept eleven hours on Sunday

## Follow-up
- [x] @{who} Write down what the last release taught us ({before})

## Topics
- @{who} Is there money for a course this year, and whom would we have to ask?

The page has its argument now; the last third waits for a rested morning.
Sam had believed the rota was fair. It is not: 31 of 38 pages went to two people.

## Wins
- Half of the customers are on Importer 2, and 41 tickets last week #o1-kr1
- better: sent regrets to a meeting after a bad night instead of sitting through it

## Challenges
- The vendor has gone slow again, and the number will not fall much further without them

## Growth
- @{who} Showed the cache page to Bo first #share-early

## Happiness
- :-( Three nights on call

## Decisions
- The cache page goes to review

## Actions
- [{box}] @{who} Write down what the last release taught us  [due:: {due}]{done} ^{id}
"""


class Run(NamedTuple):
    """What one process took: milliseconds on the clock, and its peak memory in MB."""

    ms: float
    peak: float


class Case(NamedTuple):
    """A command line and its folder, the figures to reach, and what sets the folder back."""

    work: str
    argv: Sequence[str]
    folder: Path
    reach: str = ""
    reset: Callable[[], object] = lambda: None


def main() -> None:
    """Time everything and print one table."""
    asked = options()
    subprocess.run([sys.executable, "-m", "compileall", "-q", SOURCE], check=True)
    sizes = (1000, 5000) if asked.quick else (1000, 5000, 20000)
    with tempfile.TemporaryDirectory() as name:
        bare, *cases = all_cases(Path(name), sizes)
        print("| work | median ms | ratio | reach | peak MB |\n|---|--:|--:|--:|--:|")
        for case, pairs in measure(bare, cases, asked.runs or (5 if asked.quick else 15)):
            print(row(case, pairs))


def options() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs, and no 20,000 notes")
    parser.add_argument("--runs", type=int, metavar="N", help="so many runs of each case")
    return parser.parse_args()


def all_cases(top: Path, sizes: Sequence[int]) -> Iterator[Case]:
    """Everything that is timed, the bare command first; the notebooks are made on the way."""
    put(top / "bare.py", BARE)
    few, tracked = notebook(top / "few", 200), notebook(top / "tracked", 200)
    many = {size: notebook(top / f"{size}", size) for size in sizes}
    commit(tracked, many[5000])
    fresh = partial((few / AGENDA).unlink, missing_ok=True)
    again = partial(git, tracked, "reset", "--quiet", "--hard")
    bare = Case("a bare typer command", (sys.executable, f"{top / 'bare.py'}"), top)
    yield from (bare, bare._replace(reach="1 x"))
    yield Case("`python -c pass`", (sys.executable, "-c", "pass"), top)
    yield Case("`git grep` in 5,000 notes", ("git", "grep", "-n", "-F", "- [ ]"), many[5000])
    yield Case("`one --version`", (ONE, "--version"), few, "1.25 x")
    yield Case("`one actions`, 200 notes", (ONE, "actions"), few, "1.25 x")
    yield Case("`one`, 200 notes", (ONE,), few)
    yield Case("`one prep alice`", (ONE, "prep", "alice"), few, "1.8 x", fresh)
    yield Case("`one log alice ...` with its commit", (ONE, *LOG), tracked, "2.2 x", again)
    for size, reach in zip(sizes, ("1.3 x", "1.8 x, 45 MB", "3.3 x"), strict=False):
        yield Case(f"`one actions`, {size:,} notes", (ONE, "actions"), many[size], reach)
    yield Case("`one`, 5,000 notes", (ONE,), many[5000])


def measure(
    bare: Case, cases: Sequence[Case], runs: int
) -> Iterator[tuple[Case, list[tuple[Run, Run]]]]:
    """Go round all cases so many times; for each, its runs, each with the bare one beside it."""
    taken: list[list[tuple[Run, Run]]] = [[] for _ in cases]
    for turn in range(WARM_UP + runs):
        for case, pairs in zip(cases, taken, strict=True):
            case.reset()
            first, second = [timed(c, case.folder) for c in (case, bare)[:: 1 - turn % 2 * 2]]
            pairs.append((second, first) if turn % 2 else (first, second))
    yield from ((case, pairs[WARM_UP:]) for case, pairs in zip(cases, taken, strict=True))


def timed(case: Case, folder: Path) -> Run:
    """Run a process from start to end.

    Its peak is never less than this process's own, which is why that holds next to nothing.
    """
    os.chdir(folder)
    start = time.perf_counter()
    child = os.posix_spawnp(case.argv[0], case.argv, ENVIRONMENT, file_actions=SILENT)
    _, status, used = os.wait4(child, 0)
    ms = (time.perf_counter() - start) * 1000
    if status:
        sys.exit(f"{' '.join(case.argv)} ended with {os.waitstatus_to_exitcode(status)}")
    return Run(ms, used.ru_maxrss / 1024)


def row(case: Case, pairs: Sequence[tuple[Run, Run]]) -> str:
    """One line of the table."""
    ratio = median(run.ms / bare.ms for run, bare in pairs)
    ms, peak = median(run.ms for run, _ in pairs), max(run.peak for run, _ in pairs)
    return f"| {case.work} | {ms:.1f} | {ratio:.2f} x | {case.reach} | {peak:.1f} |"


def notebook(root: Path, notes: int) -> Path:
    """Make a notebook of so many notes: one a week for each of the team, up to last week."""
    each = notes // len(TEAM)
    put(root / "onestop.yaml", MARKER)
    for place, who in enumerate(TEAM):
        folder = root / "people" / who
        words = {"who": who, "name": who.title(), "since": TODAY - timedelta(weeks=each)}
        put(folder / "person.yaml", PERSON.format(**words))
        put(folder / "role.md", ROLE.format(**words))
        put(folder / "inbox.md", INBOX.format(id=name_of(place), **words))
        for day, text in pages(who, each, len(TEAM) + place * each):
            put(folder / "meetings" / f"{day}-{who}.md", text)
    return root


def pages(who: str, count: int, first: int) -> Iterator[tuple[date, str]]:
    """A person's notes by their days, oldest first; each ticks what the one before agreed."""
    for n in range(count):
        day = TODAY - timedelta(weeks=count - n)
        due = day + timedelta(days=10)
        is_open = n >= count - STILL_OPEN
        box, done = (" ", "") if is_open else ("x", f"  [completion:: {due}]")
        before, own = name_of(first + max(n - 1, 0)), name_of(first + n)
        yield day, NOTE.format(
            who=who, name=who.title(), day=day, due=due, box=box, done=done, before=before, id=own
        )


def name_of(number: int) -> str:
    """The nth id of four letters."""
    letters = (LETTERS[number // len(LETTERS) ** place % len(LETTERS)] for place in range(4))
    return "".join(letters)


def put(path: Path, text: str) -> None:
    """Write a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def commit(*notebooks: Path) -> None:
    """Put notebooks under git as they are."""
    for root in notebooks:
        git(root, "init", "--quiet")
        git(root, "add", "--all")
        git(root, "commit", "--quiet", "--message", "start")


def git(root: Path, *words: str) -> None:
    """Run git in a notebook."""
    subprocess.run(["git", *words], cwd=root, env=ENVIRONMENT, check=True)


if __name__ == "__main__":
    main()
