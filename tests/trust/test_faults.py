"""What goes wrong around a command: it says what and where, and leaves everything as it was."""

import os
import tempfile
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import trouble
from stage import EXAMPLE, Stage
from trust.lines import LOOKING, WRITING, act, contents

INBOX = "people/alice/inbox.md"
NOTE = "people/alice/meetings/2026-11-03-alice.md"
HOUR = "people/alice/meetings/2026-11-16-alice.md"
SECOND = "people/alice/meetings/2026-11-24-alice_2.md"
FAR = [date(9999, 12, 31), date(9999, 12, 1), date(2400, 2, 29), date(2026, 9, 20), date.min]


@pytest.fixture
def open_team() -> Iterator[Stage]:
    """The example team in a folder that users without rights can reach too, but not change."""
    with tempfile.TemporaryDirectory() as name:
        stage = Stage(Path(os.path.realpath(name)))
        stage.copy(EXAMPLE)
        paths = [stage.folder, *stage.folder.rglob("*")]
        for path in paths:
            path.chmod(0o555 if path.is_dir() else 0o444)
        yield stage
        for path in paths:
            path.chmod(0o755 if path.is_dir() else 0o644)


# What the disk does not allow


@pytest.mark.parametrize("line", LOOKING)
def test_a_read_only_notebook_can_be_looked_at(line: str, open_team: Stage) -> None:
    usual = act(open_team, line)

    with trouble.powerless():
        said = act(open_team, line)

    assert said == usual


def test_a_read_only_notebook_is_named_and_left_as_it_was(open_team: Stage) -> None:
    before = contents(open_team.folder)
    writers = [line for line in WRITING if line not in UNTOUCHED]

    with trouble.powerless():
        ended = {line: act(open_team, line) for line in writers}

    assert {line: said.code for line, said in ended.items()} == dict.fromkeys(writers, 4)
    assert all("is read-only; nothing was changed" in said.err for said in ended.values())
    assert all("chmod u+w" in said.err for said in ended.values())
    assert contents(open_team.folder) == before
    assert not (open_team.folder / ".one").exists()


UNTOUCHED = ("one check --fix",)
"""Writers that find nothing to do in the example."""


# What is not what it should be


def test_a_note_of_100_mb_is_named_and_left_alone(team: Stage) -> None:
    with (team.folder / HOUR).open("wb") as file:
        file.truncate(100 * 2**20)

    read = {line: act(team, line) for line in ("one", "one actions", "one show alice")}
    written = act(team, "one log alice --date 2026-11-16 --win Shown")

    assert {line: said.code for line, said in read.items()} == dict.fromkeys(read, 0)
    assert all(f"{HOUR}: larger than 8 MB, left alone" in said.err for said in read.values())
    assert "k3f9" in read["one actions"].out
    assert (written.code, (team.folder / HOUR).stat().st_size) == (3, 100 * 2**20)


@pytest.mark.parametrize("name", [HOUR, INBOX, "people/alice/person.yaml", "people/alice/role.md"])
def test_a_pipe_named_like_a_file_keeps_nobody_waiting(name: str, team: Stage) -> None:
    (team.folder / name).unlink(missing_ok=True)
    os.mkfifo(team.folder / name)

    read = {line: act(team, line) for line in ("one", "one actions", "one show alice")}

    assert {line: said.code for line, said in read.items()} == dict.fromkeys(read, 0)
    assert f"{name} is not an ordinary file" in read["one show alice"].err
    assert "t7mj" in read["one actions"].out


def test_a_pipe_is_not_written_to(team: Stage) -> None:
    os.mkfifo(team.folder / HOUR)

    said = act(team, "one log alice --date 2026-11-16 --win Shown")

    assert said.code == 6
    assert (team.folder / HOUR).is_fifo()


def test_a_link_that_leads_out_is_not_written_through(team: Stage, tmp_path: Path) -> None:
    outside = tmp_path.with_name(f"{tmp_path.name}-outside")
    for name in ("people", "meetings"):
        (outside / name).mkdir(parents=True)
    (outside / "inbox.md").write_text("## Actions\n- [ ] @sam Not ours ^b3fd\n", encoding="utf-8")
    for name in ("gus", "hana"):
        (team.folder / "people" / name).mkdir()
    (team.folder / "people/gus/inbox.md").symlink_to(outside / "inbox.md")
    (team.folder / "people/hana/meetings").symlink_to(outside / "meetings")
    (team.folder / "people/ivy").symlink_to(outside)
    before = contents(outside)

    lines = ("one topic gus Hello", "one done b3fd", "one prep hana", "one log hana --win Shown")
    codes = {line: act(team, line).code for line in lines}

    assert codes == dict.fromkeys(lines, 6)
    assert act(team, "one topic ivy Hello").code == 2
    assert contents(outside) == before


BROKEN = {
    "a conflict": (
        INBOX,
        b"<<<<<<< ours\n- [ ] @sam One\n=======\n- [ ] @sam Two\n>>>>>>> theirs\n",
    ),
    "another encoding": (INBOX, "## Topics\n- 2026-11-20 @alice Café? ^c4fk\n".encode("latin-1")),
    "sixteen bits": (INBOX, "## Topics\n- Hello\n".encode("utf-16")),
    "a zero byte": (INBOX, b"## Topics\n- 2026-11-20 @alice Hel\0lo ^c4fk\n"),
    "an open header": (NOTE, b"---\nstate: held\n\n## Actions\n- [ ] @alice Write ^k3f9\n"),
    "a key twice": (NOTE, b"---\nstate: held\nstate: held\n---\n- [ ] @alice Write ^k3f9\n"),
    "no YAML": (NOTE, b"---\nstate: [held\n---\n## Actions\n- [ ] @alice Write ^k3f9\n"),
    "a bomb": (NOTE, b"---\na: " + b"[" * 60_000 + b"\n---\n- [ ] @alice Write ^k3f9\n"),
}
WRITERS = {INBOX: "one topic alice Hello", NOTE: "one log alice --date 2026-11-03 --win Shown"}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_is_named_and_the_others_are_served(kind: str, team: Stage) -> None:
    path, data = BROKEN[kind]
    usual = act(team, "one show bo").out
    (team.folder / path).write_bytes(data)

    read = {line: act(team, line) for line in ("one", "one actions", "one show alice")}

    assert {line: said.code for line, said in read.items()} == dict.fromkeys(read, 0)
    assert f"{path}:" in read["one show alice"].err
    assert "t7mj" in read["one actions"].out
    assert act(team, "one show bo").both == usual


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_is_not_written(kind: str, team: Stage) -> None:
    path, data = BROKEN[kind]
    (team.folder / path).write_bytes(data)
    before = contents(team.folder)

    said = act(team, WRITERS[path])

    assert said.code == 3
    assert f"{path}:" in said.err
    assert "Nothing was written." in said.err
    assert contents(team.folder) == before
    assert act(team, "one topic bo Hello").code == 0


def test_words_in_another_encoding_are_not_copied_into_a_note(team: Stage) -> None:
    path, data = BROKEN["another encoding"]
    (team.folder / path).write_bytes(data)

    said = act(team, "one prep alice")

    assert said.code == 3
    assert f"{path}:2:" in said.err


# Names


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


@pytest.mark.parametrize("name", ["..", ".hidden", "people"])
def test_what_is_no_person_is_not_taken_for_one(name: str, team: Stage) -> None:
    assert act(team, f"one show '{name}'").code == 2


TWINS = [("renée", unicodedata.normalize("NFD", "renée")), ("Gus", "gus"), ("rene", "renè")]


@pytest.mark.parametrize("twins", TWINS)
def test_names_that_are_one_on_another_disk_are_found(twins: tuple[str, str], team: Stage) -> None:
    for name in twins:
        team.write({f"people/{name}/inbox.md": ""})

    said = act(team, "one check")

    assert said.code == 1
    assert "Give one of them another name." in said.out


@pytest.mark.parametrize("name", ["../x", "/tmp/x", "a/../../x", "Con", ".git", "..", "Nul", "me"])
def test_adding_somebody_makes_nothing_outside_people(name: str, team: Stage) -> None:
    before = contents(team.folder.parent)

    for line in (f"one add '{name}'", f"one add Gus --slug '{name}'"):
        act(team, line)

    made = contents(team.folder.parent).keys() - before.keys()
    folders = {path.removeprefix(f"{team.folder.name}/").split("/")[1] for path in made}
    assert all("/people/" in path for path in made)
    assert folders.isdisjoint({"con", "nul", "me", ".git", "..", "."})


# Time


@pytest.mark.parametrize("day", FAR, ids=str)
def test_a_clock_that_is_wrong_breaks_nothing(day: date, team: Stage) -> None:
    team.today = day

    ended = {line: act(team, line) for line in LOOKING}
    ended |= {line: act(team, f"{line} --dry-run") for line in WRITING}

    assert {line: said for line, said in ended.items() if said.code not in (0, 1, 2)} == {}


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_date_far_away_breaks_nothing(day: str, team: Stage) -> None:
    box = f"- [ ] @alice Far [created:: {day}]  [due:: {day}] ^f4rr\n"
    team.write({
        f"people/alice/meetings/{day}-alice.md": f"---\nstate: planned\n---\n{box}",
        "people/alice/role.md": f"---\nquestion: Why?\nagreed: {day}\n---\n",
        "people/alice/private.md": f"- {day} Far\n- {day} remind: Far\n",
        "people/alice/inbox.md": f"## Topics\n- {day} @alice Far ^t4rr\n",
        "people/bo/person.yaml": f"name: Bo\nsince: {day}\nadded: {day}\ncadence: monthly\n"
        f"ambition-since: {day}\naway:\n  - {{from: 0001-01-01, to: 9999-12-31}}\n",
    })  # fmt: skip

    ended = {line: act(team, line) for line in (*LOOKING, "one show bo")}
    ended |= {line: act(team, f"{line} --dry-run") for line in (*WRITING, "one prep bo")}

    assert {line: said for line, said in ended.items() if said.code not in (0, 1, 2)} == {}


def test_undo_does_not_care_what_the_clock_says(team: Stage) -> None:
    before = contents(team.folder)
    act(team, "one topic alice Hello")
    team.today = date(2020, 1, 1)

    assert act(team, "one undo").code == 0
    assert contents(team.folder) == before


def test_a_second_meeting_that_day_is_a_note_of_its_own(team: Stage) -> None:
    act(team, "one log alice --win First")
    first = team.read("people/alice/meetings/2026-11-24-alice.md")

    act(team, "one log alice --new --win Second")
    act(team, "one log alice --win Third")

    assert team.read("people/alice/meetings/2026-11-24-alice.md") == first
    assert "- Second\n- Third\n" in team.read(SECOND)
    assert "met 13 times" in act(team, "one show alice").out
    assert act(team, "one check --strict").code == 0


# Somebody else at work


def test_a_file_that_changes_under_a_command_is_not_overwritten(team: Stage) -> None:
    by_hand = team.read(NOTE) + "\nWritten meanwhile.\n"

    def meanwhile(letters: str) -> str:
        team.write({NOTE: by_hand})
        return letters[0]

    before = contents(team.folder)
    said = act(team, "one log alice --done k3f9 --action '@alice Show it'", pick=meanwhile)

    assert said.code == 5
    assert "2026-11-03-alice.md changed meanwhile; nothing was written." in said.err
    assert contents(team.folder) == before | {NOTE: by_hand.encode()}


def test_a_resumed_log_closes_what_was_chosen_though_the_list_has_grown(team: Stage) -> None:
    team.one("one log alice", typed=["2", "^C"])
    assert "2  Write one page on the caching idea" in " ".join(
        act(team, "one prep alice --paper").out.split("  ")
    ).replace("Alice ", "")
    team.write({INBOX: team.read(INBOX) + "- [ ] @sam Long late  [due:: 2026-01-05] ^b3fd\n"})

    team.one("one log alice --resume", typed=["", "", "", "", "", "", ""])

    assert "- [x] @alice Write one page on the caching idea" in team.read(NOTE)
    assert "- [ ] @sam Ask finance" in team.read("people/alice/meetings/2026-11-17-alice.md")


def test_two_writers_at_once_keep_every_line_they_say_they_wrote(team: Stage) -> None:
    names = [f"{writer}-{turn}" for writer in range(2) for turn in range(10)]

    def write(own: str) -> None:
        for name in (name for name in names if name.startswith(own)):
            code = act(team, f"one topic alice {name}").code
            (team.folder / f"{name}.{code}").touch()

    started = [trouble.start(lambda own=own: write(own)) for own in "01"]
    ended = [os.waitpid(child, 0)[1] for child in started]

    told = {path.stem: path.suffix for path in team.folder.glob("?-?.*")}
    kept = {name for name in names if f"@sam {name} " in team.read(INBOX)}
    assert ended == [0, 0]
    assert set(told.values()) <= {".0", ".5"}
    assert kept == {name for name, code in told.items() if code == ".0"}
    assert told.keys() == set(names)
