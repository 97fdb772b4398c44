"""Which note a log is about, and what can be ticked off in it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from books import TODAY, alice
from onestop.insight import cadence, log
from onestop.insight.log import Target, target
from onestop.model.cadence import Away
from onestop.model.folder import Folder
from onestop.model.settings import Settings

SAM = Settings(me="sam")
PLANNED = "---\nstate: planned\n---\n"
SKIPPED = "---\nstate: skipped\n---\n"


def aim(
    root: Path, notes: Mapping[str, str], on: date | None = None, *, new: bool = False
) -> tuple[str, int, str]:
    """The day, the number and the path of the note that a log is about."""
    found = target(alice(root, notes), TODAY, on, new=new)
    return f"{found.on:%m-%d}", found.number, Path(found.note.path).name if found.note else ""


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


def test_the_latest_planned_note_up_to_today_comes_first(tmp_path: Path) -> None:
    notes = {"11-10": PLANNED, "11-17": PLANNED, "11-24": "- held\n", "12-01": PLANNED}

    assert aim(tmp_path, notes) == ("11-17", 1, "2026-11-17-alice.md")


def test_a_planned_note_is_meant_even_when_a_later_one_of_its_day_was_held(tmp_path: Path) -> None:
    found = target(
        alice(tmp_path, {"11-24": PLANNED, "11-24_2": "- held\n"}), TODAY, None, new=False
    )

    assert found.number == 1
    assert found.note is not None
    assert (found.note.number, found.was_planned) == (1, True)


def test_else_it_is_todays_note_and_else_a_new_one(tmp_path: Path) -> None:
    held = {"11-17": "- held\n", "11-24": "- held\n", "12-01": PLANNED}

    assert aim(tmp_path / "1", held) == ("11-24", 1, "2026-11-24-alice.md")
    assert aim(tmp_path / "2", {"11-17": "- held\n", "12-01": PLANNED}) == ("11-24", 1, "")
    assert aim(tmp_path / "3", {}) == ("11-24", 1, "")


def test_a_note_that_was_skipped_today_is_the_one_that_took_place_after_all(
    tmp_path: Path,
) -> None:
    assert aim(tmp_path, {"11-24": SKIPPED}) == ("11-24", 1, "2026-11-24-alice.md")


def test_a_day_means_its_last_note(tmp_path: Path) -> None:
    notes = {"11-17": PLANNED, "11-10": "- held\n", "11-10_2": "- held\n"}

    assert aim(tmp_path, notes, day("11-10")) == ("11-10", 2, "2026-11-10-alice_2.md")
    assert aim(tmp_path, notes, day("11-11")) == ("11-11", 1, "")


@pytest.mark.parametrize(
    ("notes", "on", "found"),
    [
        ({"11-24": "- held\n"}, None, ("11-24", 2, "")), ({}, None, ("11-24", 1, "")),
        ({"11-17": PLANNED}, None, ("11-24", 1, "")),
        ({"11-10": "- a\n", "11-10_3": "- b\n"}, "11-10", ("11-10", 4, "")),
    ],
)  # fmt: skip
def test_a_second_meeting_of_a_day_must_be_asked_for(
    tmp_path: Path, notes: Mapping[str, str], on: str | None, found: tuple[str, int, str]
) -> None:
    assert aim(tmp_path, notes, day(on) if on else None, new=True) == found


@pytest.mark.parametrize(("head", "planned"), [(PLANNED, True), (SKIPPED, True), ("", False)])
def test_a_log_makes_a_note_held_unless_it_is(tmp_path: Path, head: str, planned: bool) -> None:
    folder = alice(tmp_path, {"11-24": head})

    assert target(folder, TODAY, TODAY, new=False).was_planned is planned
    assert Target(TODAY, 1, None).was_planned


def test_a_backdated_log_sorts_in_and_resets_nothing(tmp_path: Path) -> None:
    before = alice(tmp_path, {"11-03": "- a\n", "11-17": "- b\n"})
    after = alice(tmp_path, {"11-10": "- late entry\n"})

    assert [m.date.day for m in after.meetings] == [3, 10, 17]
    clocks = [cadence.rhythm(folder, SAM, TODAY) for folder in (before, after)]
    assert clocks[0] == clocks[1]
    assert log.happiness_before(after, TODAY) is None


def test_the_number_before_is_that_of_the_last_meeting_that_has_one(tmp_path: Path) -> None:
    folder = alice(
        tmp_path,
        {
            "11-03": "---\nhappiness: 2\n---\n",
            "11-10": "---\nhappiness: 4\n---\n",
            "11-17": "- a\n",
            "11-18": "---\nstate: skipped\nhappiness: 1\n---\n",
            "11-24": "---\nhappiness: 5\n---\n",
        },
    )

    assert log.happiness_before(folder, TODAY) == 4
    assert log.happiness_before(folder, day("11-10")) == 2
    assert log.happiness_before(folder, day("11-03")) is None


def test_what_can_be_closed_is_numbered_as_on_the_brief(tmp_path: Path) -> None:
    folder = alice(tmp_path, {"11-17": "- [ ] @sam a\n"}, "## Topics\n- b\n")

    assert [i.number for i in log.items(folder, SAM, TODAY, TODAY)] == [1, 2]


def test_topics_stand_on_a_page_by_their_line_or_by_mention(tmp_path: Path) -> None:
    folder = alice(
        tmp_path,
        {"11-24": f"{PLANNED}## Topics\n- here\n- mentioned (k3f9)\n"},
        "## Topics\n- mentioned ^k3f9\n- elsewhere ^t4kd\n- by hand\n",
    )

    found = log.standing(folder, folder.meetings[-1], TODAY)
    assert [i.topic.text for i in found if i.topic] == ["mentioned", "here"]


def waiting(folder: Folder, today: date = TODAY, settings: Settings = SAM) -> list[str]:
    return [f"{on:%m-%d}" for _, on in log.unlogged([folder], settings, today)]


def test_planned_notes_up_to_today_wait_to_be_logged(tmp_path: Path) -> None:
    notes = {"11-10": PLANNED, "11-17": SKIPPED, "11-24": PLANNED, "12-01": PLANNED}

    assert waiting(alice(tmp_path, notes)) == ["11-10", "11-24"]


def test_the_oldest_comes_first_and_then_who_comes_first_in_the_alphabet(tmp_path: Path) -> None:
    one = alice(tmp_path, {"11-17": PLANNED, "11-24": PLANNED})
    other = one._replace(person=one.person._replace(slug="ada"))

    found = log.unlogged([one, other], SAM, TODAY)
    assert [(f.person.slug, on.day) for f, on in found] == [
        ("ada", 17), ("alice", 17), ("ada", 24), ("alice", 24),
    ]  # fmt: skip


def test_a_usual_day_without_a_note_may_have_been_a_meeting(tmp_path: Path) -> None:
    """The usual day is Tuesday; this is a Wednesday."""
    today = day("11-25")

    assert waiting(alice(tmp_path / "1", {"11-10": "- a\n"}), today) == ["11-24"]
    assert waiting(alice(tmp_path / "2", {"11-17": "- a\n"}), today) == ["11-24"]
    assert waiting(alice(tmp_path / "4", {"11-20": "- a\n"}), today) == ["11-24"]
    assert waiting(alice(tmp_path / "5", {"11-23": "- a\n"}), today) == []
    assert waiting(alice(tmp_path / "6", {}), today) == []
    quiet = alice(tmp_path / "3", {"11-03": "- a\n", "11-23": SKIPPED})
    assert waiting(quiet, today) == []
    without_day = quiet._replace(
        person=quiet.person._replace(day=None), meetings=quiet.meetings[:1]
    )
    assert waiting(without_day, today) == []


def test_nobody_was_met_on_a_day_of_leave(tmp_path: Path) -> None:
    leave = Away(day("11-24"), day("11-24"))
    folder = alice(tmp_path, {"11-03": "- a\n"})
    away = folder._replace(person=folder.person._replace(away=(leave,)))

    assert waiting(folder, day("11-25")) == ["11-24"]
    assert waiting(away, day("11-25")) == []
    assert waiting(folder, day("11-25"), SAM._replace(away=(leave,))) == []
