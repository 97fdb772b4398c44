"""Items named in another note: found, ticked and written so that a search finds each once."""

import pytest
from hypothesis import event, given, settings

from fuzz import examples
from note_texts import anything, pages
from onestop.formats import mentions, sections
from onestop.formats.markdown.lines import Kind, Line
from onestop.formats.parsed import CannotEdit

many = settings(max_examples=examples(250), derandomize=True, deadline=None)

IDS = {"k3f9", "t4kd"}


def test_a_mention_names_the_item_and_who_owes_it() -> None:
    assert mentions.line("alice", "Write it", "k3f9") == "- @alice Write it (k3f9)"
    assert mentions.line("", "Write it", "k3f9", ticked=True) == "- [x] Write it (k3f9)"


def test_a_mention_never_holds_an_open_box() -> None:
    assert mentions.line("sam", "See - [ ] twice", "k3f9") == "- @sam See - twice (k3f9)"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("- a (k3f9)", True), ("- [ ] a (k3f9)", True), ("* [x] a (k3f9)  ", True),
        ("- a (k3f9)  [due:: 2026-11-27]", True), ("- a (k3f9) <!-- c -->", True),
        ("  > 1. a (k3f9)", True), ("- :-/ a (k3f9)", True), ("- (k3f9)", True),
        ("- a (k3f9) b", False), ("- a (k3f9) ^t4kd", False), ("- a ^k3f9", False),
        ("a (k3f9)", False), ("## a (k3f9)", False), ("    - a (k3f9)", False),
        ("- a(k3f9)", False),
    ],
)  # fmt: skip
def test_a_mention_is_an_item_that_ends_in_the_id(line: str, found: bool) -> None:
    assert mentions.holds(f"---\nx: 1\n---\n{line}\n", "k3f9") is found


def test_any_id_of_an_item_can_be_mentioned() -> None:
    assert mentions.holds("- a (call-the-bank)\n", "call-the-bank")
    assert not mentions.holds("- a (call-the-bank)\n", "call")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- @sam a (k3f9)", "- [x] @sam a (k3f9)"),
        ("- [ ] a (k3f9)", "- [x] a (k3f9)"),
        ("* [/] a (k3f9)", "* [x] a (k3f9)"),
        ("- [x] a (k3f9)", "- [x] a (k3f9)"),
        ("- [x]a (k3f9)", "- [x] [x]a (k3f9)"),
        ("  1) a (k3f9) <!-- b\nc -->", "  1) [x] a (k3f9) <!-- b\nc -->"),
        ("- b\r\n- a (k3f9)\r\n- a (k3f9)", "- b\r\n- [x] a (k3f9)\r\n- a (k3f9)"),
    ],
)
def test_the_first_mention_is_ticked(before: str, after: str) -> None:
    assert mentions.tick(before, "k3f9") == after


def test_without_a_mention_nothing_is_ticked() -> None:
    assert mentions.tick("- a (t4kd)\n", "k3f9") is None


@pytest.mark.parametrize(
    "line", ["- @sam a (k3f9)", "  1. a (k3f9)", "> - b\tc (k3f9)", "- a (k3f9)  [due:: x]"]
)
def test_unticking_takes_the_box_away_again(line: str) -> None:
    ticked = mentions.tick(line, "k3f9")

    assert ticked is not None
    assert mentions.untick(ticked) == line


@many
@given(pages())
def test_ticking_changes_one_line_and_is_read_back(text: str) -> None:
    try:
        after = mentions.tick(text, "k3f9")
    except CannotEdit:
        event("refused")
        return
    if after is None:
        assert not mentions.holds(text, "k3f9")
        return

    assert mentions.holds(after, "k3f9")
    changed = [
        pair for pair in zip(sections.read(text), sections.read(after), strict=True)
        if words(text, pair[0]) != words(after, pair[1])
    ]  # fmt: skip
    assert len(changed) <= 1
    for old, new in changed:
        assert text[: old.start] == after[: new.start]
        assert text[old.end :] == after[new.end :]
        assert "[x] " in words(after, new)


def words(text: str, line: Line) -> str:
    return text[line.start : line.end]


def names() -> list[str]:
    return ["bbbb", "cccc", "dddd"]


def test_actions_typed_by_hand_get_an_id_and_mentions_get_none() -> None:
    text = (
        "- [ ] a\n- [x] b  [due:: 2026-11-27]\n- [ ] c ^k3f9\n- [ ] d (k3f9)\n- [ ] e (urgent)\n"
        "- f\n- [ ]\n- [ ] g <!-- h\nmore -->\n```\n- [ ] i\n```\n"
    )

    assert mentions.name_actions(text, iter(names()).__next__) == (
        "- [ ] a ^dddd\n- [x] b  [due:: 2026-11-27] ^cccc\n- [ ] c ^k3f9\n- [ ] d (k3f9)\n"
        "- [ ] e (urgent)\n- f\n- [ ]\n- [ ] g ^bbbb <!-- h\nmore -->\n```\n- [ ] i\n```\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("* [ ] a", "- [ ] a"), ("-   [x] a", "- [x] a"), ("+\t[-] a", "- [-] a"),
        ("1. [ ] a\n   - [ ] b", "- [ ] a\n   - [ ] b"), ("> 1) [ ] a", "> - [ ] a"),
        ("- [ ] a (k3f9)", "- a (k3f9)"), ("* [ ] @sam a (k3f9)", "- @sam a (k3f9)"),
        ("- [x] a (k3f9)", "- [x] a (k3f9)"), ("- [/] a (k3f9)", "- [/] a (k3f9)"),
        ("- [ ] a (http)", "- [ ] a (http)"), ("* [ ] a (http)", "- [ ] a (http)"),
        ("- [ ] a (k3f9) ^zzzz", "- [ ] a (k3f9) ^zzzz"), ("* a", "* a"), ("* [ ]", "* [ ]"),
        ("* [ ] a\r\n* [ ] b\r\n", "- [ ] a\r\n- [ ] b\r\n"),
    ],
)  # fmt: skip
def test_boxes_are_written_as_a_search_finds_them(before: str, after: str) -> None:
    assert mentions.plain_boxes(before, IDS) == after


def test_a_marker_that_holds_what_follows_stays() -> None:
    text = "1000. [ ] a\n\n      more\n"

    assert mentions.plain_boxes(text, IDS) == text


@many
@given(anything())
def test_plain_boxes_keep_what_every_line_says(text: str) -> None:
    after = mentions.plain_boxes(text, IDS)

    old, new = sections.read(text), sections.read(after)
    assert [line.kind for line in old] == [line.kind for line in new]
    for before, now in zip(old, new, strict=True):
        assert now.content in (before.content, before.content.removeprefix("[ ]").lstrip())
        if before.kind is not Kind.ITEM:
            assert words(text, before) == words(after, now)
    assert mentions.plain_boxes(after, IDS) == after
