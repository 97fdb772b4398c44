"""Taking back what a command wrote."""

import os
import shutil
import stat
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.errors import Busy
from onestop.notebook.files import Change, write
from onestop.notebook.store import journal
from onestop.notebook.undo import Undone, history, undo

Tree = dict[str, bytes]

NAMES = st.sampled_from(["a.md", "b.md", "people/al/inbox.md", "people/bo/meetings/n.md"])
TREES = st.dictionaries(NAMES, st.binary(max_size=20))


def contents(root: Path) -> Tree:
    """All files of a notebook but its own."""
    paths = (path for path in root.rglob("*") if path.is_file())
    named = ((path.relative_to(root).as_posix(), path) for path in paths)
    return {name: path.read_bytes() for name, path in named if not name.startswith(".one")}


def become(root: Path, new: Tree, message: str = "step") -> None:
    """Lead a notebook to another state, by one command."""
    old = contents(root)
    names = sorted(old.keys() | new.keys())
    write(root, [Change(root / n, old.get(n), new.get(n)) for n in names], message=message)


def undo_folder(root: Path) -> list[str]:
    return sorted(path.name for path in (root / ".one" / "undo").iterdir())


def test_a_whole_command_is_taken_back(tmp_path: Path) -> None:
    before = {"a.md": b"a", "b.md": b"b", "people/al/i.md": b"i"}
    become(tmp_path, before, "first")
    become(tmp_path, {"a.md": b"A", "people/al/i.md": b"i", "people/bo/n.md": b"n"}, "second")
    undone = undo(tmp_path)
    assert (undone.number, undone.message) == (2, "second")
    assert undone.paths == tuple(tmp_path / n for n in ("a.md", "b.md", "people/bo/n.md"))
    assert contents(tmp_path) == before
    assert not (tmp_path / "people" / "bo").exists()


def test_taking_back_again_goes_one_command_further(tmp_path: Path) -> None:
    for number in range(3):
        become(tmp_path, {"a.md": b"%d" % number}, f"log {number}")
    assert [record.message for record in history(tmp_path)] == ["log 2", "log 1", "log 0"]
    assert [undo(tmp_path).message for _ in range(3)] == ["log 2", "log 1", "log 0"]
    assert contents(tmp_path) == {}
    assert undo(tmp_path) == Undone()


def test_it_tells_which_words_went_and_which_stand_again(tmp_path: Path) -> None:
    inbox, themes = "people/al/inbox.md", "people/al/themes.yaml"
    become(tmp_path, {inbox: b"## Actions\n- [ ] @al One ^k3f9\n"})
    more = b"## Actions\n- [x] @al One ^k3f9\n- [ ] @al Two ^k4f9\n"
    become(tmp_path, {inbox: more, themes: b'themes:\n  - id: a\n    title: "An idea"\n'})

    undone = undo(tmp_path)

    assert undone.gone == ("- [ ] @al Two ^k4f9", 'title: "An idea"')
    assert undone.back == ("- [ ] @al One ^k3f9",)


def test_of_a_rating_it_tells_nothing(tmp_path: Path) -> None:
    become(tmp_path, {"people/al/ratings/2026-11-24.md": b'---\nimprove: "Ask"\n---\n- Hm\n'})

    undone = undo(tmp_path)

    assert (undone.number, undone.gone, undone.back) == (1, (), ())


def test_nothing_to_take_back_is_a_plain_answer_that_leaves_no_trace(tmp_path: Path) -> None:
    assert undo(tmp_path) == Undone(0, "", ())
    assert history(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


@given(st.lists(TREES, max_size=6))
@settings(max_examples=examples(25), derandomize=True, deadline=None)
def test_any_commands_are_taken_back_byte_for_byte(trees: list[Tree]) -> None:
    with tempfile.TemporaryDirectory() as name:
        root, past = Path(name), []
        for tree in trees:
            if tree != contents(root):
                past.append(contents(root))
                become(root, tree)
                assert contents(root) == tree
        assert len(history(root)) == len(past)
        for tree in reversed(past):
            assert undo(root).number
            assert contents(root) == tree
        assert [path.name for path in root.iterdir()] in ([], [".one"])


def test_files_that_changed_since_are_all_named_and_nothing_is_taken_back(
    tmp_path: Path,
) -> None:
    become(tmp_path, {"a.md": b"a", "b.md": b"b", "c.md": b"c"}, "first")
    become(tmp_path, {"a.md": b"A", "b.md": b"B"}, "log: al")
    (tmp_path / "b.md").write_bytes(b"by hand")
    (tmp_path / "c.md").write_bytes(b"c")
    with pytest.raises(Busy, match=r"b\.md and .*c\.md changed since `log: al`; nothing was"):
        undo(tmp_path)
    assert contents(tmp_path) == {"a.md": b"A", "b.md": b"by hand", "c.md": b"c"}
    assert [record.message for record in history(tmp_path)] == ["log: al", "first"]


def test_a_folder_that_was_made_stays_when_something_else_lies_in_it(tmp_path: Path) -> None:
    become(tmp_path, {"people/al/meetings/n.md": b"n"})
    (tmp_path / "people" / "al" / "mine.md").write_bytes(b"mine")
    undo(tmp_path)
    assert contents(tmp_path) == {"people/al/mine.md": b"mine"}
    assert not (tmp_path / "people" / "al" / "meetings").exists()


def test_a_folder_that_was_there_before_stays_even_when_empty(tmp_path: Path) -> None:
    (tmp_path / "people").mkdir()
    become(tmp_path, {"people/al.md": b""})
    undo(tmp_path)
    assert (tmp_path / "people").is_dir()


def test_a_folder_replaced_by_a_link_is_not_removed(tmp_path: Path) -> None:
    become(tmp_path, {"people/al.md": b"al"})
    (tmp_path / "people").rename(tmp_path / "team")
    (tmp_path / "people").symlink_to("team")
    undo(tmp_path)
    assert contents(tmp_path) == {}
    assert (tmp_path / "people").is_symlink()


def test_a_removed_file_comes_back_with_its_mode_and_its_folder(tmp_path: Path) -> None:
    become(tmp_path, {"people/al/run.md": b"run"})
    path = tmp_path / "people" / "al" / "run.md"
    path.chmod(0o750)
    become(tmp_path, {})
    shutil.rmtree(tmp_path / "people")
    undo(tmp_path)
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"run", 0o750)


def test_what_an_editor_wrote_into_the_old_file_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    become(tmp_path, {"a.md": b"a"})
    with path.open("ab") as still_open:
        become(tmp_path, {"a.md": b"new"})
        still_open.write(b" and more")
    undo(tmp_path)
    assert path.read_bytes() == b"a and more"


def test_an_old_version_that_is_gone_is_named_and_nothing_is_taken_back(tmp_path: Path) -> None:
    become(tmp_path, {"a.md": b"a", "b.md": b"b"})
    become(tmp_path, {"a.md": b"A", "b.md": b"B"})
    (tmp_path / ".one" / "undo" / "00000002" / "old-1").unlink()
    with pytest.raises(Busy, match=r"old-1 is gone, so .*b\.md cannot come back; nothing was"):
        undo(tmp_path)
    assert contents(tmp_path) == {"a.md": b"A", "b.md": b"B"}


def test_the_fifty_newest_commands_can_be_taken_back(tmp_path: Path) -> None:
    for number in range(53):
        become(tmp_path, {"a.md": b"%d" % number}, str(number))
    assert undo_folder(tmp_path) == [f"{number:08}" for number in range(4, 54)]
    assert len([undo(tmp_path) for _ in history(tmp_path)]) == 50
    assert contents(tmp_path) == {"a.md": b"2"}


def test_forgetting_old_commands_touches_nothing_a_link_leads_to(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "theirs.md").write_bytes(b"theirs")
    root = tmp_path / "notebook"
    root.mkdir()
    become(root, {"a.md": b""})
    (root / ".one" / "undo" / "00000000").symlink_to(elsewhere)
    for number in range(50):
        become(root, {"a.md": b"%d" % number})
    assert len(undo_folder(root)) == 50
    assert (elsewhere / "theirs.md").read_bytes() == b"theirs"


def test_taking_a_record_apart_begins_with_its_manifest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    become(tmp_path, {"a.md": b"a", "b.md": b"b"})
    become(tmp_path, {})
    place = journal.folder(tmp_path, journal.UNDO, 2)
    (place / "made-last").touch()
    gone, real = list[str](), os.unlink

    def unlink(path: Path) -> None:
        gone.append(path.name)
        real(path)

    monkeypatch.setattr(os, "unlink", unlink)
    journal.drop(place)
    assert gone[0] == "manifest.json"
    assert sorted(gone[1:]) == ["made-last", "old-0", "old-1"]


def test_forgetting_what_cannot_be_removed_does_not_fail_the_command(tmp_path: Path) -> None:
    (tmp_path / ".one" / "undo" / "00000000" / "folder" / "folder").mkdir(parents=True)
    for number in range(51):
        become(tmp_path, {"a.md": b"%d" % number})
    assert contents(tmp_path) == {"a.md": b"50"}
    assert len(history(tmp_path)) == 50


def test_a_record_that_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    become(tmp_path, {"a.md": b"a"}, "first")
    become(tmp_path, {"a.md": b"A"}, "second")
    records = tmp_path / ".one" / "undo"
    (records / "00000002" / "manifest.json").unlink()
    os.mkfifo(records / "00000002" / "manifest.json")
    (records / "00000003").mkdir()
    (records / "notes").mkdir()
    assert [record.message for record in history(tmp_path)] == ["first"]


def test_history_needs_no_folder_of_its_own(tmp_path: Path) -> None:
    (tmp_path / ".one").write_bytes(b"")
    assert history(tmp_path) == []
    assert undo(tmp_path) == Undone()
