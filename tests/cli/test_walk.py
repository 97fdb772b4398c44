"""The walk over a bad week: what it asks about, and what each key does."""

from datetime import date

import pytest

from stage import Stage

LATER = date(2026, 12, 14)


def asked(stage: Stage, *typed: str) -> list[str]:
    """What a walk asks about, each answered with Enter, or as `typed`."""
    said = stage.one("one log", typed=[*typed, *[""] * 20])
    return [line.partition(" >")[0] for line in said.both.splitlines() if " > " in line]


def person(stage: Stage, slug: str, day: str = "day: tue\n", more: str = "") -> None:
    yaml = f"name: {slug.title()}\ncadence: weekly\n{day}added: 2026-09-01\n{more}"
    stage.write({f"people/{slug}/person.yaml": yaml, "onestop.yaml": "version: 1\nme: sam\n"})


def test_it_asks_about_what_was_planned_and_about_the_last_usual_day_of_the_quiet(
    team: Stage,
) -> None:
    assert asked(team) == ["Emil, Wed 18 Nov", "Fay, Thu 19 Nov"]
    team.today = LATER
    assert asked(team) == [
        "Emil, Wed 18 Nov", "Fay, Thu 19 Nov", "Alice, Tue 8 Dec", "Bo, Tue 8 Dec",
        "Chen, Tue 8 Dec", "Dana, Wed 9 Dec", "Emil, Wed 9 Dec", "Fay, Thu 10 Dec",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "more"),
    [
        ("", ""),
        ("day: tue\n", "away:\n  - {from: 2026-12-07, to: 2026-12-09}\n"),
        ("day: tue\n", "status: archived\n"),
        ("day: tue\n", "since: 2026-12-10\n"),
    ],
    ids=["no usual day", "on leave that day", "archived", "new in the role"],
)
def test_it_does_not_ask_about_a_day_that_cannot_have_been(
    stage: Stage, day: str, more: str
) -> None:
    stage.today = LATER
    person(stage, "gus", day, more)
    assert asked(stage) == []


def test_it_does_not_ask_about_a_day_beside_another_meeting(stage: Stage) -> None:
    stage.today = LATER
    person(stage, "gus")
    for day in ("2026-12-07", "2026-12-10"):
        stage.write({f"people/gus/meetings/{day}-gus.md": "---\nstate: skipped\n---\n"})
        assert asked(stage) == []
        (stage.folder / f"people/gus/meetings/{day}-gus.md").unlink()
    assert asked(stage) == ["Gus, Tue 8 Dec"]


def test_later_leaves_everything_as_it_is(team: Stage) -> None:
    before = team.read("people/emil/meetings/2026-11-18-emil.md")
    team.one("one log", typed=["later", "l"])
    assert team.read("people/emil/meetings/2026-11-18-emil.md") == before


def test_enough_is_enough(team: Stage) -> None:
    assert asked(team, ".") == ["Emil, Wed 18 Nov"]


def test_what_was_answered_before_an_interruption_is_written(team: Stage) -> None:
    said = team.one("one log", typed=["held", "^C"])
    assert said.code == 130
    assert said.err.endswith("one: Stopped; what was answered is written.\n")
    assert "state: held" in team.read("people/emil/meetings/2026-11-18-emil.md")
    assert "state: planned" in team.read("people/fay/meetings/2026-11-19-fay.md")


def test_nothing_is_moved_when_no_day_is_given(team: Stage) -> None:
    team.one("one log", typed=["m", "", "."])
    assert "state: planned" in team.read("people/emil/meetings/2026-11-18-emil.md")


def test_a_dry_walk_writes_nothing(team: Stage) -> None:
    said = team.one("one log -n", typed=["h", "s", "ill"])
    assert "+state: held" in said.out
    assert "+state: skipped" in said.out
    assert not (team.folder / ".one").exists()
