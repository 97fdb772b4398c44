"""Rules that stand with the nouns: what is a tag, a subject, a question that guides."""

import pytest

from onestop.formats.markdown.words import tags
from onestop.model.person import SUBJECTS, subject
from onestop.model.role import DUTIES, OPEN_END, ROLE_WORDS, TOO_LONG, problems_of
from onestop.model.theme import is_tag


@pytest.mark.parametrize("text", ["share-early", "a", "o1", "1on1", "a--b"])
def test_a_tag_is_read_whole_in_a_note(text: str) -> None:
    assert is_tag(text)
    assert tags(f"- seen #{text}", 2) == (text,)


@pytest.mark.parametrize(
    "text", ["", "12", "-", "a-", "-a", "Share", "two words", "a/b", "é", "a\n"]
)
def test_what_a_note_would_not_read_as_this_tag_is_none(text: str) -> None:
    assert not is_tag(text)


@pytest.mark.parametrize("word", SUBJECTS)
def test_every_subject_goes_by_its_own_name(word: str) -> None:
    assert subject(f" {word.upper()} ") == word


@pytest.mark.parametrize(
    ("word", "meant"),
    [("growth", "themes"), ("performance", "ratings"), ("ambition", "career"), ("lunch", "")],
)
def test_a_near_word_names_a_subject_too(word: str, meant: str) -> None:
    assert subject(word) == meant


@pytest.mark.parametrize(
    ("question", "reasons"),
    [
        ("Can a customer fix more today than last week?", ()),
        ('"What would they miss?" ', ()),
        ("何のため？", ()),
        ("Keep the tools working.", (OPEN_END,)),
        ("so " * (ROLE_WORDS - 1) + "what?", ()),
        ("so " * ROLE_WORDS + "what?", (TOO_LONG,)),
        ("Am I Responsible for tools?", (DUTIES,)),
        ("Who ensures that it works", (OPEN_END, DUTIES)),
        ("Do the irresponsible get help from us?", ()),
    ],
)
def test_why_a_question_guides_nobody(question: str, reasons: tuple[str, ...]) -> None:
    assert problems_of(question) == reasons
