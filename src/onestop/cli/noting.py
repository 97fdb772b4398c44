"""Feedback written down: what `one feedback` and `one praise` share."""

from onestop.cli.world import World
from onestop.formats import feedback
from onestop.insight import cadence
from onestop.model.feedback import TO_ME, Feedback
from onestop.model.person import Person
from onestop.notebook import layout
from onestop.render import words
from onestop.render.text import Cell, row


def note(world: World, one: Person, new: Feedback, *, dry_run: bool, commit: bool) -> None:
    """Write one line of feedback, and say when it will come up."""
    new = new._replace(id=world.namer()())
    line = feedback.written(new)
    path = layout.feedback(one.slug)
    edits = world.notebook.edits()
    edits.change(path, lambda text: feedback.add(text, line), feedback.first(one.first_name))
    if world.save(edits, f"feedback: {one.slug}", dry_run=dry_run, commit=commit):
        world.terminal.tell(
            row(_lead(world, one, new), new.text, Cell(new.id, "id"), grid="feedback", stretch=1)
        )
        world.wrote(path)


def _lead(world: World, one: Person, new: Feedback) -> str:
    """Who tells whom, and when: `Fix, tell Alice by Tue 24 Nov:`."""
    name, book = one.first_name, world.notebook
    if new.kind == TO_ME and new.day:
        return f"{name} told you, {words.near_day(new.day, world.today)}:"
    if new.said:
        return f"{new.kind.capitalize()}, told {name} on {words.near_day(new.said, world.today)}:"
    following = cadence.next_on(book.folder(one.slug), book.settings, world.today)
    return f"{new.kind.capitalize()}, tell {name} by {words.near_day(following, world.today)}:"
