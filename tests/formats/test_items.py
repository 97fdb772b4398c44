"""The list items of a note: what each is, by its box, its face, its section and its end."""

from collections.abc import Container
from datetime import date

import pytest
from hypothesis import given, settings

from fuzz import examples
from note_texts import anything
from onestop.formats import sections
from onestop.formats.items import Items, Sorter
from onestop.formats.markdown.lines import Kind
from onestop.model.action import State
from onestop.model.meeting import Bullet, Mention, Moment
from onestop.model.topic import Topic

IDS = frozenset({"k3f9", "t4kd", "call-the-bank"})


def known(name: str) -> str | None:
    return {"alice": "alice", "sam": "sam", "me": "sam"}.get(name.lower())


def sort(text: str, ids: Container[str] = IDS) -> Items:
    return Sorter(text, "note.md", known, ids).sort(sections.read(text))


def codes(text: str) -> list[str]:
    return [problem.code for problem in sort(text).problems]


def test_a_box_makes_an_action_wherever_it_stands() -> None:
    found = sort("- [ ] @alice a ^h6zn\n## Topics\n- [x] @me b  [due:: 2026-11-27]\n")

    assert [(a.id, a.owner, a.text, a.state) for a in found.actions] == [
        ("h6zn", "alice", "a", State.OPEN), ("", "sam", "b", State.DONE),
    ]  # fmt: skip
    assert [(a.section, a.path, a.line) for a in found.actions] == [
        ("", "note.md", 1), ("Topics", "note.md", 3),
    ]  # fmt: skip
    assert [*found.topics, *found.bullets] == []


def test_other_items_under_topics_are_topics() -> None:
    found = sort("## Topics\n- rollout?\n- @alice Dates  [talked:: 2026-11-24] ^t8dm\n- @alice\n")

    assert found.topics == [
        Topic("", "", "rollout?", None, None, "note.md", 2, "- rollout?"),
        Topic(
            "t8dm", "alice", "Dates", None, date(2026, 11, 24), "note.md", 3,
            "- @alice Dates  [talked:: 2026-11-24] ^t8dm",
        ),
    ]  # fmt: skip


def test_a_face_makes_a_moment_in_any_section() -> None:
    settled = "- :-/ Whose is it?  [became:: settled 2026-10-06] ^h4bc"
    found = sort(f"## Wins\n- :-) A clear head\n{settled}\n- :-(\n")

    assert found.moments == [
        Moment(":-)", "A clear head", "", "", 2, "note.md", "- :-) A clear head"),
        Moment(
            ":-/", "Whose is it?", "h4bc", "settled", 3, "note.md", settled, (), date(2026, 10, 6)
        ),
    ]


def test_everything_else_is_a_bullet_of_its_section() -> None:
    found = sort("- a\n## Books we like\n- @alice b #share-early\n## decision\n- c\ntext\n")

    assert found.bullets == [
        Bullet("", "a", "", (), 1),
        Bullet("Books we like", "b #share-early", "alice", ("share-early",), 3),
        Bullet("Decisions", "c", "", (), 5),
    ]


def test_what_ends_in_the_id_of_an_item_mentions_it() -> None:
    text = "- @sam a (k3f9)\n- [x] b (t4kd)\n- [/] c (k3f9)\n## Topics\n- d (call-the-bank)\n"
    found = sort(text)
    raw = text.split("\n")

    assert found.mentions == [
        Mention("k3f9", False, 1, "note.md", raw[0]),
        Mention("t4kd", True, 2, "note.md", raw[1]),
        Mention("k3f9", False, 3, "note.md", raw[2]),
        Mention("call-the-bank", False, 5, "note.md", raw[4]),
    ]
    assert [*found.actions, *found.topics, *found.bullets, *found.problems] == []


def test_fields_and_comments_behind_a_mention_do_not_hide_it() -> None:
    assert [m.id for m in sort("- a (k3f9)  [due:: 2026-11-27] <!-- b -->\n").mentions] == ["k3f9"]


def test_what_has_an_id_of_its_own_mentions_nothing() -> None:
    found = sort("- [ ] About a (k3f9) ^h6zn\n## Topics\n- b (k3f9) ^c5wk\n")

    assert found.mentions == []
    assert [a.text for a in found.actions] == ["About a (k3f9)"]
    assert [t.text for t in found.topics] == ["b (k3f9)"]


@pytest.mark.parametrize("box", ["", "[ ] "])
def test_the_id_of_nothing_is_words_and_named(box: str) -> None:
    found = sort(f"- {box}Switch to plain (http)")

    assert found.mentions == []
    words = [a.text for a in found.actions] + [b.text for b in found.bullets]
    assert words == ["Switch to plain (http)"]
    assert [(p.code, p.line, p.strict) for p in found.problems] == [("mention", 1, True)]


def test_words_in_brackets_are_words() -> None:
    found = sort("- [ ] Call Bo (urgent)\n- a (later)\n")

    assert (found.mentions, found.problems) == ([], [])
    assert [a.text for a in found.actions] == ["Call Bo (urgent)"]


def test_an_open_box_on_a_mention_is_named() -> None:
    assert codes("- [ ] a (k3f9)\n- [x] b (k3f9)\n- c (k3f9)\n") == ["open-mention"]


def test_an_empty_box_is_nothing_but_a_problem() -> None:
    found = sort("## Topics\n- [ ]\n- [x]\n- a\n")

    assert [p.code for p in found.problems] == ["empty-box", "empty-box"]
    assert [topic.text for topic in found.topics] == ["a"]
    assert [*found.actions, *found.bullets] == []


def test_a_comment_that_goes_on_below_is_no_part_of_the_words() -> None:
    found = sort("## Topics\n- a <!-- b\nc --> d\n- [ ] e <!-- f\n-->\n")

    assert [topic.text for topic in found.topics] == ["a"]
    assert [topic.raw for topic in found.topics] == ["- a <!-- b"]
    assert [action.text for action in found.actions] == ["e"]


def test_code_and_comments_hold_no_items() -> None:
    found = sort("```\n- [ ] a\n```\n<!--\n- [ ] b\n-->\n\n    - [ ] c\n")

    assert found == ([], [], [], [], [], [])


def test_problems_of_a_line_are_kept() -> None:
    assert codes("- [ ] a  [due:: 2026-02-30]\n- :-/ b  [became:: x]\n* [ ] c\n- [?] d\n") == [
        "bad-date", "bad-outcome", "odd-marker", "odd-mark",
    ]  # fmt: skip


@settings(max_examples=examples(250), derandomize=True, deadline=None)
@given(anything())
def test_every_item_with_words_is_found_once(text: str) -> None:
    found = sort(text)

    sorted_lines = [
        item.line
        for kind in (found.actions, found.topics, found.mentions, found.moments, found.bullets)
        for item in kind
    ]
    items = {line.number for line in sections.read(text) if line.kind is Kind.ITEM}
    assert len(sorted_lines) == len(set(sorted_lines))
    assert set(sorted_lines) <= items
    assert all(problem.line in items for problem in found.problems)
