"""How the brief looks on the screen: a title, the question, and a line or more for each part."""

from collections.abc import Iterator
from datetime import date
from functools import singledispatch
from typing import NamedTuple

from onestop.insight import agenda
from onestop.insight.actions import ME, NOBODY, THEM
from onestop.insight.agenda import Brief, Numbered
from onestop.insight.practice import (
    BRIEF_LINES,
    FIRST_MEETING,
    RESULT_SILENT_MEETINGS,
    SHOWN_LINES,
    UNSAID_DAYS,
)
from onestop.model.question import Question
from onestop.render import subjects, talks, words
from onestop.render.numbered import when
from onestop.render.text import Cell, Page, Row, row

FRAME = '"This is your time. Bring what is front of mind, not a status report."'


TIGHT = 2
"""With so few lines for a part, one line says for all of them where the rest is."""


class Scene(NamedTuple):
    """Whose brief it is, the day on which it is read, and how many lines a part may take."""

    brief: Brief
    today: date
    shown: int = SHOWN_LINES

    @property
    def name(self) -> str:
        """What to call the person."""
        return self.brief.folder.person.first_name

    @property
    def slug(self) -> str:
        """What to type for the person."""
        return self.brief.folder.person.slug

    @property
    def is_tight(self) -> bool:
        """Whether there is no room to say of each part how much was left out."""
        return self.shown <= TIGHT


def draw(brief: Brief, today: date) -> Page:
    """The brief, as the manager reads it before the meeting.

    One that is too long is shortened until it fits: what can wait goes,
    then each part shows fewer of its lines and says where the others are.
    """
    page = _page(Scene(brief, today))
    for shown in range(SHOWN_LINES, 0, -1):
        if len(page) <= BRIEF_LINES:
            break
        page = _page(Scene(agenda.pressing(brief), today, shown))
    return page


def _page(scene: Scene) -> Page:
    brief = scene.brief
    page = [_title(brief)]
    if brief.question:
        page.append(row(Cell(f"  {brief.question}", "question")))
    for part in brief.parts:
        page.extend(_part(part, scene))
    if scene.is_tight:
        page.append(_said("More", f"of everything: one show {scene.slug}"))
    return page


def _title(brief: Brief) -> Row:
    first = ", first one-on-one" if brief.is_first else ""
    purpose = f", {brief.purpose}" if brief.purpose and not brief.is_first else ""
    when = f", {words.long_day(brief.on)}, {brief.minutes} min{purpose}"
    return row(Cell(f"{brief.folder.person.name}{first}{when}", "name"))


@singledispatch
def _part(part: agenda.Part, scene: Scene) -> Iterator[Row]:
    raise TypeError(f"{type(part).__name__} on {scene.today}")


@_part.register
def _outcome(part: agenda.Outcome, _: Scene) -> Iterator[Row]:
    yield _said("True after", part.words)


@_part.register
def _fallen(part: agenda.Fallen, scene: Scene) -> Iterator[Row]:
    shown = [f"{f.result.title}: confidence {f.before} to {f.now}   #{f.tag}" for f in part.falls]
    yield from _labelled("Fell", shown, scene)
    yield from _more(len(shown), f"one okr {scene.slug}", scene)


@_part.register
def _frame(_: agenda.Frame, __: Scene) -> Iterator[Row]:
    yield _said("Say first", FRAME)


@_part.register
def _reminders(part: agenda.Reminders, scene: Scene) -> Iterator[Row]:
    yield from _labelled("Remember", [r.text for r in part.remarks], scene)
    yield from _more(len(part.remarks), f"one show {scene.slug} --private", scene)


@_part.register
def _unlogged(part: agenda.Unlogged, scene: Scene) -> Iterator[Row]:
    days = ", ".join(words.near_day(m.date, scene.today) for m in part.meetings)
    yield _said("Not logged", f"{days}   one log {scene.slug}")


@_part.register
def _skipped(part: agenda.Skipped, scene: Scene) -> Iterator[Row]:
    why = f": {part.meeting.skipped}" if part.meeting.skipped else ""
    yield _said("Skipped", f"{words.past_day(part.meeting.date, scene.today)}{why}")


@_part.register
def _last_time(part: agenda.LastTime, scene: Scene) -> Iterator[Row]:
    note = part.meeting
    happiness = f", happiness {note.happiness}" if note.happiness else ""
    said = [f"{words.past_day(note.date, scene.today)}{happiness}."]
    if part.sad:
        said.append(words.sentence(f":-( {part.sad}"))
    if part.obstacle:
        said.append(words.sentence(f"In the way: {part.obstacle}"))
    if part.decided:
        said.append(f"Decided: {part.decided}")
    yield _said("Last time", "  ".join(said))


@_part.register
def _sadder(part: agenda.Sadder, scene: Scene) -> Iterator[Row]:
    since = words.past_day(part.fall.since, scene.today)
    yield _said("Less happy", f"{part.fall.last} on {since}, {part.fall.median:g} before")


@_part.register
def _owed(part: agenda.Owed, scene: Scene) -> Iterator[Row]:
    labels = {ME: "You owe", THEM: f"{scene.name} owes", NOBODY: "Unassigned"}
    yield from _numbered(labels.get(part.side, "Others owe"), part.items, scene)


@_part.register
def _brought(part: agenda.Brought, scene: Scene) -> Iterator[Row]:
    label = f"{scene.name} brings" if part.side == THEM else "You bring"
    yield from _numbered(label, part.items, scene)


@_part.register
def _tell(part: agenda.Tell, scene: Scene) -> Iterator[Row]:
    yield from _numbered("You tell", part.items, scene)


@_part.register
def _left_out(part: agenda.LeftOut, _: Scene) -> Iterator[Row]:
    yield _said("Next time", "; ".join(item.text for item in part.items))


@_part.register
def _unclear(part: agenda.Unclear, scene: Scene) -> Iterator[Row]:
    for n, moment in enumerate(part.moments[: scene.shown]):
        settle = f"   one settle {moment.id} happy|sad|settled" if moment.id and n == 0 else ""
        yield _said("Still :-/" if n == 0 else "", f"{moment.text}{settle}")
    yield from _more(len(part.moments), f"one show {scene.slug}", scene)


@_part.register
def _talk(part: agenda.Talk, scene: Scene) -> Iterator[Row]:
    person = scene.brief.folder.person
    lines = list(talks.lines(part.part, person, scene.today))
    room = talks.room(part.part, scene.shown)
    for label, text in lines[:room]:
        yield _said(label, text)
    if len(lines) > room and not scene.is_tight:
        yield _said("", f"and {len(lines) - room} more: {talks.command(part.part, person)}")


@_part.register
def _growth(part: agenda.Growth, scene: Scene) -> Iterator[Row]:
    theme, seen = part.theme, part.theme.last
    said = [words.sentence(theme.theme.title)]
    said.append(
        f'{words.past_day(seen.date, scene.today)}: "{seen.text}".' if seen else "Not seen yet."
    )
    quiet = f"{words.ago(theme.days)} silent: still alive, or let it rest?"
    said.append(quiet if theme.is_long else part.ask)
    yield _said("Growth", "  ".join(filter(None, said)))


@_part.register
def _silent(part: agenda.Silent, scene: Scene) -> Iterator[Row]:
    quiet = words.plural(RESULT_SILENT_MEETINGS, "meeting")
    shown = [f"{r.result.title}: not mentioned in {quiet}   #{r.tag}" for r in part.results]
    yield from _labelled("Look at", shown, scene)
    yield from _more(len(shown), f"one okr {scene.slug}", scene)


@_part.register
def _obstacle(part: agenda.Obstacle, _: Scene) -> Iterator[Row]:
    yield _said("In the way", f"{part.text}, {words.ago(part.days)} now")


@_part.register
def _untested(part: agenda.Untested, scene: Scene) -> Iterator[Row]:
    belief, command = part.belief, f"one align {scene.slug}"
    if belief.is_expectation:
        how = f"{command} said-back {belief.id} ..."
        yield _said("Ask back", f"{belief.text}: what does it mean to {scene.name}?   {how}")
    else:
        how = f"{command} test {belief.id} ..." if belief.id else f"{command} test"
        yield _said("Assumed", f"{belief.text}: ask   {how}")


@_part.register
def _next_link(part: agenda.NextLink, _: Scene) -> Iterator[Row]:
    last = part.due.last
    so_far = f"  So far: {last.skill}, in {last.here}" if last else ""
    ask = "which part of today's role trains for it?"
    yield _said("Ambition", f"{part.due.ambition}: {ask}{so_far}")


@_part.register
def _keep(part: agenda.Keep, scene: Scene) -> Iterator[Row]:
    shown = [f":-) {f.moment.text}, {words.past_day(f.date, scene.today)}" for f in part.moments]
    yield from _labelled("Keep", shown, scene)


@_part.register
def _raise(part: agenda.Raise, scene: Scene) -> Iterator[Row]:
    yield _said("Neglected", subjects.neglected(part.clock, scene.brief.folder.person))


@_part.register
def _ask(part: agenda.Ask, scene: Scene) -> Iterator[Row]:
    label = "Could ask" if part.fill else "Ask"
    yield from _labelled(label, [q.text for q in part.questions], scene)


@_part.register
def _first(part: agenda.FirstMeeting, scene: Scene) -> Iterator[Row]:
    length = scene.brief.minutes
    minutes = {what: max(1, round(share * length / 30)) for what, share in FIRST_MEETING}
    yield _said(f"{scene.name} ({minutes['person']})", _texts(part.person))
    if part.role:
        ask = f"Ask before you tell: {_lower(_texts(part.role))}"
        leave = "Leave with a question, not a statement; two meetings is fine."
        yield _said(f"The role ({minutes['role']})", f"{ask}  {leave}")
    yield _said(f"Us ({minutes['us']})", f"Rhythm, length, who keeps the notes.  {_texts(part.us)}")
    yield _said(f"End ({minutes['end']})", "One promise each, the next date.")


@_part.register
def _recognition(part: agenda.Recognition, scene: Scene) -> Iterator[Row]:
    yield _said("Yourself", subjects.reminder(part, scene.brief.folder.person))


@_part.register
def _offer(part: agenda.Offer, scene: Scene) -> Iterator[Row]:
    yield _said("New?", subjects.offer(part.subject, scene.brief.folder.person))


def _numbered(label: str, items: tuple[Numbered, ...], scene: Scene) -> Iterator[Row]:
    for n, item in enumerate(items[: scene.shown]):
        yield row(
            Cell(label if n == 0 else "", "label"),
            Cell(str(item.number)),
            Cell(f"{item.feedback.kind}: {item.text}" if item.feedback else item.text),
            Cell(when(item, scene.today), "late" if _is_loud(item, scene.today) else "quiet"),
            Cell(item.id, "id"),
            grid="brief",
            stretch=2,
        )
    yield from _more(len(items), f"one show {scene.slug}", scene)


def _is_loud(item: Numbered, today: date) -> bool:
    """Whether a promise is late, or feedback has waited too long to be told."""
    noted = item.feedback.day if item.feedback else None
    is_old = noted is not None and (today - noted).days > UNSAID_DAYS
    return is_old or bool(item.promise and item.promise.late_days)


def _more(count: int, command: str, scene: Scene) -> Iterator[Row]:
    """How many lines were left out, and where to see them."""
    if count > scene.shown and not scene.is_tight:
        yield _said("", f"and {count - scene.shown} more: {command}")


def _labelled(label: str, texts: list[str], scene: Scene) -> Iterator[Row]:
    for n, text in enumerate(texts[: scene.shown]):
        yield _said(label if n == 0 else "", text)


def _said(label: str, text: str) -> Row:
    return row(Cell(label, "label"), Cell(text), grid="brief", stretch=2)


def _texts(questions: tuple[Question, ...]) -> str:
    return "  ".join(q.text for q in questions)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
