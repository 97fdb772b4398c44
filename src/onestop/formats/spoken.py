"""What people type at a prompt or after a command, understood: promises, moods, choices.

Free text stays word for word; only its edges are read.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from onestop.errors import Usage
from onestop.formats import dates
from onestop.model.meeting import FACES

_OWNER = re.compile(r"@([\w.-]+):?\s+(.+)", re.DOTALL)
_DUES = (
    re.compile(r"(.*[^\s,])[\s,]+[(\[](?:due::?|by\s)\s*([^,()\[\]]{1,40})[)\]]", re.I | re.S),
    re.compile(
        r"(.*[^\s,])[\s,]*(?:\sdue::?\s*|\s(?:by|on)\s+|,\s*)([^\s,][^,]{0,40})", re.I | re.S
    ),
)
_LAST_WORD = re.compile(
    r"(.*[^\s,])(?<!\bby)(?<!\bon)(?<!\bdue)\s+(mon|tue|wed|thu|fri|sat|sun|today|tomorrow)",
    re.I | re.S,
)
_SHORT_FACE = re.compile(r"(?:(?<=\s)|^):(?=[()/]\s+\w)")
_NUMBER = re.compile(r"([1-5])(?:/5)?(?![.,]\d)(?=[\s,.:;]|$)[\s,.;]*(?::(?![-)(/]))?")
_FACE = re.compile(f"({'|'.join(map(re.escape, FACES))})")
_MOOD = "For example: 4 :-) the demo :-( four days of support :-/ who owns search?"
_BREAKS = "\n\r\x85\u2028\u2029"
_UNFIT = re.compile(f"[\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f{_BREAKS}\ud800-\udfff]")
_OPEN_BOX = re.compile(r"(?:^\s*|- )\[ \]")


class Promise(NamedTuple):
    """An action as it was said: by whom ("" when unsaid), what, and until when."""

    owner: str
    text: str
    due: date | None


def one_line(text: str, what: str) -> str:
    """Return the words; `Usage` when there are none, or when one line of a note cannot hold them.

    Positions in messages count characters from 1.
    """
    if not text.strip():
        raise Usage(f"{what} has no words.")
    if found := _UNFIT.search(text):
        problem = f"{what} holds {_name(found[0])} at position {found.start() + 1}."
        raise Usage(problem, hint="Give it as one plain line.")
    if _OPEN_BOX.search(text):
        raise Usage(
            f'{what} holds "[ ]" where it would show up as an open action.',
            hint="Leave the box out, or use: one act PERSON TEXT",
        )
    if text.count("%%") % 2 or text.rfind("<!--") > text.rfind("-->"):
        raise Usage(
            f"{what} opens a comment that it does not close.",
            hint="Close it, or leave the %% or <!-- out: it would hide what follows.",
        )
    return text.strip()


def _name(char: str) -> str:
    if char in _BREAKS:
        return "a line break"
    if "\ud800" <= char <= "\udfff":
        return "a byte that is not UTF-8"
    return f"a control character (U+{ord(char):04X})"


def owner_first(text: str, known: Callable[[str], str | None]) -> tuple[str, str]:
    """Split a leading `@handle` of somebody known from the rest; ("", text) when there is none."""
    found = _OWNER.fullmatch(text.strip())
    who = known(found[1]) if found else None
    return (who, found[2].strip()) if found and who else ("", text.strip())


def promise(text: str, today: date, known: Callable[[str], str | None]) -> Promise:
    """Read `@alice Demo the cache, tue`: who, what, and a due date at the end.

    The end counts as a date after `due:`, `by`, `on` or a comma, and only when it is one;
    a short weekday, `today` and `tomorrow` need nothing before them.
    `Usage` when it has two readings or does not exist.
    """
    owner, rest = owner_first(text, known)
    for shape in (*_DUES, _LAST_WORD):
        found = shape.fullmatch(rest)
        due = dates.maybe(found[2], today) if found else None
        if found and due:
            return Promise(owner, found[1], due)
    return Promise(owner, rest, None)


class Mood(NamedTuple):
    """The happiness retro in one answer: a number 1-5, and words under their faces.

    `words` stand before any face: how the person is.
    """

    number: int | None
    moments: tuple[tuple[str, str], ...]
    words: str = ""


def mood(answer: str) -> Mood:
    """Read `4 :-( Four days of support :-) Importer 2`, or `3 tired, on call`.

    Usage for a number that is none of the five, and for a face without words.
    """
    said = _SHORT_FACE.sub(":-", answer.strip())
    found = _NUMBER.match(said)
    number = int(found[1]) if found else None
    lead, *parts = _FACE.split(said[found.end() :] if found else said)
    words = lead.strip(" \t,;")
    if words[:1].isdigit():
        raise Usage(f'"{words}" is no whole number from 1 to 5.', hint=_MOOD)
    felt = tuple(zip(parts[::2], (part.strip(" \t,;") for part in parts[1::2]), strict=True))
    if bare := next((face for face, about in felt if not about), ""):
        raise Usage(f"{bare} has no words: what was it?", hint=_MOOD)
    return Mood(number, felt, words)


def yes(answer: str) -> bool:
    """Read yes or no, by its beginning; Usage for anything else."""
    word = answer.strip().lower()
    if not word or not ("yes".startswith(word) or "no".startswith(word)):
        raise Usage(f'"{answer.strip()}" should be yes or no.')
    return "yes".startswith(word)


def choice(answer: str, count: int) -> tuple[int, ...]:
    """Read `2-4`, `1,3`, `1 3` or `a` (all) as numbers from 1 to `count`, in order.

    An empty answer chooses nothing.
    """
    said = answer.strip().lower()
    if said in ("a", "all"):
        return tuple(range(1, count + 1))
    chosen: set[int] = set()
    for part in re.sub(r"\s*-\s*", "-", said).replace(",", " ").split():
        found = re.fullmatch(r"(\d{1,3})(?:-(\d{1,3}))?", part)
        if not found:
            raise Usage(f'"{part}" is no number of the list.', hint="For example: 1,3 or 2-4 or a.")
        first, last = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= last <= count:
            raise Usage(f'"{part}" is not in the list, which goes from 1 to {count}.')
        chosen.update(range(first, last + 1))
    return tuple(sorted(chosen))
