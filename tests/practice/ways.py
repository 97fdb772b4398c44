"""The table of keys, ways.yaml: how each key of each file comes about."""

from pathlib import Path
from typing import NamedTuple

import yaml

START = {
    "onestop.yaml": 'version: 1\nme: sam\nname: "Sam"\ncommit: false\n',
    "people/alice/person.yaml": 'name: "Alice Moreau"\ncadence: weekly\nday: tue\nminutes: 30\n'
    "added: 2026-09-01\n",
}
"""A notebook with Alice in it, as most ways begin."""

_BEGUN = {
    "": START,
    "nobody": {"onestop.yaml": START["onestop.yaml"]},
    "nothing": {},
}


class Way(NamedTuple):
    """How some keys of one file come about: by a command with flags, and by one that asks.

    `keys` has what must stand in the file for each key; `there` are the files before, and `first`
    the commands before either way. `at` says which prompt it is, where that is not plain.
    """

    file: str
    keys: dict[str, str]
    flags: str
    typed: str
    answers: list[str]
    at: str
    there: dict[str, str]
    first: list[str]


def ways() -> dict[str, list[Way]]:
    """The ways of each file, in the order of the table."""
    text = Path(__file__).with_name("ways.yaml").read_text(encoding="utf-8")
    table = yaml.load(text, yaml.BaseLoader)  # scalars stay as they were written
    return {title: [_way(**found) for found in every] for title, every in table.items()}


def _way(
    file: str,
    keys: dict[str, str],
    flags: str,
    typed: str,
    answers: list[str] | None = None,
    at: str = "",
    begun: str = "",
    there: dict[str, str] | None = None,
    first: list[str] | None = None,
) -> Way:
    before = {**_BEGUN[begun], **(there or {})}
    return Way(file, keys, flags, typed, answers or [], at, before, first or [])


WAYS = ways()
