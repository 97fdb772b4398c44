"""Growth themes: what the role stretches in a person, followed from meeting to meeting."""

import re
from datetime import date
from typing import NamedTuple

ACTIVE_THEMES = 3
"""So many growth themes can be worked on at once; a fourth needs `--force` (D2)."""

EMERGING, ACTIVE, RESTING, GROWN = "emerging", "active", "resting", "grown"
STATES = (EMERGING, ACTIVE, RESTING, GROWN)

_TAG = re.compile(r"(?=[^a-z]*[a-z])[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")


class GrowthTheme(NamedTuple):
    """One theme; `#id` on any bullet says that it showed up there.

    `stretch` is why the role asks for it; `ask` holds questions that follow it up.
    `line` is where it stands in themes.yaml.
    """

    id: str
    title: str
    stretch: str = ""
    state: str = ACTIVE
    since: date | None = None
    ask: tuple[str, ...] = ()
    line: int = 0

    @property
    def is_active(self) -> bool:
        """Whether it is worked on now."""
        return self.state == ACTIVE


def is_tag(text: str) -> bool:
    """Whether `#text` in a note is read as this whole tag: a-z, 0-9 and -, with a letter."""
    return bool(_TAG.fullmatch(text))
