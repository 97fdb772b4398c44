"""What ships with the tool, overlaid by the notebook's own templates and questions."""

import os
from collections.abc import Iterator
from pathlib import Path

from onestop.errors import OnestopError
from onestop.formats import questions
from onestop.model.problem import Problem
from onestop.model.question import Question
from onestop.notebook import disk, layout

DATA = Path(__file__).parent.parent / "data"
_CHECKOUT = Path(__file__).parents[3] / "examples" / "team"


def template(root: Path, name: str) -> str:
    """An agenda template: the notebook's own of that name, else the one that ships."""
    own = disk.read(root / layout.TEMPLATES / f"{name}.md")
    shipped = disk.read(DATA / "templates" / f"{name}.md")
    data = own if own is not None else shipped
    return template(root, "check-in") if data is None else data.decode("utf-8", "replace")


def bank(root: Path) -> tuple[tuple[Question, ...], tuple[Problem, ...]]:
    """All questions: those that ship, then the notebook's, which replace, add and remove by id."""
    shipped = disk.read(DATA / "questions" / "bank.yaml") or b""
    found = questions.parse(shipped.decode())
    known = {q.id: q for q in found.value}
    problems: list[Problem] = []
    for path in _own_questions(root):
        try:
            text = (disk.read(root / path) or b"").decode()
        except (OnestopError, UnicodeDecodeError) as error:
            problems.append(Problem("unreadable", str(error), path=path))
            continue
        parsed = questions.parse(text)
        problems += [p.at(path) for p in parsed.problems]
        known.update({q.id: q for q in parsed.value})
    return tuple(q for q in known.values() if q.text), tuple(problems)


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
    try:
        names = sorted(os.listdir(root / layout.QUESTIONS))  # noqa: PTH208
    except OSError:
        return []
    return [f"{layout.QUESTIONS}/{n}" for n in names if n.endswith(".yaml")]
