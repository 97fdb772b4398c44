"""One log from start to end: which note, what is open, what was said, what is written.

The command, the walk over a bad week and the editor path all end here.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from onestop.cli import answers, kept
from onestop.cli.answers import Understood
from onestop.cli.interview import Answers, hold
from onestop.cli.world import World
from onestop.errors import Busy
from onestop.formats import spoken
from onestop.insight import actions, log, slot, subjects, tags
from onestop.insight.between import Numbered, pointer, pointer_to_moment
from onestop.insight.log import Target
from onestop.insight.slot import Slot
from onestop.model.agenda import Agenda, bare
from onestop.model.entry import Record
from onestop.model.folder import Folder
from onestop.model.settings import Settings
from onestop.notebook import drafts, layout, recording, shelf
from onestop.notebook.edits import Edits
from onestop.render import log as render
from onestop.render import words

LISTED = "listed"
"""Under this name a draft holds what the numbers in its answers stood for."""

ASKED = "asked"
"""Under this name a draft holds what the rotating prompt asked."""


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
    def labels(self) -> list[str]:
        """What the numbers of the page stand for, in their order."""
        return [item.id or item.text for item in self.items]

    @property
    def agenda(self) -> Agenda:
        """What the note begins with when there is none."""
        return bare(self.folder, self.settings, self.target.on, self.path)

    @property
    def purpose(self) -> str:
        """What the meeting was for, "" for an ordinary one."""
        return self.target.note.purpose if self.target.note else ""

    @property
    def message(self) -> str:
        """What the commit says."""
        return f"log: {self.slug} {self.target.on.isoformat()}"

    @property
    def draft(self) -> str:
        """The name under which answers are kept."""
        return kept.name(self.slug, self.target)


def job(world: World, slug: str, on: date | None, *, new: bool = False, number: int = 0) -> Job:
    """Find the note that is meant, and what is open between the two.

    `number` is that of a day's meeting that may not have its note yet.
    """
    book = world.notebook
    folder = book.folder(slug)
    target = log.target(folder, world.today, on, new=new)
    if number > target.number:
        target = log.target(folder, world.today, on, new=True)
    items = log.items(folder, book.settings, world.today, target.on)
    asked = slot.slot(folder, target.note, target.on)
    return Job(folder, target, items, asked, book.settings)


def interview(world: World, work: Job, so_far: Answers, *, dry_run: bool, commit: bool) -> None:
    """Ask the eight questions but those answered `so_far`, and write the answers."""
    work, so_far = gone_on(world, work, so_far)
    person = work.folder.person
    questions = render.prompts(person, work.slot)
    if not work.items:
        del questions["closed"]
    if subjects.HAPPINESS in person.not_for_us:
        del questions["mood"]
    minutes = (work.target.note and work.target.note.minutes) or person.minutes
    world.terminal.warn(render.opening(person, work.target.on, minutes, world.today))
    world.terminal.warn(*render.listing(work.items, person, world.today))
    world.terminal.warn(*render.so_far(questions, so_far, world.terminal.out.width))
    said = _ask(world, work, questions, so_far) if world.terminal.asks else so_far
    understood = answers.understand(world, person, said, work.slot, len(work.items))
    chosen = [i for i in work.items if i.number in understood.closed]
    staying = [i for i in standing(work) if i not in chosen]
    try:
        write(
            world, work, understood, closed=chosen, staying=staying, dry_run=dry_run, commit=commit
        )
    except Busy as error:
        again = f"What you typed is kept: one log {work.slug} --resume"
        raise Busy(str(error), hint=again) from error


def _ask(world: World, work: Job, questions: Mapping[str, str], so_far: Answers) -> Answers:
    """Every answer is kept as it is given."""
    rules = answers.checks(world, work.slot, len(work.items))

    def keep(said: Answers) -> None:
        meant = {LISTED: work.labels, ASKED: [work.slot.name]}
        drafts.save(world.notebook.root, work.draft, {**said, **meant})

    return hold(world, questions, rules, so_far, keep, f"one log {work.slug} --resume")


def gone_on(world: World, work: Job, so_far: Answers) -> tuple[Job, Answers]:
    """An interrupted log as it goes on: what was answered means what it meant then.

    The rotating prompt asks what it asked; where that is over, its answer becomes a note.
    """
    then = next(iter(so_far.get(ASKED, ())), "")
    meant = slot.named(then, work.folder, work.target.note, work.target.on) if then else None
    if meant:
        work = work._replace(slot=meant)
    elif lost := so_far.get("slot"):
        world.terminal.tell(f"Nobody has to be asked that any more, so it is a note: {lost[0]}")
        rest = {name: said for name, said in so_far.items() if name != "slot"}
        so_far = {**rest, "notes": [*so_far.get("notes", ()), *lost]}
    return work, _still_true(work, so_far)


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


def write(
    world: World,
    work: Job,
    said: Understood,
    *,
    closed: Iterable[Numbered] = (),
    staying: Iterable[Numbered] = (),
    dry_run: bool = False,
    commit: bool = True,
) -> None:
    """Write the log, forget its draft, and say what became of it."""
    page = write_up(world, work, said, closed=closed, staying=staying)
    saved = world.save(page.edits, work.message, dry_run=dry_run, commit=commit)
    if not dry_run:
        drafts.discard(world.notebook.root, work.draft)
    if saved:
        _say(world, work, page.record, page.ids, implied=not said.closed)
        world.wrote(work.path)


class Page(NamedTuple):
    """A log as it will be written, with the ids of its new actions."""

    record: Record
    edits: Edits
    ids: list[str]


def write_up(
    world: World,
    work: Job,
    said: Understood,
    *,
    closed: Iterable[Numbered],
    staying: Iterable[Numbered] = (),
) -> Page:
    """Put into the files, in memory, what was said, chosen, and ticked on the page by hand."""
    record = _record(work, said, closed=closed, staying=staying)
    edits = world.notebook.edits()
    root = world.notebook.root
    template, headings = shelf.template(root, work.purpose), shelf.headings(root)
    ids = recording.write(edits, record, template, world.namer(), headings)
    return Page(record, edits, ids)


def _record(
    work: Job,
    said: Understood,
    *,
    closed: Iterable[Numbered],
    staying: Iterable[Numbered],
) -> Record:
    """What is closed: what was chosen, and what somebody ticked on the page by hand."""
    chosen = list(closed)
    places = {item.place for item in chosen}
    chosen += [item for item in _ticked(work) if item.place not in places]
    moment = work.slot.moment
    return Record(
        agenda=work.agenda,
        entry=tags.expanded(said.entry, work.folder, work.target.on),
        done=tuple(pointer(i) for i in chosen if i.promise),
        talked=tuple(pointer(i) for i in chosen if i.topic),
        kept=tuple(pointer(i) for i in staying),
        said=tuple(pointer(i) for i in chosen if i.feedback),
        settled=((pointer_to_moment(moment), said.became),) if moment and said.became else (),
    )


def standing(work: Job) -> list[Numbered]:
    """The topics on the note's page that this log makes discussed, when nothing else is said."""
    if not (work.target.note and work.target.was_planned):
        return []
    on_page = {i.place for i in log.standing(work.folder, work.target.note, work.target.on)}
    return [i for i in work.items if i.topic and i.place in on_page]


def _ticked(work: Job) -> list[Numbered]:
    """Promises whose mention somebody ticked by hand while their home is still open."""
    return [
        Numbered(0, p.side, promise=p)
        for p in actions.promises(work.folder, work.settings, work.target.on) if p.ticked_elsewhere
    ]  # fmt: skip


def _say(world: World, work: Job, record: Record, ids: list[str], *, implied: bool) -> None:
    person, today = work.folder.person, world.today
    closed = {(p.path, p.line) for p in (*record.done, *record.talked, *record.said)}
    left = [i for i in work.items if i.place not in closed]
    before = log.happiness_before(work.folder, work.target.on)
    count = sum(map(len, (record.done, record.talked, record.said, record.settled)))
    world.terminal.tell(*render.changed(record.entry, _numbers(work)))
    day = words.near_day(work.target.on, today) if work.target.on != today else ""
    owed = None if record.entry.is_empty else render.still_owed(left, today)
    me = world.notebook.settings.me
    world.terminal.tell(
        render.summary(record.entry, count, before, day),
        *render.beside(record.entry, person),
        *(render.discussed(record.talked) if implied else []),
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
