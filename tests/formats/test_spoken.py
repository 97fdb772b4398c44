"""Promises, moods and choices as people say them; free text stays word for word."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.errors import Usage
from onestop.formats.spoken import Mood, Promise, choice, mood, one_line, owner_first, promise, yes

TODAY = date(2026, 11, 24)
"""A Tuesday."""

PRINTABLE = "".join(map(chr, range(0x21, 0x7F)))
PEOPLE = {"alice": "alice", "ali": "alice", "me": "sam", "sam": "sam", "jean-luc": "jean-luc"}
ENDS = st.sampled_from(
    [", ", " by ", " due:", " (by ", " [due:: ", ")", "]", "fri", "tue", "2026-12-01", "31 feb",
     "3/4", "tomorrow", "@alice ", "@zoe: ", "milk", "eggs", " ", ",", "due", "by"]
)  # fmt: skip
SPOKEN = st.lists(ENDS, max_size=7).map("".join) | st.text()
MOODS = st.lists(
    st.sampled_from(["4", "5/5", " ", ":-)", ":-(", ":-/", ":", ",", ".", "demo", "3.5"]),
    max_size=7,
).map("".join)


def known(name: str) -> str | None:
    return PEOPLE.get(name.lower())


def said(text: str) -> Promise:
    return promise(text, TODAY, known)


@pytest.mark.parametrize(
    ("text", "words", "due"),
    [
        ("Demo the cache, tue", "Demo the cache", "2026-12-01"),
        ("Demo the cache,tue", "Demo the cache", "2026-12-01"),
        ("Demo the cache , Tue. ", "Demo the cache", "2026-12-01"),
        ("Demo the cache by fri", "Demo the cache", "2026-11-27"),
        ("Demo the cache, by fri", "Demo the cache", "2026-11-27"),
        ("Demo the cache (by fri)", "Demo the cache", "2026-11-27"),
        ("Demo the cache due:2026-12-01", "Demo the cache", "2026-12-01"),
        ("Demo the cache due: 1 dec", "Demo the cache", "2026-12-01"),
        ("Demo the cache  [due:: 2026-12-01]", "Demo the cache", "2026-12-01"),
        ("Demo the cache, (Due: dec 1st)", "Demo the cache", "2026-12-01"),
        ("Send it by email by tomorrow", "Send it by email", "2026-11-25"),
        ("Buy milk, eggs, fri", "Buy milk, eggs", "2026-11-27"),
        ("Stand by, +2w", "Stand by", "2026-12-08"),
        ("Ask Bo (and Ann), in 3 days", "Ask Bo (and Ann)", "2026-11-27"),
        ("Ask Bo (and Ann, fri)", "Ask Bo (and Ann, fri)", ""),
        ("Close the books by 2026-10-31", "Close the books", "2026-10-31"),
        ("Überblick für 李雷, 11-27", "Überblick für 李雷", "2026-11-27"),
    ],
)
def test_a_promise_ends_with_its_date(text: str, words: str, due: str) -> None:
    assert said(text) == Promise("", words, date.fromisoformat(due) if due else None)


@pytest.mark.parametrize(
    "text",
    [
        "Review by Dana", "buy milk, eggs", "Ask Ann, Tom", "Read chapters 1, 2-4", "Write 3, 4",
        "Move from 3.10, 3.11", "Pay, 50/50", "Find out why it is not done by now",
        "Ask what broke, yesterday", "Call the vendor, 3 days ago they were silent", "fri",
        "by fri", ", fri", "due:fri", ",, fri", "Stand by", "overdue:fri", "On fri",
        "Walk the dog,", "Decide, who speaks by and by", "a due:soon", "x [by fri",
    ],
)  # fmt: skip
def test_words_that_only_look_like_a_date_stay_words(text: str) -> None:
    assert said(text) == Promise("", text, None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Demo, 3/4", '"3/4" can be'),
        ("Demo by next fri", '"next fri" can be'),
        ("Demo, 31 feb", '"31 feb" is a day that does not exist'),
        ("Demo due:2026-02-30", '"2026-02-30" is a day that does not exist'),
    ],
)
def test_a_date_that_cannot_be_told_is_asked_back(text: str, message: str) -> None:
    with pytest.raises(Usage, match=message):
        said(text)


@pytest.mark.parametrize(
    ("text", "owner", "words"),
    [
        ("@alice Demo, tue", "alice", "Demo"),
        ("@ALI: Demo, tue", "alice", "Demo"),
        (" @me  Demo  it, tue", "sam", "Demo  it"),
        ("@jean-luc Demo, tue", "jean-luc", "Demo"),
        ("@zoe Demo, tue", "", "@zoe Demo"),
        ("Demo for @alice, tue", "", "Demo for @alice"),
    ],
)
def test_a_promise_begins_with_who_gives_it(text: str, owner: str, words: str) -> None:
    assert said(text) == Promise(owner, words, date(2026, 12, 1))


@pytest.mark.parametrize("text", ["@alice", "@ alice Demo", "alice Demo", "@alice,Demo", "@zoe a"])
def test_a_handle_of_nobody_known_is_part_of_the_words(text: str) -> None:
    assert owner_first(f" {text} ", known) == ("", text)


@settings(max_examples=examples(300), derandomize=True)
@given(SPOKEN)
def test_a_promise_keeps_every_word_but_its_edges(text: str) -> None:
    try:
        owner, words, due = said(text)
    except Usage:
        return
    assert words in text
    assert words == words.strip()
    assert bool(words) == bool(text.strip())
    if not owner and due is None:
        assert words == text.strip()


@pytest.mark.parametrize(
    ("answer", "number", "moments"),
    [
        ("", None, []),
        ("4", 4, []),
        ("3/5.", 3, []),
        ("4 :-( Four days of support :-) Importer 2", 4,
         [(":-(", "Four days of support"), (":-)", "Importer 2")]),
        ("5:-) the demo", 5, [(":-)", "the demo")]),
        ("2: :-/ who owns search?", 2, [(":-/", "who owns search?")]),
        ("3, :-) a, b; , :-( c :)", 3, [(":-)", "a, b"), (":-(", "c :)")]),
        (":-) 4 demos", None, [(":-)", "4 demos")]),
        ("1.  :-( it's 5:30 - http://x/ again", 1, [(":-(", "it's 5:30 - http://x/ again")]),
    ],
)  # fmt: skip
def test_a_mood_is_a_number_and_words_under_faces(
    answer: str, number: int | None, moments: list[tuple[str, str]]
) -> None:
    assert mood(answer) == Mood(number, tuple(moments))


@pytest.mark.parametrize(
    ("answer", "mood_of"),
    [
        ("good", Mood(None, (), "good")),
        ("3 tired, on call", Mood(3, (), "tired, on call")),
        ("4 good demo :-( rain", Mood(4, ((":-(", "rain"),), "good demo")),
    ],
)
def test_words_before_any_face_say_how_the_person_is(answer: str, mood_of: Mood) -> None:
    assert mood(answer) == mood_of


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("6 :-) demo", '"6" is no whole number from 1 to 5.'),
        ("0", '"0" is no whole number from 1 to 5.'),
        ("4.5 :-) demo", '"4.5" is no whole number from 1 to 5.'),
        ("3,5", '"3,5" is no whole number from 1 to 5.'),
        ("42", '"42" is no whole number from 1 to 5.'),
        (":-)", ":-) has no words: what was it?"),
        ("2 :-( :-/ reorg", ":-( has no words: what was it?"),
        (":-) 4 demos :-)", ":-) has no words: what was it?"),
    ],
)
def test_a_mood_that_would_lose_something_is_refused(answer: str, message: str) -> None:
    with pytest.raises(Usage) as refused:
        mood(answer)

    assert str(refused.value) == message
    assert ":-)" in refused.value.hint


@settings(max_examples=examples(300), derandomize=True)
@given(MOODS | st.text())
def test_no_mood_raises_anything_but_usage(answer: str) -> None:
    try:
        number, moments, said = mood(answer)
    except Usage:
        return
    assert number in {None, 1, 2, 3, 4, 5}
    assert said in answer
    assert all(face in answer and words in answer and words for face, words in moments)


@pytest.mark.parametrize(
    ("answer", "chosen"),
    [
        ("2-4", (2, 3, 4)),
        ("1,3", (1, 3)),
        ("3 1", (1, 3)),
        ("1, 3 - 5 ,4,", (1, 3, 4, 5)),
        ("5", (5,)),
        ("a", (1, 2, 3, 4, 5)),
        (" ALL ", (1, 2, 3, 4, 5)),
        ("", ()),
        (" , ", ()),
    ],
)
def test_a_choice_is_numbers_in_their_order(answer: str, chosen: tuple[int, ...]) -> None:
    assert choice(answer, 5) == chosen


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("0", '"0" is not in the list, which goes from 1 to 5.'),
        ("6", '"6" is not in the list, which goes from 1 to 5.'),
        ("1 4-6", '"4-6" is not in the list, which goes from 1 to 5.'),
        ("4-2", '"4-2" is not in the list, which goes from 1 to 5.'),
        ("b", '"b" is no number of the list.'),
        ("1.5", '"1.5" is no number of the list.'),
        ("-3", '"-3" is no number of the list.'),
        ("1--3", '"1--3" is no number of the list.'),
        ("1234", '"1234" is no number of the list.'),
    ],
)
def test_a_choice_off_the_list_is_refused(answer: str, message: str) -> None:
    with pytest.raises(Usage) as refused:
        choice(answer, 5)

    assert str(refused.value) == message


@settings(max_examples=examples(200), derandomize=True)
@given(st.text("0123456789-, al") | st.text(), st.integers(0, 12))
def test_a_choice_never_leaves_the_list(answer: str, count: int) -> None:
    try:
        chosen = choice(answer, count)
    except Usage:
        return
    assert list(chosen) == sorted(set(chosen) & set(range(1, count + 1)))


@settings(max_examples=examples(100), derandomize=True)
@given(st.sets(st.integers(1, 200)))
def test_every_choice_can_be_typed(numbers: set[int]) -> None:
    assert choice(",".join(map(str, numbers)), 200) == tuple(sorted(numbers))


@pytest.mark.parametrize(
    "text",
    [
        "Who decides?", PRINTABLE, "a\tb", "[x] done", "- [x] done", "-[ ] a", "a [ ] b", "-",
        "李雷 \u202e ❤\ufe0f",
    ],
)  # fmt: skip
def test_one_line_of_words_is_kept_word_for_word(text: str) -> None:
    assert one_line(f"  {text} ", "The topic") == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "The topic has no words."),
        (" \t\n ", "The topic has no words."),
        ("one\ntwo", "The topic holds a line break at position 4."),
        ("one\r", "The topic holds a line break at position 4."),
        ("one\u2028two", "The topic holds a line break at position 4."),
        ("one\x85two", "The topic holds a line break at position 4."),
        ("\x1b[31m", "The topic holds a control character (U+001B) at position 1."),
        ("a\x00", "The topic holds a control character (U+0000) at position 2."),
        ("a\x7f", "The topic holds a control character (U+007F) at position 2."),
        ("a\x9b31m", "The topic holds a control character (U+009B) at position 2."),
        ("caf\udce9", "The topic holds a byte that is not UTF-8 at position 4."),
        ("see - [ ] a", 'The topic holds "[ ]" where it would show up as an open action.'),
        ("- [ ] a", 'The topic holds "[ ]" where it would show up as an open action.'),
        ("[ ] a", 'The topic holds "[ ]" where it would show up as an open action.'),
        (" [ ]a", 'The topic holds "[ ]" where it would show up as an open action.'),
    ],
)
def test_what_one_line_of_a_note_cannot_hold_is_refused(text: str, message: str) -> None:
    with pytest.raises(Usage) as refused:
        one_line(text, "The topic")

    assert str(refused.value) == message


@settings(max_examples=examples(300), derandomize=True)
@given(st.text() | st.text("- []\n\x9b\udc80x"))
def test_what_one_line_accepts_is_one_line_of_utf_8_without_a_box(text: str) -> None:
    try:
        words = one_line(text, "It")
    except Usage:
        return
    assert f"- {words}\n".encode().decode().splitlines() == [f"- {words}"]
    assert "- [ ]" not in f"- {words}"
    assert words == text.strip()


@pytest.mark.parametrize(
    ("text", "words"),
    [("Do it fri", "Do it"), ("Meet on fri", "Meet"), ("Standby fri", "Standby")],
)
def test_a_short_weekday_at_the_end_needs_nothing_before_it(text: str, words: str) -> None:
    assert said(text).text == words
    assert said(text).due is not None


def test_a_face_may_do_without_its_nose() -> None:
    assert mood("4 :) demo :( rain").moments == ((":-)", "demo"), (":-(", "rain"))
    assert mood("4 :-) a smile at the end :)").moments == ((":-)", "a smile at the end :)"),)


@pytest.mark.parametrize(
    ("answer", "means"), [("yes", True), ("Y", True), ("no", False), (" n ", False)]
)
def test_yes_and_no_are_read_by_their_beginning(answer: str, means: bool) -> None:
    assert yes(answer) is means


@pytest.mark.parametrize("answer", ["", "perhaps", "yesterday", "not"])
def test_what_is_neither_yes_nor_no_is_refused(answer: str) -> None:
    with pytest.raises(Usage, match="should be yes or no"):
        yes(answer)
