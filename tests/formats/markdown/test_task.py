"""The task line: whose it is, what it says, when it is due, and how it is changed."""

from datetime import date

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.formats.markdown import task
from onestop.formats.markdown.ids import FIRST, REST
from onestop.formats.markdown.lines import Kind, scan
from onestop.formats.parsed import CannotEdit
from onestop.model.action import ActionItem, State

PEOPLE = {"alice": "alice", "ali": "alice", "sam": "sam", "me": "sam", "bo": "bo"}
PEOPLE |= {"田中": "tanaka", "alice moreau": "alice"}


def known(name: str) -> str | None:
    return PEOPLE.get(name.lower())


def read(text: str) -> ActionItem:
    (line,) = scan(text)
    item = task.read(line, text, known).value
    assert item is not None
    return item


def complaints(text: str) -> list[tuple[str, int]]:
    (line,) = scan(text)
    return [(p.code, p.column) for p in task.read(line, text, known).problems]


def test_every_part_of_a_line_is_read() -> None:
    text = (
        "# Actions\n  > - [x] @ali Demo the cache #o1-kr1 to #bo  [created:: 2026-11-24]"
        "  [due:: 2026-12-01]  [completion:: 2026-11-30] ^h6zn  \n"
    )
    line = scan(text)[1]

    item, problems = task.read(line, text, known, section="Actions", path="a.md")

    assert problems == ()
    assert item == ActionItem(
        id="h6zn",
        state=State.DONE,
        owner="alice",
        text="Demo the cache #o1-kr1 to #bo",
        created=date(2026, 11, 24),
        due=date(2026, 12, 1),
        closed=date(2026, 11, 30),
        tags=("o1-kr1", "bo"),
        section="Actions",
        path="a.md",
        line=2,
        raw=text.split("\n")[1],
    )


def test_the_places_of_the_parts_are_offsets_in_the_line() -> None:
    line = "  > 1. [/] Ask @bo, then sam  (due:: 2026-12-01) ^k3f9"

    found = task.parse(line, known, at=7).value

    assert found is not None
    assert line[found.mark] == "/"
    assert line[slice(*found.owner)] == "@bo,"
    assert line[found.marks.id_at :] == "^k3f9"
    (due,) = found.marks.fields
    assert line[due.start : due.end] == "(due:: 2026-12-01)"
    assert line[due.at :].startswith(due.value)


@pytest.mark.parametrize(
    ("mark", "state", "is_open"),
    [
        (" ", State.OPEN, True), ("/", State.STARTED, True), ("x", State.DONE, False),
        ("X", State.DONE, False), ("-", State.DROPPED, False), (">", State.OTHER, False),
        ("?", State.OTHER, False), ("é", State.OTHER, False),
    ],
)  # fmt: skip
def test_the_mark_in_the_box_is_the_state(mark: str, state: State, is_open: bool) -> None:
    item = read(f"- [{mark}] a")

    assert (item.state, item.state.is_open) == (state, is_open)
    assert complaints(f"- [{mark}] a") == [("odd-mark", 3)] * (state is State.OTHER)


@pytest.mark.parametrize(
    ("words", "owner", "text"),
    [
        ("@alice Write", "alice", "Write"),
        ("@ALI: Write", "alice", "Write"),
        ("@me Write", "sam", "Write"),
        ("Write @alice", "alice", "Write"),
        ("Write @alice #one #two ^k3f9", "alice", "Write #one #two"),
        ("Ask @bo about it", "bo", "Ask @bo about it"),
        ("Ask @nobody and @bo about it", "bo", "Ask @nobody and @bo about it"),
        ("@nobody Write", "", "@nobody Write"),
        ("@alice's page", "alice", "@alice's page"),
        ("mail@alice.org it", "", "mail@alice.org it"),
        ("see https://x.org/@alice", "", "see https://x.org/@alice"),
        ("\\@alice and `@bo` %% @sam %%", "", "\\@alice and `@bo`"),
        ("Alice: Write", "alice", "Write"),
        ("**Alice:** Write", "alice", "Write"),
        ("**Alice**: Write", "alice", "Write"),
        ("__Alice Moreau:__ ask @bo", "alice", "ask @bo"),
        ("田中：書く", "tanaka", "書く"),
        ("Note: Write", "", "Note: Write"),
        ("Alice:Write", "", "Alice:Write"),
        ("Write  [owner:: @alice] ^k3f9", "alice", "Write"),
        ("Ask @bo  [owner:: alice]", "alice", "Ask @bo"),
        ("@bo Ask  [owner:: alice]", "bo", "Ask  [owner:: alice]"),
        ("Write [owner:: x]", "", "Write [owner:: x]"),
        ("@alice", "alice", ""),
        ("Write", "", "Write"),
    ],
)
def test_the_owner_is_whoever_is_named(words: str, owner: str, text: str) -> None:
    item = read(f"- [ ] {words}")

    assert (item.owner, item.text) == (owner, text)


@pytest.mark.parametrize(
    "field",
    [
        "[due:: 2026-11-27]", "[due::2026-11-27 ]", "(due:: 2026-11-27)", "📅 2026-11-27",
        "📅\ufe0f 2026-11-27", "📆2026-11-27", "🗓\ufe0f 2026-11-27", "due:2026-11-27",
    ],
)  # fmt: skip
def test_the_due_date_is_read_in_every_spelling(field: str) -> None:
    for line in (f"- [ ] Write {field}", f"- [ ] {field} Write", f"- [ ] Write  {field} ^k3f9"):
        assert (read(line).due, read(line).text) == (date(2026, 11, 27), "Write")
        assert complaints(line) == []


@pytest.mark.parametrize(
    ("lead", "value", "end"),
    [
        ("[due:: ", "2026-02-30", "]"), ("[due:: ", "friday", "]"), ("[due:: ", "", "]"),
        ("(due:: ", "3/4", ")"), ("[due:: ", "2026-11-27T10", "]"), ("📅 ", "2026-13-01", ""),
        ("📅 ", "27.11.2026", ""), ("due:", "2026-1-5", ""), ("due:", "friday", ""),
        ("[created:: ", "2022-02-29", "]"), ("➕ ", "2022-02-29", ""), ("✅", "2022-2-28", ""),
        ("[completion:: ", "soon", "]"), ("[cancelled:: ", "2026-99-99", "]"),
    ],
)  # fmt: skip
def test_a_date_that_is_none_is_named_and_never_guessed(lead: str, value: str, end: str) -> None:
    line = f"- [x] Do {lead}{value}{end} ^k3f9"

    item = read(line)

    assert (item.created, item.due, item.closed, item.text) == (None, None, None, "Do")
    assert complaints(line) == [("bad-date", len("- [x] Do ") + len(lead) + 1)]


@pytest.mark.parametrize(
    "words",
    [
        "Write `[due:: 2026-11-27]`", "Write ``due:2026-11-27 ` ``", "Write \\[due:: 2026-11-27]",
        "Write <!-- [due:: 2026-11-27] -->", "Write %% due:2026-11-27 %% it", "overdue:2026-11-27",
        "📅 Ask for a day", "✅ 3 of 5", "due: see below", "[priority:: 2026-11-27]",
        "[DUE:: 2026-11-27]", "Write (2026-11-27)",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_field_is_none(words: str) -> None:
    assert read(f"- [ ] {words}").due is None
    assert complaints(f"- [ ] {words}") == []


def test_comments_are_no_words_and_code_is() -> None:
    assert read("- [ ] a <!-- b --> `c` %% d %% e").text == "a `c` e"
    text = "- [ ] a  [due:: 2026-11-27] <!-- [due:: 2026-11-28]\nb -->"
    item = task.read(scan(text)[0], text, known).value
    assert item is not None
    assert (item.text, item.due) == ("a", date(2026, 11, 27))
    assert item.raw == "- [ ] a  [due:: 2026-11-27] <!-- [due:: 2026-11-28]"


def test_the_last_of_two_dates_counts_and_is_named() -> None:
    line = "- [ ] a 📅 2026-11-27  [due:: 2026-11-28]"

    assert read(line).due == date(2026, 11, 28)
    assert complaints(line) == [("twice", line.index("[due") + 1)]
    assert read("- [ ] a due:2026-11-27 [due:: x]").due is None


def test_signs_of_obsidian_tell_when_it_was_made_and_closed() -> None:
    done, dropped = read("- [x] a ➕ 2026-11-01 ✅ 2026-11-02"), read("- [-] a ❌ 2026-11-03")

    assert (done.created, done.closed) == (date(2026, 11, 1), date(2026, 11, 2))
    assert (dropped.closed, dropped.text) == (date(2026, 11, 3), "a")
    assert read("- [ ] a ✅ 2026-11-02").closed is None


@pytest.mark.parametrize(
    ("words", "ident"),
    [
        ("a ^k3f9", "k3f9"), ("a ^my-block-7", "my-block-7"), ("a ^k3f9  ", "k3f9"), ("a^k3f9", ""),
        ("a ^k3f9 b", ""), ("a ^k_9", ""), ("2^10 ^k3f9", "k3f9"), ("a ` ^k3f9", "k3f9"),
        ("a ^k3f9 %% b %%", ""), ("a \\^k3f9", ""),
    ],
)  # fmt: skip
def test_the_id_is_the_last_thing_on_the_line(words: str, ident: str) -> None:
    assert read(f"- [ ] {words}").id == ident


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("#a #b-c #d/e #ü_1", ("a", "b-c", "d/e", "ü_1")), ("(#a, #b)", ("a", "b")),
        ("#1 x#a [t](#a) https://x/#a \\#a `#a` [[n#a]]", ()), ("#a- #2a.", ("a", "2a")),
    ],
)  # fmt: skip
def test_tags_are_listed_and_stay_in_the_words(words: str, tags: tuple[str, ...]) -> None:
    assert (read(f"- [ ] {words}").tags, read(f"- [ ] {words}").text) == (tags, words)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("- [TODO] a", []), ("- ☐ a", []), ("- a [ ] b", []), ("- [x](url) a", []), ("- [] a", []),
        ("- [ ]nospace", ["tight-box"]), ("- [ ]", ["empty-box"]),
        ("- [ ]  [due:: 2026-11-27] ^k3f9", ["empty-box"]), ("- [ ] <!-- a -->", ["empty-box"]),
    ],
)  # fmt: skip
def test_what_is_no_action_is_left_out(text: str, codes: list[str]) -> None:
    (line,) = scan(text)

    item, problems = task.read(line, text, known)

    assert item is None
    assert [problem.code for problem in problems] == codes


@pytest.mark.parametrize("marker", ["* ", "+ ", "1. ", "2) ", "-  ", "-\t"])
def test_a_box_that_a_search_for_boxes_misses_is_named(marker: str) -> None:
    assert read(f"{marker}[ ] a").text == "a"
    assert complaints(f"{marker}[ ] a") == [("odd-marker", 1)]
    assert complaints(f"> - {marker}[ ] a") == [("odd-marker", 1)]


WORDS = st.from_regex(r"[A-Za-zäé0-9]([A-Za-zäé0-9 ,.'?/-]{0,30}[A-Za-z0-9?])?", fullmatch=True)
DAYS = st.none() | st.dates(date(1000, 1, 1))
ITEMS = st.builds(
    ActionItem,
    id=st.just("") | st.builds("{}{}".format, st.sampled_from(FIRST), st.text(REST, min_size=3)),
    state=st.sampled_from([State.OPEN, State.STARTED, State.DONE, State.DROPPED]),
    owner=st.sampled_from(["alice", "sam", ""]),
    text=WORDS,
    created=DAYS,
    due=DAYS,
    closed=DAYS,
    tags=st.just(()),
    section=st.just(""),
    path=st.just(""),
)


@settings(max_examples=examples(200), derandomize=True)
@given(ITEMS)
def test_what_is_written_is_read(item: ActionItem) -> None:
    meant = item._replace(closed=None) if item.state.is_open else item
    line = task.write(
        item.owner,
        item.text,
        created=item.created,
        due=item.due,
        closed=item.closed,
        state=item.state,
        ident=item.id,
    )

    assert read(line) == meant._replace(line=1, raw=line)
    assert complaints(line) == []


def test_a_new_line_is_written_as_documented() -> None:
    day, due = date(2026, 11, 20), date(2026, 11, 27)

    assert task.write("sam", "Send it", created=day, due=due, ident="t9xp") == (
        "- [ ] @sam Send it  [created:: 2026-11-20]  [due:: 2026-11-27] ^t9xp"
    )
    assert task.write("", "Send it") == "- [ ] Send it"
    assert task.write("sam", "Send it", due=due, closed=day, state=State.DROPPED) == (
        "- [-] @sam Send it  [due:: 2026-11-27]  [cancelled:: 2026-11-20]"
    )


PARTS = st.lists(
    st.sampled_from([
        "@alice", "words", "`code", "`", "[due:: 2026-11-27]", "(due:: x)", "📅 2026-11-27", "due:",
        "due:2026-11-27", "[completion:: 2026-11-27]", "✅ 2026-11-27", "❌\ufe0f", "^k3f9", "%%",
        "<!--", "-->", "\\", "[", "(due::", "[said::", ")", "]", "  ", "\t", "#tag", "[owner:: bo]",
        "[became:: happy 2026-11-27]", "ü", "^", "2026-11-28",
    ]),
    max_size=8,
).map(" ".join)  # fmt: skip
STARTS = st.sampled_from([
    "- [ ] ", "* [x] ", "  1. [-] ", "> - [/]\t", "- > 2) [?] ", "\ufeff- [ ] ", "- [X]  ",
])  # fmt: skip


def meaning(line: str) -> list[object]:
    """What a line says but for its state and the days of closing."""
    found = task.parse(line, known, at=line.index("[")).value
    assert found is not None
    others = [f[:2] for f in found.marks.fields if f.key not in ("completion", "cancelled")]
    return [found.item.owner, found.item.id, found.item.due, found.item.tags, others]


@settings(max_examples=examples(250), derandomize=True)
@given(STARTS, PARTS, st.sampled_from(list(State)))
def test_a_new_state_changes_one_character(start: str, words: str, state: State) -> None:
    line = f"{start}a {words}"
    mark = line.index("[") + 1

    changed = task.set_state(line, state)

    assert (changed[:mark], changed[mark + 1 :]) == (line[:mark], line[mark + 1 :])
    found = task.parse(changed, known, at=mark - 1).value
    assert found is not None
    assert found.item.state is state


@settings(max_examples=examples(250), derandomize=True)
@given(STARTS, PARTS, st.booleans())
def test_closing_and_reopening_keep_everything_else(start: str, words: str, is_done: bool) -> None:
    line = f"{start}a {words}"
    at, on = line.index("["), date(2026, 12, 1)
    try:
        closed = task.close(line, State.DONE if is_done else State.DROPPED, on)
        opened = task.reopen(closed)
    except CannotEdit:
        event("refused")
        return

    found, again = task.parse(closed, known, at=at).value, task.parse(opened, known, at=at).value
    assert found is not None
    assert again is not None
    assert (found.item.state, found.item.closed) == (
        State.DONE if is_done else State.DROPPED,
        on,
    )
    assert again.item.state is State.OPEN
    assert not {f.key for f in again.marks.fields} & {"completion", "cancelled"}
    assert meaning(line) == meaning(closed) == meaning(opened)


def test_a_promise_is_done_dropped_and_open_again() -> None:
    line = "- [ ] @alice Demo  [due:: 2026-12-01] ^h6zn"
    on = date(2026, 11, 30)

    done = task.close(line, State.DONE, on)
    dropped = task.close(done, State.DROPPED, on)

    assert done == "- [x] @alice Demo  [due:: 2026-12-01]  [completion:: 2026-11-30] ^h6zn"
    assert dropped == "- [-] @alice Demo  [due:: 2026-12-01]  [cancelled:: 2026-11-30] ^h6zn"
    assert task.reopen(done) == task.reopen(dropped) == line
    assert task.close(done, State.DONE, on) == done
    assert task.set_state("- [X] a", State.DONE) == "- [X] a"


@pytest.mark.parametrize("line", ["- a", "[ ] a", "a - [ ] b", "", "> [ ] a", "-[ ] a", "- [ ]a"])
def test_a_line_without_a_box_cannot_be_ticked(line: str) -> None:
    with pytest.raises(CannotEdit) as refused:
        task.set_state(line, State.DONE)

    assert (refused.value.problem.code, refused.value.problem.text) == ("no-box", line)


@settings(max_examples=examples(300), derandomize=True)
@given(st.text() | PARTS, st.integers(0, 4), STARTS | st.just(""))
def test_any_text_is_read_without_complaint(words: str, at: int, start: str) -> None:
    text = start + words
    found, problems = task.parse(text, known, at=at, number=3)

    assert all(problem.line == 3 and 0 < problem.column <= len(text) + 1 for problem in problems)
    assert found is None or text[found.mark - 1] == "["
    for line in scan(text):
        item = task.read(line, text, known).value
        if line.kind is Kind.ITEM and item:
            assert item.raw == text[line.start : line.end]
