"""Headings as people write them, and edits that leave every other line as it was."""

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from fuzz import examples
from note_texts import anything, is_spliced, pages
from onestop.formats import sections
from onestop.formats.markdown.lines import Kind, scan
from onestop.formats.markdown.marks import set_field
from onestop.formats.parsed import CannotEdit
from onestop.formats.sections import add, add_last, canonical, drop_empty, edit_line, shown, split
from onestop.model.meeting import SECTIONS

many = settings(max_examples=examples(250), derandomize=True, deadline=None)

NOTE = "# Alice\n\n## Topics\n- a\n\n## Actions\n- [ ] b\n"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Check-in", "Check-in"), ("check in", "Check-in"), ("Checkin", "Check-in"),
        ("FOLLOW UP", "Follow-up"), ("Follow-ups", "Follow-up"), ("Topic", "Topics"),
        ("Celebrate", "Wins"), ("Win", "Wins"), ("Obstacles", "Challenges"),
        ("Development", "Growth"), ("Retro", "Happiness"), ("Happiness retro", "Happiness"),
        ("Takeaways", "Decisions"), ("Action items", "Actions"), ("Next steps:", "Actions"),
        ("3. **Wins** 🎉", "Wins"), ("Status", "Status"), ("NOTES", "Notes"), ("Books", ""),
        ("Action items of the team", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_heading_is_known_under_its_other_names(title: str, name: str) -> None:
    assert canonical(title) == name


def test_every_section_is_known_by_its_own_name() -> None:
    assert [canonical(name.upper()) for name in SECTIONS] == list(SECTIONS)


def names(text: str) -> list[tuple[str, list[str]]]:
    return [(s.name, [line.content for line in s.lines]) for s in split(scan(text))]


def test_what_stands_under_sub_headings_of_ours_belongs_to_it() -> None:
    text = "intro\n## Wins\n- a\n### At work\n- b\n## Books\n- c\n#### More books\n- d\n"

    assert names(text) == [
        ("", ["intro"]),
        ("Wins", ["a", "At work", "b"]),
        ("Books", ["c"]),
        ("More books", ["d"]),
    ]


def test_a_heading_of_ours_begins_a_section_however_deep_it_is() -> None:
    assert names("# Topics\n- a\n#### Wins\n- b\n## Other\n- c\n") == [
        ("", []), ("Topics", ["a"]), ("Wins", ["b"]), ("Other", ["c"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("Topics", "# Alice\n\n## Topics\n- a\n- new\n\n## Actions\n- [ ] b\n"),
        ("Actions", "# Alice\n\n## Topics\n- a\n\n## Actions\n- [ ] b\n- new\n"),
        ("Wins", "# Alice\n\n## Topics\n- a\n\n## Wins\n- new\n\n## Actions\n- [ ] b\n"),
        ("Check-in", "# Alice\n\n## Check-in\n- new\n\n## Topics\n- a\n\n## Actions\n- [ ] b\n"),
        ("Notes", "# Alice\n\n## Topics\n- a\n\n## Actions\n- [ ] b\n\n## Notes\n- new\n"),
    ],
)
def test_a_new_line_goes_to_the_end_of_its_section_which_is_made_in_its_place(
    name: str, after: str
) -> None:
    assert add(NOTE, name, ["- new"]) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "## Wins\n- new\n"),
        ("\ufeff", "\ufeff## Wins\n- new\n"),
        ("\n\n", "\n\n## Wins\n- new\n"),
        ("a", "a\n\n## Wins\n- new"),
        ("a\n", "a\n\n## Wins\n- new\n"),
        ("a\n\n\n", "a\n\n\n## Wins\n- new\n"),
        ("a\r\nb\n\r\n", "a\r\nb\n\r\n## Wins\r\n- new\r\n"),
        ("a\rb\r", "a\rb\r\n## Wins\n- new\n"),
        ("---\nx: 1\n---", "---\nx: 1\n---\n\n## Wins\n- new"),
        ("## Wins", "## Wins\n- new"),
        ("## Wins\n\n\n", "## Wins\n- new\n\n\n"),
        ("## Wins\r\n- a\r\n", "## Wins\r\n- a\r\n- new\r\n"),
        ("Wins\n----\n- a", "Wins\n----\n- a\n- new"),
        ("## Wins\n```\n- a\n```\n", "## Wins\n```\n- a\n```\n- new\n"),
        ("> ## Wins\n> - a\n", "> ## Wins\n> - a\n- new\n"),
        ("## wins!\n- a\n  more\n", "## wins!\n- a\n  more\n- new\n"),
    ],
)
def test_line_ends_and_what_stands_around_stay(before: str, after: str) -> None:
    assert add(before, "Wins", ["- new"]) == after


def test_several_lines_are_added_in_their_order_and_none_is_no_change() -> None:
    assert add("## Wins\n", "Wins", ["- a", "- b"]) == "## Wins\n- a\n- b\n"
    assert add(NOTE, "Wins", []) == NOTE


def test_the_order_of_an_inbox_is_its_own() -> None:
    assert add("## Actions\n", "Topics", ["- a"], ["Topics", "Actions"]) == (
        "## Topics\n- a\n\n## Actions\n"
    )


def test_code_inside_a_list_item_ends_with_the_item() -> None:
    text = "## Wins\n- a\n  ```\n  b\n"

    assert add(text, "Wins", ["- new"]) == f"{text}- new\n"


@pytest.mark.parametrize("words", ["~~~ tilde", "```fence"])
def test_an_item_that_begins_like_a_fence_is_written_and_others_follow(words: str) -> None:
    text = add("# Us\n\n## Actions\n- b\n", "Wins", [f"- {words}"])

    assert text == f"# Us\n\n## Wins\n- {words}\n\n## Actions\n- b\n"
    assert add(f"- {words}\n", "Wins", ["- a"]) == f"- {words}\n\n## Wins\n- a\n"


@pytest.mark.parametrize("text", ["```\n", "a\n~~~\nb", "<!--\n", "## Wins\n<!-- a\n"])
def test_what_would_not_be_read_as_a_line_is_refused(text: str) -> None:
    with pytest.raises(CannotEdit) as refused:
        add(text, "Wins", ["- new"])

    assert refused.value.problem.code == "place"


@many
@given(anything(), st.sampled_from([*SECTIONS, "Notes"]))
def test_adding_changes_nothing_else_and_is_read_back(text: str, name: str) -> None:
    try:
        after = add(text, name, ["- [ ] new ^k3f9"])
    except CannotEdit as refused:
        event(f"refused: {refused.problem.code}")
        return

    assert is_spliced(text, after)
    ends = [s.last for s in split(sections.read(after)) if s.name == name and s.last]
    assert "[ ] new ^k3f9" in [line.content for line in ends]
    assert len(items(after)) == len(items(text)) + 1


@many
@given(anything())
def test_a_line_is_added_at_the_end_of_a_list(text: str) -> None:
    try:
        after = add_last(text, "- new")
    except CannotEdit:
        event("refused")
        return

    assert is_spliced(text, after)
    assert items(after)[-1] == "new"
    assert len(items(after)) == len(items(text)) + 1


def test_a_list_goes_on_where_it_ends() -> None:
    assert add_last("# Alice: private\n", "- a") == "# Alice: private\n\n- a\n"
    assert add_last("- a\n\n- b", "- c") == "- a\n\n- b\n- c"
    assert add_last("- a\r\nmore\r\n", "- c") == "- a\r\nmore\r\n\r\n- c\r\n"


def items(text: str) -> list[str]:
    return [x.content for x in sections.read(text) if x.kind is Kind.ITEM]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## Wins\n\n## Topics\n- a\n", "## Topics\n- a\n"),
        ("## Topics\n- a\n\n## Wins\n\n## Actions\n", "## Topics\n- a\n"),
        ("## Topics\n- a\n\n## Wins", "## Topics\n- a\n"),
        ("## Topics\n- a\n\n## Wins\n\n## Books\n", "## Topics\n- a\n\n## Books\n"),
        ("# Check-in\n\n## Wins\n- a\n", "# Check-in\n\n## Wins\n- a\n"),
        ("# Check-in\n\n## Books\n", "# Check-in\n\n## Books\n"),
        ("## Wins\n<!-- later -->\n", "## Wins\n<!-- later -->\n"),
        ("## Status\n\n## Books\n\n\n", "## Status\n\n## Books\n\n\n"),
        ("a\n## Wins\r\n\r\n## Topics\r\n", "a\n"),
        ("## Wins\n", ""),
        ("- a\n\n\n", "- a\n\n\n"),
    ],
)
def test_headings_of_ours_without_words_go_and_nothing_else(before: str, after: str) -> None:
    assert drop_empty(before) == after


def test_a_heading_that_holds_its_surroundings_apart_stays() -> None:
    text = "words\n## Wins\n---\n"

    assert drop_empty(text) == text
    assert drop_empty("- a\n## Wins\n    b\n") == "- a\n## Wins\n    b\n"


@many
@given(anything())
def test_dropping_takes_headings_and_blank_lines_alone(text: str) -> None:
    after = drop_empty(text)

    old, new = meaning(text), meaning(after)
    gone = [pair for pair in old if pair not in new]
    assert all(kind is Kind.HEADING and canonical(words) for kind, words in gone)
    kept = iter(old)
    assert all(pair in kept for pair in new)
    assert drop_empty(after) == after
    if len(old) == len(new):
        assert after == text


def meaning(text: str) -> list[tuple[Kind, str]]:
    return [(x.kind, x.content) for x in sections.read(text) if x.kind is not Kind.BLANK]


def test_of_equal_lines_the_nearest_is_changed() -> None:
    text = "- a\n- b\n- a\n- a\n"

    assert edit_line(text, 4, "- a", str.upper) == "- a\n- b\n- a\n- A\n"
    assert edit_line(text, 9, "- a", str.upper) == "- a\n- b\n- a\n- A\n"
    assert edit_line(text, 1, "- a", str.upper) == "- A\n- b\n- a\n- a\n"


def test_a_line_that_is_gone_cannot_be_changed() -> None:
    with pytest.raises(CannotEdit) as refused:
        edit_line("- a\n", 3, "- b", str.upper)

    problem = refused.value.problem
    assert (problem.code, problem.line, problem.text) == ("moved", 3, "- b")


def test_a_comment_that_goes_on_below_is_not_part_of_the_words() -> None:
    text = "- a <!-- b\nc -->\n"
    raw, _ = text.split("\n", 1)

    assert edit_line(text, 1, raw, lambda line: f"{line} ^k3f9") == "- a ^k3f9 <!-- b\nc -->\n"
    assert shown(scan(text)[0], text) == "- a"


@pytest.mark.parametrize("words", ["- a <!-- b", "- a\n- b", "words", "", "- a %%"])
def test_a_change_that_would_change_other_lines_is_refused(words: str) -> None:
    text = "- a\n%% -->\n"

    with pytest.raises(CannotEdit) as refused:
        edit_line(text, 1, "- a", lambda _: words)

    assert (refused.value.problem.code, refused.value.problem.text) == ("cannot-edit", "- a")


@many
@given(pages(), st.data())
def test_changing_a_line_leaves_every_other_byte(text: str, data: st.DataObject) -> None:
    lines = [line for line in sections.read(text) if line.kind is Kind.ITEM]
    if not lines:
        event("no list items")
        return
    line = data.draw(st.sampled_from(lines))
    raw = text[line.start : line.end]
    try:
        after = edit_line(text, line.number, raw, lambda x: set_field(x, "talked", "2026-11-24"))
    except CannotEdit:
        event("refused")
        return

    changed = [x for x in sections.read(after) if "2026-11-24" in after[x.start : x.end]]
    assert [x.number for x in changed] == [line.number]
    assert after[: changed[0].start] == text[: line.start]
    assert after[changed[0].end :] == text[line.end :]
    assert "[talked:: 2026-11-24]" in changed[0].content
