"""The one next habit in words: whom it is about, why it, and what to type."""

from onestop.insight import habit
from onestop.insight.morning import Habit, View
from onestop.render import words

_WHY = {
    habit.RESUME: ("what you typed is kept, but not written", "one log {who} --resume"),
    habit.LOG: ("{count} not written down: today you still know", "one log"),
    habit.CATCH_UP: ("{count} not written down: {keys}", "one log"),
    habit.PREPARE: ("you meet today: two minutes now, and it is prepared", "one prep {who}"),
    habit.TELL: ("feedback fades after a week: say it now", "one said {id}"),
    habit.KEEP: ("a late promise is remembered: keep it, or name a new day", "one due {id} DATE"),
    habit.MEET: ("{days} without a talk: frequency beats length", "one prep {who}"),
    habit.ROLE: ("{name}'s role has no guiding question yet: find it together", "one role {who}"),
    habit.PRAISE: ("no good word noted for {days}: what did {name} do well?", "one praise {who}"),
}


def words_of(found: Habit, view: View) -> tuple[str, str, str]:
    """Whom, why, and the command line."""
    slug = found.person.slug if found.person else "PERSON"
    if found.kind == habit.BEGIN:
        return slug, *_begin(slug, view)
    why, command = _WHY[found.kind]
    facts = {
        "who": slug,
        "name": found.person.first_name if found.person else "",
        "id": found.ident or "ID",
        "count": words.plural(found.amount, "meeting"),
        "keys": "a single key settles it" if found.amount == 1 else "a single key settles each",
        "days": words.plural(found.amount, "day"),
    }
    who = "" if found.kind in (habit.LOG, habit.CATCH_UP) else slug
    return who, why.format(**facts), command.format(**facts)


def _begin(slug: str, view: View) -> tuple[str, str]:
    """Nothing presses: prepare the first meeting, or note what comes up."""
    if not view.met:
        return "the first meeting: five minutes before it", f"one prep {slug}"
    return "nothing presses: something to raise next time?", f'one topic {slug} "..."'
