"""`one` as a real process: pipes, closed and full outputs, the environment, editors, a bug."""

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from stage import BIN, EXAMPLE, Stage

ONE = str(BIN / "one")
COLOUR = re.compile(r"\x1b\[")


Ended = subprocess.CompletedProcess[str]


def run(stage: Stage, command: Sequence[str], **env: str) -> Ended:
    day = {"ONE_TODAY": stage.today.isoformat()}
    return subprocess.run(
        command, cwd=stage.folder, env=stage.env | day | env, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def one(stage: Stage, *words: str, **env: str) -> Ended:
    return run(stage, [ONE, *words], **env)


def bash(stage: Stage, line: str, **env: str) -> Ended:
    return run(stage, ["bash", "-c", line], **env)


def test_a_reader_that_has_seen_enough_is_no_error(team: Stage) -> None:
    done = bash(team, "one find . | head -1; exit ${PIPESTATUS[0]}")
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
    assert done.returncode in (0, 141)


def test_an_output_that_is_full_is_said_and_exits_with_74(team: Stage) -> None:
    done = bash(team, "one people > /dev/full")
    assert done.returncode == 74
    assert done.stderr == "one: The output could not be written: No space left on device.\n"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("one people >&-", 74),
        ("one people >&- 2>&-", 74),
        ("one people 2>&-", 0),
        ("one topic zed Hello 2>&-", 2),
        ("one topic alice <&-", 2),
        ("one topic alice - <&-", 2),
        ("one topic alice Hello 2>/dev/full", 74),
    ],
)
def test_closed_ends_never_end_in_a_traceback(team: Stage, line: str, code: int) -> None:
    done = bash(team, line)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert "bug" not in done.stderr


def test_what_was_written_stays_written_when_it_cannot_be_said(team: Stage) -> None:
    assert bash(team, "one topic alice Hello > /dev/full").returncode == 74
    assert "@sam Hello ^" in team.read("people/alice/inbox.md")


def test_a_pipe_gets_no_colour_unless_it_is_asked_for(team: Stage) -> None:
    table = ("actions", "alice", "--format", "table")
    assert not COLOUR.search(one(team, *table).stdout)
    assert COLOUR.search(one(team, *table, FORCE_COLOR="1").stdout)
    assert COLOUR.search(one(team, "--color", "always", *table).stdout)
    assert not COLOUR.search(one(team, *table, FORCE_COLOR="1", NO_COLOR="1").stdout)
    assert not COLOUR.search(one(team, "--color", "never", *table, FORCE_COLOR="1").stdout)


def test_letters_the_output_does_not_have_are_spelled(team: Stage) -> None:
    shown = one(team, "find", "café", PYTHONIOENCODING="ascii").stdout
    assert r"The caf\xe9 on the corner" in shown


def test_a_flag_for_the_day_wins_over_the_environment(team: Stage) -> None:
    assert one(team, "prep", "alice", "-n").stdout.startswith("--- /dev/null")
    assert "2026-12-01" in one(team, "--today", "2026-11-30", "prep", "alice", "-n").stdout
    assert "2026-12-08" in one(team, "prep", "alice", "-n", ONE_TODAY="2026-12-07").stdout


def test_the_notebook_is_found_by_flag_then_upward_then_environment(
    stage: Stage, tmp_path: Path
) -> None:
    inner = Stage(tmp_path / "a")
    for name in ("a", "b", "c"):
        one(stage, "init", name, "--me", name, "--no-git")
    (tmp_path / "nowhere").mkdir()
    env = {"ONE_NOTEBOOK": str(tmp_path / "b")}
    c = str(tmp_path / "c")

    assert one(inner, "-C", c, "where", **env).stdout.strip() == c
    assert one(inner, "where", **env).stdout.strip() == str(tmp_path / "a")
    assert one(Stage(tmp_path / "nowhere"), "where", **env).stdout.strip() == str(tmp_path / "b")


def test_the_user_s_own_settings_are_the_last_to_be_asked(stage: Stage, tmp_path: Path) -> None:
    one(stage, "init", "mine", "--me", "sam", "--no-git")
    settings = tmp_path / "config" / "onestop" / "config.yaml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"notebook: {tmp_path / 'mine'}\n", encoding="utf-8")

    done = one(stage, "where", XDG_CONFIG_HOME=str(tmp_path / "config"))

    assert done.stdout.strip() == str(tmp_path / "mine")
    assert done.stderr == f"Why: {settings}\n"


def test_a_bug_is_reported_without_a_word_of_a_note(team: Stage) -> None:
    line = "from onestop.insight import people\nimport sys\nfrom onestop.__main__ import main\n"
    line += (
        "def broken(folders, settings, today):\n    raise ValueError(next(iter(folders)).remarks)\n"
    )
    line += "people.view = broken\nsys.argv = ['one', *sys.argv[1:]]\nmain()"

    plain = run(team, [str(BIN / "python"), "-c", line, "people"])
    full = run(team, [str(BIN / "python"), "-c", line, "--debug", "people"])

    for done in (plain, full):
        assert done.returncode == 70
        assert "This is a bug in one: ValueError at " in done.stderr
        assert "band" not in done.stderr
        assert "Traceback" not in done.stderr
    assert "in broken" in full.stderr
    assert "in broken" not in plain.stderr


def editor(folder: Path, script: str) -> str:
    """An editor that is a shell script, in a folder with a blank in its name."""
    path = folder / "my editors" / "edit it"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_an_editor_may_have_blanks_in_its_path(team: Stage) -> None:
    tool = editor(team.folder, 'sed -i "s/Sleep/Peace/" "$1"')
    done = one(team, "edit", "alice", "2026-10-22", ONE_EDITOR=tool)
    assert (done.returncode, done.stdout) == (0, "people/alice/meetings/2026-10-22-alice.md\n")
    assert ":-( Peace" in team.read("people/alice/meetings/2026-10-22-alice.md")


def test_the_editor_is_the_first_of_three_that_is_set(team: Stage) -> None:
    for env, code in (
        ({"EDITOR": "false", "VISUAL": "true"}, 0),
        ({"EDITOR": "false"}, 4),
        ({"EDITOR": "true", "VISUAL": "true", "ONE_EDITOR": "no-such-editor"}, 4),
    ):
        assert one(team, "edit", "alice", **env).returncode == code


def test_a_log_in_the_editor_is_a_log(team: Stage) -> None:
    one(team, "prep", "alice")
    tick = "s/^- @alice Write one page/- [x] @alice Write one page/"
    win = "s/^## Wins/&\\n- Importer 2 is live/"
    tool = editor(team.folder, f'sed -i "{tick}; {win}" "$1"')

    done = one(team, "log", "alice", "--edit", ONE_EDITOR=tool)

    note = team.read("people/alice/meetings/2026-11-24-alice.md")
    assert done.returncode == 0
    assert "state: held" in note
    assert "## Wins\n- Importer 2 is live" in note
    assert "- [x] @alice Write one page" in team.read("people/alice/meetings/2026-11-03-alice.md")


@pytest.mark.parametrize("tool", ["true", "false"])
def test_an_editor_that_changes_nothing_leaves_nothing_behind(team: Stage, tool: str) -> None:
    one(team, "log", "alice", "--edit", ONE_EDITOR=tool)
    assert not (team.folder / "people/alice/meetings/2026-11-24-alice.md").exists()
    assert one(team, "undo").stderr == "Nothing to take back.\n"

    one(team, "prep", "alice")
    before = team.read("people/alice/meetings/2026-11-24-alice.md")
    one(team, "log", "alice", "--edit", ONE_EDITOR=tool)
    assert team.read("people/alice/meetings/2026-11-24-alice.md") == before


def test_words_alone_make_a_log_and_one_commit(team: Stage) -> None:
    team.git("init", "-q", "-b", "main")
    note = "people/alice/meetings/2026-11-17-alice.md"
    tool = editor(team.folder, 'echo "- From memory" >> "$1"')

    done = one(team, "log", "alice", "--date", "11-17", "--edit", ONE_EDITOR=tool)

    assert (done.stdout, done.stderr) == (f"{note}\n", "")
    assert team.git("log", "--format=%s", "--name-only").split() == [
        "log:", "alice", "2026-11-17", note
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("one show a", ["alice"]), ("one log ", ["alice", "bo", "chen", "dana", "emil", "fay"]),
     ("one done k", ["k3f9"]), ("one pri", ["private"]), ("one said f", ["f7mx"]),
     ("one prep alice g", ["growth"]), ("one board t", ["team"]), ("one without bo pl", ["plan"]),
     ("one edit alice te", ["team-okrs"]), ("one theme alice s", ["share-early"]),
     ("one theme nobody s", []), ("one card chen st-2", ["st-2"]),
     ("one okr emil team-o1", ["team-o1-kr1", "team-o1-kr2"])],
)  # fmt: skip
def test_the_shell_completes_people_ids_words_and_commands(
    team: Stage, typed: str, offered: list[str]
) -> None:
    env = {
        "_ONE_COMPLETE": "complete_bash",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(typed.count(" ")),
    }
    assert one(team, **env).stdout.split() == offered


def test_outside_a_notebook_the_shell_is_offered_nothing(stage: Stage) -> None:
    env = {"_ONE_COMPLETE": "complete_bash", "COMP_WORDS": "one prep a", "COMP_CWORD": "2"}
    said = one(stage, **env)
    assert (said.stdout.strip(), said.stderr) == ("", "")


def test_the_demo_is_a_clean_notebook_of_its_own_day(stage: Stage) -> None:
    one(stage, "demo", ONE_TODAY="2027-03-02")
    assert one(stage, "-C", "one-demo", "check", "--strict", ONE_TODAY="2027-03-02").returncode == 0
    assert len(list(stage.folder.glob("one-demo/people/*"))) == len(list(EXAMPLE.glob("people/*")))
