"""What is open between two people, as a page numbers it."""

from datetime import date
from pathlib import Path

from books import TODAY, alice
from onestop.insight.actions import ME, NOBODY, THEM
from onestop.insight.between import (
    numbered,
    open_topics,
    pointer,
    pointer_to_moment,
    reminders,
    unclear,
    unsaid,
)
from onestop.model.agenda import Pointer
from onestop.model.feedback import Feedback
from onestop.model.folder import Folder
from onestop.model.settings import Settings

SAM = Settings(me="sam")
PLANNED = "---\nstate: planned\n---\n"


def topics(folder: Folder, on: date = TODAY) -> list[str]:
    return [topic.text for topic in open_topics(folder, on)]


def test_topics_of_the_inbox_are_open_until_they_were_talked_about(tmp_path: Path) -> None:
    inbox = "## Topics\n- a ^k3f9\n- b  [talked:: 2026-11-17] ^t4kd\n- by hand\n"

    assert topics(alice(tmp_path, {"11-17": "- a (k3f9)\n"}, inbox)) == ["a", "by hand"]


def test_a_topic_typed_into_a_held_note_counts_as_discussed_unless_it_was_kept(
    tmp_path: Path,
) -> None:
    note = "## Topics\n- rollout?\n- kept ^k3f9\n- done  [talked:: 2026-11-17] ^t4kd\n"

    assert topics(alice(tmp_path, {"11-17": note})) == ["kept"]


def test_topics_of_notes_that_were_not_held_wait_up_to_their_day(tmp_path: Path) -> None:
    folder = alice(
        tmp_path,
        {
            "11-10": "---\nstate: skipped\n---\n## Topics\n- skipped\n",
            "11-17": f"{PLANNED}## Topics\n- not logged\n",
            "11-24": f"{PLANNED}## Topics\n- today\n",
            "12-01": f"{PLANNED}## Topics\n- next week ^k3f9\n",
        },
    )

    assert topics(folder) == ["skipped", "not logged", "today"]
    assert topics(folder, date(2026, 12, 1))[-1] == "next week"


def test_lines_with_one_id_are_one_topic(tmp_path: Path) -> None:
    inbox = "## Topics\n- a ^k3f9\n- b ^t4kd\n"
    notes = {
        "11-17": "## Topics\n- a, copied ^k3f9\n- b  [talked:: 2026-11-17] ^t4kd\n",
        "11-24": f"{PLANNED}## Topics\n- same words\n- same words\n",
    }

    assert topics(alice(tmp_path, notes, inbox)) == ["a", "same words", "same words"]


def test_promises_come_before_topics_and_nobodys_before_the_two(tmp_path: Path) -> None:
    folder = alice(
        tmp_path,
        {
            "11-10": (
                "- [ ] @alice hers ^h6zn\n- [ ] @sam mine ^c5wk\n- [ ] nobody's\n"
                "## Topics\n- my topic ^t8dm\n"
            ),
            "11-17": "- hers (h6zn)\n- my topic (t8dm)\n",
        },
        "## Topics\n- 2026-11-20 @alice her topic ^t4kd\n",
    )
    found = numbered(folder, SAM, TODAY, TODAY)

    assert [(i.number, i.side, i.id, i.carried) for i in found] == [
        (1, NOBODY, "", 0), (2, ME, "c5wk", 0), (3, THEM, "h6zn", 1),
        (4, THEM, "t4kd", 0), (5, ME, "t8dm", 1),
    ]  # fmt: skip
    assert [bool(i.promise) for i in found] == [True, True, True, False, False]


def test_what_others_owe_stands_between_nobodys_and_the_managers(tmp_path: Path) -> None:
    folder = alice(
        tmp_path, {"11-10": "- [ ] @sam a\n- [ ] @alice b  [due:: 2026-01-01]\n- [ ] c\n"}
    )
    other = folder.meetings[0].actions[0]._replace(owner="bo", text="d")

    found = numbered(folder._replace(actions=(other,)), SAM, TODAY, TODAY)
    assert [i.promise.item.text for i in found if i.promise] == ["c", "d", "a", "b"]


def test_a_pointer_leads_home(tmp_path: Path) -> None:
    path = "people/alice/meetings/2026-11-10-alice.md"
    note = "- [ ] @sam a ^k3f9\n## Topics\n- @alice b ^t4kd\n- :-/ c ^h2qw\n"
    folder = alice(tmp_path, {"11-10": note})

    assert [pointer(item) for item in numbered(folder, SAM, TODAY, TODAY)] == [
        Pointer("Follow-up", "k3f9", "sam", "a", path, 1, "- [ ] @sam a ^k3f9"),
        Pointer("Topics", "t4kd", "alice", "b", path, 3, "- @alice b ^t4kd"),
    ]
    assert pointer_to_moment(unclear(folder)[0]) == Pointer(
        "Happiness", "h2qw", "", "c", path, 4, "- :-/ c ^h2qw"
    )


def test_what_is_unclear_stays_open_until_it_is_settled(tmp_path: Path) -> None:
    folder = alice(
        tmp_path,
        {
            "11-03": "- :-/ a ^h2qw\n- :-/ b  [became:: settled 2026-11-10]\n- :-( c\n",
            "11-10": "## Wins\n- :-/ d\n- :-/ e  [became:: x]\n",
            "11-24": f"{PLANNED}- :-/ not yet said\n",
        },
    )

    assert [moment.text for moment in unclear(folder)] == ["a", "d", "e"]
    assert [moment.text for moment in unclear(folder, date(2026, 11, 9))] == ["a"]


FEEDBACK = (
    Feedback("fix", "newer", date(2026, 11, 21), id="f7mx", path="f.md", line=2, raw="- newer"),
    Feedback("good", "older", date(2026, 11, 20)),
    Feedback("good", "told", date(2026, 11, 19), date(2026, 11, 20)),
    Feedback("to-me", "from Alice", date(2026, 11, 19)),
    Feedback("good", "tomorrow", date(2026, 11, 25)),
    Feedback("good", "no day"),
)


def test_feedback_waits_until_it_was_told_and_the_oldest_comes_first(tmp_path: Path) -> None:
    folder = alice(tmp_path, {})._replace(feedback=FEEDBACK)

    assert [f.text for f in unsaid(folder, TODAY)] == ["no day", "older", "newer"]
    assert [f.text for f in unsaid(folder, date(2026, 11, 25))][-1] == "tomorrow"


def test_feedback_is_numbered_behind_everything_else_and_is_the_managers_to_tell(
    tmp_path: Path,
) -> None:
    folder = alice(tmp_path, {"11-10": "- [ ] @sam a\n"}, "## Topics\n- b\n")
    rows = numbered(folder._replace(feedback=FEEDBACK), SAM, TODAY, TODAY)

    assert [(r.number, r.side, r.text) for r in rows[2:]] == [
        (3, ME, "no day"), (4, ME, "older"), (5, ME, "newer"),
    ]  # fmt: skip
    assert (rows[4].id, rows[4].place) == ("f7mx", ("f.md", 2))
    assert pointer(rows[4]) == Pointer("", "f7mx", "", "newer", "f.md", 2, "- newer")


def test_a_reminder_has_its_time_from_its_day_to_the_next_meeting_that_is_held(
    tmp_path: Path,
) -> None:
    private = "- 2026-11-20 remind: marathon\n- 2026-11-20 no reminder\n- remind: no day\n"
    before = alice(tmp_path / "1", {"11-17": "- a\n", "11-24": PLANNED}, private=private)
    after = alice(tmp_path / "2", {"11-24": "- a\n"}, private=private)

    assert [r.text for r in reminders(before, TODAY, TODAY)] == ["marathon"]
    assert reminders(before, date(2026, 11, 19), TODAY) == ()
    assert reminders(after, date(2026, 12, 1), TODAY) == ()
