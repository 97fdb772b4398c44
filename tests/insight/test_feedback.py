"""What was not said yet, and which direction has fallen silent."""

from datetime import date, timedelta

import pytest

from onestop.insight.feedback import everybodys, praise_missing, unsaid, upward_due, view
from onestop.model.feedback import FIX, GOOD, TO_ME, Feedback
from onestop.model.folder import Folder
from onestop.model.meeting import Meeting
from onestop.model.person import Person

TODAY = date(2026, 11, 24)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def folder(*feedback: Feedback, meetings: int = 0) -> Folder:
    """Alice, met once a week up to yesterday."""
    notes = tuple(
        Meeting("alice", days_ago(1 + 7 * n), f"{n}.md") for n in reversed(range(meetings))
    )
    return Folder(Person("alice", "Alice"), feedback=feedback, meetings=notes)


def test_what_is_unsaid_comes_oldest_first_and_what_has_no_day_before_all() -> None:
    found = folder(
        Feedback(GOOD, "by hand"),
        Feedback(FIX, "new", days_ago(3)),
        Feedback(GOOD, "told", days_ago(20), said=days_ago(2)),
        Feedback(TO_ME, "heard", days_ago(20)),
        Feedback(FIX, "old", days_ago(9)),
    )

    assert [(u.feedback.text, u.days) for u in unsaid(found, TODAY)] == [
        ("by hand", 0), ("old", 9), ("new", 3),
    ]  # fmt: skip
    assert [u.feedback.text for _, u in everybodys([found, folder()], TODAY)] == [
        "by hand", "old", "new",
    ]  # fmt: skip


@pytest.mark.parametrize(("days", "loud"), [(7, False), (8, True), (0, False), (-1, False)])
def test_it_is_loud_after_seven_days(days: int, loud: bool) -> None:
    (waiting,) = unsaid(folder(Feedback(FIX, "a", days_ago(days))), TODAY)

    assert waiting.is_loud is loud
    assert waiting.days == max(0, days)


def test_the_page_has_both_directions_newest_first() -> None:
    heard = [Feedback(TO_ME, "a", days_ago(n)) for n in (9, 2)]
    told = [Feedback(GOOD, "b", days_ago(n), said=TODAY) for n in (9, 2)]
    page = view(folder(*heard, *told, Feedback(FIX, "c")), TODAY)

    assert page.heard == (heard[1], heard[0])
    assert page.said == (told[1], told[0])
    assert [u.feedback.text for u in page.unsaid] == ["c"]


@pytest.mark.parametrize(("since", "missing"), [(8, 0), (15, 0), (21, 3), (28, 4)])
def test_praise_is_missing_for_three_meetings(since: int, missing: int) -> None:
    found = folder(Feedback(GOOD, "a", days_ago(since)), meetings=9)

    assert praise_missing(found, TODAY) == missing


@pytest.mark.parametrize(("since", "due"), [(21, False), (27, True)])
def test_the_manager_asks_for_feedback_every_fourth_meeting(since: int, due: bool) -> None:
    assert upward_due(folder(Feedback(TO_ME, "a", days_ago(since)), meetings=9), TODAY) is due


def test_who_never_used_either_misses_neither() -> None:
    assert praise_missing(folder(meetings=9), TODAY) == 0
    assert not upward_due(folder(meetings=9), TODAY)
