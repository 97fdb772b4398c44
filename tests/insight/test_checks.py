"""What does not fit between files, each with its code; and when a search is the list."""

from pathlib import Path

import pytest

from books import TODAY, Files, book
from onestop.insight.checks import problems, ticked_elsewhere
from onestop.model.problem import Problem
from onestop.notebook.notebook import Notebook

NOTES = "people/alice/meetings"
OLD, NEW = f"{NOTES}/2026-11-17-alice.md", f"{NOTES}/2026-11-24-alice.md"
INBOX = "people/alice/inbox.md"


def check(root: Path, files: Files) -> tuple[Problem, ...]:
    notebook = book(root, files)
    folders = notebook.folders(archived=True)
    return problems(folders, notebook.settings, notebook.boxes(), TODAY)


def codes(root: Path, files: Files) -> list[tuple[str, str, int]]:
    return [(p.code, p.path, p.line) for p in check(root, files)]


def test_a_notebook_in_which_everything_fits_has_no_problems(tmp_path: Path) -> None:
    assert check(
        tmp_path,
        {
            OLD: "- [ ] @alice a ^k3f9\n- [x] @bo b\n- [-] c\n",
            NEW: "- @alice a (k3f9)\n## Topics\n- d\n",
            INBOX: "> - [ ] @sam e  [due:: 2026-11-01] ^t9xp\n",
            "people/bo/person.yaml": "",
        },
    ) == ()  # fmt: skip


def test_one_id_on_two_lines_is_named_at_the_second(tmp_path: Path) -> None:
    found = check(
        tmp_path,
        {
            INBOX: "## Topics\n- a ^k3f9\n",
            OLD: "- [x] b ^k3f9\n- :-/ c ^h2qw\n",
            "people/bo/inbox.md": "- [x] d ^h2qw\n- [x] e\n- [x] f\n",
        },
    )

    assert [(p.code, p.path, p.line, p.strict) for p in found] == [
        ("same-id", OLD, 1, False), ("same-id", "people/bo/inbox.md", 1, False),
    ]  # fmt: skip
    assert found[0].message == f"^k3f9 is on another line already, {INBOX}:2"
    assert found[0].text == "- [x] b ^k3f9"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("- [ ] a", "nobody owns this action"), ("- [ ] @x a", "@x is nobody this notebook knows"),
        ("- [ ] a @x", "nobody owns this action"),
    ],
)  # fmt: skip
def test_an_open_action_needs_an_owner(tmp_path: Path, line: str, message: str) -> None:
    (found,) = check(tmp_path, {OLD: f"{line}\n- [x] closed\n"})

    assert (found.code, found.message, found.line, found.strict) == ("owner", message, 1, False)


def test_what_another_line_ticks_is_named_at_its_home(tmp_path: Path) -> None:
    files = {
        OLD: "- [ ] @sam a ^k3f9\n- [/] @sam b ^t4kd\n- [-] @sam c ^m2tb\n",
        NEW: "- [x] a (k3f9)\n- [x] b (t4kd)\n- [x] c (m2tb)\n",
    }

    assert [c for c in codes(tmp_path, files) if c[0] == "ticked-elsewhere"] == [
        ("ticked-elsewhere", OLD, 1), ("ticked-elsewhere", OLD, 2),
    ]  # fmt: skip
    notebook = Notebook(tmp_path, TODAY)
    found = ticked_elsewhere(notebook.folders(), notebook.settings, TODAY)
    assert [item.text for item in found] == ["a", "b"]


def test_what_a_plain_search_misses_or_finds_twice_is_strict(tmp_path: Path) -> None:
    found = check(
        tmp_path,
        {
            OLD: "- [/] @sam a ^k3f9\n- [ ] @sam b ^t4kd\n",
            NEW: "- [ ] b (t4kd)\n```\n- [ ] c\n```\nsee - [ ] d\n- [ ]\n",
            "people/alice/private.md": "- [ ] e\n",
            "people/readme.txt": "* - [ ] f",
        },
    )

    assert [(p.code, p.path, p.line, p.column) for p in found] == [
        ("started", OLD, 1, 0), ("stray-box", NEW, 1, 1), ("stray-box", NEW, 3, 1),
        ("stray-box", NEW, 5, 5), ("stray-box", NEW, 6, 1),
        ("stray-box", "people/alice/private.md", 1, 1), ("stray-box", "people/readme.txt", 1, 3),
    ]  # fmt: skip
    assert all(problem.strict for problem in found)
    assert found[-2].text == "- [ ] e"


def test_open_promises_of_somebody_who_is_archived_are_strict(tmp_path: Path) -> None:
    (found,) = check(
        tmp_path,
        {
            "people/bo/person.yaml": "name: Bo Lind\nstatus: archived\n",
            "people/bo/inbox.md": "- [ ] @bo a ^k3f9\n- [x] @bo b\n",
        },
    )

    assert (found.code, found.line, found.strict) == ("archived", 1, True)
    assert found.message == "still open, but Bo is archived"
    assert found.hint == "Close it: one done k3f9, or one drop k3f9"


def test_what_git_does_not_search_is_strict(tmp_path: Path) -> None:
    files = {OLD: "- [ ] @sam a\r- [ ] @sam b\n* [ ] @sam c\n"}
    notebook = book(tmp_path, files)
    (tmp_path / NEW).symlink_to(tmp_path / OLD)
    folders = notebook.folders()
    found = problems(folders, notebook.settings, notebook.boxes(), TODAY)

    assert [(p.code, p.path, p.line) for p in found] == [
        ("missed-box", OLD, 1), ("stray-box", OLD, 1), ("missed-box", OLD, 2),
        ("missed-box", NEW, 1), ("missed-box", NEW, 2),
    ]  # fmt: skip
    assert all(problem.strict for problem in found)


def test_a_handle_that_names_two_is_named_at_the_second(tmp_path: Path) -> None:
    found = check(
        tmp_path,
        {
            "people/alice/person.yaml": "aliases: [ali, Al]\n",
            "people/bo/person.yaml": "aliases: [ALÌ, bo]\n",
            "people/carl/person.yaml": "aliases: [Sam]\n",
        },
    )

    assert [(p.code, p.path, p.message, p.strict) for p in found] == [
        ("twin", "people/bo", '"ali" means alice and bo', False),
        ("twin", "people/carl", '"sam" means you and carl', False),
    ]


def test_problems_come_in_order_and_each_once(tmp_path: Path) -> None:
    found = codes(
        tmp_path, {NEW: "- [ ] a\n- [ ] b\n", OLD: "- [ ] c ^k3f9\n", INBOX: "- [ ] d ^k3f9\n"}
    )

    assert found == sorted(set(found), key=lambda c: (c[1], c[2], c[0]))
    assert [c[0] for c in found] == ["owner", "same-id", "stray-box", "owner", "owner"]
