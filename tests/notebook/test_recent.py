"""The latest notes alone: what is older is not parsed, and not missed."""

from pathlib import Path

from books import Files, book

NOTES: Files = {
    f"people/alice/meetings/2026-{day}-alice.md": f"---\nstate: {state}\n---\n"
    for day, state in {
        "10-20": "held", "10-27": "skipped", "11-03": "held", "11-10": "planned",
        "11-17": "held", "12-01": "planned", "12-08": "held",
    }.items()
}  # fmt: skip


def days(root: Path, held: int) -> list[str]:
    (alice,) = book(root, NOTES).recent(held)
    return [f"{m.date:%m-%d}" for m in alice.meetings]


def test_every_note_back_to_the_last_held_ones_is_there_and_none_before(tmp_path: Path) -> None:
    assert days(tmp_path, 1) == ["11-17", "12-01", "12-08"]
    assert days(tmp_path, 2) == ["11-03", "11-10", "11-17", "12-01", "12-08"]


def test_with_fewer_held_ones_everything_is_there(tmp_path: Path) -> None:
    assert days(tmp_path, 99) == [
        "10-20", "10-27", "11-03", "11-10", "11-17", "12-01", "12-08",
    ]  # fmt: skip


def test_somebody_who_is_archived_is_there_when_asked_for(tmp_path: Path) -> None:
    files = {**NOTES, "people/alice/person.yaml": "name: Alice\nstatus: archived\n"}
    notebook = book(tmp_path, files)

    assert notebook.recent(1) == []
    assert [f.person.slug for f in notebook.recent(1, ["alice"])] == ["alice"]
