"""Drawings for a page or a file: plain SVG, text as text, readable in black and white.

Nothing here runs, loads or links anything. Lines differ by their dashes and marks, not by colour,
and a gap interrupts a line.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from html import escape
from itertools import groupby
from typing import NamedTuple

from onestop.render.clean import clean
from onestop.render.timeline import Axis

WIDTH = 720
_LEFT, _RIGHT, _ROW, _BELOW = 84, 24, 18, 48
_PLOT, _BARS, _MARGIN = 112, 28, 16
_LETTER = 7
_NO_XML = re.compile("[\ufffe\uffff]")
_DASHES = ("", "7 3", "2 3", "9 3 2 3", "12 4")
_STYLE = (
    "font-family:system-ui,'Segoe UI',Helvetica,Arial,sans-serif;font-size:12px;"
    "color:#111;fill:currentColor"
)


class Series(NamedTuple):
    """A line: its name, and its values by day; None is a gap."""

    label: str
    points: Sequence[tuple[date, float | None]]


class Scale(NamedTuple):
    """The ends of an axis, and the values that are named on it, as `5 happy`."""

    low: float
    high: float
    names: tuple[tuple[float, str], ...]


class Bar(NamedTuple):
    """A part of a whole over some days, `part` of `whole`, as 3 of 4 meetings."""

    first: date
    last: date
    part: float
    whole: float
    label: str


class Picture(NamedTuple):
    """A drawing and its height, to be put below others."""

    title: str
    height: int
    body: str


def chart(
    series: Sequence[Series],
    title: str,
    scale: Scale,
    *,
    since: date,
    until: date,
    note: str = "",
) -> str:
    """One drawing of lines over time, whole in itself, also for a page of HTML."""
    return inline(lines(series, title, scale, since=since, until=until, note=note))


def inline(picture: Picture) -> str:
    """A drawing whole in itself."""
    name = f"<title>{_clean(picture.title)}</title>"
    return f"{_opened(picture.height)}{name}{picture.body}</svg>\n"


def sheet(title: str, pictures: Iterable[Picture], mark: str) -> str:
    """Several drawings below each other, as a file; `mark` names the command that made it."""
    below, parts = 38, []
    for picture in pictures:
        parts.append(f'<g transform="translate(0 {below})">{picture.body}</g>\n')
        below += picture.height
    name = f"<!-- {mark} -->\n<title>{_clean(title)}</title>\n"
    white = f'<rect x="{-_MARGIN}" y="{-_MARGIN}" width="100%" height="100%" fill="#fff"/>\n'
    head = _text(0, 16, title, size=16, bold=True)
    return f"{_opened(below, _MARGIN)}\n{name}{white}{head}\n{''.join(parts)}</svg>\n"


def lines(
    series: Sequence[Series],
    title: str,
    scale: Scale,
    *,
    since: date,
    until: date,
    note: str = "",
) -> Picture:
    """Lines over time, each with its first and last value; dates below, names beside."""
    axis = _axis(since, until)
    named = [(number, one) for number, one in enumerate(series) if one.label not in ("", title)]
    top = 40 + _ROW * len(named)
    parts = [_head(title, note), *_legend(named), *_grid(scale, top)]
    for number, one in enumerate(series):
        parts += _drawn(one, number, axis, scale, top)
        parts += [] if named else _ends(one, axis, scale, top)
    parts += _dates(axis, top, _PLOT)
    return Picture(title, top + _PLOT + _BELOW, "".join(parts))


def bars(
    columns: Sequence[Bar], title: str, *, since: date, until: date, note: str = ""
) -> Picture:
    """Bars over time, each filled as far as it came, with its numbers in words above."""
    axis, top = _axis(since, until), 46
    parts = [_head(title, note)]
    for bar in columns:
        left, right = _LEFT + axis.at(bar.first), _LEFT + axis.at(bar.last)
        wide = max(2, right - left - 4)
        share = min(1.0, bar.part / bar.whole) if bar.whole else 0.0
        full = round(share * _BARS)
        parts.append(_rect(left, top, wide, _BARS, 'fill="#fff" stroke="#777"'))
        parts.append(_rect(left, top + _BARS - full, wide, full, 'fill="#888"'))
        if len(bar.label) * 6 <= wide + 10:
            parts.append(_text(left, top - 6, bar.label))
    parts += _dates(axis, top, _BARS)
    return Picture(title, top + _BARS + _BELOW, "".join(parts))


def _axis(since: date, until: date) -> Axis:
    return Axis(since, until, WIDTH - _LEFT - _RIGHT)


def _opened(height: int, margin: int = 0) -> str:
    wide, high = WIDTH + 2 * margin, height + 2 * margin
    box = f'width="{wide}" height="{high}" viewBox="{-margin} {-margin} {wide} {high}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box} role="img" style="{_STYLE}">'


def _head(title: str, note: str) -> str:
    beside = f'<tspan dx="10">{_clean(note)}</tspan>' if note else ""
    bold = f'<tspan font-size="14" font-weight="600">{_clean(title)}</tspan>'
    return f'<text x="0" y="14">{bold}{beside}</text>'


def _legend(named: Iterable[tuple[int, Series]]) -> Iterator[str]:
    """Which line is whose, and its first and last value, where that is not the title."""
    for place, (number, one) in enumerate(named):
        y = 34 + _ROW * place
        yield _path([(_LEFT, y), (_LEFT + 36, y)], number) + _mark(_LEFT + 18, y, number)
        known = [value for _, value in one.points if value is not None]
        ends = " to ".join(f"{value:g}" for value in known[:1] + known[1:][-1:])
        yield _text(_LEFT + 46, y + 4, f"{one.label}: {ends}" if ends else one.label)


def _grid(scale: Scale, top: int) -> Iterator[str]:
    for value, name in scale.names:
        y = _height(value, scale, top)
        yield f'<path d="M{_LEFT} {y}H{WIDTH - _RIGHT}" stroke="#ccc"/>'
        yield _text(_LEFT - 10, y + 4, name, anchor="end")


def _dates(axis: Axis, top: int, height: int) -> Iterator[str]:
    """The line of time, with the days that are named."""
    y = top + height + 8
    yield f'<path d="M{_LEFT} {y}H{WIDTH - _RIGHT}" stroke="#111"/>'
    for day, label in axis.ticks(lambda text: len(text) * _LETTER + 12):
        x = _LEFT + axis.at(day)
        yield f'<path d="M{x} {y}v5" stroke="#111"/>' + _text(x, y + 18, label)


def _drawn(one: Series, number: int, axis: Axis, scale: Scale, top: int) -> Iterator[str]:
    """A line with its marks, in pieces between its gaps."""
    places = [(_LEFT + axis.at(day), value) for day, value in one.points]
    for is_gap, some in groupby(places, key=lambda place: place[1] is None):
        if is_gap:
            yield from (f'<path d="M{x} {top + _PLOT + 4}v8" stroke="#777"/>' for x, _ in some)
            continue
        piece = [(x, _height(value, scale, top)) for x, value in some if value is not None]
        yield _path(piece, number) + "".join(_mark(x, y, number) for x, y in piece)


def _ends(one: Series, axis: Axis, scale: Scale, top: int) -> Iterator[str]:
    """The first and the last value, above their marks."""
    known = [(_LEFT + axis.at(day), value) for day, value in one.points if value is not None]
    for x, value in dict.fromkeys(known[:1] + known[-1:]):
        yield _text(x, _height(value, scale, top) - 8, f"{value:g}", anchor="middle")


def _height(value: float, scale: Scale, top: int) -> int:
    share = (value - scale.low) / ((scale.high - scale.low) or 1)
    return round(top + _PLOT * (1 - min(1.0, max(0.0, share))))


def _path(points: Sequence[tuple[int, int]], number: int) -> str:
    dash = _DASHES[number % len(_DASHES)]
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    way = "L".join(f"{x} {y}" for x, y in points)
    return f'<path d="M{way}" fill="none" stroke="#111" stroke-width="1.5"{dashed}/>'


def _mark(x: int, y: int, number: int) -> str:
    """A filled or an open shape: five lines can be told apart without colour."""
    shape = (
        f'<circle cx="{x}" cy="{y}" r="3.5"',
        f'<rect x="{x - 3}" y="{y - 3}" width="7" height="7"',
        f'<path d="M{x} {y - 5}l5 9h-10z"',
        f'<path d="M{x} {y - 5}l5 5l-5 5l-5 -5z"',
    )[number % 4]
    return f'{shape} fill="{("#111", "#fff")[number % 2]}" stroke="#111"/>'


def _rect(x: int, y: int, wide: int, high: int, how: str) -> str:
    return f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" {how}/>'


def _text(
    x: int, y: int, words: str, *, size: int = 12, bold: bool = False, anchor: str = "start"
) -> str:
    weight = ' font-weight="600"' if bold else ""
    big = f' font-size="{size}"' if size != 12 else ""
    end = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{x}" y="{y}"{big}{weight}{end}>{_clean(words)}</text>'


def _clean(words: str) -> str:
    """Words as XML may hold them: control characters are spelled, the rest is escaped."""
    return escape(_NO_XML.sub("\ufffd", clean(words)), quote=True)
