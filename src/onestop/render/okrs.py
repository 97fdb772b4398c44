"""How objectives and key results look: what, how far, and how sure somebody is."""

from collections.abc import Callable, Iterator
from datetime import date

from onestop.insight import grades
from onestop.insight.grades import FAIR, GOOD, LOW, SO_FAR
from onestop.insight.okrs import Tracked, View
from onestop.insight.quarters import is_early
from onestop.model.okr import COMMITTED, DOING, TODO, KeyResult, Objective, Quarter, bounds
from onestop.render import words
from onestop.render.text import Cell, Page, Row, row

STYLES = {LOW: "late", FAIR: "warn", GOOD: "good", SO_FAR: ""}
"""A grade's colour, by its word."""

_ORIGINS = {"team": "from the team", "manager": "from you", "person": "from the person"}


def draw(view: View) -> Page:
    """The quarter: each objective with its key results, and whose confidence fell."""
    page = [*_heading(view)]
    for objective in view.quarter.objectives if view.quarter else ():
        page += _objective(objective, view)
        for result in objective.results:
            page += _result(Tracked(_quarter(view), objective, result, bool(view.prefix)), view)
    return [*page, *_waiting(view)]


def line(one: Tracked, today: date) -> Row:
    """Where a key result stands, in one line."""
    sure = _confidence(one.result)
    said = f"{one.result.title}: {_way(one.result, today)}{', ' if sure.text else ''}"
    known, early = grades.grade(one.result), is_early(one.quarter, today)
    far = [] if known is None else [grade(known, early=early)]
    return row(Cell(one.tag, "id"), f"{said}{sure.text}", *far)


def history(one: Tracked, today: date) -> Page:
    """One key result with all its check-ins, the oldest first."""
    page = [_title(one, today)]
    page += [_line(words_) for words_ in (_way(one.result, today), _lead(one.result)) if words_]
    for step in one.result.milestones:
        done = f"done {words.past_day(step.done, today)}" if step.done else "not yet"
        page.append(_line(f"{done}: {step.title} ({number(step.share)})"))
    for look in one.result.checkins:
        page.append(
            row(
                Cell(words.past_day(look.date, today), "label"),
                number(look.now),
                f"lead {number(look.lead_now)}" if look.lead_now is not None else "",
                f"confidence {look.confidence}" if look.confidence is not None else "",
                grid="history",
            )
        )
    return page


def ended(quarter: Quarter, tag: Callable[[str], str]) -> Page:
    """What came of each objective, once the quarter is closed."""
    return [
        row(
            Cell(tag(one.id), "id"),
            one.title,
            grade(grades.grade_objective(one)),
            _outcome(one, is_closed=True),
            grid="ended",
            stretch=1,
        )
        for one in quarter.objectives
    ]


def grade(found: float | None, *, early: bool = False) -> Cell:
    """`0.40 fair`, in the colour of its word; `early` in a quarter `0.14 so far`."""
    if found is None:
        return Cell("no number yet", "quiet")
    word = grades.word(found, early=early)
    return Cell(f"{found:.2f} {word}", STYLES[word])


def number(value: float | None) -> str:
    """`41`, `0.5`; "" for none."""
    return "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".")


def question(one: Tracked) -> str:
    """What the walk asks about one key result, with what was said last."""
    sure = grades.confidence(one.result)
    has_steps = one.result.target is None
    known = (
        _steps_done(one.result) if has_steps else number(grades.last_number(one.result)),
        "" if sure is None else f"confidence {sure}",
    )
    said = ", ".join(k for k in known if k)
    lead = ", lead" if one.result.lead else ""
    ask = "confidence 0-10" if has_steps else f"number, confidence 0-10{lead}"
    return f"{one.tag}  {one.result.title}{f' ({said})' if said else ''}  {ask} > "


def ending(one: Tracked) -> str:
    """What closing a quarter asks about an open key result, with how far it came."""
    return f"{one.tag}  {one.result.title}  {grade(grades.grade(one.result)).text} > "


def _heading(view: View) -> Iterator[Row]:
    quarter = _quarter(view)
    yield row(Cell(f"{view.owner}, {quarter.name}", "name"), Cell(_left(quarter, view), "quiet"))


def _left(quarter: Quarter, view: View) -> str:
    """Where the quarter stands: before, within, over, closed."""
    begin, end = bounds(quarter.name)
    if quarter.closed:
        return f"closed {words.past_day(quarter.closed, view.today)}"
    if view.today < begin:
        return f"begins {words.near_day(begin, view.today)}"
    if view.today > end:
        return "over"
    return f"{words.plural((end - view.today).days + 1, 'day')} left"


def _objective(objective: Objective, view: View) -> Iterator[Row]:
    early = is_early(_quarter(view), view.today)
    found = grade(grades.grade_objective(objective), early=early)
    yield _row(Cell(_tag(objective.id, view), "id"), Cell(objective.title, "name"), found)
    expects = "expects 1.0" if objective.kind == COMMITTED else "about 0.7 is good"
    parts = (
        f"{objective.kind} ({expects})",
        f"supports {objective.supports}" if objective.supports else "",
        _ORIGINS.get(objective.origin, ""),
        f"agreed {words.past_day(objective.agreed, view.today)}" if objective.agreed else "",
        _outcome(objective, is_closed=_quarter(view).closed is not None),
    )
    yield _line(", ".join(part for part in parts if part))
    if _quarter(view).closed or view.today > bounds(_quarter(view).name)[1]:
        return
    if objective.agreed is None:
        ask = f"not agreed yet: one okr {view.asked} agree {_tag(objective.id, view)}"
        yield _line(ask, "warn")
    if not objective.results:
        ask = f'no key result yet: one okr {view.asked} result {_tag(objective.id, view)} "..."'
        yield _line(f"{ask} --start N --target N", "warn")


def _outcome(objective: Objective, *, is_closed: bool) -> str:
    """`reached`, and once the quarter is closed also that it was not."""
    if grades.reached(objective):
        return "reached"
    return "not reached" if is_closed and objective.results else ""


def _result(one: Tracked, view: View) -> Iterator[Row]:
    yield _title(one, view.today)
    lines = [(_way(one.result, view.today), _confidence(one.result))]
    lead = _lead(one.result)
    if view.is_team:
        lines.insert(0, (lead or "no lead indicator: what would move first?", Cell("")))
    elif lead:
        lines.append((lead, Cell("")))
    for said, beside in lines:
        yield _row(Cell(""), Cell(said), beside)


def _title(one: Tracked, today: date) -> Row:
    found = grade(grades.grade(one.result), early=is_early(one.quarter, today))
    return _row(Cell(f"  {one.tag}", "id"), Cell(one.result.title), found)


def _way(result: KeyResult, today: date) -> str:
    """How far it came: its numbers or its milestones, and its column where that says more."""
    said = _milestones(result) if result.target is None else _numbers(result, today)
    state = _state(result)
    return f"{state}, {said}" if state else said


def _state(result: KeyResult) -> str:
    """What its column says beyond its numbers."""
    if result.carried_to:
        return f"carried to {result.carried_to}"
    if result.status == TODO:
        begun = result.checkins or any(step.done for step in result.milestones)
        return "" if begun else "not begun"
    return "" if result.status == DOING else result.status


def _numbers(result: KeyResult, today: date) -> str:
    begun = f"from {number(result.start)} to {number(result.target)}"
    looks = [look for look in result.checkins if look.now is not None]
    if not looks:
        return begun
    return f"{begun}, now {number(looks[-1].now)} on {words.past_day(looks[-1].date, today)}"


def _milestones(result: KeyResult) -> str:
    if not result.milestones:
        return "no target: it cannot be measured"
    left = [step.title for step in result.milestones if step.done is None]
    return f"{_steps_done(result)}{f', next: {left[0]}' if left else ''}"


def _steps_done(result: KeyResult) -> str:
    done = sum(step.done is not None for step in result.milestones)
    return f"{done} of {words.plural(len(result.milestones), 'milestone')} done"


def _lead(result: KeyResult) -> str:
    now = grades.last_lead(result)
    known = f", now {number(now)}" if now is not None else ""
    return f"lead: {result.lead}{known}" if result.lead else known.replace(", now", "lead:")


def _confidence(result: KeyResult) -> Cell:
    fall = grades.confidence_fall(result)
    if fall and result.is_open:
        return Cell(f"confidence {fall.before} to {fall.now}", "late")
    sure = grades.confidence(result)
    return Cell("" if sure is None else f"confidence {sure}")


def _waiting(view: View) -> Iterator[Row]:
    for quarter in view.unclosed:
        yield row(
            Cell(f"{quarter.name} waits to be closed", "warn"),
            Cell(f"one okr {view.asked} close {quarter.name}"),
        )


def _quarter(view: View) -> Quarter:
    assert view.quarter is not None
    return view.quarter


def _tag(ident: str, view: View) -> str:
    return f"{view.prefix}{ident}"


def _line(said: str, style: str = "") -> Row:
    return row("", Cell(said, style), grid="okrs", stretch=1)


def _row(*cells: Cell) -> Row:
    return row(*cells, grid="okrs", stretch=1)
