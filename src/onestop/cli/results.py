"""Objectives and key results written at the terminal: new ones, and where they stand."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from onestop.cli import meant, objectives, proposals
from onestop.cli.objectives import Flags, Home
from onestop.cli.proposals import MEASURES
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import okrs, spoken
from onestop.insight import grades, quarters
from onestop.insight import okrs as insight
from onestop.insight.names import fold
from onestop.insight.okrs import Tracked
from onestop.model.okr import (
    COMMITTED,
    KINDS,
    OBJECTIVES,
    ORIGINS,
    TODO,
    CheckIn,
    KeyResult,
    Milestone,
    Objective,
    Quarter,
    following,
    quarter_of,
)
from onestop.notebook.edits import Edit
from onestop.render import okrs as render
from onestop.render import words as say
from onestop.render.text import Cell, row


def look(world: World, home: Home, said: Sequence[str], flags: Flags) -> None:
    """Show one key result, or write where it stands: its number and the confidence."""
    one = objectives.key_result(world, home, said[0], flags)
    if len(said) == 1 and flags.lead_now is None:
        world.terminal.show(render.history(one, world.today))
        return
    found = _check_in(one, said[1:], objectives.day(world, flags.on), home)
    if flags.lead_now is not None:
        found = found._replace(lead_now=okrs.measured(flags.lead_now, "--lead-now"))
    begun = grades.begins(one.result, found.now)
    edit = partial(okrs.check_in, ident=one.result.id, look=found, begun=begun)
    if save(world, home, one.quarter.name, edit, flags):
        tell(world, home, one)
        world.wrote(home.at(one.quarter.name))


def add(world: World, home: Home, said: Sequence[str], flags: Flags) -> None:
    """Write a new objective into the current quarter, or the one that was named."""
    title = meant.words(world, said, "The objective", f"What should {home.owner} reach")
    named = flags.quarter and objectives.quarter_named(world, flags.quarter)
    name = named or _begun(world, home)
    quarter = home.named(name) or Quarter(name)
    if quarter.closed:
        raise Usage(f"{name} is closed.", hint=f"Another one: --quarter {following(name)}")
    there = next((o for o in quarter.objectives if fold(o.title) == fold(title)), None)
    if there:
        world.terminal.tell(f"Nothing to do: it is there already, as {home.tag(there.id)}.")
        return
    if not said:
        flags = proposals.objective(world, flags)
    new = Objective(
        quarters.new_objective_id(quarter),
        title,
        _one_of(KINDS, flags.kind or COMMITTED, "--kind"),
        spoken.one_line(flags.supports, "--supports") if flags.supports else "",
        _one_of(ORIGINS, flags.origin, "--origin") if flags.origin else "",
        objectives.day(world, flags.agreed) if flags.agreed else None,
    )
    if save(world, home, name, partial(okrs.add_objective, objective=new), flags, first=True):
        ident = Cell(home.tag(new.id), "id")
        world.terminal.tell(row(ident, new.title, Cell(f"{new.kind}, {name}", "quiet")))
        most = OBJECTIVES[1]
        if len(quarter.objectives) >= most:
            world.terminal.tell(f"More than {most} objectives are a list, not a choice.")
        step = f'one okr {home.asked} result {home.tag(new.id)} "..." {MEASURES}'
        world.terminal.tell(f"Next: {step}")
        world.wrote(home.at(name))


def result(world: World, home: Home, said: Sequence[str], flags: Flags) -> None:
    """Write a new key result under an objective, with its numbers or its milestones."""
    if not said:
        hint = f'one okr {home.asked} result o1 "..." {MEASURES}'
        raise Usage("Which objective does it belong to?", hint=hint)
    quarter, of = objectives.objective(world, home, said[0], flags)
    question = f'What will be different once "{of.title}" is reached'
    title = meant.words(world, said[1:], "The key result", question)
    there = next((r for r in of.results if fold(r.title) == fold(title)), None)
    if there:
        _steer(world, home, Tracked(quarter, of, there, home.team), flags)
        return
    measured = flags.target or flags.milestone
    start, target, steps = proposals.measure(
        world, flags, f'one okr {home.asked} result {said[0]} "..."'
    )
    if not measured:
        flags = proposals.lead(world, flags)
    new = KeyResult(
        quarters.new_result_id(of),
        title,
        start,
        target,
        spoken.one_line(flags.lead, "--lead") if flags.lead else "",
        since=world.today,
        milestones=steps,
    )
    edit = partial(okrs.add_result, objective=of.id, result=new)
    if save(world, home, quarter.name, edit, flags):
        one = Tracked(quarter, of, new, home.team)
        world.terminal.tell(render.line(one, world.today))
        if not new.lead:
            again = f'one okr {home.asked} result {home.tag(of.id)} "{title}" --lead "..."'
            world.terminal.tell(f"What moves first, before the number does? {again}")
        world.wrote(home.at(quarter.name))


def _steer(world: World, home: Home, one: Tracked, flags: Flags) -> None:
    """Write the lead indicator of a key result that is there already."""
    if not flags.lead:
        world.terminal.tell(f"Nothing to do: it is there already, as {one.tag}.")
        return
    lead = spoken.one_line(flags.lead, "--lead")
    edit = partial(okrs.set_lead, ident=one.result.id, lead=lead)
    if save(world, home, one.quarter.name, edit, flags):
        world.terminal.tell(row(Cell(one.tag, "id"), f"lead: {lead}"))
        world.wrote(home.at(one.quarter.name))


def agree(world: World, home: Home, said: Sequence[str], flags: Flags) -> None:
    """Write that both sides said yes to an objective."""
    if not said:
        raise Usage("Which objective was agreed?", hint=f"one okr {home.asked} agree o1")
    quarter, of = objectives.objective(world, home, said[0], flags)
    on = objectives.day(world, " ".join(said[1:]) or flags.on)
    if save(world, home, quarter.name, partial(okrs.agree, ident=of.id, day=on), flags):
        world.terminal.tell(f"{of.title}: agreed {say.near_day(on, world.today)}.")
        world.wrote(home.at(quarter.name))


def milestone(world: World, home: Home, said: Sequence[str], flags: Flags) -> None:
    """Mark a milestone as done, named by a few of its words."""
    if not said or (len(said) == 1 and not world.terminal.asks):
        hint = f"one okr {home.asked} milestone o1-kr2 WORDS"
        raise Usage("Which milestone is done?", hint=hint)
    one = objectives.key_result(world, home, said[0], flags)
    step = _which_step(world, one, said[1:], home)
    if step.done:
        world.terminal.tell(f"Nothing to do: done {say.past_day(step.done, world.today)} already.")
        return
    on = objectives.day(world, flags.on)
    begun = one.result.status == TODO
    edit = partial(okrs.reach, ident=one.result.id, title=step.title, day=on, begun=begun)
    if save(world, home, one.quarter.name, edit, flags):
        tell(world, home, one)
        world.wrote(home.at(one.quarter.name))


def save(
    world: World, home: Home, quarter: str, edit: Edit, flags: Flags, *, first: bool = False
) -> bool:
    """Write one edit into a quarter's file; with `first`, the file may be new."""
    edits, path = world.notebook.edits(), home.at(quarter)
    edits.change(path, edit, okrs.first(quarter) if first else None)
    return world.save(edits, f"okr: {home.slug}", dry_run=flags.dry_run, commit=flags.commit)


def tell(world: World, home: Home, one: Tracked) -> None:
    """Say where a key result stands now, as the disk has it."""
    quarter = objectives.fresh(world, home).named(one.quarter.name)
    after = insight.within(quarter, team=home.team) if quarter else ()
    for each in after:
        if each.result.id == one.result.id:
            world.terminal.tell(render.line(each, world.today))
            if each.result.status != one.result.status:
                world.terminal.tell(f"Begun: it stands in {each.result.status} now.")


def _begun(world: World, home: Home) -> str:
    """The quarter into which a new objective goes: today's, or once that is closed the next."""
    name = quarter_of(world.today)
    today = home.named(name)
    return following(name) if today and today.closed else name


def _check_in(one: Tracked, said: Sequence[str], day: date, home: Home) -> CheckIn:
    """`41 6` for a key result with a number, `6` for one with milestones; `-` leaves one out."""
    example = f"one okr {home.asked} {one.tag} NUMBER CONFIDENCE"
    if len(said) > 2:
        raise Usage(f'"{" ".join(said)}" is not a number and a confidence.', hint=example)
    if one.result.target is None and not one.result.milestones:
        where = home.at(one.quarter.name).as_posix()
        hint = f"Write start and target, or milestones, in {where}"
        raise Usage(f"{one.tag} has no target, so it cannot be measured.", hint=hint)
    if one.result.target is None and said:
        if len(said) == 2 and said[0] != "-":
            hint = (
                f"Its confidence: one okr {home.asked} {one.tag} {said[1]}     "
                f"A step of it: one okr {home.asked} milestone {one.tag} WORDS"
            )
            raise Usage(f"{one.tag} has milestones, no number.", hint=hint)
        said = ["-", said[-1]]
    now = okrs.measured(said[0]) if said and said[0] != "-" else None
    return CheckIn(day, now, None, okrs.confident(said[1]) if len(said) == 2 else None)


def _which_step(world: World, one: Tracked, said: Sequence[str], home: Home) -> Milestone:
    """The milestone that is meant; a terminal asks for its words."""
    if said:
        return _step(one, " ".join(said), home)
    return meant.answer(world, "Which step is done (some of its words) > ",
                        lambda typed: _step(one, typed, home))  # fmt: skip


def _step(one: Tracked, said: str, home: Home) -> Milestone:
    """The milestone that is meant by some of its words; Usage lists what there is."""
    steps = [m for m in one.result.milestones if fold(said) in fold(m.title)]
    found = [m for m in steps if m.done is None] or steps[:1]
    if len(found) == 1:
        return found[0]
    listed = meant.table((render.number(m.share), m.title) for m in one.result.milestones)
    if found:
        raise Usage(f'"{said}" can be {len(found)} milestones.', hint=listed)
    hint = listed or f"Its number: one okr {home.asked} {one.tag} NUMBER CONFIDENCE"
    raise Usage(f'"{said}" is no milestone of {one.tag}.', hint=hint)


def _one_of(allowed: Sequence[str], said: str, flag: str) -> str:
    word = said.lower()
    if word not in allowed:
        raise Usage(f'{flag} "{said}" should be {" or ".join(allowed)}.')
    return word
