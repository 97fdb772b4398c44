"""Fields and ids on a line: an edit changes its span, and is read back as intended."""

from collections.abc import Sequence

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.formats.markdown.marks import Key, Marks, days, find, set_field, set_id
from onestop.formats.parsed import CannotEdit

PARTS = st.lists(
    st.sampled_from([
        "words", "`code", "`", "[due:: 2026-11-27]", "(due:: x)", "📅 2026-11-27", "due:", "é", "^",
        "due:2026-11-27", "✅ 2026-11-27", "^k3f9", "%%", "<!--", "-->", "\\", "[", "(due::", ")",
        "]", "  ", "\t", "[talked:: 2026-11-27]", "[became:: sad 2026-11-27]", "🗓\ufe0f 2026-11-27",
    ]),
    max_size=8,
)  # fmt: skip
LINES = st.one_of(
    PARTS.map(" ".join), PARTS.map("".join), st.text(st.characters(exclude_characters="\r\n"))
).map("- ".__add__)
KEYS: st.SearchStrategy[Key] = st.sampled_from(["due", "completion", "talked"])
DAYS = st.dates().map(lambda day: day.isoformat().zfill(10))


def values(marks: Marks, key: str = "") -> list[tuple[str, str]]:
    return [(field.key, field.value) for field in marks.fields if field.key != key]


@settings(max_examples=examples(300), derandomize=True)
@given(LINES, KEYS, DAYS)
def test_a_field_is_set_in_its_place_and_nothing_else_changes(
    line: str, key: Key, value: str
) -> None:
    before = find(line)
    edited = set_field(line, key, value)
    after = find(edited)

    field, old = after.last(key), before.last(key)
    assert field is not None
    assert (field.value, after.id) == (value, before.id)
    assert values(after, key) == values(before, key)
    if old:
        tail = len(old.value) + old.at
        assert (edited[: field.at], edited[field.at + 10 :]) == (line[: old.at], line[tail:])
    else:
        new = f"  [{key}:: {value}]"
        assert edited.replace(new, "", 1) == line
        assert edited[field.end :].strip() == (f"^{before.id}" if before.id else "")


def without_blanks(line: str, spans: Sequence[tuple[int, int]] = ()) -> str:
    """A line less some spans, and less the blanks that an edit may take with them."""
    for start, end in reversed(spans):
        line = line[:start] + line[end:]
    return line.translate({ord(" "): None, ord("\t"): None})


@settings(max_examples=examples(300), derandomize=True)
@given(LINES, KEYS)
def test_a_field_is_taken_away_with_the_blanks_before_it(line: str, key: Key) -> None:
    before = find(line)
    try:
        edited = set_field(line, key, None)
    except CannotEdit:
        event("refused")
        return

    assert without_blanks(edited) == without_blanks(
        line, [(field.start, field.end) for field in before.fields if field.key == key]
    )
    assert find(edited).last(key) is None
    assert values(find(edited)) == values(before, key)


@settings(max_examples=examples(300), derandomize=True)
@given(LINES, st.from_regex(r"[A-Za-z0-9-]{1,6}", fullmatch=True))
def test_an_id_is_the_last_thing_and_nothing_else_changes(line: str, ident: str) -> None:
    before = find(line)
    edited = set_id(line, ident)

    assert find(edited).id == ident
    assert values(find(edited)) == values(before)
    if before.id:
        assert edited == line[: before.id_at + 1] + ident + line[before.id_at + 1 :].removeprefix(
            before.id
        )
    else:
        assert edited in (f"{line} ^{ident}", f"{line}^{ident}")


@pytest.mark.parametrize(
    ("line", "edited"),
    [
        ("- [ ] a ^k3f9", "- [ ] a  [due:: 2027-01-02] ^k3f9"),
        ("- [ ] a", "- [ ] a  [due:: 2027-01-02]"),
        ("- [ ] a  ", "- [ ] a  [due:: 2027-01-02]  "),
        ("- [ ] ^k3f9", "- [ ]  [due:: 2027-01-02] ^k3f9"),
        ("- [ ] a 📅 2026-11-27 b", "- [ ] a 📅 2027-01-02 b"),
        ("- [ ] a due:2026-11-27, b", "- [ ] a due:2027-01-02, b"),
        ("- [ ] (due::  soon ) b", "- [ ] (due::  2027-01-02 ) b"),
        ("- [ ] a [due:: ]", "- [ ] a [due:: 2027-01-02]"),
        ("- [ ] due:2026-11-27 [due:: 2026-11-28]", "- [ ] due:2026-11-27 [due:: 2027-01-02]"),
        ("- [ ] a `[due:: 2026-11-27]`", "- [ ] a `[due:: 2026-11-27]`  [due:: 2027-01-02]"),
    ],
)
def test_a_date_keeps_the_spelling_it_has(line: str, edited: str) -> None:
    assert set_field(line, "due", "2027-01-02") == edited


@pytest.mark.parametrize(
    ("line", "edited"),
    [
        ("- [ ] a  [due:: 2026-11-27] ^k3f9", "- [ ] a ^k3f9"),
        ("- [ ] a  [due:: 2026-11-27]  ", "- [ ] a  "),
        ("- [ ] [due:: 2026-11-27]a", "- [ ] a"),
        ("- [ ] due:2026-11-27 📅 2026-11-28 a", "- [ ] a"),
        ("[due:: 2026-11-27] a", " a"),
        ("- [ ] a", "- [ ] a"),
    ],
)
def test_a_date_goes_in_every_spelling(line: str, edited: str) -> None:
    assert set_field(line, "due", None) == edited


@pytest.mark.parametrize(
    ("line", "edited"),
    [
        ("- [ ] a", "- [ ] a ^k3f9"),
        ("- [ ] a  ", "- [ ] a  ^k3f9"),
        ("- [ ] a\\", "- [ ] a\\ ^k3f9"),
        ("- [ ] a ^old-one  ", "- [ ] a ^k3f9  "),
        ("- [ ] a ^b c", "- [ ] a ^b c ^k3f9"),
        ("", "^k3f9"),
    ],
)
def test_an_id_goes_behind_the_blanks_that_end_the_line(line: str, edited: str) -> None:
    assert set_id(line, "k3f9") == edited


@pytest.mark.parametrize("value", ["a]b", "a)b", " a", "a\0[", "[due:: x]"])
def test_a_value_that_would_not_read_back_is_refused(value: str) -> None:
    with pytest.raises(CannotEdit) as refused:
        set_field("- [ ] a", "owner", value)

    assert (refused.value.problem.code, refused.value.problem.text) == ("cannot-edit", "- [ ] a")


@pytest.mark.parametrize("ident", ["", "a b", "a_b", "é"])
def test_what_is_no_id_is_refused(ident: str) -> None:
    with pytest.raises(CannotEdit):
        set_id("- [ ] a", ident)


def test_an_edit_that_would_make_an_id_of_other_words_is_refused() -> None:
    line = "- [ ] a ^k3f9 due:2026-11-27"

    with pytest.raises(CannotEdit):
        set_field(line, "due", None)

    (problem,) = days(line, find(line), 3).problems
    assert (problem.code, problem.line, problem.column) == ("lost-id", 3, 9)


def test_fields_within_fields_are_read_once() -> None:
    marks = find("- [due:: 📅 2026-11-27] (see [said:: 2026-11-28]) [odd:: 2026-11-29]")

    assert values(marks) == [("due", "📅 2026-11-27"), ("said", "2026-11-28")]
