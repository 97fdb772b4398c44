"""Ratings that stay closed until the other side's are in: outside the notebook, for one's own eyes.

They lie in the user's state folder, one file for each person, under a name that tells nothing.
No command shows them, no commit and no undo holds them; what opens them is `one rate`.
A file that is not, byte for byte, what was put there is never opened, not even in part.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from onestop.errors import CannotRead, OnestopError
from onestop.formats import days
from onestop.model.problem import Problem
from onestop.model.rating import HIGHEST, LOWEST, MINE, Score
from onestop.notebook.store import disk

_KIND = "onestop/rating/1"
_ENDING = ".json"
_NONCE = 16
"""Bytes of chance in a seal; without them the few possible numbers could be tried out."""

Scores = tuple[tuple[str, Score], ...]


class Sealed(NamedTuple):
    """The manager's numbers and facts about one person, on the day on which they were closed.

    `digest` proves later that nothing changed: SHA-256 of `code` and the rest. It may be told to
    the person at once, the `code` only when both sides open.
    """

    slug: str
    date: date
    scores: Scores
    code: str
    digest: str


def put(root: Path, slug: str, day: date, scores: Scores) -> Sealed:
    """Close these ratings, for good and in one piece; Busy when some are closed already."""
    from secrets import token_hex

    sealed = _seal(slug, day, scores, token_hex(_NONCE))
    write(path_of(root, slug), _written(root, sealed))
    return sealed


def get(root: Path, slug: str) -> Sealed | None:
    """The ratings that are closed; None when there are none.

    CannotRead for a file that is broken, was changed, or belongs to another notebook or person.
    """
    path = path_of(root, slug)
    data = disk.read(path, follow=False)
    if data is None:
        return None
    sealed = _opened(data)
    if sealed is None or _written(root, sealed) != data or sealed.slug != slug:
        told = "these closed ratings were changed, are broken, or belong elsewhere; not opened"
        hint = f"Throw them away, and rate again: one rate {slug} --discard"
        raise CannotRead([Problem("bad-seal", told, path=str(path))], hint=hint)
    return sealed


def take(root: Path, slug: str) -> bool:
    """Remove what is closed, whatever it is; whether there was anything."""
    return remove(path_of(root, slug))


def write(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write a file for the owner alone, in one piece; Busy when it is there, but for `replace`."""
    new = path.with_name(f".{path.name}.{os.getpid()}")
    with disk.failing(path):
        _make_own(path.parent)
        try:
            new.unlink(missing_ok=True)
            disk.create(new, data)
            if replace:
                new.replace(path)
            else:
                disk.place(new, path)
        except BaseException:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            raise
        disk.sync(path.parent)


def remove(path: Path) -> bool:
    """Remove one of these files; whether it was there."""
    with disk.failing(path):
        try:
            path.unlink()
        except (FileNotFoundError, NotADirectoryError):
            return False
        disk.sync(path.parent)
    return True


def waiting(root: Path) -> tuple[tuple[str, date], ...]:
    """Of whom ratings are closed in this notebook, and since when; those that can be opened."""
    return tuple(sorted(_waiting(root)))


def _waiting(root: Path) -> Iterator[tuple[str, date]]:
    try:
        files = [path for path in _folder().iterdir() if path.name.endswith(_ENDING)]
    except OSError:
        return
    for path in files:
        with suppress(OnestopError):
            sealed = _opened(disk.read(path, follow=False) or b"")
            if sealed and path == path_of(root, sealed.slug) and get(root, sealed.slug):
                yield sealed.slug, sealed.date


def _folder() -> Path:
    from platformdirs import user_state_path

    return user_state_path("onestop", appauthor=False) / "ratings"


def path_of(root: Path, slug: str) -> Path:
    """Where ratings of this person lie: a name that only somebody who knows both can find."""
    name = sha256(f"{home(root)}\0{slug}".encode(errors="surrogateescape")).hexdigest()[:32]
    return _folder() / f"{name}{_ENDING}"


def home(root: Path) -> str:
    """The notebook, as these files name it: a link to it is the same notebook."""
    return os.path.realpath(root)


def _make_own(folder: Path) -> None:
    """Make the folder for the owner alone, and close it again where somebody opened it."""
    disk.make_folders(folder)
    folder.chmod(0o700)


def _seal(slug: str, day: date, scores: Scores, code: str) -> Sealed:
    said = _canonical({"slug": slug, "date": day.isoformat(), "scores": _plain(scores)})
    digest = sha256(f"{_KIND}\0".encode() + bytes.fromhex(code) + said).hexdigest()
    return Sealed(slug, day, scores, code, digest)


def _written(root: Path, sealed: Sealed) -> bytes:
    """The one way in which these ratings are written; reading compares with it."""
    import json

    values = {
        "seal": _KIND,
        "notebook": home(root),
        "slug": sealed.slug,
        "date": sealed.date.isoformat(),
        "scores": _plain(sealed.scores),
        "code": sealed.code,
        "digest": sealed.digest,
    }
    return json.dumps(values, indent=1).encode() + b"\n"


def _opened(data: bytes) -> Sealed | None:
    """What a file says, with its seal made anew; None when that cannot be told."""
    import json

    try:
        values = json.loads(data)
        slug, day, code = values["slug"], days.iso(values["date"]), values["code"]
        scores = tuple((name, Score(*values["scores"][name])) for name in MINE)
        fits = all(is_score(score) for _, score in scores) and isinstance(slug, str)
        return _seal(slug, day, scores, code) if day and fits else None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def is_score(score: Score) -> bool:
    """Whether a file said a number from 1 to 5, and words or none."""
    number, fact = score
    return type(number) is int and LOWEST <= number <= HIGHEST and isinstance(fact, str)


def _plain(scores: Scores) -> dict[str, list[int | str]]:
    return {name: [score.number, score.fact] for name, score in scores}


def _canonical(values: Mapping[str, object]) -> bytes:
    import json

    return json.dumps(values, sort_keys=True, separators=(",", ":")).encode()
