"""What stands inside a line of Markdown without being words: code, escapes and comments."""

import re

_TOKEN = re.compile(r"\\[!-~]|(?<!`)(`{1,8})(?!`).*?(?<!`)\1(?!`)|<!--|%%")
_CLOSING = {"<!--": re.compile("-->"), "%%": re.compile("%%")}
_EMPTY_LINE = re.compile(r"(?:\r\n?+|\n)[ \t>]*(?=[\r\n])")


class Comments:
    """The comments of a text, in search of those that begin inside one line and end below.

    What was found is remembered, because a text full of openings
    would otherwise be searched to its end for each.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._seen: dict[re.Pattern[str], int] = {}

    def below(self, at: int, end: int) -> tuple[int, int] | None:
        """Where a comment begins between two offsets of a line, and where it ends below it.

        It ends before the next blank line; only the `%%` that begins a line may go beyond.
        Anything else is no comment but literal, as is an opening without an end.
        """
        begin = at
        while found := _TOKEN.search(self._text, at, end):
            opens, at = found.span()
            closing = _CLOSING.get(found[0])
            if closing is None:
                continue
            close = self._next(closing, at)
            after = close + len(closing.pattern)
            if close < end:
                at = after
            elif close < len(self._text) and self._reaches(found[0], opens, begin, end, close):
                return opens, after
        return None

    def _reaches(self, mark: str, opens: int, begin: int, end: int, close: int) -> bool:
        if mark == "%%" and opens == begin:
            return True
        is_percentage = mark == "%%" and self._text[opens - 1].isalnum()
        return not is_percentage and close < self._next(_EMPTY_LINE, end)

    def _next(self, pattern: re.Pattern[str], at: int) -> int:
        """Where the pattern is found next, from `at` on; the end of the text for nowhere."""
        if self._seen.get(pattern, -1) < at:
            found = pattern.search(self._text, at)
            self._seen[pattern] = found.start() if found else len(self._text)
        return self._seen[pattern]


def veil(line: str) -> tuple[str, list[tuple[int, int]]]:
    """Veil one line: NUL for each character of code, escapes and comments; the comments' spans.

    It stays as long as the line, so that what is found in it stands at the same place.
    """
    if "`" not in line and "\\" not in line and "<!--" not in line and "%%" not in line:
        return line, []
    parts: list[str] = []
    comments: list[tuple[int, int]] = []
    last = {mark: line.rfind(closing.pattern) for mark, closing in _CLOSING.items()}
    at = done = 0
    while found := _TOKEN.search(line, at):
        opens, at = found.span()
        if closing := _CLOSING.get(found[0]):
            if last[found[0]] < at:
                continue
            at = line.index(closing.pattern, at) + len(closing.pattern)
            comments.append((opens, at))
        parts += line[done:opens], "\0" * (at - opens)
        done = at
    return "".join(parts) + line[done:], comments
