"""The bank of questions: read alike with and without the YAML library."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onestop
from fuzz import examples
from onestop.formats.questions import parse
from onestop.model.question import Question

BANK = Path(onestop.__file__).parent / "data" / "questions" / "bank.yaml"

OWN = """\
# Ours.
- id: own-one
  text: "What did we learn?"
  purpose: [growth, check-in]
  depth: 2
- id: own-two
  text: What now?
  purpose: wins
"""
FOUND = (
    Question("own-one", "What did we learn?", ("growth", "check-in"), 2),
    Question("own-two", "What now?", ("wins",), 1),
)


@pytest.mark.parametrize(
    "text",
    [
        OWN, f"\ufeff{OWN}", OWN.replace("\n", "\r\n"), OWN.rstrip("\n"), f"\n{OWN}\n",
        OWN.replace("- id: own-one\n ", "-\n  id: own-one\n "),
        OWN.replace("  ", "    ").replace("- id", "-   id"),
    ],
)  # fmt: skip
def test_questions_are_read_however_they_are_laid_out(text: str) -> None:
    assert parse(text) == (FOUND, ())


@pytest.mark.parametrize("text", ["- id: a\n", "- id: a\n  text:\n", "- id: a\n  text: None\n"])
def test_a_question_without_words_removes_its_id(text: str) -> None:
    assert parse(text) == ((Question("a", "", ()),), ())


@pytest.mark.parametrize("text", ["", "\ufeff", "# nothing\n", "\n\n"])
def test_a_file_without_questions_is_fine(text: str) -> None:
    assert parse(text) == ((), ())


@pytest.mark.parametrize("more", ["", "    - x: {y: z}\n"])
def test_what_does_not_fit_is_named_on_its_own_line(more: str) -> None:
    """With and without the YAML library."""
    found, problems = parse(f"- id: a\n  text: b\n  depth: 4\n- text: c\n  more:\n{more}")

    assert found == (Question("a", "b", ()),)
    assert [(p.line, p.column, p.text) for p in problems] == [
        (3, 10, "  depth: 4"), (4, 0, "- text: c"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line"), [("id: a\n", 1), ("# c\nid: a\ntext: b\n", 2), ("- a\n", 1), ("- [a]\n", 1)]
)
def test_what_is_no_list_of_questions_is_named(text: str, line: int) -> None:
    found, problems = parse(text)

    assert found == ()
    assert [(p.code, p.line) for p in problems] == [("value", line)]


@pytest.mark.parametrize("text", ["- id: [\n", "- id: a\n  id: b\n", "words", "{", "[]"])
def test_broken_yaml_is_a_problem_at_its_line(text: str) -> None:
    problem, *_ = parse(text).problems

    assert problem.code in ("yaml", "twice")
    assert 0 < problem.line <= 2


@settings(max_examples=examples(150), derandomize=True, deadline=None)
@given(
    st.text()
    | st.lists(st.sampled_from([*OWN.splitlines(), "- ", "  ", "", "x", "- {id: a}", "---"])).map(
        "\n".join
    )
)
def test_any_text_is_a_bank(text: str) -> None:
    found, problems = parse(text)

    assert all(question.id and 1 <= question.depth <= 3 for question in found)
    assert all(problem.line >= 0 for problem in problems)


def test_the_bank_that_ships_is_whole() -> None:
    found, problems = parse(BANK.read_text(encoding="utf-8"))

    assert problems == ()
    assert len(found) == len({question.id for question in found}) > 100
    assert all(question.text.endswith((".", "?")) and question.purpose for question in found)


def test_the_bank_that_ships_is_read_without_the_yaml_library() -> None:
    code = (
        "import sys; from pathlib import Path; from onestop.formats.questions import parse;"
        f"parse(Path({str(BANK)!r}).read_text(encoding='utf-8'));"
        "sys.exit('yaml' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_question_of_the_bank_is_open_short_and_never_asks_why() -> None:
    found = parse(BANK.read_text(encoding="utf-8")).value

    for question in found:
        assert len(question.text) <= 120
        assert question.text.count("?") <= 1
        assert not question.text.lower().startswith("why")


def test_the_bank_has_questions_of_every_depth_for_a_performance_talk() -> None:
    found = [q for q in parse(BANK.read_text(encoding="utf-8")).value if q.id.startswith("pf-")]

    assert len(found) == 8
    assert {q.depth for q in found} == {1, 2, 3}
    assert all("performance" in q.purpose and q.text.endswith("?") for q in found)
