"""Notes of meetings that did not take place on their day."""

from datetime import date
from pathlib import Path

import pytest

from books import TODAY, put
from onestop.errors import CannotRead
from onestop.model.agenda import Agenda
from onestop.model.meeting import SKIPPED
from onestop.notebook import moves
from onestop.notebook.edits import Edits

AGENDA = Agenda("bo", TODAY, ("Bo", "Sam"), "people/bo/meetings/2026-11-24-bo.md", minutes=30)
TEMPLATE = "# {{title}}\n\n## Topics\n{{topics}}\n\n## Wins\n"
HEAD = "---\ntype: one-on-one\nwith: bo\ndate: 2026-11-24\nstate: {}\nminutes: 30\n---\n"


def test_a_planned_day_has_its_headings_and_a_skipped_one_has_none(tmp_path: Path) -> None:
    edits = Edits(tmp_path)
    moves.plan(edits, AGENDA, TEMPLATE)
    moves.plan(edits, AGENDA._replace(path="b.md"), TEMPLATE, SKIPPED)

    title = "# Bo and Sam, 24 Nov 2026\n"
    assert edits.text(AGENDA.path) == f"{HEAD.format('planned')}{title}\n## Topics\n\n## Wins\n"
    assert edits.text("b.md") == f"{HEAD.format('skipped')}{title}"


@pytest.mark.parametrize(
    ("why", "to", "added"),
    [
        ("", None, ""), ("ill: fever", None, 'skipped: "ill: fever"\n'),
        ("", date(2026, 11, 26), "moved-to: 2026-11-26\n"),
        ("ill", date(2026, 11, 26), 'skipped: "ill"\nmoved-to: 2026-11-26\n'),
    ],
)  # fmt: skip
def test_a_cancelled_note_says_why_and_to_which_day_it_moved(
    tmp_path: Path, why: str, to: date | None, added: str
) -> None:
    edits = Edits(put(tmp_path, {"a.md": "---\nstate: planned\n---\n## Topics\n- a\n"}))
    moves.cancel(edits, "a.md", why, to)

    assert edits.text("a.md") == f"---\nstate: skipped\n{added}---\n## Topics\n- a\n"


def test_a_day_with_a_note_is_not_planned_again(tmp_path: Path) -> None:
    edits = Edits(put(tmp_path, {AGENDA.path: "mine"}))

    with pytest.raises(CannotRead):
        moves.plan(edits, AGENDA, TEMPLATE)
