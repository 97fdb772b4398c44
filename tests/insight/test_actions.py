"""Promises: which are open, whose they are, how late, and how often they were carried."""

from datetime import date
from pathlib import Path

import pytest

from books import TODAY, alice
from onestop.insight.actions import ME, NOBODY, OTHER, THEM, Promise, open_promises, promises, view
from onestop.model.action import State
from onestop.model.folder import Folder
from onestop.model.settings import Settings

SAM = Settings(me="sam", name="Sam Okafor")


def every(folder: Folder) -> dict[str, Promise]:
    """All promises by their words."""
    return {p.item.text: p for p in promises(folder, SAM, TODAY)}


def still_open(folder: Folder, today: date = TODAY) -> list[str]:
    return [p.item.text for p in open_promises(folder, SAM, today)]


def test_carried_counts_held_notes_that_mention_it_outside_its_home_once_each(
    tmp_path: Path,
) -> None:
    folder = alice(
        tmp_path,
        {
            "10-20": "- a (k3f9)\n",
            "10-27": "- [ ] @alice a ^k3f9\n- said of a (k3f9)\n",
            "11-03": "- a (k3f9)\n- again a (k3f9)\n",
            "11-10": "---\nstate: skipped\n---\n- a (k3f9)\n",
            "11-17": "- @alice a (k3f9)\n",
            "11-17_2": "- a (k3f9)\n",
            "11-24": "---\nstate: planned\n---\n- a (k3f9)\n",
        },
    )

    assert every(folder)["a"].carried == 3


def test_an_item_carried_five_times_is_one_item(tmp_path: Path) -> None:
    notes = {f"10-{day:02}": "- @sam a (k3f9)\n" for day in (6, 13, 20, 27)}
    folder = alice(tmp_path, {"09-29": "- [ ] @sam a ^k3f9\n", **notes, "11-03": "- a (k3f9)\n"})

    assert still_open(folder) == ["a"]
    assert every(folder)["a"].carried == 5


def test_an_item_that_the_last_note_does_not_mention_is_still_open(tmp_path: Path) -> None:
    folder = alice(
        tmp_path, {"09-29": "- [ ] @alice a ^k3f9\n", "10-06": "- a (k3f9)\n", "11-17": "- b\n"}
    )

    assert still_open(folder) == ["a"]


@pytest.mark.parametrize(("first", "second"), [("x", " "), (" ", "X"), ("x", "x"), ("-", "x")])
def test_lines_with_one_id_are_one_item_done_when_any_is_ticked(
    tmp_path: Path, first: str, second: str
) -> None:
    folder = alice(
        tmp_path, {"11-10": f"- [{first}] a ^k3f9\n", "11-17": f"- [{second}] a ^k3f9\n"}
    )

    (found,) = promises(folder, SAM, TODAY)
    assert found.state is State.DONE
    assert found.item.path.endswith("2026-11-10-alice.md")
    assert found.ticked_elsewhere is (first != "x")
    assert still_open(folder) == []


def test_two_lines_with_one_id_are_listed_once(tmp_path: Path) -> None:
    folder = alice(
        tmp_path, {"11-10": "- [ ] a ^k3f9\n", "11-17": "- [ ] a again ^k3f9\n- [ ] b\n- [ ] b\n"}
    )

    assert still_open(folder) == ["a", "b", "b"]


@pytest.mark.parametrize("head", ["", "---\nstate: planned\n---\n", "---\nstate: skipped\n---\n"])
def test_a_ticked_mention_counts_as_done_at_once(tmp_path: Path, head: str) -> None:
    folder = alice(
        tmp_path, {"11-10": "- [ ] @alice a ^k3f9\n", "11-24": f"{head}- [x] a (k3f9)\n"}
    )

    found = every(folder)["a"]
    assert (found.state, found.is_open, found.ticked_elsewhere) == (State.DONE, False, True)
    assert found.item.state is State.OPEN


def test_a_mention_in_an_earlier_note_than_the_item_says_nothing(tmp_path: Path) -> None:
    folder = alice(tmp_path, {"11-03": "- [x] a (k3f9)\n", "11-10": "- [ ] @alice a ^k3f9\n"})

    assert still_open(folder) == ["a"]
    assert every(folder)["a"].carried == 0


def test_the_inbox_is_the_home_of_what_was_agreed_between_meetings(tmp_path: Path) -> None:
    inbox = "- [ ] @sam a  [created:: 2026-11-10] ^k3f9\n- [ ] @sam b ^t4kd\n"
    notes = {"11-03": "- a (k3f9)\n- b (t4kd)\n", "11-17": "- a (k3f9)\n- b (t4kd)\n"}
    found = every(alice(tmp_path, notes, inbox))

    assert {text: p.carried for text, p in found.items()} == {"a": 1, "b": 2}


@pytest.mark.parametrize(("due", "late"), [("11-23", 1), ("11-24", 0), ("11-25", 0), ("10-24", 31)])
def test_late_means_due_before_today(tmp_path: Path, due: str, late: int) -> None:
    folder = alice(tmp_path, {"11-17": f"- [ ] @alice a  [due:: 2026-{due}]\n- [ ] @alice b\n"})

    assert {text: p.late_days for text, p in every(folder).items()} == {"a": late, "b": 0}


def test_what_is_closed_is_never_late(tmp_path: Path) -> None:
    line = "- [{}] @alice a{}  [due:: 2026-11-01]\n"
    notes = "".join(line.format(mark, n) for n, mark in enumerate("x-?/ "))

    found = every(alice(tmp_path, {"11-17": notes}))
    assert {text: p.late_days for text, p in found.items()} == {
        "a0": 0, "a1": 0, "a2": 0, "a3": 23, "a4": 23,
    }  # fmt: skip
    assert [text for text, p in found.items() if p.is_open] == ["a3", "a4"]


def test_whose_it_is_seen_by_the_manager(tmp_path: Path) -> None:
    folder = alice(tmp_path, {"11-17": "- [ ] @me a\n- [ ] @alice b\n- [ ] c\n- [ ] @x d\n"})
    other = folder._replace(actions=(folder.meetings[0].actions[0]._replace(text="e", owner="bo"),))

    assert {text: p.side for text, p in every(other).items()} == {
        "a": ME, "b": THEM, "c": NOBODY, "@x d": NOBODY, "e": OTHER,
    }  # fmt: skip
    assert {(p.slug, p.name) for p in every(other).values()} == {("alice", "Alice")}


def test_unassigned_comes_first_then_what_is_due_then_what_was_made_first(tmp_path: Path) -> None:
    folder = alice(
        tmp_path,
        {
            "11-10": (
                "- [ ] @alice no date\n- [ ] @alice late  [due:: 2026-11-20]\n- [x] @sam done\n"
                "- [ ] nobody's\n- [ ] @sam same day  [due:: 2026-11-27]\n"
            ),
            "11-17": "- [ ] nobody's, due  [due:: 2026-11-30]\n",
        },
        "- [ ] @sam old  [created:: 2026-11-01]\n- [ ] @sam inbox  [due:: 2026-11-27]\n",
    )

    assert still_open(folder) == [
        "nobody's, due", "nobody's", "late", "inbox", "same day", "old", "no date",
    ]  # fmt: skip
    shown = view([folder], SAM, TODAY, closed=True)
    assert (shown.today, shown.promises[-1].item.text) == (TODAY, "done")
    assert len(shown.promises) == 8


def test_the_promises_of_everybody_come_in_one_order(tmp_path: Path) -> None:
    one = alice(tmp_path / "1", {"11-17": "- [ ] @alice b  [due:: 2026-12-02]\n"})
    other = alice(tmp_path / "2", {"11-17": "- [ ] @alice a  [due:: 2026-12-01]\n"})

    assert [p.item.text for p in view([one, other], SAM, TODAY).promises] == ["a", "b"]
