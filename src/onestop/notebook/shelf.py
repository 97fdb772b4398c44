"""What ships with the tool, overlaid by the notebook's own templates and questions."""

import os
from collections.abc import Iterator
from pathlib import Path

from onestop.errors import CannotRead, OnestopError
from onestop.formats import encoding, questions, sections
from onestop.formats.parsed import Parsed
from onestop.model.meeting import SECTIONS
from onestop.model.problem import Problem
from onestop.model.question import Question
from onestop.notebook import layout
from onestop.notebook.store import disk

ORDINARY = "check-in"
DATA = Path(__file__).parent.parent / "data"
_CHECKOUT = Path(__file__).parents[3] / "examples" / "team"


def template(root: Path, purpose: str = "") -> str:
    """The agenda template of a purpose: the notebook's own, else the one that ships.

    Without a purpose, and for one that has no template, it is that of an ordinary check-in.
    """
    name = purpose.lower() if layout.is_slug(purpose.lower()) else ORDINARY
    folders = (root / layout.TEMPLATES, DATA / "templates")
    tries = (folder / f"{wanted}.md" for wanted in (name, ORDINARY) for folder in folders)
    data = next(data for data in map(disk.read, tries) if data is not None)
    return data.decode("utf-8", "replace").removeprefix("\ufeff")


def headings(root: Path) -> tuple[str, ...]:
    """What all headings of ours and of all templates are called: a purpose may have changed."""
    folders = (root / layout.TEMPLATES, DATA / "templates")
    purposes = {name.removesuffix(".md") for folder in folders for name in _names(folder, ".md")}
    texts = (template(root, purpose) for purpose in sorted({ORDINARY, *purposes}))
    return tuple(dict.fromkeys((*SECTIONS, *(n for text in texts for n in sections.names(text)))))


def bank(root: Path) -> tuple[tuple[Question, ...], tuple[Problem, ...]]:
    """All questions: those that ship, then the notebook's, which replace, add and remove by id."""
    shipped = disk.read(DATA / "questions" / "bank.yaml") or b""
    known = {q.id: q for q in questions.parse(shipped.decode()).value}
    problems: list[Problem] = []
    for path in _own_questions(root):
        found, odd = _own_bank(root / path)
        known.update({q.id: q for q in found})
        problems += [p.at(path) for p in odd]
    return tuple(q for q in known.values() if q.text), tuple(problems)


def _own_bank(path: Path) -> Parsed[tuple[Question, ...]]:
    """The questions of one file; none of a file that cannot be read."""
    try:
        text, odd = encoding.decode(disk.read(path) or b"")
    except CannotRead as error:
        return Parsed((), error.problems)
    except OnestopError as error:
        return Parsed((), (Problem("unreadable", str(error), error.hint),))
    return Parsed((), odd) if odd else questions.parse(text)


def page_frame(name: str) -> str:
    """The frame of a web page that ships, with places for what comes into it."""
    return (DATA / f"{name}.html").read_text(encoding="utf-8")


def help_topics() -> list[str]:
    """The subjects `one help` knows."""
    return sorted(p.stem for p in (DATA / "help").glob("*.md"))


def help_page(topic: str) -> str | None:
    """One page of help; None when there is none of that name."""
    if topic not in help_topics():
        return None
    return (DATA / "help" / f"{topic}.md").read_text(encoding="utf-8")


def example() -> Iterator[tuple[str, str]]:
    """The example team's files, as paths and texts."""
    packed = DATA / "team"
    top = packed if packed.is_dir() else _CHECKOUT
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(f for f in folders if f not in (".git", layout.STATE))
        for name in sorted(names):
            path = Path(folder, name)
            yield path.relative_to(top).as_posix(), path.read_bytes().decode()


def _own_questions(root: Path) -> list[str]:
    return [f"{layout.QUESTIONS}/{name}" for name in _names(root / layout.QUESTIONS, ".yaml")]


def _names(folder: Path, ending: str) -> list[str]:
    """The files of a kind in a folder, which need not be there."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208
    except OSError:
        return []
    return [name for name in names if name.endswith(ending)]
