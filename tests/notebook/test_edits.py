"""Files edited in memory and written together; what cannot be understood is left alone."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import event, given, settings

from books import TODAY, put
from fuzz import examples
from note_texts import is_spliced, pages
from onestop.errors import Busy, CannotRead
from onestop.formats import meeting, sections
from onestop.formats.encoding import conflicts, decode
from onestop.formats.markdown.marks import set_id
from onestop.notebook.edits import Edits
from samples import NASTY

REFUSED = ("m03", "m05", "m06", "m11")


def upper(text: str) -> str:
    return text.upper()


def test_a_file_is_read_once_and_written_with_all_its_edits(tmp_path: Path) -> None:
    edits = Edits(put(tmp_path, {"a.md": "a\r\n", "b.md": "b"}))
    edits.change("a.md", upper)
    edits.change("a.md", lambda text: f"{text}c\r\n")
    edits.change("b.md", str)
    edits.create("c/d.md", "d\n")

    assert edits.text("a.md") == "A\r\nc\r\n"
    assert edits.paths == ["a.md", "c/d.md"]
    assert sorted(p.name for p in edits.write("test")) == ["a.md", "d.md"]
    assert (tmp_path / "a.md").read_bytes() == b"A\r\nc\r\n"
    assert (tmp_path / "c" / "d.md").read_bytes() == b"d\n"
    assert edits.text("b.md") == "b"


def test_without_a_change_nothing_is_written(tmp_path: Path) -> None:
    edits = Edits(put(tmp_path, {"a.md": "a"}))
    edits.change("a.md", str)

    assert (edits.changes, edits.paths, edits.diff(), edits.write("test")) == ([], [], "", ())
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


def test_a_file_that_is_absent_begins_with_what_is_given(tmp_path: Path) -> None:
    edits = Edits(tmp_path)

    assert edits.text("a.md") is None
    edits.change("a.md", upper, first="new\n")
    assert edits.text(Path("a.md")) == "NEW\n"
    with pytest.raises(CannotRead) as refused:
        edits.change("b.md", upper)
    assert [(p.code, p.path) for p in refused.value.problems] == [("absent", "b.md")]


def test_a_file_that_is_there_is_not_made_again(tmp_path: Path) -> None:
    edits = Edits(put(tmp_path, {"a.md": "a", "empty.md": ""}))
    edits.create("empty.md", "b")

    assert edits.text("empty.md") == "b"
    with pytest.raises(CannotRead) as refused:
        edits.create("a.md", "b")
    assert [(p.code, p.path) for p in refused.value.problems] == [("exists", "a.md")]
    assert edits.paths == ["empty.md"]


def test_a_file_that_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    edits = Edits(put(tmp_path, {"a.md": "a"}))
    edits.change("a.md", upper)
    put(tmp_path, {"a.md": "by hand"})

    with pytest.raises(Busy):
        edits.write("test")
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "by hand"


def test_a_line_is_edited_where_it_was_read(tmp_path: Path) -> None:
    edits = Edits(put(tmp_path, {"a.md": "---\nx: 1\n---\n- a\n- b\n"}))
    edits.line("a.md", 5, "- b", lambda line: set_id(line, "k3f9"))

    assert edits.text("a.md") == "---\nx: 1\n---\n- a\n- b ^k3f9\n"
    with pytest.raises(Busy, match=r"a\.md:5: this line has changed meanwhile"):
        edits.line("a.md", 5, "- b", upper)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.md", b"Ren\xe9", "encoding"), ("a.md", b"a\0b", "encoding"),
        ("a.md", b"<<<<<<< HEAD\n=======\n>>>>>>> x\n", "conflict"),
        ("a.md", b"---\na: 1\nno end\n", "yaml"), ("a.md", b"---\na: [\n---\n", "yaml"),
        ("a.md", b"---\na: 1\na: 2\n---\n", "twice"), ("a.yaml", b"\xff\xfea\0", "encoding"),
        ("a.yaml", b"a: [\n", "yaml"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_not_written(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    edits = Edits(put(tmp_path, {name: data}))

    with pytest.raises(CannotRead) as refused:
        edits.change(name, upper)
    assert [(p.code, p.path) for p in refused.value.problems] == [(code, name)]
    assert edits.changes == []


def test_words_of_a_foreign_file_do_not_come_into_another(tmp_path: Path) -> None:
    edits = Edits(put(tmp_path, {"a.md": "a\n"}))

    with pytest.raises(CannotRead) as refused:
        edits.change("a.md", lambda text: f"{text}{decode(b'Ren' + bytes([0xE9])).value}\n")
    assert [(p.code, p.path) for p in refused.value.problems] == [("encoding", "a.md")]
    assert edits.text("a.md") == "a\n"


def test_a_file_that_is_too_large_is_named_by_its_place_in_the_notebook(tmp_path: Path) -> None:
    put(tmp_path, {"people/bo/inbox.md": b"a" * (8 * 2**20 + 1)})

    with pytest.raises(CannotRead) as refused:
        Edits(tmp_path).text("people/bo/inbox.md")
    assert [(p.code, p.path) for p in refused.value.problems] == [
        ("too-large", "people/bo/inbox.md")
    ]


def test_a_diff_is_what_git_would_show(tmp_path: Path) -> None:
    edits = Edits(put(tmp_path, {"a.md": "a\x0cb\u2028c\nd"}))
    edits.change("a.md", lambda text: f"{text}\ne")
    edits.create("b.md", "f\r\n")

    assert edits.diff() == (
        "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,3 @@\n a\x0cb\u2028c\n"
        "-d\n\\ No newline at end of file\n"
        "+d\n+e\n\\ No newline at end of file\n"
        "--- /dev/null\n+++ b/b.md\n@@ -0,0 +1 @@\n+f\r\n"
    )


def added(text: str) -> str:
    return sections.add(text, "Actions", ["- [ ] new"])


@pytest.mark.skipif(not NASTY.is_dir(), reason="the samples are not here")
@pytest.mark.parametrize("name", sorted(p.name for p in NASTY.glob("m*.md")))
def test_a_nasty_note_is_added_to_or_refused_and_otherwise_as_it_was(
    tmp_path: Path, name: str
) -> None:
    data = (NASTY / name).read_bytes()
    edits = Edits(put(tmp_path, {"a.md": data}))
    if name[:3] in REFUSED:
        with pytest.raises(CannotRead) as refused:
            edits.change("a.md", added)
        assert all(problem.path == "a.md" and problem.line for problem in refused.value.problems)
        return

    edits.change("a.md", added)
    after = edits.changes[0].new
    assert after is not None
    assert is_spliced(data.decode(), after.decode())
    most_are_crlf = data.count(b"\r\n") * 2 > data.count(b"\n")
    assert (after.count(b"\r") > data.count(b"\r")) is most_are_crlf
    if name.startswith("m09"):
        assert after == data + b"\n\n## Actions\n- [ ] new"


@pytest.mark.skipif(not NASTY.is_dir(), reason="the samples are not here")
@pytest.mark.parametrize("name", ["m01", "m02", "m04", "m07", "m08", "m09", "m10", "m12", "m13"])
def test_a_nasty_note_loses_nothing_when_it_is_tidied(name: str) -> None:
    (path,) = NASTY.glob(f"{name}-*.md")
    text = decode(path.read_bytes()).value

    assert sections.drop_empty(text) == text


@settings(max_examples=examples(100), derandomize=True, deadline=None)
@given(pages())
def test_what_is_refused_is_what_is_named_on_reading(text: str) -> None:
    with TemporaryDirectory() as folder:
        root = put(Path(folder), {"a.md": text})
        try:
            found = Edits(root).text("a.md")
            refused = set()
        except CannotRead as error:
            found, refused = text, {problem.at("") for problem in error.problems}
    event("refused" if refused else "accepted")

    note = meeting.parse(
        text, slug="alice", on=TODAY, path="a.md", known=lambda _: None, ids=(), today=TODAY
    )
    named = {*decode(text.encode()).problems, *conflicts(text), *note.problems}
    assert found == text
    assert refused <= named
    assert refused or not any(p.code in ("yaml", "encoding", "conflict") for p in named)
