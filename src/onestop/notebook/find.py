"""Which notebook is meant."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from onestop.errors import NoNotebook
from onestop.notebook import layout

ENV = "ONE_NOTEBOOK"
NOWHERE = "There is no notebook here or above."
START = "Start one with: one init     Try everything on an example: one demo"


class Found(NamedTuple):
    """A notebook's folder, and the rule that chose it."""

    root: Path
    rule: str


def find(flag: str | None, cwd: Path, env: Mapping[str, str]) -> Found:
    """Try `-C`, then the nearest notebook upward, then ONE_NOTEBOOK, then the user's config."""
    if flag:
        return _named(
            Path(cwd, flag).absolute(),
            "-C",
            f"{flag} is not a notebook: it has no {layout.MARKER}.",
        )
    for folder in (cwd, *cwd.parents):
        if (folder / layout.MARKER).is_file():
            return Found(folder, f"{layout.MARKER} found from the current folder upward")
    if said := env.get(ENV):
        return _named(
            Path(said).expanduser(),
            f"{ENV} in the environment",
            f"{ENV} names {said}, which is not a notebook.",
        )
    config = _config_file()
    if said := _config_notebook(config):
        return _named(
            Path(said).expanduser(),
            str(config),
            f"{config} names {said}, which is not a notebook.",
        )
    raise NoNotebook(NOWHERE, hint=START)


def _named(folder: Path, rule: str, otherwise: str) -> Found:
    if not (folder / layout.MARKER).is_file():
        raise NoNotebook(otherwise, hint=START)
    return Found(folder, rule)


def _config_file() -> Path:
    from platformdirs import user_config_path

    return user_config_path("onestop", appauthor=False) / "config.yaml"


def _config_notebook(config: Path) -> str:
    """`notebook:` of the user's config; "" when there is none that can be read."""
    from onestop.formats import header

    try:
        field = header.read(config.read_text(encoding="utf-8")).value.get("notebook")
    except (OSError, UnicodeDecodeError):
        return ""
    return field.value if field and isinstance(field.value, str) else ""
