"""The role-purpose question."""

from datetime import date
from typing import NamedTuple


class RolePurpose(NamedTuple):
    """The guiding question of a role, found together, and the day both agreed on it."""

    question: str
    agreed: date | None = None
