"""The manager's own side: what the notes lack, who brings the topics, what stays in the way."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from books import TODAY, alice
from onestop.insight.manager import (
    BETTER,
    DEFERS,
    TALKS,
    WIN,
    Share,
    is_improvement,
    is_task_check_in,
    obstacle,
    reminder,
    topic_share,
)
from onestop.insight.parts import Obstacle, Recognition
from onestop.model.folder import Folder
from onestop.model.meeting import Bullet

PLANNED = "---\nstate: planned\n---\n"


def days(count: int) -> list[str]:
    """The Tuesdays before today, the oldest first."""
    return [f"{TODAY - timedelta(weeks=n):%m-%d}" for n in range(count, 0, -1)]


def held(root: Path, *notes: str, inbox: str = "") -> Folder:
    return alice(root, dict(zip(days(len(notes)), notes, strict=True)), inbox)


WON = "## Wins\n- better: asked on day one\n"


@pytest.mark.parametrize(
    ("notes", "missing"),
    [
        ([], ""), (["- a\n"] * 2, ""), (["- a\n"] * 3, WIN), (["## Wins\n- a\n"] * 3, ""),
        (["## Wins\n- a\n", "- a\n", "- a\n"], ""),
        ([WON, "- a\n", "- a\n", "- a\n"], WIN),
        (["## Wins\n- a\n"] * 5, ""), (["## Wins\n- a\n"] * 6, BETTER),
        ([WON, *["## Wins\n- a\n"] * 5], ""), ([WON, *["## Wins\n- a\n"] * 6], BETTER),
    ],
)  # fmt: skip
def test_a_win_missing_for_three_meetings_or_an_improvement_for_six_is_reminded_of(
    tmp_path: Path, notes: list[str], missing: str
) -> None:
    assert reminder(held(tmp_path, *notes), TODAY) == Recognition(missing, len(notes))


def test_notes_of_a_later_day_and_meetings_not_held_do_not_count(tmp_path: Path) -> None:
    folder = alice(tmp_path, {"11-10": WON, "11-17": PLANNED, "12-01": "- a\n", "12-08": "- a\n"})

    assert reminder(folder, TODAY) == Recognition("", 1)


@pytest.mark.parametrize(("text", "is_one"), [("Better: a", True), ("a better: b", False)])
def test_an_improvement_says_so_first(text: str, is_one: bool) -> None:
    assert is_improvement(Bullet("Wins", text)) is is_one


def topics(mine: int, theirs: int) -> str:
    return "## Topics\n" + "- @sam a\n" * mine + "- @alice b\n" * theirs


@pytest.mark.parametrize(
    ("mine", "theirs", "missing", "share"),
    [
        (1, 1, "", None), (2, 1, TALKS, 2 / 3), (1, 0, TALKS, 1.0), (0, 1, DEFERS, 0.0),
        (1, 2, "", None), (0, 0, "", None),
    ],
)  # fmt: skip
def test_over_six_meetings_more_than_half_of_the_topics_is_too_much_and_none_too_little(
    tmp_path: Path, mine: int, theirs: int, missing: str, share: float | None
) -> None:
    notes = [f"{WON}{topics(mine, theirs)}"] * 6

    assert reminder(held(tmp_path / "6", *notes), TODAY) == Recognition(missing, 6, share)
    assert reminder(held(tmp_path / "5", *notes[:5]), TODAY) == Recognition("", 5)


def test_a_topic_that_was_carried_five_times_counts_once(tmp_path: Path) -> None:
    inbox = "## Topics\n- @sam mine ^t4kd\n"
    folder = held(tmp_path, *["## Topics\n- @sam mine (t4kd)\n"] * 5, topics(0, 1), inbox=inbox)

    assert topic_share(folder, folder.meetings) == Share(1, 1)
    assert reminder(folder, TODAY).missing == WIN
    assert Share(1, 1).of_manager == 0.5
    assert Share(0, 0).of_manager is None


def test_a_line_that_names_nobody_is_the_managers_topic_as_on_the_agenda(tmp_path: Path) -> None:
    folder = held(tmp_path, "## Topics\n- rollout?\n- @alice hers\n")

    assert topic_share(folder, folder.meetings) == Share(1, 1)


def challenges(root: Path, notes: Mapping[str, str]) -> Obstacle | None:
    folder = alice(root, {day: f"## Challenges\n{text}\n" for day, text in notes.items()})
    return obstacle(folder, TODAY)


def test_an_obstacle_that_keeps_coming_for_three_weeks_is_shown_with_its_age(
    tmp_path: Path,
) -> None:
    every = {"10-27": "- Vendor is late #o1-kr1", "11-10": "- It slips #O1-KR1 (PR #12)"}

    assert challenges(tmp_path / "1", {**every, "11-16": "- Slips again #o1-kr1"}) is None
    assert challenges(tmp_path / "2", {**every, "11-17": "- Slips #12 again #o1-kr1"}) == Obstacle(
        "Slips #12 again", 21
    )


def test_the_same_words_are_the_same_obstacle(tmp_path: Path) -> None:
    assert challenges(tmp_path / "1", {"10-20": "- vendor", "11-17": "- Vendor"}) == Obstacle(
        "Vendor", 28
    )
    assert challenges(tmp_path / "2", {"10-20": "- vendor", "11-17": "- Vendors"}) is None


def test_an_obstacle_that_is_no_longer_mentioned_is_gone(tmp_path: Path) -> None:
    notes = {"10-20": "- vendor", "11-10": "- vendor", "11-17": "- rota"}

    assert challenges(tmp_path, notes) is None


def test_one_that_was_quiet_for_three_meetings_begins_anew(tmp_path: Path) -> None:
    old = {"08-04": "- vendor", "08-11": "- vendor"}
    two = {"08-18": "- a", "08-25": "- b"}
    again = {"09-08": "- vendor", "09-15": "- vendor"}

    assert challenges(tmp_path / "1", {**old, **two, **again}) == Obstacle("vendor", 42)
    assert challenges(tmp_path / "2", {**old, **two, "09-01": "- c", **again}) is None


def test_the_oldest_of_several_obstacles_is_named(tmp_path: Path) -> None:
    notes = {"10-13": "- rota", "10-20": "- rota\n- vendor", "11-17": "- vendor\n- rota"}

    assert challenges(tmp_path, notes) == Obstacle("rota", 35)


def test_without_meetings_nothing_is_in_the_way(tmp_path: Path) -> None:
    folder = alice(tmp_path, {"12-01": "## Challenges\n- a\n"})

    assert obstacle(folder, date(2026, 11, 1)) is None


@pytest.mark.parametrize(
    ("notes", "is_one"),
    [
        (["## Status\n- a\n"] * 3, True), (["## Status\n- a\n"] * 2, False), (["- a\n"] * 3, False),
        (["## Status\n- a\n- b\n## Wins\n- c\n"] * 3, True),
        (["## Status\n- a\n## Wins\n- c\n"] * 3, False), ([""] * 3, False),
        (["- a\n", *["## Status\n- a\n"] * 3], True),
    ],
)  # fmt: skip
def test_three_meetings_that_are_mostly_status_are_report_outs(
    tmp_path: Path, notes: list[str], is_one: bool
) -> None:
    assert is_task_check_in(held(tmp_path, *notes).meetings) is is_one
