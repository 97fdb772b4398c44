"""What the meetings of two people look like, by rules that docs/health.md tells in full.

Three ways to fail and six common mistakes, each with the lines that show it.
Nobody is scored or compared, and what was meant is never guessed from words.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from onestop.insight.health import mistakes, modes
from onestop.insight.health.signs import Sign, Window
from onestop.insight.practice import HEALTH_LEAST, HEALTH_WINDOW
from onestop.model.folder import Folder
from onestop.model.person import Person
from onestop.model.settings import Settings

CHECK_IN, NO_AGENDA, HAIL_MARY = "task check-in", "no agenda", "Hail Mary"
STATUS, TALKING, NOTHING, SKIPPING, SHAPELESS, BRINGING = (
    "status meeting", "talking more than listening", "nothing documented", "skipped, not moved",
    "no structure or purpose", "bringing nothing",
)  # fmt: skip

READ_BACK = HEALTH_WINDOW + 1
"""So many held meetings are read: the one before the window tells how long it was silent."""

_RULES = {
    CHECK_IN: modes.task_check_in,
    NO_AGENDA: modes.no_agenda,
    HAIL_MARY: modes.hail_mary,
    STATUS: mistakes.status_meeting,
    TALKING: mistakes.talking,
    NOTHING: mistakes.nothing_documented,
    SKIPPING: mistakes.skipping,
    SHAPELESS: mistakes.shapeless,
    BRINGING: mistakes.bringing_nothing,
}
NAMES = tuple(_RULES)
"""Everything that can be found: the three ways to fail, then the mistakes."""


class Finding(NamedTuple):
    """What the meetings look like, one of `NAMES`, and the signs of it, the oldest first."""

    name: str
    signs: tuple[Sign, ...]


class Health(NamedTuple):
    """What the last meetings with somebody look like; of too few of them nothing is said.

    `unread` counts the notes among them that could not be read and are left out.
    """

    person: Person
    held: int
    findings: tuple[Finding, ...] = ()
    unread: int = 0

    @property
    def is_early(self) -> bool:
        """Whether there were not enough meetings to see a habit."""
        return self.held < HEALTH_LEAST

    @property
    def window(self) -> int:
        """Over how many meetings this looks."""
        return min(self.held, HEALTH_WINDOW)


class View(NamedTuple):
    """What `one health` shows, in the notebook's order of people."""

    people: tuple[Health, ...]

    @property
    def unread(self) -> int:
        """How many notes could not be read and are left out."""
        return sum(one.unread for one in self.people)

    @property
    def is_quiet(self) -> bool:
        """Whether nothing was found with anybody."""
        return not any(one.findings for one in self.people)


def view(folders: Iterable[Folder], settings: Settings, today: date) -> View:
    """What the meetings with each person look like."""
    return View(tuple(health(folder, settings, today) for folder in folders))


def health(folder: Folder, settings: Settings, today: date) -> Health:
    """What the last meetings with one person look like."""
    held = [m for m in folder.held(today) if m.path not in folder.unread]
    found = Health(folder.person, len(held), unread=len(folder.unread))
    if found.is_early:
        return found
    window = Window(
        folder=folder,
        meetings=tuple(held[-HEALTH_WINDOW:]),
        before=held[-READ_BACK] if len(held) >= READ_BACK else None,
        leaves=folder.leaves(settings.away),
        today=today,
    )
    shown = {name: signs for name, rule in _RULES.items() if (signs := tuple(rule(window)))}
    if CHECK_IN in shown:
        # The way to fail is the mistake grown up, and the same lines would stand here twice.
        shown.pop(STATUS, None)
    return found._replace(findings=tuple(map(Finding._make, shown.items())))
