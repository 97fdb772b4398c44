"""What a folder holds beside its notes: each file when it is there, and nothing before that."""

from datetime import date
from pathlib import Path

import pytest

from books import book
from onestop.model.alignment import Alignment
from onestop.model.folder import Folder
from onestop.notebook.notebook import Notebook

HOME = "people/alice"
FULL = {
    f"{HOME}/person.yaml": "name: Alice Moreau\nmanages: true\n",
    f"{HOME}/role.md": '---\nquestion: "What for?"\n---\n# Why\n',
    f"{HOME}/private.md": "- 2026-11-12 Watch\n",
    f"{HOME}/themes.yaml": "themes:\n  - {id: share-early, title: Share}\n",
    f"{HOME}/okrs/2026-Q4.yaml": "quarter: 2026-Q4\nobjectives: [{id: o1, title: O}]\n",
    f"{HOME}/okrs/2026-Q3.yaml": "quarter: 2026-Q3\nobjectives: [{id: o1, title: P}]\n",
    f"{HOME}/team-okrs/2026-Q4.yaml": "quarter: 2026-Q4\nobjectives: [{id: o1, title: T}]\n",
    f"{HOME}/plan.yaml": "focus:\n  - {id: fp, title: FP}\n",
    f"{HOME}/alignment.yaml": "assumptions:\n  - {id: a1, text: Fair}\n",
    f"{HOME}/feedback.md": "- 2026-11-20 good: Calm\n",
    f"{HOME}/ratings/2026-11-24.md": "---\nperformance-by-self: 3\n---\n",
    f"{HOME}/ratings/2026-08-27.md": "---\nperformance-by-self: 4\n---\n",
    "okrs/2026-Q4.yaml": "quarter: 2026-Q4\nobjectives: [{id: o1, title: M}]\n",
}


def named(notebook: Notebook) -> set[str]:
    """The files that cannot be read as they are; what could be better in them is another matter."""
    return {p.path for p in notebook.problems if p.code in ("yaml", "header", "file-name")}


def folder(root: Path, files: dict[str, str]) -> Folder:
    return book(root, files).folder("alice")


def test_everything_that_stands_beside_the_notes_is_read(tmp_path: Path) -> None:
    notebook = book(tmp_path, FULL)
    found = notebook.folder("alice")

    assert named(notebook) == set()
    assert found.role is not None
    assert found.role.question == "What for?"
    assert [r.text for r in found.remarks] == ["Watch"]
    assert [t.id for t in found.themes] == ["share-early"]
    assert [f.id for f in found.plan] == ["fp"]
    assert [a.id for a in found.alignment.assumptions] == ["a1"]
    assert [f.text for f in found.feedback] == ["Calm"]
    assert found.feedback[0].path == f"{HOME}/feedback.md"


def test_quarters_and_ratings_come_with_their_paths_the_oldest_first(tmp_path: Path) -> None:
    found = folder(tmp_path, FULL)

    assert [(q.name, q.path, q.objectives[0].title) for q in (*found.okrs, *found.team_okrs)] == [
        ("2026-Q3", f"{HOME}/okrs/2026-Q3.yaml", "P"),
        ("2026-Q4", f"{HOME}/okrs/2026-Q4.yaml", "O"),
        ("2026-Q4", f"{HOME}/team-okrs/2026-Q4.yaml", "T"),
    ]
    assert [(r.date, r.path) for r in found.ratings] == [
        (date(2026, 8, 27), f"{HOME}/ratings/2026-08-27.md"),
        (date(2026, 11, 24), f"{HOME}/ratings/2026-11-24.md"),
    ]


def test_the_managers_own_team_has_its_quarters_too(tmp_path: Path) -> None:
    (quarter,) = book(tmp_path, FULL).team

    assert (quarter.path, quarter.objectives[0].title) == ("okrs/2026-Q4.yaml", "M")


def test_what_is_not_there_is_empty(tmp_path: Path) -> None:
    found = folder(tmp_path, {f"{HOME}/person.yaml": "name: Alice\n"})

    assert found == Folder(found.person)
    assert found.alignment == Alignment()


@pytest.mark.parametrize(
    "name", [n for n in FULL if n.startswith(HOME) and not n.endswith("person.yaml")]
)
def test_a_broken_file_is_named_and_everything_else_is_still_read(
    tmp_path: Path, name: str
) -> None:
    broken = "---\na: [\n---\n" if name.endswith(".md") else "a: [\n"
    notebook = book(tmp_path / "broken", {**FULL, name: broken})
    found, whole = notebook.folder("alice"), folder(tmp_path / "whole", FULL)

    assert named(notebook) == {name}
    same = [a == b for a, b in zip(found, whole, strict=True)]
    assert same.count(False) <= 1


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        (f"{HOME}/okrs/Q4.yaml", "2026-Q4.yaml"),
        (f"{HOME}/team-okrs/2026-Q5.yaml", "2026-Q4.yaml"),
        (f"{HOME}/ratings/nov.md", "2026-11-24.md"),
        (f"{HOME}/ratings/2026-02-30.md", "2026-11-24.md"),
    ],
)  # fmt: skip
def test_a_file_that_is_misnamed_is_named_and_not_read(
    tmp_path: Path, name: str, hint: str
) -> None:
    notebook = book(tmp_path, {name: FULL[f"{HOME}/okrs/2026-Q4.yaml"]})
    found = notebook.folder("alice")

    assert (found.okrs, found.team_okrs, found.ratings) == ((), (), ())
    (problem,) = notebook.problems
    assert (problem.code, problem.path) == ("file-name", name)
    assert hint in problem.hint
