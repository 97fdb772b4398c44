"""What both sides believe: read from YAML as people write it, and added to without a trace."""

from collections.abc import Sequence
from datetime import date

import pytest
import yaml
from hypothesis import event, given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.formats import header
from onestop.formats.alignment import (
    add_assumption,
    add_expectation,
    close,
    fresh,
    parse,
    say_back,
    set_priorities,
    set_success,
)
from onestop.formats.parsed import CannotEdit
from onestop.model.alignment import Alignment, Assumption, Expectation, Priorities
from yaml_texts import documents

many = settings(max_examples=examples(150), derandomize=True, deadline=None)

DAY = date(2026, 11, 24)
OCTOBER, NOVEMBER = date(2026, 10, 13), date(2026, 11, 3)
ALICE = """\
# What we believe, Alice and I
priorities:
  - {date: 2026-11-03, mine: ["importer", "hiring"], theirs: ["importer", "mentoring"]}
  - {date: 2026-10-06, mine: [search]}   # before the summer
expectations:
  - id: e1
    expect: "Owns the vendor call"
    success: "Vendor ships the fix before the release"
    said-back: "I run the call and chase the fix weekly"
    checked: 2026-11-03
    ours: kept
  - {expect: Reviews within a day}
assumptions:
  - {id: a1, text: "Alice wants the lead role", since: 2026-10-13}
  - {id: a2, text: Rota is fair, tested: 2026-11-03, outcome: Corrected, note: "two do it all"}
"""
E1 = Expectation(
    "e1", "Owns the vendor call", "Vendor ships the fix before the release",
    "I run the call and chase the fix weekly", None, NOVEMBER, 6,
)  # fmt: skip
E2 = Expectation("", "Reviews within a day", line=12)
A1 = Assumption("a1", "Alice wants the lead role", OCTOBER, line=14)
A2 = Assumption("a2", "Rota is fair", None, NOVEMBER, "corrected", "two do it all", 15)


def test_everything_a_file_says_is_read_and_priorities_are_sorted() -> None:
    found, problems = parse(ALICE)

    assert problems == ()
    assert found == Alignment(
        (
            Priorities(date(2026, 10, 6), ("search",), (), 4),
            Priorities(NOVEMBER, ("importer", "hiring"), ("importer", "mentoring"), 3),
        ),
        (E1, E2),
        (A1, A2),
    )
    assert [e.is_open for e in found.expectations] == [False, True]
    assert [a.is_open for a in found.assumptions] == [True, False]


@pytest.mark.parametrize("text", ["", "\ufeff", "# nothing yet\n", "assumptions:\n"])
def test_a_file_without_a_line_says_nothing(text: str) -> None:
    found, problems = parse(text)

    assert (found, problems) == (Alignment(), ())
    assert not found.is_used


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("priorities:\n- mine: [a]\n", "priorities need the day", ""),
        ("priorities:\n- {date: 2026-02-30}\n", 'date "2026-02-30" should be a date', ""),
        (
            "priorities:\n- {date: 2026-11-03, mine: [a, b, c, d]}\n",
            "mine has 4 priorities, and 3 is the limit", "Keep the 3 that come first.",
        ),
        ("priorities: [a]\n\n", 'priorities "a" should hold items', ""),
        ("expectations:\n- id: e1\n", "an expectation needs its words, as expect:", ""),
        ("expectations:\n- {expect: a, sucess: b}\n", "sucess is not a key", "Did you mean suc"),
        ("assumptions:\n- {id: a1}\n", "an assumption needs its words, as text:", ""),
        ("assumptions:\n- {text: a, outcome: rong}\n", 'outcome "rong" should', "Did you mean w"),
        (
            "assumptions:\n- {text: a, tested: 2026-11-03}\n",
            'tested "2026-11-03" has no outcome, and so it is open', "Add outcome: held, wrong or",
        ),
        ("a: 1\nassumption:\n", "assumption is not a key of the alignment", "Did you mean assum"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named_with_its_line(text: str, message: str, hint: str) -> None:
    (problem,) = parse(text).problems

    assert problem.message.startswith(message)
    assert problem.hint.startswith(hint)
    assert problem.text == text.split("\n")[problem.line - 1]
    assert problem.line == (1 if text.startswith("priorities: [a]") else 2)


def test_too_many_priorities_are_all_kept() -> None:
    found = parse("priorities:\n- {date: 2026-11-03, theirs: [a, b, c, d]}\n").value

    assert found.priorities[0].theirs == ("a", "b", "c", "d")


def test_an_id_that_is_used_twice_is_named() -> None:
    found, (problem,) = parse(
        "expectations:\n- {id: x, expect: a}\nassumptions:\n- {id: x, text: b}\n"
    )

    assert (problem.code, problem.line, problem.text) == ("same-id", 4, "- {id: x, text: b}")
    assert (len(found.expectations), len(found.assumptions)) == (1, 1)


@many
@given(documents() | st.text() | st.text("[]{}:-, \nabdehnoprstx1209").map("assumptions:".__add__))
def test_any_text_is_an_alignment(text: str) -> None:
    found, problems = parse(text)

    assert all(e.expect for e in found.expectations)
    assert all(a.text for a in found.assumptions)
    assert all(p.message and p.line >= 0 for p in problems)


def test_priorities_of_a_new_day_are_a_new_line() -> None:
    after = set_priorities(ALICE, Priorities(DAY, ("importer", 'the "big" one'), ("search",)))

    line = '  - {date: 2026-11-24, mine: ["importer", "the \\"big\\" one"], theirs: ["search"]}\n'
    assert after == ALICE.replace("expectations:", f"{line}expectations:")


def test_the_other_side_of_a_day_joins_the_first() -> None:
    text = set_priorities("", Priorities(DAY, (), ("search",)))
    assert text == 'priorities:\n  - {date: 2026-11-24, theirs: ["search"]}\n'

    text = set_priorities(text, Priorities(DAY, ("hiring",)))
    assert text == 'priorities:\n  - {date: 2026-11-24, theirs: ["search"], mine: ["hiring"]}\n'

    text = set_priorities(text, Priorities(DAY, ("hiring", "importer")))
    assert parse(text).value.priorities[0][:3] == (DAY, ("hiring", "importer"), ("search",))


def test_an_expectation_is_a_block_of_what_is_known() -> None:
    assert add_expectation("", Expectation("e1", "Owns it", "It ships", since=DAY)) == (
        'expectations:\n  - id: e1\n    expect: "Owns it"\n    success: "It ships"\n'
        "    since: 2026-11-24\n"
    )
    said = Expectation("e1", "Owns it", "", "I own it", DAY, DAY)
    assert parse(add_expectation("", said)).value.expectations == (said._replace(line=2),)


def test_saying_it_back_changes_two_lines_and_nothing_else() -> None:
    after = say_back(ALICE, E1, "I call", DAY)

    assert after == ALICE.replace("I run the call and chase the fix weekly", "I call").replace(
        "checked: 2026-11-03", "checked: 2026-11-24"
    )
    assert set_success(ALICE, E1, "It ships") == ALICE.replace(E1.success, "It ships")


def test_what_was_typed_without_an_id_gets_one_when_it_is_touched() -> None:
    text = say_back(ALICE, E2, "Within a day", DAY)

    assert parse(text).value.expectations[1] == E2._replace(
        id="e2", said_back="Within a day", checked=DAY
    )
    typed = "assumptions:\r\n- text: they know # do they\r\n"
    assert close(typed, parse(typed).value.assumptions[0], "wrong", "", DAY) == (
        "assumptions:\r\n- text: they know # do they\r\n  id: a1\r\n  tested: 2026-11-24\r\n"
        "  outcome: wrong\r\n"
    )


def test_closing_an_assumption_keeps_its_words() -> None:
    after = close(ALICE, A1, "held", "she: said so", DAY)

    assert after == ALICE.replace(
        "since: 2026-10-13}",
        'since: 2026-10-13, tested: 2026-11-24, outcome: held, note: "she: said so"}',
        1,
    )


def test_what_is_gone_is_not_edited() -> None:
    with pytest.raises(CannotEdit) as refused:
        close(ALICE, A1._replace(text="Alice wants a raise"), "held", "", DAY)

    assert refused.value.problem.code == "moved"


def test_the_next_id_is_one_that_nobody_has() -> None:
    found = Alignment((), (Expectation("e2", "a"),), (Assumption("a1", "b"), Assumption("x", "c")))

    assert fresh("e", Alignment()) == "e1"
    assert fresh("e", found) == "e3"
    assert fresh("a", found) == "a2"
    assert fresh("e", Alignment((), (Expectation(f"e{'9' * 5000}", "a"),))) == "e1"


def plain(text: str) -> object:
    return yaml.load(text.removeprefix("\ufeff"), Loader=yaml.BaseLoader)


LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"])
WORDS = st.text(LETTERS, min_size=1).map(lambda said: " ".join(said.split())).filter(bool)


@many
@given(documents(), WORDS, WORDS, st.sampled_from(["priorities", "expectations", "assumptions"]))
def test_what_is_added_to_any_file_reads_back_and_nothing_else_changed(
    text: str, one: str, two: str, key: str
) -> None:
    try:
        if key == "priorities":
            after = set_priorities(text, Priorities(DAY, (one,), (two, one)))
        elif key == "expectations":
            after = add_expectation(text, Expectation("e9", one, two, since=DAY))
        else:
            after = add_assumption(text, Assumption("a9", one, DAY))
    except CannotEdit:
        event("refused")
        return

    found = parse(after).value
    lists: dict[str, Sequence[Priorities | Expectation | Assumption]] = {
        "priorities": found.priorities,
        "expectations": found.expectations,
        "assumptions": found.assumptions,
    }
    added = lists[key][-1]
    assert header.read(after).problems == ()
    assert added._replace(line=0) in (
        Priorities(DAY, (one,), (two, one)),
        Expectation("e9", one, two, since=DAY),
        Assumption("a9", one, DAY),
    )
    before, now = plain(text) or {}, plain(after)
    assert isinstance(before, dict)
    assert isinstance(now, dict)
    assert {k: v for k, v in now.items() if k != key} == {
        k: v for k, v in before.items() if k != key
    }
