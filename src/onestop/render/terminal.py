"""The one way to the terminal: data to stdout, everything else to stderr.

Nothing reaches a screen or a pipe except through `clean`, and colour never carries meaning alone.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import NamedTuple, TextIO

from onestop.errors import OutputFailed, PipeClosed, Usage
from onestop.render.clean import clean
from onestop.render.text import Line, Page, Row, compose, row

STYLES = {
    "name": "1",
    "question": "3",
    "label": "2",
    "id": "36",
    "late": "31",
    "warn": "33",
    "good": "32",
    "quiet": "2",
}


class Screen(NamedTuple):
    """What is known of one output: is a person looking, in colour, how wide, in which encoding."""

    stream: TextIO | None
    is_terminal: bool = False
    colour: bool = False
    width: int | None = None
    height: int = 24

    def spell(self, text: str) -> str:
        r"""Spell words in letters the encoding has: `\xe9` where there is no é."""
        if text.isascii():
            return text
        encoding = getattr(self.stream, "encoding", None) or "utf-8"
        return text.encode(encoding, "backslashreplace").decode(encoding)

    def write(self, text: str) -> None:
        """Write words that are already clean."""
        if self.stream is None:
            raise OutputFailed("The output is closed.")
        with failing_aloud():
            self.stream.write(self.spell(text))

    def flush(self) -> None:
        """Push out what was written."""
        if self.stream is not None:
            with failing_aloud():
                self.stream.flush()


@contextmanager
def failing_aloud() -> Iterator[None]:
    """Turn a failing output into the error that says so."""
    try:
        yield
    except BrokenPipeError:
        raise PipeClosed("The reader has gone.") from None
    except (OSError, ValueError) as error:
        raise OutputFailed(f"The output could not be written: {_reason(error)}.") from None


@contextmanager
def _listening() -> Iterator[None]:
    """Turn input that cannot be read into the error that says so."""
    try:
        yield
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        message = f"The input is not text in {error.encoding.upper()}: it holds byte 0x{byte:02x}."
        raise Usage(message, hint="Save it as UTF-8.") from None
    except (OSError, ValueError) as error:
        raise Usage(f"The input could not be read: {_reason(error)}.") from None


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).rstrip(".")


class Terminal:
    """Everything a command says, and everything it is told."""

    def __init__(
        self,
        out: Screen,
        err: Screen,
        inp: TextIO | None,
        *,
        asks: bool,
        pager: Callable[[str], None] | None = None,
        unseen: Callable[[], AbstractContextManager[None]] | None = None,
    ) -> None:
        self.out = out
        self.err = err
        self.inp = inp
        self.asks = asks
        self.pager = pager
        self.unseen = unseen
        self.quiet = False

    def show(self, page: Iterable[Row]) -> None:
        """Print what was asked for."""
        self._print(self.out, page)

    def data(self, text: str) -> None:
        """Print text for programs, a line at a time: unchanged but clean, with its tabs."""
        lines = ("\t".join(map(clean, line.split("\t"))) for line in text.split("\n"))
        self.out.write("".join(f"{line}\n" for line in lines))

    def tell(self, *said: str | Row) -> None:
        """Say something beside the data; `--quiet` silences it."""
        if not self.quiet:
            self.warn(*said)

    def warn(self, *said: str | Row) -> None:
        """Say something that must be heard, even where the data could not be written."""
        if self.err.stream is None:
            return
        try:
            self.out.flush()
        finally:
            self._print(self.err, [one if isinstance(one, Row) else row(one) for one in said])
            self.err.flush()

    def ask(self, prompt: str) -> str:
        """Hear one line a person types; EOFError when the input ends."""
        if self.inp is None:
            raise EOFError
        try:
            return self._hear(self.inp, prompt)
        except (EOFError, KeyboardInterrupt):
            with suppress(OutputFailed):
                self.err.write("\n")  # what is said next does not stand behind the question
            raise

    def secret(self, prompt: str) -> str:
        """Hear one line that nobody sees being typed; Usage where the terminal cannot hide it."""
        if self.inp is None:
            raise EOFError
        if self.unseen is None:
            hint = "Without --together yours stay closed until theirs are in."
            raise Usage("This terminal cannot hide what is typed.", hint=hint)
        try:
            with self.unseen():
                return self._line(self.inp, prompt)
        finally:
            with suppress(OutputFailed):
                self.err.write("\n")  # the Enter was not seen either

    def _hear(self, inp: TextIO, prompt: str) -> str:
        self.flush()
        if self._is_real_keyboard():
            with _listening():
                return input(self.out.spell(clean(prompt)))
        return self._line(inp, prompt)

    def _line(self, inp: TextIO, prompt: str) -> str:
        self.out.flush()
        self.err.write(clean(prompt))
        self.err.flush()
        with _listening():
            line = inp.readline()
        if not line:
            raise EOFError
        return line.rstrip("\r\n")

    def read_all(self) -> str:
        """Read everything on standard input."""
        with _listening():
            return "" if self.inp is None else self.inp.read()

    def flush(self) -> None:
        """Push out what was said so far, so that the two outputs keep their order."""
        self.out.flush()
        self.err.flush()

    def _is_real_keyboard(self) -> bool:
        if self.inp is not sys.stdin or not (self.inp.isatty() and self.out.is_terminal):
            return False
        with suppress(ImportError):
            import readline

            readline.set_auto_history(False)
        return True

    def _print(self, screen: Screen, page: Iterable[Row]) -> None:
        lines = compose(page, screen.width, screen.spell)
        draw = _ansi if screen.colour else _plain
        text = "".join(f"{draw(line)}\n" for line in lines)
        if screen is not self.out or len(lines) < screen.height or not self._paged(text):
            screen.write(text)

    def _paged(self, text: str) -> bool:
        """Hand long output to the pager; one that cannot be started hides nothing."""
        if self.pager is None:
            return False
        self.flush()
        try:
            self.pager(text)
        except OutputFailed:
            return False
        return True


def _plain(line: Line) -> str:
    return "".join(cell.text for cell in line)


def _ansi(line: Line) -> str:
    return "".join(
        f"\x1b[{STYLES[c.style]}m{c.text}\x1b[0m" if c.style in STYLES else c.text for c in line
    )


def wants_colour(env: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Decide on colour from NO_COLOR, FORCE_COLOR, TERM and whether a person looks."""
    if env.get("NO_COLOR"):
        return False
    if env.get("FORCE_COLOR"):
        return True
    return is_terminal and env.get("TERM") != "dumb"


def lines_of(page: Page) -> list[str]:
    """A page as plain text, for files and tests."""
    return [_plain(line) for line in compose(page)]
