"""Reading a person's files, and writing them all or not at all."""

import errno
import os
import socket
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import trouble
from fuzz import examples
from onestop.errors import Busy, CannotRead, DiskFailed, Unsafe
from onestop.notebook.files import LIMIT, Change, TooLarge, Written, read, write
from onestop.notebook.store import disk, journal, lock
from onestop.notebook.store.journal import Record, Step
from onestop.notebook.undo import history, undo


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that users without rights can reach too."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(os.path.realpath(name))
        folder.chmod(0o777)
        yield folder


def put(path: Path, data: bytes, mode: int = 0o644) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.chmod(mode)
    return path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# Reading


@given(st.binary(max_size=5000))
@settings(max_examples=examples(50), derandomize=True, deadline=None)
def test_bytes_are_read_as_they_are(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        assert read(put(Path(name, "a.md"), data)) == data


def test_a_file_that_is_not_there_reads_as_none(tmp_path: Path) -> None:
    (tmp_path / "dangling.md").symlink_to("nowhere.md")
    put(tmp_path / "file", b"")
    assert read(tmp_path / "a.md") is None
    assert read(tmp_path / "people" / "a.md") is None
    assert read(tmp_path / "file" / "a.md") is None
    assert read(tmp_path / "dangling.md") is None


def test_reading_leaves_no_trace(tmp_path: Path) -> None:
    put(tmp_path / "a.md", b"a")
    read(tmp_path / "a.md")
    assert history(tmp_path) == []
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_what_is_not_an_ordinary_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.md")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "device.md").symlink_to("/dev/zero")
    (tmp_path / "loop.md").symlink_to("loop.md")
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind(str(tmp_path / "plug.md"))
    for path in sorted(tmp_path.iterdir()):
        with pytest.raises(Unsafe, match=path.name):
            read(path)


def test_a_path_that_cannot_be_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unsafe, match="name of a file"):
        read(tmp_path / "a\0b.md")
    with pytest.raises(Unsafe, match="name of a file"):
        write(tmp_path, [Change(tmp_path / "a\0b.md", None, b"")], message="m")
    with pytest.raises(DiskFailed, match="file name too long"):
        read(tmp_path / ("a" * 300))


def test_a_file_above_the_limit_is_named_and_left_alone(tmp_path: Path) -> None:
    with put(tmp_path / "large.md", b"").open("wb") as file:
        file.truncate(LIMIT)
        assert len(read(tmp_path / "large.md") or b"") == LIMIT
        file.truncate(LIMIT + 1)
    with pytest.raises(TooLarge) as refused:
        read(tmp_path / "large.md")
    assert isinstance(refused.value, CannotRead)
    assert refused.value.exit_code == 3
    assert [p.code for p in refused.value.problems] == ["too-large"]
    assert refused.value.problems[0].path.endswith("large.md")


def test_nothing_is_written_that_could_not_be_read_again(tmp_path: Path) -> None:
    with pytest.raises(TooLarge):
        write(tmp_path, [Change(tmp_path / "a.md", None, b"x" * (LIMIT + 1))], message="m")
    assert list(tmp_path.iterdir()) == []


def test_what_the_disk_refuses_is_told_in_plain_words(open_folder: Path) -> None:
    path = put(open_folder / "a.md", b"a", 0o000)
    with trouble.powerless(), pytest.raises(DiskFailed, match=r"a\.md: permission denied\.$"):
        read(path)


def test_a_path_is_named_as_the_person_would_type_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(put(tmp_path / "people" / "al" / "a.md", b"").parent)
    assert disk.typed(Path.cwd() / "a.md") == "a.md"
    assert disk.typed(tmp_path / "people" / "bo" / "b.md") == "../bo/b.md"
    assert disk.typed(Path("/b.md")) == "/b.md"
    (tmp_path / "people" / "al" / "a.md").unlink()
    Path.cwd().rmdir()
    assert disk.typed(tmp_path / "b.md") == str(tmp_path / "b.md")


# Writing


def test_a_command_makes_edits_and_removes_files_at_once(tmp_path: Path) -> None:
    edited, removed = put(tmp_path / "a.md", b"old"), put(tmp_path / "b.md", b"b")
    made = tmp_path / "people" / "al" / "inbox.md"
    changes = [Change(edited, b"old", b"new"), Change(removed, b"b", None), Change(made, None, b"")]
    written = write(tmp_path, changes, message="log: al")
    assert written == Written((edited, removed, made), 1)
    assert (edited.read_bytes(), made.read_bytes()) == (b"new", b"")
    assert not removed.exists()
    assert [(r.number, r.message, r.paths) for r in history(tmp_path)] == [
        (1, "log: al", ("a.md", "b.md", "people/al/inbox.md"))
    ]


def test_nothing_to_change_writes_nothing_and_says_so(tmp_path: Path) -> None:
    path = put(tmp_path / "a.md", b"a")
    changes = [Change(path, b"a", b"a"), Change(tmp_path / "b.md", None, None)]
    assert write(tmp_path, changes, message="m") == Written((), 0, ())
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_what_does_not_change_is_left_out(tmp_path: Path) -> None:
    same, other = put(tmp_path / "a.md", b"a"), tmp_path / "b.md"
    before = same.stat().st_ino
    written = write(tmp_path, [Change(same, b"a", b"a"), Change(other, None, b"b")], message="m")
    assert written.paths == (other,)
    assert same.stat().st_ino == before


def test_files_that_changed_meanwhile_are_named_and_nothing_is_written(tmp_path: Path) -> None:
    kept, moved = put(tmp_path / "kept.md", b"1"), put(tmp_path / "moved.md", b"1")
    made = put(tmp_path / "made.md", b"theirs")
    changes = [Change(kept, b"1", b"2"), Change(moved, b"0", b"2"), Change(made, None, b"mine")]
    with pytest.raises(Busy, match=r"moved\.md and .*made\.md changed meanwhile; nothing") as busy:
        write(tmp_path, changes, message="m")
    assert busy.value.hint == "Run the command again."
    assert [p.read_bytes() for p in (kept, moved, made)] == [b"1", b"1", b"theirs"]
    with pytest.raises(Busy, match=r"gone\.md changed meanwhile"):
        write(tmp_path, [Change(tmp_path / "gone.md", b"1", None)], message="m")
    assert history(tmp_path) == []


def test_what_an_editor_saves_while_a_command_is_being_prepared_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, link = put(tmp_path / "a.md", b"1"), os.link

    def link_and_edit(source: Path, target: Path) -> None:
        link(source, target)
        put(tmp_path / "editor", b"by hand").replace(path)

    monkeypatch.setattr(os, "link", link_and_edit)
    with pytest.raises(Busy, match=r"a\.md changed meanwhile"):
        write(tmp_path, [Change(path, b"1", b"2")], message="m")
    assert path.read_bytes() == b"by hand"
    assert list((tmp_path / ".one" / "tmp").iterdir()) == []


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note what is put on the disk for good, and what takes its place."""
    if not Path("/proc/self/fd").exists():
        pytest.skip("the system does not tell the names of open files")
    noted: list[str] = []

    def note(name: str) -> None:
        real = getattr(os, name)

        def call(*given: Path | int) -> None:
            last = given[-1]
            file = last if isinstance(last, Path) else Path(f"/proc/self/fd/{last}").readlink()
            noted.append(f"{name} {file.name}")
            real(*given)

        monkeypatch.setattr(os, name, call)

    for name in ("fsync", "replace", "rename", "link"):
        note(name)
    return noted


def test_bytes_are_on_the_disk_before_they_take_their_place(
    tmp_path: Path, calls: list[str]
) -> None:
    path = put(tmp_path / "people" / "a.md", b"1")
    write_next(tmp_path)
    calls.clear()
    write(tmp_path, [Change(path, b"1", b"2")], message="m")
    assert calls == [
        *("fsync new-0", "link old-0", "fsync manifest.new", "rename manifest.json"),
        *("fsync 00000002", "fsync tmp", "replace a.md", "fsync people"),
        *("rename 00000002", "fsync undo"),
    ]


def test_new_folders_are_on_the_disk_before_what_is_put_into_them(
    tmp_path: Path, calls: list[str]
) -> None:
    write_next(tmp_path)
    calls.clear()
    write(tmp_path, [Change(tmp_path / "people" / "al" / "a.md", None, b"")], message="m")
    begin, end = calls.index("fsync tmp") + 1, calls.index("link a.md")
    assert calls[begin:end] == [f"fsync {tmp_path.name}", "fsync people"]


def test_a_file_keeps_its_mode_and_a_new_one_has_the_usual(tmp_path: Path) -> None:
    script, closed = put(tmp_path / "a.md", b"a", 0o755), put(tmp_path / "b.md", b"b", 0o600)
    made, private = tmp_path / "c.md", tmp_path / "private.md"
    changes = [
        *(Change(script, b"a", b"A"), Change(closed, b"b", b"B")),
        *(Change(made, None, b"C"), Change(private, None, b"P")),
    ]
    before = os.umask(0o027)
    try:
        write(tmp_path, changes, message="m")
    finally:
        os.umask(before)
    assert [mode(p) for p in (script, closed, made, private)] == [0o755, 0o600, 0o640, 0o600]


def test_private_words_are_for_the_owner_alone_even_where_they_were_not(tmp_path: Path) -> None:
    private = put(tmp_path / "private.md", b"a", 0o644)
    write(tmp_path, [Change(private, b"a", b"b")], message="m")
    assert mode(private) == 0o600
    undo(tmp_path)
    assert mode(private) == 0o600


def test_nobody_else_can_look_into_the_notebooks_own_folder(tmp_path: Path) -> None:
    write(tmp_path, [Change(tmp_path / "a.md", None, b"a")], message="m")
    ours = [tmp_path / ".one", *(tmp_path / ".one").rglob("*")]
    assert {mode(path) for path in ours if path.is_dir()} == {0o700}
    assert {path.name for path in ours if path.is_file()} == {"lock", "manifest.json"}
    assert {mode(path) for path in ours if path.is_file()} == {0o600}


def test_a_link_inside_the_notebook_is_followed_and_kept(tmp_path: Path) -> None:
    real = put(tmp_path / "shared" / "real.md", b"1")
    link = tmp_path / "link.md"
    link.symlink_to("shared/real.md")
    assert write(tmp_path, [Change(link, b"1", b"2")], message="m").paths == (real,)
    assert link.is_symlink()
    assert real.read_bytes() == b"2"
    (tmp_path / "later.md").symlink_to("shared/later.md")
    write(tmp_path, [Change(tmp_path / "later.md", None, b"3")], message="m")
    assert (tmp_path / "shared" / "later.md").read_bytes() == b"3"


def test_two_names_of_one_file_are_not_written_twice(tmp_path: Path) -> None:
    real, link = put(tmp_path / "real.md", b"1"), tmp_path / "link.md"
    link.symlink_to("real.md")
    with pytest.raises(Unsafe, match="twice"):
        write(tmp_path, [Change(real, b"1", b"2"), Change(link, b"1", b"3")], message="m")
    assert real.read_bytes() == b"1"


@pytest.mark.parametrize(
    "name",
    [
        *("../out.md", "link/out.md", "people/../../out.md", "out-link.md"),
        *(".", ".git/config", ".GIT/config", "sub/.git/hooks/x", ".one/undo/x", ".One/x"),
    ],
)
def test_no_path_leads_out_of_the_notebook_or_into_what_is_not_for_notes(
    name: str, tmp_path: Path
) -> None:
    root = tmp_path / "notebook"
    (root / "people").mkdir(parents=True)
    (root / "link").symlink_to(tmp_path)
    (root / "out-link.md").symlink_to(tmp_path / "out.md")
    with pytest.raises(Unsafe, match="nothing was changed"):
        write(root, [Change(root / name, None, b"x")], message="m")
    assert sorted(p.name for p in tmp_path.rglob("*")) == [
        "link",
        "notebook",
        "out-link.md",
        "people",
    ]


def test_the_notebook_may_itself_be_reached_by_a_link(tmp_path: Path) -> None:
    put(tmp_path / "real" / "a.md", b"1")
    (tmp_path / "link").symlink_to("real")
    write(tmp_path / "link", [Change(tmp_path / "link" / "a.md", b"1", b"2")], message="m")
    assert (tmp_path / "real" / "a.md").read_bytes() == b"2"


@pytest.mark.parametrize("name", [".one", ".one/tmp", ".one/undo"])
def test_a_link_in_the_place_of_the_notebooks_own_folder_is_refused(
    name: str, tmp_path: Path
) -> None:
    elsewhere, root = tmp_path / "elsewhere", tmp_path / "notebook"
    put(elsewhere / "theirs.md", b"theirs")
    (root / name).parent.mkdir(parents=True)
    (root / name).symlink_to(elsewhere)
    with pytest.raises(Unsafe, match="not a folder of its own"):
        write(root, [Change(root / "a.md", None, b"a")], message="m")
    assert [path.name for path in elsewhere.iterdir()] == ["theirs.md"]
    assert not (root / "a.md").exists()


def test_a_link_in_the_place_of_the_lock_is_refused(tmp_path: Path) -> None:
    theirs = put(tmp_path / "theirs", b"")
    (tmp_path / "notebook" / ".one").mkdir(parents=True)
    (tmp_path / "notebook" / ".one" / "lock").symlink_to(theirs)
    with pytest.raises(Unsafe, match="link where a file is needed; nothing was changed"):
        write(tmp_path / "notebook", [Change(tmp_path / "notebook/a.md", None, b"")], message="m")


def test_a_read_only_file_is_not_replaced(open_folder: Path) -> None:
    path = put(open_folder / "a.md", b"a", 0o444)
    with trouble.powerless(), pytest.raises(DiskFailed, match=r"a\.md is read-only; nothing was"):
        write(open_folder, [Change(path, b"a", b"b")], message="m")
    assert path.read_bytes() == b"a"


def test_nothing_is_made_in_a_read_only_folder(open_folder: Path) -> None:
    (open_folder / "people").mkdir()
    (open_folder / "people").chmod(0o555)
    change = Change(open_folder / "people" / "al" / "a.md", None, b"")
    with trouble.powerless(), pytest.raises(DiskFailed, match="people is read-only; nothing was"):
        write(open_folder, [change], message="m")


def test_a_notebook_without_room_for_its_own_folder_is_not_written(open_folder: Path) -> None:
    path = put(open_folder / "people" / "a.md", b"a", 0o666)
    path.parent.chmod(0o777)
    open_folder.chmod(0o555)
    with trouble.powerless(), pytest.raises(DiskFailed, match=r"\.one: permission denied; noth"):
        write(open_folder, [Change(path, b"a", b"b")], message="m")


def test_a_file_where_a_folder_is_needed_is_told(tmp_path: Path) -> None:
    put(tmp_path / "people", b"")
    with pytest.raises(DiskFailed, match="people is a file, not a folder; nothing was changed"):
        write(tmp_path, [Change(tmp_path / "people" / "a.md", None, b"")], message="m")


@pytest.mark.parametrize("put_there", [os.mkfifo, os.mkdir], ids=["a pipe", "a folder"])
def test_what_took_the_place_of_a_file_is_left_alone(put_there: object, tmp_path: Path) -> None:
    assert callable(put_there)
    put_there(tmp_path / "a.md")
    with pytest.raises(Unsafe, match="not an ordinary file"):
        write(tmp_path, [Change(tmp_path / "a.md", b"1", b"2")], message="m")
    assert not (tmp_path / "a.md").is_file()


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Refuse calls of the system's by name, from the nth on."""

    def refuse(name: str, error: int, *, after: int = 0) -> None:
        real, made = getattr(os, name), list[object]()

        def refused(*given: object, **named: object) -> object:
            made.append(given)
            if len(made) > after:
                raise OSError(error, os.strerror(error))
            return real(*given, **named)

        monkeypatch.setattr(os, name, refused)

    return refuse


Refuse = Callable[..., None]


def test_where_links_are_not_possible_copies_do(tmp_path: Path, refuse: Refuse) -> None:
    edited, made = put(tmp_path / "a.md", b"old", 0o640), tmp_path / "b.md"
    refuse("link", errno.EPERM)
    write(tmp_path, [Change(edited, b"old", b"new"), Change(made, None, b"b")], message="m")
    assert (edited.read_bytes(), made.read_bytes(), mode(edited)) == (b"new", b"b", 0o640)
    undo(tmp_path)
    assert (edited.read_bytes(), mode(edited)) == (b"old", 0o640)
    assert not made.exists()


def test_a_file_that_was_just_made_by_someone_else_is_not_overwritten(
    tmp_path: Path, refuse: Refuse
) -> None:
    new, target = put(tmp_path / "new", b"mine"), put(tmp_path / "target", b"theirs")
    with pytest.raises(FileExistsError):
        disk.place(new, target)
    refuse("link", errno.EMLINK)
    with pytest.raises(FileExistsError):
        disk.place(new, target)
    assert (new.read_bytes(), target.read_bytes()) == (b"mine", b"theirs")


def test_a_disk_that_has_links_but_refuses_one_is_not_copied_around(
    tmp_path: Path, refuse: Refuse
) -> None:
    path = put(tmp_path / "a.md", b"a")
    refuse("link", errno.EIO)
    for change in (Change(path, b"a", b"b"), Change(tmp_path / "b.md", None, b"b")):
        with pytest.raises(DiskFailed, match="the disk reported a fault; nothing was changed"):
            write(tmp_path, [change], message="m")
    assert path.read_bytes() == b"a"
    assert list((tmp_path / ".one" / "tmp").iterdir()) == []


def test_only_a_disk_that_cannot_sync_folders_may_refuse_it(tmp_path: Path, refuse: Refuse) -> None:
    refuse("fsync", errno.EINVAL)
    disk.sync(tmp_path)
    refuse("fsync", errno.EIO)
    with pytest.raises(OSError, match="Input/output error"):
        disk.sync(tmp_path)


def test_a_disk_that_takes_little_at_a_time_gets_it_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, data[:7]))
    write(tmp_path, [Change(tmp_path / "a.md", None, b"0123456789" * 9)], message="m")
    assert (tmp_path / "a.md").read_bytes() == b"0123456789" * 9


def test_a_full_disk_changes_nothing(tmp_path: Path, refuse: Refuse) -> None:
    path = put(tmp_path / "a.md", b"a")
    refuse("write", errno.ENOSPC)
    with pytest.raises(DiskFailed, match=r"a\.md: the disk is full; nothing was changed") as full:
        write(tmp_path, [Change(path, b"a", b"b")], message="m")
    assert full.value.hint == "Make room, then run the command again."
    assert list((tmp_path / ".one" / "tmp").iterdir()) == []
    assert path.read_bytes() == b"a"


def test_a_command_that_fails_before_its_first_file_is_in_place_is_called_off(
    tmp_path: Path, refuse: Refuse
) -> None:
    path = put(tmp_path / "a.md", b"a")
    made = Change(tmp_path / "people" / "b.md", None, b"b")
    refuse("link", errno.ENOSPC)
    with pytest.raises(DiskFailed, match="the disk is full; nothing was changed"):
        write(tmp_path, [made, Change(path, b"a", b"b")], message="m")
    assert not (tmp_path / "people").exists()
    assert history(tmp_path) == []


def test_a_failure_half_way_does_not_claim_that_nothing_changed(
    tmp_path: Path, refuse: Refuse
) -> None:
    paths = [put(tmp_path / name, b"old") for name in ("a.md", "b.md")]
    refuse("replace", errno.EROFS, after=1)
    with pytest.raises(DiskFailed, match=r"not finished yet; the next command .* finishes it"):
        write(tmp_path, [Change(path, b"old", b"new") for path in paths], message="m")
    assert [path.read_bytes() for path in paths] == [b"new", b"old"]


def test_a_command_that_can_neither_go_on_nor_back_is_left_to_the_next_one(
    tmp_path: Path, refuse: Refuse, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path / "a.md", b"old")
    refuse("replace", errno.EIO)
    refuse("unlink", errno.EIO)
    with pytest.raises(DiskFailed, match="not finished yet"):
        write(tmp_path, [Change(path, b"old", b"new")], message="m")
    assert path.read_bytes() == b"old"
    monkeypatch.undo()
    assert [record.message for record in write_next(tmp_path).finished] == ["m"]
    assert path.read_bytes() == b"new"


def test_an_undo_that_fails_can_be_tried_again(
    tmp_path: Path, refuse: Refuse, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path / "a.md", b"old")
    write(tmp_path, [Change(path, b"old", b"new")], message="m")
    refuse("replace", errno.EIO)
    with pytest.raises(DiskFailed, match="nothing was changed"):
        undo(tmp_path)
    monkeypatch.undo()
    assert undo(tmp_path).message == "m"
    assert path.read_bytes() == b"old"


def test_an_unknown_refusal_is_told_in_the_systems_words(tmp_path: Path) -> None:
    told = disk.failed(tmp_path / "a.md", OSError(errno.EBADMSG, "x"))
    assert isinstance(told, DiskFailed)
    assert str(told).endswith("a.md: bad message.")


# One writer at a time


def test_a_second_command_waits_for_the_first_and_then_says_what_is_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.02)
    with lock.held(tmp_path):
        ended = trouble.run(partial(_hold, tmp_path))
    assert (ended.code, ended.told) == (
        5,
        "Busy: Another command is writing in this notebook; nothing was changed.",
    )
    assert trouble.run(partial(_hold, tmp_path)).code == 0


def test_a_second_command_goes_on_as_soon_as_the_first_has_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ExitStack() as first:
        first.enter_context(lock.held(tmp_path))
        monkeypatch.setattr(lock, "sleep", lambda _: first.close())
        assert write_next(tmp_path).number == 1


def _hold(root: Path) -> None:
    with lock.held(root):
        pass


def test_a_killed_command_holds_no_lock(tmp_path: Path) -> None:
    change = [Change(tmp_path / "a.md", None, b"a")]
    ended = trouble.killed(partial(write, tmp_path, change, message="m"), 8)
    assert ended.killed
    assert trouble.run(partial(_hold, tmp_path)).code == 0


def test_every_line_four_writers_were_told_is_written_is_there_once(tmp_path: Path) -> None:
    path = put(tmp_path / "a.md", b"")
    writers = [trouble.start(partial(_append, path, who, 100)) for who in range(4)]
    assert [os.waitpid(pid, 0)[1] for pid in writers] == [0] * 4
    lines = path.read_bytes().decode().splitlines()
    assert sorted(lines) == sorted(f"{who} {n}" for who in range(4) for n in range(100))
    assert len(history(tmp_path)) == 50


def _append(path: Path, who: int, lines: int) -> None:
    for number in range(lines):
        while not _appended(path, f"{who} {number}\n".encode()):
            pass


def _appended(path: Path, line: bytes) -> bool:
    old = read(path) or b""
    try:
        return bool(write(path.parent, [Change(path, old, old + line)], message="m").paths)
    except Busy:
        return False


# Interrupted commands


def interrupted(tmp_path: Path) -> tuple[Path, Path]:
    """Kill a command when it has put the first of its two files in place.

    The notebook, and where the record of the command lies.
    """
    for number in range(1, 100):
        root = tmp_path / str(number)
        a, b = put(root / "a.md", b"a"), put(root / "b.md", b"b")
        changes = [Change(a, b"a", b"A"), Change(b, b"b", b"B")]
        work = partial(write, root, changes, message="log: al")
        trouble.killed(work, number)
        if a.read_bytes() == b"A":
            assert b.read_bytes() == b"b"
            return root, root / ".one" / "tmp" / "00000001"
    raise AssertionError


def write_next(root: Path) -> Written:
    return write(root, [Change(root / "next.md", None, b"")], message="next")


def test_the_next_command_finishes_an_interrupted_one_and_says_which(tmp_path: Path) -> None:
    root, _ = interrupted(tmp_path)
    written = write_next(root)
    assert [record.message for record in written.finished] == ["log: al"]
    assert [p.read_bytes() for p in (root / "a.md", root / "b.md")] == [b"A", b"B"]
    assert [record.message for record in history(root)] == ["next", "log: al"]


def test_an_interrupted_command_is_taken_back_as_a_whole(tmp_path: Path) -> None:
    root, _ = interrupted(tmp_path)
    assert undo(root).message == "log: al"
    assert [p.read_bytes() for p in (root / "a.md", root / "b.md")] == [b"a", b"b"]


def test_a_file_may_be_edited_by_hand_once_an_interrupted_command_has_written_it(
    tmp_path: Path,
) -> None:
    root, _ = interrupted(tmp_path)
    put(root / "a.md", b"by hand")
    assert [record.message for record in write_next(root).finished] == ["log: al"]
    assert [p.read_bytes() for p in (root / "a.md", root / "b.md")] == [b"by hand", b"B"]


def _lose(_: Path, record: Path) -> None:
    (record / "new-1").unlink()


def _edit(root: Path, _: Path) -> None:
    put(root / "b.md", b"by hand")


def _make_a_folder(root: Path, _: Path) -> None:
    (root / "b.md").unlink()
    (root / "b.md").mkdir()


def _lead_out(root: Path, _: Path) -> None:
    (root / "b.md").unlink()
    (root / "b.md").symlink_to(put(root.parent / "theirs.md", b"b"))


def _damage(_: Path, record: Path) -> None:
    put(record / "new-1", b"half")


@pytest.mark.parametrize("happen", [_edit, _make_a_folder, _lead_out, _damage, _lose])
def test_an_interrupted_command_whose_files_went_their_own_way_is_set_aside(
    happen: Callable[[Path, Path], None], tmp_path: Path
) -> None:
    root, record = interrupted(tmp_path)
    happen(root, record)
    with pytest.raises(Busy, match=r"b\.md changed after `log: al`.*kept/00000001") as busy:
        write_next(root)
    assert busy.value.hint == "Compare the two, then run the command again."
    assert not (root / "next.md").exists()
    assert (root / "a.md").read_bytes() == b"A"
    assert (root / ".one" / "kept" / "00000001" / "manifest.json").exists()
    assert write_next(root).number == 2
    assert [record.message for record in history(root)] == ["next"]


@pytest.mark.parametrize(
    "manifest",
    [b"", b"{", b"[]", b'{"message": "m", "steps": [1]}', b"[" * 100_000, b"\xff"],
    ids=["empty", "half", "a list", "wrong steps", "deep", "not text"],
)
def test_a_record_that_cannot_be_read_is_set_aside(manifest: bytes, tmp_path: Path) -> None:
    root, record = interrupted(tmp_path)
    put(record / "manifest.json", manifest)
    with pytest.raises(Busy, match=r"cannot be read.*kept/00000001"):
        write_next(root)
    assert (root / "b.md").read_bytes() == b"b"
    assert write_next(root).number == 2


def test_a_manifest_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    root, record = interrupted(tmp_path)
    (record / "manifest.json").rename(tmp_path / "manifest.json")
    (record / "manifest.json").symlink_to(tmp_path / "manifest.json")
    with pytest.raises(Busy, match="cannot be read"):
        write_next(root)


@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
@settings(max_examples=examples(100), derandomize=True, deadline=None)
def test_any_bytes_can_be_read_as_a_manifest(data: bytes) -> None:
    assert journal.parse(data, 1) is None


@given(
    st.text(),
    st.lists(st.builds(Step, st.text(), st.none() | st.text(), st.none() | st.text())),
    st.lists(st.text()),
    st.integers(0),
)
@settings(max_examples=examples(100), derandomize=True, deadline=None)
def test_a_record_survives_its_manifest(
    message: str, steps: list[Step], folders: list[str], undoes: int
) -> None:
    record = Record(7, message, tuple(steps), tuple(folders), undoes)
    assert journal.parse(journal.dump(record), 7) == record


def test_what_an_interrupted_command_had_only_prepared_is_swept_away(tmp_path: Path) -> None:
    theirs = put(tmp_path / "theirs" / "a.md", b"theirs")
    rubbish = tmp_path / "notebook" / ".one" / "tmp"
    put(rubbish / "00000004" / "new-0", b"half")
    put(rubbish / "index.lock", b"")
    put(rubbish / "unknown" / "manifest.json", b"{}")
    (rubbish / "00000005").symlink_to(theirs.parent)
    assert write_next(tmp_path / "notebook").finished == ()
    assert list(rubbish.iterdir()) == []
    assert theirs.read_bytes() == b"theirs"


def test_rubbish_that_cannot_be_swept_away_is_in_nobodys_way(tmp_path: Path) -> None:
    put(tmp_path / ".one" / "tmp" / "00000004" / "folder" / "file", b"")
    assert write_next(tmp_path).number == 5


def test_a_file_made_by_an_interrupted_command_does_not_stay_bound_to_its_record(
    tmp_path: Path,
) -> None:
    for number in range(1, 100):
        root = tmp_path / str(number)
        root.mkdir()
        work = partial(write, root, [Change(root / "a.md", None, b"a")], message="m")
        ended = trouble.killed(work, number)
        write_next(root)
        assert not (root / "a.md").exists() or (root / "a.md").stat().st_nlink == 1
        if not ended.killed:
            break
    assert not ended.killed


def test_a_removal_is_finished_even_when_its_folder_went_too(tmp_path: Path) -> None:
    for number in range(1, 100):
        root = tmp_path / str(number)
        path = put(root / "people" / "a.md", b"a")
        work = partial(write, root, [Change(path, b"a", None)], message="m")
        trouble.killed(work, number)
        if not path.exists():
            path.parent.rmdir()
            break
    assert [record.message for record in write_next(root).finished] == ["m"]


def test_a_key_pressed_half_way_leaves_the_rest_to_the_next_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, link = tmp_path / "a.md", tmp_path / "b.md", os.link

    def pressed(source: Path, target: Path) -> None:
        if a.exists():
            raise KeyboardInterrupt
        link(source, target)

    monkeypatch.setattr(os, "link", pressed)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, [Change(a, None, b"a"), Change(b, None, b"b")], message="m")
    assert (a.exists(), b.exists()) == (True, False)
    monkeypatch.undo()
    write_next(tmp_path)
    assert b.read_bytes() == b"b"
