"""Where everything lives."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.notebook.layout import NoteName, is_slug, note, read_note_name

DAY = date(2026, 11, 24)
SLUGS = st.from_regex(r"[a-z0-9](?:[a-z0-9-]{0,20}[a-z0-9])?", fullmatch=True)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("2026-11-24-alice.md", NoteName(DAY, 1)), ("2026-11-24.md", NoteName(DAY, 1)),
        ("2026-11-24-alice_2.md", NoteName(DAY, 2)),
        ("2026-11-24-alice_12.md", NoteName(DAY, 12)),
        ("2026-11-24 Alice, café.md", NoteName(DAY, 1)),
        ("2026-11-24T100000.md", NoteName(DAY, 1)),
        ("2026-11-24-a_2 (copy).md", NoteName(DAY, 1)), ("2026-11-24-a_0.md", NoteName(DAY, 1)),
        ("2026-11-24-a_100.md", NoteName(DAY, 1)), ("2026-11-24-a_3_2.md", NoteName(DAY, 2)),
        ("2026-11-245.md", None), ("2026-02-30.md", None), ("notes.md", None),
        ("x2026-11-24.md", None),
        ("2026-11-24.txt", None), ("٢٠٢٦-11-24.md", None), ("2026-11-24.md.bak", None),
        ("0000-11-24.md", None), ("2026-11-24\n.md", NoteName(DAY, 1)),
    ],
)  # fmt: skip
def test_the_name_of_a_note_carries_its_day(name: str, found: NoteName | None) -> None:
    assert read_note_name(name) == found


@settings(max_examples=examples(200), derandomize=True)
@given(SLUGS, st.dates(), st.integers(1, 99))
def test_the_names_we_give_read_back_and_sort_by_day(slug: str, day: date, number: int) -> None:
    path = note(slug, day, number)

    assert read_note_name(path.name) == NoteName(day, number)
    assert path.parent.as_posix() == f"people/{slug}/meetings"
    assert path.name.startswith(day.isoformat())


@settings(max_examples=examples(200), derandomize=True)
@given(st.text() | st.from_regex(r"\d{4}-\d{2}-\d{2}.*\.md"))
def test_any_name_is_read(name: str) -> None:
    found = read_note_name(name)

    assert found is None or 1 <= found.number <= 99


@pytest.mark.parametrize("slug", ["alice", "a", "alice-2", "x" * 40, "007", "com", "lpt"])
def test_what_can_name_a_new_folder(slug: str) -> None:
    assert is_slug(slug)


@pytest.mark.parametrize(
    "slug",
    ["", "Alice", "-a", "a-", "a b", "a/b", "..", "é", "x" * 41, "me", "all", "team", "con", "com1",
     "nul", "a.b", "a\n", "a_b"],
)  # fmt: skip
def test_what_cannot(slug: str) -> None:
    assert not is_slug(slug)
