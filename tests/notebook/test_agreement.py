"""Two ways to the same list: `git grep` and `one actions`, few notes and all of them.

Notebooks are made at random, as the tool writes them and as people do.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from books import TODAY, book, namer, put
from fuzz import examples
from note_texts import pages
from onestop.insight import actions, today
from onestop.notebook.notebook import Notebook
from stage import Stage

SEARCH = ("-c", "core.quotepath=off", "grep", "--untracked", "-n", "-e", r"- \[ \]", "--", "people")
PEOPLE = {"alice": "Alice Moreau", "bo": "Bo Lind", "zoë": "Zoë K"}

Line = Callable[["Maker"], str]


class Maker:
    """Makes the files of one notebook; `odd` of its lines, 0 to 1, are such as people type."""

    def __init__(self, seed: int, odd: float) -> None:
        self.random = Random(seed)
        self.odd = odd
        self.name = namer()
        self.made: list[str] = []
        self.who = ""

    def files(self) -> dict[str, str]:
        found = {}
        for who, name in PEOPLE.items():
            self.who, self.made = who, []
            gone = self.random.random() < self.odd / 4
            found[f"people/{who}/person.yaml"] = f"name: {name}\n" + "status: archived\n" * gone
            found[f"people/{who}/inbox.md"] = self.page(self.line(INBOX) for _ in range(3))
            for day in sorted(self.random.sample(range(60), self.random.randint(0, 4))):
                on = TODAY - timedelta(days=60 - day)
                found[f"people/{who}/meetings/{self.note_name(on)}"] = self.page(self.note())
        if self.random.random() < self.odd / 4:
            found["people/todo.txt"] = "- [ ] not a promise of the notebook\n"
        return found

    def note_name(self, on: date) -> str:
        """Ours, or one that a person made up: read all the same, and named by a strict check."""
        ours = [f"-{self.who}.md", f"-{self.who}.md", f"-{self.who}_2.md"]
        odd = self.random.random() < self.odd / 4
        return f"{on}{self.random.choice(['_2.md', ' notes.md'] if odd else ours)}"

    def note(self) -> list[str]:
        state = self.random.choice(["held", "held", "held", "planned", "skipped"])
        head = self.random.choice([[], ["---", f"state: {state}", "happiness: 4", "---"]])
        return [*head, "# Us", "## Actions", *(self.line(NOTE) for _ in range(5))]

    def line(self, ordinary: list[Line]) -> str:
        kinds = BY_HAND if self.random.random() < self.odd else ordinary
        return self.random.choice(kinds)(self)

    def page(self, lines: Iterable[str]) -> str:
        end = self.random.choice(["\n", "\n", "\n", "\r\n"])
        text = end.join(lines)
        bom = "\ufeff" if self.random.random() < 0.1 else ""
        return f"{bom}{text}{self.random.choice(['', end])}"

    def owner(self) -> str:
        return self.random.choice(["@me", "@sam", f"@{self.who}"])

    def made_id(self, form: str = "{}") -> str:
        self.made.append(form.format(self.name()))
        return self.made[-1]

    def there(self) -> str:
        """An id that there is, or one that there is not."""
        return self.random.choice([*self.made, "zzzz"])


def open_action(make: Maker) -> str:
    due = f"[due:: 2026-11-{make.random.randint(10, 30)}]"
    return f"- [ ] {make.owner()} do it  {due} ^{make.made_id()}"


def mention(make: Maker) -> str:
    return f"- {make.owner()} do it ({make.random.choice(make.made)})" if make.made else "- a win"


INBOX: list[Line] = [
    open_action,
    lambda make: f"- [ ] {make.owner()} by hand",
    lambda make: f"- [x] {make.owner()} done  [completion:: 2026-11-03] ^{make.made_id()}",
    lambda _: "## Topics",
    lambda make: f"- 2026-11-02 @alice talk about it ^{make.made_id()}",
]
NOTE: list[Line] = [
    *INBOX, mention, mention,
    lambda make: f"> - [ ] {make.owner()} quoted",
    lambda make: f"- {make.owner()} above\n  - [ ] {make.owner()} below it",
    lambda make: f"- [ ] {make.owner()} in Obsidian 📅 2026-11-20 ^{make.made_id('block-{}')}",
    lambda make: f"- [ ] {make.owner()} ends in a word (urgent)",
    lambda _: "- :-/ who owns it?",
    lambda _: "- :-( on call",
    lambda make: f"## Topics\n- @{make.who} raised by hand",
    lambda _: "words, and `- [x]` in code",
]  # fmt: skip
BY_HAND: list[Line] = [
    lambda _: "- [ ] nobody's",
    lambda make: f"* [ ] {make.owner()} star",
    lambda make: f"1. [ ] {make.owner()} counted",
    lambda make: f"- [/] {make.owner()} begun ^{make.made_id()}",
    lambda make: f"- [-] {make.owner()} dropped ^{make.made_id()}",
    lambda make: f"- [ ] {make.owner()} do it ({make.there()})",
    lambda make: f"- [x] {make.owner()} do it ({make.there()})",
    lambda make: f"- [x] {make.owner()} copied ^{make.there()}",
    lambda make: f"- [ ] {make.owner()} copied ^{make.there()}",
    lambda make: f"```\n- [ ] {make.owner()} in code\n```",
    lambda make: f"<!-- - [ ] {make.owner()} hidden -->",
    lambda make: f"- a <!-- b\n- [ ] {make.owner()} hidden below -->",
    lambda make: f"- [ ] {make.owner()} plain (http)",
    lambda _: "see - [ ] there",
    lambda _: "- [ ]",
    lambda _: "- [ ]tight",
    lambda make: f"- [ ] {make.owner()} old line end\r- [ ] {make.owner()} behind it",
]


def listed(stage: Stage) -> list[str]:
    return sorted(stage.one("one actions --format grep").out.splitlines())


def searched(stage: Stage) -> list[str]:
    """What git finds; it shows a byte order mark and the CR of a line's end, too."""
    found = stage._run(["git", *SEARCH]).stdout
    return sorted(line.rstrip("\r").replace(":\ufeff", ":") for line in found.split("\n") if line)


@pytest.mark.parametrize("odd", [0, 0.02, 0.1])
def test_a_search_is_the_list_once_a_strict_check_is_clean(stage: Stage, odd: float) -> None:
    stage.git("init", "-q")
    seen: Counter[bool] = Counter()
    for seed in range(examples(20)):
        shutil.rmtree(stage.folder / "people", ignore_errors=True)
        put(stage.folder, {"onestop.yaml": "me: sam\n", **Maker(seed, odd).files()})
        is_clean = stage.one("one check --strict").code == 0
        seen[is_clean] += 1
        if is_clean:
            assert searched(stage) == listed(stage), seed

    assert seen[True]
    assert bool(seen[False]) is (odd > 0)


def test_mending_and_owning_make_a_search_the_list(stage: Stage) -> None:
    """What `--fix` cannot mend has another code than those it can."""
    stage.git("init", "-q")
    mendable = {"odd-marker", "open-mention", "ticked-elsewhere"}
    for seed in range(examples(15)):
        shutil.rmtree(stage.folder / "people", ignore_errors=True)
        put(stage.folder, {"onestop.yaml": "me: sam\n", **Maker(seed, 0.1).files()})
        stage.one("one check --strict --fix")
        left = stage.one("one check --strict --json").out
        assert not [code for code in mendable if f'"{code}"' in left], seed
        if '"items": []' in left:
            assert searched(stage) == listed(stage), seed


def assert_agreement(notebook: Notebook) -> None:
    """Few notes give the same open promises as all of them."""
    few = actions.view(notebook.promises(), notebook.settings, TODAY)
    full = actions.view(notebook.folders(), notebook.settings, TODAY)
    assert few == full
    morning = today.view(notebook.present(), notebook.settings, TODAY)
    assert morning == today.view(notebook.folders(), notebook.settings, TODAY)


@pytest.mark.parametrize("odd", [0.05, 0.5, 1])
def test_few_notes_are_enough_for_what_is_open(tmp_path: Path, odd: float) -> None:
    for seed in range(examples(25)):
        assert_agreement(book(tmp_path / str(seed), Maker(seed, odd).files()))


@settings(max_examples=examples(60), derandomize=True, deadline=None)
@given(st.lists(pages(), max_size=4), pages())
def test_few_notes_are_enough_whatever_the_pages_say(notes: list[str], inbox: str) -> None:
    files = {f"people/bo/meetings/2026-10-{n:02}.md": text for n, text in enumerate(notes, 1)}
    with TemporaryDirectory() as root:
        assert_agreement(book(Path(root), {**files, "people/bo/inbox.md": inbox}))
