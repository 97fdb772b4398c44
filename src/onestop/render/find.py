"""How hits look: by file and heading for people, `path:line:text` for programs."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from onestop.insight.finding import Hit
from onestop.render.text import Cell, Page, row

Here = Callable[[str], str]


def draw(hits: Sequence[Hit], here: Here) -> Page:
    """The file, then its lines with their numbers and the heading above them."""
    page: Page = []
    for path, group in groupby(hits, key=lambda h: h.path):
        page.append(row(Cell(here(path), "name")))
        page += [
            row(
                Cell(f"{h.line:>4}", "quiet"),
                Cell(h.heading, "label"),
                Cell(h.text.strip()),
                grid="hits",
                stretch=2,
            )
            for h in group
        ]
    return page


def grep(hits: Iterable[Hit], here: Here) -> str:
    """One hit a line, as editors and git read it."""
    return "\n".join(f"{here(h.path)}:{h.line}:{h.text}" for h in hits)
