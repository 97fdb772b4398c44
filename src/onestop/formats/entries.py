"""Entries of a list in a YAML file: read with their id and title, found again for an edit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onestop.formats import header
from onestop.formats.header.field import Field
from onestop.formats.schema import Reader
from onestop.model.problem import Problem
from onestop.model.theme import is_tag

Step = str | int

ID_HINT = "Use a-z, 0-9 and -, with a letter: notes and commands name it so."


def ident(entry: Reader, what: str) -> str:
    """The id of an entry; one that notes could not name by its tag is a problem, and ""."""
    said = entry.text("id").lower()
    if is_tag(said):
        return said
    missing(entry, f'{what} has the id "{said}"' if said else f"{what} has no id", ID_HINT)
    return ""


def title(entry: Reader, what: str) -> str:
    """The title of an entry; one that has none is a problem."""
    words = entry.text("title")
    if not words:
        missing(entry, f"{what} has no title", 'Write title: "..."')
    return words


def missing(entry: Reader, what: str, hint: str, code: str = "entry") -> None:
    """Remember what an entry lacks, at its first word."""
    place = next(iter(entry.fields.values()), Field(None, 0, 0))
    entry.problems.append(Problem(code, what, hint, place.line, place.column))


def line(entry: Reader) -> int:
    """The line on which an entry begins."""
    return min((field.line for field in entry.fields.values()), default=0)


def named_twice(found: Iterable[tuple[str, int]], what: str) -> Iterator[Problem]:
    """Ids that two entries share, each given with its line; the first one counts."""
    seen: set[str] = set()
    for name, at in sorted(found, key=lambda pair: pair[1]):
        if name and name in seen:
            said = f"the id {name} is used twice in {what}, and the first one counts"
            yield Problem("same-entry", said, "Give one of them another id.", at)
        seen.add(name)


def at_path(text: str, path: Sequence[Step]) -> Field | None:
    """What stands at a path, None where nothing does."""
    field: Field | None = Field(header.read(text).value, 0, 0)
    for step in path:
        value = field.value if field else None
        if isinstance(value, dict) and isinstance(step, str):
            field = value.get(step)
        elif isinstance(value, list) and isinstance(step, int):
            field = value[step]
        else:
            return None
    return field


def items(field: Field | None) -> Iterator[tuple[int, Mapping[str, Field]]]:
    """The mappings of a list, each with its place in it."""
    value = field.value if field else None
    for at, item in enumerate(value if isinstance(value, list) else ()):
        if isinstance(item.value, dict):
            yield at, item.value


def words_of(item: Mapping[str, Field], key: str) -> str:
    """The words of one key on one line, "" where there are none."""
    field = item.get(key)
    value = field.value if field else None
    return " ".join(value.split()) if isinstance(value, str) else ""


def written(value: float) -> str | int:
    """A number as a person types it: 41 for 41.0."""
    return int(value) if value == int(value) else repr(value)
