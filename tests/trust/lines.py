"""The command lines that the trust tests go through: all that look, and all that write."""

import contextlib
import io
import os
import random
import shlex
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from onestop.cli.app import run
from onestop.cli.world import World
from onestop.render.terminal import Screen, Terminal
from stage import Said, Stage

LOOKING = (
    "one",
    "one today",
    "one --version",
    "one --help",
    "one log --help",
    "one actions",
    "one actions alice --all --format tsv",
    "one actions --format table",
    "one actions --late --json",
    "one people --all",
    "one people --json",
    "one show alice",
    "one show alice --private",
    "one find cache",
    "one find -iW CACHE alice",
    "one find --show-command cache",
    "one check",
    "one check --strict people/alice",
    "one check --strict --json",
    "one cadence alice",
    "one where",
    "one help",
    "one help formats",
    "one prep alice --paper",
    "one prep alice bo growth --paper",
    "one undo --list",
    "one rate alice --show",
    "one role alice",
    "one theme alice",
    "one theme alice share-early",
    "one ambition alice",
    "one without alice",
    "one person alice",
    "one okr alice",
    "one okr alice o1-kr1",
    "one okr alice --quarter Q3",
    "one okr emil",
    "one okr team",
    "one plan alice",
    "one board",
    "one board alice",
    "one board team",
    "one align alice",
    "one align alice --all",
    "one feedback alice",
    "one feedback emil --all",
    "one ask",
    "one ask alice growth --all --depth 3",
    "one ask alice --json",
    "one week",
    "one load",
    "one load --what-if alice=biweekly,bo=20,chen=gone --json",
    "one review alice --all",
    "one review bo Q4 --plain",
    "one trends",
    "one trends alice --since 2026-09-01",
    "one trends alice --json",
    "one health",
    "one health alice",
    "one health --json",
)
WRITING = (
    "one prep alice",
    "one prep emil growth --date 2026-12-02 --minutes 20",
    "one log alice --happiness 4 --sad 'On call' --win 'The demo' --action '@alice Ask, fri'",
    "one log alice --done k3f9 --talked t4kd --confused 'Who owns search?' -m 'Two words'",
    "one log emil --date 2026-11-18 --decision 'Early shift stays'",
    "one skip alice --why ill",
    "one skip fay --to 2026-11-27",
    "one move alice fri",
    "one topic alice '@alice Who pays for it?'",
    "one private alice 'Ask about the wedding' --remind fri",
    "one act alice --theirs 'Write it down, fri'",
    "one done k3f9 t4kd",
    "one drop m2tb --why 'no money left'",
    "one rate emil --reported"
    " --performance-by-manager 2 --performance-by-manager-fact 'Late on 3 Nov'"
    " --manager-by-self 4 --manager-by-self-fact 'Here on 3 Nov' --performance-by-self 4"
    " --manager-by-person 4 --improve 'Ask early' --next 'Pair with Bo, fri'",
    "one reopen c83x fk3w",
    "one due k3f9 fri",
    "one settle h2qw happy",
    "one cadence alice every 2 weeks thu 45",
    "one away me 2026-12-07 2026-12-09",
    "one away alice fri --why course",
    "one add 'Gus Hall' --cadence monthly",
    "one archive fay",
    "one check --fix",
    "one role alice 'What would be missed tomorrow?' --mine 'Somebody owns it' --theirs 'I care'"
    " --stretch 'Ask first' --agreed 2026-11-20",
    "one role chen 'Can they trust the number today?'",
    "one theme alice hand-over 'Hand over what others can do' --stretch Space --ask 'What next?'",
    "one theme alice share-early --state resting --ask 'Who saw it?'",
    "one theme chen write-it 'Write it down before it is asked'",
    "one ambition alice 'Teach at a school'",
    "one ambition alice link 'Explaining' --here 'The importer talk' --since 2026-11-17",
    "one ambition bo 'Write a book' --since 2026-11-03",
    "one without alice plan",
    "one without emil plan --undo",
    "one person alice --title 'Lead engineer' --alias al --manages --at 11:30",
    "one okr alice o1-kr1 39 7 --lead-now 16",
    "one okr alice o2-kr1 --lead-now 3 --on 2026-11-20",
    "one okr alice add 'Nobody waits for an import' --kind aspirational --supports 'team o2'",
    "one okr alice result o2 'Repairs a week at least 9' --start 1 --target 9 --lead 'clicks'",
    "one okr alice agree o2 2026-11-20",
    "one okr alice milestone o2-kr1 Every customer",
    "one okr alice close Q4 --carry o1-kr1 --drop o2-kr1",
    "one okr emil add --team 'Nobody is alone on a shift' --origin team --agreed today",
    "one okr emil team-o2-kr1 12 7",
    "one okr team o3-kr1 --lead-now 2",
    "one okr fay add 'Ship alone' --quarter 2027-Q1",
    "one plan alice add 'Speaking' --why-not-day-job 'Nobody speaks here'",
    "one plan alice card fp 'Show it to Bo'",
    "one plan alice block neg wed 2 --from 15:00",
    "one plan dana add 'Statistics'",
    "one card alice fp-2 doing",
    "one card alice o1-kr1 done",
    "one card emil team-o1-kr1 dropped",
    "one card team o3-kr1 done",
    "one align alice priorities --mine 'Importer, Rota, Fay' --theirs 'Rota, Importer, Cache'",
    "one align alice expect 'Writes the plan' --success 'Two people used it' --said-back 'I do'",
    "one align alice said-back e2 'Fay repairs one alone by Christmas'",
    "one align alice assume 'Alice is happy with the phone'",
    "one align alice test a1 corrected 'Only with a small team'",
    "one align bo assume 'Bo knows about the budget'",
    "one feedback alice fix 'Late to three stand-ups' --situation 'This week' --impact 'We waited'",
    "one feedback bo to-me 'More notice, please' --on 2026-11-20",
    "one feedback dana good 'Held the design days' --said",
    "one praise chen 'Nobody noticed the cut-over'",
    "one said f7mx yesterday",
    "one log alice --said f7mx --block fp=kept --outcome-met partly --worth 4 --talk-share 60"
    " --keep t4kd --growth '@alice Shown #share-early' --better 'Asked' --happy '5 on it'",
    "one prep dana alignment",
    "one prep bo structured",
)
NO_DRY_RUN = ("one init", "one demo", "one edit", "one undo")


def verb(line: str) -> str:
    """The command that a line runs; a bare `one` is `today`."""
    return next((word for word in line.split()[1:] if not word.startswith("-")), "today")


def act(
    stage: Stage, line: str, *, pick: Callable[[str], str] | None = None, terminal: bool = False
) -> Said:
    """Run a line with chance in hand: unless told otherwise, the same ids come out each time."""
    out, err = io.StringIO(), io.StringIO()
    screens = (Screen(out, is_terminal=terminal, width=100 if terminal else None), Screen(err))
    world = World(
        today=stage.today,
        cwd=stage.folder,
        env=stage.env,
        terminal=Terminal(*screens, io.StringIO(), asks=False),
        pick=pick or random.Random(line.removesuffix(" --dry-run")).choice,
    )
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(shlex.split(line)[1:], world)
    return Said(out.getvalue(), err.getvalue(), out.getvalue() + err.getvalue(), code)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a notebook but those in `.one` and `.git`, by its path."""
    found = {}
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in (".one", ".git")]
        for path in (Path(place, name) for name in names):
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def set_back(folder: Path, before: Mapping[str, bytes]) -> None:
    """Make a notebook again what it was, as if no command had run in it."""
    now = contents(folder)
    for path in [folder / name for name in now.keys() - before.keys()]:
        path.unlink()
        while not any((path := path.parent).iterdir()):
            path.rmdir()
    for name, data in before.items():
        if now.get(name) != data:
            (folder / name).write_bytes(data)
    shutil.rmtree(folder / ".one", ignore_errors=True)
