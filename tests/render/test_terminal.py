"""The one way to the terminal: what is said where, in which letters, and what can fail."""

import io
import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TextIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.errors import OutputFailed, PipeClosed, Usage
from onestop.render.terminal import STYLES, Screen, Terminal, lines_of, wants_colour
from onestop.render.text import BLANK, Cell, row

FULL = Path("/dev/full")
UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SGR = re.compile(r"\x1b\[[0-9]+m")


class Ends:
    """A terminal between three files in memory."""

    def __init__(
        self,
        *,
        typed: str = "",
        encoding: str = "utf-8",
        colour: bool = False,
        width: int | None = None,
        height: int = 24,
        pager: Callable[[str], None] | None = None,
    ) -> None:
        self.raw_out, self.raw_err = io.BytesIO(), io.BytesIO()
        out = io.TextIOWrapper(self.raw_out, encoding=encoding, newline="")
        err = io.TextIOWrapper(self.raw_err, encoding=encoding, newline="")
        self.terminal = Terminal(
            Screen(out, colour=colour, width=width, height=height),
            Screen(err, colour=colour, width=width),
            io.StringIO(typed),
            asks=True,
            pager=pager,
        )

    @property
    def out(self) -> str:
        self.terminal.flush()
        return self.raw_out.getvalue().decode()

    @property
    def err(self) -> str:
        self.terminal.flush()
        return self.raw_err.getvalue().decode()


@pytest.fixture
def gone() -> Iterator[TextIO]:
    """An output whose reader has left."""
    reading, writing = os.pipe()
    os.close(reading)
    stream = os.fdopen(writing, "w", encoding="utf-8")
    yield stream
    with suppress(BrokenPipeError):
        stream.close()


@pytest.fixture
def full() -> Iterator[TextIO]:
    """An output on a disk without space."""
    if not FULL.exists():
        pytest.skip("this machine has no full disk to write to")
    stream = FULL.open("w", encoding="utf-8")
    yield stream
    with suppress(OSError):
        stream.close()


def test_data_goes_to_one_side_and_words_to_the_other() -> None:
    ends = Ends()

    ends.terminal.show([row("alice", "weekly")])
    ends.terminal.tell("Next: one prep alice", row("b", "c"))

    assert ends.out == "alice  weekly\n"
    assert ends.err == "Next: one prep alice\nb  c\n"


def test_quiet_silences_what_is_told_and_not_what_must_be_heard() -> None:
    ends = Ends()
    ends.terminal.quiet = True

    ends.terminal.tell("Next: one log alice")
    ends.terminal.warn("one: a.md:3: no such day")
    ends.terminal.data("path")

    assert (ends.out, ends.err) == ("path\n", "one: a.md:3: no such day\n")


def test_the_two_outputs_keep_their_order(tmp_path: Path) -> None:
    both = tmp_path / "both"
    with both.open("a") as out, both.open("a") as err:
        terminal = Terminal(Screen(out), Screen(err), io.StringIO("yes\n"), asks=True)

        terminal.data("first")
        terminal.warn("second")
        terminal.data("third")
        terminal.ask("fourth? ")

        assert both.read_text() == "first\nsecond\nthird\nfourth? "


def test_colour_is_there_only_when_it_is_on() -> None:
    page = [row(Cell("late", "late"), Cell("plain"), Cell("odd", "no such style"))]
    plain, coloured = Ends(), Ends(colour=True)

    plain.terminal.show(page)
    coloured.terminal.show(page)

    assert plain.out == "late  plain  odd\n"
    assert coloured.out == "\x1b[31mlate\x1b[0m  plain  odd\n"


@pytest.mark.parametrize("style", STYLES)
def test_every_style_begins_and_ends_with_its_words(style: str) -> None:
    ends = Ends(colour=True)

    ends.terminal.show([row(Cell("words", style))])

    assert re.fullmatch(r"\x1b\[(?:[1-3]|3[0-7])mwords\x1b\[0m\n", ends.out)


@settings(max_examples=examples(200), derandomize=True)
@given(st.lists(st.tuples(st.text(), st.sampled_from(["", *STYLES])), max_size=4), st.booleans())
def test_nothing_of_the_persons_text_is_interpreted(
    cells: list[tuple[str, str]], colour: bool
) -> None:
    ends = Ends(colour=colour, width=40)

    ends.terminal.show([row(*(Cell(*cell) for cell in cells), grid="g")])
    ends.terminal.tell(*(text for text, _ in cells))

    plain = SGR.sub("", ends.out) if colour else ends.out
    assert not UNSAFE.search(plain + ends.err)
    assert ends.err.count("\n") >= len(cells)


@pytest.mark.parametrize("text", ["[x] done", "[red]no[/red] [/]", ":smile:", "[link=u]x[/link]"])
def test_markup_is_shown_as_it_was_typed(text: str) -> None:
    ends = Ends(colour=True)

    ends.terminal.show([row(text)])
    ends.terminal.data(text)

    assert ends.out == f"{text}\n{text}\n"


def test_data_keeps_its_tabs_and_nothing_else_that_moves_the_cursor() -> None:
    ends = Ends()

    ends.terminal.data("a\tb\x1b[2J\r\n\nlast")

    assert ends.out == "a\tb^[[2J^M\n\nlast\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437", "shift_jis"])
def test_letters_the_encoding_lacks_are_spelled_out(encoding: str) -> None:
    ends = Ends(encoding=encoding)

    ends.terminal.data("Łukasz 😀")

    assert ends.out == "\\u0141ukasz \\U0001f600\n"


def test_columns_line_up_in_ascii_too() -> None:
    ends = Ends(encoding="ascii")

    ends.terminal.show([row("José", "weekly", grid="g"), row("Bo", "monthly", grid="g")])

    assert ends.out == "Jos\\xe9  weekly\nBo       monthly\n"


@settings(max_examples=examples(100), derandomize=True)
@given(st.text(), st.sampled_from(["ascii", "latin-1", "cp437", "utf-8", "utf-16", "gb18030"]))
def test_no_text_fails_in_any_encoding(text: str, encoding: str) -> None:
    ends = Ends(encoding=encoding)

    ends.terminal.show([row(text)])
    ends.terminal.flush()

    shown = ends.raw_out.getvalue().decode(encoding)
    assert not UNSAFE.search(shown)
    assert shown.count("\n") == 1


def test_an_output_that_was_never_open_is_an_error() -> None:
    with pytest.raises(OutputFailed, match="The output is closed"):
        Terminal(Screen(None), Screen(None), None, asks=False).data("a")


def test_an_output_that_was_closed_meanwhile_is_an_error() -> None:
    out = io.StringIO()
    out.close()

    with pytest.raises(OutputFailed, match=r"written: I/O operation on closed file\.$"):
        Terminal(Screen(out), Screen(None), None, asks=False).data("a")


def test_a_closed_output_that_nobody_needs_hurts_nobody() -> None:
    err = io.StringIO()
    terminal = Terminal(Screen(None), Screen(err), None, asks=False)

    terminal.tell("heard")
    terminal.flush()
    Terminal(Screen(None), Screen(None), None, asks=False).warn("not heard")

    assert err.getvalue() == "heard\n"


def test_a_reader_that_has_gone_is_told_apart(gone: TextIO) -> None:
    terminal = Terminal(Screen(gone), Screen(None), None, asks=False)
    terminal.data("a")

    with pytest.raises(PipeClosed) as failed:
        terminal.flush()

    assert failed.value.exit_code == 141


def test_what_must_be_heard_is_heard_although_the_disk_is_full(full: TextIO) -> None:
    err = io.StringIO()
    terminal = Terminal(Screen(full), Screen(err), None, asks=False)
    terminal.data("a")

    with pytest.raises(OutputFailed, match=r"written: No space left on device\.$") as failed:
        terminal.warn("one: this must be heard")

    assert failed.value.exit_code == 74
    assert err.getvalue() == "one: this must be heard\n"


def test_long_output_goes_through_the_pager_in_its_colours() -> None:
    pages: list[str] = []
    ends = Ends(colour=True, height=3, pager=pages.append)

    ends.terminal.show([row(Cell("late", "late")), BLANK, row("\x1b")])

    assert pages == ["\x1b[31mlate\x1b[0m\n\n^[\n"]
    assert ends.out == ""


def test_short_output_and_words_beside_it_are_never_paged() -> None:
    pages: list[str] = []
    ends = Ends(height=3, pager=pages.append)

    ends.terminal.show([BLANK, BLANK])
    ends.terminal.tell("a", "b", "c", "d")

    assert (pages, ends.out, ends.err) == ([], "\n\n", "a\nb\nc\nd\n")


def test_without_a_pager_long_output_is_printed_whole() -> None:
    ends = Ends(height=3)

    ends.terminal.show([row(str(n)) for n in range(9)])

    assert ends.out == "".join(f"{n}\n" for n in range(9))


def test_a_pager_that_cannot_be_started_hides_nothing() -> None:
    def missing(text: str) -> None:
        raise OutputFailed(f"no pager for {len(text)} letters")

    ends = Ends(height=2, pager=missing)

    ends.terminal.show([row("a"), row("b")])

    assert ends.out == "a\nb\n"


def test_a_question_is_asked_beside_the_data_and_answered_in_one_line() -> None:
    ends = Ends(typed="  Demo the cache, tue \r\nnext\n")

    answer = ends.terminal.ask("What will \x1b[1mAlice do? > ")

    assert answer == "  Demo the cache, tue "
    assert (ends.out, ends.err) == ("", "What will ^[[1mAlice do? > ")
    assert ends.terminal.read_all() == "next\n"


def test_an_input_that_ends_is_no_answer_and_ends_the_line() -> None:
    ends = Ends(typed="")

    with pytest.raises(EOFError):
        ends.terminal.ask("> ")

    assert ends.err == "> \n"


def test_an_input_that_is_not_there_is_no_answer() -> None:
    with pytest.raises(EOFError):
        Terminal(Screen(None), Screen(None), None, asks=True).ask("> ")


def test_without_an_input_there_is_nothing_to_read() -> None:
    assert Terminal(Screen(None), Screen(None), None, asks=False).read_all() == ""


@pytest.mark.parametrize("read", [lambda t: t.ask("> "), Terminal.read_all])
def test_input_that_is_not_text_is_refused_with_its_byte(read: Callable[[Terminal], str]) -> None:
    inp = io.TextIOWrapper(io.BytesIO(b"caf\xe9\n"), encoding="utf-8")
    terminal = Terminal(Screen(io.StringIO()), Screen(io.StringIO()), inp, asks=True)

    with pytest.raises(Usage, match=r"not text in UTF-8: it holds byte 0xe9\.$"):
        read(terminal)


def test_input_that_cannot_be_read_is_refused() -> None:
    inp = io.StringIO("a")
    inp.close()

    with pytest.raises(Usage, match=r"could not be read: I/O operation on closed file\.$"):
        Terminal(Screen(None), Screen(None), inp, asks=False).read_all()


@pytest.mark.parametrize(
    ("env", "is_terminal", "wanted"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"TERM": "dumb"}, True, False),
        ({"TERM": "xterm"}, True, True),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False, True),
        ({"FORCE_COLOR": ""}, False, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour_is_asked_of_the_environment(
    env: dict[str, str], is_terminal: bool, wanted: bool
) -> None:
    assert wants_colour(env, is_terminal=is_terminal) is wanted


def test_a_page_is_plain_text_for_files() -> None:
    assert lines_of([row(Cell("a", "late"), "b"), BLANK]) == ["a  b", ""]
