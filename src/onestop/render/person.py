"""How somebody looks who is only looked up: the keys of person.yaml as a page."""

from datetime import date

from onestop.model.person import Person
from onestop.render import words
from onestop.render.text import Cell, Page, row

_RELATIONS = {
    "report": "reports to you", "peer": "a peer", "boss": "your boss", "skip": "a skip-level",
}  # fmt: skip


def draw(person: Person, today: date) -> Page:
    """Who they are, each line absent when nothing is known."""
    said = {
        "Title": person.title,
        "Also": ", ".join(f"@{alias}" for alias in person.aliases),
        "Is": _RELATIONS[person.relation] + (", manages a team" if person.manages else ""),
        "Rhythm": words.rhythm(person.cadence, person.day, person.minutes, person.at),
        "In role": f"since {words.near_day(person.since, today)}" if person.since else "",
        "Added": words.past_day(person.added, today) if person.added else "",
        "Without": ", ".join(person.not_for_us),
    }
    lines = (row(Cell(f"{key:<9}", "label"), text, grid="person", stretch=1)
             for key, text in said.items() if text)  # fmt: skip
    return [row(Cell(f"{person.name}  @{person.slug}", "name")), *lines]
