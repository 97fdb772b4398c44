"""A problem: something in a person's file that somebody should look at."""

from typing import NamedTuple


class Problem(NamedTuple):
    """Where it is, what is wrong, and what would make it right.

    `line` and `column` count from 1; 0 means the whole file, or the whole line.
    `code` is a short stable name such as `bad-date`, for programs.
    `text` is the person's own line. `strict` problems are named by `one check --strict` alone.
    """

    code: str
    message: str
    hint: str = ""
    line: int = 0
    column: int = 0
    text: str = ""
    path: str = ""
    strict: bool = False

    def at(self, path: str) -> "Problem":
        """The same problem, now that its file is known."""
        return self._replace(path=path)
