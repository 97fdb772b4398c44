"""Tags: short ones grow to whole ones, and whatever is the person's own stays."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from note_texts import anything
from onestop.formats.markdown.bullet import bullet
from onestop.insight.tags import Said, expand, expanded, known, near, said, whole, written
from onestop.model.action import ActionItem, State
from onestop.model.entry import Entry
from onestop.model.entry import Said as Promised
from onestop.model.feedback import TO_ME, Feedback
from onestop.model.folder import Folder
from onestop.model.meeting import Bullet, Meeting, Moment
from onestop.model.okr import KeyResult, Objective, Quarter
from onestop.model.person import Person
from onestop.model.theme import GrowthTheme
from onestop.model.topic import Topic

TODAY = date(2026, 11, 24)


def quarter(name: str, **results: tuple[str, ...]) -> Quarter:
    made = {name: tuple(KeyResult(r, r) for r in rs) for name, rs in results.items()}
    return Quarter(name, tuple(Objective(o, o, results=rs) for o, rs in made.items()))


FOLDER = Folder(
    Person("alice", "Alice", manages=True),
    themes=(GrowthTheme("share-early", "Share"), GrowthTheme("decide", "Decide", state="grown")),
    okrs=(
        quarter("2026-Q3", o7=("o7-kr1",)),
        quarter("2026-Q4", o1=("o1-kr1",), o2=("o2-kr1", "o2-kr2")),
    ),
    team_okrs=(quarter("2026-Q4", o1=("o1-kr1",)),),
)


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("o1", "o1-kr1"), ("O1", "o1-kr1"), ("o1-kr1", "o1-kr1"), ("O1-KR1", "o1-kr1"),
        ("o2", "o2"), ("o2-kr2", "o2-kr2"), ("team-o1", "team-o1-kr1"), ("o7", "o7"),
        ("share", "share-early"), ("Share-Early", "share-early"), ("sh", "share-early"),
        ("s", "s"), ("d", "d"), ("Mine", "Mine"), ("delegated", "delegated"),
    ],
)  # fmt: skip
def test_a_tag_grows_where_it_fits_one_thing_alone(tag: str, meant: str) -> None:
    assert whole(tag, FOLDER, TODAY) == meant


def test_several_themes_that_fit_are_none() -> None:
    folder = FOLDER._replace(themes=(*FOLDER.themes, GrowthTheme("share-more", "S")), okrs=())

    assert whole("share", folder, TODAY) == "share"
    assert whole("share-m", folder, TODAY) == "share-more"


def test_a_theme_cannot_take_the_tag_of_what_was_handed_over() -> None:
    folder = FOLDER._replace(themes=(GrowthTheme("delegated-work", "D"),))

    assert whole("delegated", folder, TODAY) == "delegated"


@pytest.mark.parametrize(
    ("text", "grown"),
    [
        ("Slips #o1.", "Slips #o1-kr1."), ("#o1, #share", "#o1-kr1, #share-early"),
        ("(#o1) #o1", "(#o1-kr1) #o1-kr1"), ("`#o1` and #o1", "`#o1` and #o1-kr1"),
        ("`see #o1` ``a ` #o1`` #o1", "`see #o1` ``a ` #o1`` #o1-kr1"),
        ("a lone ` #o1", "a lone ` #o1-kr1"), (r"\#o1", r"\#o1"), ("a#o1 x/#o1", "a#o1 x/#o1"),
        ("[page](#o1)", "[page](#o1)"), ("[[#o1]]", "[[#o1]]"), ("#o1/sub", "#o1/sub"),
        ("#1 #12", "#1 #12"), ("<!-- #o1 --> #o1", "<!-- #o1 --> #o1-kr1"),
        ("%% #o1 %%", "%% #o1 %%"), ("#o1- #o1/", "#o1-kr1- #o1-kr1/"), ("", ""), ("#", "#"),
    ],
)  # fmt: skip
def test_tags_grow_where_notes_read_them_and_nowhere_else(text: str, grown: str) -> None:
    assert expand(text, FOLDER, TODAY) == grown


@settings(max_examples=examples(300), derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(["#o1", "#share", "`", "``", "\\", " ", "a", "(", "](", "/", "-"])))
def test_what_grows_is_what_notes_read_as_tags(parts: list[str]) -> None:
    """The rule stands here for typed words, and in formats for lines: they are one rule."""
    text = "".join(parts)
    read = bullet(f"x {text}", lambda _: None, at=0, number=1).value

    assert {tag.lower() for tag in read.tags} == written(f"x {text}")


@settings(max_examples=examples(150), derandomize=True, deadline=None)
@given(anything())
def test_growing_twice_is_growing_once_and_no_other_word_changes(text: str) -> None:
    once = expand(text, FOLDER, TODAY)

    assert expand(once, FOLDER, TODAY) == once
    assert expand(text, FOLDER._replace(themes=(), okrs=(), team_okrs=()), TODAY) == text


def test_every_text_of_a_log_has_whole_tags() -> None:
    entry = Entry(
        bullets=(("Wins", "a #o1"),), moments=((":-(", "b #o1"),),
        actions=(Promised("sam", "c #share"),), asides=(Feedback(TO_ME, "d #share"),),
    )  # fmt: skip

    assert expanded(entry, FOLDER, TODAY) == Entry(
        bullets=(("Wins", "a #o1-kr1"),), moments=((":-(", "b #o1-kr1"),),
        actions=(Promised("sam", "c #share-early"),),
        asides=(Feedback(TO_ME, "d #share-early"),),
    )  # fmt: skip


def test_known_tags_are_those_of_all_quarters_and_themes() -> None:
    assert known(FOLDER) == {
        "share-early", "decide", "delegated", "o1", "o1-kr1", "o2", "o2-kr1", "o2-kr2",
        "o7", "o7-kr1", "team-o1", "team-o1-kr1",
    }  # fmt: skip


def test_every_tag_somebody_wrote_is_found_with_its_line() -> None:
    note = Meeting(
        "alice", TODAY, "n.md",
        bullets=(Bullet("Wins", "w #a", tags=("a",), line=3),),
        actions=(ActionItem("", State.OPEN, "", "x", tags=("b",), path="n.md", line=4, raw="b"),),
        topics=(Topic("", "", "x", path="n.md", line=5, raw="c", tags=("c",)),),
        moments=(Moment(":-)", "x", line=6, path="n.md", raw="d", tags=("d",)),),
    )  # fmt: skip
    told = Feedback(TO_ME, "x", tags=("e",), path="f.md", line=1, raw="e")

    assert list(said(Folder(Person("alice", "A"), meetings=(note,), feedback=(told,)))) == [
        Said("a", "w #a", "n.md", 3), Said("e", "e", "f.md", 1), Said("b", "b", "n.md", 4),
        Said("c", "c", "n.md", 5), Said("d", "d", "n.md", 6),
    ]  # fmt: skip


WORD = st.text("abc-1", min_size=1, max_size=5)


def edits(word: str) -> set[str]:
    """Everything that is one slip of the finger away, counted out."""
    letters = "abc-1"
    cut = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    return (
        {a + b[1:] for a, b in cut if b}
        | {a + c + b[1:] for a, b in cut if b for c in letters}
        | {a + c + b for a, b in cut for c in letters}
        | {a + b[1] + b[0] + b[2:] for a, b in cut if len(b) > 1}
    )


@settings(max_examples=examples(200), derandomize=True)
@given(WORD, WORD)
def test_a_slip_of_the_finger_is_one_letter_or_two_swapped(tag: str, meant: str) -> None:
    is_slip = tag != meant and tag in edits(meant)

    assert near(tag, {meant}) == (meant if is_slip else "")


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("share-earyl", "share-early"), ("Share-Earl", "share-early"), ("share-early", ""),
        ("SHARE-EARLY", ""), ("own", ""),
    ],
)  # fmt: skip
def test_a_misspelled_tag_is_near_the_one_that_was_meant(tag: str, meant: str) -> None:
    assert near(tag, {"share-early", "decide"}) == meant
