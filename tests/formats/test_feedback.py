"""Feedback, one line each: in both directions, by hand and by command."""

from datetime import date

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from fuzz import examples
from note_texts import anything, is_spliced, pages
from onestop.errors import Usage
from onestop.formats.feedback import add, first, parse, said, written
from onestop.formats.parsed import CannotEdit
from onestop.model.feedback import FIX, GOOD, KINDS, TO_ME, Feedback

many = settings(max_examples=examples(250), derandomize=True, deadline=None)

DAY = date(2026, 11, 20)
ALICE = """\
# Alice: feedback

- 2026-11-20 good: Calm handling #share-early  [situation:: an outage]  [said:: 2026-11-24] ^f3kd
- 2026-11-21 fix: Decided the schema alone; two people were surprised ^f7mx
- 2026-11-24 to-me: Sam interrupts in design reviews ^f9bt
* Good: by hand
  - and what it was about
"""


def read(text: str) -> tuple[Feedback, ...]:
    return parse(text, path="f.md").value


def test_all_kinds_are_read_with_what_stands_behind_the_words() -> None:
    found, problems = parse(ALICE, path="f.md")
    lines = ALICE.split("\n")

    assert problems == ()
    assert found == (
        Feedback(
            GOOD, "Calm handling #share-early", DAY, date(2026, 11, 24), "f3kd", "an outage",
            tags=("share-early",), path="f.md", line=3, raw=lines[2],
        ),
        Feedback(
            FIX, "Decided the schema alone; two people were surprised", date(2026, 11, 21), None,
            "f7mx", path="f.md", line=4, raw=lines[3],
        ),
        Feedback(
            TO_ME, "Sam interrupts in design reviews", date(2026, 11, 24), None, "f9bt",
            path="f.md", line=5, raw=lines[4],
        ),
        Feedback(GOOD, "by hand", path="f.md", line=6, raw=lines[5]),
    )  # fmt: skip
    assert [f.is_unsaid for f in found] == [False, True, False, True]


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("- good: a", GOOD, "a"), ("- FIX : a", FIX, "a"), ("- To me: a", TO_ME, "a"),
        ("- tome: a", TO_ME, "a"), ("1. fix:a: b", FIX, "a: b"), ("> - good: a", GOOD, "a"),
        ("- good: https://x.org", GOOD, "https://x.org"),
        ("- good: @bo says so", GOOD, "@bo says so"),
        ("- good: a [impact:: b] c", GOOD, "a c"), ("- good: #a b #c", GOOD, "#a b #c"),
    ],
)  # fmt: skip
def test_a_line_is_read_however_it_is_typed(line: str, kind: str, text: str) -> None:
    (found,), problems = parse(f"{line}\n", path="f.md")

    assert problems == ()
    assert (found.kind, found.text) == (kind, text)


@pytest.mark.parametrize(
    ("line", "code", "message", "column"),
    [
        ("- up: a", "feedback", "feedback to you is called to-me", 3),
        (
            "- 2026-11-20 Calm handling",
            "feedback",
            "this line says neither good, fix nor to-me",
            14,
        ),
        ("- https://x.org", "feedback", "this line says neither good, fix nor to-me", 3),
        ("- [ ] good: a", "feedback", "this line says neither good, fix nor to-me", 3),
        ("- 2026-11-20 fix:  [said:: 2026-11-24] ^f7mx", "feedback", "feedback without words", 14),
        ("- 2026-02-30 fix: a", "bad-date", "there is no 2026-02-30", 3),
        ("- fix: a [said:: yesterday]", "bad-date", "'yesterday' is not a date", 18),
    ],
)
def test_what_does_not_fit_is_named(line: str, code: str, message: str, column: int) -> None:
    (problem,) = parse(f"# A\n\n{line}\n", path="f.md").problems

    assert (problem.code, problem.message) == (code, message)
    assert (problem.line, problem.column, problem.text) == (3, column, line)
    assert problem.hint


def test_a_day_that_no_calendar_has_leaves_the_words() -> None:
    (found,) = read("- 2026-02-30 fix: a\n")

    assert (found.text, found.day) == ("a", None)


def test_a_box_or_an_item_in_code_is_no_feedback() -> None:
    assert read("```\n- good: a\n```\n<!-- - fix: b -->\n- \n") == ()


def test_the_first_line_follows_the_title() -> None:
    line = written(Feedback(GOOD, "Calm", DAY, id="f3kd"))
    text = add(first("Alice"), line)

    assert text == "# Alice: feedback\n\n- 2026-11-20 good: Calm ^f3kd\n"
    assert add(text.replace("\n", "\r\n"), "- fix: b").endswith("^f3kd\r\n- fix: b\r\n")


def test_telling_it_leaves_the_rest_of_the_line() -> None:
    line = "- 2026-11-21 fix: a  [impact:: b] ^f7mx"

    assert said(line, DAY) == "- 2026-11-21 fix: a  [impact:: b]  [said:: 2026-11-20] ^f7mx"
    assert said(said(line, DAY), DAY) == said(line, DAY)


@pytest.mark.parametrize(
    "new",
    [
        Feedback(GOOD, "a ^f3kd"), Feedback(GOOD, "a [said:: 2026-11-24]"),
        Feedback(GOOD, "a <!-- b --> c", id="f3kd"), Feedback(GOOD, "a", situation="b [c] d"),
        Feedback(GOOD, "a", impact="(b)"), Feedback(FIX, "a  [impact:: b]"),
    ],
)  # fmt: skip
def test_words_that_would_be_read_as_marks_are_refused(new: Feedback) -> None:
    with pytest.raises(Usage, match="would be read as marks"):
        written(new)


@many
@given(anything())
def test_any_text_is_a_page_of_feedback(text: str) -> None:
    found, problems = parse(text, path="f.md")

    assert all(f.kind in KINDS and f.text and f.line for f in found)
    assert all(p.message and p.line >= 0 for p in problems)


WORDS = st.from_regex(r"[A-Za-zäé#][A-Za-zäé0-9 ,.:'?/#-]{0,30}[a-z?]", fullmatch=True)
DETAILS = st.just("") | WORDS
LINES = st.tuples(
    st.sampled_from(KINDS), WORDS, st.dates(), st.none() | st.dates(), st.just("f3kd"),
    DETAILS, DETAILS, DETAILS,
).map(lambda parts: Feedback(*parts))  # fmt: skip


@many
@given(pages(), LINES)
def test_a_line_is_added_to_any_page_without_another_change(text: str, new: Feedback) -> None:
    try:
        after = add(text, written(new))
    except CannotEdit:
        event("refused")
        return

    assert is_spliced(text, after)
    assert len(read(after)) == len(read(text)) + 1
    last = next(f for f in reversed(read(after)) if f.id == "f3kd")
    assert last._replace(path="", line=0, raw="", tags=()) == new
