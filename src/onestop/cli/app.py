"""The table of commands, and the one place where failures become exit codes.

A command is imported only when it runs.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

from onestop.cli.world import World
from onestop.errors import CannotRead, OnestopError, OutputFailed, Usage

COMMANDS: dict[str, dict[str, str]] = {
    "Around a meeting": {
        "prep": "Prepare a one-on-one: the brief, and its note.",
        "log": "Write down how it went, in under 90 seconds.",
        "skip": "The meeting did not happen; topics and promises stay.",
        "move": "The meeting moves to another day.",
        "topic": "Note something for the next agenda.",
        "private": "Note something for your eyes only.",
        "feedback": "Write feedback down while it is fresh.",
        "praise": "Something good, in one line.",
        "said": "Mark feedback as said.",
        "act": "Add an action agreed outside a meeting.",
        "done": "Tick off what is done, or was discussed.",
        "drop": "Close what will not be done.",
        "reopen": "Open an item again.",
        "due": "Move a due date.",
        "settle": "Say what a :-/ became.",
        "rate": "Rate the performance of both, by both.",
    },
    "Looking": {
        "today": "Who needs you now; the same as bare `one`.",
        "week": "The week: who is met when, and what you hear from everybody.",
        "actions": "Open promises of both sides.",
        "people": "Everybody, with the last and the next meeting.",
        "show": "One person on one page.",
        "trends": "How it has been going, over time.",
        "board": "OKRs and plan as columns.",
        "card": "Move a card to another column.",
        "health": "What the meetings look like, and one remedy.",
        "load": "What the one-on-ones cost of the week, and the span.",
        "ask": "Questions that fit and were not asked lately.",
        "review": "A period in one document, every line with its source.",
        "find": "Search the notes, with their headings.",
    },
    "The person": {
        "role": "The role as a guiding question.",
        "theme": "Growth themes, and where they showed up.",
        "okr": "Objectives and key results of a person or a team.",
        "plan": "The development plan: focus areas, cards, time blocks.",
        "align": "Priorities, expectations and assumptions of both sides.",
        "ambition": "A longer dream, and its links to today's role.",
        "cadence": "How often, on which day and how long you meet.",
        "person": "Who somebody is: name, title, aliases, hour.",
        "without": "What the two of you do without.",
        "away": "Leave, yours or theirs: it stops the clock.",
    },
    "Keeping": {
        "init": "Start a notebook.",
        "add": "Add people.",
        "edit": "Open a file in your editor.",
        "archive": "Close a person's folder; its history stays.",
        "check": "Find what does not fit in the files.",
        "undo": "Take back the last command.",
        "where": "Which notebook is used, and why.",
        "demo": "Make an example team to try everything on.",
        "help": "Explain formats, dates, grep, privacy, exit-codes or obsidian.",
    },
}
ALIASES = {
    "status": "today",
    "note": "topic",
    "cancel": "skip",
    "snooze": "due",
    "todo": "actions",
    "promises": "actions",
    "team": "people",
    "grep": "find",
}
REFUSED = {
    "leave": "On leave: one away PERSON FROM TO.     Gone for good: one archive PERSON.",
}
_GLOBALS = (
    "-C", "--notebook", "--today", "--color", "--no-pager", "--no-input", "-q", "--quiet",
    "--debug", "--version",
)  # fmt: skip
_TAKE_TEXT = ("topic", "private", "act", "feedback", "praise", "ambition", "okr", "plan")


class Table(TyperGroup):
    """The commands by the story of a week, imported when they are called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Every command once, without its aliases."""
        return [name for group in COMMANDS.values() for name in group]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Import one command, by its name or an alias."""
        name = ALIASES.get(cmd_name, cmd_name)
        if not _known(name):
            return None
        module = import_module(f"onestop.cli.commands.{name}")
        info = CommandInfo(name=name, callback=module.command, context_settings=_SETTINGS)
        return get_command_from_info(info, pretty_exceptions_short=True, rich_markup_mode=None)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command, or say what was probably meant."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            raise Usage(f'There is no command "{args[0]}".', hint=_near(args[0]))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Draw the table, from its own summaries: nothing is imported for help."""
        names = {
            name: [a for a, n in ALIASES.items() if n == name]
            for g in COMMANDS.values()
            for name in g
        }
        for title, group in COMMANDS.items():
            with formatter.section(title):
                formatter.write_dl([(", ".join([n, *names[n]]), text) for n, text in group.items()])


_SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

app = typer.Typer(
    name="one",
    cls=Table,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_SETTINGS,
)


@app.callback()
def one(
    ctx: typer.Context,
    notebook: Annotated[
        str | None,
        typer.Option("-C", "--notebook", metavar="DIR", help="Use the notebook in DIR."),
    ] = None,
    today: Annotated[
        str | None,
        typer.Option(metavar="DATE", envvar="ONE_TODAY", help="Pretend that today is DATE."),
    ] = None,
    color: Annotated[str, typer.Option(metavar="WHEN", help="auto, always or never.")] = "auto",
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Never page long output.")] = False,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Never ask; fail where an answer is missing.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", help="Say only what was asked for.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a bug.")] = False,
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
) -> None:
    """One-on-ones that are prepared, remembered and followed up: a notebook of plain text."""
    world = World.of(ctx)
    world.flag = notebook
    world.debug = debug
    if color not in ("auto", "always", "never"):
        raise Usage(f'--color "{color}" should be auto, always or never.')
    if today:
        world.pretend(today)
    world.adjust(color, asks=not no_input, quiet=quiet, pages=not no_pager)
    if version:
        from onestop import __version__

        world.terminal.data(f"one {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        from onestop.cli.commands.today import command

        command(ctx)


def run(argv: Sequence[str], world: World) -> int:
    """Run one command line and return its exit code; every failure is said once, in plain words."""
    try:
        code = _dispatch(argv, world)
        world.terminal.flush()
    except Exception as error:
        return _explain(error, argv, world)
    except KeyboardInterrupt:
        return _say(world, 130, "Interrupted.")
    return code


def _dispatch(argv: Sequence[str], world: World) -> int:
    command = typer.main.get_command(app)
    code = command.main(list(argv), prog_name="one", standalone_mode=False, obj=world)
    return code if isinstance(code, int) else 0


def _explain(error: Exception, argv: Sequence[str], world: World) -> int:
    if isinstance(error, OutputFailed):
        return _say(world, error.exit_code, *([str(error)] if error.exit_code == 74 else []))
    if isinstance(error, CannotRead):
        return _say_problems(world, error)
    if isinstance(error, OnestopError):
        return _say(world, error.exit_code, str(error), error.hint)
    if isinstance(error, typer.TyperException):
        return _say(world, 2, error.format_message(), _usage_hint(error, argv))
    if isinstance(error, (typer.Abort, EOFError)):
        return _say(world, 130, "The input ended.")
    if isinstance(error, MemoryError | RecursionError):
        return _say(world, 70, f"That is more than this command can take ({type(error).__name__}).")
    return _bug(error, world)


def _bug(error: Exception, world: World) -> int:
    """Report a bug by type and place alone: a message could hold a note's words."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1]
    if world.debug:
        world.terminal.warn(*(f"  {f.filename}:{f.lineno} in {f.name}" for f in frames))
    where = f"{last.filename.rpartition('onestop/')[2]}:{last.lineno}"
    hint = "Report what `one --debug ...` shows; it holds no words of your notes."
    return _say(world, 70, f"This is a bug in one: {type(error).__name__} at {where}.", hint)


def _say(world: World, code: int, message: str = "", hint: str = "") -> int:
    """Say it where it can still be heard."""
    try:
        if message:
            world.terminal.warn(
                f"one: {message}", *(f"     {line}" for line in hint.split("\n") if line)
            )
        world.terminal.err.flush()
    except OutputFailed:
        pass
    return code


def _say_problems(world: World, error: CannotRead) -> int:
    from onestop.render.problems import draw

    try:
        world.mention_problems(but=error.problems)
        world.terminal.warn(*draw(error.problems, world.here))
        world.terminal.warn(f"     {error.hint or 'Nothing was written.'}")
    except OutputFailed:
        pass
    return error.exit_code


def _usage_hint(error: Exception, argv: Sequence[str]) -> str:
    option = getattr(error, "option_name", None)
    verb = next((word for word in argv if _known(word)), "")
    see = f"See: one {verb} --help" if verb else "See: one --help"
    if not option or not verb:
        return see
    if option.split("=")[0] in _GLOBALS:
        return f"{option} goes before the verb: one {option} ... {verb}"
    said = next((word for word in argv if word.startswith(option)), "")
    if " " in said:
        return f'Text that begins with "-" goes after --: one {verb} ... -- "{said}"'
    takes_text = ALIASES.get(verb, verb) in _TAKE_TEXT
    return f'{see}     Text that begins with "-": one {verb} ... -- TEXT' if takes_text else see


def _known(word: str) -> bool:
    """Whether this is a command, or another name of one."""
    return any(ALIASES.get(word, word) in group for group in COMMANDS.values())


def _near(name: str) -> str:
    if name in REFUSED:
        return REFUSED[name]
    from difflib import get_close_matches

    known = [*ALIASES, *(n for group in COMMANDS.values() for n in group)]
    near = get_close_matches(name, known, 3)
    return f"Did you mean: {', '.join(near)}?" if near else "See: one --help"


def main() -> None:
    """Run `one` as a process."""
    _listen_to_signals()
    code = run(sys.argv[1:], World.real())
    # Everything was flushed, or could not be: tearing the interpreter down would only take time,
    # and complain once more about an output that failed.
    os._exit(code)


def _listen_to_signals() -> None:
    """A polite kill ends a prompt like Ctrl-C: the draft is kept."""
    import signal

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
