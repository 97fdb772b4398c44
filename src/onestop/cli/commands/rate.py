"""``one rate``: performance, both sides, both directions."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, NamedTuple

import typer

from onestop.cli import meant, options, rated, rating
from onestop.cli.rating import Closing, Given, Scores
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import dates
from onestop.insight import performance
from onestop.model.folder import Folder
from onestop.model.person import Person
from onestop.model.rating import APART, MINE, NUMBERS, REPORTED, THEIRS, TOGETHER, Rating
from onestop.notebook import begun, sealed
from onestop.notebook.sealed import Sealed
from onestop.render import performance as render
from onestop.render import words
from onestop.render.text import BLANK

SHOWN = 4
"""So many talks are shown: about a year of them (E5)."""

_SHOWS = "What shows it, and when."
_TOGETHER_STOPPED = "Nothing was kept: together both must finish."
_KINDS = {"peer": "a peer", "boss": "your boss", "skip": "a skip-level"}


class Asked(NamedTuple):
    """What was asked for; `on` is None for today."""

    way: str
    given: Given
    improve: str | None
    step: str | None
    on: date | None
    dry_run: bool
    commit: bool


def command(
    ctx: typer.Context,
    who: options.Who,
    together: Annotated[
        bool, typer.Option("--together", help="Both type here, in turn and unseen.")
    ] = False,
    reported: Annotated[
        bool, typer.Option("--reported", help="You pass on their numbers: weaker than their own.")
    ] = False,
    by_self: Annotated[
        int | None, options.whole("--performance-by-self", 1, 5, "The person, as they see it.")
    ] = None,
    by_self_fact: Annotated[
        str | None, typer.Option("--performance-by-self-fact", metavar="TEXT", help=_SHOWS)
    ] = None,
    by_manager: Annotated[
        int | None, options.whole("--performance-by-manager", 1, 5, "The person, as you see it.")
    ] = None,
    by_manager_fact: Annotated[
        str | None, typer.Option("--performance-by-manager-fact", metavar="TEXT", help=_SHOWS)
    ] = None,
    me_by_self: Annotated[
        int | None, options.whole("--manager-by-self", 1, 5, "You as manager, as you see it.")
    ] = None,
    me_by_self_fact: Annotated[
        str | None, typer.Option("--manager-by-self-fact", metavar="TEXT", help=_SHOWS)
    ] = None,
    me_by_person: Annotated[
        int | None, options.whole("--manager-by-person", 1, 5, "You as manager, as they see it.")
    ] = None,
    me_by_person_fact: Annotated[
        str | None, typer.Option("--manager-by-person-fact", metavar="TEXT", help=_SHOWS)
    ] = None,
    improve: Annotated[
        str | None, typer.Option("--improve", metavar="TEXT", help="The one area to improve.")
    ] = None,
    step: Annotated[
        str | None, typer.Option("--next", metavar="TEXT", help='"@alice Pair with Bo, fri".')
    ] = None,
    day: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The talk's day; today or earlier.")
    ] = None,
    show: Annotated[bool, typer.Option("--show", help="The last talks; write nothing.")] = False,
    discard: Annotated[bool, typer.Option("--discard", help="Throw away what you closed.")] = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Rate the performance of both, by both."""
    world = World.of(ctx)
    one = meant.person(world, who, archived=show)
    numbers = (by_self, by_manager, me_by_self, me_by_person)
    facts = (by_self_fact, by_manager_fact, me_by_self_fact, me_by_person_fact)
    given = Given(dict(zip(NUMBERS, numbers, strict=True)), dict(zip(NUMBERS, facts, strict=True)))
    if show:
        _show(world, one)
    elif discard:
        _discard(world, one, dry_run=dry_run)
    else:
        way = _way(one, given, together=together, reported=reported)
        on = dates.past(day, world.today) if day else None
        _rate(world, one, Asked(way, given, improve, step, on, dry_run, not no_commit))


def _way(one: Person, given: Given, *, together: bool, reported: bool) -> str:
    """How the numbers come together this time."""
    if one.relation in _KINDS:
        kind = _KINDS[one.relation]
        raise Usage(
            f"{one.first_name} is {kind}: one-on-ones with {kind} are kept without ratings."
        )
    if together and (reported or given.any()):
        hint = "Leave the other flags out, or use --reported alone."
        raise Usage("--together is typed by both at the terminal, unseen.", hint=hint)
    return TOGETHER if together else REPORTED if reported else APART


def _rate(world: World, one: Person, asked: Asked) -> None:
    """Close mine, open both, or add the end to a talk that was."""
    rating.closing(world, None, asked.improve, asked.step)  # what does not fit is said first
    folder = world.notebook.folder(one.slug)
    closed = sealed.get(world.notebook.root, one.slug)
    if closed and rated.is_opened(folder, closed):
        _finish(world, one, dry_run=asked.dry_run)
    elif closed or asked.way != APART:
        rated.check_free(world, folder, asked.on or world.today)
        _open(world, folder, asked, _all_four(world, one, asked, closed))
    elif (asked.improve or asked.step) and not asked.given.any():
        _add(world, folder, asked)
    else:
        _close(world, one, asked)


def _all_four(world: World, one: Person, asked: Asked, closed: Sealed | None) -> Scores:
    """What both sides say, however it comes together."""
    if closed:
        _check_closed(world, one, closed, asked)
        with rating.stoppable(f"Yours stay closed: one rate {one.slug}"):
            *_, known = rating.asked(world, one, asked.given, THEIRS)
        return (*closed.scores, *known.scores(THEIRS))
    if asked.way == TOGETHER:
        with rating.stoppable(_TOGETHER_STOPPED):
            return rating.together(world, one)
    return _mine(world, one, asked, (*MINE, *THEIRS))


def _mine(world: World, one: Person, asked: Asked, names: Sequence[str]) -> Scores:
    """Numbers with mine among them; what I gave is kept when I stop."""
    again = f"one rate {one.slug}{' --reported' if asked.way == REPORTED else ''}"
    return rating.mine(world, one, asked.given, names, again=again, keep=not asked.dry_run)


def _close(world: World, one: Person, asked: Asked) -> None:
    """Keep mine where nobody reads them, until theirs are in."""
    if asked.given.any(THEIRS):
        hint = "Without them yours are closed first. To pass on what you were told: --reported"
        raise Usage(f"{one.first_name}'s numbers come after yours.", hint=hint)
    mine = _mine(world, one, asked, MINE)
    if asked.dry_run:
        world.terminal.tell("Nothing would change in the notebook; yours would be closed.")
        return
    sealed.put(world.notebook.root, one.slug, asked.on or world.today, mine)
    begun.forget(world.notebook.root, one.slug)
    world.terminal.tell(
        *rated.undated(one, mine),
        f"Yours are closed until {one.first_name}'s are in: one rate {one.slug}",
    )


def _open(world: World, folder: Folder, asked: Asked, scores: Scores) -> None:
    """Show what both said, ask how the talk closes, and write it all at once."""
    one, apart = folder.person, asked.way == APART
    found = Rating(asked.on or world.today, asked.way, scores)
    world.terminal.show(render.draw(found, one, world.today))
    end = rating.closing(world, found, asked.improve, asked.step)
    _write(world, folder, found._replace(improve=end.improve), end, asked)
    if not asked.dry_run:
        rated.clear(world, one, closed=apart)


def _add(world: World, folder: Folder, asked: Asked) -> None:
    """Close a talk afterwards, with an area to improve or a next step."""
    talks = [r for r in performance.opened(folder) if asked.on in (None, r.date)]
    if not talks:
        one = folder.person
        raise Usage(f"There is no rating of {one.first_name} to add this to.", hint=_next(one))
    end = rating.closing(world, None, asked.improve, asked.step)
    found = talks[-1]
    _write(world, folder, found._replace(improve=end.improve or found.improve), end, asked)


def _write(world: World, folder: Folder, found: Rating, end: Closing, asked: Asked) -> None:
    slug = folder.person.slug
    page = rated.write_up(world, folder, found, end)
    if world.save(page.edits, f"rate: {slug}", dry_run=asked.dry_run, commit=asked.commit):
        world.terminal.tell(*page.said, *rated.notes(folder, found, end))
        world.wrote(*page.edits.paths)


def _finish(world: World, one: Person, *, dry_run: bool) -> None:
    """Both were written, and then something stopped the command before it could clear up."""
    if not dry_run:
        rated.clear(world, one)
    world.terminal.tell("Both sides were opened already; that is finished now.")
    _show(world, one)


def _discard(world: World, one: Person, *, dry_run: bool) -> None:
    if dry_run:
        world.terminal.tell("Nothing would change in the notebook.")
    elif rated.clear(world, one):
        world.terminal.tell(f"Thrown away: your closed ratings of {one.first_name}.")
    else:
        world.terminal.tell("Nothing is closed: nothing to do.")


def _show(world: World, one: Person) -> None:
    """The last talks, the newest first, and whether one is waiting to be opened."""
    talks = performance.opened(world.notebook.folder(one.slug))[::-1]
    for number, talk in enumerate(talks[:SHOWN]):
        world.terminal.show([BLANK] * bool(number) + render.draw(talk, one, world.today))
    if len(talks) > SHOWN:
        world.terminal.tell(f"and {len(talks) - SHOWN} more: {world.here(talks[-1].path)}")
    since = dict(sealed.waiting(world.notebook.root)).get(one.slug)
    if since:
        world.terminal.tell(
            f"Yours are closed since {words.near_day(since, world.today)}. {_next(one)}"
        )
    elif any(begun.get(world.notebook.root, one.slug)):
        world.terminal.tell(f"Yours are begun and kept closed. one rate {one.slug} goes on.")
    elif not talks:
        world.terminal.tell(f"{one.first_name} has not been rated yet. {_next(one)}")
    world.mention_problems()


def _next(one: Person) -> str:
    return f"Next: one rate {one.slug}"


def _check_closed(world: World, one: Person, closed: Sealed, asked: Asked) -> None:
    """Mine cannot be changed once they are closed, nor come in another way, nor open before."""
    since = words.near_day(closed.date, world.today)
    again = f"Start again: one rate {one.slug} --discard"
    if asked.way != APART or asked.given.any(MINE):
        hint = f"With {one.first_name}'s: one rate {one.slug}     {again}"
        raise Usage(f"Yours are closed since {since}.", hint=hint)
    if asked.on and asked.on < closed.date:
        raise Usage(f"Yours were closed on {since}, so they open on that day or later.", hint=again)
