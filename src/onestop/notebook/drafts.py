"""What a person typed at prompts, kept from the first answer until the command has written it.

A draft needs no lock: each save puts one whole file in the place of the one before.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from onestop.errors import CannotRead, Unsafe
from onestop.model.problem import Problem
from onestop.notebook import layout
from onestop.notebook.store import disk, safety

_ENDING = ".json"
_LOST = "the last answer may not be kept"


def save(root: Path, name: str, answers: Mapping[str, object]) -> None:
    """Keep the answers given so far, for good, in the place of those kept under this name.

    `answers` are what JSON can hold. Raises DiskFailed, and Unsafe for what cannot be a name.
    """
    import json

    _check(name)
    folder = safety.own(safety.home(root), layout.DRAFTS)
    new = folder / f".{name}.{os.getpid()}"
    with disk.failing(folder / f"{name}{_ENDING}", _LOST):
        try:
            new.unlink(missing_ok=True)
            disk.create(new, json.dumps(answers, indent=1).encode())
            new.replace(folder / f"{name}{_ENDING}")
        except BaseException:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            raise
        disk.sync(folder)


def load(root: Path, name: str) -> dict[str, object] | None:
    """Return the answers kept under a name; None when there are none.

    Raises CannotRead, naming the file and the line, for a draft that is broken.
    """
    import json

    _check(name)
    path = _folder(root) / f"{name}{_ENDING}"
    data = disk.read(path, follow=False)
    if data is None:
        return None
    try:
        answers = json.loads(data)
    except json.JSONDecodeError as error:
        raise _broken(path, error.msg, error.lineno, error.colno) from error
    except (ValueError, RecursionError) as error:
        raise _broken(path, str(error)) from error
    if not isinstance(answers, dict):
        raise _broken(path, "no answers in it")
    return answers


def discard(root: Path, name: str) -> None:
    """Forget the answers kept under a name, and what an interrupted save left of them."""
    _check(name)
    folder = _folder(root)
    with disk.failing(folder / f"{name}{_ENDING}"):
        for path in _files(folder):
            if path.name == f"{name}{_ENDING}" or path.name.rpartition(".")[0] == f".{name}":
                path.unlink(missing_ok=True)


def names(root: Path) -> list[str]:
    """List the names under which answers are kept."""
    folder = _folder(root)
    with disk.failing(folder, ""):
        found = [path.name for path in _files(folder) if not path.name.startswith(".")]
    return sorted(name.removesuffix(_ENDING) for name in found if name.endswith(_ENDING))


def _folder(root: Path) -> Path:
    """Where drafts lie; it is not made for reading."""
    folder = root / layout.STATE / layout.DRAFTS
    for ours in (folder.parent, folder):
        if os.path.lexists(ours):
            safety.check_own(ours)
    return folder


def _files(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except FileNotFoundError:
        return []


def _check(name: str) -> None:
    """Refuse a name that could leave the folder or hide in it."""
    if not name or name.startswith(".") or {"/", "\\", "\0"} & set(name):
        raise Unsafe(f"{name!r} cannot be the name of a draft.")


def _broken(path: Path, told: str, line: int = 0, column: int = 0) -> CannotRead:
    problem = Problem("bad-draft", f"not a draft: {told}", "Look into it, then delete it.")
    return CannotRead([problem._replace(path=str(path), line=line, column=column)])
