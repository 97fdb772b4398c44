"""How one person looks on one page."""

from collections.abc import Iterator

from onestop.insight import cadence
from onestop.insight.people import Entry
from onestop.insight.practice import SHOWN_LINES
from onestop.insight.show import View
from onestop.model.meeting import Meeting
from onestop.render import actions, people, words
from onestop.render.text import Cell, Page, Row, row


def draw(view: View) -> Page:
    """The page, each part absent when it has nothing to say."""
    page = list(_who(view))
    for part in (_clock, _promises, _topics, _unclear, _meetings, _private):
        page.extend(part(view))
    return page


def _who(view: View) -> Iterator[Row]:
    person = view.folder.person
    title = f", {person.title}" if person.title else ""
    yield row(Cell(f"{person.name}{title}", "name"))
    if view.folder.role:
        yield row(Cell(f"  {view.folder.role.question}", "question"))


def _clock(view: View) -> Iterator[Row]:
    clock = view.rhythm
    entry = Entry(view.folder.person, clock)
    met = f"met {view.held} times" if view.held != 1 else "met once"
    yield _said("Rhythm", f"{people.rhythm(entry)}, {met if view.held else 'not met yet'}")
    if view.folder.person.archived:
        yield _said(
            "Archived",
            words.long_day(view.folder.person.archived_on)
            if view.folder.person.archived_on
            else "yes",
        )
        return
    late = {
        cadence.LATE: f"   {clock.quiet_days} days since the last",
        cadence.GAP: f"   {clock.quiet_days} days since the last",
        cadence.AWAY: f"   away until {words.near_day(clock.away_until, view.today)}"
        if clock.away_until
        else "",
    }.get(clock.status, "")
    yield _said("Next", words.near_day(clock.next_on, view.today) + late)
    if view.folder.person.ambition:
        yield _said("Ambition", view.folder.person.ambition)


def _promises(view: View) -> Iterator[Row]:
    for n, promise in enumerate(view.promises):
        yield row(
            Cell("Open" if n == 0 else "", "label"),
            Cell(actions.owner(promise), "name"),
            Cell(promise.item.text),
            Cell(actions.when(promise, view.today), "late" if promise.late_days else "quiet"),
            Cell(promise.item.id, "id"),
            grid="show",
            stretch=2,
        )


def _topics(view: View) -> Iterator[Row]:
    for n, topic in enumerate(view.topics):
        mine = topic.owner != view.folder.person.slug
        who = "you" if mine else view.folder.person.first_name
        yield row(
            Cell("Topics" if n == 0 else "", "label"),
            Cell(who, "name"),
            Cell(topic.text),
            Cell(""),
            Cell(topic.id, "id"),
            grid="show",
            stretch=2,
        )


def _unclear(view: View) -> Iterator[Row]:
    for n, moment in enumerate(view.unclear):
        yield row(
            Cell("Still :-/" if n == 0 else "", "label"),
            Cell(""),
            Cell(moment.text),
            Cell(""),
            Cell(moment.id, "id"),
            grid="show",
            stretch=2,
        )


def _meetings(view: View) -> Iterator[Row]:
    for n, meeting in enumerate(view.meetings):
        yield row(
            Cell("Meetings" if n == 0 else "", "label"),
            Cell(words.past_day(meeting.date, view.today)),
            Cell(summary(meeting)),
            grid="show-meetings",
            stretch=2,
        )


def summary(meeting: Meeting) -> str:
    """A meeting in one line: its number, and the first word on what went well or badly."""
    if not meeting.held:
        why = f": {meeting.skipped}" if meeting.skipped else ""
        moved = f", moved to {meeting.moved_to.isoformat()}" if meeting.moved_to else ""
        return f"{meeting.state}{why}{moved}"
    said = [f"happiness {meeting.happiness}" if meeting.happiness else ""]
    said += [f"{m.face} {m.text}" for m in meeting.moments[:2]]
    said += [f"Win: {b.text}" for b in meeting.under("Wins")[:1]]
    said += [f"Decided: {b.text}" for b in meeting.under("Decisions")[:1]]
    return "  ".join(words.sentence(s) for s in said if s) or "held"


def _private(view: View) -> Iterator[Row]:
    for n, remark in enumerate(view.remarks[-SHOWN_LINES:]):
        day = words.past_day(remark.day, view.today) if remark.day else ""
        yield row(
            Cell("Private" if n == 0 else "", "label"),
            Cell(day),
            Cell(remark.text),
            grid="show-meetings",
        )


def _said(label: str, text: str) -> Row:
    return row(Cell(label, "label"), Cell(text), grid="show", stretch=2)
