"""A look back reads few notes, and says what all of them would have said."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from books import book
from fuzz import examples
from onestop.insight.periods import Period
from onestop.insight.review import Files, review
from onestop.notebook.notebook import Notebook

TODAY = date(2026, 11, 24)
HEAD = "---\ntype: one-on-one\nwith: alice\ndate: {day}\nstate: held\n---\n"
OLD = {
    "a win alone": "## Wins\n- Won\n",
    "a promise closed in time": "- [x] @sam Do it  [due:: 2024-03-01]  [completion:: 2024-03-01]\n",
    "an open promise": "- [ ] @sam Do it ^b333\n",
    "one that was closed later": "- [x] @sam Do it  [completion:: 2026-02-01] ^b444\n",
    "one that was due later": "- [x] @sam Do it  [due:: 2026-03-01] ^b555\n",
    "one that was ticked later": "- [x] @sam Do it ^b666\n",
}
LATER = "## Follow-up\n- [x] @sam Do it (b666)\n"


def alice(root: Path, notes: dict[date, str]) -> Notebook:
    files = {
        f"people/alice/meetings/{day}-alice.md": HEAD.format(day=day) + text
        for day, text in notes.items()
    }
    return book(root, {"people/alice/person.yaml": "name: Alice\n", **files})


def parsed(there: Notebook, since: date) -> list[date]:
    return [note.date for note in there.since("alice", since).meetings]


@pytest.mark.parametrize("what", OLD)
def test_of_older_notes_the_first_and_those_that_matter_are_parsed(
    what: str, tmp_path: Path
) -> None:
    first, second, new = date(2024, 1, 2), date(2024, 2, 6), date(2026, 1, 13)
    there = alice(tmp_path, {first: "", second: OLD[what], new: LATER})

    matters = what not in ("a win alone", "a promise closed in time")

    assert parsed(there, date(2026, 1, 1)) == [first, *([second] if matters else []), new]


@given(
    st.lists(st.sampled_from([*OLD.values(), LATER, ""]), min_size=1, max_size=12),
    st.integers(0, 1000),
)
@settings(max_examples=examples(40), deadline=None, derandomize=True)
def test_a_review_says_the_same_as_with_every_note(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], ago: int
) -> None:
    notes = {TODAY - timedelta(days=90 * n): text for n, text in enumerate(texts)}
    there = alice(tmp_path_factory.mktemp("book"), notes)
    period = Period(TODAY - timedelta(days=ago), TODAY)

    few, every = there.since("alice", period.since), there.folder("alice")

    assert review(few, there.settings, period, TODAY, Files()) == review(
        every, there.settings, period, TODAY, Files()
    )
