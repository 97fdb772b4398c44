"""A page of courses on screens of every width, in letters that the screen has."""

from datetime import date, timedelta

import pytest

from onestop.insight import trends
from onestop.insight.periods import Period
from onestop.insight.trends import View
from onestop.model.folder import Folder
from onestop.model.meeting import Meeting
from onestop.model.okr import CheckIn, KeyResult, Objective, Quarter
from onestop.model.person import Person
from onestop.model.rating import NUMBERS, Rating, Score
from onestop.model.settings import Settings
from onestop.render import drawings
from onestop.render import trends as render
from onestop.render.plots import ASCII, UNICODE, Marks
from onestop.render.text import compose, width_of

TODAY = date(2026, 11, 24)
LONG = "Importer tickets per week at most 20, counted on Monday morning by the one on call"
NAMES = ("alice", "bo", "chen", "dana", "emil", "fay", "gus")


def folder(slug: str, first: date = date(2026, 6, 2), *, name: str = "") -> Folder:
    """A meeting every Tuesday from `first` on, every fifth without a number."""
    days = [first + timedelta(weeks=n) for n in range((TODAY - first).days // 7)]
    notes = (
        Meeting(slug, day, "", happiness=n % 5 or None, talk_share=40) for n, day in enumerate(days)
    )
    looks = tuple(CheckIn(day, confidence=(7 * n + 2) % 11) for n, day in enumerate(days))
    result = KeyResult("o1-kr1", LONG, checkins=looks, status="doing")
    scores = tuple((number, Score(n + 1)) for n, number in enumerate(NUMBERS))
    return Folder(
        Person(slug, name or slug.title(), day=1, added=first),
        meetings=tuple(notes),
        okrs=(Quarter("2026-Q4", (Objective("o1", "Less", results=(result,)),)),),
        ratings=(Rating(days[-1], scores=scores),),
    )


def team(first: date = date(2026, 6, 2)) -> View:
    folders = [folder(name, first) for name in NAMES]
    return trends.team(folders, Settings(), Period(first, TODAY), TODAY)


def whole(first: date = date(2026, 6, 2), name: str = "") -> View:
    one = folder("alice", first, name=name)
    return trends.person(one, Settings(), Period(first, TODAY), TODAY)


def lines(view: View, width: int | None, marks: Marks = UNICODE) -> list[str]:
    page = compose(render.draw(view, width, marks), width)
    return ["".join(cell.text for cell in line) for line in page]


@pytest.mark.parametrize("width", [50, 60, 79, 80, 100, 120, 200])
@pytest.mark.parametrize("view", [team(), whole(), whole(name="Maximilian-Alexander 山田")])
def test_a_page_fits_its_screen(view: View, width: int) -> None:
    shown = lines(view, width)

    assert all(width_of(line) <= width for line in shown)
    assert not any(line != line.rstrip() for line in shown)


def test_seven_people_fit_on_one_screen() -> None:
    shown = lines(team(), 80)

    assert len(shown) <= 22
    assert [line.split()[0] for line in shown if line.startswith(NAMES)] == list(NAMES)


def test_years_of_meetings_say_where_only_the_last_of_a_column_is_shown() -> None:
    said = "Where many meetings share a column, it shows the last one."

    assert said in lines(team(date(2014, 12, 2)), 80)
    assert said not in lines(team(), 80)
    assert any("2015: 52/52" in line for line in lines(whole(date(2014, 12, 2)), None))


@pytest.mark.parametrize("view", [team(), whole()])
def test_a_screen_of_few_letters_gets_no_others(view: View) -> None:
    assert "".join(lines(view, 80, ASCII)).isascii()
    assert not "".join(lines(whole(), 80)).isascii()


def test_a_pipe_gets_what_a_screen_of_eighty_columns_gets() -> None:
    assert lines(team(), None) == lines(team(), 80)


def test_ratings_stand_on_the_page_of_one_person_alone() -> None:
    assert any(line.startswith("Performance of Alice") for line in lines(whole(), 80))
    assert not any("erformance" in line for line in lines(team(), 80))
    assert "atings" not in drawings.said(team())
    assert "by Alice" not in drawings.draw(team())
    assert "ratings of both sides" in drawings.said(whole())


def test_a_name_too_long_for_a_column_is_said_otherwise() -> None:
    shown = lines(whole(name="Maximilian-Alexander Moreau"), 80)
    assert any(line.startswith("  by them") for line in shown)


def test_a_long_folder_name_stands_above_its_line() -> None:
    slug = "maximilian-alexander-moreau"
    view = team()._replace(people=(*team().people[:1], *_one(slug).people))
    shown = lines(view, 80)

    assert slug in shown
    assert all(width_of(line) <= 80 for line in shown)


def _one(slug: str) -> View:
    return trends.team([folder(slug)], Settings(), Period(date(2026, 6, 2), TODAY), TODAY)
