"""Growth themes as a file holds them."""

from datetime import date

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.formats import header
from onestop.formats.parsed import CannotEdit
from onestop.formats.themes import parse, put
from onestop.model.theme import STATES, GrowthTheme
from yaml_texts import anything, documents

many = settings(max_examples=examples(100), derandomize=True, deadline=None)

SINCE = date(2026, 9, 15)
SHARE = GrowthTheme(
    "share-early",
    "Share an idea before I am sure of it",
    "The role needs ideas in the open",
    "resting",
    SINCE,
    ("What would you show us today?", "Whom could you show it to?"),
    2,
)
TEXT = """\
themes:
  - id: Share-Early         # #share-early in notes
    title: "Share an idea before I am sure of it"
    stretch: "The role needs ideas in the open"
    state: resting
    since: 2026-09-15
    ask: ["What would you show us today?", "Whom could you show it to?"]
  - {title: "Let others own a part", id: delegate, ask: "Who else?"}
"""


def test_everything_a_file_says_is_read() -> None:
    other = GrowthTheme("delegate", "Let others own a part", ask=("Who else?",), line=8)

    assert parse(TEXT) == ((SHARE, other), ())


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "themes:\n", "themes: []\n"])
def test_a_file_without_themes_has_none(text: str) -> None:
    assert parse(text) == ((), ())


def test_what_cannot_be_a_theme_is_named_and_left_out() -> None:
    found, problems = parse(
        "themes:\n- {id: two words}\n- {id: '12'}\n- {title: x}\n- {id: a}\n- {id: A}\n"
    )

    assert [theme.id for theme in found] == ["a"]
    assert [(p.code, p.line) for p in problems] == [
        ("theme-id", 2), ("theme-id", 3), ("theme-id", 4), ("same-theme", 6),
    ]  # fmt: skip
    assert all(p.hint and p.text for p in problems)


def test_a_theme_without_a_title_goes_by_its_id() -> None:
    assert parse("themes: [{id: listen}]").value[0].title == "listen"


def test_an_unknown_state_counts_as_not_given() -> None:
    found, (problem,) = parse("themes: [{id: a, state: activ}]")

    assert found[0].is_active
    assert (problem.code, problem.hint) == ("value", "Did you mean active?")


def test_three_active_themes_are_enough() -> None:
    three = "themes:\n- {id: a}\n- {id: b}\n- {id: c}\n- {id: r, state: resting}\n"
    assert parse(three).problems == ()

    found, (problem,) = parse(f"{three}- {{id: d}}\n")
    assert len(found) == 5
    assert (problem.code, problem.line) == ("many-themes", 6)


def test_a_theme_that_changes_nothing_leaves_every_byte() -> None:
    for theme in parse(TEXT).value:
        assert put(TEXT, theme) == TEXT


def test_only_what_differs_is_written() -> None:
    after = put(TEXT, SHARE._replace(state="active", since=date(2026, 11, 24)))

    assert after == TEXT.replace("state: resting", "state: active").replace(
        "since: 2026-09-15", "since: 2026-11-24"
    )


def test_a_question_joins_those_that_are_there() -> None:
    after = put(TEXT, SHARE._replace(ask=(*SHARE.ask, "And next?")))
    assert after == TEXT.replace('show it to?"]', 'show it to?", "And next?"]')

    lone = parse(TEXT).value[1]
    assert put(TEXT, lone._replace(ask=("Who else?", "When?"))) == TEXT.replace(
        'ask: "Who else?"', 'ask: ["Who else?", "When?"]'
    )


def test_a_theme_behind_one_that_cannot_be_read_is_still_found() -> None:
    text = "themes:\r\n- soon\r\n- id: a # mine\r\n  state: active\r\n"

    assert put(text, GrowthTheme("a", "a", state="grown")) == text.replace("active", "grown")


def test_the_first_theme_makes_the_file() -> None:
    assert put("", GrowthTheme("listen", "Hear: the rest", since=SINCE)) == (
        'themes:\n  - id: listen\n    title: "Hear: the rest"\n    state: active\n'
        "    since: 2026-09-15\n"
    )


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1
).map(lambda said: " ".join(said.split())).filter(bool)  # fmt: skip
THEMES = st.builds(
    GrowthTheme,
    id=st.from_regex(r"[a-z][a-z0-9]{0,5}", fullmatch=True),
    title=WORDS,
    stretch=st.just("") | WORDS,
    state=st.sampled_from(STATES),
    since=st.none() | st.dates(),
    ask=st.lists(WORDS, max_size=3).map(tuple),
    line=st.just(0),
)


@many
@given(st.lists(THEMES, min_size=1, max_size=3, unique_by=lambda theme: theme.id), st.data())
def test_themes_that_are_written_read_back(themes: list[GrowthTheme], data: st.DataObject) -> None:
    text = ""
    for theme in themes:
        text = put(text, theme)
    assert [theme._replace(line=0) for theme in parse(text).value] == themes

    new = data.draw(THEMES)._replace(id=themes[0].id, stretch="More", since=SINCE)
    new = new._replace(ask=(*themes[0].ask, *new.ask))
    after = parse(put(text, new)).value
    assert [theme._replace(line=0) for theme in after] == [new, *themes[1:]]


@many
@given(anything | documents(), THEMES)
def test_any_text_is_read_and_written_or_refused(text: str, theme: GrowthTheme) -> None:
    before = parse(text).value
    try:
        after = put(text, theme)
    except CannotEdit:
        event("refused")
        return
    assert header.read(after).problems == ()
    assert theme.id in {t.id for t in parse(after).value}
    assert len(parse(after).value) - len(before) in (0, 1)
