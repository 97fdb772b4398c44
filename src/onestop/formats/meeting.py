"""meetings/DATE-PERSON.md: one note per meeting, planned, held or skipped.

The folder decides the person and the file name the day;
a header that says otherwise is a problem and is not used.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from onestop.formats import bullet, header, sections, task
from onestop.formats.dates import MONTHS
from onestop.formats.lines import Kind, Line, scan
from onestop.formats.parsed import Parsed
from onestop.formats.schema import Reader, with_lines
from onestop.formats.words import Known
from onestop.model.action import ActionItem, State
from onestop.model.meeting import HELD, PLANNED, SKIPPED, Bullet, Meeting, Mention, Moment
from onestop.model.problem import Problem
from onestop.model.topic import Topic

KEYS = (
    "type", "with", "date", "state", "minutes", "happiness", "asked", "purpose", "outcome",
    "outcome-met", "talk-share", "worth", "skipped", "moved-to",
)  # fmt: skip
STATES = (PLANNED, HELD, SKIPPED)


def parse(
    text: str, *, slug: str, on: date, path: str, known: Known, today: date, number: int = 1
) -> Parsed[Meeting]:
    """Read a note of `slug` on the day `on`; without a state it was held, unless it is to come."""
    head = header.split(text)
    read = Reader(head.value.fields)
    state = read.choice("state", STATES, "")
    moved, why = read.day("moved-to"), read.text("skipped")
    items = _Items(text, path, known)
    items.read(scan(text, head.value.body, head.value.body_line))
    note = Meeting(
        slug=slug,
        date=on,
        path=path,
        number=number,
        state=state or _likely_state(on, today, gone=bool(moved or why)),
        minutes=read.whole("minutes", 1, 24 * 60),
        happiness=read.whole("happiness", 1, 5),
        asked=read.texts("asked"),
        purpose=read.text("purpose"),
        outcome=read.text("outcome"),
        skipped=why,
        moved_to=moved,
        actions=tuple(items.actions),
        topics=tuple(items.topics),
        mentions=tuple(items.mentions),
        moments=tuple(items.moments),
        bullets=tuple(items.bullets),
    )
    odd = [*head.problems, *_contradictions(read, slug, on), *_unknown(read), *items.problems]
    return Parsed(note, with_lines([*odd, *read.problems], text))


def first(
    template: str,
    *,
    slug: str,
    on: date,
    title: str,
    state: str = PLANNED,
    minutes: int | None = None,
    asked: Sequence[str] = (),
    purpose: str = "",
    question: str = "",
    follow_ups: Sequence[str] = (),
    topics: Sequence[str] = (),
) -> str:
    """A new note from a template; a line whose placeholder has nothing to say is left out."""
    keys = [f"type: one-on-one\nwith: {slug}\ndate: {on.isoformat()}\nstate: {state}"]
    keys += [f"minutes: {minutes}"] if minutes else []
    keys += [f"purpose: {purpose}"] if purpose else []
    keys += [f"asked: [{', '.join(asked)}]"] if asked else []
    body = _fill(
        template,
        {
            "title": [title],
            "question": [question] if question else [],
            "follow-up": follow_ups,
            "topics": topics,
        },
    )
    return "---\n" + "\n".join(keys) + f"\n---\n{body}"


def title(between: tuple[str, str], on: date) -> str:
    """`Alice and Sam, 24 Nov 2026`: what a note is called."""
    person, manager = between
    return f"{person} and {manager}, {on.day} {MONTHS[on.month - 1].title()} {on.year}"


def mention(owner: str, text: str, ident: str, *, ticked: bool = False) -> str:
    """The line that names an item of another place, by its id."""
    box, who = "[x] " if ticked else "", f"@{owner} " if owner else ""
    return f"- {box}{who}{text} ({ident})"


def mentions(text: str, ident: str) -> bool:
    """Whether some item of the note mentions this id."""
    return _mention_line(text, ident) is not None


def tick(text: str, ident: str) -> str | None:
    """Tick the mention of an id: what was done is done here too; None when there is no mention."""
    line = _mention_line(text, ident)
    if line is None:
        return None
    raw, at = text[line.start : line.end], line.at - line.start
    has_box = line.content.startswith("[") and line.content[2:3] == "]"
    ticked = task.set_state(raw, State.DONE) if has_box else f"{raw[:at]}[x] {raw[at:]}"
    return text[: line.start] + ticked + text[line.end :]


def name_actions(text: str, name: Callable[[], str]) -> str:
    """Give an id to every action that was typed by hand."""
    for line in reversed(_items(text)):
        raw = text[line.start : line.end]
        found = task.parse(raw, lambda _: None, at=line.at - line.start).value
        if found and not found.item.id and not bullet.mention(found.item.text):
            text = text[: line.start] + task.set_id(raw, name()) + text[line.end :]
    return text


def plain_boxes(text: str) -> str:
    """Write every action as `- [`, and take open boxes off mentions; what they say stays."""
    for line in reversed(_items(text)):
        raw, at = text[line.start : line.end], line.at - line.start
        found = task.parse(raw, lambda _: None, at=at).value
        if found is None:
            continue
        marker = line.marker - line.start
        plain = raw[:marker] + "- " + raw[at:]
        if not found.item.id and bullet.mention(found.item.text) and found.item.state == State.OPEN:
            plain = raw[:marker] + "- " + raw[at + len("[ ] ") :]
        text = text[: line.start] + plain + text[line.end :]
    return text


def add(text: str, section: str, lines: Sequence[str]) -> str:
    """Add list items under a heading, which is made in its place when it is absent."""
    return sections.add(text, header.split(text).value.body, section, lines)


def drop_empty(text: str) -> str:
    """Remove our headings under which nothing was written."""
    return sections.drop_empty(text, header.split(text).value.body)


def _items(text: str) -> list[Line]:
    head = header.split(text).value
    return [x for x in scan(text, head.body, head.body_line) if x.kind == Kind.ITEM]


def _mention_line(text: str, ident: str) -> Line | None:
    return next((x for x in _items(text) if bullet.mention(x.content, (ident,)) == ident), None)


class _Items:
    """The list items of a note, sorted into what they are."""

    def __init__(self, text: str, path: str, known: Known) -> None:
        self._text = text
        self._path = path
        self._known = known
        self.actions: list[ActionItem] = []
        self.topics: list[Topic] = []
        self.mentions: list[Mention] = []
        self.moments: list[Moment] = []
        self.bullets: list[Bullet] = []
        self.problems: list[Problem] = []

    def read(self, lines: Iterable[Line]) -> None:
        """Sort every list item, with the section it stands in."""
        for section in sections.split(lines):
            for line in section.lines:
                if line.kind == Kind.ITEM:
                    self._item(line, section.name)

    def _item(self, line: Line, section: str) -> None:
        found, problems = task.read(line, self._text, self._known, section=section, path=self._path)
        self.problems += problems
        if found is None:
            self._bullet(line, section)
        elif not found.id and (ident := bullet.mention(found.text)):
            self._boxed_mention(found, ident)
        else:
            self.actions.append(found)

    def _boxed_mention(self, found: ActionItem, ident: str) -> None:
        self.mentions.append(Mention(ident, found.state == State.DONE, found.line))
        if found.state == State.OPEN:
            what = f"({ident}) is mentioned with an open box, so a search finds it twice"
            hint = "`one check --fix` takes the box away."
            self.problems.append(
                Problem("open-mention", what, hint, found.line, 1, found.raw, strict=True)
            )

    def _bullet(self, line: Line, section: str) -> None:
        raw = self._text[line.start : line.end]
        at = line.at - line.start
        if ident := bullet.mention(line.content):
            self.mentions.append(Mention(ident, ticked=False, line=line.number))
            return
        found, problems = bullet.bullet(raw, self._known, at=at, number=line.number)
        self.problems += problems
        if not found.text:
            return
        if found.face:
            self.moments.append(
                Moment(found.face, found.text, found.id, found.became, line.number, self._path, raw)
            )
        elif section == "Topics":
            self.topics.append(
                Topic(
                    found.id,
                    found.who,
                    found.text,
                    None,
                    found.talked,
                    self._path,
                    line.number,
                    raw,
                )
            )
        else:
            self.bullets.append(Bullet(section, found.text, found.who, found.tags, line.number))


def _likely_state(on: date, today: date, *, gone: bool) -> str:
    if gone:
        return SKIPPED
    return PLANNED if on > today else HELD


def _contradictions(read: Reader, slug: str, on: date) -> list[Problem]:
    """A header that says another person or day than the folder and the file name."""
    found = []
    for key, said, meant, by in (
        ("with", read.text("with"), slug, "the folder"),
        ("date", read.text("date"), on.isoformat(), "the file name"),
    ):
        if said and said != meant:
            field = read.fields[key]
            what = f"{key} says {said}, {by} says {meant}"
            hint = f"{by.capitalize()} counts; correct the line or the name."
            found.append(Problem("header", what, hint, field.line, field.column))
    return found


def _unknown(read: Reader) -> list[Problem]:
    """A key that is probably a known one, misspelled; any other is the person's own."""
    unknown = [key for key in read.fields if key not in KEYS and not key.startswith("block-")]
    if not unknown:
        return []
    from difflib import get_close_matches

    found = []
    for key in unknown:
        if near := get_close_matches(key.lower(), KEYS, 1, 0.8):
            field = read.fields[key]
            hint = f"Did you mean {near[0]}?"
            found.append(Problem("key", f"{key} is not a key of a note", hint, field.line, 1))
    return found


def _fill(template: str, values: dict[str, Sequence[str]]) -> str:
    """Put values into `{{names}}`; a line whose value is absent goes."""
    lines: list[str] = []
    skip_blank = False
    for line in template.splitlines():
        if skip_blank and not line.strip():
            skip_blank = False
            continue
        name = next((n for n in values if f"{{{{{n}}}}}" in line), None)
        if name is None:
            lines.append(line)
            continue
        lines.extend(line.replace(f"{{{{{name}}}}}", value) for value in values[name])
        skip_blank = not values[name] and line.startswith(">")
    return "\n".join(lines) + "\n"
