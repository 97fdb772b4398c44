"""Where items are named outside their home."""

from datetime import date
from pathlib import Path

from books import alice
from onestop.insight.mentions import Mentions
from onestop.model.action import ActionItem, State
from onestop.model.topic import Topic


def test_a_mention_counts_in_other_notes_from_the_items_own_day_on(tmp_path: Path) -> None:
    made = "- [x] a ^k3f9\n- [x] b ^t4kd\n- c ^m2tb\n"
    named = "- a (k3f9)\n- [x] b (t4kd)\n- [x] b (t4kd)\n- b (t4kd)\n"
    notes = alice(tmp_path, {"11-03": named, "11-10": made + named, "11-17": named}).meetings
    found = Mentions(notes)
    a, b = notes[1].actions

    assert (found.carried(a), found.ticked(a)) == (1, False)
    assert (found.carried(b), found.ticked(b)) == (1, True)


def test_what_waits_in_the_inbox_can_be_mentioned_from_the_day_it_came(tmp_path: Path) -> None:
    inbox = "- [ ] a ^k3f9\n## Topics\n- b ^t4kd\n"
    named = "- a (k3f9)\n- b (t4kd)\n"
    folder = alice(tmp_path, {"11-03": named, "11-10": named}, inbox)
    found, day = Mentions(folder.meetings), date(2026, 11, 4)
    (action,), (topic,) = folder.actions, folder.topics

    assert [found.carried(x) for x in (action, topic)] == [2, 2]
    assert found.carried(action._replace(created=day)) == 1
    assert found.carried(topic._replace(noted=day)) == 1


def test_what_has_no_id_is_mentioned_nowhere(tmp_path: Path) -> None:
    found = Mentions(alice(tmp_path, {"11-03": "- ()\n"}).meetings)

    assert found.carried(ActionItem("", State.OPEN, "", "a")) == 0
    assert not found.ticked(Topic("", "", "a"))
