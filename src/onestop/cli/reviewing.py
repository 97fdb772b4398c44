"""How a review is gathered: which period is meant, and where each line of it stands."""

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from onestop.cli.world import OF_FILES, World
from onestop.errors import Usage
from onestop.formats import dates, days, keys
from onestop.insight import periods, review
from onestop.insight.periods import Period
from onestop.insight.review import DELICATE, Files, Review
from onestop.model.folder import Folder
from onestop.notebook import files, layout
from onestop.render import html, markdown, words
from onestop.render.document import Document

MARK = "one review"
"""By these words a review is known again, and may be written over."""

_LEFT_OUT = OF_FILES | {"file-name"}


def period(
    world: World, said: Sequence[str] | None, since: str | None, until: str | None
) -> Period:
    """The period that is meant: a word such as 2026-Q4, or its first and its last day."""
    if said and (since or until):
        raise Usage("A period is one word, or --since and --until.", hint=periods.HINT)
    if said:
        return periods.named("-".join(said), world.today)
    first = dates.past(since, world.today) if since else None
    # The end of a year that still runs is a fair way to say "until today".
    last = (days.iso(until) or dates.past(until, world.today)) if until else world.today
    return periods.between(first, min(last, world.today), world.today)


def gather(world: World, folder: Folder, span: Period) -> Review:
    """Everything the folder says about a period, each line with its place."""
    settings = world.notebook.settings
    unread = _unread(world, folder.person.slug)
    return review.review(folder, settings, span, world.today, _places(world, folder), unread)


def spared(said: str) -> tuple[str, ...]:
    """The parts to leave out, as they are named after `--without`."""
    named = tuple(word.lower() for word in said.replace(",", " ").split())
    if strange := [word for word in named if word not in DELICATE]:
        told = words.all_of([f'"{word}"' for word in strange])
        raise Usage(f"{told} cannot be left out.", hint=f"Name some of: {', '.join(DELICATE)}.")
    return named


def texts(
    world: World, drawn: Document, wanted: Mapping[str, Path], frame: str, *, places: bool
) -> dict[Path, str]:
    """The document as it goes into each file, with places as seen from there."""
    found = {}
    for flag, path in wanted.items():
        here = partial(_from, world.notebook.root, path.parent) if places else None
        if flag == "--html":
            found[path] = html.draw(drawn, frame, here, MARK)
        else:
            found[path] = f"<!-- {MARK} -->\n{markdown.draw(drawn, here)}"
    return found


def _from(root: Path, folder: Path, path: str) -> str:
    return os.path.relpath(root / path, folder)


def _places(world: World, folder: Folder) -> Files:
    slug = folder.person.slug
    person = layout.person_yaml(slug).as_posix()
    paths = [*([person] if folder.person.ambition else []), *(r.path for r in folder.ratings)]
    found = Files(
        alignment=layout.alignment(slug).as_posix(),
        themes=layout.themes(slug).as_posix(),
        plan=layout.plan(slug).as_posix(),
        person=person,
        keys={(path, key): line for path in paths for key, line in _keys(world, path)},
    )
    listed = [found.alignment, found.themes, found.plan]
    listed += [quarter.path for quarter in (*folder.okrs, *folder.team_okrs)]
    said = (((path, n), line) for path in listed for n, line in _said(world, path))
    return found._replace(words=dict(said))


def _keys(world: World, path: str) -> Iterable[tuple[str, int]]:
    """The line of each key in a file that was read before."""
    return keys.lines(_text(world, path), note=path.endswith(".md")).items()


def _said(world: World, path: str) -> Iterable[tuple[int, int]]:
    """Of each item in such a file the line on which it begins, and that of its words."""
    return keys.said(_text(world, path)).items()


def _text(world: World, path: str) -> str:
    return (files.read(world.notebook.root / path) or b"").decode("utf-8", "replace")


def _unread(world: World, slug: str) -> list[str]:
    """The person's files that could not be read in full; private ones are no part of a review."""
    top, private = f"{layout.person(slug).as_posix()}/", layout.private(slug).as_posix()
    found = [p.path for p in world.notebook.problems if p.code in _LEFT_OUT]
    return sorted({path for path in found if path.startswith(top) and path != private})
