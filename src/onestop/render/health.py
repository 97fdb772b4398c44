"""How the meetings look: each finding with the lines that show it, and one remedy."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from onestop.insight.health import Finding, Health, View, signs
from onestop.insight.health.signs import Sign
from onestop.insight.practice import HEALTH_LEAST, SHOWN_LINES
from onestop.render import words
from onestop.render.remedies import remedy
from onestop.render.text import BLANK, Cell, Page, Row, row

if TYPE_CHECKING:
    from onestop.render.programs import Document, Item

Here = Callable[[str], str]

_SIGNS = {
    signs.BARE: "nothing was on the agenda",
    signs.EMPTY: "held, nothing written",
    signs.UNLOGGED: "planned, never logged",
}
_TOLD = {
    signs.YOURS: "your topic: {text}",
    signs.THEIRS: "{name}'s topic, none of yours: {text}",
    signs.SPOKE: "{name} spoke {n} %",
    signs.WORK: "{lines}, none about {name}",
    signs.FLAT: "{lines}, no purpose, at most one heading",
    signs.SILENCE: "{days} without one before",
    signs.QUIET: "{days} without one since",
    signs.REVIVED: "about {name}, after {days} without one",
}


def draw(view: View, here: Here) -> Page:
    """Everybody of whom there is something to say."""
    page: Page = []
    for one in view.people:
        if one.findings:
            page += [BLANK] if page else []
            page += _person(one, here)
    return page


def grep(view: View, here: Here) -> str:
    """`path:line:text`, every sign a line, as editors read it."""
    return "\n".join(
        f"{here(sign.path)}:{sign.line}:{finding.name}: {told(sign, one)}"
        for one, finding, sign in _every(view)
    )


def document(view: View, here: Here) -> "Document":
    """Every sign as one item."""
    from onestop.render.programs import Document

    keys = ("person", "finding", "text", "path", "line", "remedy")
    items: list[Item] = []
    for one, finding, sign in _every(view):
        place = (told(sign, one), here(sign.path), sign.line)
        said = (one.person.slug, finding.name, *place, remedy(finding.name, one.person.slug))
        items.append(dict(zip(keys, said, strict=True)))
    return Document("health", keys, items)


def rest(view: View) -> list[str]:
    """The rest in a sentence each: with whom nothing stands out, who is too new, what is unread."""
    fine = [o for o in view.people if not o.findings and not o.is_early]
    early = [o for o in view.people if o.is_early]
    said = []
    if len(fine) == 1:
        said.append(
            f"Nothing stands out in the last {fine[0].window} meetings with {_name(fine[0])}."
        )
    elif fine:
        said.append(f"Nothing stands out with {words.all_of([o.person.slug for o in fine])}.")
    if early:
        said.append(
            f"Too early to say, before {HEALTH_LEAST} meetings were held: {_counts(early)}."
        )
    if view.unread:
        said.append(f"{words.plural(view.unread, 'note')} could not be read: one check")
    return said


def told(sign: Sign, one: Health) -> str:
    """What a sign shows, in words."""
    if sign.kind == signs.SKIP:
        return f"skipped, not moved{f': {sign.text}' if sign.text else ''}"
    if sign.kind in _TOLD:
        return _TOLD[sign.kind].format(
            name=one.person.first_name,
            text=sign.text,
            n=sign.number,
            lines=words.plural(sign.number, "line"),
            days=words.plural(sign.number, "day"),
        )
    return sign.text or _SIGNS[sign.kind]


def _every(view: View) -> Iterator[tuple[Health, Finding, Sign]]:
    for one in view.people:
        for finding in one.findings:
            for sign in finding.signs:
                yield one, finding, sign


def _person(one: Health, here: Here) -> Iterator[Row]:
    yield row(Cell(f"{one.person.name}, the last {one.window} meetings", "name"))
    for finding in one.findings:
        yield row(Cell(f"Looks like: {finding.name}", "warn"))
        shown = finding.signs[-SHOWN_LINES:]
        for sign in shown:
            place = Cell(f"  {here(sign.path)}:{sign.line}", "quiet")
            yield row(place, told(sign, one), grid=f"health {finding.name}", stretch=1)
        if more := len(finding.signs) - len(shown):
            yield row(
                Cell(f"  and {more} more: one health {one.person.slug} --format grep", "quiet")
            )
        yield row(f"  Try: {remedy(finding.name, one.person.slug)}")


def _name(one: Health) -> str:
    return one.person.first_name


def _counts(people: list[Health]) -> str:
    return ", ".join(f"{one.person.slug} {one.held}" for one in people)
