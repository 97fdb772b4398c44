"""A log in the files: homes line for line, then the note, and nothing else."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from books import TODAY, book, namer, put
from onestop.errors import Busy, CannotRead
from onestop.insight import agenda
from onestop.insight.agenda import pointer, pointer_to_moment
from onestop.insight.between import numbered, unclear
from onestop.model.agenda import Pointer
from onestop.model.entry import Entry, Record, Said
from onestop.model.feedback import Feedback
from onestop.model.meeting import SECTIONS
from onestop.notebook import recording
from onestop.notebook.notebook import Notebook

NOTES = "people/alice/meetings"
NOTE = f"{NOTES}/2026-11-24-alice.md"
TEMPLATE = "# {{title}}\n\n> {{question}}\n\n## Follow-up\n{{follow-up}}\n\n## Topics\n\n## Wins\n"
NOTHING = Entry()
PLANNED = "---\nstate: planned\nminutes: 30\n---\n# Alice and Sam\n\n"


def items(notebook: Notebook) -> dict[str, Pointer]:
    """What is open with Alice, by its words."""
    folder = notebook.folder("alice")
    found = [pointer(i) for i in numbered(folder, notebook.settings, TODAY, TODAY)]
    return {item.text: item for item in [*found, *map(pointer_to_moment, unclear(folder))]}


def log(
    root: Path,
    entry: Entry = NOTHING,
    *,
    done: Sequence[str] = (),
    talked: Sequence[str] = (),
    kept: Sequence[str] = (),
    said: Sequence[str] = (),
    settled: Sequence[tuple[str, str]] = (),
    headings: Sequence[str] = SECTIONS,
    files: dict[str, str],
) -> list[str]:
    """Log a meeting with Alice today; the ids of what was promised in it."""
    notebook = book(root, {"people/alice/person.yaml": "name: Alice\n", **files})
    there = items(notebook)
    folder = notebook.folder("alice")
    record = Record(
        agenda=agenda.bare(folder, notebook.settings, TODAY, NOTE),
        entry=entry,
        done=tuple(there[text] for text in done),
        talked=tuple(there[text] for text in talked),
        kept=tuple(there[text] for text in kept),
        said=tuple(there[text] for text in said),
        settled=tuple((there[text], became) for text, became in settled),
    )
    edits = notebook.edits()
    made = recording.write(edits, record, TEMPLATE, namer(), headings)
    edits.write("log: alice")
    return made


def read(root: Path, name: str = NOTE) -> str:
    return (root / name).read_bytes().decode()


def test_a_meeting_without_a_note_gets_one_with_what_was_said(tmp_path: Path) -> None:
    made = log(
        tmp_path,
        Entry(
            header={"happiness": 4},
            bullets=(("Wins", "Importer 2"), ("Decisions", "Dana decides"), ("Wins", "better: a")),
            moments=((":-)", "Importer 2"), (":-/", "Who owns search?")),
            actions=(Said("alice", "Demo it", TODAY), Said("sam", "Find out")),
        ),
        files={},
    )

    assert made == ["bbbb", "bbbc"]
    assert read(tmp_path) == (
        "---\ntype: one-on-one\nwith: alice\ndate: 2026-11-24\nstate: held\nminutes: 30\n"
        "happiness: 4\n---\n# Alice and Sam, 24 Nov 2026\n\n"
        "## Wins\n- Importer 2\n- better: a\n\n"
        "## Happiness\n- :-) Importer 2\n- :-/ Who owns search? ^bbbd\n\n"
        "## Decisions\n- Dana decides\n\n"
        "## Actions\n- [ ] @alice Demo it  [due:: 2026-11-24] ^bbbb\n- [ ] @sam Find out ^bbbc\n"
    )


def test_a_one_line_log_is_a_log(tmp_path: Path) -> None:
    log(tmp_path, Entry(bullets=(("Wins", "a"),)), files={NOTE: ""})

    assert read(tmp_path) == "---\nstate: held\n---\n## Wins\n- a\n"


def test_what_was_done_is_closed_at_home_and_ticked_on_the_page(tmp_path: Path) -> None:
    home = f"{NOTES}/2026-11-17-alice.md"
    log(
        tmp_path,
        done=["Write it", "Send it", "Ask", "On the page"],
        files={
            home: "- [ ] @alice Write it  [due:: 2026-11-20] ^k3f9\r\n- [ ] @sam Ask\r\n",
            "people/alice/inbox.md": "## Actions\n- [ ] @sam Send it ^t9xp\n",
            NOTE: (
                f"{PLANNED}## Follow-up\n- @alice Write it (k3f9)\n\n"
                "## Actions\n- [ ] @alice On the page\n"
            ),
        },
    )

    assert read(tmp_path, home) == (
        "- [x] @alice Write it  [due:: 2026-11-20]  [completion:: 2026-11-24] ^k3f9\r\n"
        "- [x] @sam Ask  [completion:: 2026-11-24] ^bbbb\r\n"
    )
    assert read(tmp_path, "people/alice/inbox.md") == (
        "## Actions\n- [x] @sam Send it  [completion:: 2026-11-24] ^t9xp\n"
    )
    assert read(tmp_path) == (
        "---\nstate: held\nminutes: 30\n---\n# Alice and Sam\n\n## Follow-up\n"
        "- [x] @alice Write it (k3f9)\n- [x] @sam Send it (t9xp)\n- [x] @sam Ask (bbbb)\n\n"
        "## Actions\n- [x] @alice On the page  [completion:: 2026-11-24] ^bbbc\n"
    )


def test_topics_are_discussed_at_home_and_kept_ones_come_back(tmp_path: Path) -> None:
    log(
        tmp_path,
        talked=["Rollout?", "Dates", "By hand"],
        kept=["Later"],
        files={
            "people/alice/inbox.md": "## Topics\n- @alice Rollout? ^t4kd\n- Dates ^t8dm\n",
            NOTE: f"{PLANNED}## Topics\n- @alice Rollout? (t4kd)\n- By hand\n- Later\n",
        },
    )

    assert read(tmp_path, "people/alice/inbox.md") == (
        "## Topics\n- @alice Rollout?  [talked:: 2026-11-24] ^t4kd\n"
        "- Dates  [talked:: 2026-11-24] ^t8dm\n"
    )
    assert read(tmp_path).partition("## Topics\n")[2] == (
        "- @alice Rollout? (t4kd)\n- By hand  [talked:: 2026-11-24] ^bbbb\n- Later ^bbbc\n"
        "- Dates (t8dm)\n"
    )
    assert list(items(Notebook(tmp_path, TODAY))) == ["Later"]


def test_what_was_unclear_is_settled_at_home(tmp_path: Path) -> None:
    home = f"{NOTES}/2026-11-03-alice.md"
    log(
        tmp_path,
        settled=[("Who owns search?", "happy"), ("And alerts?", "sad")],
        files={home: "- :-/ Who owns search? ^h2qw\n- :-/ And alerts?\n", NOTE: PLANNED},
    )

    assert read(tmp_path, home) == (
        "- :-/ Who owns search?  [became:: happy 2026-11-24] ^h2qw\n"
        "- :-/ And alerts?  [became:: sad 2026-11-24] ^bbbb\n"
    )


def test_on_a_held_note_lists_append_and_numbers_replace(tmp_path: Path) -> None:
    log(
        tmp_path,
        Entry(header={"happiness": 2, "minutes": 40}, bullets=(("Wins", "b"),)),
        files={NOTE: "---\r\nstate: held  # at last\r\nhappiness: 4\r\n---\r\n## wins!\r\n- a\r\n"},
    )

    assert read(tmp_path) == (
        "---\r\nstate: held  # at last\r\nhappiness: 2\r\nminutes: 40\r\n---\r\n"
        "## wins!\r\n- a\r\n- b\r\n"
    )


def test_a_skipped_meeting_that_took_place_after_all_is_held(tmp_path: Path) -> None:
    log(
        tmp_path,
        files={NOTE: "---\nstate: skipped\nskipped: ill\nmoved-to: 2026-11-26\nroom: 3\n---\n"},
    )

    assert read(tmp_path) == "---\nstate: held\nroom: 3\n---\n"


def test_actions_typed_by_hand_get_an_id_and_empty_headings_go(tmp_path: Path) -> None:
    log(
        tmp_path,
        files={NOTE: f"{PLANNED}## Wins\n\n## Books\n\n## Actions\n- [ ] @bo Read\n- [x] Run\n"},
    )

    assert read(tmp_path) == (
        "---\nstate: held\nminutes: 30\n---\n# Alice and Sam\n\n"
        "## Books\n\n## Actions\n- [ ] @bo Read ^bbbc\n- [x] Run ^bbbb\n"
    )


def test_a_page_that_cannot_be_understood_stops_the_whole_log(tmp_path: Path) -> None:
    files = {"people/alice/inbox.md": "## Topics\n- a ^t4kd\n", NOTE: "---\nstate: planned\n"}

    with pytest.raises(CannotRead) as refused:
        log(tmp_path, talked=["a"], files=files)
    assert [(p.code, p.path, p.line) for p in refused.value.problems] == [("yaml", NOTE, 1)]
    assert read(tmp_path, "people/alice/inbox.md") == files["people/alice/inbox.md"]


def test_an_item_that_changed_meanwhile_stops_the_whole_log(tmp_path: Path) -> None:
    notebook = book(tmp_path, {"people/alice/inbox.md": "- [ ] @sam a ^k3f9\n"})
    (item,) = items(notebook).values()
    put(tmp_path, {"people/alice/inbox.md": "- [ ] @sam b ^k3f9\n"})
    record = Record(
        agenda.bare(notebook.folder("alice"), notebook.settings, TODAY, NOTE), Entry(), (item,)
    )

    with pytest.raises(Busy):
        recording.write(notebook.edits(), record, TEMPLATE, namer())
    assert not (tmp_path / NOTE).exists()


def test_headings_left_empty_go_and_written_ones_stay_whatever_the_purpose_was(
    tmp_path: Path,
) -> None:
    body = "## Where it could lead\n\n## What gives energy\n\nOutdoors.\n\n## Books\n\n## Wins\n"
    log(
        tmp_path,
        headings=("Wins", "Where it could lead", "What gives energy"),
        files={NOTE: f"{PLANNED}{body}"},
    )

    assert read(tmp_path).partition("# Alice and Sam\n\n")[2] == (
        "## What gives energy\n\nOutdoors.\n\n## Books\n"
    )


def test_feedback_that_was_told_has_its_day_at_home_and_is_not_in_the_note(tmp_path: Path) -> None:
    home = "people/alice/feedback.md"
    log(
        tmp_path,
        said=["Decided alone", "Calm"],
        files={home: "# Ours\r\n- 2026-11-21 fix: Decided alone ^f7mx\r\n- good: Calm\r\n"},
    )

    assert read(tmp_path, home) == (
        "# Ours\r\n- 2026-11-21 fix: Decided alone  [said:: 2026-11-24] ^f7mx\r\n"
        "- good: Calm  [said:: 2026-11-24] ^bbbb\r\n"
    )
    assert "Decided" not in read(tmp_path)
    assert "Calm" not in read(tmp_path)


def test_what_belongs_beside_the_note_is_written_beside_it(tmp_path: Path) -> None:
    told = Feedback("to-me", "You interrupt")
    log(tmp_path, Entry(asides=(told,), bullets=(("Wins", "a"),)), files={NOTE: ""})

    assert read(tmp_path) == "---\nstate: held\n---\n## Wins\n- a\n"
    assert read(tmp_path, "people/alice/feedback.md") == (
        "# Alice: feedback\n\n- 2026-11-24 to-me: You interrupt ^bbbb\n"
    )
