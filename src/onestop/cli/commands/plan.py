"""``one plan``: the development plan, skills that are hard to gain in the day job."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated

import typer

from onestop.cli import meant, objectives, options
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import plan, spoken
from onestop.insight import plan as insight
from onestop.insight.names import fold
from onestop.model.folder import Folder
from onestop.model.plan import FOCUS_AREAS, Card, FocusArea, TimeBlock
from onestop.notebook import layout
from onestop.notebook.edits import Edit
from onestop.render import plan as render
from onestop.render.text import Cell, Row, row

Written = tuple[Edit, list[Row | str]]


def command(
    ctx: typer.Context,
    who: options.Who,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[add|card|block ...]",
            help="add TITLE, card FOCUS TITLE, or block FOCUS DAY HOURS.",
            show_default=False,
        ),
    ] = None,
    why: Annotated[
        str | None,
        typer.Option(
            "--why-not-day-job",
            metavar="TEXT",
            help="add, or FOCUS alone: why the day job does not teach it.",
        ),
    ] = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar="HH:MM", help="block: the hour it begins.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="add: a fourth focus area all the same.")
    ] = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """The development plan: focus areas, cards, time blocks."""
    world = World.of(ctx)
    one = meant.person(world, who, archived=not words)
    folder = world.notebook.folder(one.slug)
    objectives.require_readable(world, layout.plan(one.slug))
    if not words:
        _show(world, folder)
        return
    named = next((f for f in folder.plan if [f.id] == [words[0].lower()] == words), None)
    if named and why:
        words = ["add", named.title]
    verbs: dict[str, Callable[[], Written]] = {
        "add": lambda: _add(world, folder, words[1:], why, force=force),
        "card": lambda: _card(world, folder, words[1:]),
        "block": lambda: _block(world, folder, words[1:], start or ""),
    }
    _only(words[0], why=why, start=start, force=force)
    edit, told = verbs[words[0]]()
    edits, path = world.notebook.edits(), layout.plan(one.slug)
    edits.change(path, edit, first="")
    if world.save(edits, f"plan: {one.slug}", dry_run=dry_run, commit=not no_commit):
        world.terminal.tell(*told)
        world.wrote(path)


def _show(world: World, folder: Folder) -> None:
    if folder.plan:
        world.terminal.show(render.draw(insight.view(folder, world.today)))
    else:
        one = folder.person
        world.terminal.tell(
            f"{one.first_name} has no development plan yet: two or three skills that the day job "
            "does not teach.",
            f'Begin: one plan {one.slug} add "..." --why-not-day-job "..."',
        )
    world.mention_problems()


def _only(verb: str, **flags: str | bool | None) -> None:
    """Refuse another verb, and a flag that this one would not look at."""
    takes = {"add": ("why", "force"), "card": (), "block": ("start",)}
    if verb not in takes:
        hint = "It takes: add TITLE, card FOCUS TITLE, block FOCUS DAY HOURS, "
        hint += "or FOCUS --why-not-day-job TEXT"
        raise Usage(f'one plan does not know "{verb}".', hint=hint)
    names = {"why": "--why-not-day-job", "start": "--from", "force": "--force"}
    for name, value in flags.items():
        if value and name not in takes[verb]:
            goes = next(v for v, allowed in takes.items() if name in allowed)
            raise Usage(f"{names[name]} goes with: one plan PERSON {goes}")


def _add(
    world: World, folder: Folder, said: Sequence[str], why: str | None, *, force: bool
) -> Written:
    """A new focus area; one too many is refused, for attention is what a focus is made of."""
    slug = folder.person.slug
    title = meant.words(world, said, "The focus area", "Which skill")
    there = next((f for f in folder.plan if fold(f.title) == fold(title)), None)
    reason = _reason(why or "")
    if there:
        edit = partial(plan.set_why, focus=there.id, why=reason) if reason else str
        return edit, [row(Cell(there.id, "id"), f"not in the day job: {reason}")]
    if insight.is_full(folder.plan) and not force:
        names = ", ".join(focus.title for focus in insight.open_areas(folder.plan))
        raise Usage(
            f"{FOCUS_AREAS[1]} focus areas are under way: {names}.",
            hint="A fourth takes the time of the others: finish one first. All the same: --force",
        )
    if not reason and world.terminal.asks:
        reason = meant.answer(world, "Why does the day job not teach it (Enter skips) > ", _reason)
    new = FocusArea(insight.focus_id(title, folder.plan), title, reason)
    told: list[Row | str] = [row(Cell(new.id, "id"), new.title)]
    if not reason:
        again = f'one plan {slug} {new.id} --why-not-day-job "..."'
        told.append(f"Why not in the day job? {again}")
    told.append(
        f'Next: one plan {slug} card {new.id} "..."     one plan {slug} block {new.id} thu 4'
    )
    return partial(plan.add_focus, focus=new), told


def _reason(said: str) -> str:
    return spoken.one_line(said, "The reason") if said.strip() else ""


def _card(world: World, folder: Folder, said: Sequence[str]) -> Written:
    """A new step of a focus area."""
    focus = _focus(folder, said)
    title = meant.words(world, said[1:], "The card", f"The next step of {focus.title}")
    new = Card(insight.card_id(focus), title, since=world.today)
    told: list[Row | str] = [row(Cell(new.id, "id"), new.title, Cell("todo", "quiet"))]
    return partial(plan.add_card, focus=focus.id, card=new), told


def _block(world: World, folder: Folder, said: Sequence[str], start: str) -> Written:
    """When in the week a focus area has its time."""
    focus = _focus(folder, said)
    if len(said) == 1 and world.terminal.asks:
        question = f"When is the time for {focus.title} (thu 4 from 13:00) > "
        when = meant.answer(world, question, lambda typed: _when(typed.split(), start))
    elif len(said) == 3:
        when = plan.block(said[1], said[2], start)
    else:
        hint = f"one plan {folder.person.slug} block {focus.id} thu 4 --from 13:00"
        raise Usage("A time block is a weekday and a number of hours.", hint=hint)
    told: list[Row | str] = [f"{focus.title}: {render.block(when)} a week."]
    return partial(plan.set_block, focus=focus.id, when=when), told


def _when(said: Sequence[str], start: str) -> TimeBlock:
    """`thu 4`, or `thu 4 from 13:00`."""
    words = [word for word in said if word.lower() not in ("from", "at", "h", "hours")]
    if len(words) not in (2, 3):
        raise Usage("Say a weekday and the hours.", hint="For example: thu 4 from 13:00")
    return plan.block(words[0], words[1], words[2] if len(words) == 3 else start)


def _focus(folder: Folder, said: Sequence[str]) -> FocusArea:
    """The focus area that is meant by its id; Usage lists what there is."""
    slug = folder.person.slug
    listed = meant.table((focus.id, focus.title) for focus in folder.plan)
    hint = listed or f'Begin: one plan {slug} add "..."'
    if not said:
        raise Usage("Which focus area is meant?", hint=hint)
    found = next((f for f in folder.plan if f.id and f.id == said[0].lower()), None)
    if found is None:
        raise Usage(f'{folder.person.first_name} has no focus area "{said[0]}".', hint=hint)
    return found
