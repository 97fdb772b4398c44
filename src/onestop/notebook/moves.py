"""Notes of meetings that did not take place on their day."""

from datetime import date
from functools import partial

from onestop.formats import header, meeting, sections
from onestop.formats.header import Words
from onestop.model.agenda import Agenda
from onestop.model.meeting import PLANNED, SKIPPED
from onestop.notebook.edits import Edits


def plan(edits: Edits, agenda: Agenda, template: str, state: str = PLANNED) -> None:
    """A note for a day; `prep` fills it later."""
    text = meeting.first(template, agenda, state)
    edits.create(agenda.path, sections.drop_empty(text) if state == SKIPPED else text)


def cancel(edits: Edits, path: str, why: str, to: date | None) -> None:
    """Write into a note that the meeting was skipped, why, and to which day it moved."""
    edits.change(path, partial(_cancelled, why=why, to=to))


def _cancelled(text: str, why: str, to: date | None) -> str:
    text = header.set_header(text, "state", SKIPPED)
    if why:
        text = header.set_header(text, "skipped", Words(why))
    if to:
        text = header.set_header(text, "moved-to", to.isoformat())
    return text
