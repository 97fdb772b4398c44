"""Options and arguments that several commands share, each spelled once."""

from typing import Annotated, Any

import typer

from onestop.cli import complete
from onestop.errors import Usage

Who = Annotated[
    str,
    typer.Argument(
        metavar="PERSON",
        help="Who: a folder, a name or part of it.",
        autocompletion=complete.people,
    ),
]
MaybeWho = Annotated[
    str | None,
    typer.Argument(
        metavar="[PERSON]",
        help="Who; everybody when left out.",
        autocompletion=complete.people,
        show_default=False,
    ),
]
TodaysWho = Annotated[
    str | None,
    typer.Argument(
        metavar="[PERSON]",
        help="Who; the one of today when left out.",
        autocompletion=complete.people,
        show_default=False,
    ),
]
Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="TEXT",
        help="The words; `-` reads them from standard input.",
        show_default=False,
    ),
]
Ids = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ID...]",
        help="Ids, their beginnings, or words of the items; asked for when left out.",
        autocompletion=complete.ids,
        show_default=False,
    ),
]
SomeIds = Annotated[
    list[str],
    typer.Argument(
        metavar="ID...",
        help="Ids, their beginnings, or words of the items.",
        autocompletion=complete.ids,
    ),
]
OneId = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="An id, its beginning, or words of the item.",
        autocompletion=complete.ids,
    ),
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="A word on it.")]
DryRun = Annotated[
    bool, typer.Option("-n", "--dry-run", help="Show what would change, and write nothing.")
]
NoCommit = Annotated[bool, typer.Option("--no-commit", help="Write, but make no git commit.")]
Json = Annotated[bool, typer.Option("--json", help="For programs: one JSON document.")]
Format = Annotated[
    str | None,
    typer.Option("--format", metavar="FORMAT", help="table, grep or tsv."),
]


def whole(flag: str, low: int, high: int, text: str) -> Any:
    """An option that takes a whole number from `low` to `high`, both included."""

    def parse(said: str) -> int:
        number = int(said) if said.isascii() and said.isdigit() and len(said) < 9 else -1
        if low <= number <= high:
            return number
        raise Usage(f'{flag} "{said}" should be a whole number from {low} to {high}.')

    return typer.Option(flag, metavar=f"{low}-{high}", parser=parse, help=text)
