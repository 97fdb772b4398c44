"""Commits of exactly the files a command wrote, whatever the repository holds or demands."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import trouble
from onestop.notebook import git
from onestop.notebook.files import Change, read, write
from onestop.notebook.store import lock
from onestop.notebook.undo import undo


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person whose git knows their name, and nothing else of this machine."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    config = "[user]\nname = Sam\nemail = sam@example.org\n[init]\ndefaultBranch = main\n"
    (folder / ".gitconfig").write_text(config)
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A notebook under git, without a commit."""
    folder = tmp_path / "notebook"
    folder.mkdir()
    assert git.init(folder) is None
    return folder


def run(root: Path, *words: str) -> str:
    """Run git as the person would."""
    done = subprocess.run(["git", *words], cwd=root, capture_output=True, check=True)
    return done.stdout.decode().rstrip("\n")


def log(root: Path, path: Path, text: str, message: str = "log: al") -> str | None:
    """Write one file by a command and commit it."""
    changes = [Change(path, read(path), text.encode())]
    return git.commit(root, write(root, changes, message=message).paths, message)


def committed(root: Path) -> list[str]:
    """List what the newest commit changed."""
    return run(root, "show", "--format=", "--name-status", "--no-renames", "HEAD").splitlines()


def clean(root: Path) -> bool:
    return run(root, "status", "--porcelain", "--", ".", ":!.one") == ""


def test_the_work_tree_is_found_upward_and_past_links(root: Path, tmp_path: Path) -> None:
    (root / "people" / "al").mkdir(parents=True)
    (tmp_path / "link").symlink_to(root / "people")
    assert git.work_tree(root) == root
    assert git.work_tree(tmp_path / "link" / "al") == root
    assert git.work_tree(tmp_path / "home") is None


def test_a_folder_is_put_under_git_without_hooks_and_only_once(root: Path, home: Path) -> None:
    assert not (root / ".git" / "hooks").exists()
    (root / "people").mkdir()
    assert git.init(root / "people") is None
    assert not (root / "people" / ".git").exists()
    log(root, root / "a.md", "a")
    assert git.init(root) is None
    assert committed(root) == ["A\ta.md"]


def test_the_first_commit_and_those_after_it(root: Path) -> None:
    assert log(root, root / "people" / "al" / "a.md", "a", "log: alice 2026-11-24") is None
    assert log(root, root / "b.md", "b") is None
    assert run(root, "log", "--format=%s|%an|%ae") == (
        "log: al|Sam|sam@example.org\nlog: alice 2026-11-24|Sam|sam@example.org"
    )
    assert run(root, "reflog", "--format=%gs").splitlines()[0] == "commit: log: al"
    assert committed(root) == ["A\tb.md"]
    assert run(root, "symbolic-ref", "HEAD") == "refs/heads/main"
    assert run(root, "fsck", "--strict") == ""
    assert clean(root)


def test_a_commit_holds_the_files_written_and_nothing_else(root: Path) -> None:
    for name in ("mine.md", "dirty.md", "staged.md", "gone.md"):
        log(root, root / name, "old")
    (root / "dirty.md").write_text("dirty")
    (root / "staged.md").write_text("staged")
    (root / "untracked.md").write_text("untracked")
    run(root, "add", "staged.md")
    run(root, "rm", "-q", "gone.md")
    before = run(root, "status", "--porcelain")
    assert log(root, root / "mine.md", "new") is None
    assert committed(root) == ["M\tmine.md"]
    assert run(root, "status", "--porcelain") == before


def test_a_file_that_is_gone_is_committed_as_deleted(root: Path) -> None:
    a, b = root / "a.md", root / "people" / "b.md"
    for path in (a, b):
        log(root, path, "text")
    written = write(root, [Change(a, b"text", None), Change(b, b"text", b"new")], message="m")
    assert git.commit(root, written.paths, "m") is None
    assert committed(root) == ["D\ta.md", "M\tpeople/b.md"]
    assert git.commit(root, undo(root).paths, "undo: m") is None
    assert committed(root) == ["A\ta.md", "M\tpeople/b.md"]
    assert clean(root)


def test_nothing_to_commit_makes_no_commit(root: Path) -> None:
    assert git.commit(root, [], "m") is None
    assert git.commit(root, [root / "never.md"], "m") is None
    log(root, root / "a.md", "a")
    head = run(root, "rev-parse", "HEAD")
    assert git.commit(root, [root / "a.md", root / "never.md"], "m") is None
    assert run(root, "rev-parse", "HEAD") == head


def test_a_detached_head_moves_and_no_branch_does(root: Path) -> None:
    log(root, root / "a.md", "a")
    branch = run(root, "rev-parse", "main")
    run(root, "checkout", "-q", "--detach")
    assert log(root, root / "a.md", "b") is None
    assert run(root, "rev-parse", "main") == branch == run(root, "rev-parse", "HEAD^")


def test_the_work_tree_may_begin_above_the_notebook(root: Path) -> None:
    notebook = root / "private" / "notebook"
    notebook.mkdir(parents=True)
    (root / "code.py").write_text("")
    assert log(notebook, notebook / "a.md", "a") is None
    assert committed(root) == ["A\tprivate/notebook/a.md"]


def test_a_second_work_tree_of_a_repository_has_its_own_head(root: Path, tmp_path: Path) -> None:
    log(root, root / "a.md", "a")
    second = tmp_path / "second"
    run(root, "worktree", "add", "-q", "-b", "other", str(second))
    assert (second / ".git").is_file()
    assert log(second, second / "b.md", "b") is None
    assert run(root, "rev-parse", "other^") == run(root, "rev-parse", "main")
    assert clean(second)


def test_a_repository_of_the_longer_hashes_works_too(tmp_path: Path) -> None:
    root = tmp_path / "long"
    root.mkdir()
    run(root, "init", "-q", "--object-format=sha256")
    assert log(root, root / "a.md", "a") is None
    written = write(root, [Change(root / "a.md", b"a", None)], message="m")
    assert git.commit(root, written.paths, "m") is None
    assert committed(root) == ["D\ta.md"]


def test_what_is_executable_or_a_link_stays_so(root: Path) -> None:
    for name, mode in (("plain.md", 0o644), ("tool.sh", 0o755)):
        (root / name).write_text("text")
        (root / name).chmod(mode)
    (root / "link.md").symlink_to("plain.md")
    names = ("link.md", "plain.md", "tool.sh")
    assert git.commit(root, [root / name for name in names], "m") is None
    listed = run(root, "ls-tree", "HEAD").splitlines()
    assert [line.split()[0] for line in listed] == ["120000", "100644", "100755"]
    assert run(root, "show", "HEAD:link.md") == "plain.md"
    (root / "tool.sh").chmod(0o644)
    assert log(root, root / "tool.sh", "new") is None
    assert run(root, "ls-tree", "HEAD", "tool.sh").startswith("100755")
    (root / "plain.md").unlink()
    (root / "plain.md").symlink_to("tool.sh")
    assert git.commit(root, [root / "plain.md"], "m") is None
    assert run(root, "ls-tree", "HEAD", "plain.md").startswith("120000")


@pytest.mark.parametrize(
    "name",
    [
        *(":(glob)x.md", "*.md", "[a].md", "-n.md", '"quoted".md', "a b.md"),
        *("Zoë.md", "tab\there.md", "new\nline.md", "back\\slash.md", "~", "HEAD"),
    ],
)
def test_any_name_is_taken_as_it_is(name: str, root: Path) -> None:
    log(root, root / "other.md", "other")
    assert log(root, root / name, "text") is None
    assert log(root, root / name, "more") is None
    listed = run(root, "show", "--format=", "--name-only", "-z", "HEAD", "--").split("\0")
    assert [found for found in listed if found] == [name]
    assert clean(root)


def test_bytes_are_committed_as_they_are(root: Path) -> None:
    run(root, "config", "core.autocrlf", "true")
    (root / ".gitattributes").write_text("*.md text eol=crlf ident\n")
    log(root, root / "a.md", "one\r\ntwo\n$Id$\n")
    shown = subprocess.run(["git", "show", "HEAD:a.md"], cwd=root, capture_output=True, check=True)
    assert shown.stdout == b"one\r\ntwo\n$Id$\n"


def test_a_message_is_kept_as_it_is(root: Path) -> None:
    run(root, "config", "i18n.commitEncoding", "latin1")
    log(root, root / "a.md", "a", "log: Zoë\n\n# not a comment\n\udcff")
    head, _, body = run(root, "cat-file", "-p", "HEAD").partition("\n\n")
    assert body == "log: Zoë\n\n# not a comment\n?"
    assert "encoding" not in head


# Why not


def test_without_a_work_tree_it_says_so(tmp_path: Path) -> None:
    notebook = tmp_path / "plain"
    notebook.mkdir()
    assert log(notebook, notebook / "a.md", "a") == (
        "Not committed: this notebook is not under git."
    )


def test_without_a_name_it_says_how_to_tell_it_and_guesses_none(
    root: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EMAIL", "root@example.org")
    (home / ".gitconfig").unlink()
    told = log(root, root / "a.md", "a")
    assert told is not None
    assert told.startswith("Not committed: git does not know your name and e-mail; tell it with")
    assert (root / "a.md").read_text() == "a"
    assert run(root, "rev-parse", "--all") == ""


def test_a_name_in_the_environment_is_enough(
    root: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / ".gitconfig").unlink()
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Dana")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "dana@example.org")
    assert log(root, root / "a.md", "a") is None
    assert run(root, "log", "--format=%cn") == "Dana"


def test_without_git_it_says_so(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert log(root, root / "a.md", "a") == (
        "Not committed: git cannot be started; is it installed?"
    )
    (tmp_path / "plain").mkdir()
    assert git.init(tmp_path / "plain") == (
        "Not put under git: git cannot be started; is it installed?"
    )


def test_a_git_that_does_not_end_is_given_up(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "git", "exec tail -f /dev/null")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(git, "_LIMIT", 0.05)
    assert log(root, root / "a.md", "a") == "Not committed: git did not end within 0 seconds."


@pytest.mark.parametrize(
    ("name", "what"),
    [
        *(("MERGE_HEAD", "a merge"), ("CHERRY_PICK_HEAD", "a cherry-pick")),
        *(("REVERT_HEAD", "a revert"), ("rebase-merge", "a rebase"), ("rebase-apply", "a rebase")),
    ],
)
def test_while_something_is_under_way_nothing_is_committed(
    name: str, what: str, root: Path
) -> None:
    log(root, root / "a.md", "a")
    (root / ".git" / name).mkdir()
    head = run(root, "rev-parse", "HEAD")
    assert log(root, root / "a.md", "b") == f"Not committed: {what} is under way."
    assert run(root, "rev-parse", "HEAD") == head


def test_an_ignored_file_is_not_committed(root: Path) -> None:
    (root / ".gitignore").write_text("private.md\n")
    assert log(root, root / "private.md", "p") == (
        "Not committed: git is told to ignore private.md."
    )
    changes = [Change(root / "a.md", None, b"a"), Change(root / "private.md", b"p", b"q")]
    assert git.commit(root, write(root, changes, message="m").paths, "m") is None
    assert committed(root) == ["A\ta.md"]
    run(root, "add", "-f", "private.md")
    assert log(root, root / "private.md", "r") is None
    assert committed(root) == ["A\tprivate.md"]


def test_a_locked_index_stops_the_commit_before_it_is_made(root: Path) -> None:
    log(root, root / "a.md", "a")
    (root / ".git" / "index.lock").touch()
    head = run(root, "rev-parse", "HEAD")
    assert log(root, root / "a.md", "b") == (
        "Not committed: another git command is at work, or has left its index.lock behind."
    )
    assert run(root, "rev-parse", "HEAD") == head
    (root / ".git" / "index.lock").unlink()
    assert log(root, root / "a.md", "c") is None
    assert clean(root)


def test_a_commit_made_meanwhile_is_not_lost(root: Path) -> None:
    log(root, root / "a.md", "a")
    (root / ".git" / "refs" / "heads" / "main.lock").touch()
    assert log(root, root / "a.md", "b") == "Not committed: another commit was made meanwhile."
    (root / ".git" / "refs" / "heads" / "main.lock").unlink()
    assert log(root, root / "a.md", "c") is None
    assert clean(root)


def test_a_notebook_that_is_being_written_is_not_committed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.02)
    (root / "a.md").write_text("a")
    with lock.held(root):
        told = git.commit(root, [root / "a.md"], "m")
    assert told == (
        "Not committed: Another command is writing in this notebook; nothing was changed."
    )


def test_a_file_of_another_repository_is_not_committed(root: Path, tmp_path: Path) -> None:
    inner = root / "people" / "al"
    inner.mkdir(parents=True)
    run(inner, "init", "-q")
    for path in (inner / "a.md", tmp_path / "out.md"):
        path.write_text("a")
        told = git.commit(root, [path], "m")
        assert told is not None
        assert told.endswith(f"{path.name} lies outside this git work tree.")


def test_an_empty_git_folder_is_not_taken_for_the_repository_above(root: Path) -> None:
    notebook = root / "notebook"
    (notebook / ".git").mkdir(parents=True)
    told = log(notebook, notebook / "a.md", "a")
    assert told is not None
    assert told.endswith(".git is not a git repository.")
    assert run(root, "rev-parse", "--all") == ""


def test_what_is_not_a_file_is_not_committed(root: Path) -> None:
    (root / "a.md").mkdir()
    told = git.commit(root, [root / "a.md"], "m")
    assert told is not None
    assert told.endswith("a.md is not an ordinary file.")


def test_a_broken_repository_is_told_in_gits_words(root: Path) -> None:
    log(root, root / "a.md", "a")
    tree = run(root, "rev-parse", "HEAD^{tree}")
    (root / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    assert log(root, root / "a.md", "b") == ("Not committed: git cannot read its own last commit.")
    (root / ".git" / "config").write_text("[broken")
    told = log(root, root / "a.md", "c")
    assert told is not None
    assert told.startswith("Not committed: git says: bad config line")


def test_a_repository_of_someone_else_is_not_trusted(root: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder away")
    os.chown(root, trouble.NOBODY, trouble.NOBODY)
    os.chown(root / ".git", trouble.NOBODY, trouble.NOBODY)
    assert log(root, root / "a.md", "a") == (
        "Not committed: git does not trust this folder, as it belongs to someone else."
    )


def test_a_git_that_gives_no_reason_is_told_so(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "git", "exit 3")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert log(root, root / "a.md", "a") == "Not committed: git gave no reason."


# A repository that wants programs to run


def program(path: Path, *lines: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(["#!/bin/sh", *lines, ""]))
    path.chmod(0o755)
    return path


@pytest.fixture
def canary(root: Path) -> Callable[[], list[str]]:
    """Set every trap that is known, from a commit on; which of them sprang."""
    for name in ("a.md", "b.md"):
        log(root, root / name, "old")
    cage = root / ".git" / "sprung"
    cage.mkdir()

    def trap(name: str) -> str:
        return str(program(root / ".git" / "traps" / name, f"touch {cage}/{name}", "cat"))

    for hook in HOOKS:
        program(root / ".git" / "hooks" / hook, f"touch {cage}/{hook}")
        program(root / ".git" / "more-hooks" / hook, f"touch {cage}/more-{hook}")
    (root / ".gitattributes").write_text("* filter=trap diff=trap merge=trap text\n")
    for key, value in settings(root, trap).items():
        run(root, "config", key, value)
    return lambda: sorted(path.name for path in cage.iterdir())


HOOKS = (
    *("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "post-index-change"),
    *("reference-transaction", "pre-auto-gc", "post-rewrite", "post-checkout", "update"),
)


def settings(root: Path, trap: Callable[[str], str]) -> dict[str, str]:
    """Name a program wherever git's settings can."""
    return {
        "core.hooksPath": str(root / ".git" / "more-hooks"),
        "core.fsmonitor": trap("fsmonitor"),
        "core.editor": trap("editor"),
        "core.pager": trap("pager"),
        "core.sshCommand": trap("ssh"),
        "core.askPass": trap("askpass"),
        "core.alternateRefsCommand": trap("alternates"),
        "sequence.editor": trap("sequence"),
        "filter.trap.clean": trap("clean"),
        "filter.trap.smudge": trap("smudge"),
        "filter.trap.process": trap("process"),
        "filter.trap.required": "true",
        "diff.external": trap("diff"),
        "diff.trap.textconv": trap("textconv"),
        "merge.trap.driver": trap("merge"),
        "gpg.program": trap("gpg"),
        "gpg.ssh.program": trap("gpg-ssh"),
        "commit.gpgSign": "true",
        "user.signingKey": "0123456789ABCDEF",
        "credential.helper": trap("credential"),
        "hook.canary.command": trap("configured"),
        "hook.canary.event": "reference-transaction",
        "trace2.eventTarget": str(root / ".git" / "sprung" / "trace"),
        "trace2.normalTarget": str(root / ".git" / "sprung" / "trace-normal"),
        **{
            f"alias.{name}": f"!{trap(f'alias-{name}')}"
            for name in ("commit-tree", "update-ref", "hash-object", "ls-tree", "config")
        },
    }


def test_no_program_named_in_the_repository_is_run(
    root: Path, canary: Callable[[], list[str]]
) -> None:
    changes = [
        *(Change(root / "a.md", b"old", b"new"), Change(root / "b.md", b"old", None)),
        Change(root / "people" / "c.md", None, b"c"),
    ]
    assert git.commit(root, write(root, changes, message="m").paths, "m") is None
    assert git.commit(root, undo(root).paths, "undo: m") is None
    assert canary() == []
    assert "gpgsig" not in run(root, "cat-file", "-p", "HEAD")
    assert run(root, "show", "HEAD^:a.md") == "new"


def test_the_traps_do_spring_for_who_walks_into_them(
    root: Path, canary: Callable[[], list[str]]
) -> None:
    (root / "a.md").write_text("new")
    subprocess.run(["git", "commit", "-qam", "m"], cwd=root, capture_output=True, check=False)
    assert {"fsmonitor", "process"} <= set(canary())


def test_a_missing_object_is_not_fetched(root: Path, tmp_path: Path) -> None:
    log(root, root / "people" / "a.md", "a")
    sprung = tmp_path / "sprung"
    transport = program(tmp_path / "transport", f"touch {sprung}")
    tree = run(root, "rev-parse", "HEAD:people")
    (root / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    for key, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::{transport}",
        "protocol.ext.allow": "always",
    }.items():
        run(root, "config", key, value)
    told = log(root, root / "people" / "a.md", "b")
    assert told is not None
    assert told.startswith("Not committed: ")
    assert not sprung.exists()
    subprocess.run(["git", "ls-tree", tree], cwd=root, capture_output=True, check=False)
    assert sprung.exists()


def test_settings_and_places_in_the_environment_are_not_taken_over(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log(root, root / "a.md", "a")
    sprung = tmp_path / "sprung"
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    monkeypatch.setenv("GIT_TRACE", str(tmp_path / "trace"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.fsmonitor")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(program(tmp_path / "trap", f"touch {sprung}")))
    assert log(root, root / "a.md", "b") is None
    assert [p.name for p in tmp_path.iterdir() if p.name not in ("home", "notebook")] == ["trap"]


def test_hooks_that_are_settings_are_turned_off_by_name(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two = three.four"):
        run(root, "config", f"hook.{name}.command", "false")
        run(root, "config", f"hook.{name}.event", "reference-transaction")
    real, seen = shutil.which("git"), tmp_path / "seen"
    program(
        tmp_path / "bin" / "git",
        'told="$GIT_CONFIG_COUNT|$GIT_CONFIG_KEY_0=$GIT_CONFIG_VALUE_0|$GIT_CONFIG_KEY_1"',
        f'echo "$told" >> {seen}',
        f'exec {real} "$@"',
    )
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    assert log(root, root / "a.md", "a") is None
    asked, *told = seen.read_text().splitlines()
    assert asked == "|=|"
    assert set(told) == {"2|hook.one.enabled=false|hook.two = three.four.enabled"}


def test_an_index_of_our_own_leaves_nothing_behind(root: Path) -> None:
    (root / ".one" / "tmp").mkdir(parents=True)
    for name in ("index", "index.lock"):
        (root / ".one" / "tmp" / name).write_text("left by a killed command")
    (root / "a.md").write_text("a")
    assert git.commit(root, [root / "a.md"], "m") is None
    assert list((root / ".one" / "tmp").iterdir()) == []
