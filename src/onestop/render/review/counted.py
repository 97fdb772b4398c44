"""The parts of a review that are numbers: coverage, objectives, happiness, ratings."""

from collections.abc import Iterator
from datetime import date

from onestop.insight import grades, mood, performance
from onestop.insight.performance import ANCHORS, PERFORMANCE, SUBJECTS
from onestop.insight.review import Graded, Month
from onestop.model.okr import DROPPED, KeyResult, Objective, bounds
from onestop.model.rating import APART, MINE, REPORTED, TOGETHER, Rating
from onestop.render import words
from onestop.render.document import Chart, Entry, Group, Part, Place, Table
from onestop.render.mood import GAP, scale
from onestop.render.okrs import number
from onestop.render.review.parts import Context

_NOTHING = "nothing noted"


def coverage(about: Context) -> Iterator[Part]:
    """How much was written down, month by month, so that nobody takes silence for nothing done."""
    months = about.view.months
    before = _before(about)
    held = tuple((month.first, float(month.held)) for month in months[before:])
    end = _month_end(months[-1].first)
    yield Chart("Meetings held, month by month", months[before].first, end, held)
    if before:
        span = about.month(months[0].first)
        span = f"{span} to {about.month(months[before - 1].first)}" if before > 1 else span
        yield Group(span, (Entry("before these notes begin"),))
    yield from (Group(about.month(m.first), (_covered(m),)) for m in months[before:])


def _before(about: Context) -> int:
    """How many months had passed before anything was noted: they are no silence."""
    begins = about.view.begins
    first = begins.replace(day=1) if begins else date.min
    return sum(month.first < first and month.is_empty for month in about.view.months[:-1])


def objectives(about: Context) -> Iterator[Part]:
    """Each quarter with its objectives and key results."""
    for one in about.view.quarters:
        whose = f", {about.view.person.first_name}'s team" if one.team else ""
        closed = about.day(one.quarter.closed)
        how = f", closed {closed}" if closed and one.is_over else "" if one.is_over else ", so far"
        yield Group(f"{one.quarter.name}{whose}{how}", tuple(_results(one)))


def happiness(about: Context) -> Iterator[Part]:
    """The numbers of each month in their order, gaps as gaps."""
    felt = [point for month in about.view.months for point in month.happiness]
    if not any(said for _, said in felt):
        return
    yield f"{scale()}; {GAP} is a meeting without a number."
    names = tuple((float(n), f"{n} {name}") for n, name in mood.ANCHORS.items())
    since = about.view.months[_before(about)].first
    until = about.view.period.until
    yield Chart("Happiness", max(since, about.view.period.since), until, tuple(felt), names)
    for month in about.view.months:
        if month.happiness:
            told = " ".join(str(said) if said else GAP for _, said in month.happiness)
            yield Group(about.month(month.first), (Entry(told, place=Place(month.path)),))


def ratings(about: Context) -> Iterator[Part]:
    """Each talk: both sides beside each other, how far apart they are, and what each rests on."""
    both = about.view.person.first_name, about.view.manager.first_name
    for rating in about.view.ratings:
        yield f"{about.day(rating.date)}, {_way(rating, both[0])}"
        rows = ((_subject(s, both), *_numbers(s, rating)) for s in SUBJECTS)
        yield Table(("", f"{both[0]} says", f"{both[1]} says", "apart"), tuple(rows))
        yield Group("Facts", tuple(_facts(rating, both, about)))


def _month_end(first: date) -> date:
    """The last day of a month, so that the bar of one that still runs is no narrower."""
    later = date.fromordinal(min(first.toordinal() + 31, date.max.toordinal()))
    return date.fromordinal(later.toordinal() - later.day) if later.month != first.month else later


def _covered(month: Month) -> Entry:
    """`4 meetings, 1 did not happen, 12 lines`, with a bar of 4."""
    said = [
        words.plural(month.held, "meeting") if month.held else "",
        f"{month.skipped} did not happen" if month.skipped else "",
        f"{month.unlogged} not logged" if month.unlogged else "",
        words.plural(month.lines, "line") if month.lines else "",
    ]
    told = ", ".join(filter(None, said)) if not month.is_empty else _NOTHING
    place = Place(month.path) if month.path else None
    return Entry(told, place=place, bar=month.held)


def _results(one: Graded) -> Iterator[Entry]:
    for objective in one.quarter.objectives:
        place = Place(one.quarter.path, objective.line)
        yield Entry(objective.title, note=_reached(objective, one), place=place)
        for result in objective.results:
            place = Place(one.quarter.path, result.line)
            note = _way_of(result, is_over=one.is_over)
            yield Entry(result.title, note=note, place=place, level=1)


def _reached(objective: Objective, one: Graded) -> str:
    """`committed, 0.40 of 1.00 expected, fair`; a quarter that still runs is not judged."""
    known, wanted = grades.grade_objective(objective), grades.expected(objective)
    if not one.is_over:
        so_far = f"{known:.2f} so far, " if known is not None else ""
        last = bounds(one.quarter.name)[1]
        return f"{objective.kind}, {so_far}{wanted:.2f} expected by {words.past_day(last, last)}"
    if known is None:
        return f"{objective.kind}, {wanted:.2f} expected"
    return f"{objective.kind}, {known:.2f} of {wanted:.2f} expected, {grades.word(known)}"


def _way_of(result: KeyResult, *, is_over: bool) -> str:
    """`55 to 41, target 20: 0.40 fair`, or `0.40 so far`."""
    known, now = grades.grade(result), grades.last_number(result)
    if result.status == DROPPED:
        return "dropped"
    way = ""
    if result.start is not None and result.target is not None and now is not None:
        way = f"{number(result.start)} to {number(now)}, target {number(result.target)}: "
    elif result.milestones:
        done = sum(step.done is not None for step in result.milestones)
        way = f"{done} of {words.plural(len(result.milestones), 'milestone')}: "
    went_on = f", carried to {result.carried_to}" if result.carried_to else ""
    return f"{way}{_grade(known, is_over=is_over)}{went_on}"


def _grade(known: float | None, *, is_over: bool) -> str:
    if known is None:
        return "no number yet"
    return f"{known:.2f} {grades.word(known) if is_over else 'so far'}"


def _way(rating: Rating, person: str) -> str:
    """How the numbers came together; what was only reported is weaker, and says so."""
    return {
        APART: "each apart, opened together",
        TOGETHER: "together, neither saw the other's",
        REPORTED: f"{person}'s numbers as reported by the other side, which is weaker",
    }[rating.way]


def _subject(subject: str, both: tuple[str, str]) -> str:
    return f"{both[0]}'s performance" if subject == PERFORMANCE else f"{both[1]} as manager"


def _numbers(subject: str, rating: Rating) -> Iterator[str]:
    """What the person says, what the manager says, and how far that is apart."""
    for name in sorted(SUBJECTS[subject], key=MINE.__contains__):
        score = rating.score(name)
        yield str(score.number) if score else "-"
    yield next((str(p.size) for p in performance.pairs(rating) if p.subject == subject), "-")


def _facts(rating: Rating, both: tuple[str, str], about: Context) -> Iterator[Entry]:
    """Each number with its anchor and the fact behind it."""
    for subject, names in SUBJECTS.items():
        for name in names:
            if score := rating.score(name):
                who = both[name in MINE]
                told = f"{_subject(subject, both)} {score.number}, {ANCHORS[score.number].name}"
                line = about.view.files.line(rating.path, name)
                yield Entry(told, who=who, note=score.fact, place=Place(rating.path, line))
    if rating.improve:
        line = about.view.files.line(rating.path, "improve")
        yield Entry(f"To improve: {rating.improve}", place=Place(rating.path, line))
