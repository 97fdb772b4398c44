"""How long a person waits: whole processes, each timed beside a bare typer command.

Milliseconds say as much about the machine as about `one`.
So every run is paired with a run of the bare command, and the two take turns to go first.
"""

import argparse
import os
import shutil
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

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "team"
NOTE = "people/alice/meetings/2026-11-17-alice.md"
ONE = str(Path(sys.executable).with_name("one"))
LOG = (ONE, "log", "alice", "--happiness", "4", "--win", "Shown", "--action", "@alice Ask, tue")
TODAY = date(2026, 11, 24)
AGENDA = f"people/alice/meetings/{TODAY}-alice.md"
TEAM = ("alice", "bo", "chen", "dana", "emil", "fay", "gus", "hana")
STILL_OPEN = 5
"""So many of each person's newest notes hold an open action: 40 in all."""

LOOKING_ACROSS = (
    "one", "one week", "one trends", "one trends alice", "one health", "one load",
    "one review alice", "one show alice",
)  # fmt: skip
WARM_UP = 2
SILENT = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in range(3)]
ENVIRONMENT = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ} | {
    "LANG": "C.UTF-8",
    "ONE_TODAY": str(TODAY),
    **{f"GIT_{role}_NAME": "Sam" for role in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{role}_EMAIL": "sam@example.org" for role in ("AUTHOR", "COMMITTER")},
}

BARE = """import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
@app.command()
def main() -> None:
    print("bare")
app()
"""
PERSON = 'name: "{name} Moreau"\ncadence: weekly\nday: tue\nminutes: 30\nadded: {since}\n'
INBOX = "# {name}: inbox\n\n## Topics\n- 2026-11-20 @{who} Who decides on the rollout? ^{id}\n"
ACTION = "- [{box}] @{who} Write down what we learned  [due:: {due}]{done} ^{id}\n"


class Run(NamedTuple):
    """What one process took: milliseconds on the clock, and its peak memory in MB."""

    ms: float
    peak: float


class Case(NamedTuple):
    """A command line and its folder, the figures to reach, and what sets the folder back."""

    work: str
    argv: tuple[str, ...]
    folder: Path
    reach: str = ""
    reset: Callable[[], object] = bool


Pairs = list[tuple[Run, Run]]
"""The runs of a case, each with the run of the bare command beside it."""


def main() -> None:
    """Time everything and print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs, and no 20,000 notes")
    parser.add_argument("--runs", type=int, metavar="N", help="so many runs of each case")
    asked = parser.parse_args()
    subprocess.run([sys.executable, "-m", "compileall", "-q", ROOT / "src"], check=True)
    with tempfile.TemporaryDirectory() as name:
        bare, *cases = all_cases(Path(name), (1000, 5000) if asked.quick else (1000, 5000, 20000))
        taken = measure(bare, cases, asked.runs or (5 if asked.quick else 15))
        os.chdir(ROOT)
    print("| work | median ms | ratio | reach | peak MB |\n|---|--:|--:|--:|--:|")
    for case, pairs in zip(cases, taken, strict=True):
        print(row(case, pairs))


def all_cases(top: Path, sizes: Sequence[int]) -> Iterator[Case]:
    """The bare command, then everything that is timed, in notebooks that are made first."""
    put(top / "bare.py", BARE)
    few, tracked = notebook(top / "few", 200), notebook(top / "tracked", 200)
    many = {size: notebook(top / f"{size}", size) for size in sizes}
    for root in (tracked, many[5000]):
        for words in ("init -q", "add -A", "commit -qm start", "tag start"):
            git(root, *words.split())
    fresh = partial((few / AGENDA).unlink, missing_ok=True)
    again = partial(git, tracked, "reset", "--quiet", "--hard", "start")
    bare = Case("a bare typer command", (sys.executable, str(top / "bare.py")), top)
    yield from (bare, bare._replace(reach="1 x"))
    yield Case("`python -c pass`", (sys.executable, "-c", "pass"), top)
    yield Case("`git grep` in 5,000 notes", ("git", "grep", "-nFe", "- [ ]"), many[5000])
    yield Case("`one --version`", (ONE, "--version"), few, "1.25 x")
    yield Case("`one actions`, 200 notes", (ONE, "actions"), few, "1.25 x")
    yield Case("`one`, 200 notes", (ONE,), few)
    yield Case("`one prep alice`", (ONE, "prep", "alice"), few, "1.8 x", fresh)
    yield Case("`one log alice ...`, committed", LOG, tracked, "2.2 x", again)
    full = Path(shutil.copytree(EXAMPLE, top / "full"))
    fresh = partial((full / AGENDA).unlink, missing_ok=True)
    yield Case("`one prep alice`, every kind of file", (ONE, "prep", "alice"), full, "1.8 x", fresh)
    for size, reach in zip(sizes, ("1.3 x", "1.8 x, 45 MB", "3.3 x"), strict=False):
        yield Case(f"`one actions`, {size:,} notes", (ONE, "actions"), many[size], reach)
    for words in LOOKING_ACROSS:
        yield Case(f"`{words}`, 5,000 notes", (ONE, *words.split()[1:]), many[5000], "3 x")


def measure(bare: Case, cases: Sequence[Case], runs: int) -> list[Pairs]:
    """Go round all cases so many times."""
    taken: list[Pairs] = [[] for _ in cases]
    for turn in range(WARM_UP + runs):
        for case, pairs in zip(cases, taken, strict=True):
            os.chdir(case.folder)
            case.reset()
            before = timed(bare) if turn % 2 else None
            run = timed(case)
            pairs.append((run, before or timed(bare)))
    return [pairs[WARM_UP:] for pairs in taken]


def timed(case: Case) -> Run:
    """Run a process from start to end.

    Its peak is never less than this process's own, which is why this one holds next to nothing.
    """
    start = time.perf_counter()
    child = os.posix_spawnp(case.argv[0], case.argv, ENVIRONMENT, file_actions=SILENT)
    _, status, used = os.wait4(child, 0)
    ms = (time.perf_counter() - start) * 1000
    if status:
        sys.exit(f"{' '.join(case.argv)} ended with {os.waitstatus_to_exitcode(status)}")
    return Run(ms, used.ru_maxrss / 1024)


def row(case: Case, pairs: Pairs) -> str:
    """One line of the table."""
    ratio = median(run.ms / bare.ms for run, bare in pairs)
    ms, peak = median(run.ms for run, _ in pairs), median(run.peak for run, _ in pairs)
    return f"| {case.work} | {ms:.1f} | {ratio:.2f} x | {case.reach} | {peak:.1f} |"


def notebook(root: Path, notes: int) -> Path:
    """Make a notebook of so many notes: one a week for each of the team, up to last week."""
    each = notes // len(TEAM)
    put(root / "onestop.yaml", (EXAMPLE / "onestop.yaml").read_text(encoding="utf-8"))
    real = (EXAMPLE / NOTE).read_text(encoding="utf-8")
    for place, who in enumerate(TEAM):
        about = {"who": who, "name": who.title(), "since": TODAY - timedelta(weeks=each)}
        put(root / "people" / who / "person.yaml", PERSON.format(**about))
        put(root / "people" / who / "inbox.md", INBOX.format(id=name_of(place), **about))
        for n in range(each):
            day, text = note(real, who, n, each, len(TEAM) + place * each)
            put(root / "people" / who / "meetings" / f"{day}-{who}.md", text)
    return root


def note(real: str, who: str, n: int, count: int, first: int) -> tuple[date, str]:
    """The nth of so many notes, with its day; it mentions what the one before agreed."""
    day = TODAY - timedelta(weeks=count - n)
    due = day + timedelta(days=10)
    box, done = (" ", "") if n >= count - STILL_OPEN else ("x", f"  [completion:: {due}]")
    before = name_of(first + max(n - 1, 0))
    text = real.partition("- [ ]")[0].replace("2026-11-17", f"{day}").replace("k3f9", before)
    text = text.replace("alice", who).replace("Alice", who.title())
    return day, text + ACTION.format(who=who, due=due, box=box, done=done, id=name_of(first + n))


def name_of(number: int) -> str:
    """The nth id: four letters, none of them a vowel."""
    letters = "bcdfghjkmnpqrstvwxz"
    return "".join(letters[number // len(letters) ** place % len(letters)] for place in range(4))


def put(path: Path, text: str) -> None:
    """Write a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def git(root: Path, *words: str) -> None:
    """Run git in a notebook."""
    subprocess.run(["git", *words], cwd=root, env=ENVIRONMENT, check=True)


if __name__ == "__main__":
    main()
