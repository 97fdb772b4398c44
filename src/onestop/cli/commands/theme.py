"""``one theme``: what the role stretches in somebody, followed from meeting to meeting."""

from collections.abc import Sequence
from typing import Annotated

import typer

from onestop.cli import complete, meant, options
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import spoken, themes
from onestop.insight import growth
from onestop.model.folder import Folder
from onestop.model.theme import ACTIVE, GROWN, STATES, GrowthTheme, is_tag
from onestop.notebook import layout
from onestop.render import growth as render
from onestop.render import words as say

_TAGS_SHOWN = 3


def command(
    ctx: typer.Context,
    who: options.Who,
    ident: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="Its tag, such as share-early.",
            autocompletion=complete.themes,
            show_default=False,
        ),
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TITLE]", help="What it is about.", show_default=False),
    ] = None,
    stretch: Annotated[
        str, typer.Option("--stretch", metavar="TEXT", help="Why the role asks for it.")
    ] = "",
    state: Annotated[
        str, typer.Option("--state", metavar="STATE", help="emerging, active, resting or grown.")
    ] = "",
    ask: Annotated[
        list[str] | None,
        typer.Option("--ask", metavar="TEXT", help="A question to follow it up; may be repeated."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Take a fourth active theme, all the same.")
    ] = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Growth themes, and where they showed up."""
    world = World.of(ctx)
    one = meant.person(world, who)
    folder = world.notebook.folder(one.slug)
    tag = _tag(ident, one.slug) if ident else ""
    there = growth.known(folder, tag)
    if not tag or (there and not (words or stretch or state or ask)):
        _show(world, folder, there)
        return
    title = _title(world, folder, tag, words) if words or not there else ""
    asked = not (there or words)
    after = growth.changed(
        there or GrowthTheme(tag, "", state="", since=world.today),
        world.today,
        title=title,
        stretch=_stretch(world, stretch, asked=asked),
        state=_state(state) if state or there else ACTIVE,
        ask=_questions(world, ask or (), asked=asked),
    )
    if (crowd := growth.crowd(folder, after)) and not force:
        raise _crowded(one.slug, crowd)
    _save(world, folder, after, dry_run=dry_run, commit=not no_commit)


def _show(world: World, folder: Folder, there: GrowthTheme | None) -> None:
    person = folder.person
    if there:
        arc = growth.arc(folder, there, world.today)
        world.terminal.show(render.theme(arc, person, world.today))
    elif folder.themes:
        arcs = growth.arcs(folder, world.today)
        world.terminal.show(render.themes(arcs, person, world.today))
    else:
        _begin(world, folder)
    world.mention_problems()


def _begin(world: World, folder: Folder) -> None:
    """How a first theme comes to be: from a tag that stands in the notes, or from scratch."""
    name, slug = folder.person.first_name, folder.person.slug
    world.terminal.tell(f"{name} has no growth theme yet. What does the role stretch in them?")
    free = growth.untitled(folder, world.today)[:_TAGS_SHOWN]
    for tag, count in free:
        lines = f"#{tag} stands on {say.plural(count, 'line')}"
        world.terminal.tell(f'{lines}: one theme {slug} {tag} "What it is about"')
    if not free:
        example = f'one theme {slug} share-early "Share an idea before I am sure"'
        world.terminal.tell(f"For example: {example}")


def _tag(said: str, slug: str) -> str:
    """The tag; Usage offers one to somebody who said a title in its place."""
    tag = said.removeprefix("#").lower()
    if is_tag(tag):
        return tag
    title = " ".join(said.split())
    offer = growth.tag_of(title) if " " in title else ""
    first = f'Give it a tag first: one theme {slug} {offer} "{title}"'
    raise Usage(f'"{said}" cannot be a tag.', hint=first if offer else themes.TAG_HINT)


def _state(said: str) -> str:
    if said and said.lower() not in STATES:
        *rest, last = STATES
        raise Usage(f'--state "{said}" should be {", ".join(rest)} or {last}.')
    return said.lower()


def _title(world: World, folder: Folder, tag: str, words: Sequence[str] | None) -> str:
    """What the theme is about; where it is asked for, a slip of the finger can be noticed."""
    if not words and not world.terminal.asks:
        known = ", ".join(theme.id for theme in folder.themes)
        new = f'A new one: one theme {folder.person.slug} {tag} "What it is about"'
        name = folder.person.first_name
        raise Usage(
            f'{name} has no theme "{tag}".', hint=f"{name} has: {known}\n{new}" if known else new
        )
    return meant.words(world, words, "The title", f"#{tag} is new. What is it about?")


def _stretch(world: World, said: str, *, asked: bool) -> str:
    """Why the role asks for it; asked for where the title was."""
    if asked and not said:
        return meant.maybe(world, "What in the role asks for it", _line, "")
    return _line(said) if said else ""


def _questions(world: World, said: Sequence[str], *, asked: bool) -> tuple[str, ...]:
    """What follows it up in later meetings; asked for where the title was."""
    if asked and not said:
        one = meant.maybe(world, "A question to follow it up", _line, "")
        return (one,) if one else ()
    return tuple(_line(question) for question in said)


def _line(said: str) -> str:
    return spoken.one_line(said, "The text")


def _crowded(slug: str, crowd: Sequence[GrowthTheme]) -> Usage:
    *rest, last = [theme.id for theme in crowd]
    what = f"{len(crowd)} themes are active already: {', '.join(rest)} and {last}."
    hint = "Attention that is spread over four reaches none."
    return Usage(
        what,
        hint=f"{hint}\nLet one rest: one theme {slug} {last} --state resting     Anyway: --force",
    )


def _save(world: World, folder: Folder, after: GrowthTheme, *, dry_run: bool, commit: bool) -> None:
    person = folder.person
    path, edits = layout.themes(person.slug), world.notebook.edits()
    edits.change(path, lambda text: themes.put(text, after), first="")
    if not world.save(edits, f"theme: {person.slug}", dry_run=dry_run, commit=commit):
        return
    arc, is_new = growth.arc(folder, after, world.today), not growth.known(folder, after.id)
    if after.state == GROWN:
        world.terminal.tell(f"Grown: {after.title}, {render.seen(arc, person)}.")
    elif not is_new:
        world.terminal.tell(f"#{after.id}, {after.state}: {after.title}")
    elif arc.sightings:
        lines = say.plural(len(arc.sightings), "earlier line")
        world.terminal.tell(f"#{after.id} has {lines} already: one theme {person.slug} {after.id}")
    else:
        world.terminal.tell(f"Put #{after.id} behind a line of a note where it shows.")
    world.wrote(path)
