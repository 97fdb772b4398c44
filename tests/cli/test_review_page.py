"""The page of `one review --html` in a real browser: it opens, prints, and asks for nothing."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from stage import Stage

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--no-first-run", "--disable-sync", "--disable-component-update", "--disable-extensions",
)  # fmt: skip
PATIENCE = 60
"""Seconds in which even a slow machine has opened one page."""


@pytest.fixture(scope="module")
def browser() -> str:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if not found:
        pytest.skip("no Chromium on PATH: the page is not opened")
    return found


@pytest.fixture
def page(team: Stage) -> Path:
    wins = "## Wins\n- <img src=http://192.0.2.1/x> <script>document.title='run'</script>\n"
    last = "people/alice/meetings/2026-11-17-alice.md"
    team.write({last: team.read(last).replace("## Wins\n", wins)})
    assert team.one("one review alice --html review.html").code == 0
    return team.folder / "review.html"


def browse(browser: str, page: Path, tmp_path: Path, *flags: str) -> str:
    done = subprocess.run(
        [browser, *QUIET, f"--user-data-dir={tmp_path / 'profile'}", *flags, page.as_uri()],
        capture_output=True, text=True, timeout=PATIENCE, check=True,
    )  # fmt: skip
    return done.stdout


def test_the_browser_shows_every_heading_and_both_charts(
    browser: str, page: Path, tmp_path: Path
) -> None:
    shown = browse(browser, page, tmp_path, "--dump-dom")

    headings = re.findall(r"<h2>(.*?)</h2>", shown)
    assert headings[:4] == ["Coverage", "Wins", "Improvements", "Feedback to Alice"]
    assert len(headings) > 12
    assert shown.count("<svg") == 2
    assert "Importer 2 is out" in shown


def test_words_of_a_note_are_words_in_the_browser_too(
    browser: str, page: Path, tmp_path: Path
) -> None:
    shown = browse(browser, page, tmp_path, "--dump-dom")

    assert "<title>Alice Moreau, 1 Jan to 24 Nov 2026</title>" in shown
    assert "&lt;script&gt;" in shown
    assert not re.search(r"<(?:script|img)\b", shown)


def test_the_browser_asks_for_no_other_address(browser: str, page: Path, tmp_path: Path) -> None:
    log = tmp_path / "net.json"

    browse(browser, page, tmp_path, "--dump-dom", f"--log-net-log={log}")

    asked = set(re.findall(r'"url":"((?:https?|file|ftp|ws):[^"]*)"', log.read_text()))
    assert {url for url in asked if "192.0.2.1" in url or url.startswith("file:")} <= {
        page.as_uri()
    }


def test_the_page_can_be_printed(browser: str, page: Path, tmp_path: Path) -> None:
    paper = tmp_path / "review.pdf"

    browse(browser, page, tmp_path, f"--print-to-pdf={paper}")

    assert paper.read_bytes().startswith(b"%PDF-")
