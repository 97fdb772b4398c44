"""The role-purpose question."""

from datetime import date

from hypothesis import given, settings

from fuzz import examples
from note_texts import anything
from onestop.formats.role import parse
from onestop.model.role import RolePurpose


def test_the_question_and_the_day_it_was_agreed_are_read() -> None:
    text = '---\ntype: role\nwith: alice\nquestion: "What for?"\nagreed: 2026-09-08\n---\n# Why\n'

    assert parse(text) == (RolePurpose("What for?", date(2026, 9, 8)), ())


def test_without_a_question_there_is_no_role_purpose() -> None:
    assert parse("# Why\n") == (None, ())
    assert parse("---\nagreed: 2026-09-08\n---\n").value is None


def test_what_does_not_fit_is_named_with_its_line() -> None:
    found, problems = parse("---\nquestion: What for?\nagreed: soon\nquestoin: x\n---\n")

    assert found == RolePurpose("What for?")
    assert [(p.code, p.line, p.text) for p in problems] == [
        ("value", 3, "agreed: soon"), ("key", 4, "questoin: x"),
    ]  # fmt: skip


@settings(max_examples=examples(100), derandomize=True, deadline=None)
@given(anything())
def test_any_text_is_read(text: str) -> None:
    found, _ = parse(text)

    assert found is None or found.question
