"""Every command that writes, killed and refused at every single call."""

import errno
import itertools
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

import trouble
from onestop.notebook import drafts
from onestop.notebook.files import Change, write
from onestop.notebook.undo import history, undo

Tree = dict[str, bytes]

OLD: Tree = {"a.md": b"alpha\n" * 400, "b.md": b"beta\n", "c.md": b"", "people/al/i.md": b"in\n"}
EDITED = OLD | {"a.md": b"ALPHA\n" * 500}
MADE = OLD | {"people/bo/meetings/n.md": b"note\n"}
GONE = {name: data for name, data in OLD.items() if name != "people/al/i.md"}
SEVERAL = {name: data for name, data in (EDITED | MADE).items() if name != "b.md"}
NOTHING = "nothing was changed."
ERRORS = (
    *(errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS),
    *(errno.EACCES, errno.EMFILE, errno.EFBIG),
)
LASTING = (errno.EIO, errno.EROFS, errno.EMFILE)
REFUSALS = (
    *(pytest.param(error, False, id=f"{errno.errorcode[error]} once") for error in ERRORS),
    *(pytest.param(error, True, id=f"{errno.errorcode[error]} for good") for error in LASTING),
)


class Walk(NamedTuple):
    """A command to be walked through: what was done before, what it does, where it leads."""

    before: tuple[Tree, ...]
    work: Callable[[Path], object]
    then: Tree
    points: int


def through(*trees: Tree) -> Callable[[Path], object]:
    """Lead a notebook from the first state to the last, one command for each step."""

    def work(root: Path) -> None:
        for old, new in itertools.pairwise(trees):
            names = sorted(old.keys() | new.keys())
            changes = [Change(root / name, old.get(name), new.get(name)) for name in names]
            write(root, changes, message="step")

    return work


WALKS = {
    "the first command of all": Walk((OLD,), through(OLD, EDITED), EDITED, 25),
    "an edit": Walk((OLD, MADE, OLD), through(OLD, EDITED), EDITED, 15),
    "a new file": Walk((OLD, EDITED, OLD), through(OLD, MADE), MADE, 20),
    "a removal": Walk((OLD, EDITED, OLD), through(OLD, GONE), GONE, 20),
    "several files": Walk((OLD, MADE, OLD), through(OLD, SEVERAL), SEVERAL, 30),
    "two commands": Walk((OLD, MADE, OLD), through(OLD, EDITED, OLD, EDITED), EDITED, 60),
    "undo of an edit": Walk((EDITED, OLD), undo, EDITED, 18),
    "undo of a new file": Walk((OLD, MADE), undo, OLD, 15),
    "undo of several files": Walk((SEVERAL, OLD), undo, SEVERAL, 35),
    "undo of a removal": Walk((OLD, GONE), undo, OLD, 18),
}


@pytest.fixture(params=WALKS, ids=str)
def walk(request: pytest.FixtureRequest) -> Walk:
    return WALKS[request.param]


def contents(root: Path) -> Tree:
    """All files of a notebook but its own."""
    paths = (path for path in root.rglob("*") if path.is_file())
    named = ((path.relative_to(root).as_posix(), path) for path in paths)
    return {name: path.read_bytes() for name, path in named if not name.startswith(".one")}


def stage(root: Path, trees: tuple[Tree, ...]) -> Tree:
    """Make a notebook with a history; its state."""
    for name, data in trees[0].items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    through(*trees)(root)
    return trees[-1]


def copies(tmp_path: Path, trees: tuple[Tree, ...]) -> Iterator[tuple[int, Path]]:
    """Number copies of one and the same notebook."""
    first = tmp_path / "first"
    first.mkdir()
    stage(first, trees)
    yield from again(first)


def again(first: Path) -> Iterator[tuple[int, Path]]:
    """Number copies of a notebook; more than a command can need."""
    for number in range(1, 500):
        root = first.with_name(f"{first.name}-{number}")
        shutil.copytree(first, root)
        yield number, root


def is_whole(now: Tree, old: Tree, new: Tree) -> bool:
    """Whether each file is as it was or as it shall be."""
    names = old.keys() | new.keys() | now.keys()
    return all(now.get(name) in (old.get(name), new.get(name)) for name in names)


def rubbish(root: Path) -> list[Path]:
    """What lies about that belongs to no finished command."""
    finished = {path.parent for path in root.glob(".one/undo/*/manifest.json")}
    lying = [path for kind in ("tmp", "kept", "undo") for path in root.glob(f".one/{kind}/*")]
    return [path for path in lying if path not in finished]


def olds(root: Path) -> list[str]:
    """Name the old versions that the records of a notebook speak of."""
    return [
        f"{record.number:08}/old-{index}"
        for record in history(root)
        for index, step in enumerate(record.steps)
        if step.old
    ]


def write_next(root: Path) -> Tree:
    """Do as the next command does; what there is besides its own file."""
    write(root, [Change(root / "next.md", None, b"next")], message="next")
    assert rubbish(root) == []
    assert all((root / ".one" / "undo" / old).exists() for old in olds(root))
    after = contents(root)
    assert after.pop("next.md") == b"next"
    return after


def test_the_walks_have_enough_points() -> None:
    assert sum(walk.points for walk in WALKS.values()) >= 240


def test_killed_at_any_call_each_file_is_old_or_new_and_the_next_command_completes_it(
    walk: Walk, tmp_path: Path
) -> None:
    old = walk.before[-1]
    for number, root in copies(tmp_path, walk.before):
        ended = trouble.killed(partial(walk.work, root), number)
        assert is_whole(contents(root), old, walk.then)
        after = write_next(root)
        assert after in (old, walk.then)
        if not ended.killed:
            break
    assert ended.code == 0
    assert after == walk.then
    assert number > walk.points


def test_killed_at_any_call_a_command_can_be_taken_back_as_a_whole(tmp_path: Path) -> None:
    for number, root in copies(tmp_path, (OLD, EDITED, OLD)):
        work = partial(through(OLD, SEVERAL), root)
        ended = trouble.killed(work, number)
        write_next(root)
        while len(history(root)) > 2:
            assert undo(root).number
        assert contents(root) == OLD
        if not ended.killed:
            break
    assert not ended.killed


def test_killed_while_it_finishes_another_one_a_command_leaves_both_complete(
    tmp_path: Path,
) -> None:
    started = _started(tmp_path)
    changed = SEVERAL | {"c.md": b"c\n"}
    for number, root in again(started):
        work = partial(write, root, [Change(root / "c.md", b"", b"c\n")], message="c")
        ended = trouble.killed(work, number)
        assert is_whole(contents(root), contents(started), changed)
        assert write_next(root) in (SEVERAL, changed)
        if not ended.killed:
            break
    assert not ended.killed
    assert number > 30


def _started(tmp_path: Path) -> Path:
    """Return a notebook in which a command was killed with one of its three files in place."""
    for number, root in copies(tmp_path, (OLD,)):
        trouble.killed(partial(through(OLD, SEVERAL), root), number)
        if contents(root) != OLD:
            return root
    raise AssertionError


@pytest.mark.parametrize(("error", "ever_after"), REFUSALS)
def test_refused_at_any_call_a_command_says_how_things_stand(
    error: int, ever_after: bool, tmp_path: Path
) -> None:
    told = set()
    for number in range(1, 500):
        root = tmp_path / str(number)
        stage(root, (OLD,))
        work = partial(through(OLD, SEVERAL), root)
        ended = trouble.refused(work, number, error, ever_after=ever_after)
        _check_told(ended, contents(root))
        assert write_next(root) == (OLD if ended.told.endswith(NOTHING) else SEVERAL)
        told.add(ended.told.rpartition("; ")[2])
        if number > ended.calls:
            break
    assert told == {"", NOTHING, "the next command that writes finishes it."}
    assert number > 100


def _check_told(ended: trouble.Ended, now: Tree) -> None:
    """Hold what a command said of the disk against the disk."""
    if ended.code == 0:
        assert now == SEVERAL
    elif ended.told.endswith(NOTHING):
        assert now == OLD
    else:
        assert is_whole(now, OLD, SEVERAL)
    assert ended.code in (0, 4), ended.told


def test_a_draft_killed_at_any_call_is_the_last_one_or_the_one_before(tmp_path: Path) -> None:
    first: dict[str, object] = {"wins": "one"}
    second: dict[str, object] = {"wins": "two", "mood": 4}
    for number in range(1, 100):
        root = tmp_path / str(number)
        root.mkdir()
        drafts.save(root, "log-al", first)
        save = partial(drafts.save, root, "log-al", second)
        ended = trouble.killed(save, number)
        assert drafts.load(root, "log-al") in (first, second)
        assert drafts.names(root) == ["log-al"]
        drafts.discard(root, "log-al")
        assert list((root / ".one" / "drafts").iterdir()) == []
        if not ended.killed:
            break
    assert not ended.killed
    assert number > 8
