"""A whole quarter at the terminal: shown, walked through, and closed."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from onestop.cli import meant, objectives, results
from onestop.cli.objectives import Flags, Home
from onestop.cli.world import World
from onestop.errors import Interrupted, Usage
from onestop.formats import okrs
from onestop.insight import grades, quarters
from onestop.insight import okrs as insight
from onestop.insight.okrs import Tracked
from onestop.model.okr import DONE, DROPPED, CheckIn, Quarter, following, quarter_of
from onestop.notebook.edits import Edits
from onestop.render import okrs as render
from onestop.render.text import BLANK, Cell, Page, row

CARRY, ENDS = "carry", "."
HOW = "For each: number and confidence, as 41 6.   Enter unchanged   . ends"
HOW_CLOSED = "For each: c carry to the next quarter   d drop   x done"

_ANSWERS = {
    "c": CARRY, "carry": CARRY, "d": DROPPED, "drop": DROPPED, "x": DONE, "done": DONE,
}  # fmt: skip


def show(world: World, found: Sequence[Home], flags: Flags) -> None:
    """Show the current quarter, or the one that was named."""
    name = objectives.quarter_named(world, flags.quarter) if flags.quarter else ""
    views = [
        insight.view(h.quarters, world.today, h.owner, h.asked, name=name, prefix=h.prefix)
        for h in found
    ]
    page: Page = []
    for home, view in zip(found, views, strict=True):
        if view.quarter:
            objectives.require_readable(world, home.at(view.quarter.name))
            page += [BLANK, *render.draw(view)] if page else render.draw(view)
    world.terminal.show(page)
    for view in views:
        if view.quarter is None:
            when = f"in {name}" if name else "yet"
            begin = f'one okr {view.asked} add "..."'
            world.terminal.tell(f"{view.owner} has no objectives {when}.  Begin: {begin}")


def walk(world: World, found: Sequence[Home], flags: Flags) -> None:
    """Ask how far every open key result is; Enter leaves one as it is, and `.` ends."""
    waiting = [(home, one) for home in found for one in _open(world, home)]
    if not waiting:
        return
    day = objectives.day(world, flags.on)
    world.terminal.warn(row(Cell(HOW, "quiet")))
    looks: list[tuple[Home, Tracked, CheckIn]] = []
    try:
        for home, one in waiting:
            look = meant.answer(world, render.question(one), partial(_look, one, day))
            if look == ENDS:
                break
            looks += [(home, one, look)] if isinstance(look, CheckIn) else []
    except (KeyboardInterrupt, EOFError):
        _write(world, looks, flags)
        what = "what was answered is" if looks and not flags.dry_run else "nothing was"
        raise Interrupted(f"Stopped; {what} written.") from None
    _write(world, looks, flags)


def close(world: World, home: Home, said: Sequence[str], flags: Flags) -> None:
    """Close a quarter: what is open is carried into the next one, dropped or done."""
    quarter = _to_close(world, home, said, flags)
    if quarter.closed and not any(result.is_open for result in quarter.results):
        world.terminal.tell(f"Nothing to do: {quarter.name} is closed already.")
        return
    after = home.named(following(quarter.name)) or Quarter(following(quarter.name))
    world.terminal.show(
        render.draw(insight.View(world.today, home.owner, home.asked, quarter, prefix=home.prefix))
    )
    decided = _decided(world, home, quarter, flags)
    edits = world.notebook.edits()
    _end(edits, home, quarter, decided, world)
    carried = [ident for ident, word in decided.items() if word == CARRY]
    going = quarters.onward(quarter, carried, after, world.today)
    for one in going:
        _begin(edits, home, after.name, one)
    message = f"okr: {home.slug}"
    if world.save(edits, message, dry_run=flags.dry_run, commit=flags.commit):
        _tell(world, home, quarter, after.name, going)
        world.wrote(*edits.paths)


def _open(world: World, home: Home) -> list[Tracked]:
    quarter = insight.current(home.quarters, world.today)
    found = insight.within(quarter, team=home.team) if quarter else ()
    return [one for one in found if one.result.is_open and one.result.id]


def _look(one: Tracked, day: date, said: str) -> CheckIn | str | None:
    """The check-in that was typed; None for an empty answer, and the dot that ends the walk."""
    if said.strip() == ENDS:
        return ENDS
    return okrs.checked(said, day, has_number=one.result.target is not None)


def _write(world: World, looks: Sequence[tuple[Home, Tracked, CheckIn]], flags: Flags) -> None:
    """Write all check-ins of a walk together."""
    edits = world.notebook.edits()
    for home, one, look in looks:
        begun = grades.begins(one.result, look.now)
        edit = partial(okrs.check_in, ident=one.result.id, look=look, begun=begun)
        edits.change(home.at(one.quarter.name), edit)
    slugs = " ".join(dict.fromkeys(home.slug for home, _, _ in looks))
    if looks and world.save(edits, f"okr: {slugs}", dry_run=flags.dry_run, commit=flags.commit):
        for home, one, _ in looks:
            results.tell(world, home, one)
        world.wrote(*edits.paths)


def _to_close(world: World, home: Home, said: Sequence[str], flags: Flags) -> Quarter:
    """The quarter that was named; else the oldest that is over and open, else that of today."""
    if said or flags.quarter:
        named = flags._replace(quarter=said[0] if said else flags.quarter)
        return objectives.quarter_meant(world, home, named)
    waiting = quarters.unclosed(home.quarters, world.today)
    todays = home.named(quarter_of(world.today))
    return waiting[0] if waiting else todays or objectives.quarter_meant(world, home, flags)


def _decided(world: World, home: Home, quarter: Quarter, flags: Flags) -> Mapping[str, str]:
    """What becomes of each open key result, by its id: from the flags, or asked."""
    given = {CARRY: flags.carry, DROPPED: flags.drop, DONE: flags.done}
    named = objectives.Flags(quarter=quarter.name)
    decided = {
        objectives.key_result(world, home, ident, named).result.id: word
        for word, idents in given.items() for ident in idents or ()
    }  # fmt: skip
    left = [
        one for one in insight.within(quarter, team=home.team)
        if one.result.is_open and one.result.id and one.result.id not in decided
    ]  # fmt: skip
    if left and not world.terminal.asks:
        tags = ", ".join(one.tag for one in left)
        hint = f"one okr {home.asked} close {quarter.name} --carry ID --drop ID --done ID"
        raise Usage(f"Still open: {tags}.", hint=hint)
    if left:
        world.terminal.warn(row(Cell(HOW_CLOSED, "quiet")))
    asked = {one.result.id: meant.answer(world, render.ending(one), _ending) for one in left}
    return {**decided, **asked}


def _ending(said: str) -> str:
    word = _ANSWERS.get(said.strip().lower())
    if word is None:
        raise Usage(f'"{said.strip()}" should be c, d or x.')
    return word


def _end(
    edits: Edits, home: Home, quarter: Quarter, decided: Mapping[str, str], world: World
) -> None:
    """Write into the quarter's own file what became of it."""
    path, today = home.at(quarter.name), world.today
    for ident, word in decided.items():
        if word == CARRY:
            edit = partial(okrs.carry, ident=ident, quarter=following(quarter.name))
            edits.change(path, edit)
        else:
            edits.change(path, partial(okrs.move, ident=ident, column=word, day=today))
    if quarter.closed is None:
        edits.change(path, partial(okrs.close, day=today))


def _begin(edits: Edits, home: Home, name: str, going: quarters.Onward) -> None:
    """Write into the next quarter's file what goes on there."""
    path, of = home.at(name), going.objective
    if going.is_new:
        add = partial(okrs.add_objective, objective=of)
        edits.change(path, add, first=okrs.first(name))
    for result in going.results:
        edits.change(path, partial(okrs.add_result, objective=of.id, result=result))


def _tell(
    world: World, home: Home, quarter: Quarter, after: str, going: Sequence[quarters.Onward]
) -> None:
    """Say what was reached, and what goes on under which name."""
    closed = objectives.fresh(world, home).named(quarter.name) or quarter
    world.terminal.tell(f"{quarter.name} is closed.", *render.ended(closed, home.tag))
    for one in going:
        for before, result in zip(one.before, one.results, strict=True):
            other = "" if before == result.id else f" as {home.tag(result.id)}"
            world.terminal.tell(f"{home.tag(before)} goes on in {after}{other}.")
