"""YAML as people write it, and what the YAML library makes of it."""

import re
from typing import Any

import yaml
from hypothesis import strategies as st

from onestop.formats.header import Block, Scalar, Tree, Value, Words

_ONE_LINE = [
    "3", "no", "10:30", "2024-02-30", "a b", "x#y", "it's", "~", "null", "", "é 😀", "-1",
    "a - b", "http://x.y/z#f", "'single'", "'O''Hara'", '"dq: #"', '"\\x41\\u00e9\\e"', ":x",
    "!tag 3", "!!str 123", "[]", "[a, b]", "[a, [b, {c: d}], ]", "{}", "{a: 1, b: [x]}", "?x",
    '{from: 2026-12-21, why: "it\'s"}', "[ 'a' , \"b, c\" ]", "{a: {b: &N c}, d: *N}", ".5",
    "&N 3", "&N", "&N [a]", "*N", "*N", "<b>", "{a: }",
]  # fmt: skip
_LONGER = [
    "first\n@second", "|\n@text\n@  more", ">-\n@folded\n\n@text", "|+\n@kept\n\n",
    '"dq\n@more"', "'sq\n\n@more'", "[a,\n@b]", "[ # why\n@a ]", "{a: 1,\n@b: 2 }",
    "|2\n@  two", "\n@on its own line", "| # why\n@text", "\n@# why\n@[]",
]  # fmt: skip
_KEYS = ["rating", "a key", '"quoted: key"', "'k'", "2024", "no", "clé", "x-1", "null", "~"]
_TRAILS = ["", "", "", "  # why", " ", " #"]
_BETWEEN = ["", "", "", "\n", "# note\n", "\n# note\n\n", "   # deep\n"]

words = st.one_of(
    st.text(),
    st.text(alphabet="ab: #,[]{}'\"\\-?&*!|>%@`~\n\t\x85\u2028\u202e\ufeff🙂", max_size=8),
    st.sampled_from(["null", "~", "", "- a", "a: b", "a #b", "---", "...", "[x", "a:?b"]),
)
scalars: st.SearchStrategy[Scalar] = st.one_of(
    words, words.map(Words), st.integers(), st.booleans(), st.none()
)
anything = st.one_of(
    st.text(st.characters()),
    st.text(alphabet="ab:#,[]{}'\"\\-?&*!|>%@`~<\n\r\t \0\x85\u2028\ud800\ufeff", max_size=40),
)
"""Any text, signs of YAML and what no file should hold among it."""


def _nested(inner: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    pairs = st.dictionaries(words, inner, max_size=3)
    return st.one_of(st.lists(inner, max_size=3), pairs, pairs.map(Block))


values: st.SearchStrategy[Value] = st.recursive(scalars, _nested, max_leaves=6)
"""What may be written: one value, or lists, mappings and blocks in each other."""


@st.composite
def mappings(draw: st.DrawFn, pad: str = "", depth: int = 2) -> str:
    """The lines of a block mapping in which every style may stand."""
    text = ""
    for key in draw(st.lists(st.sampled_from(_KEYS), min_size=1, max_size=4, unique=True)):
        if text:
            text += draw(st.sampled_from(_BETWEEN))
        start = f"{pad}{key}" + draw(st.sampled_from([":", ":", " :"]))
        kind = draw(st.integers(0, 4)) if depth else 4
        if kind < 2:
            wide = pad + " " * draw(st.integers(1 - kind, 4))
            inner = draw(mappings(wide, depth - 1) if kind == 0 else _lists(wide, depth - 1))
            text += f"{start}{draw(st.sampled_from(_TRAILS))}\n{inner}"
        else:
            text += f"{start} {draw(_written(pad))}".rstrip("\n") + "\n"
    return text


@st.composite
def _lists(draw: st.DrawFn, pad: str, depth: int) -> str:
    text = ""
    for _ in range(draw(st.integers(1, 3))):
        gap = " " * draw(st.integers(1, 3))
        deep = draw(st.booleans()) if depth else False
        item = draw(mappings(pad + " " + gap, depth - 1) if deep else _written(pad))
        text += f"{pad}-{gap}{item.lstrip(' ')}".rstrip("\n") + "\n"
    return text


@st.composite
def _written(draw: st.DrawFn, pad: str) -> str:
    if draw(st.integers(0, 5)):
        return draw(st.sampled_from(_ONE_LINE)) + draw(st.sampled_from(_TRAILS))
    return draw(st.sampled_from(_LONGER)).replace("@", pad + draw(st.sampled_from([" ", "   "])))


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A whole file: anchors and aliases, comments around, any line end, a byte order mark."""
    text = draw(st.sampled_from(["", "", "# top\n\n", "---\n", "%YAML 1.1\n--- # c\n"]))
    text += draw(named(mappings(draw(st.sampled_from(["", "", "  "])))))
    text += draw(st.sampled_from(["", "", "\n", "# end\n", "\n# end\n"]))
    if draw(st.booleans()):
        text = text.rstrip("\n")
    if not draw(st.integers(0, 3)):
        text = text.replace("\n", "\r\n")
    return draw(st.sampled_from(["", "", "\ufeff"])) + text


_TIDY_KEYS = ["id", "title", "results", "why-not", "null", "no", "y_1"]
_TIDY = [
    "x", "two words", "2026-11-24", "-5", "0.5", "10:30", "null", '"a: b, #c"', '"say \\"\\\\\\""',
    "[]", "{}", '[a, "b, c"]', "{date: 2026-11-24, now: -4, mine: [], theirs: [a, null]}",
    "[{a: {b: c}}, [d], [[], e]]", '{day: thu, from: "13:00", hours: 4}', '""',
]  # fmt: skip


@st.composite
def tidy(draw: st.DrawFn, column: int = 0, depth: int = 3) -> list[str]:
    """The lines of a mapping as the tool writes them, and people who keep to its style."""
    found = []
    for key in draw(st.lists(st.sampled_from(_TIDY_KEYS), min_size=1, max_size=3, unique=True)):
        start = f"{' ' * column}{key}:"
        trail = draw(st.sampled_from(["", "", "   # why", " "]))
        kind = draw(st.sampled_from(["value", "value", "mapping", "list"]))
        if kind == "value" or not depth:
            found.append(f"{start} {draw(st.sampled_from(_TIDY))}{trail}")
            continue
        if kind == "mapping":
            inner = draw(tidy(column + 2, depth - 1))
        else:
            inner = draw(_tidy_list(column + draw(st.sampled_from([0, 2])), depth - 1))
        found += [start + trail, *draw(st.sampled_from([[], [], ["  # note"], [""]])), *inner]
    return found


@st.composite
def _tidy_list(draw: st.DrawFn, column: int, depth: int) -> list[str]:
    found = []
    for _ in range(draw(st.integers(1, 3))):
        gap = draw(st.sampled_from([2, 2, 2, 4]))
        item = draw(st.sampled_from(_TIDY).map(lambda said: [said]) | tidy(0, depth))
        first, *rest = item
        found.append(" " * column + "-".ljust(gap) + first)
        found += [" " * (column + gap) + line if line else line for line in rest]
    return found


@st.composite
def untidy(draw: st.DrawFn) -> str:
    """A tidy file in which one line or another is not."""
    found = draw(tidy())
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(found) - 1))
        line = found[at]
        moved = draw(st.sampled_from([" ", "  ", "- ", "    ", "\t"])) + line
        stays = [line, moved, line.removeprefix(" "), line.removeprefix("  "), line + " x", "", "#"]
        other = draw(st.sampled_from(found))
        found[at : at + draw(st.integers(0, 1))] = [draw(st.sampled_from([*stays, other]))]
    return draw(st.sampled_from(["\n", "\n", "\r\n"])).join([*found, ""])


@st.composite
def named(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """Texts with their anchors named, and each alias repeating an anchor before it."""
    known = [""]

    def name(found: re.Match[str]) -> str:
        if found[0] == "*N":
            return draw(st.sampled_from(known))
        known.append(f"*a{len(known)}")
        return "&" + known[-1][1:]

    return re.sub(r"[&*]N", name, draw(texts))


def plainly(text: str) -> Any:
    """What the YAML library reads, as str, None, list and dict; None when it cannot."""
    try:
        found = _plainly(yaml.compose(text, Loader=yaml.SafeLoader))
    except yaml.YAMLError:
        return None
    return {} if found is None else found


def _plainly(node: yaml.Node | None) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plainly(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plainly(item) for item in node.value]
    if not isinstance(node, yaml.ScalarNode):
        return {}
    return None if not node.style and node.value in ("", "~", "null") else node.value


def told(value: Any) -> Any:
    """What is read where this value was written."""
    if isinstance(value, dict):
        return {key: told(each) for key, each in value.items()}
    if isinstance(value, list):
        return [told(each) for each in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if value is None else str(value)


def bare(value: Tree) -> Any:
    """A value without its places."""
    if isinstance(value, dict):
        return {key: bare(field.value) for key, field in value.items()}
    if isinstance(value, list):
        return [bare(item.value) for item in value]
    return value
