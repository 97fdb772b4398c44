"""One person on one page."""

from pathlib import Path

from books import TODAY, alice
from onestop.insight import cadence
from onestop.insight.show import view
from onestop.model.alignment import Alignment, Assumption
from onestop.model.feedback import Feedback
from onestop.model.plan import FocusArea
from onestop.model.rating import Rating, Score
from onestop.model.settings import Settings
from onestop.model.theme import GrowthTheme

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


def test_leads_stand_beside_lags(tmp_path: Path) -> None:
    notes = {"11-10": "---\nhappiness: 3\nblock-fp: kept\n---\n- a #share-early\n", "11-17": ""}
    themes = (GrowthTheme("share-early", "Share"), GrowthTheme("old", "Old", state="grown"))
    rating = Rating(TODAY, scores=(("manager-by-self", Score(3)),))
    folder = alice(tmp_path, notes)._replace(
        themes=themes, plan=(FocusArea("fp", "FP"),), ratings=(rating, Rating(TODAY))
    )
    found = view(folder, SAM, TODAY, private=False).indicators

    assert found.mood.numbers == (3, None)
    assert [(arc.theme.id, len(arc.sightings)) for arc in found.arcs] == [("share-early", 1)]
    assert [(area.id, kept.kept) for area, kept in found.areas] == [("fp", 1)]
    assert found.rating == rating
    assert found.results == ()


def test_what_is_unsaid_and_untested_waits_on_the_page(tmp_path: Path) -> None:
    folder = alice(tmp_path, {})._replace(
        feedback=(Feedback("fix", "a"), Feedback("to-me", "b")),
        alignment=Alignment(assumptions=(Assumption("a1", "c"),)),
    )
    found = view(folder, SAM, TODAY, private=False)

    assert [f.text for f in found.unsaid] == ["a"]
    assert [b.text for b in found.untested] == ["c"]
