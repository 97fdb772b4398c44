"""One person on one page."""

from pathlib import Path

from books import TODAY, alice
from onestop.insight import cadence
from onestop.insight.show import view
from onestop.model.settings import Settings

SAM = Settings(me="sam")


def test_the_page_says_who_what_is_open_and_how_the_last_meetings_went(tmp_path: Path) -> None:
    folder = alice(
        tmp_path,
        {"11-10": "- [ ] @sam a\n- [x] b\n- :-/ c\n", "11-24": "---\nstate: planned\n---\n"},
        "## Topics\n- d\n- e  [talked:: 2026-11-10]\n",
        "- 2026-11-12 Watch\n",
    )
    found = view(folder, SAM, TODAY, private=False)

    assert (found.today, found.folder, found.held) == (TODAY, folder, 1)
    assert found.rhythm == cadence.rhythm(folder, SAM, TODAY)
    assert [p.item.text for p in found.promises] == ["a"]
    assert [t.text for t in found.topics] == ["d"]
    assert [m.text for m in found.unclear] == ["c"]
    assert [m.date.day for m in found.meetings] == [24, 10]
    assert found.remarks == ()


def test_private_remarks_are_shown_when_asked_for(tmp_path: Path) -> None:
    folder = alice(tmp_path, {}, private="- 2026-11-12 Watch\n")

    assert [r.text for r in view(folder, SAM, TODAY, private=True).remarks] == ["Watch"]


def test_the_five_newest_meetings_up_to_today_are_shown(tmp_path: Path) -> None:
    folder = alice(tmp_path, {f"{month:02}-01": "- a\n" for month in range(5, 13)})
    found = view(folder, SAM, TODAY, private=False)

    assert [m.date.month for m in found.meetings] == [11, 10, 9, 8, 7]
