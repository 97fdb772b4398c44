"""The eight questions of a log, from the first to what the answers mean.

Flags need none of this: it is imported where somebody is asked, or was before an interruption.
"""

from collections.abc import Callable, Mapping

from onestop.cli import answers, logbook, slotted
from onestop.cli.answers import Understood
from onestop.cli.interview import Answers, hold
from onestop.cli.logbook import Job
from onestop.cli.world import World
from onestop.errors import Busy
from onestop.formats import spoken
from onestop.insight import slot, subjects
from onestop.insight.slot import Slot
from onestop.model.entry import Entry
from onestop.model.meeting import Moment
from onestop.model.person import Person
from onestop.notebook import drafts
from onestop.render import prompts

CHECK_IN = "Check-in"
"""Where words about how the person is have their place."""

LISTED = "listed"
"""Under this name a draft holds what the numbers in its answers stood for."""

ASKED = "asked"
"""Under this name a draft holds what the rotating prompt asked."""


def interview(world: World, work: Job, so_far: Answers, *, dry_run: bool, commit: bool) -> None:
    """Ask the eight questions but those answered `so_far`, and write the answers."""
    asked, so_far = gone_on(world, work, so_far)
    person = work.folder.person
    questions = prompts.prompts(person, asked)
    if not work.items:
        del questions["closed"]
    if subjects.HAPPINESS in person.not_for_us:
        del questions["mood"]
    minutes = (work.target.note and work.target.note.minutes) or person.minutes
    world.terminal.warn(prompts.opening(person, work.target.on, minutes, world.today))
    world.terminal.warn(*prompts.listing(work.items, person, world.today))
    world.terminal.warn(*prompts.so_far(questions, so_far, world.terminal.out.width))
    said = _ask(world, work, asked, questions, so_far) if world.terminal.asks else so_far
    understood = understand(world, person, said, asked, len(work.items))
    _check_unchanged(world, work)
    chosen = [i for i in work.items if i.number in understood.closed]
    staying = [i for i in logbook.standing(work) if i not in chosen]
    try:
        logbook.write(
            world, work, understood, closed=chosen, staying=staying, dry_run=dry_run, commit=commit
        )
    except Busy as error:
        again = f"What you typed is kept: one log {work.slug} --resume"
        raise Busy(str(error), hint=again) from error


def _check_unchanged(world: World, work: Job) -> None:
    """Busy when somebody else wrote the note while this one was being answered."""
    world.reread()
    now = logbook.job(world, work.slug, work.target.on, number=work.target.number)
    if now.target.note != work.target.note and world.terminal.asks:
        raise Busy(
            f"{world.here(work.path)} was changed while you answered; nothing was written.",
            hint=f"What you typed is kept, and can be added to it: one log {work.slug} --resume",
        )


def _ask(
    world: World, work: Job, asked: Slot, questions: Mapping[str, str], so_far: Answers
) -> Answers:
    """Every answer is kept as it is given."""
    rules = checks(world, asked, len(work.items))

    def keep(said: Answers) -> None:
        meant = {LISTED: work.labels, ASKED: [asked.name]}
        drafts.save(world.notebook.root, work.draft, {**said, **meant})

    return hold(world, questions, rules, so_far, keep, f"one log {work.slug} --resume")


def gone_on(world: World, work: Job, so_far: Answers) -> tuple[Slot, Answers]:
    """What the rotating prompt asks, and an interrupted log's answers as they were meant then.

    The rotating prompt asks what it asked; where that is over, its answer becomes a note.
    """
    then = next(iter(so_far.get(ASKED, ())), "")
    meant = slot.named(then, work.folder, work.target.note, work.target.on) if then else None
    if meant:
        return meant, _still_true(work, so_far)
    if lost := so_far.get("slot"):
        world.terminal.tell(f"Nobody has to be asked that any more, so it is a note: {lost[0]}")
        rest = {name: said for name, said in so_far.items() if name != "slot"}
        so_far = {**rest, "notes": [*so_far.get("notes", ()), *lost]}
    asked = slot.slot(work.folder, work.target.note, work.target.on)
    return asked, _still_true(work, so_far)


def _still_true(work: Job, so_far: Answers) -> Answers:
    """What was answered before an interruption; its numbers are those of today's list.

    What was chosen and is no longer open needs no number any more.
    """
    then = so_far.get(LISTED, [])
    if then == work.labels or "closed" not in so_far:
        return so_far
    chosen = {then[n - 1] for said in so_far["closed"] for n in spoken.choice(said, len(then))}
    now = [str(n) for n, label in enumerate(work.labels, 1) if label in chosen]
    return {**so_far, "closed": [" ".join(now)] if now else []}


def checks(world: World, asked: Slot, count: int) -> dict[str, Callable[[str], object]]:
    """How each answer is understood; Usage is shown, and the question asked again."""
    return {
        "closed": lambda said: spoken.choice(said, count),
        "mood": lambda said: spoken.mood(answers.line(said)),
        "wins": answers.line,
        "challenges": answers.line,
        "slot": lambda said: slotted.understand(asked, answers.line(said), world),
        "decisions": answers.line,
        "theirs": lambda said: answers.promised(world, said, ""),
        "mine": lambda said: answers.promised(world, said, ""),
    }


def understand(world: World, person: Person, said: Answers, asked: Slot, count: int) -> Understood:
    """Everything that was typed, as one entry."""
    moods = [spoken.mood(answers.line(answer)) for answer in said.get("mood", ())]
    numbers = [mood.number for mood in moods if mood.number]
    owners = {"theirs": person.slug, "mine": world.notebook.settings.me}
    entry = Entry(
        header={"happiness": numbers[-1]} if numbers else {},
        bullets=(*((CHECK_IN, mood.words) for mood in moods if mood.words), *answers.bullets(said)),
        moments=tuple(moment for mood in moods for moment in mood.moments),
        actions=tuple(
            answers.promised(world, one, who)
            for name, who in owners.items()
            for one in said.get(name, ())
        ),
    )
    closed = {n for answer in said.get("closed", ()) for n in spoken.choice(answer, count)}
    settled: tuple[tuple[Moment, str], ...] = ()
    for answer in said.get("slot", ()):
        found = slotted.understand(asked, answers.line(answer), world, person.slug)
        entry = slotted.add(entry, found)
        if asked.moment and found.became:
            settled = ((asked.moment, found.became),)
    return Understood(entry, tuple(sorted(closed)), settled)
