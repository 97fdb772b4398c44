"""No word in a notebook or on a command line can do anything to a screen but stand on it."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from onestop.render.clean import clean
from onestop.render.terminal import STYLES
from stage import Stage
from trust.lines import LOOKING, WRITING, act

CONTROLS = {*range(0x20), *range(0x7F, 0xA0)} - {ord("\n"), ord("\t")}
BIDI = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
UNSEEN = {0x200B, 0x2028, 0x2029, 0x2060, 0xFEFF, *range(0xE0000, 0xE0080)}
FORBIDDEN = {chr(code) for code in CONTROLS | BIDI | UNSEEN | {*range(0xD800, 0xE000)}}
OUR_COLOURS = re.compile(rf"\x1b\[(?:0|{'|'.join(sorted(set(STYLES.values())))})m")

PAYLOADS = {
    "colour": "\x1b[31mred\x1b[0m",
    "clear screen": "\x1b[2J\x1b[H",
    "title": "\x1b]0;title\x07",
    "link": "\x1b]8;;evil.example\x1b\\click\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;cm0gLXJmIH4=\x07",
    "device control": "\x1bP$q\x1b\\",
    "eight-bit colour": "\x9b31m",
    "eight-bit clipboard": "\x9d52;c;QUFBQQ==\x9c",
    "bell": "\x07\x07",
    "return": "safe\rrm -rf",
    "backspace": "ab\b\bcd",
    "form feed": "a\x0b\x0cb\x1cc",
    "next line": "a\x85b",
    "delete": "\x7f\x01",
    "override": "\u202egnp.exe\u202c",
    "isolate": "\u2066a\u2069\u200f",
    "zero width": "zero\u200bwidth\ufeff",
    "separator and tag": "one\u2028line\u2029\U000e0041\U000e007f",
}
MARKUP = (
    "[x]", "[red]", "[/]", "[link=http://x]y[/link]", ":smile:", ":warning:", "%s %(a)s {0} {a}",
    r"back\slash \n \x1b[31m", "**bold** `code` <b>&amp;</b>", "$HOME `id` $(id)",
)  # fmt: skip
TYPED = (
    "one show {}",
    "one {}",
    "one actions --{}",
    "one --today {} actions",
    "one --color {} actions",
    "one -C {} actions",
    "one done {}",
    "one due b3fd {}",
    "one settle {} {}",
    "one topic alice {}",
    "one act alice --owner {} hello",
    "one add {} --cadence {}",
    "one add Gus --slug {}",
    "one find {}",
    "one find --show-command {}",
    "one help {}",
    "one check {}",
    "one edit alice {}",
    "one log alice --block {} --outcome-met {}",
    "one log alice --win {} --dry-run",
    "one prep alice --date {}",
    "one cadence alice {}",
    "one role alice {} --mine {} --stretch {} --dry-run",
    "one theme alice {} {} --state {}",
    "one theme alice share-early {} --ask {} --dry-run",
    "one ambition alice {} --dry-run",
    "one ambition alice link {} --here {} --dry-run",
    "one without alice {}",
    "one person alice --title {} --alias {} --at {}",
    "one okr alice {}",
    "one okr alice o1-kr1 {} {}",
    "one okr alice add {} --kind {} --supports {}",
    "one okr alice result {} {} --start {} --target {}",
    "one okr alice close {}",
    "one plan alice {} {}",
    "one plan alice card {} {}",
    "one plan alice block fp {} {} --from {}",
    "one card alice {} {}",
    "one align alice {} {}",
    "one align alice assume {} --dry-run",
    "one align alice test {} {} {}",
    "one feedback alice {} {}",
    "one praise alice {} --dry-run",
    "one said {} --on {}",
    "one rate alice --performance-by-manager {}",
    "one ask alice {}",
    "one load --what-if alice={}",
    "one reopen {}",
)
SHOWING = (
    "one",
    "one actions",
    "one people --all",
    "one show alice",
    "one find cache",
    "one check",
    "one where",
    "one role alice",
    "one theme alice",
    "one ambition alice",
    "one person alice",
    "one okr alice",
    "one okr team",
    "one plan alice",
    "one board alice",
    "one align alice --all",
    "one feedback alice",
    "one rate alice --show",
    "one week",
    "one prep alice --paper",
    "one prep alice structured --dry-run",
)
ASKING = (
    "one log alice", "one log", "one done", "one topic alice", "one act alice hello", "one said",
    "one okr alice", "one okr alice close", "one feedback alice good", "one align alice priorities",
    "one align alice expect", "one rate alice", "one rate alice --together", "one role alice",
)  # fmt: skip

NOTE = """---
type: one-on-one
with: alice
date: 2026-11-17
state: {state}
minutes: 30
happiness: 3
purpose: {quoted}
skipped: {quoted}
{raw}: {quoted}
---
# Alice and Sam {raw}

> {raw}?

## Check-in
- Well {raw}

## Topics
- @alice Typed by hand {raw}

## Wins
- Won {raw} #tag{raw}

## Challenges
- Hard {raw}

## Happiness
- :-) Glad {raw}
- :-( Sad {raw}
- :-/ Unsure {raw} ^h2qw

## {raw}
- Unknown {raw} <!-- {raw} -->

## Decisions
- Decided on the cache {raw}

## Actions
- [ ] @alice Promised {raw}  [due:: 2026-11-20] ^k3f9
- [ ] @nobody{raw} Nobody's {raw}  [due:: {raw}] ^{raw}
- [{raw}] @sam Odd mark {raw}
* [ ] @sam Odd marker {raw} (zzzz)
"""


THEMES = """themes:
  - {{id: share-early, title: {quoted}, stretch: {quoted}, state: active, since: 2026-09-15}}
  - {{id: {quoted}, title: {quoted}, ask: [{quoted}], state: {quoted}, mine: {quoted}}}
"""
OKRS = """quarter: 2026-Q4
objectives:
  - id: o1
    title: {quoted}
    supports: {quoted}
    agreed: {quoted}
    results:
      - {{id: o1-kr1, title: {quoted}, lead: {quoted}, start: 9, target: 1, status: doing,
         checkins: [{{date: 2026-11-03, now: 7, confidence: 9}}, {{date: 2026-11-17, now: 8,
         confidence: 3}}]}}
      - {{id: o1-kr2, title: {quoted}, milestones: [{{title: {quoted}, share: 0.5}}]}}
      - {{id: {quoted}, title: {quoted}, start: {quoted}, status: {quoted}}}
"""
PLAN = """focus:
  - id: fp
    title: {quoted}
    why-not-day-job: {quoted}
    block: {{day: thu, from: {quoted}, hours: 2}}
    cards: [{{id: fp-1, title: {quoted}, status: doing}}, {{id: {quoted}, title: {quoted}}}]
"""
ALIGNMENT = """priorities:
  - {{date: 2026-11-03, mine: [{quoted}, b, c], theirs: [a, {quoted}, {quoted}]}}
expectations:
  - {{id: e1, expect: {quoted}, success: {quoted}, said-back: {quoted}, checked: 2026-11-03}}
  - {{id: e2, expect: {quoted}, success: {quoted}}}
assumptions:
  - {{id: a1, text: {quoted}, since: 2026-10-13}}
  - {{id: a2, text: {quoted}, tested: 2026-11-03, outcome: wrong, note: {quoted}}}
  - {{id: {quoted}, text: {quoted}, tested: {quoted}, outcome: {quoted}}}
"""
FEEDBACK = """# {raw}

- 2026-11-20 good: Well {raw}  [said:: 2026-11-24] ^f3kd
- 2026-11-21 fix: Late {raw}  [situation:: {raw}]  [impact:: {raw}] ^f7mx
- 2026-11-21 to-me: Loud {raw} #tag{raw} ^f9bt
- 2026-11-22 {raw}: {raw}
- up: {raw}
"""
RATING = """---
way: {quoted}
performance-by-self: 3
performance-by-self-fact: {quoted}
performance-by-manager: 5
performance-by-manager-fact: {quoted}
manager-by-self: {quoted}
improve: {quoted}
---
{raw}
"""


def in_quotes(text: str) -> str:
    """Words as YAML can always read them: every odd character by its number."""
    plain = (
        c if c.isascii() and c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}"
        for c in text
    )
    return f'"{"".join(plain)}"'


def hostile(stage: Stage, payload: str) -> Stage:
    """A notebook with the payload in every place that a command may show."""
    raw, quoted = payload, in_quotes(f"Moreau {payload}")
    name = payload.replace("/", "_")
    said = {"raw": raw, "quoted": quoted}
    note, planned = (NOTE.format(raw=raw, quoted=quoted, state=s) for s in ("held", "planned"))
    stage.write({
        "onestop.yaml": f"version: 1\nme: sam\nname: {quoted}\n{raw}: 1\n",
        "questions/own.yaml": f"- {{id: own, text: {quoted}, purpose: [{quoted}], depth: 1}}\n",
        "people/alice/person.yaml": f"name: {quoted}\naliases: [{quoted}]\ntitle: {quoted}\n"
        f"cadence: weekly\nday: tue\nambition: {quoted}\nmanages: true\nnot-for-us: [{quoted}]\n"
        f"ambition-links: [{{date: 2026-10-06, skill: {quoted}, here: {quoted}}}]\n"
        f"away:\n  - {{from: 2026-12-21, to: 2027-01-02, why: {quoted}}}\n",
        "people/alice/role.md": f"---\nquestion: {quoted}\nagreed: {quoted}\n---\n{raw}\n"
        f"## In Sam's words\n{raw}\n## Stretch\n{raw}\n## Earlier questions\n- {raw}\n",
        "people/alice/themes.yaml": THEMES.format(**said),
        "people/alice/okrs/2026-Q4.yaml": OKRS.format(**said),
        f"people/alice/okrs/{name}.yaml": OKRS.format(**said),
        "people/alice/team-okrs/2026-Q4.yaml": OKRS.format(**said),
        "okrs/2026-Q4.yaml": OKRS.format(**said),
        "people/alice/plan.yaml": PLAN.format(**said),
        "people/alice/alignment.yaml": ALIGNMENT.format(**said),
        "people/alice/feedback.md": FEEDBACK.format(**said),
        "people/alice/ratings/2026-11-10.md": RATING.format(**said),
        "people/alice/inbox.md": f"# {raw}\n\n## Topics\n- 2026-11-20 @alice Who {raw}? ^t4kd\n"
        f"\n## Actions\n- [ ] @sam Send {raw}  [due:: 2026-11-27] ^b3fd\n- [ ] No owner {raw}\n",
        "people/alice/private.md": f"- 2026-11-12 Watch {raw}\n- 2026-11-24 remind: {raw}\n",
        "people/alice/meetings/2026-11-17-alice.md": note,
        "people/alice/meetings/2026-11-10-alice.md": planned,
        "people/alice/meetings/2026-11-03-alice.md": note.replace("held", "skipped"),
        f"people/alice/meetings/2026-10-27-{name}.md": note,
        f"people/alice/meetings/{name}.md": note,
        "people/bo/person.yaml": f"name: Bo {raw}\ncadence: {raw}\nday: {quoted}\n",
        "people/bo/inbox.md": f"<<<<<<< {raw}\n- [ ] @bo {raw}\n=======\n>>>>>>> {raw}\n",
        "people/bo/meetings/2026-11-17-bo.md": f"---\nhappiness: {quoted}\nstate: \"{raw}\n---\n",
        f"people/{name}/inbox.md": f"## Actions\n- [ ] @me {raw}\n",
    })  # fmt: skip
    (stage.folder / "people/bo/role.md").write_bytes(payload.encode("latin-1", "ignore") + b"\xff")
    return stage


def said(stage: Stage, payload: str) -> Iterator[tuple[str, str]]:
    """Every line that is run, with what it says: those that look, are typed, ask and write.

    Of what is typed and written each payload meets every third.
    """
    turn = slice([*PAYLOADS.values()].index(payload) % 3, None, 3)
    for line in {*LOOKING, *SHOWING}:
        yield line, act(stage, line).both
    for line in SHOWING:
        in_colour = act(stage, line.replace("one", "one --color always", 1), terminal=True)
        yield f"{line} on a terminal", OUR_COLOURS.sub("", in_colour.both)
    for line in TYPED[turn]:
        yield line, act(stage, line.replace("{}", shlex.quote(payload))).both
    for line in ASKING:
        yield line, stage.one(line, typed=["."]).both
    for line in WRITING[turn]:
        yield line, act(stage, f"{line} --dry-run").both


@pytest.mark.parametrize("kind", PAYLOADS)
def test_nothing_forbidden_reaches_the_screen(kind: str, tmp_path: Path) -> None:
    payload = PAYLOADS[kind]
    stage = hostile(Stage(tmp_path / payload), payload)

    heard = dict(said(stage, payload))

    assert {line: both for line, both in heard.items() if FORBIDDEN & {*both}} == {}
    assert [line for line in SHOWING if clean(payload) not in heard[line]] == []


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_is_shown_as_it_was_typed(markup: str, stage: Stage) -> None:
    hostile(stage, markup)

    unshown = [line for line in SHOWING if markup not in act(stage, line).both]

    assert unshown == ["one where"]
