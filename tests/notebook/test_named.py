"""Which ids there are, and which notes name them, told from bytes alone."""

from datetime import date

import pytest
from hypothesis import given, settings

from fuzz import examples
from note_texts import pages
from onestop.formats import sections
from onestop.formats.items import Sorter
from onestop.notebook.named import Named
from onestop.notebook.sheets import NoteSheet

DAY = date(2026, 11, 24)


class Every:
    """All ids there could be."""

    def __contains__(self, _: object) -> bool:
        return True


def note(text: str, day: int = 24) -> NoteSheet:
    on = DAY.replace(day=day)
    return NoteSheet(f"{on}.md", text.encode(), on, 1)


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("- [ ] a ^k3f9", True), ("- a ^k3f9\r\n", True), ("- a ^k3f9  \nb", True),
        ("- a ^k3f9\rb", True), ("- a ^k3f9 <!-- b\n-->", True), ("words ^k3f9\n", True),
        ("- a ^k3f9 b", False), ("- a^k3f9", False), ("- a (k3f9)", False), ("- a ^k3f99", False),
    ],
)  # fmt: skip
def test_an_id_is_there_when_a_line_ends_in_it(text: str, is_there: bool) -> None:
    assert ("k3f9" in Named(b"", [note(text)])) is is_there
    assert ("k3f9" in Named(text.encode(), [])) is is_there


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("- [ ] a ^budget\n", True), ("x\n  > 1. a ^budget\n", True), ("* a\tb ^budget", True),
        ("A paragraph ^budget\n", False), ("-a ^budget", False), ("- a\nb ^budget", False),
    ],
)  # fmt: skip
def test_an_id_in_another_form_must_stand_on_a_list_item(text: str, is_there: bool) -> None:
    assert ("budget" in Named(b"", [note(text)])) is is_there


def test_what_is_no_text_is_no_id() -> None:
    assert 4 not in Named(b"- a ^4\n", [])


def test_notes_name_an_item_by_its_line_or_by_mention_from_a_day_on() -> None:
    notes = [
        note("- [x] a ^k3f9", 1), note("- a (k3f9)", 2), note("- b (k3f9) c", 3),
        note("- a k3f9", 4), note("- a (t4kd)", 5),
    ]  # fmt: skip
    named = Named(b"", notes)

    assert list(named.naming({"k3f9"}, DAY.replace(day=3))) == [notes[0], notes[2]]
    assert list(named.naming({"k3f9", "t4kd"}, date.min)) == [*notes[:3], notes[4]]
    assert list(named.naming(set(), date.min)) == []


@settings(max_examples=examples(250), derandomize=True, deadline=None)
@given(pages())
def test_nothing_that_is_read_from_a_note_is_missed(text: str) -> None:
    sheet = note(text)
    found = Sorter(text, sheet.path, lambda _: None, Every()).sort(sections.read(text))
    named = Named(b"", [sheet])

    made = [x.id for x in found.actions if x.id] + [x.id for x in found.topics if x.id]
    made += [x.id for x in found.moments if x.id]
    assert all(ident in named for ident in made)
    for ident in [*made, *(mention.id for mention in found.mentions)]:
        assert list(named.naming({ident}, date.min)) == [sheet]
    assert sheet.has_open_box or not any(action.state.is_open for action in found.actions)
