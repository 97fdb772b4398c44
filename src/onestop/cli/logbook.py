"""One log from start to end: which note, what is open, what was said, what is written.

The command, the walk over a bad week and the editor path all end here.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from onestop.cli import kept
from onestop.cli.answers import Understood
from onestop.cli.world import World
from onestop.insight import actions, log, tags
from onestop.insight.between import Numbered, pointer, pointer_to_moment
from onestop.insight.log import Target
from onestop.model.agenda import Agenda, bare
from onestop.model.entry import Record
from onestop.model.folder import Folder
from onestop.model.settings import Settings
from onestop.notebook import drafts, layout, recording, shelf
from onestop.notebook.edits import Edits
from onestop.render import log as render
from onestop.render import words


class Job(NamedTuple):
    """A log about to be written."""

    folder: Folder
    target: Target
    items: tuple[Numbered, ...]
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
    return Job(folder, target, items, book.settings)


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
    return Record(
        agenda=work.agenda,
        entry=tags.expanded(said.entry, work.folder, work.target.on),
        done=tuple(pointer(i) for i in chosen if i.promise),
        talked=tuple(pointer(i) for i in chosen if i.topic),
        kept=tuple(pointer(i) for i in staying),
        said=tuple(pointer(i) for i in chosen if i.feedback),
        settled=tuple((pointer_to_moment(moment), became) for moment, became in said.settled),
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
    count = sum(map(len, (record.done, record.talked, record.said)))
    world.terminal.tell(*render.changed(record.entry, _numbers(work)))
    day = words.near_day(work.target.on, today) if work.target.on != today else ""
    waiting = [render.still_owed(left, today), render.still_untold(left)]
    waiting = [] if record.entry.is_empty else [line for line in waiting if line]
    me = world.notebook.settings.me
    world.terminal.tell(
        render.summary(record.entry, count, len(record.settled), before, day),
        *render.beside(record.entry, person),
        *(render.discussed(record.talked) if implied else []),
        *filter(None, waiting),
        *render.new_actions(record.entry.actions, ids, me, person, today),
    )


def _numbers(work: Job) -> Mapping[str, str]:
    """The numbers the note had before."""
    note = work.target.note
    if note is None:
        return {}
    said = {"happiness": note.happiness, "minutes": note.minutes}
    return {key: str(value) for key, value in said.items() if value is not None}
