"""Options and arguments that several commands share, each spelled once."""

from typing import Annotated

import typer

from onestop.cli import complete

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
        metavar="ID",
        help="An id, its beginning, or words of the item.",
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
DryRun = Annotated[
    bool, typer.Option("-n", "--dry-run", help="Show what would change, and write nothing.")
]
NoCommit = Annotated[bool, typer.Option("--no-commit", help="Write, but make no git commit.")]
Json = Annotated[bool, typer.Option("--json", help="For programs: one JSON document.")]
Format = Annotated[
    str | None,
    typer.Option("--format", metavar="FORMAT", help="table, grep or tsv."),
]
