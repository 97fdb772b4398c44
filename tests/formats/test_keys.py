"""On which line each key of a file stands."""

from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.formats.keys import lines, said

RATING = '---\ntype: rating\n# a comment\nperformance-by-self: 3\nimprove: "Ask"\n---\n'
PERSON = "name: Alice\nambition: A company\nambition-links:\n  - {skill: a}\n\n  - skill: b\n"


def test_the_keys_of_a_note_are_those_of_its_front_matter() -> None:
    assert lines(RATING, note=True) == {"type": 2, "performance-by-self": 4, "improve": 5}


def test_the_items_of_a_list_have_numbers() -> None:
    found = lines(PERSON, note=False)
    assert (found["ambition"], found["ambition-links/0"], found["ambition-links/1"]) == (2, 4, 6)


def test_an_item_says_its_words_on_a_line_of_their_own_or_on_that_of_the_item() -> None:
    text = 'objectives:\n  - id: o1\n    kind: committed\n    title: "A"\n    results:\n'
    text += '      - id: o1-kr1\n        title: "B"\n      - {id: o1-kr2, title: "C"}\n'
    assert said(text) == {2: 4, 6: 7}


@given(st.text(), st.booleans())
@settings(max_examples=examples(200), deadline=None, derandomize=True)
def test_any_text_has_its_keys_on_its_own_lines(text: str, note: bool) -> None:
    last = 1 + text.count("\n") + text.count("\r")
    assert all(1 <= line <= last for line in lines(text, note=note).values())
    assert all(1 <= begin < line <= last for begin, line in said(text).items())
