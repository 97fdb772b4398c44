"""What holds for the whole notebook."""

from typing import NamedTuple

from onestop.model.cadence import Away

VERSION = 1


class Settings(NamedTuple):
    """onestop.yaml: who the manager is, their working week, and whether commands commit."""

    me: str = "me"
    name: str = ""
    week_minutes: int = 40 * 60
    commit: bool = True
    away: tuple[Away, ...] = ()

    @property
    def week_hours(self) -> str:
        """The working week as people say it: `40`, `37.5`."""
        return f"{self.week_minutes / 60:g}"

    @property
    def first_name(self) -> str:
        """What to call the manager in a sentence."""
        return self.name.split()[0] if self.name.split() else self.me
