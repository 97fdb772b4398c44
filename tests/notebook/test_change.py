"""What a command writes on an item's own line."""

from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from books import TODAY, book, put
from fuzz import examples
from onestop.formats.markdown import task
from onestop.formats.markdown.ids import is_id
from onestop.formats.parsed import CannotEdit
from onestop.model.action import State
from onestop.model.entry import Said
from onestop.model.person import Person
from onestop.notebook import change
from onestop.notebook.change import Namer
from onestop.notebook.edits import Edits

LINE = "- [ ] @sam Send it #conf  [due:: 2026-11-27] ^t9xp"
ALICE = Person("alice", "Alice Moreau")


def test_ids_are_new_and_the_notebook_is_searched_for_the_first_alone(tmp_path: Path) -> None:
    searches = []
    notebook = book(tmp_path, {"people/bo/inbox.md": "- a ^bbbb\n- b (bbbc)\n"})

    def all_ids() -> set[str]:
        searches.append(1)
        return notebook.all_ids()

    namer = Namer(all_ids, Random(7).choice)
    found = [namer() for _ in range(500)]
    assert len(set(found)) == 500
    assert all(map(is_id, found))
    assert len(searches) == 1


def test_an_id_that_is_taken_is_not_given_again() -> None:
    letters = iter("bbbbbbbc")

    assert Namer(lambda: {"bbbb"}, lambda _: next(letters))() == "bbbc"


def test_a_line_keeps_its_id_or_gets_one() -> None:
    assert change.named("- a ^k3f9", "k3f9", lambda: "zzzz") == "- a ^k3f9"
    assert change.named("- a", "", lambda: "zzzz") == "- a ^zzzz"


def test_a_promise_is_closed_reopened_and_put_off() -> None:
    done = "- [x] @sam Send it #conf  [due:: 2026-11-27]  [completion:: 2026-11-24] ^t9xp"

    assert change.close(LINE, State.DONE, TODAY) == done
    assert change.reopen(done, has_box=True) == LINE
    assert change.set_due(LINE, date(2026, 12, 1)) == LINE.replace("2026-11-27", "2026-12-01")
    assert change.set_due(LINE, None) == "- [ ] @sam Send it #conf ^t9xp"


def test_a_topic_is_discussed_and_a_moment_settled_and_both_can_be_reopened() -> None:
    talked = "- @sam Dates  [talked:: 2026-11-24] ^t8dm"
    settled = "- :-/ Who?  [became:: happy 2026-11-24] ^h2qw"

    assert change.talk("- @sam Dates ^t8dm", TODAY) == talked
    assert change.settle("- :-/ Who? ^h2qw", "happy", TODAY) == settled
    assert change.reopen(talked, has_box=False) == "- @sam Dates ^t8dm"
    assert change.reopen(settled, has_box=False) == "- :-/ Who? ^h2qw"


def test_a_mention_that_ticked_a_promise_loses_its_box() -> None:
    ticked = "  > * [x] @sam Send it (t9xp)"

    assert change.reopen(ticked, has_box=False, is_mention=True) == "  > * @sam Send it (t9xp)"


@pytest.mark.parametrize(
    ("line", "explained"),
    [
        (LINE, "- [ ] @sam Send it #conf (dropped: no budget)  [due:: 2026-11-27] ^t9xp"),
        ("- [ ] a ^t9xp", "- [ ] a (dropped: no budget) ^t9xp"),
        ("- [ ] a  [due:: 2026-11-27]", "- [ ] a (dropped: no budget)  [due:: 2026-11-27]"),
        ("- a  ", "- a (dropped: no budget)  "),
    ],
)
def test_a_reason_stands_behind_the_words(line: str, explained: str) -> None:
    assert change.explain(line, "no budget") == explained


@pytest.mark.parametrize("why", ["[due:: 2026-11-27]", "<!--", "x due:2026-11-27"])
def test_a_reason_that_would_not_be_words_is_refused(why: str) -> None:
    with pytest.raises(CannotEdit):
        change.explain("- [ ] a `b  [due:: 2026-11-30] <!-- --> ^t9xp", why)


@settings(max_examples=examples(200), derandomize=True, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_a_reason_changes_neither_fields_nor_id(why: str) -> None:
    try:
        line = change.explain(LINE, why)
    except CannotEdit:
        event("refused")
        return

    found = task.parse(line, lambda _: None, at=2).value
    assert found is not None
    assert (found.item.due, found.item.id) == (date(2026, 11, 27), "t9xp")
    assert f"(dropped: {why})" in line


def test_topics_and_actions_of_the_inbox_are_made_in_their_sections(tmp_path: Path) -> None:
    edits = Edits(put(tmp_path, {"people/alice/inbox.md": "## next steps\r\n- [ ] a\r\n"}))
    change.add_action(edits, ALICE, Said("sam", "Send it", TODAY), TODAY, "t9xp")
    change.add_topic(edits, ALICE, "alice", "Rollout?", TODAY, "t4kd")

    assert edits.text("people/alice/inbox.md") == (
        "## Topics\r\n- 2026-11-24 @alice Rollout? ^t4kd\r\n\r\n## next steps\r\n- [ ] a\r\n"
        "- [ ] @sam Send it  [created:: 2026-11-24]  [due:: 2026-11-24] ^t9xp\r\n"
    )


def test_an_inbox_begins_with_the_first_name(tmp_path: Path) -> None:
    edits = Edits(tmp_path)
    change.add_topic(edits, ALICE, "sam", "Dates", TODAY, "t8dm")

    assert edits.text("people/alice/inbox.md") == (
        "# Alice: inbox\n\n## Topics\n- 2026-11-24 @sam Dates ^t8dm\n"
    )
