"""How the two are with each other: happiness, ratings, promises, and what was put right."""

import re
from collections.abc import Iterator

from onestop.insight import mood, performance
from onestop.insight.performance import ANCHORS, PERFORMANCE, SUBJECTS
from onestop.insight.review import Line
from onestop.insight.review.promises import DROPPED, KEPT, LATE, OPEN, OUTCOMES
from onestop.model.alignment import OUTCOMES as TURNED_OUT
from onestop.model.rating import APART, MINE, REPORTED, TOGETHER, Rating
from onestop.render import words
from onestop.render.document import Chart, Entry, Group, Part, Place, Table
from onestop.render.mood import GAP, scale
from onestop.render.review.parts import Context, bare

_DROPPED_SAID = re.compile(r"\(dropped: .+\)$")

_BECAME = {KEPT: "kept", LATE: "kept late", DROPPED: "dropped", OPEN: "still open"}


def happiness(about: Context) -> Iterator[Part]:
    """The numbers of each month in their order, gaps as gaps."""
    felt = [point for month in about.view.months for point in month.happiness]
    if not any(said for _, said in felt):
        return
    yield f"{scale()}; {GAP} is a meeting without a number."
    names = tuple((float(n), f"{n} {name}") for n, name in mood.ANCHORS.items())
    since = about.view.months[about.before].first
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


def promises(about: Context) -> Iterator[Part]:
    """How many were kept on either side, then the promises themselves."""
    sides = [side for side in about.view.promises if side.lines]
    if not sides:
        return
    names = {"them": about.view.person.first_name, "me": about.view.manager.first_name}
    counts = tuple(
        (names[side.side], *(str(side.count(outcome)) for outcome in OUTCOMES)) for side in sides
    )
    yield Table(("", *(_BECAME[outcome] for outcome in OUTCOMES)), counts)

    def draw(line: Line) -> Entry:
        if line.kind == OPEN:
            return about.entry(line)._replace(day="", note=_open(line, about))
        return about.entry(line)._replace(day=about.day(line.told), note=_became(line))

    yield from about.by_month((line for side in sides for line in side.lines), draw)


def corrections(about: Context) -> Iterator[Part]:
    """What was put right on the way: decisions are counted, tested beliefs are shown."""
    count = about.view.corrections
    if not (count.tested or count.said_back):
        return
    outcomes = dict(zip(TURNED_OUT, (count.held, count.wrong, count.corrected), strict=True))
    ways = ", ".join(f"{number} {word}" for word, number in outcomes.items() if number)
    said = [words.plural(count.decisions, "decision")] if count.decisions else []
    said += [f"{words.plural(count.tested, 'assumption')} tested ({ways})"] if count.tested else []
    theirs = f"{about.view.person.first_name}'s"
    back = words.plural(count.said_back, "expectation")
    said += [f"{back} put in {theirs} words"] if count.said_back else []
    yield f"{', '.join(said)}."

    def draw(line: Line) -> Entry:
        note = (
            f'"{line.more}"' if not line.kind else ": ".join(filter(None, (line.kind, line.more)))
        )
        return about.entry(line)._replace(note=note)

    yield from about.by_month((*about.view.told.tested, *about.view.told.said_back), draw)


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
                key = f"{name}-fact" if score.fact else name
                line = about.view.files.line(rating.path, key)
                yield Entry(told, who=who, note=score.fact, place=Place(rating.path, line))
    if rating.improve:
        line = about.view.files.line(rating.path, "improve")
        yield Entry(f"To improve: {rating.improve}", place=Place(rating.path, line))


def _open(line: Line, about: Context) -> str:
    """`open since 3 Nov, 4 days late`."""
    since = f" since {about.day(line.told)}" if line.told else ""
    return ", ".join(filter(None, (f"open{since}", _late(line))))


def _late(line: Line) -> str:
    return f"{words.plural(line.days, 'day')} late" if line.days else ""


def _became(line: Line) -> str:
    """What became of it, unless its own words say so already."""
    is_told = line.kind == DROPPED and _DROPPED_SAID.search(bare(line.text))
    became = {LATE: _late(line), KEPT: "", DROPPED: "" if is_told else DROPPED}[line.kind]
    return ", ".join(filter(None, (became, "" if line.told else "day not noted")))
