"""Drawings: well-formed for any words, without anything that runs or loads, gaps left open."""

import re
import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.render import svg
from onestop.render.svg import Bar, Scale, Series

FIRST, LAST = date(2026, 9, 1), date(2026, 11, 24)
MOOD = Scale(1, 5, ((1, "1 sad"), (3, "3 neutral"), (5, "5 happy")))
WEEK = timedelta(weeks=1)
ELEMENTS = {"svg", "g", "title", "path", "circle", "rect", "text", "tspan"}


def chart(*numbers: float | None, label: str = "", title: str = "Happiness", note: str = "") -> str:
    points = [(FIRST + n * WEEK, number) for n, number in enumerate(numbers)]
    series = [Series(label, points)]
    return svg.chart(series, title, MOOD, since=FIRST, until=LAST, note=note)


def words(drawn: str) -> list[str]:
    return [e.text or "" for e in ET.fromstring(drawn).iter() if e.tag.rpartition("}")[2] == "text"]


@settings(max_examples=examples(100), derandomize=True, deadline=None)
@given(st.text(), st.text(), st.lists(st.none() | st.floats(-9, 99), max_size=9))
def test_any_words_and_numbers_make_a_plain_drawing(
    title: str, note: str, numbers: list[float | None]
) -> None:
    drawn = svg.sheet(
        title, [svg.lines([Series(note, [])], title, MOOD, since=FIRST, until=LAST)], "one"
    )
    for one in (chart(*numbers, title=title, note=note, label=note), drawn):
        found = list(ET.fromstring(one.encode()).iter())
        assert {e.tag.rpartition("}")[2] for e in found} <= ELEMENTS
        assert not any(name.startswith("on") or "href" in name for e in found for name in e.attrib)
        assert one.count("http") - f"{title}{note}{note}".count("http") * 9 <= 1


def test_markup_in_words_stays_words() -> None:
    drawn = chart(3, title='<script>alert("x")</script> & ]]>')

    assert "<script" not in drawn
    assert "&lt;script&gt;" in drawn


def test_a_gap_interrupts_the_line_and_is_marked_below_it() -> None:
    whole, broken = chart(4, 4, 4, 4), chart(4, 4, None, 4)

    assert whole.count("stroke-width") == 1
    assert broken.count("stroke-width") == 2
    assert broken.count("<circle") == 3
    assert re.findall(r'd="M\d+ \d+v8"', broken) != []
    assert re.findall(r'd="M\d+ \d+v8"', whole) == []


def test_the_first_and_the_last_value_and_the_days_are_named_in_words() -> None:
    assert words(chart(4, 2, 5)) == ["", "1 sad", "3 neutral", "5 happy", "4", "5", "Sep", "Oct",
                                     "Nov"]  # fmt: skip


def test_higher_values_stand_higher_and_later_ones_to_the_right() -> None:
    places = re.findall(r'<circle cx="(\d+)" cy="(\d+)"', chart(1, 3, 5))
    across, down = [int(x) for x, _ in places], [int(y) for _, y in places]

    assert across == sorted(across)
    assert down == sorted(down, reverse=True)
    assert down[0] - down[1] == down[1] - down[2]


def test_several_lines_differ_without_colour_and_are_named_with_their_ends() -> None:
    series = [Series(name, [(FIRST, 3), (LAST, 4)]) for name in ("by Alice", "by you", "third")]
    drawn = svg.chart(series, "Performance", MOOD, since=FIRST, until=LAST)

    assert {"by Alice: 3 to 4", "by you: 3 to 4", "third: 3 to 4"} < set(words(drawn))
    assert len(set(re.findall(r"stroke-dasharray=\"[^\"]+\"", drawn))) == 2
    assert all(f"<{shape}" in drawn for shape in ("circle", "rect", "path"))
    assert not re.search(r"#(?!([0-9a-f])\1*\b)[0-9a-f]+", drawn.partition(">")[2])


@pytest.mark.parametrize(("part", "full"), [(0, 0), (2, 14), (4, 28), (5, 28)])
def test_a_bar_is_as_full_as_it_came(part: int, full: int) -> None:
    bar = Bar(FIRST, FIRST + 4 * WEEK, part, 4, f"{part} of 4")
    drawn = svg.inline(svg.bars([bar], "Cadence kept", since=FIRST, until=LAST))

    heights = [int(high) for high in re.findall(r'<rect[^>]* height="(\d+)"', drawn)]
    assert heights == [28, full]
    assert f"{part} of 4" in words(drawn)


def test_a_sheet_puts_drawings_below_each_other_on_white() -> None:
    one = svg.lines([Series("", [(FIRST, 3)])], "Happiness", MOOD, since=FIRST, until=LAST)
    drawn = svg.sheet("Alice Moreau", [one, one], "one trends")

    assert "<!-- one trends -->" in drawn
    below = [int(y) for y in re.findall(r"translate\(0 (\d+)\)", drawn)]
    assert below[1] - below[0] == one.height
    assert 'fill="#fff"' in drawn
    assert "<title>Alice Moreau</title>" in drawn


def test_without_values_the_frame_is_still_drawn() -> None:
    assert "<circle" not in chart()
    assert "5 happy" in chart(None)
