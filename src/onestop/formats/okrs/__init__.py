"""okrs/2026-Q4.yaml: the objectives and key results of one quarter, of a person or a team.

This is the door of the room: `read` parses the file, `write` edits it,
and `typed` understands the numbers that people type for it.
"""

from onestop.formats.okrs.read import parse
from onestop.formats.okrs.typed import (
    checked,
    confident,
    gauge,
    measured,
    milestones,
    quarter_name,
    way,
)
from onestop.formats.okrs.write import (
    add_objective,
    add_result,
    agree,
    carry,
    check_in,
    close,
    first,
    move,
    reach,
    set_lead,
)

__all__ = [
    "add_objective", "add_result", "agree", "carry", "check_in", "checked", "close", "confident",
    "first", "gauge", "measured", "milestones", "move", "parse", "quarter_name", "reach",
    "set_lead", "way",
]  # fmt: skip
