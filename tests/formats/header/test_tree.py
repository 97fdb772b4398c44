"""The tree of a YAML text: the same from each loader, and never too much."""

import pytest
from hypothesis import HealthCheck, assume, given, settings

from fuzz import examples
from onestop.formats.header import library, read
from onestop.formats.header.meaning import outline
from onestop.formats.header.tree import Node, UnreadableError
from yaml_texts import documents, plainly

many = settings(
    max_examples=examples(200),
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)

BOMBS = {
    "deep": "a: " + "[" * 25,
    "very deep": "[" * 200_000,
    "deep keys": "".join(f"{' ' * depth}a:\n" for depth in range(30)),
    "aliases": "a: &a 1\nb: [" + "*a, " * 51 + "]\n",
    "parts": "a: [" + "1, " * 20_001 + "]\n",
    "laughs": "a0: &a0 [x]\n" + "".join(
        f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 23)
    ),
    "merges": "a0: &a0 {x: 1}\n" + "".join(
        f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}], k{n}: 1}}\n" for n in range(1, 23)
    ),
    "unfolded": "a0: &a0 " + "[" * 20 + "]" * 20 + "\na1: " + "[" * 20 + "*a0" + "]" * 20 + "\n",
    "long": "a: " + "b" * 300_000,
    "tower of keys": "{" * 100_000,
    "questions": "? " * 100_000,
}  # fmt: skip


JUST_SO = {
    "depth": ("a: " + "[" * 23 + "]" * 23, "a: " + "[" * 24 + "]" * 24),
    "aliases": ("a: &a 1\nb: [" + "*a, " * 50 + "]", "a: &a 1\nb: [" + "*a, " * 51 + "]"),
    "parts": ("a: [" + "1, " * 19_997 + "]", "a: [" + "1, " * 19_998 + "]"),
    "unfolded depth": (
        "a: &a " + "[" * 12 + "]" * 12 + "\nb: " + "[" * 11 + "*a" + "]" * 11,
        "a: &a " + "[" * 12 + "]" * 12 + "\nb: " + "[" * 12 + "*a" + "]" * 12,
    ),
    "size": ("a: " + "b" * (256 * 1024 - 3), "a: " + "b" * (256 * 1024 - 2)),
}


@pytest.mark.parametrize("name", JUST_SO)
def test_what_is_just_within_the_limits_is_read(name: str) -> None:
    within, beyond = JUST_SO[name]
    assert not read(within).problems
    assert [problem.code for problem in read(beyond).problems] == ["too-complex"]


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused(name: str) -> None:
    for fields, problems in (read(BOMBS[name]), read(f"# c\n{BOMBS[name]}")):
        assert fields == {}
        assert [problem.code for problem in problems] == ["too-complex"]


@many
@given(documents())
def test_both_loaders_build_the_same_tree(text: str) -> None:
    area = int(text.startswith("\ufeff")), len(text)
    assume(plainly(text) and ": }" not in text)
    quick, exact = (library.compose(text, area, exact=exact) for exact in (False, True))
    assert outline(quick) == outline(exact)
    assert starts(quick) == starts(exact)


def starts(node: Node) -> list[int]:
    return [node.start, *(start for part in node.parts for start in starts(part))]


@pytest.mark.parametrize("words", [r"\ud800", r"\U00110000", r"\UFFFFFFFF"])
def test_an_escape_for_no_character_is_refused_by_both_loaders(words: str) -> None:
    text = f'a: "{words}"\n'
    assert read(text).problems[0].code == "yaml"
    with pytest.raises(UnreadableError, match="an escape that stands for no character"):
        library.compose(text, (0, len(text)), exact=True)
