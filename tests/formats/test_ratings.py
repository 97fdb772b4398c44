"""One performance talk: both sides, both directions."""

from datetime import date

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from fuzz import examples
from note_texts import anything
from onestop.formats import header
from onestop.formats.parsed import CannotEdit
from onestop.formats.ratings import fill, first, is_dated, is_span, parse, with_when
from onestop.model.rating import NUMBERS, WAYS, Rating, Score

many = settings(max_examples=examples(150), derandomize=True, deadline=None)

DAY = date(2026, 11, 24)
PATH = "people/alice/ratings/2026-11-24.md"
TALK = """\
---
type: rating
with: alice
date: 2026-11-24
way: together
performance-by-self: 3
performance-by-self-fact: "Importer 2 shipped 10 Nov, two weeks late"
performance-by-manager: 4
performance-by-manager-fact: "Led the incident review on 20 Nov"
manager-by-self: 3
manager-by-self-fact: "Missed two of our Tuesdays in October"
manager-by-person: 4
manager-by-person-fact: "Got us the search budget in a week"
improve: "Say it before it is finished"
---
"""


def read(text: str) -> Rating:
    return parse(text, on=DAY, path=PATH).value


def test_everything_a_talk_says_is_read() -> None:
    assert parse(TALK, on=DAY, path=PATH) == (
        Rating(
            DAY,
            "together",
            (
                ("performance-by-self", Score(3, "Importer 2 shipped 10 Nov, two weeks late")),
                ("performance-by-manager", Score(4, "Led the incident review on 20 Nov")),
                ("manager-by-self", Score(3, "Missed two of our Tuesdays in October")),
                ("manager-by-person", Score(4, "Got us the search budget in a week")),
            ),
            "Say it before it is finished",
            PATH,
        ),
        (),
    )


def test_a_new_file_is_written_as_the_page_on_files_shows_it() -> None:
    assert first(read(TALK), "alice") == TALK


@pytest.mark.parametrize(
    ("line", "message", "column"),
    [
        ("4.5", 'manager-by-self "4.5" should be a whole number from 1 to 5', 18),
        ("good", 'manager-by-self "good" should be a whole number from 1 to 5', 18),
        ("0", 'manager-by-self "0" should be a whole number from 1 to 5', 18),
        ("6", 'manager-by-self "6" should be a whole number from 1 to 5', 18),
        ("[4]", "manager-by-self should be a whole number from 1 to 5", 18),
    ],
)
def test_a_number_that_is_none_of_the_five_is_named_and_counts_as_not_given(
    line: str, message: str, column: int
) -> None:
    found, problems = parse(f"---\nmanager-by-self: {line}\n---\n", on=DAY, path=PATH)

    assert found.scores == ()
    assert [(p.message, p.line, p.column) for p in problems] == [(message, 2, column)]


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        (
            "manager-by-self-fact: I was late",
            "manager-by-self-fact stands without its number, manager-by-self",
            "",
        ),
        ("way: apat", 'way "apat" should be together or apart', "Did you mean apart?"),
        ("with: bo", "with says bo, the folder says alice", "The folder counts"),
        ("date: 2026-11-20", "date says 2026-11-20, the file name says", "The file name counts"),
        ("manger-by-self: 3", "manger-by-self is not a key of a rating", "Did you mean manager-"),
    ],
)
def test_what_does_not_fit_is_named(line: str, message: str, hint: str) -> None:
    _, problems = parse(f"---\n{line}\n---\n", on=DAY, path=PATH)

    assert [(p.line, p.text) for p in problems] == [(2, line)]
    assert problems[0].message.startswith(message)
    assert problems[0].hint.startswith(hint)


def test_a_number_that_cannot_be_read_is_named_once_beside_its_fact() -> None:
    text = "---\nmanager-by-self: good\nmanager-by-self-fact: Came on time\n---\n"

    assert [p.line for p in parse(text, on=DAY, path=PATH).problems] == [2]


def test_numbers_that_do_not_say_how_they_came_together_were_only_typed_in() -> None:
    assert read("---\nmanager-by-self: 3\n---\n").way == "reported"


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Zs"]))
SCORES = st.builds(Score, st.integers(1, 5), WORDS)
TALKS = st.builds(
    Rating,
    date=st.dates(),
    way=st.sampled_from(WAYS),
    scores=st.dictionaries(st.sampled_from(NUMBERS), SCORES).map(
        lambda found: tuple((name, found[name]) for name in NUMBERS if name in found)
    ),
    improve=WORDS,
    path=st.just(""),
)


@many
@given(TALKS)
def test_a_new_talk_reads_back(talk: Rating) -> None:
    assert parse(first(talk, "alice"), on=talk.date, path="") == (talk, ())


def bare(text: str) -> str:
    return text.removeprefix("\ufeff")


@many
@given(anything(), TALKS)
def test_filling_in_any_text_changes_its_own_keys_and_nothing_else(text: str, talk: Rating) -> None:
    before = header.split(text)
    try:
        after = fill(text, talk)
    except CannotEdit:
        event("refused")
        return

    found = parse(after, on=talk.date, path="").value
    assert found.way == talk.way
    numbers = {name: score.number for name, score in found.scores}
    assert {name: score.number for name, score in talk.scores}.items() <= numbers.items()
    now = header.split(after)
    assert bare(after[now.value.body :]) == bare(text[before.value.body :])
    kept = {key: field.value for key, field in before.value.fields.items()}
    changed = {"way", "improve", *NUMBERS, *(f"{name}-fact" for name in NUMBERS)}
    assert {k: v for k, v in kept.items() if k not in changed} == {
        k: field.value for k, field in now.value.fields.items() if k not in changed
    }


def test_filling_in_keeps_order_comments_and_line_ends() -> None:
    text = TALK.replace("improve: ", "mine: x  # my own\r\nimprove: ").replace(
        "performance-by-self: 3", "performance-by-self: 3   # by mail"
    )
    talk = read(text)

    assert fill(text, talk) == text
    assert fill(text, talk._replace(improve='Ask "why" first')) == text.replace(
        '"Say it before it is finished"', r'"Ask \"why\" first"'
    )


@many
@given(anything())
def test_any_text_is_a_talk_with_numbers_of_the_scale(text: str) -> None:
    found, _ = parse(text, on=DAY, path=PATH)

    assert found.way in WAYS
    assert all(name in NUMBERS and 1 <= score.number <= 5 for name, score in found.scores)


@pytest.mark.parametrize(
    "fact",
    [
        "Led the review on 20 Nov", "2026-11-20 led it", "Late in October",
        "Twice last week", "Since May", "On 3 May", "May 3", "All of Q3", "Week 40", "Am 3.10.",
        "12/10 outage", "Said so yesterday", "December was quiet", "Helped Bo on Thursday",
        "shipped 17 nov", "in nov", "on fri it broke", "3 weeks ago", "2d ago", "this month",
        "led it 11-20", "Calm last quarter",
    ],
)  # fmt: skip
def test_a_fact_that_says_when_is_dated(fact: str) -> None:
    assert is_dated(fact)


@pytest.mark.parametrize(
    "fact",
    ["", "Got us the budget", "May be late", "Monitors everything", "Version 4.5", "40 tickets",
     "Octopus", "Marches on", "Sat with Bo", "The sun rota", "Two weeks late",
     "Missed two Tuesdays", "Mayor", "Second to none"],
)  # fmt: skip
def test_a_fact_that_does_not_say_when_is_not(fact: str) -> None:
    assert not is_dated(fact)


@pytest.mark.parametrize("said", ["in nov", "last  week", "Q3", "Since May 2026", "week 40"])
def test_a_time_may_be_longer_than_a_day(said: str) -> None:
    assert is_span(said)


@pytest.mark.parametrize("said", ["", "17 nov", "30 feb", "3/4", "fri", "soon", "nov so"])
def test_a_day_is_no_span_and_neither_is_anything_else(said: str) -> None:
    assert not is_span(said)


def test_the_day_is_put_behind_the_words() -> None:
    assert with_when("Led the review", "24 Nov 2026") == "Led the review, 24 Nov 2026"
    assert with_when("Led the review.", "last week") == "Led the review. (last week)"
