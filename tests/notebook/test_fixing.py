"""What `one check --fix` mends, and what it leaves alone."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings

from books import TODAY, book
from fuzz import examples
from note_texts import pages
from onestop.insight import actions, checks
from onestop.notebook import fixing
from onestop.notebook.notebook import Notebook

NOTES = "people/alice/meetings"
OLD, NEW = f"{NOTES}/2026-11-17-alice.md", f"{NOTES}/2026-11-24-alice.md"


def fix(notebook: Notebook, only: str = "") -> dict[str, str]:
    """Mend the files whose paths hold `only`; those that changed."""
    folders = notebook.folders(archived=True)
    done = checks.ticked_elsewhere(folders, notebook.settings, TODAY)
    edits = notebook.edits()
    fixing.fix(edits, folders, done, TODAY, lambda path: only in path)
    edits.write("check")
    return {path: edits.text(path) or "" for path in edits.paths}


def test_homes_are_ticked_boxes_leave_mentions_and_markers_become_dashes(tmp_path: Path) -> None:
    notebook = book(
        tmp_path,
        {
            OLD: "- [ ] @alice a  [due:: 2026-11-20] ^k3f9\n* [/] b ^t4kd\n1. [x] c\n",
            NEW: "- [x] a (k3f9)\n- [ ] b (t4kd)\n- [ ] c (http)\n",
            "people/alice/inbox.md": "* [ ] @sam d\n+ [ ] e (k3f9)\n- f\n",
        },
    )

    assert fix(notebook) == {
        OLD: (
            "- [x] @alice a  [due:: 2026-11-20]  [completion:: 2026-11-24] ^k3f9\n"
            "- [/] b ^t4kd\n- [x] c\n"
        ),
        NEW: "- [x] a (k3f9)\n- b (t4kd)\n- [ ] c (http)\n",
        "people/alice/inbox.md": "- [ ] @sam d\n- [ ] e (k3f9)\n- f\n",
    }
    assert fix(Notebook(tmp_path, TODAY)) == {}


def test_only_the_files_that_are_wanted_are_mended(tmp_path: Path) -> None:
    files = {OLD: "- [ ] a ^k3f9\n* [ ] b\n", NEW: "- [x] a (k3f9)\n* [ ] c\n"}
    notebook = book(tmp_path, files)

    assert fix(notebook, "11-24") == {NEW: "- [x] a (k3f9)\n- [ ] c\n"}


def test_a_file_that_cannot_be_written_is_left_alone_and_the_others_are_mended(
    tmp_path: Path,
) -> None:
    broken = "---\nstate: [\n---\n* [ ] a ^k3f9\n"
    notebook = book(tmp_path, {OLD: broken, NEW: "- [x] a (k3f9)\n* [ ] b\n"})

    assert fix(notebook) == {NEW: "- [x] a (k3f9)\n- [ ] b\n"}
    assert (tmp_path / OLD).read_text(encoding="utf-8") == broken


def test_what_is_dropped_at_home_stays_dropped(tmp_path: Path) -> None:
    assert fix(book(tmp_path, {OLD: "- [-] a ^k3f9\n", NEW: "- [x] a (k3f9)\n"})) == {}


@settings(max_examples=examples(40), derandomize=True, deadline=None)
@given(pages(), pages())
def test_mending_closes_and_opens_no_promise(old: str, new: str) -> None:
    with TemporaryDirectory() as folder:
        notebook = book(Path(folder), {OLD: old, NEW: new})
        fix(notebook)
        assert promised(Notebook(Path(folder), TODAY)) == promised(notebook)


def promised(notebook: Notebook) -> list[tuple[object, ...]]:
    view = actions.view(notebook.folders(), notebook.settings, TODAY, closed=True)
    return [(p.item.id, p.item.text, p.item.path, p.item.line, p.state) for p in view.promises]
