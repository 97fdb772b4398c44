"""What the brief, the printed page and the log say of an item with a number."""

from datetime import date

from onestop.insight.between import Numbered
from onestop.render import words


def when(item: Numbered, today: date) -> str:
    """When it is due, and how often it was carried; of feedback, how long it is unsaid."""
    if item.feedback:
        days = (today - item.feedback.day).days if item.feedback.day else 0
        return f"{words.plural(days, 'day')} unsaid" if days > 0 else "unsaid"
    due = words.due(item.promise.item.due, today) if item.promise else ""
    return ", ".join(part for part in (due, words.times(item.carried)) if part)
