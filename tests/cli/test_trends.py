"""`one trends --plot`: a file is drawn whole, drawn anew, and never over somebody else's."""

import io
from datetime import date

from onestop.cli.app import run
from onestop.cli.world import World
from onestop.render.terminal import Screen, Terminal
from stage import EXAMPLE, Stage


def test_a_drawing_is_drawn_anew_and_leaves_the_notebook_as_it_was(stage: Stage) -> None:
    stage.copy(EXAMPLE)
    before = sorted(str(path) for path in stage.folder.rglob("*"))

    assert stage.one("one trends alice --plot ../alice.svg").code == 0
    first = stage.read("../alice.svg")
    assert stage.one("one trends bo --plot ../alice.svg").code == 0

    assert "Alice Moreau" in first
    assert "Bo Lind" in stage.read("../alice.svg")
    assert sorted(str(path) for path in stage.folder.rglob("*")) == before


def test_a_dry_run_and_a_refusal_write_nothing(stage: Stage) -> None:
    stage.copy(EXAMPLE)
    stage.write({"logo.svg": "<svg>mine</svg>"})

    assert stage.one("one trends alice --plot alice.svg -n").code == 0
    assert stage.one("one trends alice --plot logo.svg").code == 6
    assert stage.one("one trends alice --plot people/bo/person.yaml").code == 2

    assert not (stage.folder / "alice.svg").exists()
    assert stage.read("logo.svg") == "<svg>mine</svg>"


def test_an_output_without_marks_gets_letters(stage: Stage) -> None:
    stage.copy(EXAMPLE)
    out = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    terminal = Terminal(Screen(out, is_terminal=True, width=80), Screen(None), None, asks=False)
    world = World(today=stage.today, cwd=stage.folder, env={}, terminal=terminal)

    assert run(["trends", "alice"], world) == 0

    out.seek(0)
    shown = out.read()
    assert "\\u" not in shown
    assert "  5 happy" in shown
    assert "*" in shown


def test_a_broken_note_is_named_and_the_others_are_shown(stage: Stage) -> None:
    stage.copy(EXAMPLE)
    stage.write({"people/bo/meetings/2026-11-18-bo.md": "---\nhappiness: 4.5\n---\n"})
    stage.today = date(2026, 11, 24)

    said = stage.one("one trends bo")

    assert said.code == 0
    assert "2 on 17 Nov" in said.out
    assert "people/bo/meetings/2026-11-18-bo.md:2" in said.err
