"""Who is meant: a folder, an alias, a name or part of one. Nobody is ever guessed."""

from collections.abc import Callable, Iterable, Sequence
from unicodedata import combining, normalize

from onestop.model.person import Person

LONGEST_SLUG = 40


def match(said: str, people: Sequence[Person]) -> tuple[Person, ...]:
    """Find everybody who may be meant; case and accents do not count.

    A whole slug or alias decides, as written before in other letters; then a whole name.
    Otherwise it is everybody whose slug or name, or a word of it, begins so:
    `tom` may be Tom Hill or Tommy Reed.
    """
    wanted = fold(said)
    if not wanted:
        return ()
    rules: tuple[Callable[[Person], bool], ...] = (
        lambda p: said.strip() in p.handles,
        lambda p: wanted in map(fold, p.handles),
        lambda p: wanted == fold(p.name),
        lambda p: any(word.startswith(wanted) for word in _beginnings(p)),
    )
    tries = (tuple(filter(rule, people)) for rule in rules)
    return next((found for found in tries if found), ())


def near(said: str, people: Iterable[Person]) -> tuple[str, ...]:
    """Slugs that look like what was typed, the likest first."""
    from difflib import get_close_matches

    spellings: dict[str, list[str]] = {}
    for person in people:
        for word in (*_beginnings(person), *map(fold, person.aliases)):
            spellings.setdefault(word, []).append(person.slug)
    close = get_close_matches(fold(said), spellings, 3, 0.6)
    return tuple(dict.fromkeys(slug for word in close for slug in spellings[word]))


def fold(text: str) -> str:
    """Take case, accents and doubled spaces away."""
    plain = normalize("NFKD", normalize("NFKD", text).casefold())
    return " ".join("".join(c for c in plain if not combining(c)).split())


def slug_of(name: str) -> str:
    """Make a folder name for a new person: the first name in plain letters, "" without any."""
    words = map(_letters, fold(name).split())
    return _cut(next(filter(None, words), ""))


def full_slug_of(name: str) -> str:
    """Make the whole name a folder name, for a second person of the same first name."""
    return _cut("-".join(filter(None, map(_letters, fold(name).split()))))


_SPELLED = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"}
)


def _letters(word: str) -> str:
    spelled = word.translate(_SPELLED)
    return "".join(c for c in spelled if (c.isascii() and c.isalnum()) or c == "-").strip("-")


def _cut(slug: str) -> str:
    return slug[:LONGEST_SLUG].strip("-")


def _beginnings(person: Person) -> list[str]:
    name = fold(person.name)
    return [fold(person.slug), name, *name.split()]
