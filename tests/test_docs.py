"""The pages say what is true: their files are read, their commands exist, their searches find."""

import json
import re
from datetime import date

import pytest

from onestop.cli.app import ALIASES, COMMANDS
from onestop.formats import alignment, meeting, person, plan, ratings, role, settings, themes
from onestop.formats.okrs import read as okrs
from onestop.notebook import layout, shelf
from stage import EXAMPLE, ROOT, Stage

SOURCE = ROOT / "src" / "onestop"

FILE = re.compile(
    r"<!-- file: (?P<path>\S+) -->\n```\w+\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)
SCHEMA = re.compile(
    r"^\| `one (?P<call>[^`]+) --json` \| `(?P<schema>[\w./]+)` \| (?P<keys>.+) \|$", re.MULTILINE
)
MADE = re.compile(r"\bDocument\(\s*\"(\w+)\"")
SEARCH = re.compile(r"^  (git grep .+?)(?: {3,}.*)?$", re.MULTILINE)
TYPED = re.compile(r"(?:`|^\$ |^    )one ([a-z]+)", re.MULTILINE)
MODULE = re.compile(r"`((?:cli|formats|insight|model|notebook|render)/[\w/]+(?:\.py|/))`")

PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
HELP = {topic: shelf.help_page(topic) or "" for topic in shelf.help_topics()}
SEARCHES: list[str] = SEARCH.findall(HELP["grep"])

KEYS = {
    "onestop.yaml": settings.KEYS,
    "person.yaml": person.KEYS,
    "role.md": role.KEYS,
    "themes.yaml": ("themes", *themes.KEYS),
    "okrs": (*okrs.KEYS, *okrs.OBJECTIVE_KEYS, *okrs.RESULT_KEYS, *okrs.CHECKIN_KEYS,
             *okrs.MILESTONE_KEYS),
    "plan.yaml": ("focus", *plan.KEYS, *plan.CARD_KEYS, *plan.BLOCK_KEYS),
    "alignment.yaml": alignment.KEYS,
    "a rating": ratings.KEYS,
    "a note": meeting.KEYS,
}  # fmt: skip
"""What each kind of file is read for."""

PLACES = {
    layout.MARKER, layout.PERSON, layout.ROLE, layout.THEMES, layout.PLAN, layout.ALIGNMENT,
    layout.INBOX, layout.FEEDBACK, layout.PRIVATE, f"{layout.OKRS}/", f"{layout.TEAM_OKRS}/",
    f"{layout.RATINGS}/", f"{layout.MEETINGS}/",
}  # fmt: skip
QUIET_WEEKS = (3, 10, 17)
"""Days in November on which Bo's notes are emptied, so that `one health` has something to say."""


def page(name: str) -> str:
    """One page of docs/."""
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def files() -> dict[str, str]:
    """The notebook of the files page."""
    return {m["path"]: m["text"] for m in FILE.finditer(page("files.md"))}


def test_the_examples_of_the_files_page_are_one_clean_notebook(stage: Stage) -> None:
    stage.write(files())

    said = stage.one("one check --strict")

    assert len(files()) >= 15
    assert (said.code, said.err) == (0, "Everything fits.\n")


def test_the_open_actions_of_the_files_page_are_what_a_search_finds(stage: Stage) -> None:
    stage.write(files())

    found = stage.shell(r"git grep -n --no-index -e '- \[ \]' -- people")

    assert sorted(found.splitlines()) == sorted(stage.one("one actions").out.splitlines())
    assert found


@pytest.mark.parametrize("kind", KEYS)
def test_every_key_that_is_read_stands_on_the_files_page(kind: str) -> None:
    text = page("files.md")
    for key in KEYS[kind]:
        assert re.search(rf"(?<![\w-]){key}(?::|`)", text), f"{key} of {kind}"


def test_every_kind_of_file_has_an_example_and_a_line_of_help() -> None:
    for place in PLACES:
        assert any(place in path for path in files()) or place == f"{layout.TEAM_OKRS}/", place
        assert place in page("files.md")
        assert place in HELP["formats"]


def test_the_json_page_lists_every_schema_with_its_keys(stage: Stage) -> None:
    stage.copy(EXAMPLE)
    stage.write({"people/bo/meetings/2026-11-18-bo.md": "---\nhappiness: 7\n---\n"})
    for day in QUIET_WEEKS:
        stage.write({layout.note("bo", date(2026, 11, day)).as_posix(): ""})
    rows = list(SCHEMA.finditer(page("json.md")))

    for row in rows:
        document = json.loads(stage.one(f"one {row['call']} --json").out)
        assert document["schema"] == row["schema"]
        assert set(document) == {"schema", "today", "items"}
        assert document["items"], row["call"]
        for item in document["items"]:
            assert list(item) == re.findall(r"`([\w-]+)`", row["keys"])

    made = [MADE.findall(m.read_text(encoding="utf-8")) for m in SOURCE.rglob("*.py")]
    known = {f"one.{name}/1" for names in made for name in names}
    assert sorted(row["schema"] for row in rows) == sorted(known)


@pytest.fixture
def team(stage: Stage) -> Stage:
    """The example team, in git."""
    stage.copy(EXAMPLE)
    stage.git("init", "-q")
    stage.git("add", "-A")
    return stage


@pytest.mark.parametrize("line", SEARCHES)
def test_each_search_of_the_help_finds_something_in_the_example(line: str, team: Stage) -> None:
    found = team.shell(line)

    assert found.strip()
    assert "fatal" not in found
    assert "[exit" not in found


def test_a_search_for_open_actions_finds_what_the_command_lists(team: Stage) -> None:
    found = team.shell(SEARCHES[0])

    assert sorted(found.splitlines()) == sorted(team.one("one actions").out.splitlines())


def test_a_search_for_feedback_finds_what_the_morning_wants_told(team: Stage) -> None:
    line = next(line for line in SEARCHES if "said::" in line)

    found = re.findall(r"\^(\w+)$", team.shell(line), re.MULTILINE)

    assert sorted(found) == sorted(re.findall(r"one said (\w+)", team.one("one").out))


def test_every_command_that_a_page_names_exists() -> None:
    known = {name for group in COMMANDS.values() for name in group} | set(ALIASES)
    texts = [*(p.read_text(encoding="utf-8") for p in PAGES), *HELP.values()]
    named = {word for text in texts for word in TYPED.findall(text)}
    assert len(named) > 20
    assert not named - known


def test_the_modules_that_the_architecture_names_are_there() -> None:
    named = set(MODULE.findall(page("architecture.md")))
    assert len(named) > 20
    for path in named:
        assert (SOURCE / path).exists() or (SOURCE / "data" / path).exists(), path


def test_links_between_the_pages_lead_somewhere() -> None:
    for path in PAGES:
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / link).exists(), f"{path.name} -> {link}"
