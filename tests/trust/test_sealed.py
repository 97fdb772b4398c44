"""Independent ratings are independent: what is closed stays closed, whole, and alone."""

import errno
import io
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

import trouble
from keyboard import CTRL_C, Keyboard
from onestop.errors import Busy, CannotRead, Unsafe, Usage
from onestop.model.rating import Score
from onestop.notebook import begun, sealed
from onestop.render.terminal import Screen, Terminal
from stage import BIN, Stage
from trust.lines import LOOKING, contents

DAY = date(2026, 11, 24)
SCORES = (
    ("performance-by-manager", Score(4, "canary1z led the review on 20 Nov")),
    ("manager-by-self", Score(3, 'canary2z "late" on 3 Nov, é')),
)
MINE = (
    "--performance-by-manager 4 --performance-by-manager-fact 'canary1z on 20 Nov' "
    "--manager-by-self 2 --manager-by-self-fact 'canary2z on 3 Nov'"
)
THEIRS = (
    "--performance-by-self 3 --performance-by-self-fact 'Ten errors fixed by 10 Nov' "
    "--manager-by-person 4 --improve 'Ask early' --next 'Pair with Bo, fri'"
)


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's state folder, empty."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "onestop" / "ratings"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A notebook's folder."""
    folder = tmp_path / "notes-about-alice"
    folder.mkdir()
    return folder


def kept(stage: Stage) -> list[Path]:
    """What is closed on this stage."""
    folder = Path(stage.env["HOME"], ".local", "state", "onestop", "ratings")
    return sorted(folder.glob("*")) if folder.exists() else []


def only(state: Path) -> Path:
    """The one file that is closed."""
    (path,) = state.iterdir()
    return path


def test_what_is_closed_opens_as_it_was_and_only_once(state: Path, root: Path) -> None:
    assert sealed.get(root, "alice") is None
    put = sealed.put(root, "alice", DAY, SCORES)

    assert sealed.get(root, "alice") == put
    assert (put.slug, put.date, put.scores) == ("alice", DAY, SCORES)
    assert sealed.waiting(root) == (("alice", DAY),)
    assert sealed.take(root, "alice")
    assert not sealed.take(root, "alice")
    assert sealed.get(root, "alice") is None
    assert sealed.waiting(root) == ()


def test_it_is_for_its_owner_alone_under_a_name_that_tells_nothing(state: Path, root: Path) -> None:
    sealed.put(root, "alice", DAY, SCORES)
    path = only(state)

    assert [stat.S_IMODE(p.stat().st_mode) for p in (state, path)] == [0o700, 0o600]
    assert "alice" not in str(path.relative_to(state.parent.parent))
    assert list(root.iterdir()) == []


def test_a_folder_that_somebody_opened_is_closed_again(state: Path, root: Path) -> None:
    sealed.put(root, "alice", DAY, SCORES)
    state.chmod(0o755)
    sealed.put(root, "bo", DAY, SCORES)

    assert stat.S_IMODE(state.stat().st_mode) == 0o700


def test_what_is_closed_cannot_be_replaced(state: Path, root: Path) -> None:
    sealed.put(root, "alice", DAY, SCORES)
    before = only(state).read_bytes()

    with pytest.raises(Busy):
        sealed.put(root, "alice", DAY, SCORES[:1])
    assert only(state).read_bytes() == before


def test_people_and_notebooks_are_apart_and_a_link_to_a_notebook_is_that_notebook(
    state: Path, root: Path, tmp_path: Path
) -> None:
    other, link = tmp_path / "other", tmp_path / "link"
    other.mkdir()
    link.symlink_to(root)
    sealed.put(root, "alice", DAY, SCORES)

    assert sealed.get(root, "bo") is None
    assert sealed.get(other, "alice") is None
    assert sealed.waiting(other) == ()
    assert sealed.get(link, "alice") == sealed.get(root, "alice")


def test_the_seal_proves_what_was_closed_and_chance_keeps_it_from_being_guessed(
    state: Path, root: Path
) -> None:
    first = sealed.put(root, "alice", DAY, SCORES)
    sealed.take(root, "alice")
    second = sealed.put(root, "alice", DAY, SCORES)

    assert first.scores == second.scores
    assert len({first.code, second.code, first.digest, second.digest}) == 4


def test_no_changed_byte_is_opened(state: Path, root: Path) -> None:
    sealed.put(root, "alice", DAY, SCORES)
    path = only(state)
    data = path.read_bytes()
    for at in range(len(data)):
        for wrong in {ord(b"5"), data[at] ^ 1} - {data[at]}:
            path.write_bytes(data[:at] + bytes([wrong]) + data[at + 1 :])
            refused(root)
        path.write_bytes(data[:at])
        refused(root)
    path.write_bytes(data)
    assert sealed.get(root, "alice")


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{}", b"[]", b"null", b"\xff", b"[" * 100_000, b'{"slug": "alice"}', b"9" * 9_999,
        b'{"slug": "alice", "date": "2026-11-24", "code": "zz", "scores": []}',
        b'{"slug": "alice", "date": 3, "code": "00", "scores": {}}',
        b'{"slug": ["a"], "date": "2026-11-24", "code": "00", "scores": '
        b'{"performance-by-manager": [true, ""], "manager-by-self": [9, ""]}}',
    ],
)  # fmt: skip
def test_a_file_of_any_other_kind_is_not_opened(data: bytes, state: Path, root: Path) -> None:
    sealed.put(root, "alice", DAY, SCORES)
    only(state).write_bytes(data)
    refused(root)
    assert sealed.waiting(root) == ()
    assert sealed.take(root, "alice")


def refused(root: Path) -> None:
    with pytest.raises(CannotRead) as error:
        sealed.get(root, "alice")
    assert "canary" not in str(error.value.problems)
    assert error.value.hint == "Throw them away, and rate again: one rate alice --discard"


def test_the_file_of_somebody_else_or_of_another_notebook_is_not_opened(
    state: Path, root: Path, tmp_path: Path
) -> None:
    sealed.put(root, "bo", DAY, SCORES)
    of_bo = only(state)
    sealed.put(root, "alice", DAY, SCORES)
    (of_alice,) = set(state.iterdir()) - {of_bo}
    shutil.copy(of_bo, of_alice)
    refused(root)
    assert sealed.waiting(root) == (("bo", DAY),)

    other = tmp_path / "other"
    other.mkdir()
    sealed.take(root, "alice")
    sealed.put(other, "alice", DAY, SCORES)
    (elsewhere,) = set(state.iterdir()) - {of_bo}
    shutil.copy(elsewhere, of_alice)
    refused(root)


def test_a_link_is_not_followed(state: Path, root: Path, tmp_path: Path) -> None:
    sealed.put(root, "alice", DAY, SCORES)
    path = only(state)
    path.rename(tmp_path / "copy")
    path.symlink_to(tmp_path / "copy")

    with pytest.raises(Unsafe):
        sealed.get(root, "alice")


def points(work: Callable[[], object]) -> Iterator[int]:
    """Every call at which work can be killed."""
    at = 1
    while trouble.killed(work, at).killed:
        yield at
        at += 1


def test_killed_anywhere_it_is_closed_whole_or_not_at_all(state: Path, root: Path) -> None:
    work = partial(sealed.put, root, "alice", DAY, SCORES)
    found = []
    for _ in points(work):
        there = sealed.get(root, "alice")
        assert there is None or there.scores == SCORES
        found.append(there is not None)
        if not there:
            sealed.put(root, "alice", DAY, SCORES)
        shutil.rmtree(state.parent)

    assert len(found) > 5
    assert {True, False} == set(found)


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_refused_anywhere_it_says_so_and_leaves_no_half(
    error: int, state: Path, root: Path
) -> None:
    work = partial(sealed.put, root, "alice", DAY, SCORES)
    at, ended = 0, trouble.refused(work, 0, error)
    for at in range(1, ended.calls + 1):
        shutil.rmtree(state.parent, ignore_errors=True)
        ended = trouble.refused(work, at, error)
        assert ended.code != trouble.CRASHED, ended.told
        there = sealed.get(root, "alice")
        assert there is None or there.scores == SCORES
    assert at > 5


@pytest.fixture
def closed(team: Stage) -> Stage:
    """The example team, with the manager's ratings of Alice closed."""
    team.shell("rm -rf people/alice/ratings")
    team.git("init", "-q")
    team.git("add", "-A")
    team.git("commit", "-qm", "start")
    said = team.one(f"one rate alice {MINE}")
    assert said.code == 0, said.err
    return team


def test_no_command_shows_what_is_closed(closed: Stage) -> None:
    lines = (*LOOKING, "one rate alice --show", "one rate alice", "one rate alice --together")
    for line in (*lines, f"one rate alice {MINE}", f"one rate alice --reported {MINE}"):
        said = closed.one(line)
        assert "canary" not in said.both, line
        assert "begins to take on the next role\n" not in said.both, line


def test_nothing_in_the_notebook_knows_what_is_closed(closed: Stage) -> None:
    files = contents(closed.folder)
    assert not [path for path, data in files.items() if b"canary" in data]
    assert closed.git("status", "--short") == ""
    assert closed.git("log", "--format=%s") == "start\n"
    assert "canary" not in closed.one("one undo --list").both


def test_both_open_together_in_one_write_that_names_no_number(closed: Stage) -> None:
    said = closed.one(f"one rate alice {THEIRS}")

    assert said.code == 0, said.err
    assert kept(closed) == []
    assert closed.git("log", "--format=%s", "-1") == "rate: alice\n"
    assert closed.git("show", "--format=", "--name-only", "HEAD").splitlines() == [
        "people/alice/inbox.md", "people/alice/ratings/2026-11-24.md",
    ]  # fmt: skip
    talk = closed.read("people/alice/ratings/2026-11-24.md")
    assert "performance-by-manager: 4\n" in talk
    assert "performance-by-self: 3\n" in talk
    assert "way: apart\n" in talk


def test_a_dry_run_opens_nothing_for_good(closed: Stage) -> None:
    closed.one(f"one rate alice -n {THEIRS}")

    assert len(kept(closed)) == 1
    assert closed.git("status", "--short") == ""


@pytest.mark.parametrize("typed", [["3", "^C"], ["3", "Ten errors", "^C"], ["^D"], []])
def test_stopped_before_theirs_are_in_mine_stay_closed(closed: Stage, typed: list[str]) -> None:
    said = closed.one("one rate alice", typed=typed)

    assert said.code == 130
    assert "Yours stay closed" in said.err
    assert "canary" not in said.both
    assert len(kept(closed)) == 1
    assert closed.git("status", "--short") == ""


@pytest.mark.parametrize("line", ["one rate emil", "one rate emil --reported"])
@pytest.mark.parametrize("typed", [["4", "^C"], ["4", "canary1z on 20 Nov", "3", "^C"]])
def test_stopped_before_mine_are_in_what_i_gave_waits_unseen(
    team: Stage, line: str, typed: list[str]
) -> None:
    before = contents(team.folder)
    said = team.one(line, typed=typed)

    assert said.code == 130
    assert f"Kept closed: {line} goes on." in said.err
    assert [stat.S_IMODE(path.stat().st_mode) for path in kept(team)] == [0o600]
    assert contents(team.folder) == before
    shown = team.one("one rate emil --show")
    assert "begun and kept closed" in shown.err
    assert "canary" not in shown.both


def test_going_on_asks_only_what_is_missing(team: Stage) -> None:
    team.one("one rate emil", typed=["4", "Led it on 20 Nov", "^C"])
    said = team.one("one rate emil", typed=["3", "Late on 3 Nov"])

    assert said.code == 0
    assert "Emil's performance" not in said.err
    (path,) = kept(team)
    assert path.suffix == ".json"
    assert b"Led it on 20 Nov" in path.read_bytes()


@pytest.mark.parametrize(("line", "typed"), [
    ("one rate emil", ["^C"]), ("one rate emil", ["^D"]), ("one rate emil", []),
    ("one rate emil -n", ["4", "^C"]), ("one rate emil --together", ["4", "3", "^C"]),
])  # fmt: skip
def test_stopped_with_nothing_of_mine_nothing_is_kept(
    team: Stage, line: str, typed: list[str]
) -> None:
    said = team.one(line, typed=typed)

    assert said.code == 130
    assert "Nothing was kept" in said.err
    assert kept(team) == []


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"numbers": 3, "facts": []}', b"[" * 9999])
def test_what_was_begun_and_changed_by_another_is_begun_anew(
    data: bytes, state: Path, root: Path
) -> None:
    so_far = begun.Begun({"manager-by-self": 3}, {"manager-by-self": "Late"})
    begun.keep(root, "alice", so_far)
    assert begun.get(root, "alice") == so_far
    assert begun.get(root, "bo") == begun.Begun({}, {})

    only(state).write_bytes(data)
    assert begun.get(root, "alice") == begun.Begun({}, {})
    begun.keep(root, "alice", so_far)
    assert begun.get(root, "alice") == so_far


@pytest.mark.parametrize("number", ["6", "true", '"3"', "[3]"])
def test_a_number_that_is_none_is_not_begun(number: str, state: Path, root: Path) -> None:
    begun.keep(root, "alice", begun.Begun({"manager-by-self": 3}, {}))
    there = only(state)
    there.write_text(there.read_text().replace(": 3\n", f": {number}\n"))

    assert begun.get(root, "alice") == begun.Begun({}, {})


def test_stopped_at_the_last_questions_all_four_are_written(closed: Stage) -> None:
    typed = ["3", "Ten errors fixed by 10 Nov", "4", "", "^C"]
    said = closed.one("one rate alice", typed=typed)

    assert said.code == 0
    assert kept(closed) == []
    assert "manager-by-person: 4\n" in closed.read("people/alice/ratings/2026-11-24.md")


def test_a_crash_between_writing_and_clearing_up_is_finished_by_the_next_run(
    closed: Stage,
) -> None:
    (path,) = kept(closed)
    data = path.read_bytes()
    closed.one(f"one rate alice {THEIRS}")
    path.write_bytes(data)

    said = closed.one("one rate alice -n")
    assert "opened already" in said.err
    assert kept(closed) == [path]
    said = closed.one("one rate alice")
    assert said.code == 0
    assert kept(closed) == []
    assert closed.git("rev-list", "--count", "HEAD") == "2\n"


def test_taken_back_both_are_gone(closed: Stage) -> None:
    closed.one(f"one rate alice {THEIRS}")
    closed.one("one undo")

    assert kept(closed) == []
    assert not (closed.folder / "people/alice/ratings").exists()
    assert "has not been rated yet" in closed.one("one rate alice --show").err


def test_a_second_talk_on_one_day_keeps_mine_closed(closed: Stage) -> None:
    closed.write({"people/alice/ratings/2026-11-24.md": "---\nmanager-by-self: 3\n---\n"})
    said = closed.one(f"one rate alice {THEIRS}")

    assert said.code == 2
    assert len(kept(closed)) == 1


@pytest.mark.parametrize(
    ("flags", "code"),
    [("--next ' '", 2), ("--next 'a\nb'", 2), ("--improve ' '", 2), ("--manager-by-person 9", 2)],
)
def test_a_flag_that_does_not_fit_is_said_before_anything_opens(
    flags: str, code: int, closed: Stage
) -> None:
    said = closed.one(f"one rate alice {THEIRS} {flags}")

    assert said.code == code
    assert "canary" not in said.both
    assert len(kept(closed)) == 1


def test_an_inbox_that_cannot_be_written_is_said_before_anything_opens(closed: Stage) -> None:
    closed.write({"people/alice/inbox.md": "<<<<<<< HEAD\n- a\n=======\n- b\n>>>>>>> x\n"})
    said = closed.one(f"one rate alice {THEIRS}")

    assert said.code == 3
    assert "canary" not in said.both
    assert len(kept(closed)) == 1


def test_mine_open_on_the_day_they_were_closed_or_later(closed: Stage) -> None:
    said = closed.one(f"one rate alice --date yesterday {THEIRS}")

    assert said.code == 2
    assert "closed on Tue 24 Nov" in said.err


def test_where_typing_cannot_be_hidden_no_number_is_asked_for() -> None:
    keyboard, screen = io.StringIO("4\n"), io.StringIO()
    terminal = Terminal(Screen(screen), Screen(screen), keyboard, asks=True)

    with pytest.raises(Usage, match="cannot hide"):
        terminal.secret("Number > ")
    assert keyboard.read() == "4\n"
    assert screen.getvalue() == ""


@pytest.mark.skipif(os.name == "nt", reason="hiding what is typed takes termios")
def test_together_at_a_real_terminal_no_number_is_seen_and_the_echo_comes_back(
    stage: Stage,
) -> None:
    stage.one("one init --me sam --no-git")
    stage.one("one add 'Alice Moreau' --day tue")
    env = stage.env | {"ONE_TODAY": stage.today.isoformat()}
    line = [str(BIN / "one"), "rate", "alice", "--together"]
    with Keyboard(line, cwd=stage.folder, env=env) as both:
        for number in ("2", "4", "5", "9", "3"):
            both.see("see").see("it  ").see("> ").type(number)
        both.see("All four are in.")
        before = both.screen.partition("Alice types")[2].partition("All four")[0]
        assert not set("23459") & set(before.replace("from 1 to 5", ""))
        both.see("> ").type("Ten errors fixed by 10 Nov").see("Ten errors").see("> ").press(CTRL_C)
        assert both.insist(lambda: both.press(CTRL_C)) == 130
    assert not (stage.folder / "people/alice/ratings").exists()
