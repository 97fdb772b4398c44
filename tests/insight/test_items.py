"""Which item is meant by an id, the beginning of one, or a few of its words."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from books import alice
from fuzz import examples
from onestop.insight.items import (
    ACTION,
    FEEDBACK,
    MENTION,
    MOMENT,
    TOPIC,
    Item,
    copied,
    items,
    matching,
)
from onestop.model.feedback import FIX, GOOD, TO_ME, Feedback
from onestop.model.folder import Folder


def item(ident: str, text: str, *, is_open: bool = True) -> Item:
    return Item(ACTION, ident, text, is_open, "alice", "a.md", 1, text)


AMONG = (
    item("k3f9", "Write one page on the caching idea"),
    item("k3b2", "Ask finance about the training budget"),
    item("k3b7", "Old budget", is_open=False),
    item("", "Send the SQL, by hand"),
    item("call-Bo", "Call Bo"),
)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("k3f9", "k3f9"), ("^k3f9", "k3f9"), (" K3F9 ", "k3f9"), ("call-bo", "call-Bo"),
        ("k3f", "k3f9"), ("k3", "k3f9 k3b2 k3b7"), ("k3b", "k3b2 k3b7"), ("k", "k3b2"),
        ("caching", "k3f9"), ("BUDGET", "k3b2"), ("the", "k3f9 k3b2 "), ("sql", ""),
        ("training budget", "k3b2"), ("call", "call-Bo"), ("nothing like it", None), ("k3x", None),
        ("zz", None), ("", None), ("^", None), ("  ", None), ("\u0301", None),
    ],
)  # fmt: skip
def test_an_item_is_meant_by_its_id_the_beginning_of_it_or_words(
    said: str, found: str | None
) -> None:
    expected = [] if found is None else found.split(" ")

    assert [i.id for i in matching(said, AMONG)] == expected


def test_a_whole_id_wins_over_longer_ones_and_over_words() -> None:
    among = (item("k3f9x", "a"), item("k3f9", "b"), item("t4kd", "about k3f9"))

    assert [i.text for i in matching("k3f9", among)] == ["b"]


@settings(max_examples=examples(150), derandomize=True)
@given(st.text(max_size=6))
def test_whatever_is_said_finds_items_of_the_list(said: str) -> None:
    found = matching(said, AMONG)

    assert set(found) <= set(AMONG)
    assert found or said.strip().casefold() not in {i.id.casefold() for i in AMONG if i.id}


NOTES = {
    "11-10": (
        "- [ ] @alice a ^k3f9\n- [/] b\n- [x] c ^c5wk\n## Topics\n- in a held note\n- kept ^t8dm\n"
        "- :-/ d ^h2qw\n- :-/ e  [became:: sad 2026-11-17] ^h3bb\n- :-( f\n"
    ),
    "11-17": "- [x] a (k3f9)\n- [ ] a again ^k3f9\n- a (k3f9)\n",
    "11-24": "---\nstate: planned\n---\n## Topics\n- planned\n",
}
INBOX = (
    "## Topics\n- g ^t4kd\n- h  [talked:: 2026-11-17] ^t5bb\n- i\n- i\n## Actions\n- [-] j ^m2tb\n"
)


def folder(root: Path) -> Folder:
    return alice(root, NOTES, INBOX)


def test_everything_that_can_be_closed_is_listed_once(tmp_path: Path) -> None:
    found = [(i.kind, i.id, i.text, i.is_open) for i in items([folder(tmp_path)])]

    assert found == [
        (ACTION, "m2tb", "j", False), (ACTION, "k3f9", "a", True), (ACTION, "", "b", True),
        (ACTION, "c5wk", "c", False),
        (TOPIC, "t4kd", "g", True), (TOPIC, "t5bb", "h", False), (TOPIC, "", "i", True),
        (TOPIC, "", "i", True), (TOPIC, "", "in a held note", False), (TOPIC, "t8dm", "kept", True),
        (MOMENT, "h2qw", "d", True), (MOMENT, "h3bb", "e", False), (TOPIC, "", "planned", True),
    ]  # fmt: skip


def test_feedback_is_an_item_that_is_open_until_it_was_told(tmp_path: Path) -> None:
    told = Feedback(GOOD, "b", said=date(2026, 11, 24), id="f3kd")
    found = folder(tmp_path)._replace(
        feedback=(Feedback(FIX, "a", id="f7mx"), told, Feedback(TO_ME, "c"))
    )

    assert [(i.id, i.text, i.is_open) for i in items([found]) if i.kind == FEEDBACK] == [
        ("f7mx", "a", True), ("f3kd", "b", False), ("", "c", False),
    ]  # fmt: skip


def test_an_item_knows_its_line(tmp_path: Path) -> None:
    (found,) = [i for i in items([folder(tmp_path)]) if i.id == "t8dm"]

    path = "people/alice/meetings/2026-11-10-alice.md"
    assert (found.slug, found.path, found.line, found.raw) == ("alice", path, 6, "- kept ^t8dm")


def test_all_lines_that_say_how_far_an_item_is_are_found(tmp_path: Path) -> None:
    there = folder(tmp_path)
    home = next(i for i in items([there]) if i.id == "k3f9")
    lines = [(i.kind, i.path[-19:-9], i.line, i.raw, i.is_open) for i in copied(home, [there])]

    assert lines == [
        (ACTION, "2026-11-10", 1, "- [ ] @alice a ^k3f9", True),
        (ACTION, "2026-11-17", 2, "- [ ] a again ^k3f9", True),
        (MENTION, "2026-11-17", 1, "- [x] a (k3f9)", False),
    ]
    by_hand = next(i for i in items([there]) if i.text == "b")
    assert copied(by_hand, [there]) == (by_hand,)
