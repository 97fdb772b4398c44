"""themes.yaml: growth themes, what the role stretches in a person."""

from collections.abc import Iterator, Sequence

from onestop.formats import header
from onestop.formats.header import Block, Words
from onestop.formats.header.field import Field
from onestop.formats.parsed import Parsed
from onestop.formats.schema import Reader, with_lines
from onestop.model.problem import Problem
from onestop.model.theme import ACTIVE, ACTIVE_THEMES, STATES, GrowthTheme, is_tag

KEYS = ("id", "title", "stretch", "state", "since", "ask")
TAG_HINT = "Use a-z, 0-9 and -, with a letter, as in share-early: notes say #share-early."
TOO_MANY = (
    f"more than {ACTIVE_THEMES} active themes: attention that is spread over four reaches none"
)
REST_HINT = "Let one rest: one theme PERSON ID --state resting"


def parse(text: str) -> Parsed[tuple[GrowthTheme, ...]]:
    """Read the themes in their order; of two with one id the first counts."""
    head = header.read(text)
    read = Reader(head.value)
    read.misspelled(("themes",), "a list of themes")
    themes = tuple(_themes(read))
    odd = (*head.problems, *read.problems, *_too_many(themes))
    return Parsed(themes, with_lines(odd, text))


def put(text: str, theme: GrowthTheme) -> str:
    """Write a theme: a new one at the end of the list, of a known one only what differs."""
    at = _place(text, theme.id)
    if at is None:
        return header.append(text, ["themes"], _block(theme))
    before = next(t for t in parse(text).value if t.id == theme.id)
    for key, value in _differing(before, theme):
        text = header.set_value(text, ["themes", at, key], value)
    new = theme.ask[len(before.ask) :]
    if theme.ask[: len(before.ask)] == before.ask and _is_list(text, at):
        for question in new:
            text = header.append(text, ["themes", at, "ask"], Words(question))
    elif theme.ask != before.ask:
        text = header.set_value(text, ["themes", at, "ask"], [Words(q) for q in theme.ask])
    return text


def _themes(read: Reader) -> Iterator[GrowthTheme]:
    seen: set[str] = set()
    for item in read.items("themes"):
        item.misspelled(KEYS, "a theme")
        at = item.given("id") or next(iter(item.fields.values()), Field(None, 0, 0))
        ident = item.text("id").lower()
        if problem := _id_problem(ident, at, seen):
            read.problems.append(problem)
            continue
        seen.add(ident)
        yield GrowthTheme(
            id=ident,
            title=item.text("title") or ident,
            stretch=item.text("stretch"),
            state=item.choice("state", STATES, ACTIVE),
            since=item.day("since"),
            ask=tuple(" ".join(said.split()) for said in item.texts("ask")),
            line=at.line,
        )


def _id_problem(ident: str, at: Field, seen: set[str]) -> Problem | None:
    """Why the item cannot be a theme that notes name by its tag."""
    place = (at.line, at.column)
    if not ident:
        return Problem("theme-id", "this theme has no id", TAG_HINT, *place)
    if not is_tag(ident):
        return Problem("theme-id", f'the id "{ident}" cannot be a tag', TAG_HINT, *place)
    if ident in seen:
        what = f"the id {ident} is used twice, and the first one counts"
        return Problem("same-theme", what, "Give one of them another id.", *place)
    return None


def _too_many(themes: Sequence[GrowthTheme]) -> Iterator[Problem]:
    for theme in [t for t in themes if t.is_active][ACTIVE_THEMES:]:
        yield Problem("many-themes", TOO_MANY, REST_HINT, theme.line)


def _place(text: str, ident: str) -> int | None:
    """Which item of the list has this id, counted as the file counts."""
    items = header.read(text).value.get("themes")
    for at, item in enumerate(items.value if items and isinstance(items.value, list) else ()):
        said = item.value.get("id") if isinstance(item.value, dict) else None
        if said and isinstance(said.value, str) and said.value.strip().lower() == ident:
            return at
    return None


def _is_list(text: str, at: int) -> bool:
    """Whether `ask` is a list there already."""
    items = header.read(text).value["themes"].value
    assert isinstance(items, list)
    theme = items[at].value
    assert isinstance(theme, dict)
    return "ask" in theme and isinstance(theme["ask"].value, list)


def _differing(before: GrowthTheme, after: GrowthTheme) -> Iterator[tuple[str, str]]:
    """The keys that have another value now."""
    if after.title != before.title:
        yield "title", Words(after.title)
    if after.stretch != before.stretch:
        yield "stretch", Words(after.stretch)
    if after.state != before.state:
        yield "state", after.state
    if after.since and after.since != before.since:
        yield "since", after.since.isoformat()


def _block(theme: GrowthTheme) -> Block:
    lines: dict[str, header.Scalar | list[header.Scalar]] = {"id": theme.id}
    lines["title"] = Words(theme.title)
    if theme.stretch:
        lines["stretch"] = Words(theme.stretch)
    lines["state"] = theme.state
    if theme.since:
        lines["since"] = theme.since.isoformat()
    if theme.ask:
        lines["ask"] = [Words(question) for question in theme.ask]
    return Block(lines)
