"""One person on one page."""

from datetime import date
from typing import NamedTuple

from onestop.insight import actions, between, cadence
from onestop.insight.actions import Promise
from onestop.insight.cadence import Rhythm
from onestop.insight.practice import SHOWN_LINES
from onestop.model.folder import Folder
from onestop.model.meeting import Meeting, Moment
from onestop.model.settings import Settings
from onestop.model.topic import Remark, Topic


class View(NamedTuple):
    """What `one show` draws. `remarks` is empty unless the manager asked for them."""

    today: date
    folder: Folder
    rhythm: Rhythm
    promises: tuple[Promise, ...]
    topics: tuple[Topic, ...]
    unclear: tuple[Moment, ...]
    meetings: tuple[Meeting, ...]
    held: int
    remarks: tuple[Remark, ...]


def view(folder: Folder, settings: Settings, today: date, *, private: bool) -> View:
    """The page: who, what is open, and the last meetings, newest first."""
    past = [m for m in folder.meetings if m.date <= today]
    return View(
        today=today,
        folder=folder,
        rhythm=cadence.rhythm(folder, settings, today),
        promises=actions.open_promises(folder, settings, today),
        topics=between.open_topics(folder, today),
        unclear=between.unclear(folder),
        meetings=tuple(reversed(past[-SHOWN_LINES:])),
        held=cadence.held_count(folder),
        remarks=folder.remarks if private else (),
    )
