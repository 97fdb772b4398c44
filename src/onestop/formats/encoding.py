"""Bytes to text: UTF-8 and nothing else, so that what was read can be written back as it was.

Conflict markers of git are found here too: they are as good as a wrong encoding,
text that no person meant to leave in the file.
"""

import re

from onestop.formats.parsed import Parsed
from onestop.formats.place import problem_at
from onestop.model.problem import Problem

_MARKER = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_AS_UTF8 = 'Save the file as UTF-8; most editors have "Save with encoding".'


def decode(data: bytes) -> Parsed[str]:
    """Read strict UTF-8; a byte order mark stays in the text, so `text.encode()` is `data`.

    Other bytes, UTF-16 and NUL are a problem with code `encoding`;
    bytes count from 0, as `xxd` and `od` count them.
    The value then is for showing only: foreign bytes stand in it as lone surrogates.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return Parsed(data.decode(errors="surrogateescape"), (_foreign(data, error.start),))
    if "\0" in text:
        return Parsed(text, (_foreign(data, data.index(0)),))
    return Parsed(text)


def conflicts(text: str) -> tuple[Problem, ...]:
    """Name each merge conflict git left behind, at its first line.

    The `=======` between the sides says nothing: it also underlines a Markdown heading.
    """
    if "<<<<<<< " not in text and ">>>>>>> " not in text:
        return ()
    found, inside = [], False
    for marker in _MARKER.finditer(text):
        opens = marker[0][0] == "<"
        if opens or not inside:
            found.append(marker.start())
        inside = opens
    return tuple(_conflict(text, offset) for offset in found)


def newline(text: str) -> str:
    r"""Tell the line end that most lines have: `\r\n`, or `\n` when it is a draw."""
    crlf = text.count("\r\n")
    return "\r\n" if crlf > text.count("\n") - crlf else "\n"


def _foreign(data: bytes, offset: int) -> Problem:
    if _is_utf16(data):
        return Problem("encoding", "the file is UTF-16, not UTF-8", _AS_UTF8)
    if data[offset] == 0:
        what = f"byte {offset} (0x00) is a NUL, which no text holds"
        hint = "The file may be damaged or no text at all; git or a backup may have a good one."
    else:
        what, hint = f"byte {offset} (0x{data[offset]:02x}) is not UTF-8", _AS_UTF8
    shown = data.decode(errors="replace")
    return problem_at(shown, len(data[:offset].decode()), "encoding", what, hint)


def _is_utf16(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if len(data) % 2:
        return False
    high, low = data[::2].count(0), data[1::2].count(0)
    return min(high, low) == 0 and max(high, low) * 4 > len(data)


def _conflict(text: str, offset: int) -> Problem:
    hint = "Keep the lines you want and delete the lines <<<<<<<, ======= and >>>>>>>."
    return problem_at(text, offset, "conflict", "unresolved merge conflict", hint)
