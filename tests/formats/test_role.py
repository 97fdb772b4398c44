"""The page on a role: the question, and both sides' words."""

from datetime import date

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from fuzz import examples
from note_texts import anything
from onestop.errors import Usage
from onestop.formats.parsed import CannotEdit
from onestop.formats.role import Names, first, parse, put
from onestop.model.role import ROLE_WORDS, RolePurpose

many = settings(max_examples=examples(100), derandomize=True, deadline=None)

NAMES = Names("Sam Okafor", "Alice Moreau")
PAGE = """\
---
type: role
with: alice
question: "Can a customer fix more today?"   # found on a walk
agreed: 2026-09-08
---
# Why this role exists

## In Sam's words
Support load grows with sales
unless someone owns self-service.

## In Alice's words
It is about the next question never being asked.

## Stretch
Put new ideas in the open early.

## Earlier questions
- 2026-03-03 "Are our tools easier to use?"
- Who uses them?
"""
ROLE = RolePurpose(
    "Can a customer fix more today?",
    date(2026, 9, 8),
    "Support load grows with sales unless someone owns self-service.",
    "It is about the next question never being asked.",
    "Put new ideas in the open early.",
    ((date(2026, 3, 3), "Are our tools easier to use?"), (None, "Who uses them?")),
)


def test_everything_a_page_says_is_read() -> None:
    assert parse(PAGE, "Alice Moreau") == (ROLE, ())
    assert parse(PAGE) == (ROLE, ())


@pytest.mark.parametrize("text", ["", "# Why\n", "---\nagreed: 2026-09-08\n---\n"])
def test_a_page_that_says_nothing_is_no_role(text: str) -> None:
    assert parse(text) == (None, ())


def test_words_without_a_question_are_a_role_in_the_making() -> None:
    found = parse("## My words\nBecause\n").value

    assert found == RolePurpose("", mine="Because")


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (("In Sam's words", "In Alice's words"), "Alice Moreau"),
        (("IN SAM’S OWN WORDS", "in alice moreau’s words"), "Alice Moreau"),
        (("My words", "Their words"), ""),
        (("Sam's words", "The person's words"), ""),
        (("In Sam's words", "In Jose's words"), "José Díaz"),
        (("In A's words", "In B's words"), "Somebody Else"),
    ],
)
def test_whose_words_they_are_the_headings_say(titles: tuple[str, str], name: str) -> None:
    text = f"## {titles[0]}\none\n## {titles[1]}\ntwo\n"
    found = parse(text, name).value

    assert found
    assert (found.mine, found.theirs) == ("one", "two")


def test_a_heading_that_names_the_person_wins_over_the_order() -> None:
    found = parse("### In Alice's words\nhers\n\n### In Sam's words\nours\n", "Alice").value

    assert found
    assert (found.mine, found.theirs) == ("ours", "hers")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What for", 'the role question does not end with "?"'),
        (f"{'so ' * ROLE_WORDS}what?", f"the role question has more than {ROLE_WORDS} words"),
        ("Am I responsible for all?", "the role question reads like a list of duties"),
    ],
)
def test_a_question_that_guides_nobody_is_named(question: str, told: str) -> None:
    text = PAGE.replace("Can a customer fix more today?", question)
    (problem,) = parse(text).problems

    assert (problem.code, problem.message, problem.line) == ("role-question", told, 4)
    assert problem.hint
    assert not problem.strict


def test_the_persons_own_words_are_missed_by_a_strict_check() -> None:
    found, (problem,) = parse("---\nquestion: What for?\n---\n## In Sam's words\nBecause\n", "Al")

    assert found == RolePurpose("What for?", mine="Because")
    assert (problem.code, problem.line, problem.strict) == ("role-words", 2, True)


def test_what_does_not_fit_is_named_with_its_line() -> None:
    found, problems = parse("---\nagreed: soon\nquestoin: x\n---\n## Stretch\nMore\n")

    assert found == RolePurpose("", stretch="More")
    assert [(p.code, p.line, p.text) for p in problems] == [
        ("value", 2, "agreed: soon"), ("key", 3, "questoin: x"),
    ]  # fmt: skip


def test_a_page_that_is_asked_to_stay_keeps_every_byte() -> None:
    crlf = PAGE.replace("\n", "\r\n")

    assert put(PAGE, ROLE, NAMES) == PAGE
    assert put(crlf, ROLE, NAMES) == crlf


def test_a_new_question_changes_its_line_and_adds_the_old_one_below() -> None:
    old = (ROLE.agreed, ROLE.question)
    new = ROLE._replace(
        question="What next?", agreed=date(2026, 11, 24), earlier=(*ROLE.earlier, old)
    )

    assert put(PAGE, new, NAMES) == (
        PAGE.replace('"Can a customer fix more today?"', '"What next?"')
        .replace("agreed: 2026-09-08", "agreed: 2026-11-24")
        + '- 2026-09-08 "Can a customer fix more today?"\n'
    )  # fmt: skip


def test_words_take_the_place_of_the_paragraph_that_is_there() -> None:
    crlf = PAGE.replace("\n", "\r\n")
    after = put(crlf, ROLE._replace(mine="Sales grow."), NAMES)

    assert after == crlf.replace(
        "Support load grows with sales\r\nunless someone owns self-service.", "Sales grow."
    )


def test_a_part_that_is_absent_is_made_in_its_place() -> None:
    text = "# Why\n\n## In Sam's words\nBecause\n\n## Earlier\n- Old?\n"
    role = RolePurpose("", mine="Because", theirs="So", stretch="More", earlier=((None, "Old?"),))

    assert put(text, role, NAMES) == (
        "# Why\n\n## In Sam's words\nBecause\n\n## In Alice's words\nSo\n\n"
        "## Stretch\nMore\n\n## Earlier\n- Old?\n"
    )


@pytest.mark.parametrize(
    "there", ["one\n\ntwo", "- one", "one\n<!-- two -->\nthree", "```\none\n```"]
)
def test_more_than_a_paragraph_is_not_written_over(there: str) -> None:
    text = f"## In Sam's words\n{there}\n"
    role = parse(text, "Alice").value or RolePurpose("")

    with pytest.raises(CannotEdit, match="more than one paragraph"):
        put(text, role._replace(mine="new"), NAMES)


@pytest.mark.parametrize("words", ["# a title", "- an item", "```", "<!-- a -->", "    code"])
def test_words_that_would_be_read_as_something_else_are_refused(words: str) -> None:
    with pytest.raises(Usage, match="read as something else"):
        put(first("alice", NAMES), RolePurpose("", theirs=words), NAMES)


def test_the_first_page_has_a_place_for_the_words_of_both() -> None:
    assert first("alice", NAMES) == (
        "---\ntype: role\nwith: alice\n---\n# Why this role exists\n\n"
        "## In Sam's words\n\n## In Alice's words\n"
    )


SAID = st.text("abcé李 ?!\"':[]{}&", min_size=1).map(lambda s: " ".join(s.split())).filter(
    lambda s: s and s[0].isalpha() and s == s.strip("\"'“”«» ")
)  # fmt: skip
ROLES = st.builds(
    RolePurpose,
    SAID,
    st.dates(),
    st.just("") | SAID,
    st.just("") | SAID,
    st.just("") | SAID,
    st.lists(st.tuples(st.none() | st.dates(), SAID), max_size=3).map(tuple),
)


@many
@given(ROLES, st.sampled_from(["\n", "\r\n"]))
def test_a_role_that_is_written_reads_back(role: RolePurpose, end: str) -> None:
    text = put(first("alice", NAMES).replace("\n", end), role, NAMES)

    assert parse(text, NAMES.theirs).value == role
    assert text.count(end) == text.count("\n")


@many
@given(anything(), ROLES)
def test_any_text_is_read_and_written_or_refused(text: str, role: RolePurpose) -> None:
    before = parse(text, NAMES.theirs).value or RolePurpose("")
    new = role._replace(earlier=(*before.earlier, *role.earlier))
    new = new._replace(mine=role.mine or before.mine, theirs=role.theirs or before.theirs)
    new = new._replace(stretch=role.stretch or before.stretch)
    try:
        after = put(text, new, NAMES)
    except CannotEdit:
        event("refused")
        return
    assert parse(after, NAMES.theirs).value == new
