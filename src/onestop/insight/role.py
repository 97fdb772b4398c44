"""The role question: what is missing, when to ask where it showed up, whether it still fits."""

from datetime import date
from typing import NamedTuple

from onestop.insight.cadence import held_count
from onestop.insight.practice import ROLE_DAYS, ROLE_EVERY
from onestop.model.folder import Folder
from onestop.model.person import Person
from onestop.model.role import RolePurpose

QUESTION, MINE, THEIRS = "question", "mine", "theirs"


class View(NamedTuple):
    """What `one role` draws; `missing` holds `QUESTION`, `MINE`, `THEIRS` or none of them."""

    today: date
    person: Person
    role: RolePurpose
    missing: tuple[str, ...]
    fits_due: bool


def view(folder: Folder, today: date) -> View:
    """The page on a role, also of one that has no words yet."""
    role = folder.role or RolePurpose("")
    said = {QUESTION: role.question, MINE: role.mine, THEIRS: role.theirs}
    missing = tuple(part for part, words in said.items() if not words)
    return View(today, folder.person, role, missing, still_fits_due(folder, today))


def renewed(before: RolePurpose, said: RolePurpose, today: date) -> RolePurpose:
    """The role with what was said of it; "" leaves a thing as it is.

    A new question was agreed today unless a day was said; the one before it is kept with its day.
    """
    role = before._replace(
        agreed=said.agreed or before.agreed,
        mine=said.mine or before.mine,
        theirs=said.theirs or before.theirs,
        stretch=said.stretch or before.stretch,
    )
    if said.question in ("", before.question):
        return role
    old = ((before.agreed, before.question),) if before.question else ()
    return role._replace(
        question=said.question, agreed=said.agreed or today, earlier=(*before.earlier, *old)
    )


def written(before: RolePurpose, after: RolePurpose) -> RolePurpose:
    """The words that are new, and nothing else."""
    words = ("question", "mine", "theirs", "stretch")
    new = {w: getattr(after, w) for w in words if getattr(after, w) != getattr(before, w)}
    return RolePurpose("")._replace(**new)


def still_fits_due(folder: Folder, on: date) -> bool:
    """Whether the question was agreed so long ago that it is asked whether it still fits."""
    if not is_asked(folder):
        return False
    agreed = folder.role.agreed if folder.role else None
    since = agreed or folder.person.clock_start
    return since is not None and (on - since).days >= ROLE_DAYS


def showing_due(folder: Folder) -> bool:
    """Whether the next meeting, every 4th, asks where the question showed up."""
    return is_asked(folder) and (held_count(folder) + 1) % ROLE_EVERY == 0


def is_asked(folder: Folder) -> bool:
    """Whether there is a question to ask about, and the two have not declined it."""
    return bool(folder.role and folder.role.question) and "role" not in folder.person.not_for_us
