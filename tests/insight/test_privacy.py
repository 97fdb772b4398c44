"""Private words are found again in whatever is about to leave."""

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.insight.privacy import SHORTEST, leaks, secrets

PRIVATE = """# Alice: private

- 2026-09-16 Paid less than her band says since March; bring it to the December round
- 2026-11-23 remind: back from the wedding, ask
- 2026-11-24 Tired
Lines that are no list count, too
"""


def found(text: str) -> list[int]:
    return [leak.line for leak in leaks(text, secrets("private.md", PRIVATE))]


@pytest.mark.parametrize(
    "text",
    [
        "Paid less than her band says since March",
        "... PAID less than\nher band says, since March!",
        "<li>paid less than her <b>band says</b> since March</li>".replace("<b>", "").replace(
            "</b>", ""
        ),
        "**paid** less *than* her band says since March",
        "so: bring it to the December round.",
    ],
)
def test_a_private_clause_is_found_however_it_is_written(text: str) -> None:
    assert found(text) == [3]


def test_the_date_and_the_mark_of_a_reminder_are_no_part_of_the_words() -> None:
    assert found("He is back from the wedding, ask") == [4]


def test_a_line_that_is_no_list_counts() -> None:
    assert found("lines that are no list count too") == [6]


def test_short_words_and_parts_of_a_clause_may_stand_anywhere() -> None:
    assert found("Tired; the December round; her band says since March") == []


def test_escaped_words_are_the_same_words() -> None:
    (secret,) = secrets("p", '- Sam\'s "A & B" are <not> fair')
    assert leaks(f"<p>{escape(secret.text)}</p>", [secret]) == (secret,)


@given(st.text(min_size=SHORTEST), st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=examples(300), deadline=None, derandomize=True)
def test_any_private_line_with_a_word_is_found_in_any_text(
    private: str, before: str, after: str
) -> None:
    for secret in secrets("p", private):
        has_word = len(secret.text.strip()) >= SHORTEST and any(map(str.isalnum, secret.text))
        if has_word and secret.text == secret.text.casefold():
            assert leaks(f"{before} {secret.text} {after}".replace("&", "+"), [
                secret._replace(text=secret.text.replace("&", "+"))
            ])  # fmt: skip
