"""Notes of a period: the older ones are not even opened."""

from datetime import date
from pathlib import Path

from books import Files, book

NOTES: Files = {
    "people/alice/person.yaml": "name: Alice Moreau\n",
    "people/alice/inbox.md": "## Topics\n- @alice Search ^t4kd\n",
    "people/alice/themes.yaml": "themes:\n  - {id: share, title: Share, state: active}\n",
    "people/alice/meetings/2026-09-01-alice.md": b"\xff\xfe not text",
    "people/alice/meetings/2026-11-10-alice.md": "---\nhappiness: 4\n---\n",
    "people/alice/meetings/2026-11-17-alice.md": "## Topics\n- Search (t4kd)\n",
}


def test_a_folder_holds_the_notes_from_a_day_on_and_all_that_stands_beside_them(
    tmp_path: Path,
) -> None:
    notebook = book(tmp_path, NOTES)

    found = notebook.lately("alice", date(2026, 11, 10))

    assert [(m.date.day, m.happiness) for m in found.meetings] == [(10, 4), (17, None)]
    assert [mention.id for mention in found.meetings[1].mentions] == ["t4kd"]
    assert [theme.id for theme in found.themes] == ["share"]
    assert notebook.problems == []


def test_with_the_first_day_it_is_the_whole_folder(tmp_path: Path) -> None:
    notebook = book(tmp_path, NOTES)

    assert notebook.lately("alice", date.min) == notebook.folder("alice")
    assert [p.code for p in notebook.problems] == ["encoding"]
