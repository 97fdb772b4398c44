"""This morning: who is due, what is owed, what was not logged, who has been quiet."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from books import TODAY, alice
from onestop.insight import habit, today
from onestop.insight.morning import View
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


def test_what_the_other_owes_and_what_i_bring_is_no_empty_table(tmp_path: Path) -> None:
    folder = alice(tmp_path, {"11-17": "- [ ] @alice b\n"}, "## Topics\n- @sam d\n- @sam e\n")
    (due,) = view(folder).due

    assert (due.i_owe, due.they_bring, due.they_owe, due.i_bring) == (0, 0, 1, 2)


def test_a_first_meeting_that_is_late_says_for_how_long(tmp_path: Path) -> None:
    folder = person(alice(tmp_path, {}), added=TODAY - timedelta(days=49), since=None)
    (late,) = view(folder).due
    (fresh,) = view(person(folder, added=TODAY - timedelta(days=7))).due

    assert (late.waited_days, fresh.waited_days) == (49, 0)


def test_a_skip_is_not_shown_while_somebody_is_away(tmp_path: Path) -> None:
    folder = alice(tmp_path, {**LAST_WEEK, "11-20": "---\nstate: skipped\n---\n"})
    away = person(folder, away=(Away(TODAY, TODAY + timedelta(days=7)),))

    assert [m.date for _, m in view(folder).skipped] == [date(2026, 11, 20)]
    assert view(away).skipped == ()


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


def said(days: Mapping[str, str], root: Path) -> Folder:
    """Alice's folder with moments by day, all of the last month."""
    return alice(root, {day: f"{lines}\n" for day, lines in days.items()})


def test_what_is_heard_made_somebody_sad_or_is_still_unclear(tmp_path: Path) -> None:
    turned = "- :-/ {0}  [became:: {0} 2026-11-18] ^{1}"
    folder = said(
        {
            "10-20": "- :-( too long ago", "11-04": turned.format("happy", "h2qw"),
            "11-05": turned.format("settled", "h3qw"), "11-10": turned.format("sad", "h4qw"),
            "11-17": "- :-/ open ^h5qw\n- :-) fine",
        },
        tmp_path,
    )  # fmt: skip
    found = view(folder)

    assert [(day.day, m.text) for _, day, m in found.heard] == [(10, "sad"), (17, "open")]
    assert found.unheard == 0


def test_the_latest_two_of_each_are_heard_and_of_them_a_dozen(tmp_path: Path) -> None:
    folder = said({f"11-{day}": f"- :-( {day}" for day in (10, 12, 17)}, tmp_path / "new")
    older = said({f"11-0{day}": f"- :-( {day}" for day in (3, 4)}, tmp_path / "old")

    assert [m.text for *_, m in view(folder).heard] == ["12", "17"]
    assert view(folder).unheard == 1

    found = view(older, *(person(folder, f"p{n}") for n in range(6)))
    assert [p.slug for p, *_ in found.heard] == [f"p{n // 2}" for n in range(12)]
    assert found.unheard == 2 + 6


def test_a_moment_that_became_sad_since_the_last_meeting_is_told_when_they_meet(
    tmp_path: Path,
) -> None:
    folder = said(
        {"11-10": "- :-/ rota  [became:: sad 2026-11-20] ^h2qw", "11-17": "- a"}, tmp_path
    )
    (due,) = view(folder).due

    assert due.sad == "rota"


@pytest.mark.parametrize(("day", "kind"), [("11-21", habit.LOG), ("11-20", habit.CATCH_UP)])
def test_only_what_is_fresh_is_said_to_be_known_still(tmp_path: Path, day: str, kind: str) -> None:
    found = view(alice(tmp_path, {day: PLANNED, "11-23": PLANNED}))

    assert found.habit is not None
    assert (found.habit.kind, found.habit.amount) == (kind, 2)
