"""One log from start to end: which note, what is open, what was said, what is written.

The command, the walk over a bad week and the editor path all end here.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from onestop.cli import answers
from onestop.cli.answers import Understood
from onestop.cli.interview import Answers, hold
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.insight import actions, agenda, log
from onestop.insight.agenda import Numbered, pointer, pointer_to_moment
from onestop.insight.log import Slot, Target
from onestop.model.agenda import Agenda
from onestop.model.entry import Entry, Record
from onestop.model.folder import Folder
from onestop.model.meeting import HELD
from onestop.model.settings import Settings
from onestop.notebook import disk, drafts, layout, planning, recording, shelf
from onestop.render import log as render
from onestop.render import words


class Job(NamedTuple):
    """A log about to be written."""

    folder: Folder
    target: Target
    items: tuple[Numbered, ...]
    slot: Slot
    settings: Settings

    @property
    def slug(self) -> str:
        """Whose."""
        return self.folder.person.slug

    @property
    def path(self) -> str:
        """The note's path, whether it is there yet or not."""
        if self.target.note:
            return self.target.note.path
        return layout.note(self.slug, self.target.on, self.target.number).as_posix()

    @property
    def draft(self) -> str:
        """The name under which answers are kept."""
        return f"log-{self.slug}-{self.target.on.isoformat()}-{self.target.number}"


def job(world: World, slug: str, on: date | None, *, new: bool) -> Job:
    """Find the note that is meant, and what is open between the two."""
    book = world.notebook
    folder = book.folder(slug)
    target = log.target(folder, world.today, on, new=new)
    items = log.items(folder, book.settings, world.today, target.on)
    return Job(folder, target, items, log.slot(folder, target), book.settings)


def interview(
    world: World, work: Job, *, resume: bool, discard: bool, dry_run: bool, commit: bool
) -> None:
    """Ask the eight questions, write the answers, and throw the draft away."""
    root, person = world.notebook.root, work.folder.person
    if not resume:
        world.require_answers("what to write, for example --win TEXT, or -m TEXT")
    so_far = drafted(world, work, resume=resume, discard=discard)
    questions = render.prompts(person, work.slot)
    if not work.items:
        del questions["closed"]
    minutes = (work.target.note and work.target.note.minutes) or person.minutes
    world.terminal.warn(render.opening(person, work.target.on, minutes, world.today))
    world.terminal.warn(*render.listing(work.items, person, world.today))
    world.terminal.warn(*render.so_far(questions, so_far, world.terminal.out.width))
    rules = answers.checks(world, work.slot, len(work.items))
    keep = partial(drafts.save, root, work.draft)
    said = (
        so_far
        if not world.terminal.asks
        else hold(world, questions, rules, so_far, keep, f"one log {work.slug} --resume")
    )
    understood = answers.understand(world, person, said, work.slot, len(work.items))
    chosen = [i for i in work.items if i.number in understood.closed]
    kept = [i for i in standing(work) if i not in chosen]
    write(world, work, understood, closed=chosen, kept=kept, dry_run=dry_run, commit=commit)
    drafts.discard(root, work.draft)


def edit(world: World, work: Job) -> None:
    """Open the note in the editor, then close what was ticked in it."""
    edits = world.notebook.edits()
    if edits.text(work.path) is None:
        template = shelf.template(world.notebook.root, "check-in")
        planning.write(edits, _agenda(world, work), template, world.namer(), HELD)
        edits.write(f"log: {work.slug} {work.target.on.isoformat()}")
    full = world.notebook.root / work.path
    before = disk.read(full)
    world.edit(full)
    if disk.read(full) == before:
        world.terminal.tell("Unchanged. An editor that returns at once needs a flag: code --wait")
        return
    world.reread()
    again = job(world, work.slug, work.target.on, new=False)
    write(world, again, Understood(Entry()), closed=standing(again))


def drafted(world: World, work: Job, *, resume: bool, discard: bool) -> Answers:
    """What was typed before an interruption; a terminal asks whether to go on with it."""
    root = world.notebook.root
    if discard:
        drafts.discard(root, work.draft)
    kept = drafts.load(root, work.draft)
    if not kept:
        return {}
    if not resume and not world.terminal.asks:
        name = f"one log {work.slug}"
        hint = f"Go on with it: {name} --resume     Throw it away: {name} --discard"
        raise Usage("An interrupted log is kept.", hint=hint)
    if not resume:
        answer = (
            world.terminal.ask("An interrupted log is kept. Go on with it? [Y/n] > ")
            .strip()
            .lower()
        )
        if answer.startswith("n"):
            drafts.discard(root, work.draft)
            return {}
    return {
        name: [str(one) for one in said] for name, said in kept.items() if isinstance(said, list)
    }


def words_of(item: Numbered) -> str:
    """What an item says."""
    return item.promise.item.text if item.promise else item.topic.text if item.topic else ""


def write(
    world: World,
    work: Job,
    said: Understood,
    *,
    closed: Iterable[Numbered] = (),
    kept: Iterable[Numbered] = (),
    dry_run: bool = False,
    commit: bool = True,
) -> bool:
    """Write the log and say what became of it; whether anything was written."""
    record = _record(world, work, said, closed=closed, kept=kept)
    edits = world.notebook.edits()
    template = shelf.template(world.notebook.root, "check-in")
    ids = recording.write(edits, record, template, world.namer())
    message = f"log: {work.slug} {work.target.on.isoformat()}"
    if not world.save(edits, message, dry_run=dry_run, commit=commit):
        return False
    _say(world, work, record, ids)
    world.wrote(work.path)
    return True


def _record(
    world: World,
    work: Job,
    said: Understood,
    *,
    closed: Iterable[Numbered],
    kept: Iterable[Numbered],
) -> Record:
    """What is closed: what was chosen, and what somebody ticked on the page by hand."""
    chosen = list(closed)
    keys = {_key(item) for item in chosen}
    chosen += [item for item in _ticked(work) if _key(item) not in keys]
    moment = work.slot.moment
    return Record(
        agenda=_agenda(world, work),
        entry=said.entry,
        done=tuple(pointer(i) for i in chosen if i.promise),
        talked=tuple(pointer(i) for i in chosen if i.topic),
        kept=tuple(pointer(i) for i in kept),
        settled=((pointer_to_moment(moment), said.became),) if moment and said.became else (),
    )


def standing(work: Job) -> list[Numbered]:
    """The topics on the note's page that this log makes discussed, when nothing else is said."""
    if not (work.target.note and work.target.was_planned):
        return []
    on_page = {_key(i) for i in log.standing(work.folder, work.target.note, work.target.on)}
    return [i for i in work.items if i.topic and _key(i) in on_page]


def _ticked(work: Job) -> list[Numbered]:
    """Promises whose mention somebody ticked by hand while their home is still open."""
    return [
        Numbered(0, p.side, promise=p)
        for p in actions.promises(work.folder, work.settings, work.target.on) if p.ticked_elsewhere
    ]  # fmt: skip


def _key(item: Numbered) -> tuple[str, int]:
    if item.topic:
        return item.topic.path, item.topic.line
    assert item.promise is not None
    return item.promise.item.path, item.promise.item.line


def _agenda(world: World, work: Job) -> Agenda:
    return agenda.bare(work.folder, world.notebook.settings, work.target.on, work.path)


def _say(world: World, work: Job, record: Record, ids: list[str]) -> None:
    person, today = work.folder.person, world.today
    closed = {(p.path, p.line) for p in (*record.done, *record.talked)}
    left = [i for i in work.items if _key(i) not in closed]
    before = log.happiness_before(work.folder, work.target.on)
    count = len(record.done) + len(record.talked) + len(record.settled)
    world.terminal.tell(*render.changed(record.entry, _numbers(work)))
    day = words.near_day(work.target.on, today) if work.target.on != today else ""
    owed = None if record.entry.is_empty else render.still_owed(left, today)
    me = world.notebook.settings.me
    world.terminal.tell(
        render.summary(record.entry, count, before, day),
        *([owed] if owed else []),
        *render.new_actions(record.entry.actions, ids, me, person, today),
    )


def _numbers(work: Job) -> Mapping[str, str]:
    """The numbers the note had before."""
    note = work.target.note
    if note is None:
        return {}
    said = {"happiness": note.happiness, "minutes": note.minutes}
    return {key: str(value) for key, value in said.items() if value is not None}
