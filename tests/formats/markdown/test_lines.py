"""Markdown as lines, held against a reader of the whole of CommonMark."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from fuzz import examples
from onestop.formats.markdown import blocks
from onestop.formats.markdown.lines import Kind, Line, scan
from samples import NASTY

WORDS = st.sampled_from(["words", "[ ] a box", "x `code` y", "1986. A year", "#tag", "", "a_b"])
MARKERS = st.sampled_from(["- ", "* ", "+ ", "1. ", "2) ", "-   ", "10. "])


def indented(rows: list[str], first: str, rest: str) -> list[str]:
    lead = [first, *[rest] * (len(rows) - 1)]
    return [(mark + row).rstrip() for mark, row in zip(lead, rows, strict=True)]


@st.composite
def containers(draw: st.DrawFn, inner: st.SearchStrategy[list[str]]) -> list[str]:
    """A quote or a list around other blocks."""
    rows = draw(inner)
    if draw(st.booleans()):
        return indented(rows, "> ", "> ")
    marker = draw(MARKERS)
    return indented(rows, marker, " " * len(marker))


def with_gaps(parts: list[tuple[list[str], bool]]) -> list[str]:
    return [row for rows, gap in parts for row in [*rows, *[""] * gap]]


LEAVES = st.one_of(
    st.lists(WORDS, min_size=1, max_size=2),
    st.builds(lambda level, words: ["#" * level + " " + words], st.integers(1, 6), WORDS),
    st.builds(lambda words, mark: [words, mark], WORDS, st.sampled_from(["===", "---", "***"])),
    st.builds(
        lambda mark, rows: [mark, *rows, mark],
        st.sampled_from(["```", "~~~", "````"]),
        st.lists(st.sampled_from(["- [ ] no", "", "> no", "# no", "  - no"]), max_size=3),
    ),
    st.builds(lambda words: ["", "    " + words, ""], WORDS),
)
PAGES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        containers(inner),
        st.lists(st.tuples(inner, st.booleans()), min_size=1, max_size=4).map(with_gaps),
    ),
    max_leaves=12,
).map(lambda rows: "\n".join(rows) + "\n")


# Whatever a person types below whatever; but four columns of indentation below a quote
# or an item are read by the oracle otherwise than by CommonMark's own reader.
LOOSE = st.lists(
    st.sampled_from([
        "- a", "  b", "> c", "```", "---", "===", "1. x", " - y", "# h", "", ">", "-", "  ```",
        "> - z", "   > w", "2. n", "~~~", "* * *", "- - [ ] q", "1)", "  - k", "   m", "+ ```",
        "> # q", ">> r", "- > s", "10. t", "-\tx", "## t ##", "- # t", "c  ", "  - k\t",
    ]),
    max_size=9,
).map(lambda rows: "\n".join(rows) + "\n")  # fmt: skip

COMMENTED = st.lists(
    st.sampled_from([
        "- a", "b", "", "<!-- x", "y -->", "- z <!-- v", "%%", "- q %% r", "%% s %%", "5%% t",
        "- `<!--` u", "- \\<!-- u", "> w", "  <!-- x --> y", "- <!-- m", "# h <!-- x -->", "```",
    ]),
    max_size=9,
).map("\n".join)  # fmt: skip


def by_oracle(text: str) -> tuple[set[int], set[int], set[int]]:
    """The lines that begin an item, stand in code, and begin a heading, by markdown-it."""
    oracle = MarkdownIt("commonmark").disable(["reference", "html_block"])
    items: set[int] = set()
    code: set[int] = set()
    headings: set[int] = set()
    for token in oracle.parse(text):
        first, behind = token.map or (0, 0)
        if token.type == "list_item_open":
            items.add(first + 1)
        elif token.type == "heading_open":
            headings.add(first + 1)
        elif token.type in ("fence", "code_block"):
            code.update(range(first + 1, behind + 1))
    return items, code, headings


@settings(max_examples=examples(250), derandomize=True)
@given(PAGES | LOOSE)
def test_items_code_and_headings_are_those_of_commonmark(text: str) -> None:
    """But a heading that opens an item is an item, and an item that opens code is code."""
    items, code, headings = by_oracle(text)
    lines = scan(text)
    found = {kind: {line.number for line in lines if line.kind is kind} for kind in Kind}
    filled = {n for n, row in enumerate(text.split("\n"), 1) if row.strip(" >")}

    assert found[Kind.CODE] & filled == code & filled
    assert found[Kind.ITEM] == items - found[Kind.CODE]
    assert found[Kind.HEADING] == headings - items


@settings(max_examples=examples(200), derandomize=True)
@given(PAGES | LOOSE | COMMENTED, st.integers(0, 9))
def test_the_quick_reading_is_the_full_one(text: str, first_line: int) -> None:
    assert scan(text, 0, first_line) == blocks.read(text, 0, first_line)


@settings(max_examples=examples(200), derandomize=True)
@given(PAGES | LOOSE | COMMENTED)
def test_a_note_reads_the_same_whatever_ends_its_lines(text: str) -> None:
    expected = [(line.number, line.kind, line.level, line.content) for line in scan(text)]

    for end in ("\r\n", "\r"):
        lines = scan(text.replace("\n", end))
        assert [(line.number, line.kind, line.level, line.content) for line in lines] == expected


MARKDOWN = st.text(alphabet=st.sampled_from("-*+>#`~<!%= \t\r\n\\1.)x[]é\ufeff\x00\u2028"))


@settings(max_examples=examples(250), derandomize=True)
@given(MARKDOWN | st.text() | COMMENTED, st.integers(0, 3))
def test_any_text_is_read_and_every_offset_is_true(text: str, start: int) -> None:
    lines = scan(text, start, 7)

    rows = re.split(r"\r\n?|\n", text[start:] if start else text.removeprefix("\ufeff"))
    assert [text[line.start : line.end] for line in lines] == rows[: len(lines)]
    assert rows[len(lines) :] in ([], [""])
    for number, line in enumerate(lines, 7):
        assert line.number == number
        assert line.start <= line.marker <= line.at <= line.end
        assert text.startswith(line.content, line.at)
        assert line.content == line.content.strip(" \t")
        assert (line.level > 0) == (line.kind in (Kind.HEADING, Kind.ITEM))


def test_a_line_tells_its_place_its_depth_and_its_words() -> None:
    text = "# One ##\n\n> - [ ] two  \n>   1. three\n"

    assert scan(text, first_line=5) == [
        Line(5, 0, 8, Kind.HEADING, 1, 0, 2, "One"),
        Line(6, 9, 9, Kind.BLANK, 0, 9, 9, ""),
        Line(7, 10, 23, Kind.ITEM, 1, 12, 14, "[ ] two"),
        Line(8, 24, 36, Kind.ITEM, 2, 28, 31, "three"),
    ]


def test_a_note_is_read_from_behind_its_header_or_its_byte_order_mark() -> None:
    assert scan("---\na: 1\n---\n- x\n", 13, 4) == [Line(4, 13, 16, Kind.ITEM, 1, 13, 15, "x")]
    assert scan("\ufeff- x") == [Line(1, 1, 4, Kind.ITEM, 1, 1, 3, "x")]
    assert scan("") == []


def drawn(text: str) -> str:
    """One letter a line: Blank, Heading, Item, Text, Code, or ! for a comment."""
    return "".join("BHITC!"[line.kind] for line in scan(text))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("- [ ] a\n\n    - [ ] b\n", "IBI"),
        ("a\n\n    - [ ] b\n", "TBC"),
        ("a\n    - [ ] b\n", "TT"),
        ("\t- [ ] a\n", "C"),
        ("-\t[ ] a\n\n\tb\n\n\t\tc\n", "IBTBC"),
        ("- a\n\n      code\n", "IBC"),
        (">\t- a\n>\t\t- b\n", "II"),
        (">     code\n", "C"),
        ("-     code\n", "C"),
        ("*   [ ] a\n", "I"),
        ("-\n\n  a\n", "IBT"),
        ("-\n  a\n\n      code\n", "ITBC"),
        ("a\n2. b\n1. c\n", "TTI"),
        ("a\n-\n", "HT"),
        ("a\nb\n===\n", "HTT"),
        ("- a\n===\n", "IT"),
        ("- a\n  ===\n", "IT"),
        ("a\n* * *\n", "TT"),
        ("#a\n####### b\n#\n", "TTH"),
        ("```\n- [ ] a\n```x\n    ```\n```\nb\n", "CCCCCT"),
        ("``` a`b\n", "T"),
        ("> ```\n> - a\nb\n", "CCT"),
        ("- ~~~\n  - a\n- b\n", "CCI"),
        ("> a\nb\n\nc\n", "TTBT"),
        ("<details>\n- [ ] a\n</details>\n", "TIT"),
        ("|a|\n|---|\n", "TT"),
    ],
)  # fmt: skip
def test_lines_are_what_commonmark_makes_of_them(text: str, kinds: str) -> None:
    assert drawn(text) == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("<!-- a -->\n- b\n", "!I"),
        ("<!-- a\n\n- [ ] b\n--> c\n- d\n", "!!!!I"),
        ("<!-- never ends\n\n- a\n", "!!!"),
        ("> <!-- ends with the quote\n- a\n", "!I"),
        ("- <!-- a\n- [ ] b -->\n- c\n", "!!I"),
        ("- a <!-- b\n- [ ] c --> d <!-- e\n- f --> g\n- h\n", "I!!I"),
        ("- a <!-- b\n\n- [ ] c --> d\n", "IBI"),
        ("- a <!-- never ends\n- b\n", "II"),
        ("- a `<!--` b\n- c -->\n", "II"),
        ("- a \\<!-- b\n- c -->\n", "II"),
        ("- a <!-- b --> c <!--\n- d -->\n", "I!"),
        ("%%\n\n- [ ] a\n%%\n- b\n", "!!!!I"),
        ("%% never ends\n- a\n", "TI"),
        ("%% a %%\n%% a %% b\n- %% a %%\n", "!T!"),
        ("- a %% b\n- c %%\n- d\n", "I!I"),
        ("- a %% b\n\n- c %%\n", "IBI"),
        ("- 50%% a\n- 60%% b\n", "II"),
        ("# a <!-- b\nc -->\n", "H!"),
    ],
)
def test_comments_hide_what_they_enclose_and_nothing_else(text: str, kinds: str) -> None:
    assert drawn(text) == kinds


def test_the_words_of_a_line_end_where_a_comment_begins_that_goes_on_below() -> None:
    assert [line.content for line in scan("- a <!-- b -->\n- c <!-- d\ne -->\n")] == [
        "a <!-- b -->",
        "c",
        "e -->",
    ]


def test_a_list_is_as_deep_as_it_is_written() -> None:
    text = "".join(f"{'  ' * depth}- a\n" for depth in range(150))

    assert [line.level for line in scan(text)] == list(range(1, 151))
    assert blocks.read(text, 0, 1) == scan(text)


def test_more_marks_on_a_line_than_anyone_writes_are_words() -> None:
    (line,) = scan(">" * 150 + " - a")

    assert (line.kind, line.content) == (Kind.TEXT, ">" * 50 + " - a")


def nasty(name: str) -> str:
    path = NASTY / name
    if not path.exists():
        pytest.skip("the samples do not stand beside the repository")
    return path.read_bytes().decode()


def items(text: str) -> list[str]:
    return [line.content for line in scan(text) if line.kind is Kind.ITEM]


def test_boxes_in_code_and_comments_are_no_items() -> None:
    assert items(nasty("m13-tasks-in-code.md")) == [
        "[ ] quoted", "[ ] real", "[ ] nested real", "[X] done star", "[ ] ordered",
        "[ ]no space", "[-] cancelled",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["m04-bom-crlf.md", "m10-mixed-eol.md"])
def test_an_item_is_found_whatever_ends_its_line(name: str) -> None:
    assert items(nasty(name)) == ["[ ] Alice: x"]


def test_a_last_line_needs_no_end() -> None:
    assert items(nasty("m09-no-final-newline.md")) == ["[ ] Alice: last line no newline"]


def test_code_may_come_first_and_blank_lines_last() -> None:
    assert drawn(nasty("m08-indented-start.md")).endswith("BCBTTBBB")
