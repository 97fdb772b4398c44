"""A document as one web page that needs nothing else: no script, no picture, no network.

Every word of a note is escaped, so that nothing in it can become a part of the page.
"""

from collections.abc import Iterator
from html import escape
from string import Template
from urllib.parse import quote

from onestop.render import svg, words
from onestop.render.clean import clean
from onestop.render.document import (
    Chart,
    Document,
    Entry,
    Group,
    Here,
    Part,
    Place,
    Section,
    Table,
    more,
)


def draw(document: Document, template: str, here: Here | None, mark: str) -> str:
    """The page; `here` spells the way from it to a file, None leaves the places out.

    `mark` is the word by which the page is known again, and `template` has room for it,
    for the `title`, and for the `body`.
    """
    head = [f"<h1>{_spelled(document.title)}</h1>"]
    head += [f'<p class="lead">{_spelled(line)}</p>' for line in document.lead]
    body = "\n".join([*head, *(_section(one, here) for one in document.sections)])
    title = _spelled(document.title)
    return Template(template).substitute(title=title, mark=escape(mark), body=body)


def _section(section: Section, here: Here | None) -> str:
    parts = "\n".join(_part(part, here) for part in section.parts)
    return f"<section>\n<h2>{_spelled(section.title)}</h2>\n{parts}\n</section>"


def _part(part: Part, here: Here | None) -> str:
    if isinstance(part, Table):
        return _table(part)
    if isinstance(part, Chart):
        return f'<div class="chart">{_chart(part)}</div>'
    return "".join(_group(part, here)) if isinstance(part, Group) else f"<p>{_spelled(part)}</p>"


def _group(group: Group, here: Here | None) -> Iterator[str]:
    yield f'<div class="group"><h3>{_spelled(group.title)}</h3><ul>'
    yield from (_entry(entry, here) for entry in group.entries)
    if not group.entries:
        yield '<li class="none">-</li>'
    if group.more:
        yield f'<li class="none">{_spelled(more(group.more))} in the notes</li>'
    yield "</ul></div>"


def _entry(entry: Entry, here: Here | None) -> str:
    head = ", ".join(filter(None, (entry.day, entry.who)))
    said = f"<b>{_spelled(head)}</b> " if head else ""
    text = words.sentence(entry.text) if entry.note else entry.text
    note = f" <i>{_spelled(entry.note)}</i>" if entry.note else ""
    place = _link(entry.place, here) if here and entry.place else ""
    return f'<li class="level{entry.level}">{said}{_spelled(text)}{note}{place}</li>\n'


def _link(place: Place, here: Here) -> str:
    """The place, as a link to its file; several files have none."""
    told = _spelled(f"{place.path}:{place.line}" if place.line else place.path)
    if "*" in place.path:
        return f' <span class="place">{told}</span>'
    way = escape(quote(here(place.path).replace("\\", "/"), errors="surrogateescape"))
    return f' <a class="place" href="{way}">{told}</a>'


def _table(table: Table) -> str:
    head = "".join(f"<th>{_spelled(cell)}</th>" for cell in table.head)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_spelled(cell)}</td>' for cell in cells)}</tr>"
        for cells in table.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _chart(chart: Chart) -> str:
    """Values as a line with its gaps, counts as bars of one height and width, filled as far."""
    since, until = chart.since, chart.until
    if chart.scale:
        low, high = chart.scale[0][0], chart.scale[-1][0]
        line = svg.Series(chart.title, chart.points)
        scale = svg.Scale(low, high, chart.scale)
        return svg.chart([line], chart.title, scale, since=since, until=until)
    top = max((value or 0 for _, value in chart.points), default=0)
    ends = [*(first for first, _ in chart.points[1:]), until]
    columns = [
        svg.Bar(max(first, since), min(last, until), value or 0, top, f"{value or 0:g}")
        for (first, value), last in zip(chart.points, ends, strict=False)
    ]
    return svg.inline(svg.bars(columns, chart.title, since=since, until=until))


def _spelled(text: str) -> str:
    return escape(clean(text))
