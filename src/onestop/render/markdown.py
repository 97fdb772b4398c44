"""A document as Markdown: to keep as a file, or to paste somewhere."""

import re
from collections.abc import Callable, Iterator

from onestop.render.clean import clean
from onestop.render.document import Document, Entry, Group, Here, Section, Table, bar, more, told

_MARKUP = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_BEGIN = re.compile(r"^(?=[#+=-])|(?<=^\d)(?=[.)])")

Spell = Callable[[str], str]


def draw(document: Document, here: Here | None, *, escaped: bool = True) -> str:
    """The document with the place of each line as seen from `here`; None: without places.

    `escaped` keeps people's own words from being read as Markdown; to be pasted they stay as
    they were written.
    """
    spell = _escape if escaped else clean
    blocks = [[f"# {spell(document.title)}"], *([spell(line)] for line in document.lead)]
    for section in document.sections:
        blocks.append([f"## {spell(section.title)}"])
        blocks += _blocks(section, here, spell)
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _blocks(section: Section, here: Here | None, spell: Spell) -> Iterator[list[str]]:
    """Paragraphs, tables and lists; groups that all are short make one list."""
    groups = [part for part in section.parts if isinstance(part, Group)]
    are_short = all(map(_is_short, groups))
    for part in section.parts:
        if isinstance(part, str):
            yield [spell(part)]
        elif isinstance(part, Table):
            yield list(_table(part, spell))
        elif isinstance(part, Group) and not are_short:
            yield from [[f"### {spell(part.title)}"]] if part.title else []
            yield list(_entries(part, here, spell))
    if groups and are_short:
        yield [_short(group, here, spell) for group in groups]


def _is_short(group: Group) -> bool:
    """Whether a group says no more than fits behind its title."""
    is_one = len(group.entries) == 1 and not group.more
    return is_one and not any(entry.day or entry.who for entry in group.entries)


def _short(group: Group, here: Here | None, spell: Spell) -> str:
    (entry,) = group.entries
    return f"- **{spell(group.title)}** {bar(entry)}{_entry(entry, here, spell)}"


def _entries(group: Group, here: Here | None, spell: Spell) -> Iterator[str]:
    for entry in group.entries:
        yield f"{'  ' * entry.level}- {_entry(entry, here, spell)}"
    if group.more:
        yield f"- {more(group.more)} in the notes"
    if not group.entries:
        yield "Nothing noted."


def _entry(entry: Entry, here: Here | None, spell: Spell) -> str:
    """`15 Sep, Alice: her words. 3 days late (people/alice/inbox.md:12)`."""
    head = ", ".join(filter(None, (entry.day, entry.who)))
    text = spell(f"{head}: {told(entry)}" if head else told(entry))
    return f"{text} ({_place(entry.place.spelled(here))})" if here and entry.place else text


def _place(path: str) -> str:
    """A path as code, which nothing needs to be escaped in but what would end it."""
    return _escape(path) if "`" in path else f"`{clean(path)}`"


def _table(table: Table, spell: Spell) -> Iterator[str]:
    rows = (table.head, tuple("---" for _ in table.head), *table.rows)
    for number, cells in enumerate(rows):
        yield f"| {' | '.join(cells if number == 1 else map(spell, cells))} |"


def _escape(text: str) -> str:
    """Words that Markdown shows as they are."""
    return _BEGIN.sub(r"\\", _MARKUP.sub(r"\\\g<0>", clean(text)), count=1)
