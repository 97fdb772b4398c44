"""A notebook lived in: commands, hand edits, kills, clock jumps in any order, and what holds."""

import re
import shlex
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

import trouble
from fuzz import examples
from stage import Said, Stage
from trust.lines import LOOKING, contents

Tree = Mapping[str, bytes]
Edit = Callable[[bytes], bytes]

BOOK = {
    "onestop.yaml": "version: 1\nme: sam\nname: Sam Okafor\ncommit: false\n",
    "people/alice/person.yaml": "name: Alice Moreau\nday: tue\nadded: 2026-10-01\n",
    "people/alice/inbox.md": "# Alice\n\n## Topics\n- 2026-11-20 @alice The rollout? ^t4kd\n",
    "people/alice/meetings/2026-11-17-alice.md": "---\nstate: held\nhappiness: 4\n---\n# Us\n\n"
    "## Topics\n- @sam Who is on call?\n\n## Happiness\n- :-/ Who pays? ^h2qw\n\n"
    "## Actions\n- [ ] @alice Write the page  [due:: 2026-11-27] ^k3f9\n- [ ] @bo Read it ^m2tb\n",
    "people/alice/themes.yaml": "# ours\nthemes:\n- {id: share-early, title: Share it} # now\n",
    "people/alice/okrs/2026-Q4.yaml": "objectives:\n  - id: o1\n    title: Fewer tickets\n"
    "    results:\n    - {id: o1-kr1, title: At most 20, start: 55, target: 20}\n",
    "people/alice/plan.yaml": "focus:\n  # two at most\n  - id: fp\n    title: 'Functions'\n",
    "people/alice/feedback.md": "# Said\n\n- 2026-11-20 good: Calm ^f3kd\n- to-me: Louder ^f9bt\n",
    "people/bo/alignment.yaml": "assumptions:\r\n- {id: a1, text: Bo stays} # hm\r\n",
    "people/bo/person.yaml": "# mine\nname: Bo Lind\nadded: 2026-10-01\n",
    "people/bo/inbox.md": "## Actions\r\n- [ ] @bo Order a disk  [due:: 2026-11-20] ^v4rj\r\n",
    "people/bo/meetings/2026-11-24-bo.md": "---\nstate: planned # soon\n---\n\n## Follow-up\n"
    "- @bo Order a disk (v4rj)\n\n## Topics\n\n## Wins\n\n## Actions\n",
    "people/chen/person.yaml": "name: Chen Wei\r\nadded: 2026-10-01\r\n",
}
TEXTS = (
    "Who owns search?", "Send the numbers: all of them", 'He said "no" & left', "Ünï 😀 中文",
    "`code` *stars* #share-early", "Close a <!-- in the page", "A %% b %% c",
    "A [x] and a [link](x)", "Reads like a mention (k3f9)", "Ends like an id ^id-1",
    "[why:: so] is a field", "~~~ tilde", "# no heading", "> no quote", "1. no number",
    "key: value", "back\\slash", "```fence",
)  # fmt: skip
IDENT = re.compile(rb"^.*\^([b-df-hj-np-tv-xz][b-df-hj-np-tv-xz2-9]{3})[ \t]*\r?$", re.M)
MENTION = re.compile(rb"^- (@\w+ .*\([a-z0-9]{4}\)\r?)$", re.M)
BULLET = re.compile(rb"^[-*] .*\n", re.M)
NAMED = re.compile(r"is archived|is the id of nothing")
TYPED = (
    "\n- [ ] Typed by hand\n", "\n- [ ] @alice Typed for Alice\n", "\n* [ ] @bo With a star\n",
    "\n- [/] @sam Begun\n", "\n- [ ] @sam Reads like a mention (k3f9)\n", "\n## Books\n\nOne.\n",
    "\n<!-- - [ ] Not yet -->\n", "\n```\n- [ ] Code\n```\n", "\n```\nNever closed\n",
    "\n<!-- Never closed\n", "\n- @chen A topic, or none\n", "\n- :-/ Unclear by hand\n",
    "\n## Topics\n", "\n### Actions\n\n1. [ ] @sam Numbered\n", "No line end",
)  # fmt: skip

people = st.sampled_from(["alice", "bo", "chen"])
texts = st.sampled_from(TEXTS)
days = st.sampled_from(["today", "tomorrow", "fri", "+2w", "2026-11-24", "2026-12-31"])
past = st.sampled_from(["today", "yesterday", "2026-11-24", "2026-11-17", "2026-10-20"])
until = st.sampled_from(["", "", ", fri", " due:+2w", ", 2026-12-24"])
numbers = st.integers(0, 999)


class Line(NamedTuple):
    """A command line, whose files it may write, and the words that it shall write down."""

    argv: tuple[str, ...]
    people: tuple[str, ...]
    texts: tuple[str, ...] = ()


class Step(NamedTuple):
    """What a command that wrote found and left, and the words that it wrote down."""

    before: Tree
    after: Tree
    texts: tuple[str, ...]

    @property
    def paths(self) -> set[str]:
        """The files that it changed."""
        return changed(self.before, self.after)


def changed(before: Tree, after: Tree) -> set[str]:
    """The files that differ, are new or gone."""
    return {p for p in {*before, *after} if before.get(p) != after.get(p)}


def owner(path: str) -> str:
    """Whose folder a file is in; the file itself when it is nobody's."""
    return path.split("/")[1] if path.startswith("people/") else path


# What somebody can type


def _topic(who: str, owner: str, text: str) -> Line:
    return Line(("topic", who, "--", f"{owner}{text}"), (who,), (text,))


def _act(who: str, owner: str, text: str, due: str) -> Line:
    return Line(("act", who, owner, "--", f"{text}{due}"), (who,), (text,))


def _log(who: str, day: str, said: Sequence[tuple[str, str]], more: Sequence[str]) -> Line:
    flags = [f"--{flag}={'@bo ' * (flag == 'action')}{text}" for flag, text in said]
    when = ["--date", day] if day else []
    return Line(("log", who, *when, *flags, *more), (who,), tuple(text for _, text in said))


def _meet(verb: str, who: str, day: str, why: str) -> Line:
    given = {
        "prep": ["--date", day] if why else [],
        "skip": ["--why", why] if why else ["--to", day],
        "move": [day],
    }
    return Line((verb, who, *given[verb]), (who,))


def _quoted(text: str) -> str:
    """Words as they stand between quotes in YAML."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _feedback(who: str, kind: str, text: str, more: Sequence[str]) -> Line:
    return Line(("feedback", who, kind, *more, "--", text), (who,), (text,))


def _assume(who: str, text: str) -> Line:
    return Line(("align", who, "assume", "--", text), (who,), (_quoted(text),))


def _test(who: str, ident: str, outcome: str, note: str) -> Line:
    return Line(("align", who, "test", ident, outcome, "--", note), (who,), (_quoted(note),))


def _expect(who: str, text: str, success: str, back: Sequence[str]) -> Line:
    said = ("align", who, "expect", f"--success={success}", *back, "--", text)
    return Line(said, (who,))


def _theme(who: str, tag: str, title: str, state: str) -> Line:
    return Line(("theme", who, f"--state={state}", "--", tag, title), (who,))


def _look(who: str, now: int, confidence: int) -> Line:
    return Line(("okr", who, "o1-kr1", str(now), str(confidence), f"--lead-now={now}"), (who,))


def _rate(who: str, mine: int, theirs: int, fact: str) -> Line:
    numbers = ("performance-by-manager", "manager-by-self", "performance-by-self")
    given = [f"--{name}={mine}" for name in numbers]
    facts = [f"--performance-by-manager-fact={fact}", "--manager-by-self-fact=Here on 3 Nov"]
    ends = [f"--manager-by-person={theirs}", "--improve=Ask", "--next=@bo Pair, fri"]
    return Line(("rate", who, "--reported", *given, *facts, *ends), (who,), (_quoted(fact),))


def _plan(who: str, what: Sequence[str], text: str) -> Line:
    return Line(("plan", who, *what, "--", text), (who,), (_quoted(text),))


def _role(who: str, question: str, theirs: str) -> Line:
    return Line(("role", who, f"--theirs={theirs}", "--force", "--", f"{question}?"), (who,))


KINDS = "happy sad confused checkin win better challenge growth decision message action action"
flags = st.sampled_from(KINDS.split())
numbered = st.sampled_from(
    ["--happiness=2", "--minutes=25", "--worth=5", "--new", "--talk-share=40"]
)
topics = st.builds(_topic, people, st.sampled_from(["", "@alice ", "@sam "]), texts)
acts = st.builds(_act, people, st.sampled_from(["--mine", "--theirs", "--owner=bo"]), texts, until)
logs = st.builds(
    _log,
    people,
    st.just("") | past,
    st.lists(st.tuples(flags, texts), min_size=1, max_size=3, unique=True),
    st.lists(numbered, max_size=2, unique=True),
)
meets = st.builds(
    _meet, st.sampled_from(["prep", "skip", "move"]), people, days, st.just("") | texts
)
rhythms = st.sampled_from(["weekly", "every 2 weeks thu 45", "monthly", "10d"])
arrangements = (
    st.builds(lambda who, said: Line(("cadence", who, said), (who,)), people, rhythms)
    | st.builds(lambda who, day: Line(("away", who, day), (who,)), people, days)
    | st.builds(
        lambda day, why: Line(("away", "me", day, "--why", why), ("onestop.yaml",)), days, texts
    )
    | st.sampled_from([Line(("archive", "chen"), ("chen",)), Line(("add", "Dana"), ("dana",))])
)
ratings = st.integers(1, 5)
growing = (
    st.builds(_theme, people, st.sampled_from(["share-early", "say-no", "two", "three", "four"]),
              texts, st.sampled_from(["emerging", "active", "resting", "grown"]))
    | st.builds(_role, people, texts, texts)
    | st.builds(lambda who, text: Line(("ambition", who, "--", text), (who,)), people, texts)
    | st.builds(lambda who, text: Line(("person", who, f"--title={text}"), (who,)), people, texts)
)  # fmt: skip
tracked = (
    st.builds(_look, people, st.integers(0, 60), st.integers(0, 10))
    | st.builds(_plan, people, st.sampled_from([("add",), ("card", "fp")]), texts)
    | st.builds(
        lambda who, card, column: Line(("card", who, card, column), (who,)),
        people, st.sampled_from(["fp-1", "fp-2", "o1-kr1"]), st.sampled_from(["doing", "done"]),
    )
)  # fmt: skip
aligned = (
    st.builds(_assume, people, texts)
    | st.builds(_test, people, st.sampled_from(["a1", "a2", "e1"]),
                st.sampled_from(["held", "wrong", "corrected"]), texts)
    | st.builds(_expect, people, texts, texts,
                st.lists(texts.map("--said-back={}".format), max_size=1))
)  # fmt: skip
told = st.builds(
    _feedback, people, st.sampled_from(["good", "fix", "to-me"]), texts,
    st.sampled_from([(), ("--said",), ("--situation=At noon", "--impact=We waited")]),
) | st.builds(_rate, people, ratings, ratings, texts)  # fmt: skip
practice = growing | tracked | aligned | told
verbs = st.sampled_from(["done", "drop", "reopen", "due", "settle", "said"])
marks = st.sampled_from(["--done", "--talked", "--keep", "--said"])
leaps = st.sampled_from([-400, -30, -7, -1, 1, 2, 7, 7, 30, 400])


# What an editor does to a page


def typed(text: str, data: bytes) -> bytes:
    return data + text.encode()


def ticked(data: bytes) -> bytes:
    return MENTION.sub(rb"- [x] \1", data, count=1)


def with_other_line_ends(data: bytes) -> bytes:
    plain = data.replace(b"\r\n", b"\n")
    return plain if plain != data else data.replace(b"\n", b"\r\n")


def with_a_broken_header(data: bytes) -> bytes:
    return re.sub(rb"\A---\r?\n", rb"\g<0>state: [\n", data)


def repaired(data: bytes) -> bytes:
    return data.replace(b"state: [\n", b"")


def without_a_line(number: int, data: bytes) -> bytes:
    found = BULLET.findall(data)
    return data.replace(found[number % len(found)], b"", 1) if found else data


def with_a_remark(data: bytes) -> bytes:
    return data.rstrip(b"\r\n") + b"\n# a remark of mine\n"


edits = (
    st.sampled_from(TYPED).map(lambda text: partial(typed, text))
    | st.integers(0, 9).map(lambda number: partial(without_a_line, number))
    | st.sampled_from([ticked, with_other_line_ends, with_a_broken_header])
)


class Notebook(RuleBasedStateMachine):
    """One notebook, and what was promised about it."""

    def __init__(self) -> None:
        super().__init__()
        self.temporary = tempfile.TemporaryDirectory()
        self.stage = Stage(Path(self.temporary.name, "book"))
        self.stage.write(BOOK)
        self.steps: list[Step] = []
        self.written: Counter[str] = Counter()
        self.kills = 0
        self.is_edited = False

    def teardown(self) -> None:
        self.temporary.cleanup()

    # Commands

    @rule(line=topics | acts)
    def say(self, line: Line) -> None:
        said = self.write(line)
        if line.argv[0] == "act" and said.code == 0:
            assert line.texts[0] in self.one("actions", "--format", "grep").out

    @rule(line=practice)
    def practise(self, line: Line) -> None:
        self.write(line)

    @rule(line=logs)
    def log(self, line: Line) -> None:
        self.write(line)

    @rule(line=logs, flag=marks, which=numbers)
    def log_about(self, line: Line, flag: str, which: int) -> None:
        kind = {"--done": b"- [", "--said": b": "}.get(flag, b"")
        ident = self.an_id(which, kind, f"people/{line.people[0]}/")
        self.write(line._replace(argv=(*line.argv, f"{flag}={ident}")))

    @rule(line=meets)
    def meet(self, line: Line) -> None:
        self.write(line)

    @rule(line=arrangements)
    def arrange(self, line: Line) -> None:
        self.write(line)

    @rule(verb=verbs, which=numbers, length=st.integers(2, 4), day=days)
    def close_by_id(self, verb: str, which: int, length: int, day: str) -> None:
        kind = {"settle": b":-/", "due": b"- [", "said": b": "}.get(verb, b"")
        self.close(verb, self.an_id(which, kind)[:length], day)

    @rule(verb=verbs, text=texts, day=days)
    def close_by_words(self, verb: str, text: str, day: str) -> None:
        self.close(verb, text, day)

    @rule()
    def mend(self) -> None:
        everybody = tuple(map(owner, self.now))
        self.write(Line(("check", "--fix"), everybody))

    @rule(line=st.sampled_from(LOOKING))
    def look(self, line: str) -> None:
        before = self.now
        self.one(*shlex.split(line)[1:])
        assert self.now == before

    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.undo_once()

    def undo_once(self) -> None:
        """Take back the last command, unless one of its files was changed by hand since."""
        now = self.now
        last = self.steps[-1] if self.steps else Step({}, {}, ())
        was_touched = any(now.get(path) != last.after.get(path) for path in last.paths)
        said = self.stage.one("one undo")
        assert said.code == (5 if was_touched else 0), said.both
        if was_touched:
            assert self.now == now
            return
        back = {path: last.before.get(path) for path in last.paths}
        assert self.now == {p: data for p, data in {**now, **back}.items() if data is not None}
        self.written.subtract(last.texts)
        del self.steps[-1:]

    @rule(line=topics | acts | logs | meets | practice, at=st.integers(1, 60))
    def be_killed(self, line: Line, at: int) -> None:
        """Kill a command; the next one that writes finishes it, or it never was."""
        old, new = self.now, self.foreseen(line)
        ended = trouble.killed(partial(self.stage.one, line.argv), at)
        assert all(self.now.get(p) in (old.get(p), new.get(p)) for p in {*old, *new, *self.now})
        self.kills += 1
        added = f"people/after-{self.kills}/person.yaml"
        assert self.one("add", f"After {self.kills}", "--slug", f"after-{self.kills}").code == 0
        left = {path: data for path, data in self.now.items() if path != added}
        assert left == new or (left == old and ended.killed)
        self.note(Step(old, left, line.texts if left == new != old else ()))
        self.note(Step(left, self.now, ()))

    def foreseen(self, line: Line) -> Tree:
        """What a command makes of a copy of the notebook."""
        copy = Path(self.temporary.name, "copy")
        shutil.copytree(self.stage.folder, copy)
        Stage(copy, self.stage.today).one(line.argv)
        found = contents(copy)
        shutil.rmtree(copy)
        return found

    # What people and clocks do

    @rule(days=leaps)
    def jump(self, days: int) -> None:
        self.stage.today += timedelta(days)

    @rule(which=numbers, edit=edits)
    def edit_by_hand(self, which: int, edit: Edit) -> None:
        pages = self.pages
        self.edit(pages[which % len(pages)], edit)

    @rule(which=numbers, edit=st.sampled_from([with_other_line_ends, with_a_remark]))
    def edit_yaml_by_hand(self, which: int, edit: Edit) -> None:
        found = sorted(path for path in self.now if path.endswith(".yaml"))
        path = self.stage.folder / found[which % len(found)]
        path.write_bytes(edit(path.read_bytes()))

    @rule()
    def repair(self) -> None:
        for path in self.pages:
            self.edit(path, repaired)

    # What holds

    @invariant()
    def every_file_is_whole(self) -> None:
        assert [path for path, data in self.now.items() if not data.strip()] == []

    @invariant()
    def every_id_has_one_home(self) -> None:
        homes = Counter(i for data in self.now.values() for i in IDENT.findall(data))
        assert [ident for ident, count in homes.items() if count > 1] == []

    @invariant()
    def what_was_written_down_is_there(self) -> None:
        every = b"\n".join(self.now.values()).decode()
        assert {t for t, count in self.written.items() if every.count(t) < count} == set()

    @invariant()
    def a_search_finds_what_actions_lists_once_check_is_clean(self) -> None:
        before = self.now
        said = self.one("check", "--strict")
        assert said.code == 0 or self.is_edited or NAMED.search(said.out), said.out
        if said.code == 0:
            listed = self.one("actions", "--format", "grep").out.splitlines()
            assert sorted(line.rstrip("\r") for line in listed) == boxes(before)
        assert self.now == before

    # How

    @property
    def now(self) -> Tree:
        return contents(self.stage.folder)

    @property
    def pages(self) -> list[str]:
        """The pages of Markdown, in order."""
        return sorted(path for path in self.now if path.endswith(".md"))

    def one(self, *argv: str) -> Said:
        """Run a command, which may refuse, and never breaks.

        Only what people typed into the files can make them such that it does not write there.
        """
        said = self.stage.one(argv)
        assert said.code in ((0, 1, 2, 3) if self.is_edited else (0, 1, 2)), said.both
        assert "Traceback" not in said.err
        return said

    def write(self, line: Line) -> Said:
        """Run a command that may write, into the folders that it names alone."""
        before = self.now
        said = self.one(*line.argv)
        after = self.now
        step = Step(before, after, line.texts if said.code == 0 and after != before else ())
        assert not step.paths or said.code in (0, 1), said.both
        assert {*map(owner, step.paths)} <= {*line.people}
        self.note(step)
        return said

    def note(self, step: Step) -> None:
        """Remember what a command did."""
        if step.paths:
            self.steps.append(step)
        self.written.update(step.texts)

    def close(self, verb: str, said: str, day: str) -> None:
        more = {"due": [day], "settle": ["happy"], "drop": ["--why=no money"]}.get(verb, [])
        here = tuple(owner(path) for path, data in self.now.items() if said.encode() in data)
        self.write(Line((verb, said, *more), here))

    def an_id(self, which: int, kind: bytes = b"", among: str = "") -> str:
        """One of the ids that stand in the notebook, on a line of some kind."""
        pages = [data for path, data in self.now.items() if path.startswith(among)]
        found = sorted({m[1] for data in pages for m in IDENT.finditer(data) if kind in m[0]})
        return found[which % len(found)].decode() if found else "none"

    def edit(self, path: str, edit: Edit) -> None:
        """Change a page by hand; words that go with it need not be there any more."""
        full = self.stage.folder / path
        old = full.read_bytes()
        full.write_bytes(new := edit(old))
        self.is_edited = self.is_edited or new != old
        gone = {text: old.count(text.encode()) - new.count(text.encode()) for text in TEXTS}
        self.written.subtract({text: count for text, count in gone.items() if count > 0})


def boxes(tree: Tree) -> list[str]:
    """What `git grep -n -e '- \\[ \\]' -- people` prints, without carriage returns."""
    return sorted(
        f"{path}:{number}:{line.rstrip(chr(13))}"
        for path, data in tree.items()
        for number, line in enumerate(data.decode().split("\n"), 1)
        if path.startswith("people/") and "- [ ]" in line
    )


def test_a_notebook_keeps_its_promises_whatever_happens_to_it() -> None:
    run_state_machine_as_test(
        Notebook,
        settings=settings(
            max_examples=examples(25), stateful_step_count=20, derandomize=True, deadline=None,
            database=None, suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
