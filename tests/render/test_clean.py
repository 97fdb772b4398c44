"""What a note holds cannot run, hide or recolour anything on a screen."""

import sys
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.render.clean import clean
from samples import NASTY

ESCAPES = NASTY / "m07-escapes.md"

CONTROLS = {*range(0x20), *range(0x7F, 0xA0)}
BIDI = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
UNSEEN = {0x200B, 0x2028, 0x2029, 0x2060, 0xFEFF, *range(0xE0000, 0xE0080)}
OTHER_FORMAT = {ord(c) for c in map(chr, range(sys.maxunicode + 1)) if category(c) == "Cf"}
FORBIDDEN = CONTROLS | BIDI | UNSEEN | {*range(0xD800, 0xE000)}

PAYLOADS = {
    "\x1b[31mred\x1b[0m": "^[[31mred^[[0m",
    "\x1b[2J\x1b[H": "^[[2J^[[H",
    "\x1b]0;title\x07": "^[]0;title^G",
    "\x1b]8;;http://evil.example\x1b\\click": "^[]8;;http://evil.example^[\\click",
    "\x1b]52;c;cm0gLXJmIH4=\x07": "^[]52;c;cm0gLXJmIH4=^G",
    "\x1bP$q\x1b\\": "^[P$q^[\\",
    "\x9b31m": "\\u009b31m",
    "\x9d52;c;QUFBQQ==\x9c": "\\u009d52;c;QUFBQQ==\\u009c",
    "safe\rrm -rf": "safe^Mrm -rf",
    "one\nline": "one^Jline",
    "one\u2028line\u2029": "one\\u2028line\\u2029",
    "ab\b\bcd": "ab^H^Hcd",
    "\x00\x7f": "^@^?",
    "\u202egnp.exe\u202c": "\\u202egnp.exe\\u202c",
    "\u2066a\u2069\u200f": "\\u2066a\\u2069\\u200f",
    "zero\u200bwidth\ufeff": "zero\\u200bwidth\\ufeff",
    "\U000e0041\U000e0000": "\\U000e0041\\U000e0000",
    "\udcff": "\\udcff",
}


def test_every_payload_is_shown_instead_of_obeyed() -> None:
    assert len(PAYLOADS) == 18
    assert {payload: clean(payload) for payload in PAYLOADS} == PAYLOADS


@pytest.mark.parametrize(
    "text",
    [
        "[x] done", "[red]red?[/red] [/]", ":smile: :warning:", "[link=http://x]x[/link]",
        "`code` **bold** <b>", "naïve e\u0301te\u0301", "李雷", "محمد",
        "\u0928\u092e\u0938\u094d\u0924\u0947", "می\u200cخواهم", "\ue0b0",
        "👩\u200d👩\u200d👧 ❤\ufe0f", "soft\u00adhyphen", "a\u00a0b\u3000c",
    ],
)  # fmt: skip
def test_words_and_markup_of_any_kind_survive(text: str) -> None:
    assert clean(text) == text


def test_a_tab_becomes_four_spaces() -> None:
    assert clean("a\tb\u202e") == "a    b\\u202e"


def test_of_all_characters_there_are_none_forbidden_is_left() -> None:
    shown = clean("".join(map(chr, range(sys.maxunicode + 1))))

    assert not FORBIDDEN & set(map(ord, shown))
    assert set(map(ord, shown)) >= set(range(sys.maxunicode + 1)) - FORBIDDEN - OTHER_FORMAT


@settings(max_examples=examples(500), derandomize=True)
@given(
    st.text()
    | st.text(st.sampled_from(sorted(map(chr, FORBIDDEN))))
    | st.binary().map(lambda data: data.decode(errors="surrogateescape"))
)
def test_nothing_forbidden_is_left_in_any_text(text: str) -> None:
    shown = clean(text)

    assert not FORBIDDEN & set(map(ord, shown))
    assert clean(shown) == shown
    assert shown.encode().decode() == shown


@pytest.mark.skipif(not ESCAPES.exists(), reason="the sample is not on this machine")
def test_a_hostile_note_is_shown_line_by_line() -> None:
    lines = ESCAPES.read_text(encoding="utf-8").split("\n")

    shown = [clean(line) for line in lines]

    assert not FORBIDDEN & set(map(ord, "".join(shown)))
    assert shown[1] == 'title: "\\e]52;c;cm0gLXJmIH4=\\a"'
    assert shown[5].startswith(
        "raw ^[]8;;http://evil.example^[\\click^[]8;;^[\\ and ^[[2J and bell"
    )
    assert shown[5].endswith("bidi \\u202egnp.exe\\u202c")
    assert shown[6] == "[red]red?[/red] [/] :warning: [link=http://evil.example]x[/link]"
    assert shown[7] == "C1 csi \\u009b31m C1 osc \\u009d52;c;QUFBQQ==\\u009c"
