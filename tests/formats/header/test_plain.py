"""The quick reader: what it answers is what the full reader answers."""

import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.formats.encoding import newline
from onestop.formats.header import Block, Value, Words, library, plain
from onestop.formats.header.field import Field
from onestop.formats.header.written import entry
from yaml_texts import bare, documents, tidy, told, untidy

many = settings(max_examples=examples(400), derandomize=True, deadline=None)

KEYS = ["a", "b-c", "d", "null", "x" * 64, "é", "-", "? e", '"q"', "2024", ""]
VALUES = [
    "a", "a b", "2026-11-24", "10:30", "null", "~", "", "[]", "[a]", '[a, "b, c"]', "[a ,b]",
    '"words: # "', '"a\\n"', '"a" b', "'a'", "a: b", "a:", "a #b", "a#b", "a: #", "é😀", "-", "- a",
    "[a, [b]]", "{a: 1}", "{a: 1, a: 2}", "|", "&a", "*a", "!t", "x, y]", "a\tb", "(a)", "a::b",
    "a: ", "[a-b, c/d e]", "[a, null]", "[a,b]", "[a:b]", "[-1]", "[a ]", "{}", "%a", "a\u2028b",
    "a:: b", "http://a.b/c", "a  ", "...", "---", "[., +]", "a\x85b", "\ufeffa", "a\xa0b",
    '{from: 2026-12-21, why: "leave, a: b"}', "{a: b c, d: null}", "{a: 1 }", "{a: [b]}",
]  # fmt: skip
STARTS = ["", "", "  - ", "- ", "    - ", "  -  ", " ", "  "]
COLONS = [": ", ": ", ":", ":  ", " : ", ":\t", ""]
ENDS = ["", "", "  # c", " #", "#c", " ", "\t"]
LINES = ["", "", "# c", "  # c", "   ", "---", "...", "\t", "a", "%YAML 1.1", "\r"]


def joined(*parts: list[str]) -> st.SearchStrategy[str]:
    """One of each, put together."""
    return st.tuples(*(st.sampled_from(part) for part in parts)).map("".join)


lines = st.one_of(
    st.sampled_from(LINES),
    joined(["  - "], VALUES, ENDS),
    joined(KEYS, COLONS, VALUES, ENDS),
    joined(STARTS, KEYS, COLONS, VALUES, ENDS),
)
texts = st.builds(
    lambda lines, line_end, last: line_end.join(lines) + last,
    st.lists(lines, max_size=5),
    st.sampled_from(["\n", "\n", "\r\n"]),
    st.sampled_from(["", "\n"]),
)


def agrees(text: str) -> bool:
    """Whether the quick reader answers; then the full one must answer the same."""
    quick = plain.read(text)
    if quick is None:
        return False
    assert library.read(text, (0, len(text))) == (quick, ())
    return True


@many
@given(texts)
def test_what_is_answered_is_what_the_full_reader_answers(text: str) -> None:
    agrees(text)


@many
@given(documents())
def test_even_elaborate_files_are_never_read_otherwise(text: str) -> None:
    agrees(text)


@many
@given(tidy(), st.sampled_from(["\n", "\r\n"]))
def test_nested_files_are_read_as_the_full_reader_reads_them(
    lines: list[str], line_end: str
) -> None:
    assert agrees(line_end.join([*lines, ""]))


@many
@given(untidy())
def test_nested_files_with_a_slip_are_never_read_otherwise(text: str) -> None:
    agrees(text)


@many
@given(st.text(alphabet="ab:#,[]{}'\"\\-?&*!|>%@~ \n\r", max_size=30))
def test_a_soup_of_signs_is_never_read_otherwise(text: str) -> None:
    agrees(text)


OWN_WORDS = st.text(max_size=12).filter(str.isprintable).map(Words)
OWN = st.one_of(OWN_WORDS, st.sampled_from(["2026-11-24", "fri", 41, -3, None]))
OWN_KEYS = st.sampled_from(["id", "title", "now", "lead-now"])


def nested(inner: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    """Lists, mappings and blocks of what the tool writes."""
    pairs = st.dictionaries(OWN_KEYS, inner, max_size=3)
    return st.one_of(st.lists(inner, max_size=3), pairs, pairs.map(Block))


@many
@given(st.recursive(OWN, nested, max_leaves=8))
def test_what_the_tool_writes_needs_no_library(value: Value) -> None:
    text = "\n".join(["a: b", *entry("c", value), "d: e"])
    assert agrees(text)
    assert bare(plain.read(text)) == {"a": "b", "c": told(value), "d": "e"}


WRITTEN = """\
# who
name: "Alice Moreau"
aliases: [ali, "a, b"]
cadence: every 2 weeks   # or weekly
at: "10:00"
since: 2023-04-03

ambition:
site: http://example.com/a
away:                       # my own
  - {from: 2026-12-21, to: 2027-01-02, why: "leave: all"}

  # once more
  - {from: 2027-03-01, to: null}
tags:
  - "one"
"""


def test_what_the_tool_writes_is_read_with_its_places() -> None:
    assert agrees(WRITTEN)
    fields = plain.read(WRITTEN, 11)
    assert fields is not None
    assert fields["name"] == Field("Alice Moreau", 12, 7)
    assert fields["aliases"].value == [Field("ali", 13, 11), Field("a, b", 13, 16)]
    assert fields["cadence"] == Field("every 2 weeks", 14, 10)
    assert fields["ambition"] == Field(None, 18, 10)
    assert fields["away"].value == [
        Field(
            {
                "from": Field("2026-12-21", 21, 12),
                "to": Field("2027-01-02", 21, 28),
                "why": Field("leave: all", 21, 45),
            },
            21,
            5,
        ),
        Field({"from": Field("2027-03-01", 24, 12), "to": Field(None, 24, 28)}, 24, 5),
    ]
    assert (fields["away"].line, fields["away"].column) == (21, 3)
    assert plain.read(WRITTEN.replace("\n", "\r\n"), 11) == fields


OBJECTIVES = """\
quarter: 2026-Q4
objectives:
  - id: o1
    kind: committed         # committed | aspirational
    results:
      - id: o1-kr1          # #o1-kr1 in notes of this quarter
        title: "Importer tickets: at most 20"
        start: -5
        checkins:
        - {date: 2026-11-10, now: 44, by: ["a, b", c]}

        # the week after
        - {date: 2026-11-17, now: 41}
      - id: o1-kr2
    block: {day: thu, from: "13:00"}
  - id: o2
"""


PLACES: list[tuple[list[str | int], int, int]] = [
    (["objectives"], 3, 3),
    (["objectives", 0], 3, 5),
    (["objectives", 0, "results"], 6, 7),
    (["objectives", 0, "results", 0, "start"], 8, 16),
    (["objectives", 0, "results", 0, "checkins"], 10, 9),
    (["objectives", 0, "results", 0, "checkins", 0, "by"], 10, 43),
    (["objectives", 0, "results", 0, "checkins", 0, "by", 1], 10, 52),
    (["objectives", 0, "results", 0, "checkins", 1], 13, 11),
    (["objectives", 0, "results", 1, "id"], 14, 13),
    (["objectives", 0, "block", "from"], 15, 29),
    (["objectives", 1], 16, 5),
]


@pytest.mark.parametrize(("path", "line", "column"), PLACES)
def test_a_nested_value_stands_where_a_person_finds_it(
    path: list[str | int], line: int, column: int
) -> None:
    assert agrees(OBJECTIVES)
    found: Any = Field(plain.read(OBJECTIVES), 1, 1)
    for step in path:
        found = found.value[step]
    assert (found.line, found.column) == (line, column)


@pytest.mark.parametrize("text", ["", "\n", "# c", "a:", "a: b\r\n", 'a: ""', "a: []\n\n"])
def test_little_is_read_too(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: b\na: c\n",
        "a:\n  - {b: 1, b: 2}\n",
        "a: b\n  - c\n",
        "a: null\n  - c\n",
        "- a\n",
        "a: b\n  c\n",
        "a:\n  b: c\n d: e\n",
        "a:\n  - b\n  c: d\n",
        "a:\n  b: c\n  - d\n",
        "a:\n  - b: c\n   d: e\n",
        "a:\n  - b: c\n    b: d\n",
        "a:\n  -\n    b: c\n",
        "a:\n  - # c\n    b: c\n",
        "a:\n  - - b\n",
        "  a: b\n",
        "a: {b: c, b: d}\n",
        "a: {b}\n",
        "a: [b: c]\n",
        "a: [b] c\n",
        "a: [b,\n  c]\n",
        "a: [b\n",
        "a: " + "[" * 9 + "]" * 9,
        "".join(f"{' ' * n}a:\n" for n in range(13)),
        "a: b: c\n",
        "a: 'b'\n",
        "a: |\n  b\n",
        "a: &b c\n",
        'a: "\\n"\n',
        "a: \tb\n",
        "a: b\rc: d\n",
        "a: b\u2028c: d\n",
        "a: b\xa0c\n",
        "\ufeffa: b\n",
        "a: " + "b" * 20_000,
        "é: b\n",
        "a\n",
    ],
)
def test_what_is_not_simple_is_left_to_the_full_reader(text: str) -> None:
    assert plain.read(text) is None


def test_a_simple_note_is_read_without_the_yaml_library() -> None:
    script = (
        "import sys\n"
        "from onestop.formats import header\n"
        "text = '---\\nwith: alice\\nasked: [a]\\n---\\nBody\\n'\n"
        "assert header.split(text).value.fields['with'].value == 'alice'\n"
        "assert header.read('a: 1').value['a'].value == '1'\n"
        "assert header.read('a:\\n  - b: {c: []}\\n').value['a'].value\n"
        "print(*({'yaml', 'frontmatter'} & sys.modules.keys()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "\n"


PUT_KEYS = st.sampled_from(["a", "b-c", "state", "happiness", "null", "id", "title", "results"])
PUT_VALUES = st.one_of(
    st.sampled_from(
        [4, True, None, "held", "2026-11-24", "a: b", "a #b", "", "null", "é", "10:30"]
    ),
    st.lists(st.sampled_from(["ci-changed", "a b", "x, y", 3]), max_size=3),
    st.sampled_from([[["a"], {"b": 1}], {"b": [1]}, Block({"b": 1}), [Block({"b": 1, "c": []})]]),
)


@many
@given(texts | untidy(), PUT_KEYS, PUT_VALUES)
def test_what_is_put_is_what_the_library_would_write(text: str, key: str, value: Value) -> None:
    line_end = newline(text)
    quick = plain.put(text, key, value, line_end)
    if quick is not None:
        assert quick == library.set_value(text, (0, len(text)), [key], value)


def test_the_headers_that_the_tool_writes_are_put_without_the_library() -> None:
    head = "type: one-on-one\nstate: planned\nminutes: 30\nasked: [ci-changed]\n"

    held = plain.put(head, "state", "held")
    assert held == head.replace("planned", "held")
    assert plain.put(held or "", "happiness", 4) == f"{held}happiness: 4\n"
    assert plain.put(head, "state", "planned") == head
    assert plain.put(head, "asked", ["a", "b"]) == head.replace("ci-changed", "a, b")


def test_a_comment_behind_a_value_stays() -> None:
    assert plain.put("a: 1   # why\nb: 2\n", "a", 3) == "a: 3   # why\nb: 2\n"


@pytest.mark.parametrize(
    "text", ["a: 1\n\n", "a: 1\n# end\n", "a: 1", "", 'a:\n  - "b"\nc: [\n', "  a: 1\n"]
)
def test_where_the_place_is_in_doubt_the_library_decides(text: str) -> None:
    assert plain.put(text, "new", 1) is None
