"""What is typed about a person, understood: how they are called, and at which hour they are met."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from onestop.cli import meant
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import dates, person, spoken
from onestop.model.person import RELATIONS, Person


def relation(flag: str, said: str) -> str:
    """What somebody is to the manager."""
    if said.lower() not in RELATIONS:
        *rest, last = RELATIONS
        what = f'{flag} "{said}"'.strip()
        raise Usage(f"{what} should be {', '.join(rest)} or {last}.")
    return said.lower()


def hour(said: str) -> str:
    """An hour of the day, as `10:00`."""
    found = person.hour(said)
    if found is None:
        raise Usage(f'"{said}" is no hour of a day.', hint="Write it as 10:00.")
    return found


def walk(world: World, one: Person) -> Person:
    """Ask for all that can be said about somebody; Enter leaves each as it is."""
    world.require_answers("what to change, for example --title TEXT")
    world.terminal.warn("Enter leaves it as it is.")
    since = one.since.isoformat() if one.since else ""
    said: dict[str, Any] = {
        "name": meant.kept(world, "Name", one.name, partial(spoken.one_line, what="The name")),
        "title": meant.kept(world, "Title", one.title, partial(spoken.one_line, what="The title")),
        "aliases": meant.kept(
            world, "Also called", ", ".join(one.aliases), partial(_more, world, one)
        ),
        "relation": meant.kept(
            world, "Report, peer, boss or skip", one.relation, partial(relation, "")
        ),
        "manages": meant.kept(world, "Manages a team", "yes" if one.manages else "no", spoken.yes),
        "at": meant.kept(world, "You meet at", one.at, hour),
        "since": meant.kept(
            world, "In the role since", since, lambda typed: dates.past(typed, world.today)
        ),
    }
    return one._replace(**{key: value for key, value in said.items() if value is not None})


def _more(world: World, one: Person, said: str) -> tuple[str, ...]:
    """The aliases somebody has, and those that were typed."""
    return (*one.aliases, *aliases(world, said.replace(",", " ").split(), one.slug))


def aliases(world: World, said: Iterable[str], slug: str = "") -> tuple[str, ...]:
    """Words that can name the person `slug` behind an @; Usage when one names somebody else."""
    return tuple(dict.fromkeys(_alias(world, word, slug) for word in said))


def _alias(world: World, said: str, slug: str) -> str:
    alias = said.removeprefix("@").lower()
    if not alias or not all(c.isalnum() or c in "._-" for c in alias) or not alias[-1].isalnum():
        raise Usage(f'"{said}" cannot be an alias.', hint="One word, as it stands behind an @.")
    owner = world.notebook.known(alias)
    if owner == world.notebook.settings.me:
        raise Usage(f'"{said}" is you.')
    if owner and owner != slug:
        raise Usage(f'"{said}" is {world.notebook.person(owner).name}.', hint="See: one people")
    return alias
