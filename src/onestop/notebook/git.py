"""Commits of exactly the files a command wrote, by git's own plumbing.

A notebook may come from someone else, with settings that name programs to run.
So nothing is used that needs a hook, a filter, a signature, an editor, a pager or a remote,
and what git might start all the same is turned off.
"""

import os
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from onestop.errors import OnestopError
from onestop.notebook import gitindex, gitwords
from onestop.notebook.gitindex import Entry
from onestop.notebook.store import disk, lock, safety
from onestop.notebook.store.journal import TMP

_LIMIT = 10.0
"""How long one git process may take, in seconds."""

_SETTINGS = (
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.pager=cat",
    "i18n.commitEncoding=utf-8",
    "user.useConfigOnly=true",
)
_ENVIRONMENT = {
    "LC_ALL": "C",  # its complaints are read
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
}
_PERSONAL = {
    *("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_AUTHOR_DATE"),
    *("GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "GIT_COMMITTER_DATE"),
    *("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"),
}


class _Base(NamedTuple):
    """Where a repository stands: HEAD's commit ("" before the first) and its tree."""

    commit: str
    tree: str

    @property
    def nothing(self) -> str:
        """What git calls no object."""
        return "0" * len(self.tree)


class _Git(NamedTuple):
    """The git program in one folder, which is told nothing but who the user is."""

    folder: Path
    environment: dict[str, str]

    def run(self, *words: str | bytes, given: bytes = b"", fine: Container[int] = (0,)) -> bytes:
        """Return what a git command prints; OnestopError unless it ends with a `fine` code."""
        import subprocess

        settings = [word for setting in _SETTINGS for word in ("-c", setting)]
        try:
            done = subprocess.run(
                ["git", *settings, *words],
                cwd=self.folder,
                env=self.environment,
                input=given,
                capture_output=True,
                timeout=_LIMIT,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise OnestopError(f"git did not end within {_LIMIT:.0f} seconds.") from error
        except OSError as error:
            raise OnestopError("git cannot be started; is it installed?") from error
        if done.returncode not in fine:
            raise OnestopError(gitwords.plain(os.fsdecode(done.stderr)))
        return done.stdout

    def line(self, *words: str | bytes, given: bytes = b"") -> str:
        """Return the one line a git command prints."""
        return self.run(*words, given=given).decode().strip()

    def having(self, **more: str) -> "_Git":
        """Return the same program, told more in its environment."""
        return self._replace(environment=self.environment | more)


def work_tree(root: Path) -> Path | None:
    """Return the git work tree a folder lies in, past all links; None when there is none."""
    folder = safety.home(root)
    return next((f for f in (folder, *folder.parents) if os.path.lexists(f / ".git")), None)


def init(root: Path) -> str | None:
    """Put a folder under git unless it is; None, or one sentence saying why not."""
    if work_tree(root):
        return None
    try:
        _Git(root, _environment()).run("init", "--quiet", "--template=")
    except OnestopError as why:
        return f"Not put under git: {why}"
    return None


def commit(root: Path, paths: Sequence[Path], message: str) -> str | None:
    """Commit exactly these files as they are on the disk; None, or one sentence saying why not.

    A path that is no longer there is committed as deleted.
    Whatever else is staged or changed stays so.
    """
    if not paths:
        return None
    top = work_tree(root)
    if top is None:
        return "Not committed: this notebook is not under git."
    home = safety.home(root)
    try:
        with disk.failing(top), lock.held(home):
            _commit(home, _program(top), [_name(top, path) for path in paths], message)
    except OnestopError as why:
        return f"Not committed: {why}"
    return None


def _commit(home: Path, git: _Git, names: Sequence[bytes], message: str) -> None:
    """Make a tree in an index of our own, then bring the real index and HEAD up to it.

    The real index comes before HEAD: should it be locked, nothing has happened yet.
    """
    base = _base(git)
    known = _known(git, base, names)
    info = gitindex.info(_entries(git, base, _not_ignored(git, names, known), known))
    tree = _tree(home, git, base, info)
    if tree == base.tree:
        return
    parent = ("-p", base.commit) if base.commit else ()
    words = f"{message}\n".encode(errors="replace")
    made = git.line("commit-tree", "--no-gpg-sign", *parent, tree, given=words)
    git.run("update-index", "-z", "--index-info", given=info)
    said = f"commit: {' '.join(message.split())}"
    git.run("update-ref", "-m", said, "HEAD", made, base.commit)


def _environment() -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GIT_") or k in _PERSONAL}
    return kept | _ENVIRONMENT


def _program(top: Path) -> _Git:
    """Return git for a work tree, with the programs off that are settings and not files."""
    git = _Git(top, _environment() | {"GIT_WORK_TREE": str(top)})
    asked = ("config", "-z", "--name-only", "--get-regexp", r"^(hook|filter)\.")
    found = git.run(*asked, fine=(0, 1)).split(b"\0")
    programs = sorted({os.fsdecode(key).rpartition(".")[0] for key in found if key})
    off = [(f"{name}.{key}", value) for name in programs for key, value in _off(name)]
    keys = {f"GIT_CONFIG_KEY_{n}": key for n, (key, _) in enumerate(off)}
    values = {f"GIT_CONFIG_VALUE_{n}": value for n, (_, value) in enumerate(off)}
    return git.having(GIT_CONFIG_COUNT=str(len(off)), **keys, **values)


def _off(name: str) -> Sequence[tuple[str, str]]:
    """Turn off a hook, or a filter: git runs one on a file that changed when its index did."""
    if name.startswith("hook."):
        return (("enabled", "false"),)
    return (("clean", ""), ("process", ""), ("required", "false"))


def _name(top: Path, path: Path) -> bytes:
    """Return git's name for a file; only the last part of its path may be a link."""
    real = Path(os.path.realpath(path.parent), path.name)
    if work_tree(real.parent) != top:
        raise OnestopError(f"{disk.typed(path)} lies outside this git work tree.")
    return gitindex.name(top, real)


def _base(git: _Git) -> _Base:
    """Look where the repository stands; OnestopError when something is under way in it."""
    asked = git.run("rev-parse", "--git-dir", "--revs-only", "HEAD", "HEAD^{tree}")
    told, *heads = os.fsdecode(asked).splitlines()
    folder, beside = git.folder / told, git.folder / ".git"
    if beside.is_dir() and not beside.samefile(folder):
        raise OnestopError(f"{disk.typed(beside)} is not a git repository.")
    if what := gitwords.under_way(folder):
        raise OnestopError(f"{what} is under way.")
    if not heads:
        return _Base("", git.line("hash-object", "-t", "tree", "--stdin"))
    if len(heads) < 2:
        raise OnestopError("git cannot read its own last commit.")
    return _Base(*heads)


def _known(git: _Git, base: _Base, names: Sequence[bytes]) -> dict[bytes, str]:
    """Return the modes of those files that HEAD has."""
    return gitindex.modes(git.run("ls-tree", "-z", base.tree, "--", *map(_plain, names)))


def _plain(name: bytes) -> bytes:
    """Keep git from finding orders in a name, such as a colon in front."""
    return b"./" + name


def _not_ignored(git: _Git, names: Sequence[bytes], known: Container[bytes]) -> Sequence[bytes]:
    """Leave out what the user told git to ignore; OnestopError when that is all there is."""
    unknown = b"\0".join(_plain(name) for name in names if name not in known)
    if not unknown:
        return names
    ignored = git.run("check-ignore", "-z", "--stdin", given=unknown, fine=(0, 1)).split(b"\0")
    wanted = [name for name in names if _plain(name) not in ignored]
    if not wanted:
        raise OnestopError(f"git is told to ignore {os.fsdecode(names[0])}.")
    return wanted


def _entries(
    git: _Git, base: _Base, names: Sequence[bytes], known: dict[bytes, str]
) -> Iterator[Entry]:
    """Store the files in git byte for byte, and go through what the index shall say of them."""
    paths = {name: gitindex.path(git.folder, name) for name in names}
    modes = {name: gitindex.mode(path, known.get(name)) for name, path in paths.items()}
    store = ("hash-object", "-w", "--no-filters")
    files = [name for name, mode in modes.items() if mode not in (gitindex.GONE, gitindex.LINK)]
    stored = git.run(*store, "--", *files).decode().split() if files else []
    oids = dict(zip(files, stored, strict=True))
    for name, mode in modes.items():
        if mode == gitindex.LINK:
            oids[name] = git.line(*store, "--stdin", given=os.fsencode(paths[name].readlink()))
        yield Entry(name, mode, oids.get(name, base.nothing))


def _tree(home: Path, git: _Git, base: _Base, info: bytes) -> str:
    """Return HEAD's tree with these files in it."""
    with _own_index(home, git) as own:
        own.run("read-tree", base.tree)
        own.run("update-index", "-z", "--index-info", given=info)
        return own.line("write-tree")


@contextmanager
def _own_index(home: Path, git: _Git) -> Iterator[_Git]:
    """Use an index that is not the user's, and is gone afterwards."""
    index = safety.own(home, TMP) / "index"
    ours = (index, index.with_name("index.lock"))
    try:
        for file in ours:
            file.unlink(missing_ok=True)
        yield git.having(GIT_INDEX_FILE=str(index))
    finally:
        for file in ours:
            file.unlink(missing_ok=True)
