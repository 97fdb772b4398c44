"""This morning: who is due, what is owed, what was not logged, who has been quiet."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from books import TODAY, alice
from onestop.insight import today
from onestop.insight.today import View
from onestop.model.cadence import Away
from onestop.model.folder import Folder
from onestop.model.settings import Settings

SAM = Settings(me="sam")
LAST_WEEK = {"11-17": "- a\n"}
PLANNED = "---\nstate: planned\n---\n"


def person(folder: Folder, slug: str = "alice", **more: Any) -> Folder:
    """The same folder, as somebody else's."""
    return folder._replace(person=folder.person._replace(slug=slug, **more))


def view(*folders: Folder, on: date = TODAY, settings: Settings = SAM) -> View:
    return today.view(folders, settings, on)


def slugs(found: View) -> list[str]:
    return [due.person.slug for due in found.due]


def test_nobody_yet_is_an_empty_morning() -> None:
    found = view()

    assert (found.today, found.people, found.met, found.load.span) == (TODAY, 0, False, 0)
    parts = (found.due, found.coming, found.owed, found.unlogged, found.quiet, found.skipped)
    assert [part for part in parts if part] == []


def test_who_is_met_today_comes_with_what_lies_between_the_two(tmp_path: Path) -> None:
    folder = alice(
        tmp_path,
        {"11-17": "- [ ] @sam a\n- [ ] @alice b\n- :-( on call\n- :-( second\n"},
        "## Topics\n- @alice c\n- @sam d\n",
    )
    (due,) = view(folder).due

    assert (due.person.slug, due.i_owe, due.they_bring, due.sad) == ("alice", 1, 1, "on call")
    assert (due.back_from_leave, due.is_first) == (False, False)


def test_a_first_meeting_says_so(tmp_path: Path) -> None:
    (due,) = view(alice(tmp_path, {})).due

    assert (due.is_first, due.sad, due.back_from_leave) == (True, "", False)


@pytest.mark.parametrize(
    ("first", "last", "back"),
    [("11-18", "11-23", True), ("11-10", "11-17", False), ("11-10", "11-16", False)],
)
def test_who_was_away_since_the_last_meeting_is_back(
    tmp_path: Path, first: str, last: str, back: bool
) -> None:
    leave = Away(date.fromisoformat(f"2026-{first}"), date.fromisoformat(f"2026-{last}"))
    (due,) = view(person(alice(tmp_path, LAST_WEEK), away=(leave,))).due

    assert due.back_from_leave is back


@pytest.mark.parametrize("mine", [True, False])
def test_during_leave_nobody_is_due(tmp_path: Path, mine: bool) -> None:
    folder, leave = alice(tmp_path, LAST_WEEK), (Away(TODAY, TODAY),)
    found = view(
        folder if mine else person(folder, away=leave),
        settings=SAM._replace(away=leave) if mine else SAM,
    )

    assert found.due == ()


def test_the_day_goes_by_the_hour_and_then_by_name(tmp_path: Path) -> None:
    folder = alice(tmp_path, LAST_WEEK)
    hours = {"alice": "", "bo": "10:00", "carl": "9:30", "ada": "", "dana": "10:00"}

    found = view(*(person(folder, slug, at=at) for slug, at in hours.items()))
    assert slugs(found) == ["carl", "bo", "dana", "ada", "alice"]


def test_the_coming_week_is_told_by_day(tmp_path: Path) -> None:
    folder = alice(tmp_path, {"11-20": "- a\n"})
    found = view(
        *(person(folder, slug, day=day) for slug, day in (("a", 3), ("b", 4), ("c", 3), ("d", 0))),
        on=TODAY,
    )

    assert [(on.day, [p.slug for p in people]) for on, people in found.coming] == [
        (26, ["a", "c"]), (27, ["b"]), (30, ["d"]),
    ]  # fmt: skip
    assert view(person(folder, day=1)).coming == ()


def owed(root: Path, lines: str, notes: Mapping[str, str] = LAST_WEEK) -> list[str]:
    return [p.item.text for p in view(alice(root, notes, lines)).owed]


def test_what_the_manager_owes_within_three_days_is_told(tmp_path: Path) -> None:
    line = "- [ ] @{} {}  [due:: 2026-11-{}]\n"
    lines = "".join(line.format("sam", day, day) for day in (20, 24, 27, 28))

    assert owed(tmp_path, f"{lines}{line.format('alice', 'hers', 20)}- [ ] @sam no day\n") == [
        "20", "24", "27",
    ]  # fmt: skip


def test_what_was_not_logged_comes_oldest_first(tmp_path: Path) -> None:
    folder = alice(tmp_path, {"11-10": PLANNED, "11-17": PLANNED, "11-24": PLANNED})
    found = view(person(folder, "bo"), person(folder, "ada"))

    assert [(p.slug, day.day) for p, day in found.unlogged] == [
        ("ada", 10), ("bo", 10), ("ada", 17), ("bo", 17),
    ]  # fmt: skip


def test_the_longest_silence_in_ones_own_rhythm_comes_first(tmp_path: Path) -> None:
    quiet, fine = alice(tmp_path / "1", {"11-05": "- a\n"}), alice(tmp_path / "2", LAST_WEEK)
    wednesday = TODAY + timedelta(days=1)
    gap = alice(tmp_path / "3", {"10-01": "- a\n"})
    found = view(person(quiet, "a"), person(fine, "b"), person(gap, "c"), on=wednesday)

    assert [q.person.slug for q in found.quiet] == ["c", "a"]
    assert found.quiet[1].rhythm.quiet_days == 20


def test_a_skip_stays_visible_until_the_next_meeting(tmp_path: Path) -> None:
    skipped = "---\nstate: skipped\nskipped: ill\n---\n"
    found = view(alice(tmp_path / "1", {"11-10": "- a\n", "11-17": skipped}))

    assert [(p.slug, m.skipped) for p, m in found.skipped] == [("alice", "ill")]
    assert view(alice(tmp_path / "2", {"11-17": skipped, "11-18": "- a\n"})).skipped == ()


def test_a_reminder_comes_up_on_its_day_and_until_a_meeting(tmp_path: Path) -> None:
    private = "- 2026-11-24 remind: a\n- 2026-11-23 remind: b\n- 2026-11-24 c\n"
    found = view(alice(tmp_path, LAST_WEEK, private=private))

    assert [(p.slug, r.text) for p, r in found.reminders] == [("alice", "a"), ("alice", "b")]


def test_those_who_are_archived_are_no_longer_told_of(tmp_path: Path) -> None:
    folder = alice(
        tmp_path, {"11-03": "- a\n", "11-10": PLANNED}, "- [ ] @sam a  [due:: 2026-11-01]\n"
    )
    found = view(person(folder, archived=True))

    assert (found.people, found.met, found.load.minutes) == (0, False, 0)
    assert (found.due, found.owed, found.unlogged, found.quiet) == ((), (), (), ())
