"""Role, themes and ambition on files that people wrote, and at a keyboard that stops."""

import pytest

from stage import One, Stage

PERSON = "# next door\r\nname: Alice Moreau # she says Ali\r\nhobby: chess\r\n"
THEMES = (
    "# with Alice, in May\r\nthemes:\r\n  - title: 'Share early'  # soon\r\n    id: share-early\r\n"
    "    mood: brave\r\n"
)  # fmt: skip
ROLE = (
    "## In Alice's words\r\nAnswers.\r\n\r\n<!-- not yet agreed -->\r\n\r\n"
    "## In Sam's words\r\nSales.\r\n\r\n## Somewhere else\r\n- a list\r\n"
)  # fmt: skip


@pytest.fixture
def book(stage: Stage) -> Stage:
    """Alice's files as an editor on another system left them."""
    folder = "people/alice"
    stage.write(
        {
            "onestop.yaml": "me: sam\nname: Sam Okafor\ncommit: false\n",
            f"{folder}/person.yaml": PERSON,
            f"{folder}/themes.yaml": THEMES,
            f"{folder}/role.md": ROLE,
        }
    )
    return stage


def test_a_theme_written_by_hand_changes_by_its_own_lines(book: Stage) -> None:
    assert book.one("one theme alice share-early --state resting").code == 0
    assert book.read("people/alice/themes.yaml") == f"{THEMES}    state: resting\r\n"


def test_a_question_comes_into_a_page_that_had_no_header(book: Stage) -> None:
    assert book.one('one role alice "What for?" --agreed 2026-11-20').code == 0
    head = '---\r\nquestion: "What for?"\r\nagreed: 2026-11-20\r\n---\r\n'
    assert book.read("people/alice/role.md") == f"{head}{ROLE}"


def test_words_are_put_where_the_heading_names_their_side(book: Stage) -> None:
    assert book.one('one role alice --mine "Sales grow."').code == 0
    assert book.read("people/alice/role.md") == ROLE.replace("Sales.", "Sales grow.")


def test_words_beside_a_comment_are_left_to_their_owner(book: Stage) -> None:
    said = book.one('one role alice --theirs "All answers."')
    assert said.code == 3
    assert "Change it by hand: one edit PERSON role" in said.err
    assert book.read("people/alice/role.md") == ROLE


def test_an_ambition_comes_below_what_was_there(book: Stage) -> None:
    assert book.one('one ambition alice "Her own: company"').code == 0
    assert book.read("people/alice/person.yaml") == (
        f'{PERSON}ambition: "Her own: company"\r\nambition-since: 2026-11-24\r\n'
    )


@pytest.mark.parametrize("typed", [["^C"], ["Because", "So", "^C"], ["Because", "^D"]])
def test_a_walk_that_stops_writes_nothing(stage: Stage, typed: list[str]) -> None:
    stage.write({"onestop.yaml": "me: sam\n", "people/bo/person.yaml": "name: Bo\n"})

    assert stage.one("one role bo", typed=typed).code == 130
    assert not (stage.folder / "people/bo/role.md").exists()


def test_a_walk_of_enters_has_nothing_to_do(stage: Stage) -> None:
    stage.write({"onestop.yaml": "me: sam\n", "people/bo/person.yaml": "name: Bo\n"})

    said = stage.one("one role bo", typed=["", "", "", ""])
    assert (said.code, said.out) == (0, "")
    assert "Nothing to do" in said.err


@pytest.mark.parametrize(
    "line", ["one role bo", "one ambition bo", "one theme bo", "one person bo"]
)
def test_who_only_looks_changes_nothing(stage: Stage, one: One, line: str) -> None:
    stage.write({"onestop.yaml": "me: sam\n", "people/bo/person.yaml": "name: Bo\n"})

    assert one(line).code == 0
    files = sorted(path.name for path in stage.folder.rglob("*") if path.is_file())
    assert files == ["onestop.yaml", "person.yaml"]


def test_a_page_that_cannot_be_read_is_named_and_not_written(book: Stage) -> None:
    book.write({"people/alice/themes.yaml": "themes: [\n"})

    said = book.one('one theme alice listen "Hear the rest"')
    assert said.code == 3
    assert book.read("people/alice/themes.yaml") == "themes: [\n"
