"""The ordinary list item: who brought it, how it felt, what became of it.

`- @alice Who decides on the rollout?  [talked:: 2026-11-24] ^t4kd`
`- :-/ Who owns search?  [became:: happy 2026-12-01] ^h2qw`
"""

import re
from collections.abc import Container
from datetime import date
from typing import NamedTuple

from onestop.formats.days import iso
from onestop.formats.markdown.ids import is_id
from onestop.formats.markdown.marks import Marks, days, find
from onestop.formats.markdown.words import Known, leader, tags, without
from onestop.formats.parsed import Parsed
from onestop.model.problem import Problem

_FACE = re.compile(r":-[)(/](?=[ \t]|$)[ \t]*")
_MENTION = re.compile(r"\((?<![^ \t]\()([A-Za-z0-9-]+)\)")
_OUTCOMES = ("happy", "sad", "settled")


class Bullet(NamedTuple):
    """One list item.

    `who` is the handle that leads it, "" without one; `face` is one of :-) :-( :-/ or "";
    `text` the words without these, the known fields, comments and the id, tags left in;
    `became` is happy, sad or settled, "" while open, on the day `became_on`.
    """

    who: str
    face: str
    text: str
    talked: date | None = None
    said: date | None = None
    became: str = ""
    became_on: date | None = None
    tags: tuple[str, ...] = ()
    id: str = ""


def bullet(line: str, known: Known, *, at: int = 0, number: int = 0) -> Parsed[Bullet]:
    """Read a list item whose content begins at offset `at` of its line.

    `number` is the number of the line, for the problems. Never raises, on any text.
    """
    marks = find(line)
    face = _FACE.match(line, at)
    begin = face.end() if face else at
    who, (_, after) = leader(marks.veiled, begin, known) or ("", (begin, begin))
    dates = days(line, marks, number)
    (outcome, on), odd = _became(line, marks, number)
    item = Bullet(
        who=who,
        face=face[0].rstrip() if face else "",
        text=without(line, after, marks.spans()),
        talked=dates.value.get("talked"),
        said=dates.value.get("said"),
        became=outcome,
        became_on=on,
        tags=tags(marks.veiled, begin),
        id=marks.id,
    )
    return Parsed(item, dates.problems + odd)


def mention(content: str, ids: Container[str] = ()) -> str | None:
    """Read the id in the `(ID)` that ends an item and says that its home is elsewhere.

    Many an item ends in a word in brackets: only what has the form of our own ids, or is one
    of `ids`, is taken for a mention. Whether there is such an item, the caller knows.
    """
    content = content.rstrip()
    found = _MENTION.fullmatch(content, max(content.rfind("("), 0))
    return found[1] if found and (is_id(found[1]) or found[1] in ids) else None


def _became(line: str, marks: Marks, number: int) -> Parsed[tuple[str, date | None]]:
    field = marks.last("became")
    if field is None:
        return Parsed(("", None))
    word, _, value = field.value.partition(" ")
    on = iso(value.strip())
    if on and word in _OUTCOMES:
        return Parsed((word, on))
    what = f"{field.value!r} is not an outcome with its day"
    hint = "Write `[became:: happy 2026-12-01]`; also sad, or settled."
    return Parsed(("", None), (Problem("bad-outcome", what, hint, number, field.at + 1, line),))
