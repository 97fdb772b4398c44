"""My own ratings of somebody as far as they were given: beside the closed ones, and as unseen.

Nothing that was typed is lost when a rating stops half way, and no word of it is shown anywhere:
`one rate` goes on with what is missing, and closes the whole.
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from onestop.errors import OnestopError
from onestop.model.rating import LOWEST, MINE, Score
from onestop.notebook import sealed
from onestop.notebook.store import disk

_KIND = "onestop/rating-begun/1"
_ENDING = ".begun"


class Begun(NamedTuple):
    """My numbers, 1 to 5, and my facts, by the names of the numbers."""

    numbers: Mapping[str, int]
    facts: Mapping[str, str]


def keep(root: Path, slug: str, so_far: Begun) -> None:
    """Keep what was given, in place of what was kept of it before."""
    sealed.write(_path(root, slug), _written(root, slug, so_far), replace=True)


def get(root: Path, slug: str) -> Begun:
    """What was given so far; nothing where its file is not as it was written."""
    import json

    with suppress(OnestopError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        data = disk.read(_path(root, slug), follow=False) or b""
        values = json.loads(data)
        found = Begun(values["numbers"], values["facts"])
        scores = [Score(found.numbers.get(n, LOWEST), found.facts.get(n, "")) for n in MINE]
        if all(map(sealed.is_score, scores)) and _written(root, slug, found) == data:
            return found
    return Begun({}, {})


def forget(root: Path, slug: str) -> bool:
    """Remove what was begun; whether there was anything."""
    return sealed.remove(_path(root, slug))


def _path(root: Path, slug: str) -> Path:
    return sealed.path_of(root, slug).with_suffix(_ENDING)


def _written(root: Path, slug: str, so_far: Begun) -> bytes:
    """The one way in which it is written; it holds my side alone."""
    import json

    values = {
        "seal": _KIND,
        "notebook": sealed.home(root),
        "slug": slug,
        "numbers": {name: so_far.numbers[name] for name in MINE if name in so_far.numbers},
        "facts": {name: so_far.facts[name] for name in MINE if name in so_far.facts},
    }
    return json.dumps(values, indent=1).encode() + b"\n"
