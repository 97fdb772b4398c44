"""Answers kept while a person is still typing."""

import errno
import os
import stat
import tempfile
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.errors import CannotRead, DiskFailed, Unsafe
from onestop.notebook import drafts

ANSWERS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)
NAMES = st.text(st.characters(exclude_characters="/\\\0", codec="utf-8"), min_size=1, max_size=40)


@given(NAMES.filter(lambda name: name[0] != "."), st.dictionaries(st.text(), ANSWERS))
@settings(max_examples=examples(50), derandomize=True, deadline=None)
def test_what_was_typed_is_kept_as_typed(name: str, answers: dict[str, object]) -> None:
    with tempfile.TemporaryDirectory() as root:
        drafts.save(Path(root), name, {"earlier": 1})
        drafts.save(Path(root), name, answers)
        assert drafts.load(Path(root), name) == answers
        assert drafts.names(Path(root)) == [name]
        drafts.discard(Path(root), name)
        assert drafts.load(Path(root), name) is None


def test_a_draft_is_for_the_owner_alone(tmp_path: Path) -> None:
    drafts.save(tmp_path, "log-al", {})
    folder = tmp_path / ".one" / "drafts"
    modes = [stat.S_IMODE(p.stat().st_mode) for p in (folder, folder / "log-al.json")]
    assert modes == [0o700, 0o600]


def test_looking_for_drafts_leaves_no_trace(tmp_path: Path) -> None:
    assert drafts.names(tmp_path) == []
    assert drafts.load(tmp_path, "log-al") is None
    drafts.discard(tmp_path, "log-al")
    assert list(tmp_path.iterdir()) == []


def test_drafts_are_listed_in_order_and_nothing_else_is(tmp_path: Path) -> None:
    for name in ("log-bo", "log-al", "prep-al"):
        drafts.save(tmp_path, name, {})
    folder = tmp_path / ".one" / "drafts"
    (folder / ".log-al.4711").touch()
    (folder / "notes.txt").touch()
    assert drafts.names(tmp_path) == ["log-al", "log-bo", "prep-al"]


def test_a_discarded_draft_leaves_no_word_behind(tmp_path: Path) -> None:
    for name in ("log-al", "log-al.2"):
        drafts.save(tmp_path, name, {})
        (tmp_path / ".one" / "drafts" / f".{name}.4711").touch()
    drafts.discard(tmp_path, "log-al")
    left = {path.name for path in (tmp_path / ".one" / "drafts").iterdir()}
    assert left == {"log-al.2.json", ".log-al.2.4711"}


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", 1),
        (b'{\n "wins": "on', 2),
        (b"[]", 0),
        (b"\xff\xfe\xff", 0),
        (b"[" * 100_000, 0),
    ],
)
def test_a_broken_draft_is_named(data: bytes, line: int, tmp_path: Path) -> None:
    drafts.save(tmp_path, "log-al", {})
    (tmp_path / ".one" / "drafts" / "log-al.json").write_bytes(data)
    with pytest.raises(CannotRead) as refused:
        drafts.load(tmp_path, "log-al")
    (problem,) = refused.value.problems
    assert (problem.code, problem.line) == ("bad-draft", line)
    assert problem.path.endswith(os.path.normpath(".one/drafts/log-al.json"))
    assert drafts.names(tmp_path) == ["log-al"]
    drafts.discard(tmp_path, "log-al")
    assert drafts.load(tmp_path, "log-al") is None


@pytest.mark.parametrize("name", ["", ".", "../x", "a/b", "a\\b", ".hidden", "a\0b"])
def test_a_name_that_could_leave_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    for use in (partial(drafts.save, answers={}), drafts.load, drafts.discard):
        with pytest.raises(Unsafe, match="name of a draft"):
            use(tmp_path, name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [".one", ".one/drafts"])
def test_a_link_in_the_place_of_the_folder_is_not_followed(name: str, tmp_path: Path) -> None:
    (tmp_path / "theirs" / "drafts").mkdir(parents=True)
    (tmp_path / "theirs" / "log-al.json").write_bytes(b"{}")
    (tmp_path / "theirs" / "drafts" / "log-al.json").write_bytes(b"{}")
    root = tmp_path / "notebook"
    (root / name).parent.mkdir(parents=True)
    (root / name).symlink_to(tmp_path / "theirs")
    for use in (drafts.load, drafts.discard, partial(drafts.save, answers={"a": 1})):
        with pytest.raises(Unsafe, match="not a folder of its own"):
            use(root, "log-al")
    with pytest.raises(Unsafe, match="not a folder of its own"):
        drafts.names(root)
    assert (tmp_path / "theirs" / "log-al.json").read_bytes() == b"{}"


def test_a_draft_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    drafts.save(tmp_path, "log-al", {})
    path = tmp_path / ".one" / "drafts" / "log-al.json"
    path.rename(tmp_path / "theirs.json")
    path.symlink_to(tmp_path / "theirs.json")
    with pytest.raises(Unsafe, match="a link where a file is needed"):
        drafts.load(tmp_path, "log-al")
    drafts.save(tmp_path, "log-al", {"wins": "one"})
    assert (tmp_path / "theirs.json").read_bytes() == b"{}"


def test_a_full_disk_keeps_the_draft_before_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    drafts.save(tmp_path, "log-al", {"wins": "one"})
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(DiskFailed, match="the disk is full; the last answer may not be kept"):
        drafts.save(tmp_path, "log-al", {"wins": "two"})
    monkeypatch.undo()
    assert drafts.load(tmp_path, "log-al") == {"wins": "one"}
    assert [p.name for p in (tmp_path / ".one" / "drafts").iterdir()] == ["log-al.json"]


def test_answers_that_are_not_text_or_numbers_are_a_mistake_that_loses_nothing(
    tmp_path: Path,
) -> None:
    drafts.save(tmp_path, "log-al", {"wins": "one"})
    with pytest.raises(TypeError):
        drafts.save(tmp_path, "log-al", {"wins": object()})
    assert drafts.load(tmp_path, "log-al") == {"wins": "one"}
