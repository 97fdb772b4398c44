"""A quarter in short notes adds up: examples/quarter.sh, played line by line in this process."""

import shlex
from datetime import date

import pytest

from onestop.insight import slot
from onestop.insight.slot import Slot
from onestop.model.person import Person
from onestop.render import prompts
from stage import ROOT, Said, Stage

SCRIPT = ROOT / "examples" / "quarter.sh"
KINDS = (
    slot.GROWTH, slot.QUESTION, slot.UNCLEAR, slot.OUTCOME, slot.THEME, slot.RESULT, slot.BLOCK,
    slot.ASSUMPTION, slot.LINK, slot.TO_MANAGER, slot.DELEGATED, slot.CHECK_IN, slot.WORTH,
    slot.TALK,
)  # fmt: skip
PEOPLE = ("alice", "bo", "dana")

Told = list[tuple[list[str], Said]]
Quarter = tuple[Stage, Told]


def lines() -> list[list[str]]:
    """The commands of the script in order: `today DAY`, and what stands behind `one` and `show`."""
    text = SCRIPT.read_text(encoding="utf-8").replace("\\\n", " ")
    found = [line for line in text.splitlines() if line.startswith(("today ", "one ", "show "))]
    return [shlex.split(line) for line in found]


def play(stage: Stage) -> Told:
    """Run the quarter on a stage; what every command was, and what it said."""
    told: Told = []
    for verb, *words in lines():
        if verb == "today":
            stage.today = date.fromisoformat(words[0])
        else:
            told.append((words, stage.one(words, width=120 if verb == "show" else None)))
    return told


@pytest.fixture(scope="module")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> Quarter:
    stage = Stage(tmp_path_factory.mktemp("quarter"))
    return stage, play(stage)


def brief(quarter: Quarter) -> list[str]:
    """The last brief, as it stands on the screen."""
    words, said = quarter[1][-1]
    assert words == ["prep", "alice"]
    return said.both.splitlines()


def test_every_command_of_the_quarter_does_what_it_is_asked(quarter: Quarter) -> None:
    failed = [(words, said.both) for words, said in quarter[1] if said.code]

    assert not failed


def test_three_people_are_met_on_thirteen_days_each(quarter: Quarter) -> None:
    stage = quarter[0]

    for slug in PEOPLE:
        notes = (stage.folder / "people" / slug / "meetings").glob("*.md")
        held = [note for note in notes if "state: held" in note.read_text(encoding="utf-8")]
        assert len(held) == 13, slug


def test_the_quarter_ends_with_nothing_to_mend(quarter: Quarter) -> None:
    assert quarter[0].one("one check --strict").both == "Everything fits.\n"


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("", "Can a customer fix more of their own problems today than last week?"),
        ("Fell", "Importer tickets per week at most 40: confidence 8 to 6   #o1-kr1"),
        ("You owe", "Ask finance about the training budget"),
        ("Alice owes", "19 days late, third time"),
        ("You tell", "fix: Decided the schema alone; two people were surprised"),
        ("Still :-/", "Who decides what the vendor fixes first?"),
        ("Growth", 'Share an idea before I am sure of it.  16 Sep: "Showed the cache page to Bo'),
        ("Assumed", "Alice would rather stay on the importer than lead the move: ask"),
        ("Neglected", "no career talk for 63 days: one prep alice career"),
    ],
)
def test_the_last_brief_brings_up_what_would_be_forgotten(
    quarter: Quarter, label: str, words: str
) -> None:
    assert any(line.startswith(label) and words in line for line in brief(quarter))


def test_the_theme_of_the_last_brief_was_seen_three_times(quarter: Quarter) -> None:
    assert "seen 3 times, 2 named by Alice" in quarter[0].one("one theme alice").out


def test_the_brief_of_a_person_with_everything_is_at_most_40_lines(quarter: Quarter) -> None:
    assert len(brief(quarter)) <= 40


def test_the_script_can_be_read_by_a_plain_shell(stage: Stage) -> None:
    assert stage.shell(f"sh -n {shlex.quote(str(SCRIPT))}") == ""


def test_the_brief_of_an_ordinary_week_is_at_most_12_lines(quarter: Quarter) -> None:
    stage = quarter[0]
    for line in (
        'one topic dana "@dana Who reads the customer tests?"',
        'one act dana --mine "Book a room for the tests, fri"',
        'one act dana --theirs "Name two customers, fri"',
        'one role dana "Would a new customer know what to do next?"',
        'one theme dana offer-date "Say no, and offer a date"',
    ):
        assert stage.one(line).code == 0

    page = stage.one("one prep dana", width=120).both.splitlines()

    assert page[-2].endswith(".md")
    assert page[-1] == "Next: one log dana"
    assert len(page) <= 12, "\n".join(page)


def test_a_log_asks_eight_prompts_of_a_person_with_everything(quarter: Quarter) -> None:
    said = quarter[0].one("one log alice --dry-run", typed=[""] * 20)

    assert said.code == 0
    assert len([line for line in said.err.splitlines() if line.endswith(" > ")]) == 8


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_the_rotating_prompt_asks_it_is_one_of_eight(kind: str) -> None:
    assert len(prompts.prompts(Person("alice", "Alice Moreau"), Slot(kind))) == 8
