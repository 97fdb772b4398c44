"""Who is meant: a folder, an alias, a name or part of one. Nobody is ever guessed."""

import unicodedata
from collections.abc import Iterable, Sequence

from onestop.model.person import Person


def match(said: str, people: Sequence[Person]) -> tuple[Person, ...]:
    """Everybody who may be meant; the first rule that finds somebody decides.

    A slug or alias; a whole name; the beginning of a slug; a word of a name. Case and accents do not count.
    """
    wanted = fold(said)
    rules = (
        lambda p: wanted in map(fold, p.handles),
        lambda p: wanted == fold(p.name),
        lambda p: fold(p.slug).startswith(wanted),
        lambda p: wanted in fold(p.name).split(),
        lambda p: any(word.startswith(wanted) for word in fold(p.name).split()),
    )
    if not wanted:
        return ()
    for rule in rules:
        found = tuple(p for p in people if rule(p))
        if found:
            return found
    return ()


def near(said: str, people: Iterable[Person]) -> tuple[str, ...]:
    """Slugs that look like what was typed."""
    from difflib import get_close_matches

    wanted = fold(said)
    spellings = {fold(word): p.slug for p in people for word in (*p.name.split(), *p.handles)}
    return tuple(dict.fromkeys(spellings[w] for w in get_close_matches(wanted, spellings, 3, 0.6)))


def fold(text: str) -> str:
    """The text without case, accents and doubled spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def slug_of(name: str) -> str:
    """A folder name for a new person: the first name in plain letters, "" when there are none."""
    words = [_letters(fold(word)) for word in name.split()]
    return next((w for w in words if w), "")[:40].strip("-")


def full_slug_of(name: str) -> str:
    """The whole name as a folder name, for a second person of the same first name."""
    return "-".join(w for w in (_letters(fold(word)) for word in name.split()) if w)[:40].strip("-")


_SPELLED = {
    "ß": "ss",
    "ø": "o",
    "æ": "ae",
    "œ": "oe",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "þ": "th",
    "ı": "i",
}


def _letters(word: str) -> str:
    spelled = "".join(_SPELLED.get(c, c) for c in word)
    return "".join(c for c in spelled if (c.isascii() and c.isalnum()) or c == "-").strip("-")
