"""Every key that a format reads, and those of them that the table of ways has."""

from collections.abc import Iterator
from typing import get_args

from onestop.formats import alignment, meeting, person, plan, ratings, role, settings, themes
from onestop.formats.markdown.marks import Key as Mark
from onestop.formats.okrs import read as okrs
from practice.ways import WAYS


def in_table() -> Iterator[tuple[str, str]]:
    """Every key of the table, with the title of its file."""
    yield from ((title, key) for title, ways in WAYS.items() for way in ways for key in way.keys)


def known() -> Iterator[tuple[str, str]]:
    """Every key that a format module reads, with the title of its file."""
    for title, parts in _READ.items():
        inside = {prefix.rstrip(".").split(".")[-1] for prefix, _ in parts}
        for prefix, names in parts:
            yield from ((title, f"{prefix}{name}") for name in names if name not in inside)


_READ: dict[str, list[tuple[str, tuple[str, ...]]]] = {
    "onestop.yaml": [("", settings.KEYS)],
    "person.yaml": [("", person.KEYS), ("ambition-links.", ("date", "skill", "here"))],
    "role.md": [("", role.KEYS)],
    "themes.yaml": [("", themes.KEYS)],
    "okrs/": [
        ("", okrs.KEYS), ("objectives.", okrs.OBJECTIVE_KEYS), ("results.", okrs.RESULT_KEYS),
        ("checkins.", okrs.CHECKIN_KEYS), ("milestones.", okrs.MILESTONE_KEYS),
    ],
    "plan.yaml": [("", plan.KEYS), ("cards.", plan.CARD_KEYS), ("block.", plan.BLOCK_KEYS)],
    "alignment.yaml": [
        ("priorities.", alignment._PRIORITIES_KEYS),
        ("expectations.", alignment._EXPECTATION_KEYS),
        ("assumptions.", alignment._ASSUMPTION_KEYS),
    ],
    "the header of a note": [("", (*meeting.KEYS, "block-ID"))],
    "ratings/": [("", ratings.KEYS)],
    "the fields of a line": [("", get_args(Mark))],
}  # fmt: skip
