"""What waits between meetings, and remarks for the manager alone."""

from datetime import date

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from fuzz import examples
from note_texts import anything, is_spliced, pages
from onestop.formats.inbox import (
    Inbox,
    add,
    add_private,
    first,
    first_private,
    parse,
    parse_private,
    topic_line,
)
from onestop.formats.parsed import CannotEdit, Parsed
from onestop.model.action import State
from onestop.model.topic import Remark, Topic

DAY = date(2026, 11, 20)
WORDS = st.from_regex(r"[A-Za-zäé][A-Za-zäé0-9 ,.'?/]{0,30}[a-z?]", fullmatch=True)
many = settings(max_examples=examples(250), derandomize=True, deadline=None)

INBOX = """# Alice: inbox

## Topics
- 2026-11-20 @alice Who decides on the rollout? ^t4kd
- 2026-11-18 @sam Conference dates  [talked:: 2026-11-24] ^t8dm
- rollout?

## Actions
- [ ] @sam Send the conference dates  [created:: 2026-11-20]  [due:: 2026-11-27] ^t9xp
"""


def known(name: str) -> str | None:
    return name if name in ("alice", "sam") else None


def read(text: str) -> Parsed[Inbox]:
    return parse(text, path="inbox.md", known=known)


def remarks(text: str) -> tuple[Remark, ...]:
    return parse_private(text, path="private.md").value


def test_topics_and_actions_are_read_with_their_days() -> None:
    found, problems = read(INBOX)
    lines = INBOX.split("\n")

    assert problems == ()
    assert found.topics == (
        Topic("t4kd", "alice", "Who decides on the rollout?", DAY, None, "inbox.md", 4, lines[3]),
        Topic(
            "t8dm", "sam", "Conference dates", date(2026, 11, 18), date(2026, 11, 24), "inbox.md",
            5, lines[4],
        ),
        Topic("", "", "rollout?", None, None, "inbox.md", 6, lines[5]),
    )  # fmt: skip
    (action,) = found.actions
    assert (action.id, action.owner, action.state) == ("t9xp", "sam", State.OPEN)
    assert (action.created, action.due) == (DAY, date(2026, 11, 27))
    assert (action.path, action.line, action.section) == ("inbox.md", 9, "Actions")


def test_boxes_are_actions_in_any_section_and_words_elsewhere_are_nothing() -> None:
    found, problems = read("- a\n## topics:\n- [x] b\n- [ ]\n- [ ] c (k3f9)\n## Books\n- d\n")

    assert [action.text for action in found.actions] == ["b", "c (k3f9)"]
    assert found.topics == ()
    assert [problem.code for problem in problems] == ["empty-box"]


def test_a_day_that_no_calendar_has_is_a_word() -> None:
    (topic,) = read("## Topics\n- 2026-02-30 @sam a\n").value.topics

    assert (topic.noted, topic.owner, topic.text) == (None, "", "2026-02-30 @sam a")


def test_what_is_odd_about_a_topic_is_named() -> None:
    found = read("---\nx: [\n---\n## Topics\n- a  [talked:: x]\n- 2026-11-20 b <!-- c\n-->\n")

    assert [problem.code for problem in found.problems] == ["yaml", "bad-date"]
    assert [topic.text for topic in found.value.topics] == ["a", "b"]


@many
@given(anything())
def test_any_text_is_an_inbox_and_a_list_of_remarks(text: str) -> None:
    found = read(text).value

    assert all(raw in text for raw in [t.raw for t in found.topics])
    assert all(raw in text for raw in [a.raw for a in found.actions])
    assert all(remark.text in text for remark in remarks(text))


@many
@given(st.dates(), st.sampled_from(["alice", "sam"]), WORDS)
def test_a_topic_reads_back_as_written(day: date, owner: str, words: str) -> None:
    text = add(first("Alice"), "Topics", topic_line(day, owner, words, "k3f9"))

    (topic,) = read(text).value.topics
    assert topic[:5] == ("k3f9", owner, words.rstrip(), day, None)


@many
@given(pages(), WORDS)
def test_a_topic_is_added_to_any_inbox_without_another_change(text: str, words: str) -> None:
    line = topic_line(DAY, "alice", words, "zzzz")
    try:
        after = add(text, "Topics", line)
    except CannotEdit:
        event("refused")
        return

    assert is_spliced(text, after)
    old, new = read(text).value, read(after).value
    assert [topic.text for topic in new.topics if topic.id == "zzzz"] == [words.rstrip()]
    assert len(new.topics) == len(old.topics) + 1
    assert len(new.actions) == len(old.actions)


def test_the_first_lines_of_an_inbox_come_in_their_order() -> None:
    text = add(first("Alice"), "Actions", "- [ ] @sam a")

    assert add(text, "Topics", "- b") == (
        "# Alice: inbox\n\n## Topics\n- b\n\n## Actions\n- [ ] @sam a\n"
    )


def test_remarks_have_a_day_and_may_come_up_again() -> None:
    text = "# Alice\n\n- 2026-11-20 Watch\n* 2026-11-29  Remind:  marathon\n- remind: no day\n-\n"

    assert remarks(text) == (
        Remark(DAY, "Watch", False, "private.md", 3),
        Remark(date(2026, 11, 29), "marathon", True, "private.md", 4),
        Remark(None, "no day", True, "private.md", 5),
    )


def test_a_remark_that_says_nothing_is_none() -> None:
    assert remarks("- 2026-11-29 remind:\n- 2026-02-30 a\n") == (
        Remark(None, "2026-02-30 a", False, "private.md", 2),
    )


def test_the_first_remark_follows_the_title() -> None:
    text = add_private(first_private("Alice"), DAY, "Watch", remind=False)

    assert text == "# Alice: private\n\n- 2026-11-20 Watch\n"
    assert add_private(text, DAY, "ask", remind=True) == f"{text}- 2026-11-20 remind: ask\n"


@pytest.mark.parametrize("remind", [True, False])
@many
@given(text=pages(), day=st.dates(), words=WORDS)
def test_a_remark_is_added_to_any_page_without_another_change(
    remind: bool, text: str, day: date, words: str
) -> None:
    try:
        after = add_private(text, day, words, remind=remind)
    except CannotEdit:
        event("refused")
        return

    assert is_spliced(text, after)
    assert remarks(after)[-1][:3] == (day, words.rstrip(), remind)
    assert len(remarks(after)) == len(remarks(text)) + 1
