"""``one role``: why the role exists, in the words of both, and the question that came of it."""

from typing import Annotated

import typer

from onestop.cli import meant, options
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import dates, role, spoken
from onestop.insight import role as roles
from onestop.model.person import Person
from onestop.model.role import OPEN_END, ROLE_WORDS, RolePurpose, problems_of
from onestop.notebook import layout
from onestop.render import growth as render
from onestop.render import words as say


def command(
    ctx: typer.Context,
    who: options.Who,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUESTION]", help="What to ask every day.", show_default=False),
    ] = None,
    mine: Annotated[
        str, typer.Option("--mine", metavar="TEXT", help="Why the role exists, in your words.")
    ] = "",
    theirs: Annotated[
        str, typer.Option("--theirs", metavar="TEXT", help="The same in the person's words.")
    ] = "",
    stretch: Annotated[
        str, typer.Option("--stretch", metavar="TEXT", help="What the role stretches in them.")
    ] = "",
    agreed: Annotated[
        str | None,
        typer.Option("--agreed", metavar="DATE", help="When both agreed; today when left out."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Take a question that is long or names duties.")
    ] = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """The role as a guiding question."""
    world = World.of(ctx)
    one = meant.person(world, who)
    day = dates.past(agreed, world.today) if agreed else None
    question = _question(" ".join(words), force=force) if words else ""
    said = RolePurpose(question, day, _line(mine), _line(theirs), _line(stretch))
    folder = world.notebook.folder(one.slug)
    if not any(said):
        if folder.role or not world.terminal.asks:
            world.terminal.show(render.role(roles.view(folder, world.today)))
            world.mention_problems()
            return
        said = _walk(world, one)
    before = folder.role or RolePurpose("")
    after = roles.renewed(before, said, world.today)
    _save(world, one, before, after, dry_run=dry_run, commit=not no_commit)


def _line(text: str) -> str:
    return spoken.one_line(text, "The reason") if text else ""


def _question(text: str, *, force: bool = False) -> str:
    """The question; Usage says why one would not guide anybody's day."""
    question = " ".join(spoken.one_line(text, "The question").split())
    reasons = problems_of(question)
    if not reasons or (force and OPEN_END not in reasons):
        return question
    whats, hints = zip(*(role.REASONS[reason] for reason in reasons), strict=True)
    anyway = "" if OPEN_END in reasons else "     Anyway: --force"
    raise Usage(f"The role question {' and '.join(whats)}.", hint=f"{' '.join(hints)}{anyway}")


def _walk(world: World, one: Person) -> RolePurpose:
    """Ask what a role needs, the question last: it comes of the reasons."""
    world.terminal.warn(f"{one.first_name}'s role, found together. Enter skips.")
    questions = (
        "Why does it exist, in your words",
        f"And in {one.first_name}'s words",
        f"What does it stretch in {one.first_name}",
    )
    mine, theirs, stretch = (meant.answer(world, f"{q} > ", _maybe) for q in questions)
    last = f"What to ask every day? At most {ROLE_WORDS} words > "
    question = meant.answer(world, last, lambda said: _question(said) if said.strip() else "")
    return RolePurpose(question, None, mine, theirs, stretch)


def _maybe(said: str) -> str:
    return _line(said.strip())


def _save(
    world: World,
    one: Person,
    before: RolePurpose,
    after: RolePurpose,
    *,
    dry_run: bool,
    commit: bool,
) -> None:
    names = role.Names(world.notebook.settings.first_name, one.name)
    path, edits = layout.role(one.slug), world.notebook.edits()
    if after != before:
        edits.change(path, lambda text: role.put(text, after, names), role.first(one.slug, names))
    if not world.save(edits, f"role: {one.slug}", dry_run=dry_run, commit=commit):
        return
    written = roles.written(before, after)
    world.terminal.tell(*render.role_words(written, one))
    if after.agreed and after.agreed != before.agreed:
        world.terminal.tell(f"Agreed {say.near_day(after.agreed, world.today)}.")
    if after.question != before.question:
        kept = "  The one before is kept." if before.question else ""
        world.terminal.tell(f"It opens every agenda with {one.first_name} from now on.{kept}")
    undo = "     Wrong? one undo" if commit and world.notebook.settings.commit else ""
    world.terminal.tell(*_missing(one, after), f"Next: {_next(one, after)}{undo}")
    world.wrote(path)


def _missing(one: Person, role: RolePurpose) -> list[str]:
    """Name the one thing that is most missing."""
    if not role.theirs:
        return [f"Still missing: why the role exists in {one.first_name}'s own words."]
    return [] if role.question else ["Still missing: the question itself."]


def _next(one: Person, role: RolePurpose) -> str:
    if not role.theirs:
        return f'one role {one.slug} --theirs "..."'
    return f"one prep {one.slug}" if role.question else f'one role {one.slug} "...?"'
