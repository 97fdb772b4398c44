"""What holds for the whole notebook."""

from typing import NamedTuple

from onestop.model.cadence import Away

VERSION = 1


class Settings(NamedTuple):
    """onestop.yaml: who the manager is, their week in hours, and whether commands commit."""

    me: str = "me"
    name: str = ""
    week_hours: int = 40
    commit: bool = True
    away: tuple[Away, ...] = ()

    @property
    def first_name(self) -> str:
        """What to call the manager in a sentence."""
        return self.name.split()[0] if self.name.split() else self.me
