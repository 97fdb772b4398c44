"""Whatever somebody is called: a folder is a person, and nothing is made outside the notebook."""

import unicodedata
from pathlib import Path

import pytest

from stage import Stage
from trust.lines import act, contents

ODD = [
    "Ünïcodé", "renée", unicodedata.normalize("NFD", "renée"), "李雷", "con", "nul", "a b", "-rf",
    "al.md", "o'brien", '"q"', "$(id)", "%s", "[red]", "a: b", "a #b", "*x", "@x", "null", "1.5",
]  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_a_folder_of_any_name_is_a_person(name: str, stage: Stage) -> None:
    stage.write({"onestop.yaml": "me: sam\n", f"people/{name}/inbox.md": "- [ ] @sam Do ^b3fd\n"})
    quoted = name.replace("'", "'\\''")

    lines = [f"one {verb} -- '{quoted}'" for verb in ("prep", "show", "log --win Shown")]
    ended = {line: act(stage, line).code for line in lines}

    assert ended == dict.fromkeys(lines, 0)
    assert act(stage, "one check").out == ""


@pytest.mark.parametrize("name", ["..", ".hidden", "a-file.md"])
def test_what_is_no_person_is_not_taken_for_one(name: str, team: Stage) -> None:
    team.write({"people/.hidden/inbox.md": "", "people/a-file.md": ""})

    assert act(team, f"one show '{name}'").code == 2
    assert act(team, "one people").out.count("\n") == 6


TWINS = [("renée", unicodedata.normalize("NFD", "renée")), ("Gus", "gus"), ("rene", "renè")]


@pytest.mark.parametrize("twins", TWINS)
def test_names_that_are_one_on_another_disk_are_found(twins: tuple[str, str], team: Stage) -> None:
    for name in twins:
        team.write({f"people/{name}/inbox.md": ""})
    if len(list((team.folder / "people").iterdir())) < 8:
        pytest.skip("on this disk they are one folder")

    said = act(team, "one check")

    assert said.code == 1
    assert "Give one of them another name." in said.out


@pytest.mark.parametrize("name", ["../x", "/tmp/x", "a/../../x", "Con", ".git", "..", "Nul", "me"])
def test_adding_somebody_makes_nothing_outside_people(name: str, tmp_path: Path) -> None:
    stage = Stage(tmp_path / "notebook")
    stage.write({"onestop.yaml": "me: sam\n"})

    for line in (f"one add '{name}'", f"one add Gus --slug '{name}'"):
        act(stage, line)

    made = {Path(path).parts for path in contents(tmp_path)} - {("notebook", "onestop.yaml")}
    assert {parts[:2] for parts in made} <= {("notebook", "people")}
    assert {parts[2].lower() for parts in made}.isdisjoint({"con", "nul", "me", ".git", ".."})
