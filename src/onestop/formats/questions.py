"""questions/*.yaml: the bank of questions that go beyond work."""

from onestop.formats import header, plain
from onestop.formats.field import Field
from onestop.formats.parsed import Parsed
from onestop.formats.schema import Reader, with_lines
from onestop.model.problem import Problem
from onestop.model.question import Question

_ROOT = "questions:\n"


def parse(text: str) -> Parsed[tuple[Question, ...]]:
    """Read a bank; a question without text stands for the removal of its id."""
    items = _items(text)
    problems: list[Problem] = list(items.problems)
    found = []
    for fields in items.value:
        read = Reader(fields, problems)
        name = read.text("id")
        if name:
            depth = read.whole("depth", 1, 3) or 1
            found.append(Question(name, read.text("text"), read.texts("purpose"), depth))
        else:
            line = next((f.line for f in fields.values()), 0)
            problems.append(Problem("value", "a question needs an id", line=line))
    return Parsed(tuple(found), with_lines(problems, text))


def _items(text: str) -> Parsed[list[dict[str, Field]]]:
    """The list of mappings that the file is, put under a key so that it reads like any other."""
    simple = plain.read_items(text)
    if simple is not None:
        return Parsed(simple)
    found = header.read(_ROOT + text)
    problems = [p._replace(line=p.line - 1) for p in found.problems]
    read = Reader(found.value, problems)
    items = [item.fields for item in read.items("questions")]
    shifted = [
        {key: field._replace(line=field.line - 1) for key, field in fields.items()} for fields in items
    ]
    return Parsed(shifted, tuple(problems))
