"""A performance talk once all numbers are in: what is written, and what is said of it."""

from datetime import date
from typing import NamedTuple

from onestop.cli.rating import Closing, Scores
from onestop.cli.world import World
from onestop.errors import Usage
from onestop.formats import ratings
from onestop.insight import performance
from onestop.insight.practice import PERFORMANCE_DAYS
from onestop.model.entry import Said
from onestop.model.folder import Folder
from onestop.model.person import Person
from onestop.model.rating import APART, Rating, Score
from onestop.notebook import begun, change, layout, sealed
from onestop.notebook.edits import Edits
from onestop.notebook.sealed import Sealed
from onestop.render import performance as render
from onestop.render import words
from onestop.render.text import Cell, Row, row


class Page(NamedTuple):
    """A talk as it will be written, with what to say of each line that it adds to the inbox."""

    edits: Edits
    said: list[Row]


def write_up(world: World, folder: Folder, rating: Rating, end: Closing) -> Page:
    """The talk's file, and what follows from it: topics, a case to make, a next step.

    To a talk that was written before only its end is added.
    """
    person, edits, name = folder.person, world.notebook.edits(), world.namer()
    is_new = _written(folder, rating) is None
    path = layout.rating(person.slug, rating.date).as_posix()
    if edits.text(path) is None:
        edits.create(path, ratings.first(rating, person.slug))
    else:
        edits.change(path, lambda text: ratings.fill(text, rating))
    said = []
    for topic in _topics(folder, rating) if is_new else []:
        ident = name()
        change.add_topic(edits, person, world.notebook.settings.me, topic, world.today, ident)
        said.append(_new("Topic", topic, "", ident))
    case = _case(world, folder, rating) if is_new else []
    for action in [*case, *_step(world, folder, rating, end)]:
        ident = name()
        change.add_action(edits, person, action, world.today, ident)
        due = words.until(action.due, world.today)
        said.append(_new(_who(world, action.owner), action.text, due, ident))
    return Page(edits, said)


def notes(folder: Folder, rating: Rating, end: Closing) -> list[str]:
    """What to mention afterwards: a talk too soon, facts without a day, and how to close it."""
    slug, since = folder.person.slug, performance.days_since(folder, rating.date)
    before = _written(folder, rating)
    is_new = before is None
    was = f"  (was: {before.improve})" if before and before.improve else ""
    said = [f"To improve: {end.improve}{was}"] if end.improve else []
    said += undated(folder.person, rating.scores) if is_new else []
    if since is not None and 0 < since < PERFORMANCE_DAYS:
        often = f"about every {PERFORMANCE_DAYS} days is enough"
        said.append(f"The last talk was {words.plural(since, 'day')} before; {often}.")
    if is_new and performance.low(rating) and not end.step:
        said.append(f'A 1 or 2 asks for a next step: one rate {slug} --next "..., fri"')
    if not rating.improve:
        said.append(f'Close with one area to improve: one rate {slug} --improve "..."')
    return said


def undated(person: Person, scores: Scores) -> list[str]:
    """A word on each fact that does not say when."""
    return [
        f"A day makes it easier to talk about: {score.fact}  ({render.rated(name, person)})"
        for name, score in scores
        if score.fact and not ratings.is_dated(score.fact)
    ]


def is_opened(folder: Folder, closed: Sealed) -> bool:
    """Whether what is closed stands in a talk already: a crash came before it was cleared up."""
    return any(
        talk.way == APART and talk.date >= closed.date and _same(talk, closed)
        for talk in folder.ratings
    )


def clear(world: World, person: Person, *, closed: bool = True) -> bool:
    """Remove what was begun, and what is closed; whether there was anything."""
    root = world.notebook.root
    found = [begun.forget(root, person.slug), closed and sealed.take(root, person.slug)]
    return any(found)


def check_free(world: World, folder: Folder, day: date) -> None:
    """Usage when that day has its ratings already.

    CannotRead for a file that could not be written afterwards: numbers are given only once.
    """
    path, edits = layout.rating(folder.person.slug, day), world.notebook.edits()
    for needed in (path, layout.inbox(folder.person.slug)):
        edits.text(needed)
    if any(r.date == day for r in performance.opened(folder)):
        name = folder.person.first_name
        hint = f"A slip is corrected in {world.here(path)}     Another talk: --date DATE"
        raise Usage(f"{name} was rated on {words.near_day(day, world.today)} already.", hint=hint)


def _same(talk: Rating, closed: Sealed) -> bool:
    """Whether these are the numbers and the facts; the file's reader closes up double spaces."""
    shown = {n: Score(s.number, " ".join(s.fact.split())) for n, s in closed.scores}
    return all(talk.score(name) == score for name, score in shown.items())


def _topics(folder: Folder, rating: Rating) -> list[str]:
    """A topic for each wide gap, without its numbers; one that still waits is not noted twice."""
    theirs = f"{folder.person.first_name}'s performance"
    rated = {performance.PERFORMANCE: theirs, performance.MANAGER: "my work as manager"}
    texts = [
        f"Talk about how we each see {rated[gap.subject]}: {words.count(gap.size)} apart"
        for gap in performance.gaps(rating)
    ]
    waiting = {topic.text for topic in folder.topics if not topic.talked}
    return [text for text in texts if text not in waiting]


def _case(world: World, folder: Folder, rating: Rating) -> list[Said]:
    """After a 5 the manager has a case to make, unless it is a promise already."""
    text = f"Make the case for {folder.person.first_name}'s next role"
    waiting = {action.text for action in folder.actions if action.state.is_open}
    if not performance.is_due_for_promotion(rating) or text in waiting:
        return []
    return [Said(world.notebook.settings.me, text)]


def _step(world: World, folder: Folder, rating: Rating, end: Closing) -> list[Said]:
    """The next step; when nobody was named it is theirs, unless only the manager's part is low."""
    if end.step is None:
        return []
    about_me = performance.low(rating) == (performance.MANAGER,)
    owner = world.notebook.settings.me if about_me else folder.person.slug
    return [end.step._replace(owner=end.step.owner or owner)]


def _written(folder: Folder, rating: Rating) -> Rating | None:
    """The same talk, as its file had it before."""
    return next((t for t in performance.opened(folder) if t.date == rating.date), None)


def _who(world: World, owner: str) -> str:
    return "You" if owner == world.notebook.settings.me else world.name_of(owner)


def _new(who: str, text: str, when: str, ident: str) -> Row:
    return row(
        Cell(who, "name"), text, Cell(when, "quiet"), Cell(ident, "id"), grid="new", stretch=1
    )
