"""Documents are written in one piece, and never over what is not theirs."""

from pathlib import Path

import pytest

from books import book
from onestop.errors import Busy, OnestopError, Unsafe, Usage
from onestop.notebook import outside

MARK = "one review"
OURS = f"<!-- {MARK} -->\nOld words\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return book(tmp_path / "book", {"people/bo/person.yaml": "name: Bo\n"}).root


def write(root: Path, path: Path, text: str = "New words\n", *, force: bool = False) -> None:
    outside.write(path, text, outside.check(root, path, MARK, force=force))


def test_a_new_document_is_for_the_eyes_of_its_owner(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "review.md"

    write(root, path)

    assert path.read_text() == "New words\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert sorted(p.name for p in tmp_path.iterdir()) == ["book", "review.md"]


def test_a_document_of_ours_is_written_over_and_keeps_its_mode(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "review.md"
    path.write_text(OURS)
    path.chmod(0o644)

    write(root, path)

    assert path.read_text() == "New words\n"
    assert path.stat().st_mode & 0o777 == 0o644


def test_another_file_stays_unless_it_is_forced(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "thesis.md"
    path.write_text("Years of work\n")

    with pytest.raises(Unsafe, match="did not write it"):
        write(root, path)
    assert path.read_text() == "Years of work\n"

    write(root, path, force=True)
    assert path.read_text() == "New words\n"


@pytest.mark.parametrize("name", ["people/bo/person.yaml", "onestop.yaml"])
def test_a_file_of_the_notebook_stays_even_when_it_is_forced(root: Path, name: str) -> None:
    before = (root / name).read_bytes()
    with pytest.raises(Unsafe, match="a file of the notebook"):
        write(root, root / name, force=True)
    assert (root / name).read_bytes() == before


@pytest.mark.parametrize("name", [".git/review.md", ".one/review.md", ".GIT/hooks"])
def test_no_document_goes_where_git_and_one_keep_their_own(root: Path, name: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    with pytest.raises(Unsafe, match="no place for documents"):
        write(root, root / name)


def test_a_link_leads_to_the_file_that_is_meant(root: Path, tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text(OURS)
    (tmp_path / "link.md").symlink_to("real.md")

    write(root, tmp_path / "link.md")

    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "New words\n"


def test_a_folder_that_is_not_there_is_named(root: Path, tmp_path: Path) -> None:
    with pytest.raises(Usage, match="There is no folder"):
        write(root, tmp_path / "nowhere" / "review.md")


@pytest.mark.parametrize("name", ["book", "x" * 300])
def test_what_cannot_be_a_file_leaves_nothing_behind(root: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(OnestopError):
        write(root, tmp_path / name)
    assert [p.name for p in tmp_path.iterdir()] == ["book"]


def test_a_file_that_came_or_changed_meanwhile_stays(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "review.md"
    before = outside.check(root, path, MARK, force=False)
    path.write_text("Somebody else's\n")

    for known in (before, b"Another version\n"):
        with pytest.raises(Busy):
            outside.write(path, "New words\n", known)
    assert path.read_text() == "Somebody else's\n"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["book", "review.md"]
