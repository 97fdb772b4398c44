"""What a manager needs to know this morning: who is due, what is owed, what was not logged."""

from collections.abc import Iterable, Sequence
from datetime import date

from onestop.insight import actions, between, cadence, habit, mood
from onestop.insight.actions import ME, THEM, Promise
from onestop.insight.cadence import Rhythm
from onestop.insight.load import load
from onestop.insight.morning import Due, Quiet, View
from onestop.insight.practice import HEARD_DAYS, HEARD_EACH, HEARD_LINES, LATE_FACTOR
from onestop.model.calendar import shifted
from onestop.model.feedback import Feedback
from onestop.model.folder import Folder
from onestop.model.meeting import CONFUSED, SAD, Moment
from onestop.model.person import Person
from onestop.model.settings import Settings
from onestop.model.topic import Remark

DAYS_AHEAD = 7

Heard = tuple[Person, date, Moment]
"""Who said it, in the meeting of which day, and what."""


def view(
    folders: Iterable[Folder],
    settings: Settings,
    today: date,
    interrupted: Iterable[tuple[str, date]] = (),
) -> View:
    """Everything of today, each part in the order in which it wants doing.

    `interrupted` are the logs of which answers are kept: whose, and of which day.
    """
    active = [f for f in folders if not f.person.archived]
    clocks = {f.person.slug: cadence.rhythm(f, settings, today) for f in active}
    promises, kept = actions.view(active, settings, today).promises, tuple(interrupted)
    heard, unheard = _heard(active, today)
    found = View(
        today=today,
        people=len(active),
        met=any(m.held for f in active for m in f.meetings),
        due=_due(active, clocks, settings, today),
        coming=_coming(active, clocks, today),
        owed=_owed(promises, today),
        undated=sum(p.side == ME and p.item.due is None for p in promises),
        theirs_late=sum(p.side == THEM and p.late_days > 0 for p in promises),
        interrupted=tuple(
            (f.person, on) for f in active for who, on in kept if who == f.person.slug
        ),
        unlogged=_unlogged(active, clocks, settings, today),
        quiet=_quiet(active, clocks),
        skipped=tuple(
            (f.person, clock.skip)
            for f in active
            if (clock := clocks[f.person.slug]).skip and not clock.away_until
        ),
        reminders=_reminders(active, today),
        load=load([f.person for f in active], settings),
        unsaid=_unsaid(active, today),
        heard=heard,
        unheard=unheard,
    )
    return found._replace(habit=habit.choose(found, active))


def _unsaid(folders: Sequence[Folder], today: date) -> tuple[tuple[Person, Feedback, int], ...]:
    """Feedback nobody has heard yet, with the days it waits; the longest wait first."""
    found = [
        (f.person, said, (today - said.day).days if said.day else 0)
        for f in folders for said in between.unsaid(f, today)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda row: -row[2]))


def _heard(folders: Sequence[Folder], today: date) -> tuple[tuple[Heard, ...], int]:
    """What made people sad or unsure in the last weeks, and how many more there are.

    The latest of each, and of all of these the newest; as they come, never ranked.
    """
    since = shifted(today, -HEARD_DAYS)
    each = [
        [
            (f.person, note.date, moment)
            for note in f.held(today) if note.date >= since
            for moment in note.moments if _weighs(moment)
        ]
        for f in folders
    ]  # fmt: skip
    latest = [heard for some in each for heard in some[-HEARD_EACH:]]
    newest = sorted(range(len(latest)), key=lambda n: latest[n][1])[-HEARD_LINES:]
    shown = tuple(latest[n] for n in sorted(newest))
    return shown, sum(map(len, each)) - len(shown)


def _weighs(moment: Moment) -> bool:
    """Whether it made somebody sad, or unsure as far as is known today."""
    return moment.face == SAD or (moment.face == CONFUSED and moment.became in ("", "sad"))


def _due(
    folders: Sequence[Folder], clocks: dict[str, Rhythm], settings: Settings, today: date
) -> tuple[Due, ...]:
    found = [
        f for f in folders
        if clocks[f.person.slug].next_on == today and not clocks[f.person.slug].away_until
    ]  # fmt: skip
    found.sort(key=lambda f: (f.person.hour, f.person.slug))
    return tuple(_due_one(f, clocks[f.person.slug], settings, today) for f in found)


def _due_one(folder: Folder, clock: Rhythm, settings: Settings, today: date) -> Due:
    open_ones = actions.open_promises(folder, settings, today)
    topics = between.open_topics(folder, today)
    return Due(
        person=folder.person,
        i_owe=sum(p.side == ME for p in open_ones),
        they_bring=sum(t.owner == folder.person.slug for t in topics),
        sad=mood.sad_since(folder, clock.last, today) if clock.last else "",
        back_from_leave=_was_away(folder, clock, today),
        is_first=clock.last is None,
        they_owe=sum(p.side == THEM for p in open_ones),
        i_bring=sum(t.owner != folder.person.slug for t in topics),
        waited_days=0 if clock.last else _waited(folder.person, clock),
    )


def _waited(person: Person, clock: Rhythm) -> int:
    """For how many days somebody waits for the first meeting, once that is late."""
    is_late = clock.quiet_days >= LATE_FACTOR * person.cadence.days
    return clock.quiet_days if is_late else 0


def _was_away(folder: Folder, clock: Rhythm, today: date) -> bool:
    since = clock.last.date if clock.last else today
    return any(since < leave.last < today for leave in folder.person.away)


def _coming(
    folders: Sequence[Folder], clocks: dict[str, Rhythm], today: date
) -> tuple[tuple[date, tuple[Person, ...]], ...]:
    """The days of the coming week with the people met on each."""
    days: dict[date, list[Person]] = {}
    for folder in folders:
        day = clocks[folder.person.slug].next_on
        if 0 < (day - today).days <= DAYS_AHEAD:
            days.setdefault(day, []).append(folder.person)
    return tuple(
        (day, tuple(sorted(days[day], key=lambda p: (p.hour, p.slug)))) for day in sorted(days)
    )


def _owed(promises: Iterable[Promise], today: date) -> tuple[Promise, ...]:
    """The manager's own promises that are late or due within three days."""
    mine = (p for p in promises if p.side == ME)
    return tuple(p for p in mine if p.item.due and (p.item.due - today).days <= 3)


def _unlogged(
    folders: Sequence[Folder], clocks: dict[str, Rhythm], settings: Settings, today: date
) -> tuple[tuple[Person, date], ...]:
    """The oldest first: planned notes whose day has passed, and a usual day without a note.

    Whoever is late by now is called quiet instead: one missed day is forgotten, two are not.
    """
    found = [(f.person, m.date) for f in folders for m in clocks[f.person.slug].unlogged]
    for folder in folders:
        missed = cadence.missed_on(folder, settings, today)
        if missed and clocks[folder.person.slug].status in (cadence.FINE, cadence.TODAY):
            found.append((folder.person, missed))
    return tuple(sorted(found, key=lambda pair: (pair[1], pair[0].slug)))


def _quiet(folders: Sequence[Folder], clocks: dict[str, Rhythm]) -> tuple[Quiet, ...]:
    """The longest silence first, measured in their own rhythm.

    With a note that is not logged yet, nobody knows whether there was silence.
    """
    found = [Quiet(f.person, clocks[f.person.slug]) for f in folders]
    silent = [
        q for q in found
        if q.rhythm.status in (cadence.LATE, cadence.GAP) and not q.rhythm.unlogged
    ]  # fmt: skip
    return tuple(sorted(silent, key=lambda q: -q.rhythm.quiet_days / q.person.cadence.days))


def _reminders(folders: Sequence[Folder], today: date) -> tuple[tuple[Person, Remark], ...]:
    return tuple((f.person, r) for f in folders for r in between.reminders(f, today, today))
