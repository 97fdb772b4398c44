"""A notebook, read: folders of people, whose handles are known, and what could not be read."""

from datetime import date
from pathlib import Path

import pytest

from books import TODAY, alice, book, put
from onestop.errors import CannotRead
from onestop.insight import actions
from onestop.model.role import RolePurpose
from onestop.model.settings import Settings
from onestop.model.topic import Remark
from onestop.notebook.notebook import Notebook

NOTES = "people/alice/meetings"
ALICE = {
    "people/alice/person.yaml": "name: Alice Moreau\naliases: [Ali]\n",
    "people/alice/role.md": "---\nquestion: What for?\n---\n",
    "people/alice/inbox.md": "## Topics\n- a ^t4kd\n## Actions\n- [ ] @sam b ^t9xp\n",
    "people/alice/private.md": "- 2026-11-12 Watch\n",
    f"{NOTES}/2026-11-17-alice.md": "- [ ] @ali c ^k3f9\n",
    f"{NOTES}/2026-11-24-alice.md": "- [x] c (k3f9)\n- [x] b (t9xp)\n- d (nope)\n",
}


def test_a_folder_is_everything_about_one_person(tmp_path: Path) -> None:
    found = book(tmp_path, ALICE).folder("alice")

    assert found.person.name == "Alice Moreau"
    assert found.role == RolePurpose("What for?")
    assert found.remarks == (
        Remark(date(2026, 11, 12), "Watch", False, "people/alice/private.md", 1),
    )
    assert [topic.id for topic in found.topics] == ["t4kd"]
    assert [action.id for action in found.actions] == ["t9xp"]
    assert [(m.date.day, m.path) for m in found.meetings] == [
        (17, f"{NOTES}/2026-11-17-alice.md"), (24, f"{NOTES}/2026-11-24-alice.md"),
    ]  # fmt: skip
    assert [m.id for m in found.meetings[1].mentions] == ["k3f9", "t9xp"]
    assert [(a.owner, a.line) for a in found.meetings[0].actions] == [("alice", 1)]


def test_a_folder_without_files_is_a_person(tmp_path: Path) -> None:
    (tmp_path / "people" / "bo" / "meetings").mkdir(parents=True)
    notebook = book(tmp_path, {})

    found = notebook.folder("bo")
    assert (found.person.name, found.role, found.meetings, found.remarks) == ("bo", None, (), ())
    assert notebook.problems == []


def test_two_meetings_of_one_day_are_two_notes(tmp_path: Path) -> None:
    found = book(
        tmp_path,
        {f"{NOTES}/2026-11-24-alice_2.md": "- b\n", f"{NOTES}/2026-11-24-alice.md": "- a\n"},
    ).folder("alice")

    assert [(m.number, m.bullets[0].text) for m in found.meetings] == [(1, "a"), (2, "b")]


def test_those_who_are_archived_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    notebook = book(
        tmp_path, {**ALICE, "people/bo/person.yaml": "status: archived\n", "people/carl/x.md": ""}
    )

    assert [p.slug for p in notebook.people()] == ["alice", "carl"]
    assert [p.slug for p in notebook.people(archived=True)] == ["alice", "bo", "carl"]
    assert [f.person.slug for f in notebook.folders(archived=True)] == ["alice", "bo", "carl"]
    assert [f.person.slug for f in notebook.promises()] == ["alice", "carl"]
    assert [f.person.slug for f in notebook.promises(["bo"])] == ["bo"]
    assert [f.person.slug for f in notebook.all_promises()] == ["alice", "carl"]
    assert [f.person.slug for f in notebook.all_promises(["bo"])] == ["bo"]
    assert notebook.person("bo").archived


@pytest.mark.parametrize(
    ("handle", "who"),
    [
        ("alice", "alice"), ("ALI", "alice"), ("me", "sam"), ("Sam", "sam"), ("bo", "bo"),
        ("b", None),
        ("nobody", None), ("both", None), ("alice-2", None), ("", None),
    ],
)  # fmt: skip
def test_a_handle_names_one_person_or_nobody(tmp_path: Path, handle: str, who: str | None) -> None:
    notebook = book(
        tmp_path,
        {
            "people/alice/person.yaml": "aliases: [Ali, bo, both, sam]\n",
            "people/bo/person.yaml": "aliases: [both]\n",
        },
    )

    assert notebook.known(handle) == who


def test_without_a_handle_of_ones_own_it_is_me(tmp_path: Path) -> None:
    notebook = Notebook(put(tmp_path, {"onestop.yaml": ""}), TODAY)

    assert notebook.settings == Settings()
    assert notebook.known("me") == "me"
    assert Notebook(tmp_path / "nowhere", TODAY).settings == Settings()


def test_a_newer_notebook_is_refused(tmp_path: Path) -> None:
    notebook = Notebook(put(tmp_path, {"onestop.yaml": "version: 2\n"}), TODAY)

    with pytest.raises(CannotRead) as refused:
        notebook.settings  # noqa: B018
    assert [(p.code, p.path, p.line) for p in refused.value.problems] == [
        ("newer", "onestop.yaml", 1)
    ]


def test_what_cannot_be_read_is_named_once_and_the_rest_is_served(tmp_path: Path) -> None:
    notebook = book(
        tmp_path,
        {
            f"{NOTES}/2026-11-17-alice.md": b"- [ ] Ren\xe9\n",
            f"{NOTES}/2026-11-18-alice.md": "---\nhappiness: [\n---\n- [ ] a\n",
            f"{NOTES}/2026-11-19-alice.md": "<<<<<<< HEAD\n- [ ] b\n=======\n>>>>>>> x\n",
            "people/alice/person.yaml": "cadence: often\n",
            "people/bo/inbox.md": "- [ ] @bo c\n",
        },
    )
    notebook.folders()
    notebook.promises()

    assert sorted((p.code, Path(p.path).name, p.line) for p in notebook.problems) == [
        ("conflict", "2026-11-19-alice.md", 1), ("encoding", "2026-11-17-alice.md", 1),
        ("value", "person.yaml", 1), ("yaml", "2026-11-18-alice.md", 3),
    ]  # fmt: skip
    view = actions.view(notebook.folders(), notebook.settings, TODAY)
    assert sorted(p.item.text for p in view.promises) == ["Ren\udce9", "a", "b", "c"]


def test_ids_and_boxes_are_those_of_all_files(tmp_path: Path) -> None:
    notebook = book(tmp_path, ALICE)

    assert notebook.all_ids() == {"t4kd", "t9xp", "k3f9"}
    assert [box.line for box in notebook.boxes()] == [4, 1]
    assert next(notebook.sheets("alice")).path == "people/alice/inbox.md"
    assert notebook.edits().changes == []


def promised(notebook: Notebook) -> list[tuple[object, ...]]:
    """What `one actions` shows, from as few notes as it reads."""
    view = actions.view(notebook.promises(), notebook.settings, TODAY)
    full = actions.view(notebook.folders(), notebook.settings, TODAY)
    assert view == full
    return [(p.item.text, p.carried) for p in view.promises]


def test_open_promises_need_few_notes(tmp_path: Path) -> None:
    notes = {f"{NOTES}/2026-{m:02}-0{d}.md": "- [x] a\n- b\n" for m in range(1, 10) for d in (1, 8)}
    notebook = book(
        tmp_path,
        {
            **notes,
            f"{NOTES}/2026-10-01.md": "- [ ] @alice c ^k3f9\n- [x] d ^t4kd\n",
            f"{NOTES}/2026-10-08.md": "- @alice c (k3f9)\n",
            f"{NOTES}/2026-10-15.md": "- @alice d (t4kd)\n",
        },
    )

    assert promised(notebook) == [("c", 1)]
    (found,) = notebook.promises()
    assert [m.date.day for m in found.meetings] == [1, 8]


def test_a_tick_in_a_later_note_closes_and_one_in_an_earlier_note_does_not(tmp_path: Path) -> None:
    notebook = book(
        tmp_path,
        {
            f"{NOTES}/2026-10-01.md": "- [x] b (t4kd)\n- a (k3f9)\n",
            f"{NOTES}/2026-10-08.md": "- [ ] @alice a ^k3f9\n- [ ] @alice b ^t4kd\n",
            f"{NOTES}/2026-10-15.md": "- [x] a (k3f9)\n",
        },
    )

    assert promised(notebook) == [("b", 0)]


def test_an_item_of_the_inbox_can_be_mentioned_from_the_day_it_came(tmp_path: Path) -> None:
    notebook = book(
        tmp_path,
        {
            "people/alice/inbox.md": (
                "- [ ] @sam a  [created:: 2026-10-08] ^k3f9\n- [ ] @sam b ^t4kd\n"
            ),
            f"{NOTES}/2026-10-01.md": "- a (k3f9)\n- b (t4kd)\n",
            f"{NOTES}/2026-10-08.md": "- a (k3f9)\n- b (t4kd)\n",
        },
    )

    assert promised(notebook) == [("a", 1), ("b", 2)]


def test_a_copy_that_was_ticked_before_the_open_one_closes_the_item(tmp_path: Path) -> None:
    notebook = book(
        tmp_path,
        {
            f"{NOTES}/2026-10-01.md": "- [x] @alice a ^k3f9\n",
            f"{NOTES}/2026-10-08.md": "- [ ] @alice a ^k3f9\n",
            f"{NOTES}/2026-10-15.md": "- [ ] @alice b ^t4kd\n",
            f"{NOTES}/2026-10-22.md": "- [X] @alice b ^t4kd\n",
        },
    )

    assert promised(notebook) == []


def test_ids_of_other_tools_are_mentioned_like_ours(tmp_path: Path) -> None:
    notebook = book(
        tmp_path,
        {
            f"{NOTES}/2026-10-01.md": "- [ ] @alice a ^call-bo\n- [ ] @alice b (urgent)\n",
            f"{NOTES}/2026-10-08.md": "- [ ] @alice a (call-bo)\n- [ ] @alice c (urgent)\n",
            f"{NOTES}/2026-10-15.md": "Some words ^urgent\n",
        },
    )

    assert promised(notebook) == [("a", 1), ("b (urgent)", 0), ("c (urgent)", 0)]


@pytest.mark.parametrize(
    ("text", "is_unread"),
    [
        ("---\npurpose: [growth\n---\n- a\n", True),
        ("- a\n<<<<<<< ours\n- b\n=======\n- c\n>>>>>>> theirs\n", True),
        ("---\ntalk-share: lots\n---\n- a\n", False),
        ("- a\n", False),
    ],
)
def test_a_folder_knows_which_notes_could_not_be_read(
    tmp_path: Path, text: str, is_unread: bool
) -> None:
    folder = alice(tmp_path, {"11-10": "- a\n", "11-17": text})

    assert folder.unread == ((folder.meetings[1].path,) if is_unread else ())
