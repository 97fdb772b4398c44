"""A document on the screen, in Markdown and as a page: the same words, and none of them runs."""

from datetime import date
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from fuzz import examples
from onestop.notebook import shelf
from onestop.render import html, markdown
from onestop.render.clean import clean
from onestop.render.document import Chart, Document, Entry, Group, Place, Section, Table, screen
from onestop.render.terminal import lines_of
from onestop.render.text import compose

NOTE = Place("people/alice/inbox.md", 12)
WINS = Section(
    "Wins",
    (
        Group("October", (Entry("Live", "6 Oct", "Alice", "2 days late", NOTE),), more=3),
        Group("November"),
    ),
)
COUNTS = Section(
    "Counts",
    (
        "A sentence.",
        Table(("", "kept"), (("Alice", "5"),)),
        Chart("Meetings", date(2026, 10, 1), date(2026, 10, 31), ((date(2026, 10, 1), 4.0),)),
        Group("October", (Entry("4 meetings", place=Place("notes/2026-10-*.md"), bar=4),)),
    ),
)
DOCUMENT = Document("Alice, 2026", ("A lead",), (WINS, COUNTS))


class Tags(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words += data


def here(path: str) -> str:
    return f"../{path}"


def page(document: Document) -> str:
    return html.draw(document, shelf.page_frame("review"), here, "one review")


def test_a_wide_screen_has_the_place_beside_the_words() -> None:
    shown = "\n".join(lines_of(screen(DOCUMENT, here, None)))
    assert "October   6 Oct  Alice  Live.  2 days late  ../people/alice/inbox.md:12" in shown
    assert "and 3 more: --all" in shown
    assert "####  4 meetings" in shown


def test_a_narrow_screen_has_the_place_below_the_words() -> None:
    lines = ["".join(c.text for c in line) for line in compose(screen(DOCUMENT, here, 60), 60)]
    at = next(n for n, line in enumerate(lines) if "Live." in line)
    assert lines[at + 1].split() == ["../people/alice/inbox.md:12"]


def test_markdown_has_the_place_behind_the_words_and_plain_text_has_none() -> None:
    assert "- 6 Oct, Alice: Live.  2 days late (`../people/alice/inbox.md:12`)" in markdown.draw(
        DOCUMENT, here
    )
    assert "inbox.md" not in markdown.draw(DOCUMENT, None)
    assert "| Alice | 5 |" in markdown.draw(DOCUMENT, None)


def test_a_page_links_the_file_of_each_line_and_draws_the_chart() -> None:
    found = Tags(page(DOCUMENT))
    assert ("href", "../people/alice/inbox.md") in found.attributes
    assert [value for name, value in found.attributes if name == "href"] == [
        "../people/alice/inbox.md"
    ]
    assert "svg" in found.tags
    assert "4 meetings" in found.words


def test_a_page_has_no_way_to_run_or_to_load_anything() -> None:
    found = Tags(page(DOCUMENT))
    assert not {"script", "img", "iframe", "object", "link", "base", "form"} & set(found.tags)
    assert not [name for name, _ in found.attributes if name == "src" or name.startswith("on")]
    assert "default-src 'none'" in page(DOCUMENT)


def with_words(said: str) -> Document:
    entries = (Entry(said, said, said, said, Place(said.replace("*", "+"), 1)),)
    return Document(said, (said,), (Section(said, (said, Group(said, entries), Group(said))),))


@given(st.text(min_size=1))
@settings(max_examples=examples(200), deadline=None, derandomize=True)
def test_no_words_of_a_note_become_a_part_of_the_page(said: str) -> None:
    ordinary, found = Tags(page(with_words("words"))), Tags(page(with_words(said)))

    assert found.tags == ordinary.tags
    assert [name for name, _ in found.attributes] == [name for name, _ in ordinary.attributes]
    assert clean(said).strip() in found.words


@given(st.text(alphabet="ab1.!-+*_`#[]()<>&;|~\\=: ", min_size=1))
@settings(max_examples=examples(300), deadline=None, derandomize=True)
def test_markdown_shows_the_words_of_a_note_as_they_are(said: str) -> None:
    told = said.strip()
    if not told:
        return
    document = Document("T", (), (Section("S", (Group("G", (Entry(told), Entry("x"))),)),))

    shown = Tags(MarkdownIt("commonmark").render(markdown.draw(document, None)))

    assert shown.tags == ["h1", "h2", "h3", "ul", "li", "li"]
    assert " ".join(told.split()) in " ".join(shown.words.split())


@given(st.text())
@settings(max_examples=examples(200), deadline=None, derandomize=True)
def test_nothing_in_a_file_can_change_a_terminal_that_shows_it(said: str) -> None:
    for text in (markdown.draw(with_words(said), here), page(with_words(said))):
        lines = text.split("\n")
        assert [line for line in lines if clean(line) != line] == []
