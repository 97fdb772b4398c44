"""``one load``: what the one-on-ones cost of the week."""

from collections.abc import Iterable
from typing import Annotated

import typer

from onestop.cli import listing, meant, options
from onestop.cli.listing import Listing
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import person
from onestop.insight import load
from onestop.insight.practice import LOAD_WEEKS, OVERHEAD_MINUTES
from onestop.model.calendar import shifted
from onestop.model.person import Person
from onestop.render import load as render

GONE = "gone"
_HINT = "For example: --what-if alice=biweekly,bo=20,chen=gone"


def command(
    ctx: typer.Context,
    what_if: Annotated[
        list[str] | None,
        typer.Option(
            "--what-if",
            metavar="PERSON=CADENCE|MINUTES|gone",
            help="How it would be; several with commas, or again.",
        ),
    ] = None,
    overhead: Annotated[
        int | None,
        options.whole("--overhead", 0, 120, f"Minutes around each meeting; {OVERHEAD_MINUTES}."),
    ] = None,
    weeks: Annotated[
        int | None,
        options.whole("--weeks", 1, 104, f"Look so far back at what was held; {LOAD_WEEKS}."),
    ] = None,
    json: options.Json = False,
    shape: options.Format = None,
) -> None:
    """What the one-on-ones cost of the week, and the span."""
    world = World.of(ctx)
    book, weeks = world.notebook, weeks or LOAD_WEEKS
    changed = _changed(world, what_if or ())
    since = shifted(world.today, -7 * weeks)
    view = load.view(
        [book.lately(one.slug, since) for one in book.people()],
        book.settings,
        world.today,
        weeks=weeks,
        overhead=OVERHEAD_MINUTES if overhead is None else overhead,
        changed=changed,
    )
    shown = Listing(
        is_empty=not view.everybody,
        nothing='Nobody yet. Add somebody: one add "Alice Moreau"',
        table=lambda: render.draw(view, world.here),
        document=lambda: render.document(view, world.here),
    )
    listing.show(world, shown, json=json, shape=shape)
    if not json:
        world.terminal.tell(*render.advice(view))
    world.mention_problems()


def _changed(world: World, said: Iterable[str]) -> dict[str, Person | None]:
    """People as they would be, by slug; what is said of one of them adds up."""
    changed: dict[str, Person | None] = {}
    for one in (part for text in said for part in text.split(",")):
        who, sign, how = (word.strip() for word in one.partition("="))
        if not (who and sign and how):
            raise Usage(f'--what-if "{one.strip()}" says not who or not what.', hint=_HINT)
        somebody = meant.person(world, who)
        if somebody.slug in changed and (changed[somebody.slug] is None or how == GONE):
            raise Usage(f"--what-if says two things of {somebody.slug}.", hint=_HINT)
        before = changed.get(somebody.slug) or somebody
        changed[somebody.slug] = None if how == GONE else _as_if(before, how)
    return changed


def _as_if(before: Person, how: str) -> Person:
    """Somebody with another cadence, other minutes, or both."""
    try:
        rhythm = person.rhythm(how)
    except Usage as error:
        raise Usage(f"--what-if: {error}", hint=_HINT) from None
    if not (rhythm.cadence or rhythm.minutes):
        raise Usage(f'--what-if: a day such as "{how}" costs no time.', hint=_HINT)
    return before._replace(
        cadence=rhythm.cadence or before.cadence, minutes=rhythm.minutes or before.minutes
    )
