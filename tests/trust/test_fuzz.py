"""Whatever lies in the files: a command answers, or says which file it cannot read."""

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz import examples
from stage import EXAMPLE, Stage
from trust.lines import LOOKING, WRITING, act, contents

FILES = (
    "onestop.yaml",
    "people/alice/person.yaml",
    "people/alice/role.md",
    "people/alice/inbox.md",
    "people/alice/private.md",
    "people/alice/meetings/2026-11-03-alice.md",
    "people/alice/meetings/2026-11-17-alice.md",
    "people/alice/meetings/2026-10-27-alice.md",
    "people/alice/themes.yaml",
    "people/alice/okrs/2026-Q4.yaml",
    "people/alice/plan.yaml",
    "people/alice/alignment.yaml",
    "people/alice/feedback.md",
    "people/alice/ratings/2026-08-27.md",
    "people/emil/person.yaml",
    "people/emil/team-okrs/2026-Q4.yaml",
    "okrs/2026-Q4.yaml",
    "questions/own.yaml",
    "templates/check-in.md",
    ".one/drafts/log-alice-2026-11-24-1.json",
)
REAL = {name: (EXAMPLE / name).read_bytes() for name in FILES if (EXAMPLE / name).exists()} | {
    "questions/own.yaml": b"- {id: own, text: How is it?, purpose: [growth], depth: 2}\n",
    "templates/check-in.md": b"---\ntype: one-on-one\n---\n# Us\n\n## Check-in\n\n## Topics\n",
    ".one/drafts/log-alice-2026-11-24-1.json": json.dumps({"wins": ["A demo"]}).encode(),
}
SNIPPETS = (
    b"\n", b"\r", b"\r\n", b"\t", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"    ", b"> ",
    b"---\n", b"---", b"```\n", b"~~~", b"<!--", b"-->", b"%%", b"<<<<<<< a\n", b"=======\n",
    b"## Actions\n", b"## Topics\n", b"- ", b"- [ ] ", b"- [x] ", b"- [", b"]", b":-/ ", b"@alice ",
    b"@sam ", b"^k3f9", b"(k3f9)", b"[due:: ", b"2026-02-30", b"9999-12-31", b"0001-01-01",
    b": ", b"{", b"}", b"[", b"&a ", b"*a", b"<<: *a", b"!!python/object", b'"', b"'", b"|\n",
    b"state: planned\n", b"state: skipped\n", b"minutes: -1\n", b"happiness: 9999999999999\n",
    b"date: ", b"since: 9999-12-31\n", b"added: 0001-01-01\n", b"cadence: every 999 weeks\n",
    b"now: 1e400", b"target: nan\n", b"confidence: 11", b"share: -3", b"status: doing\n",
    b"id: o1-kr1", b"performance-by-self: 4.5\n", b"carried-to: 9999-Q4\n", b"closed: 2026-11-01\n",
    b"good: ", b"up: ", b"[said:: 2026-11-24]", b"hours: 99999999999999999999\n", b"outcome: held",
    b"said-back: ''\n",
    b"version: 2\n", b"me: alice\n", b"name: \n", b"aliases: [me, sam]\n",
)  # fmt: skip


class Splice(NamedTuple):
    """So many bytes taken out of a file and others put in; `at` is the share of it before."""

    at: float
    taken: int
    put: bytes


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """A file after some splices."""
    for at, taken, put in splices:
        place = int(at * len(data))
        data = data[:place] + put + data[place + taken :]
    return data


places = st.floats(0, 1, exclude_max=True)
splices = st.builds(
    Splice, places, st.integers(0, 40), st.sampled_from(SNIPPETS) | st.binary(max_size=8)
)


def versions(name: str, data: bytes) -> st.SearchStrategy[bytes | None]:
    """A file as it is, changed, made up, or not there; without its marker nothing is a notebook."""
    changed = st.just(data) | st.lists(splices, max_size=5).map(partial(spliced, data))
    return changed if name == "onestop.yaml" else changed | st.binary(max_size=300) | st.none()


notebooks = st.fixed_dictionaries({name: versions(name, data) for name, data in REAL.items()})
fuzzed = settings(
    max_examples=examples(25), derandomize=True, deadline=timedelta(seconds=20), database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip


@contextmanager
def made(files: Mapping[str, bytes | None]) -> Iterator[Stage]:
    """A notebook of these files; None stands for no file."""
    with tempfile.TemporaryDirectory() as name:
        for path, data in files.items():
            if data is not None:
                (there := Path(name, path)).parent.mkdir(parents=True, exist_ok=True)
                there.write_bytes(data)
        yield Stage(Path(name))


@fuzzed
@given(notebooks)
def test_a_reader_answers_whatever_lies_in_the_files(files: Mapping[str, bytes | None]) -> None:
    with made(files) as stage:
        before = contents(stage.folder)

        ended = {line: act(stage, line) for line in LOOKING}

        assert {line: said for line, said in ended.items() if said.code not in (0, 1, 2, 3)} == {}
        assert contents(stage.folder) == before


@fuzzed
@given(notebooks)
def test_a_writer_writes_or_says_why_not(files: Mapping[str, bytes | None]) -> None:
    with made(files) as stage:
        ended = {line: act(stage, f"{line} --dry-run") for line in WRITING}

        assert {line: said for line, said in ended.items() if said.code not in (0, 2, 3)} == {}


@fuzzed
@given(notebooks, st.sampled_from(WRITING))
def test_undo_takes_back_whatever_was_written(files: Mapping[str, bytes | None], line: str) -> None:
    with made(files) as stage:
        before = contents(stage.folder)

        said = act(stage, line)

        assert said.code in (0, 1, 2, 3), said.err
        if said.code > 1:
            assert contents(stage.folder) == before
        assert act(stage, "one undo").code in (0, 2, 3)
        assert contents(stage.folder) == before
