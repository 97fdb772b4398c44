"""What every parser returns: the value it could make, and what it could not."""

from typing import Generic, NamedTuple, TypeVar

from onestop.model.problem import Problem

T = TypeVar("T")


class Parsed(NamedTuple, Generic[T]):
    """A value, with the problems met on the way to it."""

    value: T
    problems: tuple[Problem, ...] = ()


class CannotEdit(ValueError):
    """An edit that would change more than was asked, or whose place cannot be found.

    It carries the problem to show; the caller writes nothing.
    """

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem
