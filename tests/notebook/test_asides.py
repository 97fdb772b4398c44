"""What a log writes beside its note: one line at its home, and every other byte stays."""

from datetime import date
from pathlib import Path

import pytest

from books import TODAY, book, namer
from onestop.errors import Busy, CannotRead
from onestop.insight import agenda
from onestop.model.alignment import Assumption
from onestop.model.entry import Aside, Look, Verdict
from onestop.model.feedback import Feedback
from onestop.model.folder import Folder
from onestop.model.okr import CheckIn
from onestop.model.person import Link
from onestop.notebook import asides

OTHER_DAY = date(2020, 1, 1)
WHO = "people/alice/person.yaml"
OKRS = "people/alice/okrs/2026-Q4.yaml"
QUARTER = (
    "# ours\r\nquarter: 2026-Q4\r\nobjectives:\r\n  - id: o1\r\n    title: Self-service # why\r\n"
    "    results:\r\n      - id: O1-kr1\r\n        title: Tickets\r\n"
    "        room: 3\r\n        checkins:\r\n          - {date: 2026-11-17, now: 41}\r\n"
)


def write(root: Path, said: Aside, files: dict[str, str]) -> Folder:
    """Write one aside of today's meeting with Alice; her folder as it reads afterwards."""
    notebook = book(root, {WHO: "name: Alice # hers\n", **files})
    plan = agenda.bare(notebook.folder("alice"), notebook.settings, TODAY, "note.md")
    edits = notebook.edits()
    asides.write(said, edits, plan, namer())
    edits.write("log: alice")
    return book(root, {}).folder("alice")


def read(root: Path, name: str) -> str:
    return (root / name).read_bytes().decode()


def test_feedback_to_the_manager_is_dated_with_the_meeting_and_has_an_id(tmp_path: Path) -> None:
    found = write(tmp_path, Feedback("to-me", "You interrupt", OTHER_DAY), {})

    (told,) = found.feedback
    assert (told.kind, told.text, told.day, told.id) == ("to-me", "You interrupt", TODAY, "bbbb")
    assert not told.is_unsaid


def test_a_check_in_stands_behind_the_others_of_its_key_result(tmp_path: Path) -> None:
    look = Look(OKRS, "o1-kr1", CheckIn(OTHER_DAY, 38.5, None, 7))
    found = write(tmp_path, look, {OKRS: QUARTER})

    assert read(tmp_path, OKRS) == (
        f"{QUARTER}          - {{date: 2026-11-24, now: 38.5, confidence: 7}}\r\n"
    )
    (result,) = found.okrs[0].results
    assert [(c.date.day, c.now, c.confidence) for c in result.checkins] == [
        (17, 41.0, None), (24, 38.5, 7),
    ]  # fmt: skip


def test_a_second_check_in_of_a_day_completes_the_first(tmp_path: Path) -> None:
    write(tmp_path, Look(OKRS, "o1-kr1", CheckIn(TODAY, 38)), {OKRS: QUARTER})
    found = write(tmp_path, Look(OKRS, "o1-kr1", CheckIn(TODAY, confidence=6)), {})

    assert found.okrs[0].results[0].checkins[-1][:4] == (TODAY, 38.0, None, 6)


def test_a_link_of_the_ambition_stands_in_who_they_are(tmp_path: Path) -> None:
    found = write(tmp_path, Link(OTHER_DAY, "selling: an idea", "demo #1"), {})

    assert found.person.ambition_links == (Link(TODAY, "selling: an idea", "demo #1"),)
    assert read(tmp_path, WHO).startswith("name: Alice # hers\n")


def test_a_tested_assumption_is_closed_where_it_stands(tmp_path: Path) -> None:
    path = "people/alice/alignment.yaml"
    before = "assumptions: # ours\n  - {id: a1, text: Fair}\n  - {id: a2, text: Lead, note: hm}\n"
    said = Verdict(Assumption("a2", "Lead", note="hm"), "wrong", "not: at all")
    found = write(tmp_path, said, {path: before})

    assert read(tmp_path, path).startswith("assumptions: # ours\n  - {id: a1, text: Fair}\n")
    one, other = found.alignment.assumptions
    assert one.is_open
    assert (other.outcome, other.note, other.tested) == ("wrong", "not: at all", TODAY)


@pytest.mark.parametrize(
    ("said", "path"),
    [
        (Look(OKRS, "o1-kr1", CheckIn(TODAY, 1)), OKRS),
        (Verdict(Assumption("a1", "x"), "held"), "people/alice/alignment.yaml"),
    ],
)
def test_a_file_that_is_gone_or_broken_is_refused(tmp_path: Path, said: Aside, path: str) -> None:
    for number, files in enumerate(({}, {path: "a: ["}, {path: ""})):
        with pytest.raises((CannotRead, Busy)):
            write(tmp_path / str(number), said, files)


def test_what_has_no_home_is_refused() -> None:
    with pytest.raises(TypeError, match="str"):
        asides.write("words", None, None, None)  # type: ignore[arg-type]
