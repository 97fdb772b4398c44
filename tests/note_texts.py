"""Notes as people, editors and other tools leave them, whole and broken."""

from hypothesis import strategies as st

HEADS = [
    "", "", "---\nstate: held\n---\n", "---\nstate: planned\n---\n",
    "---\nstate: skipped\nskipped: ill\n---\n", "---\nmoved-to: 2026-11-26\n---\n",
    "---\r\nstate: held\r\nhappiness: 4\r\n---\r\n",
    "---\ntype: one-on-one\nasked: [a, b]\n# why\n---\n", "---\n\nA rule, no header.\n\n---\n",
    "---\nstate: [\n---\n", "---\nhappiness: 3\nnever closed\n", "---\nstate: |\n  ```\n---\n",
]  # fmt: skip
LINES = [
    "", "", "", "# Alice and Sam", "## Topics", "## Wins", "### wins", "## ACTIONS ##", "#Topics",
    "# Check in", "Follow-up", "---", "===", "## Books we like", "#### Below", "> ## Decisions",
    "- a", "- [ ] @alice a ^k3f9", "- [x] b  [due:: 2026-11-27]", "* [ ] c", "1. [ ] d",
    "10) e", "  - nested", "    - [ ] deep", "    code", "\tcode", "> - [ ] quoted", "- [ ]",
    "- @sam a (k3f9)", "- [x] @sam a (k3f9)", "- [ ] b (t4kd)", "- :-/ who? ^h2qw", "- :-)",
    "- d  ", "words", "words  ", "```", "~~~ md", "<!-- c -->", "<!--", "-->", "- a <!-- b",
    "- [ ] a <!-- b", "a --> b", "%%", "- a %% b", "- a `b", "<details>", "| a | b |", "*", "-",
    "- # A heading in an item", "- - [ ] twice", "- 2026-11-20 @alice c ^t4kd", "é 😀 \u2028",
]  # fmt: skip
ENDS = ["\n", "\n", "\n", "\r\n", "\r\n", "\r"]


def _joined(bom: str, head: str, lines: list[str], ends: list[str], last: str) -> str:
    body = "".join(line + end for line, end in zip(lines, ends, strict=False))
    return f"{bom}{head}{body}{last}"


def pages() -> st.SearchStrategy[str]:
    """Notes of lines that mean something, in any order and with any line ends."""
    lines = st.lists(st.sampled_from(LINES), max_size=14)
    plain = st.sampled_from(["\n", "\r\n"]).map(lambda end: [end] * 14)
    mixed = st.lists(st.sampled_from(ENDS), min_size=14, max_size=14)
    return st.builds(
        _joined,
        st.sampled_from(["", "", "", "\ufeff"]),
        st.sampled_from(HEADS),
        lines,
        plain | mixed,
        st.sampled_from(["", "", *LINES]),
    )


def anything() -> st.SearchStrategy[str]:
    """Any text at all."""
    return st.text() | pages()


def is_spliced(before: str, after: str) -> bool:
    """Whether `after` is `before` with one run of characters put in."""
    start = next(
        (n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before)
    )
    rest = before[start:]
    return len(after) > len(before) and after.endswith(rest)
