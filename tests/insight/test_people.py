"""Everybody at a glance."""

from books import TODAY
from onestop.insight.cadence import rhythm
from onestop.insight.people import Entry, view
from onestop.model.folder import Folder
from onestop.model.person import Person
from onestop.model.settings import Settings


def test_everybody_by_name_and_those_who_are_archived_last() -> None:
    names = (("carl", False), ("bo", True), ("alice", False), ("ada", True))
    folders = [Folder(Person(slug, slug, archived=gone)) for slug, gone in names]
    found = view(folders, Settings(), TODAY)

    assert found.today == TODAY
    assert [e.person.slug for e in found.entries] == ["alice", "carl", "ada", "bo"]
    assert found.entries[0] == Entry(folders[2].person, rhythm(folders[2], Settings(), TODAY))
