"""A notebook kept by hand, in somebody's own manner: each command changes the lines it means.

Every command runs twice: in the example team, and in the same notebook in another manner of
writing. What it adds and takes away must be the same lines, and everything else stays.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz import examples
from stage import Stage
from trust.lines import WRITING, act, contents, set_back

Tree = Mapping[str, bytes]
Manner = Callable[[str, str], str]

REMARK, UNKNOWN = "mine, and not yours", "key-of-mine"
SWAPPED = re.compile(r"^((?P<indent>[ ]*)[\w-]+: \S[^\n]*\n)((?P=indent)[\w-]+: \S[^\n]*\n)", re.M)
NAMING = re.compile(
    r"^(?P<in> +)title: [^\n]*\n|^(?P<top>)(?:question|state|way|cadence|quarter): [^\n]*\n", re.M
)
QUOTED = re.compile(r'"([^"\\\n]*)"')
BLIND = str.maketrans("", "", "\"'\r\ufeff")


# The manners


def with_windows_line_ends(_: str, text: str) -> str:
    return text.replace("\n", "\r\n")


def with_a_byte_order_mark(_: str, text: str) -> str:
    return f"\ufeff{text}"


def without_a_last_line_end(_: str, text: str) -> str:
    return text.removesuffix("\n")


def with_remarks(name: str, text: str) -> str:
    """A comment before every item of a list, and before every heading of a page."""
    if name.endswith(".yaml"):
        return re.sub(r"^([ ]*)- ", rf"\1# {REMARK}\n\g<0>", text, flags=re.M)
    # Words of a role beside a comment are left to their owner, and not written over.
    count = 1 if name.endswith("role.md") else 0
    return re.sub(r"^(?=## )", f"<!-- {REMARK} -->\n\n", text, count=count, flags=re.M)


def with_remarks_behind(name: str, text: str) -> str:
    """A comment behind every line of YAML."""
    head, body = halves(name, text)
    return re.sub(r"(?<=[^\n-])\n", f"  # {REMARK}\n", head) + body


def with_unknown_keys(name: str, text: str) -> str:
    """A key of somebody's own in every header, block and pair of braces."""
    head, body = halves(name, text)
    blocks = NAMING.sub(lambda m: f'{m[0]}{m["in"] or ""}{UNKNOWN}: "kept"\n', head)
    return blocks.replace("- {", f"- {{{UNKNOWN}: kept, ") + body


def in_another_order(name: str, text: str) -> str:
    """Each key changes places with the next one."""
    head, body = halves(name, text)
    return SWAPPED.sub(r"\3\1", head) + body


def in_other_quotes(name: str, text: str) -> str:
    head, body = halves(name, text)
    return QUOTED.sub(lambda m: "'" + m[1].replace("'", "''") + "'", head) + body


def halves(name: str, text: str) -> tuple[str, str]:
    """The YAML of a file, and the rest: a page begins with it, or has none."""
    if name.endswith(".yaml"):
        return text, ""
    end = text.find("\n---\n") + 1 if text.startswith("---\n") else 0
    return text[:end], text[end:]


MANNERS: dict[str, Manner] = {
    "remarks": with_remarks,
    "remarks behind": with_remarks_behind,
    "unknown keys": with_unknown_keys,
    "another order": in_another_order,
    "other quotes": in_other_quotes,
    "no last line end": without_a_last_line_end,
    "Windows line ends": with_windows_line_ends,
    "a byte order mark": with_a_byte_order_mark,
}


# What a command does


class Done(NamedTuple):
    """How a command ended, and the lines of each file that went and came."""

    code: int
    gone: dict[str, Counter[str]]
    came: dict[str, Counter[str]]


def lines(data: bytes | None) -> list[str]:
    """The lines of a file without what a manner changes about them."""
    text = (data or b"").decode().translate(BLIND)
    for aside in (f"  # {REMARK}", f"{UNKNOWN}: kept, "):
        text = text.replace(aside, "")
    return text.split("\n")


def done(code: int, before: Tree, after: Tree) -> Done:
    paths = [path for path in sorted({*before, *after}) if before.get(path) != after.get(path)]
    counted = {p: (Counter(lines(before.get(p))), Counter(lines(after.get(p)))) for p in paths}
    gone = {path: +(old - new) for path, (old, new) in counted.items()}
    came = {path: +(new - old) for path, (old, new) in counted.items()}
    for found in (*gone.values(), *came.values()):
        del found[""]
    return Done(code, gone, came)


def spoiled(before: Tree, after: Tree) -> Iterator[str]:
    """What a manner had and a command lost: remarks, line ends, order, a mark at the beginning."""
    for path, old in before.items():
        new = after[path]
        if new == old:
            continue
        taken_out = max(0, old.count(b"\n") - new.count(b"\n"))
        for mark in (REMARK, UNKNOWN, "\ufeff"):
            if new.count(mark.encode()) < old.count(mark.encode()) - taken_out:
                yield f"{path}: {mark!r} is lost"
        if b"\r\n" in old and new.count(b"\n") != new.count(b"\r\n"):
            yield f"{path}: another line end"
        if not old.endswith(b"\n") and new.endswith(b"\n"):
            yield f"{path}: a last line end"
        rest = iter(lines(new))
        was, now = Counter(lines(old)), Counter(lines(new))
        if not all(line in rest for line in lines(old) if was[line] == 1 == now[line]):
            yield f"{path}: another order"


def changed(before: Tree, manners: Collection[Manner]) -> Tree:
    """A notebook in these manners, one over the other."""
    found = {path: data.decode() for path, data in before.items()}
    for manner in manners:
        found = {path: manner(path, text) for path, text in found.items()}
    return {path: text.encode() for path, text in found.items()}


def ran(line: str, stage: Stage, before: Tree) -> tuple[Done, Tree]:
    """Run a line in a notebook and set it back."""
    code = act(stage, line).code
    after = contents(stage.folder)
    set_back(stage.folder, before)
    return done(code, before, after), after


@pytest.fixture(scope="module")
def usual(shared: Stage) -> dict[str, Done]:
    """What every line does in the notebook as it lies in the examples."""
    before = contents(shared.folder)
    return {line: ran(line, shared, before)[0] for line in WRITING}


@contextmanager
def kept(stage: Stage, manners: Collection[Manner]) -> Iterator[Tree]:
    """The shared notebook in these manners for a while."""
    before = contents(stage.folder)
    now = changed(before, manners)
    set_back(stage.folder, now)
    try:
        yield now
    finally:
        set_back(stage.folder, before)


@pytest.mark.parametrize("manner", MANNERS)
def test_every_writer_changes_what_it_means_and_nothing_else(
    manner: str, shared: Stage, usual: Mapping[str, Done]
) -> None:
    with kept(shared, [MANNERS[manner]]) as before:
        found = {line: ran(line, shared, before) for line in WRITING}

    odd = {line: [*spoiled(before, after)] for line, (_, after) in found.items()}
    assert {line: why for line, why in odd.items() if why} == {}
    assert {line: one for line, (one, _) in found.items() if one != usual[line]} == {}


def test_every_writer_has_something_to_do_here(usual: Mapping[str, Done]) -> None:
    assert {line: one.code for line, one in usual.items()} == dict.fromkeys(WRITING, 0)
    idle = [
        line for line, one in usual.items() if not any((*one.gone.values(), *one.came.values()))
    ]
    assert idle == []


@settings(
    max_examples=examples(25), derandomize=True, deadline=None, database=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@given(st.sets(st.sampled_from([*MANNERS]), min_size=2), st.sampled_from(WRITING))
def test_manners_over_manners_do_not_matter_either(
    shared: Stage, usual: Mapping[str, Done], manners: set[str], line: str
) -> None:
    with kept(shared, [manner for name, manner in MANNERS.items() if name in manners]) as before:
        found, after = ran(line, shared, before)

    assert [*spoiled(before, after)] == []
    assert found == usual[line]
