"""Which lines with somebody's own words differ between two versions of a file."""

from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.formats.difference import Difference, difference

NOTE = """---
state: planned
question: "Who can repair it?"
---
# Alice and Sam

> Who can repair it?

## Topics
- @alice Who decides? (t4kd)

## Wins
-

## Actions
- [ ] @alice Write it ^k3f9
"""
LINES = st.lists(st.sampled_from(["- One", "Two", "## Three", "", "- Four (k3f9)", "five: 5"]))


def test_a_line_that_was_written_is_new_and_one_that_was_taken_out_is_gone() -> None:
    more = NOTE.replace("## Wins\n-\n", "## Wins\n- The demo\n- better: Asked\n")

    assert difference(NOTE, more) == Difference((), ("- The demo", "- better: Asked"))
    assert difference(more, NOTE) == Difference(("- The demo", "- better: Asked"), ())


def test_a_line_that_was_changed_is_shown_as_it_is_now() -> None:
    ticked = NOTE.replace("[ ]", "[x]")

    assert difference(NOTE, ticked) == Difference((), ("- [x] @alice Write it ^k3f9",))


def test_what_holds_a_file_together_is_nobodys_words() -> None:
    assert difference("", NOTE).new == (
        'question: "Who can repair it?"',
        "- [ ] @alice Write it ^k3f9",
    )
    assert difference("", "happiness: 3\nperformance-by-self: 2\n") == Difference()


def test_in_yaml_words_stand_in_quotes_and_check_ins_in_braces() -> None:
    new = '# Mine: "no"\n- id: fp\n  title: "Selling"\n  - {date: 2026-11-24, now: 3}\n'

    assert difference("", new, yaml=True).new == (
        'title: "Selling"',
        "- {date: 2026-11-24, now: 3}",
    )


@settings(max_examples=examples(50), derandomize=True)
@given(LINES, LINES)
def test_every_word_that_went_is_told(old: list[str], new: list[str]) -> None:
    found = difference("\n".join(old), "\n".join(new))
    words = [line for line in old if line in ("- One", "Two")]

    assert {*words} - {*new} <= {*found.gone} or found.new
    assert {*found.new} <= {*new}
    assert {*found.gone} <= {*old}
    assert difference("\n".join(old), "\n".join(old)) == Difference()


@settings(max_examples=examples(50), derandomize=True)
@given(st.text(), st.text(), st.booleans())
def test_any_text_can_be_compared(old: str, new: str, yaml: bool) -> None:
    found = difference(old, new, yaml=yaml)

    assert all(line == line.strip() != "" for line in (*found.gone, *found.new))
