"""Handing something over: what leaves is looked through for private words before it is written."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from onestop.cli.world import World
from onestop.errors import Unsafe, Usage
from onestop.insight import privacy
from onestop.notebook import files, layout, outside
from onestop.render.clean import clean

SHOWN = 3


def look_through(world: World, texts: Iterable[str]) -> None:
    """Unsafe when words of anybody's private file stand in one of these texts."""
    private = _private(world)
    found = dict.fromkeys(leak for text in texts for leak in privacy.leaks(text, private))
    if found:
        places = [f"{world.here(leak.path)}:{leak.line}" for leak in found]
        more = f" and {len(places) - SHOWN} more" if len(places) > SHOWN else ""
        raise Unsafe(
            f"Words of {', '.join(places[:SHOWN])}{more} stand in it; nothing was handed over.",
            hint="They are private. Put them in other words, there or in the note they came into.",
        )


def write(world: World, wanted: Mapping[Path, str], mark: str, *, force: bool) -> None:
    """Write documents to files that are new, or ours; each is checked before any is written."""
    root = world.notebook.root
    before = {path: outside.check(root, path, mark, force=force) for path in wanted}
    look_through(world, wanted.values())
    for path, text in wanted.items():
        outside.write(path, text, before[path])


def name(world: World, paths: Iterable[Path]) -> None:
    """Name the files that were written: the last lines of the output."""
    for path in paths:
        world.terminal.data(os.path.relpath(path, world.cwd))


def targets(world: World, said: Mapping[str, str | None]) -> dict[str, Path]:
    """The files that are named on the command line, by the flags that name them."""
    named = {flag: file for flag, file in said.items() if file is not None}
    for flag, file in named.items():
        if file in ("", "-"):
            raise Usage(f"{flag} needs the name of a file.")
    found = {flag: world.cwd / Path(file).expanduser() for flag, file in named.items()}
    if len(set(found.values())) < len(found):
        raise Usage(f"{' and '.join(found)} name the same file.", hint="Give each its own name.")
    return found


def _private(world: World) -> tuple[privacy.Secret, ...]:
    """Every private line of the notebook; one that cannot be read lets nothing leave."""
    found: list[privacy.Secret] = []
    for slug in world.notebook.slugs:
        path = layout.private(slug)
        data = files.read(world.notebook.root / path) or b""
        lines = privacy.secrets(path.as_posix(), data.decode("utf-8", "replace"))
        found += (line._replace(text=clean(line.text)) for line in lines)
    return tuple(found)
