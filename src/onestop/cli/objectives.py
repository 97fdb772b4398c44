"""Whose objectives are meant at the terminal, which quarter, and which key result."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from onestop.cli import meant
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import dates, okrs
from onestop.insight import okrs as insight
from onestop.insight.okrs import OWN_TEAM, TEAM, Tracked
from onestop.model.okr import Objective, Quarter
from onestop.notebook import layout


class Flags(NamedTuple):
    """What was given on the command line; each verb takes some of it."""

    lead_now: str | None = None
    on: str | None = None
    quarter: str | None = None
    team: bool = False
    kind: str | None = None
    supports: str | None = None
    origin: str | None = None
    agreed: str | None = None
    start: str | None = None
    target: str | None = None
    lead: str | None = None
    milestone: Sequence[str] | None = None
    carry: Sequence[str] | None = None
    drop: Sequence[str] | None = None
    done: Sequence[str] | None = None
    dry_run: bool = False
    commit: bool = True


class Home(NamedTuple):
    """Whose objectives are meant, and where they stand.

    `owner` is what a sentence calls them, `asked` the words after `one okr` that mean them,
    `slug` what a commit calls them; `at` tells the path of a quarter's file.
    `team` marks the team that a person manages, whose ids begin with team-.
    """

    owner: str
    asked: str
    slug: str
    quarters: tuple[Quarter, ...]
    at: Callable[[str], Path]
    team: bool = False

    def named(self, name: str) -> Quarter | None:
        """A quarter by its name."""
        return next((q for q in self.quarters if q.name == name), None)

    @property
    def prefix(self) -> str:
        """How the ids of its objectives and key results begin in notes and commands."""
        return TEAM if self.team else ""

    def tag(self, ident: str) -> str:
        """How notes and commands name one of its objectives or key results."""
        return f"{self.prefix}{ident}"


def homes(world: World, who: str, *, team: bool, said: Sequence[str] = ()) -> list[Home]:
    """Whose objectives are meant: one home, or for who manages their team's before their own.

    Among the words that were `said`, an id such as team-o1 means the team's, as `team` does.
    """
    if who.lower() == OWN_TEAM:
        if team:
            raise Usage("The word alone means your own team.", hint="See: one okr team")
        return [own_team(world)]
    one = meant.person(world, who, archived=not said)
    folder = world.notebook.folder(one.slug)
    own = Home(one.name, one.slug, one.slug, folder.okrs, partial(layout.okrs, one.slug))
    at = partial(layout.team_okrs, one.slug)
    theirs = f"{one.first_name}'s team"
    managed = Home(theirs, f"{one.slug} --team", one.slug, folder.team_okrs, at, team=True)
    is_team = team or any(word.lower().startswith(TEAM) for word in said[:2])
    if is_team and not one.manages:
        hint = f"If they do, write `manages: true` in {layout.person_yaml(one.slug).as_posix()}"
        raise Usage(f"{one.first_name} manages no team, as far as this notebook knows.", hint=hint)
    if is_team:
        return [managed]
    return [managed, own] if one.manages and not said else [own]


def own_team(world: World) -> Home:
    """The manager's own team."""
    name = world.notebook.settings.name.split()[:1]
    owner = f"{name[0]}'s team" if name else "Your team"
    return Home(owner, OWN_TEAM, OWN_TEAM, world.notebook.team, layout.own_okrs)


def fresh(world: World, home: Home) -> Home:
    """The same home as the disk has it now."""
    world.reread()
    if home.slug == OWN_TEAM:
        return home._replace(quarters=world.notebook.team)
    folder = world.notebook.folder(home.slug)
    return home._replace(quarters=folder.team_okrs if home.team else folder.okrs)


def quarter_named(world: World, said: str) -> str:
    """The quarter that was typed: 2026-Q4, or Q4 of this year; Usage for anything else."""
    name = okrs.quarter_name(said, world.today)
    if name is None:
        raise Usage(f'"{said}" is not a quarter.', hint="Write 2026-Q4, or Q4 for this year's.")
    return name


def quarter_meant(world: World, home: Home, flags: Flags) -> Quarter:
    """The quarter that was named, or the current one; Usage when it has no objectives yet.

    CannotRead when its file cannot be understood.
    """
    name = quarter_named(world, flags.quarter) if flags.quarter else ""
    found = home.named(name) if name else insight.current(home.quarters, world.today)
    if found is None:
        what = f"{home.owner} has no objectives{f' in {name}' if name else ' yet'}."
        there = ", ".join(quarter.name for quarter in home.quarters)
        begin = f'Begin: one okr {home.asked} add "..."'
        raise Usage(what, hint=f"There are: {there}" if there else begin)
    require_readable(world, home.at(found.name))
    return found


def require_readable(world: World, *paths: Path) -> None:
    """Stop where a file is there but cannot be understood: what it lacks may well be in it."""
    edits = world.notebook.edits()
    for path in paths:
        edits.text(path)


def key_result(world: World, home: Home, said: str, flags: Flags) -> Tracked:
    """The one key result that is meant; Usage lists what there is."""
    among = tuple(insight.within(quarter_meant(world, home, flags), team=home.team))
    found = insight.matching(home.tag(said.lower().removeprefix(TEAM)), among)
    if len(found) == 1:
        return found[0]
    if found:
        raise Usage(f'"{said}" can be {len(found)} key results.', hint=_listed(found))
    hint = _listed(among) or f'The first one: one okr {home.asked} result o1 "..."'
    raise Usage(f'"{said}" is no key result of {home.owner}.', hint=hint)


def objective(world: World, home: Home, said: str, flags: Flags) -> tuple[Quarter, Objective]:
    """The objective that is meant, with its quarter; Usage lists what there is."""
    quarter = quarter_meant(world, home, flags)
    wanted = said.lower().removeprefix(TEAM)
    found = next((o for o in quarter.objectives if o.id and o.id == wanted), None)
    if found is None:
        listed = meant.table((home.tag(o.id), o.title) for o in quarter.objectives)
        raise Usage(f'"{said}" is no objective of {home.owner}.', hint=listed)
    return quarter, found


def day(world: World, said: str | None) -> date:
    """The day something happened: today, unless another one was given."""
    return dates.past(said, world.today) if said else world.today


def _listed(found: Sequence[Tracked]) -> str:
    return meant.table((one.tag, one.result.title) for one in found)
