"""An interrupted log: its answers found again, offered, or thrown away."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from onestop.cli.world import World
from onestop.errors import Usage
from onestop.insight.log import Target
from onestop.notebook import drafts
from onestop.render import words

_NAME = re.compile(r"log-(?P<slug>.+)-(?P<on>\d{4}-\d{2}-\d{2})-(?P<number>\d+)")


Answers = dict[str, list[str]]


class Kept(NamedTuple):
    """Where answers are kept that were typed before an interruption: about which meeting."""

    name: str
    on: date
    number: int


def name(slug: str, target: Target) -> str:
    """The name under which the answers about a meeting are kept."""
    return f"log-{slug}-{target.on.isoformat()}-{target.number}"


def find(root: Path, slug: str, on: date | None) -> Kept | None:
    """The interrupted log of a day, or a person's latest one."""
    names = [m for m in map(_NAME.fullmatch, drafts.names(root)) if m and m["slug"] == slug]
    found = [Kept(m[0], date.fromisoformat(m["on"]), int(m["number"])) for m in names]
    days = [one for one in found if on in (None, one.on)]
    return max(days, key=lambda one: (one.on, one.number), default=None)


def waiting(root: Path) -> tuple[tuple[str, date], ...]:
    """Every interrupted log: whose, and of which day."""
    names = [found for found in map(_NAME.fullmatch, drafts.names(root)) if found]
    return tuple((found["slug"], date.fromisoformat(found["on"])) for found in names)


def answers(root: Path, found: Kept | None) -> Answers:
    """What was typed, by the name of its question; nothing when nothing is kept."""
    said = drafts.load(root, found.name) if found else None
    return {
        key: list(map(str, given)) for key, given in (said or {}).items() if isinstance(given, list)
    }


def pick_up(
    world: World, slug: str, on: date | None, *, resume: bool, discard: bool = False
) -> Kept | None:
    """The interrupted log to go on with; a terminal asks, unless a flag says what to do."""
    found = find(world.notebook.root, slug, on)
    if found is None:
        if resume or discard:
            world.terminal.tell("No interrupted log is kept: nothing to do.")
        return None
    if discard or not (resume or _wanted(world, slug, found)):
        drafts.discard(world.notebook.root, found.name)
        world.terminal.tell(f"Thrown away: the log of {words.near_day(found.on, world.today)}.")
        return None
    return found


def _wanted(world: World, slug: str, found: Kept) -> bool:
    what = f"An interrupted log of {words.near_day(found.on, world.today)} is kept."
    if not world.terminal.asks:
        verb = f"one log {slug}"
        hint = f"Go on with it: {verb} --resume     Throw it away: {verb} --discard"
        raise Usage(what, hint=hint)
    while True:
        answer = world.terminal.ask(f"{what} Go on with it? [Y/n] > ").strip().lower()
        if answer in ("", "y", "yes", "n", "no"):
            return not answer.startswith("n")
