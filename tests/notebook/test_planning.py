"""Agenda notes: made once, then only completed."""

from pathlib import Path
from typing import Any

import pytest

from books import TODAY, book, namer, put
from onestop.errors import CannotRead
from onestop.insight import agenda
from onestop.insight.agenda import pointer
from onestop.insight.between import numbered
from onestop.model.agenda import Agenda
from onestop.model.meeting import HELD
from onestop.notebook import planning
from onestop.notebook.notebook import Notebook

NOTES = "people/alice/meetings"
NOTE = f"{NOTES}/2026-11-24-alice.md"
TEMPLATE = "# {{title}}\n\n## Follow-up\n{{follow-up}}\n\n## Topics\n{{topics}}\n\n## Wins\n"
FILES = {
    "people/alice/inbox.md": "## Topics\n- 2026-11-20 @alice Rollout? ^t4kd\n- dates\n",
    f"{NOTES}/2026-11-17-alice.md": "- [ ] @sam Ask ^m2tb\n- [ ] @alice Write\n",
}


def plan(root: Path, **more: Any) -> Agenda:
    """Prepare today's meeting with Alice."""
    notebook = Notebook(root, TODAY)
    folder = notebook.folder("alice")
    items = numbered(folder, notebook.settings, TODAY, TODAY)
    wanted = agenda.bare(folder, notebook.settings, TODAY, NOTE)._replace(
        items=tuple(map(pointer, items)), **more
    )
    edits = notebook.edits()
    planning.write(edits, wanted, TEMPLATE, namer())
    edits.write("prep: alice")
    return wanted


def read(root: Path, name: str = NOTE) -> str:
    return (root / name).read_bytes().decode()


def test_a_new_note_mentions_what_is_open_and_gives_it_an_id(tmp_path: Path) -> None:
    book(tmp_path, FILES)
    plan(tmp_path, asked=("ci-a",), purpose="growth")

    assert read(tmp_path) == (
        "---\ntype: one-on-one\nwith: alice\ndate: 2026-11-24\nstate: planned\nminutes: 30\n"
        "purpose: growth\nasked: [ci-a]\n---\n# alice and Sam, 24 Nov 2026\n\n"
        "## Follow-up\n- @sam Ask (m2tb)\n- @alice Write (bbbb)\n\n"
        "## Topics\n- @alice Rollout? (t4kd)\n- dates (bbbc)\n\n## Wins\n"
    )
    assert read(tmp_path, f"{NOTES}/2026-11-17-alice.md").endswith("- [ ] @alice Write ^bbbb\n")
    assert read(tmp_path, "people/alice/inbox.md").endswith("- dates ^bbbc\n")


def test_preparing_twice_changes_nothing(tmp_path: Path) -> None:
    book(tmp_path, FILES)
    plan(tmp_path, asked=("ci-a",))
    before = {path: path.read_bytes() for path in tmp_path.rglob("people/**/*.md")}
    plan(tmp_path, asked=("ci-b",))

    assert {path: path.read_bytes() for path in tmp_path.rglob("people/**/*.md")} == before


def test_a_note_that_is_there_gets_the_mentions_it_lacks_and_keeps_its_words(
    tmp_path: Path,
) -> None:
    book(tmp_path, FILES)
    ours = "\ufeff# Ours\r\n\r\n"
    there = (
        f"{ours}## Topics\r\n- by hand\r\n\r\nWe said that Rollout? (t4kd) waits.\r\n"
        "- [ ] @sam Home here\r\n"
    )
    put(tmp_path, {NOTE: there})
    plan(tmp_path, asked=("ci-a", "ci-b"), purpose="growth")

    assert read(tmp_path) == (
        "\ufeff---\r\npurpose: growth\r\nasked: [ci-a, ci-b]\r\n---\r\n# Ours\r\n\r\n"
        "## Follow-up\r\n- @sam Ask (m2tb)\r\n- @alice Write (bbbb)\r\n\r\n"
        f"{there.removeprefix(ours)}- dates (bbbc)\r\n"
    )


def test_another_purpose_brings_its_questions_and_changes_the_header_alone(tmp_path: Path) -> None:
    book(tmp_path, {"people/alice/person.yaml": ""})
    there = (
        "---\r\npurpose: career # why\r\nasked: [ci-z]\r\nstate: planned\r\n---\r\n"
        "> True afterwards if: both know\r\n\r\n## Where it could lead\r\n"
    )
    put(tmp_path, {NOTE: there})
    plan(tmp_path, asked=("ci-a",), purpose="growth", outcome="Alice: chose")

    head, _, body = there.partition("---\r\n>")
    assert read(tmp_path) == (
        head.replace("career", "growth").replace("ci-z", "ci-a")
        + f'outcome: "Alice: chose"\r\n---\r\n>{body}'
    )


def test_what_the_header_says_already_stays(tmp_path: Path) -> None:
    book(tmp_path, {"people/alice/person.yaml": ""})
    there = "---\npurpose: 'career'\noutcome: known # so\nasked: [ci-z]\n---\n"
    put(tmp_path, {NOTE: there})
    plan(tmp_path, asked=("ci-a",))
    plan(tmp_path, asked=("ci-a",), purpose="career", outcome="known")

    assert read(tmp_path) == there


def test_a_note_for_a_meeting_that_took_place_is_held(tmp_path: Path) -> None:
    notebook = book(tmp_path, {"people/alice/person.yaml": ""})
    wanted = agenda.bare(notebook.folder("alice"), notebook.settings, TODAY, NOTE)
    edits = notebook.edits()
    planning.write(edits, wanted, TEMPLATE, namer(), HELD)

    assert "\nstate: held\n" in (edits.text(NOTE) or "")


def test_a_note_with_a_broken_header_is_left_alone(tmp_path: Path) -> None:
    book(tmp_path, {**FILES, NOTE: "---\nstate: [\n---\n"})

    with pytest.raises(CannotRead):
        plan(tmp_path)
    assert read(tmp_path, "people/alice/inbox.md") == FILES["people/alice/inbox.md"]
