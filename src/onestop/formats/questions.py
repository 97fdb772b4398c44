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
    """The list of mappings that the file is; the bank that ships needs no YAML library."""
    simple = _simple(text)
    if simple is not None:
        return Parsed(simple)
    found = header.read(_ROOT + text)
    problems = [p._replace(line=p.line - 1) for p in found.problems]
    items = [item.fields for item in Reader(found.value, problems).items("questions")]
    return Parsed([_moved(fields, lines=-1) for fields in items], tuple(problems))


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
