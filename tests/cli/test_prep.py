"""`one prep` with a person about whom everything is known: one screen, nothing told too early."""

from datetime import timedelta

import pytest

from onestop.model.meeting import PURPOSES
from stage import TUESDAY, Stage

HOME = "people/alice"
NOTE = f"{HOME}/meetings/2026-11-24-alice.md"
FEW = range(8)
SECRET = {
    "private": "Canaryprivate", "remind": "Canaryremind", "fix": "Canaryfix", "good": "Canarygood",
    "to-me": "Canarytome", "assumption": "Canaryassumption", "expect": "Canaryexpect",
    "fact": "Canaryfact", "cancelled": "Canarywhy",
}  # fmt: skip


def lines(line: str) -> str:
    """Eight lines of a kind, told apart by their number."""
    return "".join(f"{line.format(n=n)}\n" for n in FEW)


def held(weeks: int) -> str:
    """A note with something of everything; the last one is sad."""
    happiness = 1 if weeks == 1 else 5
    return (
        f"---\nstate: held\nhappiness: {happiness}\nblock-fp: kept\n---\n"
        "## Status\n- a\n- b\n- c\n- d\n- e\n- f\n- g\n## Challenges\n- Vendor\n"
        "## Happiness\n- :-( Support\n" + (lines("- :-/ unclear {n}") if weeks == 2 else "")
    )


def meetings() -> dict[str, str]:
    days = {n: TUESDAY - timedelta(weeks=n) for n in range(1, 14)}
    notes = {f"{HOME}/meetings/{day}-alice.md": held(n) for n, day in days.items()}
    skipped = f"{HOME}/meetings/2026-11-20-alice.md"
    return {
        **notes,
        f"{HOME}/meetings/2026-11-19-alice.md": "---\nstate: planned\n---\n",
        skipped: f"---\nstate: skipped\nskipped: {SECRET['cancelled']}\n---\n",
    }


def result(number: int) -> str:
    """Every other one fell in confidence, the rest were never looked at."""
    looks = "[{date: 2026-10-06, confidence: 9}, {date: 2026-10-13, confidence: 4}]"
    seen = f", checkins: {looks}" if number % 2 else ""
    return f"      - {{id: o1-kr{number}, title: Result {number}, start: 9, target: 1{seen}}}\n"


FULL = {
    "onestop.yaml": "me: sam\nname: Sam Okafor\ncommit: false\n",
    f"{HOME}/person.yaml": (
        "name: Alice Moreau\nadded: 2026-01-06\nday: tue\nambition: Own company\n"
        "ambition-links:\n" + lines("  - {{date: 2026-02-1{n}, skill: s{n}, here: h}}")
    ),
    f"{HOME}/role.md": "---\nquestion: What for?\nagreed: 2026-01-06\n---\n",
    f"{HOME}/themes.yaml": "themes:\n" + lines("  - {{id: theme-{n}, title: Theme {n}}}"),
    f"{HOME}/okrs/2026-Q4.yaml": (
        "objectives:\n  - id: o1\n    title: O\n    results:\n" + "".join(map(result, range(1, 15)))
    ),
    f"{HOME}/plan.yaml": (
        "focus:\n" + lines("  - {{id: f-{n}, title: Focus {n}, block: {{day: thu}}}}")
    ),
    f"{HOME}/alignment.yaml": (
        "priorities:\n  - {date: 2026-11-03, mine: [a, b], theirs: [a, c]}\nexpectations:\n"
        + lines(f"  - {{{{id: e{{n}}, expect: {SECRET['expect']} {{n}}, since: 2026-02-02}}}}")
        + "assumptions:\n"
        + lines(f"  - {{{{id: a{{n}}, text: {SECRET['assumption']} {{n}}, since: 2026-02-01}}}}")
    ),
    f"{HOME}/inbox.md": (
        "## Topics\n" + lines("- @alice Hers {n}") + lines("- @sam Mine {n}")
        + "## Actions\n" + lines("- [ ] @alice Owes {n}") + lines("- [ ] @sam I owe {n}")
        + lines("- [ ] @bo Other {n}") + lines("- [ ] Nobody {n}")
    ),
    f"{HOME}/feedback.md": (
        lines(f"- 2026-11-1{{n}} fix: {SECRET['fix']} {{n}}")[:-1]
        + f"\n- 2026-11-20 good: {SECRET['good']}\n- 2026-07-01 to-me: {SECRET['to-me']}\n"
    ),
    f"{HOME}/ratings/2026-05-05.md": (
        f"---\nperformance-by-self: 3\nperformance-by-self-fact: {SECRET['fact']}\n---\n"
    ),
    f"{HOME}/private.md": (
        f"- 2026-11-21 {SECRET['private']}\n"
        + lines(f"- 2026-11-2{{n}} remind: {SECRET['remind']} {{n}}")
    ),
    "people/bo/person.yaml": "name: Bo Lind\n",
    **meetings(),
}  # fmt: skip


@pytest.fixture
def full(stage: Stage) -> Stage:
    """A notebook with more of everything than a page can hold."""
    stage.write(FULL)
    return stage


@pytest.mark.parametrize("purpose", ["", *PURPOSES])
@pytest.mark.parametrize("minutes", [10, 30])
def test_the_brief_has_at_most_forty_lines_with_a_person_who_has_everything(
    full: Stage, purpose: str, minutes: int
) -> None:
    said = full.one(f"one prep alice {purpose} --date 2026-11-24 --minutes {minutes} --outcome X")

    assert said.code == 0, said.err
    shown = [line for line in said.both.splitlines() if not line.startswith("one: ")]
    assert 25 <= len(shown) <= 40, said.both


def test_a_full_page_says_where_the_rest_is_and_keeps_what_presses(full: Stage) -> None:
    page = full.one("one prep alice structured --date 2026-11-24").out

    for label in ("Fell", "Remember", "Alice owes", "Alice brings", "You tell", "OKRs", "Ask"):
        assert f"\n{label}" in page
    assert page.endswith(f"\nMore          of everything: one show alice\n{NOTE}\n")
    assert "Yourself" not in page


def test_numbers_stay_those_of_the_log_however_short_the_page_is(full: Stage) -> None:
    page = full.one("one prep alice --date 2026-11-24").out
    listed = full.one("one log alice --date 2026-11-24", typed=["^C"]).err

    number = next(line.split()[2] for line in page.splitlines() if line.startswith("Alice brings"))
    assert [number, "Alice", "Hers", "0"] in [line.split()[:4] for line in listed.splitlines()]


@pytest.mark.parametrize("way", ["", "--paper", "--shared"])
@pytest.mark.parametrize("purpose", ["", "alignment", "feedback", "performance", "structured"])
def test_what_is_the_managers_alone_is_on_the_screen_and_nowhere_else(
    full: Stage, way: str, purpose: str
) -> None:
    said = full.one(f"one prep alice {purpose} --date 2026-11-24 {way}")
    leaves = said.out if way else full.read(NOTE)

    assert said.code == 0, said.err
    assert "Hers 0" in leaves
    assert [word for word in SECRET.values() if word in leaves] == []
    assert "Less happy" not in leaves
    if not way:
        assert all(SECRET[kind] in said.out for kind in ("remind", "fix"))


def test_the_note_that_a_log_finishes_holds_nothing_of_the_managers_alone(full: Stage) -> None:
    full.one("one prep alice --date 2026-11-24")
    said = full.one("one log alice", typed=["a", "4", "", "", "", "", "", ""])

    assert said.code == 0, said.err
    assert [word for word in SECRET.values() if word in full.read(NOTE)] == []
    assert full.read(f"{HOME}/feedback.md").count("[said:: 2026-11-24]") == 9


@pytest.mark.parametrize("words", ["", "growth", "first", "structured --outcome 'Both: know'"])
def test_preparing_twice_writes_the_same_note_and_shows_the_same_page(
    full: Stage, words: str
) -> None:
    first = full.one(f"one prep alice {words} --date 2026-11-24")
    before = {path: path.read_bytes() for path in full.folder.rglob("people/**/*.*")}
    again = full.one(f"one prep alice {words} --date 2026-11-24")

    assert again.out == first.out
    assert {path: path.read_bytes() for path in full.folder.rglob("people/**/*.*")} == before
    plain = full.one("one prep alice --date 2026-11-24")
    assert plain.out == first.out


def test_another_purpose_changes_the_header_alone_and_its_empty_headings_go_with_the_log(
    full: Stage,
) -> None:
    full.one("one prep alice career --outcome Chosen --date 2026-11-24")
    _, head, body = full.read(NOTE).split("---\n", 2)
    full.one("one prep alice growth --outcome 'Two examples' --date 2026-11-24")

    now = full.read(NOTE).split("---\n", 2)
    assert now[2] == body
    assert 'purpose: career\noutcome: "Chosen"\n' in head
    assert 'purpose: growth\noutcome: "Two examples"\n' in now[1]
    full.one("one log alice --win a")
    assert "## Where it could lead" in body
    assert "## Where it could lead" not in full.read(NOTE)


def test_the_notebooks_own_template_of_a_purpose_wins(full: Stage) -> None:
    full.write({"templates/career.md": "# {{title}}\n\n## Dreams\n\n## Actions\n"})
    full.one("one prep alice career --date 2026-11-24")
    full.one("one prep bo career --date 2026-11-24")
    full.one("one log bo --win a")

    assert "## Dreams\n" in full.read(NOTE)
    assert "## Check-in" not in full.read(NOTE)
    assert "## Dreams" not in full.read(NOTE.replace("alice", "bo"))


@pytest.mark.parametrize("purpose", ["../../x", "x" * 300, "Retro of ours", "GROWTH"])
def test_a_purpose_written_by_hand_never_stands_in_the_way(stage: Stage, purpose: str) -> None:
    note = f'---\nstate: planned\npurpose: "{purpose}"\n---\n# Ours\n'
    stage.write({"onestop.yaml": "commit: false\n", f"{HOME}/person.yaml": "", NOTE: note})

    assert stage.one("one prep alice").code == 0
    assert stage.one("one log alice --win a").code == 0
    assert f'purpose: "{purpose}"\n' in stage.read(NOTE)
