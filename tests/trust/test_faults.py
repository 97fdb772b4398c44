"""What goes wrong around a command: it says what and where, and leaves everything as it was."""

import os
import re
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

import trouble
from stage import EXAMPLE, Stage
from trust.lines import LOOKING, WRITING, act, contents

INBOX = "people/alice/inbox.md"
NOTE = "people/alice/meetings/2026-11-03-alice.md"
EXTRA = "people/alice/meetings/2026-11-16-alice.md"


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


def test_a_read_only_notebook_can_be_looked_at(open_team: Stage) -> None:
    usual = {line: act(open_team, line) for line in LOOKING}

    with trouble.powerless():
        said = {line: act(open_team, line) for line in LOOKING}

    assert said == usual
    assert {one.code for one in said.values()} == {0}


def test_a_read_only_notebook_is_named_and_left_as_it_was(open_team: Stage) -> None:
    before = contents(open_team.folder)
    nothing_to_mend = {"one check --fix"}
    closed_elsewhere = {line for line in WRITING if line.startswith("one rate")}
    writers = {*WRITING} - nothing_to_mend - closed_elsewhere
    for line in WRITING:
        act(open_team, f"{line} --dry-run")  # what runs without rights may import nothing new

    with trouble.powerless():
        ended = {line: act(open_team, line) for line in writers}

    assert {line: said.code for line, said in ended.items()} == dict.fromkeys(writers, 4)
    assert all("is read-only; nothing was changed" in said.err for said in ended.values())
    assert all("chmod u+w" in said.err for said in ended.values())
    assert contents(open_team.folder) == before
    assert not (open_team.folder / ".one").exists()


# What is not what it should be


def test_a_note_of_100_mb_is_named_and_left_alone(team: Stage) -> None:
    with (team.folder / EXTRA).open("wb") as file:
        file.truncate(100 * 2**20)

    read = {line: act(team, line) for line in ("one", "one actions", "one show alice")}
    written = act(team, "one log alice --date 2026-11-16 --win Shown")

    assert {line: said.code for line, said in read.items()} == dict.fromkeys(read, 0)
    assert all(f"{EXTRA}: larger than 8 MB, left alone" in said.err for said in read.values())
    assert "k3f9" in read["one actions"].out
    assert (written.code, (team.folder / EXTRA).stat().st_size) == (3, 100 * 2**20)


@pytest.mark.parametrize("name", [EXTRA, INBOX, "people/alice/person.yaml", "people/alice/role.md"])
def test_a_pipe_named_like_a_file_keeps_nobody_waiting(name: str, team: Stage) -> None:
    (team.folder / name).unlink(missing_ok=True)
    os.mkfifo(team.folder / name)

    read = {line: act(team, line) for line in ("one", "one actions", "one show alice")}

    assert {line: said.code for line, said in read.items()} == dict.fromkeys(read, 0)
    assert re.search(rf"{name}\S* is not an ordinary file", read["one show alice"].err)
    assert "t7mj" in read["one actions"].out


def test_a_pipe_is_not_written_to(team: Stage) -> None:
    os.mkfifo(team.folder / EXTRA)

    said = act(team, "one log alice --date 2026-11-16 --win Shown")

    assert said.code == 6
    assert (team.folder / EXTRA).is_fifo()


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


LATIN = {
    INBOX: "## Topics\n- 2026-11-20 @alice Café? ^c4fk\n",
    "people/alice/role.md": '---\nquestion: "Café?"\n---\n',
    "people/alice/person.yaml": 'name: "Zoé"\n',
}


@pytest.mark.parametrize("path", LATIN)
def test_words_in_another_encoding_do_not_spoil_the_note_they_end_in(
    path: str, team: Stage
) -> None:
    (team.folder / path).write_bytes(LATIN[path].encode("latin-1"))

    said = act(team, "one prep alice")

    assert said.code in (0, 3), said.err
    assert f"{path}:" in said.err
    assert {line.split(":")[0] for line in act(team, "one check").out.splitlines()} == {path}


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


def test_a_resumed_log_never_closes_what_was_not_chosen(team: Stage) -> None:
    listed = team.one("one log alice", typed=["2", "^C"]).err
    assert re.search(r"2 +Alice +Write one page on the caching idea", listed)
    team.write({INBOX: team.read(INBOX) + "- [ ] @sam Long late  [due:: 2026-01-05] ^b3fd\n"})

    said = team.one("one log alice --resume", typed=[""] * 8)

    assert said.code == 0
    assert "- [ ] @sam Ask finance" in team.read("people/alice/meetings/2026-11-17-alice.md")
    assert "- [ ] @sam Long late" in team.read(INBOX)


def test_two_writers_at_once_keep_every_line_they_say_they_wrote(team: Stage) -> None:
    names = [f"{writer}-{turn}" for writer in range(2) for turn in range(10)]

    def write(own: str) -> None:
        for name in (name for name in names if name.startswith(own)):
            code = act(team, f"one topic alice {name}").code
            (team.folder / f"{name}.{code}").touch()

    started = [trouble.start(partial(write, own)) for own in ("0-", "1-")]
    ended = [os.waitpid(child, 0)[1] for child in started]

    told = {path.stem: path.suffix for path in team.folder.glob("?-?.*")}
    kept = {name for name in names if f"@sam {name} " in team.read(INBOX)}
    assert ended == [0, 0]
    assert set(told.values()) <= {".0", ".5"}
    assert kept == {name for name, code in told.items() if code == ".0"}
    assert told.keys() == set(names)
