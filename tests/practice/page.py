"""docs/practice.md, drawn from what the pages and the table of keys say; nothing in it is typed."""

from collections.abc import Iterator, Sequence
from textwrap import fill

from practice import rows
from practice.rows import Mechanism
from practice.ways import WAYS, Way
from stage import ROOT

PAGE = ROOT / "docs" / "practice.md"
_HEAD = """\
# The practice

What a good one-on-one is, and what `one` does about it: one part for each mechanism,
with a page that shows it at work. The tests run every page, and every line of the tables.

A command with only a name behind it shows; with more words it writes;
on a terminal it asks for what is missing. A line typed into the file counts as much as any.

<!-- Made from these pages and tables by: pytest tests/practice --update -->
"""
_KEYS = """\
## Where every key comes from

Each key of each file: a command that writes it, and one that asks for it on a terminal.
All of them can be typed into the file, too; [files.md](files.md) shows how they look there.
"""


def draw() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_mechanisms(rows.mechanisms()), _KEYS, *_table()]).rstrip() + "\n"


def _mechanisms(found: Sequence[Mechanism]) -> Iterator[str]:
    letter = ""
    for one in found:
        if one.id[0] != letter:
            letter = one.id[0]
            yield f"## {letter}. {rows.GROUPS[letter][0]}\n"
        yield _mechanism(one)


def _mechanism(one: Mechanism) -> str:
    link = f"../tests/transcripts/practice/{one.id}.md"
    lines = [f"### [{one.id}]({link})  {one.title}", "", fill(one.what, 118), ""]
    for label, words in (("By command", _verbs(one.ways)), ("By hand in", one.files),
                         ("Comes back in", _verbs(one.back))):  # fmt: skip
        if words:
            lines.append(f"- {label}: {', '.join(words)}")
    return "\n".join([*lines, ""])


def _verbs(words: Sequence[str]) -> list[str]:
    return [f"`one {verb}`".replace(" `", "`") for verb in words]


def _table() -> Iterator[str]:
    for title, found in WAYS.items():
        yield f"### {title[0].upper()}{title[1:]}" if " " in title else f"### `{title}`"
        yield "\n| keys | by command | on a terminal |\n|---|---|---|"
        for way in found:
            keys = ", ".join(f"`{key}`" for key in way.keys)
            yield f"| {keys} | {_code(way.flags)} | {_code(way.typed)}{_asked(way)} |"
        yield ""


def _asked(way: Way) -> str:
    """Which prompt it is, or that the words say it all."""
    return f", {way.at}" if way.at else "" if way.answers else ", which asks nothing"


def _code(line: str) -> str:
    return f"`{line}`"
