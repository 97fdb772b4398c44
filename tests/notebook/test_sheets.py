"""Files as they lie on the disk: which are read, in which order, and what a search finds."""

import os
from datetime import date
from pathlib import Path

import pytest

from books import Files, put
from onestop.notebook.sheets import Found, NoteSheet, Sheet, Sheets
from onestop.notebook.store.disk import LIMIT


def sheets_of(root: Path, files: Files) -> Sheets:
    return Sheets(put(root, files))


def test_folders_directly_in_people_are_people(tmp_path: Path) -> None:
    sheets = sheets_of(
        tmp_path,
        {
            "people/bo/person.yaml": "", "people/Zoë B/meetings/x.md": "", "people/.git/config": "",
            "people/README.md": "", "elsewhere/carl/person.yaml": "",
        },
    )  # fmt: skip

    assert sheets.slugs() == ("Zoë B", "bo")


def test_a_link_is_a_person_unless_it_leaves_the_notebook_or_doubles_somebody(
    tmp_path: Path,
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    root = tmp_path / "notebook"
    sheets = sheets_of(root, {"people/bo/person.yaml": "", "old/carl/person.yaml": ""})
    for name, target in (
        ("eve", outside), ("carl", root / "old" / "carl"), ("robert", root / "people" / "bo"),
        ("gone", root / "nowhere"),
    ):  # fmt: skip
        (root / "people" / name).symlink_to(target)

    assert sheets.slugs() == ("bo", "carl")


def test_without_a_people_folder_there_is_nobody(tmp_path: Path) -> None:
    assert Sheets(tmp_path).slugs() == ()
    assert list(Sheets(tmp_path).boxes()) == []
    assert Sheets(tmp_path).notes("alice") == []


def test_notes_come_in_order_of_their_days_and_numbers(tmp_path: Path) -> None:
    folder = "people/bo/meetings"
    names = [
        "2026-11-24-bo_2.md", "2026-11-24-bo.md", "2026-11-24-bo_10.md", "2026-09-01.md",
        "2026-11-24.md", ".2026-01-01.md", "2026-11-25-bo.txt",
    ]  # fmt: skip
    sheets = sheets_of(tmp_path, {f"{folder}/{name}": name for name in names})

    assert sheets.notes("bo") == [
        NoteSheet(f"{folder}/{name}", name.encode(), date.fromisoformat(name[:10]), number)
        for name, number in (
            ("2026-09-01.md", 1), ("2026-11-24-bo.md", 1), ("2026-11-24.md", 1),
            ("2026-11-24-bo_2.md", 2), ("2026-11-24-bo_10.md", 10),
        )
    ]  # fmt: skip
    assert sheets.problems == []


def test_a_note_without_a_day_is_named_once(tmp_path: Path) -> None:
    sheets = sheets_of(
        tmp_path, {"people/bo/meetings/notes.md": "", "people/bo/meetings/2026-02-30.md": ""}
    )
    sheets.notes("bo")
    sheets.notes("bo")

    found = [(p.code, p.path) for p in sheets.problems]
    assert sorted(found) == [
        ("note-name", "people/bo/meetings/2026-02-30.md"),
        ("note-name", "people/bo/meetings/notes.md"),
    ]


@pytest.mark.parametrize(
    ("text", "is_open"),
    [("- [ ] a", True), ("- [/] a", True), ("a [ ] b", True), ("- [x] a\n- [-] b\n[]", False)],
)
def test_a_note_without_an_open_box_holds_no_open_promise(text: str, is_open: bool) -> None:
    assert NoteSheet("a.md", text.encode(), date(2026, 11, 24), 1).has_open_box is is_open


def test_every_text_of_a_person_is_searched(tmp_path: Path) -> None:
    sheets = sheets_of(
        tmp_path,
        {
            "people/bo/person.yaml": "a", "people/bo/inbox.md": "b", "people/bo/photo.png": "c",
            "people/bo/meetings/2026-11-24-bo.md": "d", "people/bo/.obsidian/x.md": "e",
            "people/bo/.hidden.md": "f", "people/bob/inbox.md": "g",
        },
    )  # fmt: skip

    assert list(sheets.of("bo")) == [
        Sheet("people/bo/inbox.md", b"b"),
        Sheet("people/bo/person.yaml", b"a"),
        Sheet("people/bo/meetings/2026-11-24-bo.md", b"d"),
    ]


def test_boxes_are_what_git_finds(tmp_path: Path) -> None:
    sheets = sheets_of(
        tmp_path,
        {
            "people/bo/inbox.md": "\ufeff- [ ] a\r\n- [x] b\r\n> - [ ] c\r\n",
            "people/bo/.hidden": "a\rb - [ ] c\n",
            "people/bo/latin.md": b"- [ ] Ren\xe9\n",
            "people/bo/empty.md": "",
            "people/x.txt": "* - [ ] d",
            "templates/a.md": "- [ ] e\n",
        },
    )
    (tmp_path / "people" / "bo" / "link.md").symlink_to("inbox.md")

    assert list(sheets.boxes()) == [
        Found("people/x.txt", 1, "* - [ ] d"),
        Found("people/bo/.hidden", 1, "a\rb - [ ] c"),
        Found("people/bo/inbox.md", 1, "- [ ] a"),
        Found("people/bo/inbox.md", 3, "> - [ ] c"),
        Found("people/bo/latin.md", 1, "- [ ] Ren\ufffd"),
    ]


def test_ids_of_ours_are_found_wherever_they_stand(tmp_path: Path) -> None:
    sheets = sheets_of(
        tmp_path,
        {
            "people/bo/inbox.md": "- a ^k3f9\n- b (m2tb) c\n- d ^call-bo\n- e ^k3f\n",
            "people/carl/notes.yaml": "x: '^t4kd'\n",
        },
    )

    assert sheets.all_ids() == {"k3f9", "m2tb", "t4kd"}


def test_what_the_disk_refuses_is_a_problem_of_that_file_alone(tmp_path: Path) -> None:
    folder = "people/bo/meetings"
    sheets = sheets_of(
        tmp_path, {f"{folder}/2026-11-24-bo.md": "a", f"{folder}/2026-11-25-bo.md/x": ""}
    )
    os.truncate(tmp_path / folder / "2026-11-24-bo.md", LIMIT + 1)
    put(tmp_path, {f"{folder}/2026-11-26-bo.md": "b"})

    assert [note.data for note in sheets.notes("bo")] == [b"b"]
    assert sorted((p.code, p.path) for p in sheets.problems) == [
        ("too-large", f"{folder}/2026-11-24-bo.md"),
        ("unreadable", f"{folder}/2026-11-25-bo.md"),
    ]
    assert list(sheets.boxes()) == []


def test_a_pipe_is_no_note(tmp_path: Path) -> None:
    sheets = sheets_of(tmp_path, {"people/bo/inbox.md": "- [ ] a\n"})
    os.mkfifo(tmp_path / "people" / "bo" / "private.md")

    assert [sheet.path for sheet in sheets.of("bo")] == ["people/bo/inbox.md"]
    assert [p.code for p in sheets.problems] == ["unreadable"]
    assert [box.text for box in sheets.boxes()] == ["- [ ] a"]
