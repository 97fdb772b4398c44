"""Tags that tie a line to a growth theme or a key result (practice B6).

`#o1` grows to `#o1-kr1` where it fits one result alone, `#share` to `#share-early`.
Any other tag is the person's own, and stays as it was typed.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from onestop.insight.items import SHORTEST_PREFIX
from onestop.model.entry import Entry
from onestop.model.feedback import Feedback
from onestop.model.folder import Folder

if TYPE_CHECKING:
    from onestop.model.action import ActionItem
    from onestop.model.meeting import Moment
    from onestop.model.topic import Topic

DELEGATED_TAG = "delegated"
"""`#delegated` on an action says that the person took something over (A5)."""

TEAM = "team-"
"""So begin the tags of the results of a team that the person manages."""

_TAG = re.compile(
    r"(?<!`)(`{1,8})(?!`).*?(?<!`)\1(?!`)|\\.|<!--.*?-->|%%.*?%%"
    r"|#(?<![^\s(,;]#)(?<!\]\(#)(?P<tag>[\w/-]*[^\W\d][\w/-]*)"
)
"""Code, escapes and comments, in which nothing is a tag; else a tag, as notes are read."""


class Said(NamedTuple):
    """A tag as somebody wrote it, and the line on which it stands."""

    tag: str
    text: str
    path: str
    line: int


def expand(text: str, folder: Folder, on: date) -> str:
    """The words with their short tags grown to whole ones."""
    if "#" not in text:
        return text

    def grown(found: re.Match[str]) -> str:
        said = (found["tag"] or "").rstrip("-/")
        return found[0].replace(f"#{said}", f"#{whole(said, folder, on)}", 1) if said else found[0]

    return _TAG.sub(grown, text)


def written(text: str) -> frozenset[str]:
    """The tags that stand in some words, in lower case."""
    tags = (found["tag"] for found in _TAG.finditer(text))
    return frozenset(tag.rstrip("-/").lower() for tag in tags if tag)


def expanded(entry: Entry, folder: Folder, on: date) -> Entry:
    """The same log with whole tags."""
    return entry._replace(
        bullets=tuple((name, expand(text, folder, on)) for name, text in entry.bullets),
        moments=tuple((face, expand(text, folder, on)) for face, text in entry.moments),
        actions=tuple(a._replace(text=expand(a.text, folder, on)) for a in entry.actions),
        asides=tuple(
            a._replace(text=expand(a.text, folder, on)) if isinstance(a, Feedback) else a
            for a in entry.asides
        ),
    )


def whole(tag: str, folder: Folder, on: date) -> str:
    """The theme or key result that a tag stands for; the tag itself where none or several fit."""
    said = tag.lower()
    themes = [theme.id for theme in folder.themes]
    if said in (DELEGATED_TAG, *themes):
        return said
    if folder.okrs or folder.team_okrs:
        from onestop.insight import okrs

        result = okrs.expand(said, folder, on)
        if result:
            return result
    is_long = len(said) >= SHORTEST_PREFIX
    begun = [ident for ident in themes if is_long and ident.startswith(said)]
    return begun[0] if len(begun) == 1 else tag


def known(folder: Folder) -> frozenset[str]:
    """Every tag that means something here: themes, objectives and results of all quarters."""
    found = {theme.id for theme in folder.themes} | {DELEGATED_TAG}
    for prefix, quarters in (("", folder.okrs), (TEAM, folder.team_okrs)):
        for quarter in quarters:
            found |= {prefix + objective.id for objective in quarter.objectives}
            found |= {prefix + result.id for result in quarter.results}
    return frozenset(found)


def said(folder: Folder) -> Iterator[Said]:
    """Every tag in the notes, the inbox and the feedback of a folder."""
    for note in folder.meetings:
        for bullet in note.bullets:
            yield from (Said(tag, bullet.text, note.path, bullet.line) for tag in bullet.tags)
    for item in _items(folder):
        yield from (Said(tag, item.raw, item.path, item.line) for tag in item.tags)


def _items(folder: Folder) -> "Iterator[ActionItem | Topic | Moment | Feedback]":
    yield from folder.actions
    yield from folder.topics
    yield from folder.feedback
    for note in folder.meetings:
        yield from note.actions
        yield from note.topics
        yield from note.moments


def near(tag: str, meant: Collection[str]) -> str:
    """The known tag that is one slip of the finger away: a letter more, less, another or swapped.

    "" for a known tag, and for one that is like none.
    """
    said = tag.lower()
    if said in meant:
        return ""
    return next((one for one in sorted(meant) if _is_one_edit(said, one)), "")


def _is_one_edit(one: str, other: str) -> bool:
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    is_swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return is_swapped or one[at + 1 :] == other[at + 1 :]
