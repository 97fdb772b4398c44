"""Expectations and assumptions written down, said back and tested: the verbs of `one align`."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from onestop.cli import meant
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import alignment, spoken
from onestop.insight.alignment import Belief, bare, find
from onestop.model.alignment import HELD, OUTCOMES, Alignment, Assumption, Expectation
from onestop.model.person import Person
from onestop.notebook import layout
from onestop.render import alignment as render
from onestop.render import words as say
from onestop.render.terminal import lines_of
from onestop.render.text import Cell, Row, row

_WAYS = f"{', '.join(OUTCOMES[:-1])} or {OUTCOMES[-1]}"


class Table(NamedTuple):
    """What lies on the table: with whom, what they believe so far, and how to write it down."""

    world: World
    one: Person
    found: Alignment
    on: date
    dry_run: bool
    commit: bool

    def save(self, edit: Callable[[str], str], *told: str | Row) -> None:
        """Write one edit of alignment.yaml, and say what happened."""
        path, edits = layout.alignment(self.one.slug), self.world.notebook.edits()
        edits.change(path, edit, first="")
        message = f"align: {self.one.slug}"
        if self.world.save(edits, message, dry_run=self.dry_run, commit=self.commit):
            self.world.terminal.tell(*told)
            self.world.wrote(path)


def expect(table: Table, words: Sequence[str], success: str, said_back: str) -> None:
    """An expectation; one in the same words is changed instead of written twice."""
    name = table.one.first_name
    text = meant.words(table.world, words, "The expectation", f"What do you expect of {name}")
    old = next((e for e in table.found.expectations if bare(e.expect) == bare(text)), None)
    back = _line(said_back, "What they said back")
    if old and (back or success or old.success):
        _change(table, old, _line(success, "The success"), back)
        return
    if not success:
        table.world.require_answers("--success TEXT")
    success = meant.words(table.world, [success], "The success", "What does success look like")
    new = Expectation(
        alignment.fresh("e", table.found), text, success, back, table.on, table.on if back else None
    )
    table.save(lambda there: alignment.add_expectation(there, new), *_expected(table, new))


def _change(table: Table, old: Expectation, success: str, back: str) -> None:
    """Write down only what is new of an expectation."""
    after = old._replace(success=success or old.success)

    def change(text: str) -> str:
        text = alignment.set_success(text, old, success) if success else text
        return alignment.say_back(text, after, back, table.on) if back else text

    table.save(change, *_expected(table, after._replace(said_back=back or old.said_back)))


def say_back(table: Table, words: Sequence[str]) -> None:
    """The person's own words of an expectation: from now on it is no assumption."""
    one, rest = _pick(table, words, [e for e in table.found.expectations if e.is_open], "said back")
    if not isinstance(one, Expectation):
        hint = f"Close it: one align {table.one.slug} test {one.id} {'|'.join(OUTCOMES)}"
        raise Usage(f'"{words[0]}" is an assumption.', hint=hint)
    question = f'"{one.expect}", in {table.one.first_name}\'s words'
    text = meant.words(table.world, rest, "What they said back", question)
    told = _expected(table, one._replace(said_back=text))
    table.save(lambda there: alignment.say_back(there, one, text, table.on), *told)


def assume(table: Table, words: Sequence[str]) -> None:
    """Something the manager believes and has not asked."""
    world, name = table.world, table.one.first_name
    text = meant.words(world, words, "The assumption", f"What do you believe about {name}")
    open_ones = [a for a in table.found.assumptions if a.is_open]
    if same := next((a for a in open_ones if bare(a.text) == bare(text)), None):
        world.terminal.tell(f"Nothing to do, it is there already: {same.text}  {same.id}".rstrip())
        return
    new = Assumption(alignment.fresh("a", table.found), text, table.on)
    told = row("To ask:", text, Cell(new.id, "id"), grid="align", stretch=1)
    table.save(lambda there: alignment.add_assumption(there, new), told)


def test(table: Table, words: Sequence[str]) -> None:
    """What became of an assumption, with one line on it."""
    world = table.world
    one, rest = _pick(table, words, [a for a in table.found.assumptions if a.is_open], "tested")
    if not isinstance(one, Assumption):
        hint = f'Their own words close it: one align {table.one.slug} said-back {one.id} "..."'
        raise Usage(f'"{words[0]}" is an expectation.', hint=hint)
    outcome, note = _outcome(" ".join(rest[:1])) if rest else "", " ".join(rest[1:])
    if not outcome:
        world.require_answers(f"what became of it: {_WAYS}")
        outcome = meant.answer(world, f'"{one.text}": {_WAYS} > ', _outcome)
        if outcome != HELD:
            note = world.terminal.ask("What is true instead (Enter skips) > ")
    note = _line(note, "The note")
    told = f"{outcome.capitalize()}: {say.sentence(one.text)}  {note}".rstrip()
    table.save(lambda there: alignment.close(there, one, outcome, note, table.on), told)


def _pick(
    table: Table, words: Sequence[str], offered: Sequence[Belief], done: str
) -> tuple[Belief, Sequence[str]]:
    """The one that is meant, and the words behind it; a terminal asks among those offered."""
    if words:
        return _find(table, words[0]), words[1:]
    table.world.require_answers("the id")
    if not offered:
        raise Usage(f"Nothing is left to be {done}.", hint=f"See: one align {table.one.slug}")
    table.world.terminal.warn(*render.choice(offered))

    def chosen(said: str) -> Belief:
        picked = spoken.choice(said, len(offered))
        if len(picked) != 1:
            raise Usage("Give one number.")
        return offered[picked[0] - 1]

    return meant.answer(table.world, "Which one (number) > ", chosen), ()


def _find(table: Table, said: str) -> Belief:
    every: list[Belief] = [*table.found.expectations, *table.found.assumptions]
    found = find(said, every)
    if len(found) == 1:
        return found[0]
    if found:
        listed = "\n".join(lines_of(render.choice(found)))
        raise Usage(f'"{said}" can be {len(found)} of them.', hint=listed)
    raise Usage(
        f'"{said}" is neither the id nor the words of an expectation or an assumption.',
        hint=f"See: one align {table.one.slug}",
    )


def _expected(table: Table, new: Expectation) -> list[str | Row]:
    """An expectation as it now stands, and what is still to be done about it."""
    said: list[str | Row] = list(render.expectation(new, table.one.first_name))
    if new.is_open:
        said.append(f'Ask for their words: one align {table.one.slug} said-back {new.id} "..."')
    return said


def _outcome(said: str) -> str:
    """Held, wrong or corrected, by its beginning."""
    found = [way for way in OUTCOMES if said.strip() and way.startswith(said.strip().lower())]
    if not found:
        raise Usage(f'"{said}" should be {_WAYS}.')
    return found[0]


def _line(said: str, what: str) -> str:
    """One line of free text, or none at all."""
    return spoken.one_line(said, what) if said.strip() else ""
