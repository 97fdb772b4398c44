"""The pages of docs/ say what is true: their files are read, their schemas are the tool's."""

import json
import re

from stage import EXAMPLE, ROOT, Stage

FILE = re.compile(
    r"<!-- file: (?P<path>\S+) -->\n```\w+\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)
SCHEMA = re.compile(
    r"^\| `one (?P<call>[^`]+) --json` \| `(?P<schema>[\w./]+)` \| (?P<keys>.+) \|$", re.MULTILINE
)


def test_the_examples_of_the_files_page_are_one_clean_notebook(stage: Stage) -> None:
    page = (ROOT / "docs" / "files.md").read_text(encoding="utf-8")
    files = {m["path"]: m["text"] for m in FILE.finditer(page)}
    stage.write(files)

    said = stage.one("one check --strict")

    assert len(files) >= 7
    assert (said.code, said.err) == (0, "Everything fits.\n")


def test_the_open_actions_of_the_files_page_are_what_a_search_finds(stage: Stage) -> None:
    page = (ROOT / "docs" / "files.md").read_text(encoding="utf-8")
    stage.write({m["path"]: m["text"] for m in FILE.finditer(page)})

    found = stage.shell(r"git grep -n --no-index -e '- \[ \]' -- people")

    assert sorted(found.splitlines()) == sorted(stage.one("one actions").out.splitlines())
    assert found


def test_the_json_page_lists_every_schema_with_its_keys(stage: Stage) -> None:
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    stage.copy(EXAMPLE)
    stage.write({"people/bo/meetings/2026-11-18-bo.md": "---\nhappiness: 7\n---\n"})
    schemas = list(SCHEMA.finditer(page))

    for row in schemas:
        document = json.loads(stage.one(f"one {row['call']} --json").out)
        assert document["schema"] == row["schema"]
        assert set(document) == {"schema", "today", "items"}
        assert document["items"]
        for item in document["items"]:
            assert list(item) == re.findall(r"`(\w+)`", row["keys"])
    assert len(schemas) == 4


def test_links_between_the_pages_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name} -> {link}"
