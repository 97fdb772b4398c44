"""Ordinary list items: who brought it, how it felt, what became of it, what it mentions."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.formats.markdown.bullet import Bullet, bullet, mention


def known(name: str) -> str | None:
    return {"alice": "alice", "sam": "sam", "me": "sam"}.get(name.lower())


def read(content: str) -> Bullet:
    return bullet(content, known).value


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Live #o1-kr1", Bullet("", "", "Live #o1-kr1", tags=("o1-kr1",))),
        ("@alice Who decides? ^t4kd", Bullet("alice", "", "Who decides?", id="t4kd")),
        ("@me: Dates", Bullet("sam", "", "Dates")),
        ("Ask @alice", Bullet("", "", "Ask @alice")),
        ("@alice's idea", Bullet("", "", "@alice's idea")),
        ("@nobody said so", Bullet("", "", "@nobody said so")),
        (":-) Importer 2", Bullet("", ":-)", "Importer 2")),
        (":-(", Bullet("", ":-(", "")),
        (":-/ @alice Who? ^h2qw", Bullet("alice", ":-/", "Who?", id="h2qw")),
        (":-)Importer", Bullet("", "", ":-)Importer")),
        ("a %% private %% b <!-- c -->", Bullet("", "", "a b")),
        (
            "a  [talked:: 2026-11-24]  [said:: 2026-11-25] ^f3kd",
            Bullet("", "", "a", date(2026, 11, 24), date(2026, 11, 25), id="f3kd"),
        ),
        (
            ":-/ a  [became:: happy 2026-12-01]",
            Bullet("", ":-/", "a", became="happy", became_on=date(2026, 12, 1)),
        ),
        ("", Bullet("", "", "")),
    ],
)  # fmt: skip
def test_the_parts_of_an_item_are_read(content: str, expected: Bullet) -> None:
    assert bullet(content, known) == (expected, ())
    assert bullet(f"  > - {content}", known, at=6) == (expected, ())


@pytest.mark.parametrize(
    "value", ["glad 2026-12-01", "happy", "happy 2026-13-01", "", "2026-12-01", "happy soon"]
)
def test_an_outcome_that_cannot_be_read_leaves_it_open(value: str) -> None:
    line = f"- :-/ a  [became:: {value}]"

    item, (problem,) = bullet(line, known, at=2, number=7)

    assert (item.became, item.became_on, item.text) == ("", None, "a")
    assert (problem.code, problem.line, problem.text) == ("bad-outcome", 7, line)
    assert problem.column == line.index(":: ") + 4


def test_a_day_that_cannot_be_read_is_named() -> None:
    item, (problem,) = bullet("a  [talked:: 2026-02-30]", known)

    assert item.talked is None
    assert (problem.code, problem.column) == ("bad-date", 14)


@pytest.mark.parametrize(
    ("content", "ident"),
    [
        ("@sam Ask finance (m2tb)", "m2tb"), ("[x] @alice Write it (k3f9)  ", "k3f9"),
        ("(k3f9)", "k3f9"), ("a (b) (k3f9)", "k3f9"), ("a (k3f9) b", None), ("a(k3f9)", None),
        ("a (home)", None), ("a (my-block)", "my-block"), ("a (K3F9)", None), ("a k3f9)", None),
        ("a \\(k3f9)", None), ("a `(k3f9)`", None), ("a ((k3f9)", None), ("a (k3f9", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_mention_ends_in_the_id_of_another_item(content: str, ident: str | None) -> None:
    assert mention(content, {"my-block"}) == ident


@settings(max_examples=examples(200), derandomize=True)
@given(st.text(st.sampled_from(":-)(/@sam [became:]`%\\<!>^2601#")) | st.text(), st.integers(0, 3))
def test_any_text_is_an_item(content: str, at: int) -> None:
    item, problems = bullet(content, known, at=at)

    assert item.text == item.text.strip()
    assert all(0 < problem.column <= len(content) + 1 for problem in problems)
    assert mention(content) is None or content.rstrip().endswith(")")
