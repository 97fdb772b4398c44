"""Whatever a clock or a date says: a command answers, and what was done can be undone."""

from datetime import date

import pytest

from stage import Stage
from trust.lines import LOOKING, WRITING, act, contents

SECOND = "people/alice/meetings/2026-11-24-alice_2.md"
CLOCKS = [date(9999, 12, 31), date(9999, 12, 1), date(2400, 2, 29), date(2026, 9, 20), date.min]


@pytest.mark.parametrize("day", CLOCKS, ids=str)
def test_a_clock_that_is_wrong_breaks_nothing(day: date, team: Stage) -> None:
    team.today = day

    ended = {line: act(team, line) for line in LOOKING}
    ended |= {line: act(team, f"{line} --dry-run") for line in WRITING}

    assert {line: said for line, said in ended.items() if said.code not in (0, 1, 2)} == {}


def far(team: Stage, name: str, near: str, day: str) -> str:
    """A file of Alice's in which one day is another."""
    return team.read(f"people/alice/{name}").replace(near, day)


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_date_far_away_breaks_nothing(day: str, team: Stage) -> None:
    box = f"- [ ] @alice Far [created:: {day}]  [due:: {day}] ^f4rr\n"
    team.write({
        f"people/alice/meetings/{day}-alice.md": f"---\nstate: planned\n---\n{box}",
        "people/alice/role.md": f"---\nquestion: Why?\nagreed: {day}\n---\n",
        "people/alice/private.md": f"- {day} Far\n- {day} remind: Far\n",
        "people/alice/inbox.md": f"## Topics\n- {day} @alice Far ^t4rr\n",
        "people/alice/themes.yaml": f"themes: [{{id: share-early, title: Far, since: {day}}}]\n",
        "people/alice/okrs/9999-Q4.yaml": far(team, "okrs/2026-Q4.yaml", "2026-11-17", day),
        "people/alice/okrs/1000-Q1.yaml": far(team, "okrs/2026-Q3.yaml", "2026-08-25", day),
        "people/alice/okrs/2026-Q4.yaml": far(team, "okrs/2026-Q4.yaml", "2026-10-06", day),
        "people/alice/plan.yaml": far(team, "plan.yaml", "2026-11-05", day),
        "people/alice/alignment.yaml": far(team, "alignment.yaml", "2026-11-03", day),
        "people/alice/feedback.md": far(team, "feedback.md", "2026-11-21", day),
        f"people/alice/ratings/{day}.md": team.read("people/alice/ratings/2026-08-27.md"),
        "people/bo/person.yaml": f"name: Bo\nsince: {day}\nadded: {day}\ncadence: monthly\n"
        f"ambition: Far\nambition-since: {day}\n"
        f"ambition-links: [{{date: {day}, skill: far, here: there}}]\n"
        f"away:\n  - {{from: 0001-01-01, to: 9999-12-31}}\n",
    })  # fmt: skip

    ended = {line: act(team, line) for line in (*LOOKING, "one show bo")}
    ended |= {line: act(team, f"{line} --dry-run") for line in (*WRITING, "one prep bo")}

    assert {line: said for line, said in ended.items() if said.code not in (0, 1, 2)} == {}


def test_undo_does_not_care_what_the_clock_says(team: Stage) -> None:
    before = contents(team.folder)
    act(team, "one topic alice Hello")
    team.today = date(2020, 1, 1)

    assert act(team, "one undo").code == 0
    assert contents(team.folder) == before


def test_a_second_meeting_that_day_is_a_note_of_its_own(team: Stage) -> None:
    act(team, "one log alice --win First")
    first = team.read("people/alice/meetings/2026-11-24-alice.md")

    act(team, "one log alice --new --win Second")
    act(team, "one log alice --win Third")

    assert team.read("people/alice/meetings/2026-11-24-alice.md") == first
    assert "- Second\n- Third\n" in team.read(SECOND)
    assert "met 13 times" in act(team, "one show alice").out
    assert act(team, "one check --strict").code == 0
