"""The log's fifth prompt: one subject in use at a time, so that each comes round in its turn.

It asks for what was silent longest, measured in the pace of its kind. Being asked takes the turn,
answered or not, so that nothing waits for ever behind a question that is always skipped.
No turn is stored: they are told again from the notes.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from onestop.insight import between, role
from onestop.insight.practice import PACES, ROLE_EVERY, SETTLED_IN, UNCLEAR_DAYS
from onestop.insight.tags import DELEGATED_TAG
from onestop.model.alignment import Assumption
from onestop.model.feedback import TO_ME
from onestop.model.folder import Folder
from onestop.model.meeting import Meeting, Moment
from onestop.model.plan import FocusArea
from onestop.model.theme import GrowthTheme

if TYPE_CHECKING:
    from onestop.insight.okrs import Tracked

GROWTH, QUESTION, UNCLEAR, OUTCOME = "growth", "question", "unclear", "outcome"
THEME, RESULT, BLOCK, ASSUMPTION, LINK = "theme", "result", "block", "assumption", "link"
TO_MANAGER, DELEGATED, CHECK_IN = "feedback", "delegated", "check-in"
WORTH, TALK = "worth", "talk-share"

Asked = Callable[[Meeting], object]
"""Whether a note shows that something came up."""


class Slot(NamedTuple):
    """What the fifth prompt asks this time: its kind, and what it is about."""

    kind: str
    moment: Moment | None = None
    outcome: str = ""
    theme: GrowthTheme | None = None
    result: "Tracked | None" = None
    focus: FocusArea | None = None
    assumption: Assumption | None = None
    ambition: str = ""

    @property
    def name(self) -> str:
        """The same question has the same name on another day, and no other question has it."""
        about = (
            self.moment and (self.moment.id or self.moment.text),
            self.theme and self.theme.id,
            self.result and f"{self.result.quarter.path} {self.result.result.id}",
            self.focus and self.focus.id,
            self.assumption and (self.assumption.id or self.assumption.text),
            self.outcome,
            self.ambition,
        )
        return " ".join([self.kind, *filter(None, about)])


class Candidate(NamedTuple):
    """A slot whose subject waits `since` a day, or since the last day on which it was `heard` of.

    `heard` is sorted; `ready` is the first day on which it may be asked.
    """

    slot: Slot
    since: date
    heard: Sequence[date] = ()
    ready: date = date.min

    def waits_since(self, before: date) -> date:
        """The day from which it waits, for somebody who knows what was heard `before` a day."""
        at = bisect_left(self.heard, before)
        return max(self.since, self.heard[at - 1]) if at else self.since


def slot(folder: Folder, note: Meeting | None, on: date) -> Slot:
    """What to ask at the log of a day; `note` is that day's, when there is one.

    The note's own outcome comes first (B2); every 4th meeting asks for the role question (D1).
    """
    if note and note.outcome and not note.outcome_met:
        return Slot(OUTCOME, outcome=note.outcome)
    path = note.path if note else ""
    held = [m for m in folder.held(on) if m.path != path]
    if _is_role_turn(folder, len(held)):
        return Slot(QUESTION)
    queue = candidates(folder, on)
    asked: dict[str, date] = {}
    for n, before in enumerate(held):
        if not (before.outcome or _is_role_turn(folder, n)):
            _take_turn(queue, asked, before.date, before.date)
    found = _take_turn(queue, asked, on, _after(on, 1))
    assert found is not None
    return found.slot


def named(name: str, folder: Folder, note: Meeting | None, on: date) -> Slot | None:
    """The question with this name; None when it need not be asked any more."""
    every = [slot(folder, note, on), *(c.slot for c in candidates(folder, on))]
    if role.is_asked(folder):
        every.append(Slot(QUESTION))
    return next((one for one in every if one.name == name), None)


def candidates(folder: Folder, on: date) -> tuple[Candidate, ...]:
    """Everything the prompt can be about, for these two, on that day; never nothing."""
    start = folder.person.clock_start or _first_day(folder, on)
    makers = (_unclear, _themes, _results, _blocks, _assumptions, _link, _always)
    found = (one for maker in makers for one in maker(folder, start, on))
    return tuple(one._replace(since=min(one.since, on)) for one in found if one.ready <= on)


def _take_turn(
    queue: Sequence[Candidate], asked: MutableMapping[str, date], on: date, before: date
) -> Candidate | None:
    """Who waited longest for the pace of its kind, and within a kind in days, is asked.

    A kind waits as a whole, so that five key results come up no more often than one.
    """

    def waited(one: Candidate) -> tuple[float, bool, int, bool]:
        since = one.waits_since(before)
        kind, name = one.slot.kind, one.slot.name
        of_kind = (on - max(since, asked.get(kind, since))).days / PACES[kind]
        own = (on - max(since, asked.get(name, since))).days
        return (of_kind, kind not in asked, own, name not in asked)

    there = [one for one in queue if max(one.since, one.ready) <= on]
    found = max(there, key=waited, default=None)
    if found:
        asked[found.slot.kind] = asked[found.slot.name] = on
    return found


def _is_role_turn(folder: Folder, held: int) -> bool:
    """Whether the meeting after so many asks where the role question showed up."""
    return role.is_asked(folder) and held % ROLE_EVERY == ROLE_EVERY - 1


def _first_day(folder: Folder, on: date) -> date:
    return min((m.date for m in folder.meetings), default=on)


def _after(day: date, days: int) -> date:
    """A later day; the last of the calendar at most."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def _does_without(folder: Folder, subject: str) -> bool:
    return subject in folder.person.not_for_us


def _unclear(folder: Folder, start: date, on: date) -> Iterator[Candidate]:  # noqa: ARG001
    """Each `:-/` once it had two weeks to clear up by itself."""
    for note in folder.meetings:
        ready = _after(note.date, UNCLEAR_DAYS)
        for moment in between.unclear(folder._replace(meetings=(note,))):
            yield Candidate(Slot(UNCLEAR, moment=moment), note.date, ready=ready)


def _themes(folder: Folder, start: date, on: date) -> Iterator[Candidate]:
    """Active themes, each since it was last seen; without one it is asked for growth at large."""
    active = [theme for theme in folder.themes if theme.is_active]
    if not active or _does_without(folder, "themes"):
        heard = _heard(folder, lambda m: m.under("Growth"))
        yield Candidate(Slot(GROWTH), start, heard)
        return
    from onestop.insight import growth

    for theme in active:
        seen = [one.date for one in growth.sightings(folder, theme, on)]
        yield Candidate(Slot(THEME, theme=theme), theme.since or start, seen)


def _results(folder: Folder, start: date, on: date) -> Iterator[Candidate]:
    if not (folder.okrs or folder.team_okrs) or _does_without(folder, "okrs"):
        return
    from onestop.insight import okrs

    for one in okrs.tracked(folder, on):
        if one.result.is_open and one.quarter.closed is None:
            looks = sorted(look.date for look in one.result.checkins)
            yield Candidate(Slot(RESULT, result=one), one.result.since or start, looks)


def _blocks(folder: Folder, start: date, on: date) -> Iterator[Candidate]:  # noqa: ARG001
    if _does_without(folder, "plan"):
        return
    for focus in (f for f in folder.plan if f.is_open and f.block and f.id):

        def was_asked(note: Meeting, ident: str = focus.id) -> bool:
            return any(said.lower() == ident for said, _ in note.blocks)

        yield Candidate(Slot(BLOCK, focus=focus), start, _heard(folder, was_asked))


def _assumptions(folder: Folder, start: date, on: date) -> Iterator[Candidate]:  # noqa: ARG001
    if not _does_without(folder, "alignment"):
        for one in folder.alignment.assumptions:
            if one.is_open:
                yield Candidate(Slot(ASSUMPTION, assumption=one), one.since or start)


def _link(folder: Folder, start: date, on: date) -> Iterator[Candidate]:  # noqa: ARG001
    person = folder.person
    if person.ambition and not _does_without(folder, "career"):
        heard = sorted(link.date for link in person.ambition_links)
        asks = Slot(LINK, ambition=person.ambition)
        yield Candidate(asks, person.ambition_since or start, heard)


def _always(folder: Folder, start: date, on: date) -> Iterator[Candidate]:  # noqa: ARG001
    """What needs no preparation, once the two have got used to each other."""
    held = [m.date for m in folder.held()]
    if len(held) < SETTLED_IN:
        return
    ready = _after(held[SETTLED_IN - 1], 1)
    is_report = folder.person.relation == "report"
    if is_report and not _does_without(folder, "feedback"):
        given = sorted(f.day for f in folder.feedback if f.kind == TO_ME and f.day)
        yield Candidate(Slot(TO_MANAGER), start, given, ready)
    for kind, was_asked in _ASKED.items():
        if is_report or kind != DELEGATED:
            yield Candidate(Slot(kind), start, _heard(folder, was_asked), ready)


def _heard(folder: Folder, was_asked: Asked) -> list[date]:
    """The days of the held meetings in which it came up."""
    return [m.date for m in folder.held() if was_asked(m)]


def _handed_over(note: Meeting) -> bool:
    return any(DELEGATED_TAG in map(str.lower, action.tags) for action in note.actions)


_ASKED: dict[str, Asked] = {
    CHECK_IN: lambda m: m.under("Check-in"),
    DELEGATED: _handed_over,
    WORTH: lambda m: m.worth is not None,
    TALK: lambda m: m.talk_share is not None,
}
