"""Notes of meetings that did not take place on their day."""

from collections import defaultdict
from datetime import date

from onestop.formats import header, meeting
from onestop.model.agenda import Agenda
from onestop.model.meeting import PLANNED, SKIPPED
from onestop.notebook import planning
from onestop.notebook.edits import Edits


def plan(edits: Edits, agenda: Agenda, template: str, state: str = PLANNED) -> None:
    """A note for a day; `prep` fills it later."""
    nothing: dict[str, list[str]] = defaultdict(list)
    text = planning.first(agenda, template, nothing, state)
    edits.create(agenda.path, meeting.drop_empty(text) if state == SKIPPED else text)


def cancel(edits: Edits, path: str, why: str, to: date | None) -> None:
    """Write into a note that the meeting was skipped, why, and to which day it moved."""
    edits.change(path, lambda text: _cancelled(text, why, to))


def _cancelled(text: str, why: str, to: date | None) -> str:
    text = header.set_header(text, "state", SKIPPED)
    if why:
        text = header.set_header(text, "skipped", header.Words(why))
    if to:
        text = header.set_header(text, "moved-to", to.isoformat())
    return text
