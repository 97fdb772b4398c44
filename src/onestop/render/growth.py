"""How a role, growth themes and an ambition look."""

from collections.abc import Iterator, Sequence
from datetime import date

from onestop.insight import role as roles
from onestop.insight.growth import Arc, LinkDue, Sighting
from onestop.insight.practice import SIGHTINGS_SHOWN
from onestop.model.person import Person
from onestop.model.role import RolePurpose
from onestop.model.theme import ACTIVE, EMERGING, GROWN
from onestop.render import words
from onestop.render.text import BLANK, Cell, Page, Row, row

_LABELS = 9
"""The width of the longest label, so that all parts of a page begin in one column."""


def role(view: roles.View) -> Page:
    """The question, both sides' words, and what is still missing."""
    return [*_question(view), *_reasons(view.role, view.person), *_earlier(view), *_missing(view)]


def role_words(role: RolePurpose, person: Person) -> Page:
    """The words of a role alone: the question, and why it exists."""
    asked = [row(Cell(f"  {role.question}", "question"))] if role.question else []
    return [*asked, *_reasons(role, person)]


def themes(arcs: Sequence[Arc], person: Person, today: date) -> Page:
    """Every theme with its last sightings; active ones first, grown ones last."""
    page: Page = [row(Cell(f"{person.name}, growth themes", "name"))]
    for arc in sorted(arcs, key=lambda a: (a.theme.state != ACTIVE, a.theme.state == GROWN)):
        page += [BLANK, *_theme(arc, person, today)]
        seen = arc.sightings[-SIGHTINGS_SHOWN:]
        page += [_sighting(s, person, today) for s in seen] or _unseen(arc)
        page += _questions(arc)
    return page


def theme(arc: Arc, person: Person, today: date) -> Page:
    """One theme with its whole arc, each sighting with its place."""
    page: Page = [*_theme(arc, person, today), *_said("Stretch", arc.theme.stretch)]
    for seen in arc.sightings:
        line = _sighting(seen, person, today)
        place = Cell(f"{seen.path}:{seen.line}", "quiet")
        page.append(line._replace(cells=(*line.cells, place), grid="arc"))
    return [*page, *([] if arc.sightings else _unseen(arc)), *_questions(arc)]


def ambition(person: Person, due: LinkDue | None, today: date) -> Page:
    """What somebody dreams of, and where today's role already trains it."""
    since = (
        f", since {words.past_day(person.ambition_since, today)}" if person.ambition_since else ""
    )
    page: Page = [row(Cell(person.name, "name")), *_said("Ambition", f"{person.ambition}{since}")]
    for n, link in enumerate(person.ambition_links):
        here = f"{link.skill}: {link.here}" if link.here else link.skill
        day = words.past_day(link.date, today)
        page.append(row(_label("" if n else "Links"), day, here, grid="links", stretch=2))
    if due:
        ask = "Which skill that it takes does today's role train?"
        page += _said("Ask", f'{ask}  one ambition {person.slug} link SKILL --here "..."')
    return page


def seen(arc: Arc, person: Person) -> str:
    """`seen 4 times, 3 named by Alice`."""
    count = len(arc.sightings)
    if not count:
        return "not seen yet"
    times = "once" if count == 1 else "twice" if count == 2 else f"{count} times"
    return f"seen {times}, {arc.named or 'none'} named by {person.first_name}"


def _question(view: roles.View) -> Iterator[Row]:
    title = f", {view.person.title}" if view.person.title else ""
    yield row(Cell(f"{view.person.name}{title}", "name"))
    if not view.role.question:
        return
    yield row(Cell(f"  {view.role.question}", "question"))
    if view.role.agreed:
        yield from _said("Agreed", words.past_day(view.role.agreed, view.today))


def _reasons(role: RolePurpose, person: Person) -> Iterator[Row]:
    yield from _said("You", role.mine)
    yield from _said(person.first_name, role.theirs)
    yield from _said("Stretch", role.stretch)


def _earlier(view: roles.View) -> Iterator[Row]:
    for n, (day, question) in enumerate(reversed(view.role.earlier)):
        when = words.past_day(day, view.today) if day else ""
        yield row(_label("" if n else "Earlier"), when, question, grid="earlier", stretch=2)


def _missing(view: roles.View) -> Iterator[Row]:
    slug, name = view.person.slug, view.person.first_name
    ways = {
        roles.QUESTION: ("the guiding question", '"...?"'),
        roles.MINE: ("why the role exists, in your words", '--mine "..."'),
        roles.THEIRS: (f"why it exists, in {name}'s own words", '--theirs "..."'),
    }
    for n, part in enumerate(view.missing):
        what, flag = ways[part]
        yield row(_label("" if n else "Missing"), what, f"one role {slug} {flag}", grid="missing")
    if view.fits_due:
        yield from _said("Ask", f"Does it still fit?  If so: one role {slug} --agreed today")


def _theme(arc: Arc, person: Person, today: date) -> Iterator[Row]:
    theme = arc.theme
    since = f" since {words.past_day(theme.since, today)}" if theme.since else ""
    yield row(Cell(f"#{theme.id}", "id"), Cell(theme.title, "name"))
    yield row(Cell(f"  {theme.state}{since}, {seen(arc, person)}", "quiet"))


def _sighting(seen: Sighting, person: Person, today: date) -> Row:
    who = person.first_name if seen.who == person.slug else ""
    day = words.past_day(seen.date, today)
    return row(Cell(f"  {day}"), Cell(who, "name"), seen.text, grid="sightings", stretch=2)


def _unseen(arc: Arc) -> list[Row]:
    """How a theme comes to be seen, for one that is looked for."""
    if arc.theme.state not in (EMERGING, ACTIVE):
        return []
    return [row(Cell(f"  Put #{arc.theme.id} behind a line of a note where it shows.", "quiet"))]


def _questions(arc: Arc) -> list[Row]:
    return [row(Cell(f"  Ask: {question}")) for question in arc.theme.ask]


def _said(label: str, text: str) -> list[Row]:
    """A label and its words, or nothing."""
    return [row(_label(label), text, grid="growth", stretch=1)] if text else []


def _label(text: str) -> Cell:
    return Cell(f"{text:<{_LABELS}}", "label")
