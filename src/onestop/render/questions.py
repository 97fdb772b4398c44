"""How questions look: the words, how deep they go, and when this person last heard them."""

from onestop.insight.questions import Asked, View
from onestop.model.folder import Folder
from onestop.render import words
from onestop.render.text import Cell, Page, Row, row

DEPTHS = {1: "easy", 2: "reflects", 3: "deep"}


def draw(view: View, folder: Folder | None, again: str) -> Page:
    """One line each, the one to be asked next first; `again` is the command that shows them all."""
    page = [_row(one, folder) for one in view.questions]
    return [*page, row(f"and {view.more} more: {again} --all")] if view.more else page


def _row(one: Asked, folder: Folder | None) -> Row:
    last = f"asked {words.plain_day(one.last)}" if one.last else ""
    cells = [Cell(one.question.text), Cell(DEPTHS[one.question.depth], "quiet")]
    cells += [Cell(last, "quiet")] if folder else []
    return row(*cells, Cell(one.question.id, "id"), grid="questions", stretch=0)
