"""What ships with the tool, and what a notebook puts in its place."""

from pathlib import Path

import pytest

from books import put
from onestop.formats import sections
from onestop.model.meeting import PURPOSES, SECTIONS
from onestop.notebook import shelf


def test_the_ordinary_template_holds_every_place_and_heading(tmp_path: Path) -> None:
    text = shelf.template(tmp_path, "check-in")

    assert all(f"{{{{{place}}}}}" in text for place in ("title", "question", "follow-up", "topics"))
    assert text.index("## Check-in") < text.index("## Topics") < text.index("## Actions")
    assert shelf.template(tmp_path, "no-such-purpose") == text


@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_purpose_has_a_template_that_begins_and_ends_like_the_others(
    tmp_path: Path, purpose: str
) -> None:
    text = shelf.template(tmp_path, purpose)

    assert (shelf.DATA / "templates" / f"{purpose}.md").is_file()
    assert text.startswith("# {{title}}\n\n> {{question}}\n> True afterwards if: {{outcome}}\n")
    assert sections.names(text)[1] == "Check-in"
    assert sections.names(text)[-2:] == ["Decisions", "Actions"]
    assert "{{topics}}" in text
    assert "[ ]" not in text


def test_a_template_of_ones_own_replaces_the_one_of_its_name_and_no_other(tmp_path: Path) -> None:
    shipped = shelf.template(tmp_path, "career")
    put(tmp_path, {"templates/growth.md": "\ufeff# Growth\n", "templates/check-in.md": b"# \xe9\n"})

    assert shelf.template(tmp_path, "growth") == "# Growth\n"
    assert shelf.template(tmp_path, "Growth") == "# Growth\n"
    assert shelf.template(tmp_path, "check-in") == shelf.template(tmp_path) == "# \ufffd\n"
    assert shelf.template(tmp_path, "career") == shipped
    assert shelf.template(tmp_path, "retro") == "# \ufffd\n"


@pytest.mark.parametrize("purpose", ["../outside", "/etc/passwd", "a" * 300, "a b", "\0", ".", ""])
def test_a_purpose_that_is_no_plain_name_has_the_ordinary_template(
    tmp_path: Path, purpose: str
) -> None:
    put(tmp_path, {"outside.md": "# Outside\n", "notebook/templates/x.md": "# X\n"})

    assert shelf.template(tmp_path / "notebook", purpose) == shelf.template(tmp_path / "notebook")


def test_the_headings_are_those_of_every_template(tmp_path: Path) -> None:
    plain = shelf.headings(tmp_path)
    put(tmp_path, {"templates/retro.md": "# {{title}}\n\n## Kudos\n\n## Wins\n"})

    assert set(SECTIONS) < set(plain)
    assert "What gives energy" in plain
    assert set(shelf.headings(tmp_path)) - set(plain) == {"Kudos"}


def test_questions_of_ones_own_replace_add_and_remove_by_id(tmp_path: Path) -> None:
    shipped, _ = shelf.bank(tmp_path)
    first, second, *_ = shipped
    put(
        tmp_path,
        {
            "questions/a.yaml": f"- id: {first.id}\n  text: none\n- id: own\n  text: Ours?\n",
            "questions/b.yaml": f"\ufeff- id: {second.id}\n  text: Theirs?\n  purpose: wins\n",
            "questions/c.txt": "- id: not-read\n  text: No?\n",
        },
    )
    found, problems = shelf.bank(tmp_path)

    by_id = {q.id: q.text for q in found}
    assert problems == ()
    assert first.id not in by_id
    assert (by_id[second.id], by_id["own"]) == ("Theirs?", "Ours?")
    assert len(found) == len(shipped)


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"- id: \xe9\n", "encoding", 1), (b"- id: [\n", "yaml", 2),
        (b"- id: a\n  depth: 9\n", "value", 2),
        (b"x" * (8 * 2**20 + 1), "too-large", 0),
    ],
)  # fmt: skip
def test_a_bank_that_cannot_be_read_is_named_and_the_others_are_used(
    tmp_path: Path, data: bytes, code: str, line: int
) -> None:
    put(tmp_path, {"questions/a.yaml": data, "questions/b.yaml": "- id: own\n  text: Ours?\n"})
    found, problems = shelf.bank(tmp_path)

    assert "Ours?" in {q.text for q in found}
    assert [(p.code, p.path, p.line) for p in problems][:1] == [(code, "questions/a.yaml", line)]


def test_a_folder_called_like_a_bank_is_named(tmp_path: Path) -> None:
    (tmp_path / "questions" / "a.yaml").mkdir(parents=True)
    _, problems = shelf.bank(tmp_path)

    assert [(p.code, p.path) for p in problems] == [("unreadable", "questions/a.yaml")]


def test_every_help_topic_has_a_page() -> None:
    topics = shelf.help_topics()

    assert "formats" in topics
    assert topics == sorted(topics)
    assert all((shelf.help_page(topic) or "").strip() for topic in topics)


@pytest.mark.parametrize("topic", ["", "no-such-topic", "../questions/bank", "formats.md"])
def test_a_page_that_is_none_of_the_topics_is_not_shown(topic: str) -> None:
    assert shelf.help_page(topic) is None


def test_the_example_is_a_notebook() -> None:
    files = dict(shelf.example())

    assert files["onestop.yaml"].startswith("version: 1")
    assert "people/alice/person.yaml" in files
    assert list(files) != []
    assert not any(path.startswith((".git/", ".one/")) for path in files)
