"""``one log``: write down how it went."""

from collections.abc import Callable, Sequence
from typing import Annotated, NamedTuple

import typer

from onestop.cli import answers, complete, kept, logbook, meant, options
from onestop.cli.answers import Understood
from onestop.cli.logbook import Job
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import dates
from onestop.insight import items
from onestop.insight.between import Numbered
from onestop.insight.items import ACTION, FEEDBACK, TOPIC
from onestop.insight.names import fold
from onestop.model.entry import Entry
from onestop.model.meeting import CONFUSED, HAPPY, SAD

Texts = list[str] | None

_IS: dict[str, Callable[[Numbered], object]] = {
    ACTION: lambda item: item.promise,
    TOPIC: lambda item: item.topic,
    FEEDBACK: lambda item: item.feedback,
}
_WORDS = {ACTION: "open promise", TOPIC: "open topic", FEEDBACK: "feedback still to be told"}


class Given(NamedTuple):
    """What the command line says about a meeting: words and numbers, and items to close."""

    flags: answers.Flags
    done: Sequence[str]
    talked: Sequence[str]
    keep: Sequence[str]
    said: Sequence[str]

    @property
    def anything(self) -> bool:
        """Whether it says anything at all."""
        return self.flags.given or bool(self.done or self.talked or self.keep or self.said)


def command(
    ctx: typer.Context,
    who: Annotated[
        str | None,
        typer.Argument(
            metavar="[PERSON]",
            help="Who; without anybody every unlogged note is walked through.",
            autocompletion=complete.people,
            show_default=False,
        ),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help="The meeting's day; today or earlier."),
    ] = None,
    new: Annotated[bool, typer.Option("--new", help="A second meeting on that day.")] = False,
    minutes: Annotated[
        int | None, options.whole("--minutes", 1, 1440, "How long it really was.")
    ] = None,
    happiness: Annotated[
        int | None, options.whole("--happiness", 1, 5, "1 sad, 3 neutral, 5 happy.")
    ] = None,
    happy: Annotated[
        Texts, typer.Option("--happy", metavar="TEXT", help=":-) worth keeping.")
    ] = None,
    sad: Annotated[Texts, typer.Option("--sad", metavar="TEXT", help=":-( to resolve.")] = None,
    confused: Annotated[
        Texts, typer.Option("--confused", metavar="TEXT", help=":-/ to clarify.")
    ] = None,
    checkin: Annotated[
        Texts, typer.Option("--checkin", metavar="TEXT", help="How the person is.")
    ] = None,
    win: Annotated[
        Texts, typer.Option("--win", metavar="TEXT", help="Something that went well.")
    ] = None,
    better: Annotated[
        Texts, typer.Option("--better", metavar="TEXT", help="An improvement.")
    ] = None,
    challenge: Annotated[
        Texts, typer.Option("--challenge", metavar="TEXT", help="An obstacle.")
    ] = None,
    growth: Annotated[
        Texts, typer.Option("--growth", metavar="TEXT", help="What was stretched or learned.")
    ] = None,
    decision: Annotated[
        Texts, typer.Option("--decision", metavar="TEXT", help="What was decided.")
    ] = None,
    action: Annotated[
        Texts,
        typer.Option("--action", metavar="TEXT", help='A promise: "@alice Demo the cache, tue".'),
    ] = None,
    done: Annotated[
        Texts, typer.Option("--done", metavar="ID", help="A promise that was kept.")
    ] = None,
    talked: Annotated[
        Texts, typer.Option("--talked", metavar="ID", help="A topic that was discussed.")
    ] = None,
    keep: Annotated[
        Texts, typer.Option("--keep", metavar="ID", help="A topic that comes back.")
    ] = None,
    told: Annotated[
        Texts, typer.Option("--said", metavar="ID", help="Feedback that they have heard now.")
    ] = None,
    outcome_met: Annotated[
        str | None, typer.Option("--outcome-met", metavar="WORD", help="met, partly or missed.")
    ] = None,
    block: Annotated[
        Texts,
        typer.Option("--block", metavar="ID=WORD", help="A time block: kept, missed or moved."),
    ] = None,
    worth: Annotated[
        int | None, options.whole("--worth", 1, 5, "The person's word on the meeting.")
    ] = None,
    talk_share: Annotated[
        int | None,
        options.whole("--talk-share", 0, 100, "The person's share of the talking, in percent."),
    ] = None,
    message: Annotated[
        Texts,
        typer.Option(
            "-m",
            "--message",
            metavar="TEXT",
            help="Notes in a few words; - reads them from standard input.",
        ),
    ] = None,
    edit: Annotated[bool, typer.Option("--edit", help="Write the note in your editor.")] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where you were interrupted.")
    ] = False,
    discard: Annotated[
        bool, typer.Option("--discard", help="Throw the interrupted answers away.")
    ] = False,
    dry_run: options.DryRun = False,
    no_commit: options.NoCommit = False,
) -> None:
    """Write down how it went, in under 90 seconds."""
    world = World.of(ctx)
    said = Given(
        answers.Flags(
            texts={
                "checkin": checkin,
                "wins": [*(win or ()), *(f"better: {b}" for b in better or ())],
                "challenges": challenge,
                "growth": growth,
                "decisions": decision,
                "actions": action,
                "notes": _notes(world, message),
            },
            moments={HAPPY: happy, SAD: sad, CONFUSED: confused},
            header={
                "minutes": minutes,
                "happiness": happiness,
                "outcome-met": answers.outcome(outcome_met),
                "worth": worth,
                "talk-share": talk_share,
                **(answers.blocks(block) if block else {}),
            },
        ),
        done or (),
        talked or (),
        keep or (),
        told or (),
    )
    if who is None and not (said.anything or edit or resume or discard or day):
        from onestop.cli import walk

        walk.walk(world, dry_run=dry_run, commit=not no_commit)
        return
    slug = (meant.person(world, who) if who else meant.due_today(world, "log")).slug
    on = dates.past(day, world.today) if day else None
    if edit:
        if dry_run:
            raise Usage("--edit opens the file itself, so -n cannot hold it back.")
        from onestop.cli import handwriting

        handwriting.log(world, logbook.job(world, slug, on, new=new), commit=not no_commit)
        return
    draft = None if new else kept.pick_up(world, slug, on, resume=resume, discard=discard)
    if draft is None and (resume or discard) and not said.anything:
        return
    if draft:
        work = logbook.job(world, slug, draft.on, number=draft.number)
    else:
        work = logbook.job(world, slug, on, new=new)
    so_far = kept.answers(world.notebook.root, draft)
    if said.anything:
        before = _before(world, work, so_far)
        _write(world, work, said, before, dry_run=dry_run, commit=not no_commit)
        return
    if not draft:
        world.require_answers("what to write, for example --win TEXT, or -m TEXT")
    from onestop.cli import asking

    asking.interview(world, work, so_far, dry_run=dry_run, commit=not no_commit)


def _before(world: World, work: Job, so_far: dict[str, list[str]]) -> Understood:
    """What was answered before an interruption; most logs with flags had none."""
    if not so_far:
        return Understood(Entry())
    from onestop.cli import asking

    asked, so_far = asking.gone_on(world, work, so_far)
    return asking.understand(world, work.folder.person, so_far, asked, len(work.items))


def _write(
    world: World, work: Job, said: Given, before: Understood, *, dry_run: bool, commit: bool
) -> None:
    """Write what the flags say, after what was answered `before` an interruption."""
    staying = _items(world, work, said.keep, TOPIC)
    closed = _items(world, work, said.done, ACTION)
    closed += _items(world, work, said.talked, TOPIC)
    closed += _items(world, work, said.said, FEEDBACK)
    closed += [item for item in logbook.standing(work) if item not in (*staying, *closed)]
    entry = answers.from_flags(world, said.flags, before)
    closed += [item for item in work.items if item.number in entry.closed and item not in closed]
    logbook.write(
        world, work, entry, closed=closed, staying=staying, dry_run=dry_run, commit=commit
    )


def _items(world: World, work: Job, said: Sequence[str], kind: str) -> list[Numbered]:
    """The open items that are meant; of one that is closed it is said that nothing is to do."""
    found = [(one, _item(work, one, kind)) for one in said]
    for one in (one for one, item in found if item is None):
        closed = items.matching(one, items.items([work.folder]), closed=True)
        if len(closed) != 1 or closed[0].is_open:
            raise Usage(f'"{one}" is no {_WORDS[kind]} here.', hint=f"See: one show {work.slug}")
        world.terminal.tell(f"Nothing to do, closed already: {closed[0].text}")
    return [item for _, item in found if item]


def _item(work: Job, said: str, kind: str) -> Numbered | None:
    """An open item of this person, by its id, its number on the page or its words."""
    wanted = said.removeprefix("^").lower()
    among = [i for i in work.items if _IS[kind](i)]
    rules: list[Callable[[Numbered], bool]] = [
        lambda i: i.id == wanted or str(i.number) == wanted,
        lambda i: len(wanted) > 1 and i.id.startswith(wanted),
        lambda i: fold(said) in fold(i.text),
    ]
    for rule in rules:
        found = [i for i in among if rule(i)]
        if len(found) == 1:
            return found[0]
        if found:
            listed = meant.table((i.id or str(i.number), i.text) for i in found)
            raise Usage(f'"{said}" can be {len(found)} items.', hint=listed)
    return None


def _notes(world: World, messages: Texts) -> list[str]:
    """`-m`: one line or more each, from the argument or from standard input."""
    texts = [world.terminal.read_all() if one == "-" else one for one in messages or ()]
    return [line.strip() for text in texts for line in text.splitlines() if line.strip()]
