"""A value as the person wrote it, and where it stands: what all YAML is read into."""

from typing import NamedTuple, TypeAlias


class Field(NamedTuple):
    """One value; `line` and `column` count from 1 in the text that was read."""

    value: "Tree"
    line: int
    column: int


Tree: TypeAlias = "str | list[Field] | dict[str, Field] | None"
"""Words, a list, a mapping, or nothing.

Words stay as they were written: `no`, `10:30`, `0123` and `2024-02-30` are str.
"""
