"""The development plan: what a file says, what is odd in it, and every edit."""

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.errors import Usage
from onestop.formats import plan
from onestop.formats.parsed import CannotEdit
from onestop.model.okr import COLUMNS
from onestop.model.plan import Card, FocusArea, TimeBlock
from yaml_texts import anything, documents

many = settings(max_examples=examples(150), derandomize=True, deadline=None)
few = settings(max_examples=examples(40), derandomize=True, deadline=None)

DAY = date(2026, 11, 17)
PLAN = """\
focus:                      # two or three
  - id: fp
    title: "Functional programming"
    why-not-day-job: "Nothing we ship needs it yet"
    block: {day: thu, from: "13:00", hours: 4}
    cards:
      - {id: fp-1, title: "Read chapters 1 to 4", status: doing, since: 2026-11-05}
      - {title: "Port a report", id: fp-2, size: small}   # their own key
  - {id: ps, title: "Public speaking"}
"""


def test_everything_a_file_says_is_read() -> None:
    assert plan.parse(PLAN) == (
        (
            FocusArea(
                "fp", "Functional programming", "Nothing we ship needs it yet",
                TimeBlock(3, "13:00", 4),
                (
                    Card("fp-1", "Read chapters 1 to 4", "doing", date(2026, 11, 5), 7),
                    Card("fp-2", "Port a report", line=8),
                ),
                2,
            ),
            FocusArea("ps", "Public speaking", line=9),
        ),
        (),
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "focus:\n", "focus: []\n", "# nothing yet\n"])
def test_a_plan_may_be_empty(text: str) -> None:
    assert plan.parse(text) == ((), ())


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (
            "block: thursdays",
            'block "thursdays" should be like {day: thu, from: "13:00", hours: 4}',
        ),
        ("block: {day: someday}", 'day "someday" is no weekday'),
        ("block: {hours: 4}", "block has no day"),
        ("block: {day: thu, hours: 30}", 'hours "30" should be a number from 0 to 24'),
        ("blok: {day: thu}", "blok is not a key of a focus area"),
        ("cards: [{id: a-1, title: X, status: begun}]", 'status "begun" should be todo'),
        ("cards: [{title: X}]", "this card has no id"),
        ("cards: [{id: a-1}]", "this card has no title"),
        ("cards: [Read]", 'cards "Read" should hold items'),
        ("cards: [{id: fp, title: X}]", "the id fp is used twice in this plan"),
    ],
)
def test_what_does_not_fit_is_named_once_with_its_place(said: str, message: str) -> None:
    (focus,), (problem,) = plan.parse(f"focus:\n  - id: fp\n    title: A\n    {said}\n")

    assert focus.title == "A"
    assert problem.message.startswith(message)
    assert problem.line == 4


def test_a_fourth_area_under_way_is_named_by_the_strict_check() -> None:
    done = "  - {id: x, title: X, cards: [{id: x-1, title: Y, status: done}]}\n"
    one = "  - {{id: f{n}, title: A}}\n"
    text = "focus:\n" + done + "".join(one.format(n=n) for n in range(1, 4))

    assert plan.parse(text).problems == ()
    problems = plan.parse(text + one.format(n=4) + one.format(n=5)).problems
    assert [(p.code, p.line, p.strict) for p in problems] == [("many-focus", 6, True)]


@many
@given(documents() | anything | st.text())
def test_any_text_is_a_plan(text: str) -> None:
    for focus in plan.parse(text).value:
        assert focus.block is None or 0 <= focus.block.day < 7


titles = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
hours = st.integers(1, 48).map(lambda n: n / 2)
blocks = st.builds(TimeBlock, st.integers(0, 6), st.sampled_from(("", "08:30", "13:00")), hours)
days = st.dates(date(2020, 1, 1), date(2030, 1, 1))


@few
@given(titles, st.just("") | titles, st.none() | blocks, st.lists(st.tuples(titles, days)))
def test_what_is_written_is_read_back(
    title: str, why: str, block: TimeBlock | None, steps: list[tuple[str, date]]
) -> None:
    cards = [Card(f"fp-{n}", words, since=day) for n, (words, day) in enumerate(steps, 1)]
    text = plan.add_focus("", FocusArea("fp", title, why))
    if block:
        text = plan.set_block(text, "fp", TimeBlock(0, "07:00", 1))
        text = plan.set_block(text, "fp", block)
    for card in cards:
        text = plan.add_card(text, "fp", card)

    (focus,), problems = plan.parse(text)
    assert problems == ()
    assert [card._replace(line=0) for card in focus.cards] == cards
    assert focus._replace(cards=(), line=0) == FocusArea("fp", title, why, block)


EDITS: dict[str, tuple[Callable[[str], str], set[str], set[str]]] = {
    "a card": (
        lambda t: plan.add_card(t, "fp", Card("fp-3", "Show it", "todo", DAY)),
        set(),
        {'      - {id: fp-3, title: "Show it", status: todo, since: 2026-11-17}'},
    ),
    "another column": (
        lambda t: plan.move(t, "fp-2", "doing", DAY),
        {'      - {title: "Port a report", id: fp-2, size: small}   # their own key'},
        {
            '      - {title: "Port a report", id: fp-2, size: small, status: doing, '
            "since: 2026-11-17}   # their own key"
        },
    ),
    "another hour": (
        lambda t: plan.set_block(t, "fp", TimeBlock(4, "", 3.5)),
        {'    block: {day: thu, from: "13:00", hours: 4}'},
        {"    block: {day: fri, hours: 3.5}"},
    ),
    "a reason": (
        lambda t: plan.set_why(t, "ps", "We present to ourselves"),
        {'  - {id: ps, title: "Public speaking"}'},
        {'  - {id: ps, title: "Public speaking", why-not-day-job: "We present to ourselves"}'},
    ),
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", EDITS)
def test_an_edit_changes_its_lines_and_nothing_else(name: str, line_end: str) -> None:
    edit, gone, new = EDITS[name]
    after = edit(PLAN.replace("\n", line_end))

    before_lines, after_lines = Counter(PLAN.splitlines()), Counter(after.splitlines())
    assert after.count("\r\n") == (after.count("\n") if line_end == "\r\n" else 0)
    assert set(before_lines - after_lines) == gone
    assert set(after_lines - before_lines) == new


@pytest.mark.parametrize("ident", ["fp-9", "x", ""])
def test_an_edit_of_what_is_not_there_is_refused(ident: str) -> None:
    with pytest.raises(CannotEdit):
        plan.move(f'{PLAN}  - {{title: "Without an id"}}\n', ident, "done", DAY)


@pytest.mark.parametrize("column", COLUMNS)
def test_an_area_is_under_way_until_each_card_is_done_or_dropped(column: str) -> None:
    card = Card("a-1", "X", column)

    assert FocusArea("a", "A", cards=(card,)).is_open == (column in ("todo", "doing"))
    assert FocusArea("a", "A", cards=(card, Card("a-2", "Y"))).is_open
    assert FocusArea("a", "A").is_open


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (("thu", "4"), TimeBlock(3, "", 4)),
        (("Monday", "3.5h", "9:00"), TimeBlock(0, "09:00", 3.5)),
        (("fri", "1", "1330"), TimeBlock(4, "13:30", 1)),
    ],
)
def test_a_time_block_is_a_day_and_hours(said: tuple[str, ...], found: TimeBlock) -> None:
    assert plan.block(*said) == found


@pytest.mark.parametrize(
    "said", [("soon", "4"), ("thu", "0"), ("thu", "25"), ("thu", "x"), ("thu", "4", "noon"),
             ("thu", "4", "25:00")],
)  # fmt: skip
def test_what_is_no_time_block_is_refused(said: tuple[str, ...]) -> None:
    with pytest.raises(Usage):
        plan.block(*said)
