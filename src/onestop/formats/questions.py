"""questions/*.yaml: the bank of questions that go beyond work."""

import re

from onestop.formats import header
from onestop.formats.header import plain
from onestop.formats.header.field import Field
from onestop.formats.parsed import Parsed
from onestop.formats.schema import Reader, with_lines
from onestop.model.problem import Problem
from onestop.model.question import Question

_ROOT = "questions:\n"
_NAMED = re.compile(r"(?:\s*#.*\n|\s*\n)*questions:")
_NO_WORDS = "none"


def parse(text: str) -> Parsed[tuple[Question, ...]]:
    """Read a bank; a question whose text is absent or `none` stands for the removal of its id."""
    items, broken = _items(text)
    problems: list[Problem] = [*broken]
    found = [_question(Reader(fields, problems)) for fields in items]
    return Parsed(tuple(q for q in found if q), with_lines(problems, text))


def _question(read: Reader) -> Question | None:
    name = read.text("id")
    if not name:
        line = next((field.line for field in read.fields.values()), 0)
        read.problems.append(Problem("value", "a question needs an id", line=line))
        return None
    text = read.text("text")
    depth = read.whole("depth", 1, 3) or 1
    words = "" if text.lower() == _NO_WORDS else text
    return Question(name, words, read.texts("purpose"), depth)


def _items(text: str) -> Parsed[list[dict[str, Field]]]:
    """The list of mappings that the file is, or has under `questions:`.

    The bank that ships needs no YAML library.
    """
    text = text.removeprefix("\ufeff")
    simple = _simple(text)
    if simple is not None:
        return Parsed(simple)
    added = 0 if _NAMED.match(text) else 1
    whole = header.read(_ROOT * added + text)
    problems = list(whole.problems)
    if whole.value.keys() - {"questions"}:
        problems.append(_no_list(whole.value))
    items = [item.fields for item in Reader(whole.value, problems).items("questions")]
    moved = [p._replace(line=max(0, p.line - added)) for p in problems]
    return Parsed([_moved(fields, lines=-added) for fields in items], tuple(moved))


def _no_list(found: dict[str, Field]) -> Problem:
    line = next(field.line for key, field in found.items() if key != "questions")
    hint = 'Write `- id: own-one`, and below it `text: "..."`, two columns in.'
    return Problem("value", "this is not a list of questions", hint, line)


def _simple(text: str) -> list[dict[str, Field]] | None:
    """Items written as `- id: x` with the other keys below it, two columns in; None otherwise."""
    starts: list[tuple[int, list[str]]] = [(1, [])]
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith("- "):
            starts.append((number, []))
        elif line and not line.startswith(("  ", "#")):
            return None
        starts[-1][1].append(line if line.startswith("#") else line[2:])
    found = [plain.read("\n".join(lines), first) for first, lines in starts]
    items = [_moved(fields, columns=2) for fields in found if fields is not None]
    return items[1:] if len(items) == len(found) and not items[0] else None


def _moved(fields: dict[str, Field], *, lines: int = 0, columns: int = 0) -> dict[str, Field]:
    return {
        key: field._replace(line=field.line + lines, column=field.column + columns)
        for key, field in fields.items()
    }
