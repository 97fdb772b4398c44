"""A review as a document: each part with its heading, those without a line named at the end."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from onestop.insight.feedback import Unsaid
from onestop.insight.performance import is_rated
from onestop.insight.review import Review, delicate
from onestop.insight.subjects import FEEDBACK, HAPPINESS, OKRS, PRAISE, RATINGS, THEMES
from onestop.model.folder import Folder
from onestop.model.person import Person
from onestop.render import words
from onestop.render.document import Document, Entry, Group, Part, Place, Section
from onestop.render.review import between, goals, record
from onestop.render.review.parts import Context

UNMISSED = "unmissed"
"""The subject of a part that says nothing by its absence."""

_SPARED = {PRAISE: FEEDBACK}
"""Both ways of feedback are left out together."""

Draw = Callable[[Context], Iterator[Part]]


def draw(view: Review, room: int | None) -> Document:
    """The whole document; each month has room for so many lines of a part, None for all."""
    about = Context(view, room)
    drawn = [(title, subject, tuple(part(about))) for title, subject, part in _parts(view)]
    sections = [Section(title, parts) for title, _, parts in drawn if parts]
    missing = [title for title, subject, parts in drawn if not parts and _wanted(view, subject)]
    return Document(
        title=f"{view.person.name}, {span(view)}",
        lead=tuple(_lead(view, missing)),
        sections=tuple(sections),
    )


def span(view: Review) -> str:
    """`1 Jan to 24 Nov 2026`."""
    since, until = view.period
    if since == until:
        return words.plain_day(until)
    return f"{words.past_day(since, until)} to {words.plain_day(until)}"


def unsaid(waiting: Sequence[Unsaid], view: Review) -> Section:
    """What the person has not heard: for the manager's own screen, and for nothing else."""
    title = f"Not yet said to {view.person.first_name} (only you see this; say it before the talk)"
    entries = tuple(
        Entry(
            one.feedback.text,
            day=words.past_day(one.feedback.day, view.today) if one.feedback.day else "",
            who=one.feedback.kind,
            note=one.feedback.id and f"one said {one.feedback.id}",
            place=Place(one.feedback.path, one.feedback.line),
        )
        for one in waiting
    )
    return Section(title, (Group("", entries),))


def leaving(text: str, view: Review, others: Iterable[str], waiting: int) -> Iterator[str]:
    """What to know before this is given to somebody: what it holds, and what was left out."""
    name = view.person.first_name
    named = [other for other in others if _stands(other, text)]
    yield f"Others may read this: what you and {name} both know, in the words of your notes."
    if held := delicate(view):
        what = f"It holds {name}'s {words.all_of(held)}"
        yield f"{what}: ask {name} before a third person reads it."
        yield f"To leave that out: --without {','.join(held)}"
    if named:
        yield f"It names {words.all_of(named)}."
    if view.spared:
        yield f"Left out as you asked: {words.all_of(view.spared)}."
    yield left_out(view.person, waiting)


def _stands(name: str, text: str) -> bool:
    """Whether a name stands in a text; scripts without capitals have no word ends to go by."""
    if name.lower() == name.upper():
        return name in text
    return re.search(rf"\b{re.escape(name)}\b", text) is not None


def left_out(person: Person, waiting: int) -> str:
    """What is in no document; `waiting` lines of feedback were not said yet."""
    unsaid_yet = f", {words.plural(waiting, 'line')} of feedback not yet said" if waiting else ""
    see = f"     one feedback {person.slug}" if waiting else ""
    return f"Left out: private remarks, untested assumptions{unsaid_yet}.{see}"


def _parts(view: Review) -> tuple[tuple[str, str, Draw], ...]:
    """The headings in their order, each with the subject that somebody may do without."""
    them, me = view.person.first_name, view.manager.first_name
    return (
        ("Coverage", "", record.coverage),
        ("Wins", "", record.wins),
        ("Improvements", "", record.improvements),
        (f"Feedback to {them}", PRAISE, record.said),
        (f"Feedback to {me}", FEEDBACK, record.heard),
        ("Objectives", OKRS, goals.objectives),
        ("Growth themes", THEMES, goals.themes),
        ("Happiness", HAPPINESS, between.happiness),
        ("Ratings", RATINGS, between.ratings),
        ("Promises", "", between.promises),
        ("Course corrections", UNMISSED, between.corrections),
        ("Decisions", "", record.decisions),
        ("Handed over", UNMISSED, record.delegated),
        ("Time for learning", UNMISSED, goals.blocks),
        (f"Ahead, on {words.plain_day(view.today)}", UNMISSED, goals.ahead),
    )


def _wanted(view: Review, subject: str) -> bool:
    """Whether a part without a line is worth a word.

    It is not for what was left out, what the two do without, and what they had never begun.
    """
    if subject == UNMISSED or subject in (*view.unused, *view.person.not_for_us):
        return False
    if _SPARED.get(subject, subject) in view.spared:
        return False
    return subject != RATINGS or is_rated(Folder(view.person))


def _lead(view: Review, missing: Sequence[str]) -> Iterator[str]:
    person = view.person
    if person.title:
        yield person.title
    if view.question:
        yield view.question
    yield f"From the notes of {person.name} and {view.manager.name or view.manager.me}."
    if view.begins and view.begins > view.period.since:
        yield f"The first note is of {words.plain_day(view.begins)}."
    if view.unread:
        count = words.plural(len(view.unread), "file")
        yield f"{count} could not be read in full, so something may be missing."
    if missing:
        names = ", ".join(title[0].lower() + title[1:] for title in missing)
        yield f"Nothing was noted under: {names}."
