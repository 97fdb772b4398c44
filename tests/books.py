"""Notebooks of a few files, put on the disk byte for byte."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import product
from pathlib import Path

from onestop.formats.markdown.ids import FIRST, REST
from onestop.model.folder import Folder
from onestop.notebook.notebook import Notebook

TODAY = date(2026, 11, 24)
Files = Mapping[str, str | bytes]


def put(root: Path, files: Files) -> Path:
    """Write files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return root


def book(root: Path, files: Files, today: date = TODAY) -> Notebook:
    """A notebook of these files, whose manager is Sam."""
    return Notebook(put(root, {"onestop.yaml": "me: sam\nname: Sam Okafor\n", **files}), today)


def alice(root: Path, notes: Mapping[str, str], inbox: str = "", private: str = "") -> Folder:
    """Alice's folder with these notes, by day (`11-24`), or by day and number (`11-24_2`)."""
    files = {
        f"people/alice/meetings/2026-{day[:5]}-alice{day[5:]}.md": t for day, t in notes.items()
    }
    files |= {"people/alice/person.yaml": "name: Alice Moreau\ncadence: weekly\nday: tue\n"}
    files |= {"people/alice/inbox.md": inbox} if inbox else {}
    files |= {"people/alice/private.md": private} if private else {}
    return book(root, files).folder("alice")


def namer() -> Callable[[], str]:
    """Ids in the order of the alphabet: bbbb, bbbc, ..."""
    letters = ("".join(x) for x in product(FIRST, REST, REST, REST))
    return letters.__next__
