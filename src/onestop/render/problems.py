"""How a problem looks: where, what, the person's own line with a caret, and what to do."""

from collections.abc import Callable, Iterable, Iterator

from onestop.model.problem import Problem
from onestop.render.text import Cell, Page, Row, row

Here = Callable[[str], str]


def draw(problems: Iterable[Problem], here: Here) -> Page:
    """All problems, in full."""
    return [line for problem in problems for line in _full(problem, here)]


def grep(problems: Iterable[Problem], here: Here) -> str:
    """`path:line:column: message` with the hint, one line each, as editors read it."""
    return "\n".join(
        f"{place(p, here)}: {p.message}{f' ({p.hint})' if p.hint else ''}" for p in problems
    )


def short(problems: Iterable[Problem], here: Here) -> Page:
    """One line each, for the side of another command's output."""
    return [row(f"one: {place(p, here)}: {p.message}") for p in problems]


def place(problem: Problem, here: Here) -> str:
    """`path:line:column`, as far as it is known."""
    numbers = [str(n) for n in (problem.line, problem.column if problem.line else 0) if n]
    return ":".join([here(problem.path), *numbers])


def _full(problem: Problem, here: Here) -> Iterator[Row]:
    yield row(f"one: {place(problem, here)}: {problem.message}")
    if problem.text.strip():
        yield row(Cell(f"     {problem.text}"))
        if problem.column:
            lead = "".join("\t" if c == "\t" else " " for c in problem.text[: problem.column - 1])
            yield row(Cell(f"     {lead}^", "warn"))
    if problem.hint:
        yield row(f"     {problem.hint}")
