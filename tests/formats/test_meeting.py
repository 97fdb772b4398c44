"""Notes of meetings: what the header, the file name and the headings say, and how one begins."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from note_texts import anything
from onestop.formats import header
from onestop.formats.meeting import first, parse, title
from onestop.formats.parsed import Parsed
from onestop.model.agenda import Agenda
from onestop.model.meeting import HELD, PLANNED, SECTIONS, SKIPPED, Meeting

DAY = date(2026, 11, 24)
PATH = "people/alice/meetings/2026-11-24-alice.md"
TEMPLATE = """# {{title}}

> {{question}}

## Follow-up
{{follow-up}}

## Topics
{{topics}}

## Wins
"""
AGENDA = Agenda("alice", DAY, ("Alice", "Sam"), PATH)


def read(text: str, today: date = DAY) -> Parsed[Meeting]:
    return parse(
        text, slug="alice", on=DAY, path=PATH, known=lambda h: h, ids={"k3f9"}, today=today
    )


def note(head: str, today: date = DAY) -> Meeting:
    return read(f"---\n{head}---\n", today).value


def test_a_header_gives_what_was_asked() -> None:
    found = note(
        "type: one-on-one\nwith: alice\ndate: 2026-11-24\nstate: held\nminutes: 35\nhappiness: 4\n"
        'asked: [ci-a, ci-b]\npurpose: growth\noutcome: "both know the plan"\n'
    )

    assert found == Meeting(
        "alice", DAY, PATH, minutes=35, happiness=4, asked=("ci-a", "ci-b"),
        purpose="growth", outcome="both know the plan",
    )  # fmt: skip


def test_what_is_absent_was_not_asked() -> None:
    found = read("## Wins\n- a\n")

    assert (found.value.minutes, found.value.happiness, found.value.asked) == (None, None, ())
    assert found.problems == ()


@pytest.mark.parametrize(
    ("head", "today", "state"),
    [
        ("state: planned\n", 24, PLANNED), ("state: held\n", 1, HELD),
        ("state: Skipped\n", 24, SKIPPED),
        ("", 24, HELD), ("", 25, HELD), ("", 23, PLANNED), ("minutes: 30\n", 23, PLANNED),
        ("skipped: ill\n", 1, SKIPPED), ("moved-to: 2026-11-26\n", 24, SKIPPED),
        ("state: heldd\n", 23, PLANNED),
    ],
)  # fmt: skip
def test_without_a_state_a_note_was_held_up_to_today_and_is_planned_after(
    head: str, today: int, state: str
) -> None:
    assert note(head, date(2026, 11, today)).state == state


def test_a_skipped_note_says_why_and_where_it_moved() -> None:
    found = note('state: skipped\nskipped: "ill"\nmoved-to: 2026-11-26\n')

    assert (found.held, found.skipped, found.moved_to) == (False, "ill", date(2026, 11, 26))


@pytest.mark.parametrize(
    ("head", "code", "line"),
    [
        ("happiness: 0\n", "value", 2), ("happiness: 6\n", "value", 2),
        ("happiness: 4.5\n", "value", 2),
        ("happiness: good\n", "value", 2), ("minutes: 0\n", "value", 2),
        ("minutes: 1441\n", "value", 2),
        ("a: b\nstate: heldd\n", "value", 3), ("moved-to: 2026-02-30\n", "value", 2),
        ("asked: {a: b}\n", "value", 2), ("with: bo\n", "header", 2),
        ("date: 2026-11-25\n", "header", 2),
        ("hapiness: 4\n", "key", 2), ("Happines: 4\n", "key", 2),
        ("minutes: 30\nminutes: 40\n", "twice", 3),
        ("state: [\n", "yaml", 3),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named_with_its_line_and_is_absent(
    head: str, code: str, line: int
) -> None:
    found = read(f"---\n{head}---\n")

    assert [(p.code, p.line) for p in found.problems] == [(code, line)]
    assert found.problems[0].text == f"---\n{head}---\n".split("\n")[line - 1]
    plain = Meeting("alice", DAY, PATH)
    assert found.value == plain


def test_the_folder_and_the_file_name_win_over_the_header() -> None:
    found = read("---\nwith: bo\ndate: 2026-11-25\n---\n")

    assert (found.value.slug, found.value.date) == ("alice", DAY)
    assert [p.message for p in found.problems] == [
        "with says bo, the folder says alice",
        "date says 2026-11-25, the file name says 2026-11-24",
    ]


def test_keys_of_ones_own_and_time_blocks_are_left_alone() -> None:
    assert read("---\nblock-fp: kept\nblock-minutes: kept\nroom: 3\n---\n").problems == ()


def test_items_of_a_broken_header_are_still_read() -> None:
    found = read("---\nhappiness: 4\n\n## Actions\n- [ ] @alice a\n")

    assert [a.text for a in found.value.actions] == ["a"]
    assert found.value.happiness is None
    assert [(p.code, p.line) for p in found.problems] == [("yaml", 1)]


def test_lines_are_counted_from_the_top_of_the_file() -> None:
    found = read("\ufeff---\r\nstate: held\r\n---\r\n- [ ] @alice a (k3f9)\r\n- [ ] b\r\n").value

    assert [m.line for m in found.mentions] == [4]
    assert [a.line for a in found.actions] == [5]


def test_bullets_are_found_by_their_section() -> None:
    found = read("## Wins\n- a\n- b\n## Decision\n- c\n").value

    assert [b.text for b in found.under("Wins")] == ["a", "b"]
    assert [b.text for b in found.under("Decisions")] == ["c"]
    assert found.under("Growth") == ()


@settings(max_examples=examples(250), derandomize=True, deadline=None)
@given(anything(), st.dates())
def test_any_text_is_a_note(text: str, today: date) -> None:
    found, problems = read(text, today)

    assert (found.slug, found.date, found.path) == ("alice", DAY, PATH)
    lines = text.count("\n") + text.count("\r") + 1
    assert all(0 <= problem.line <= lines for problem in problems)
    raws = [a.raw for a in found.actions] + [t.raw for t in found.topics]
    assert all(raw in text for raw in [*raws, *(m.raw for m in found.moments)])


def test_a_note_is_called_by_both_names_and_its_day() -> None:
    assert title(("Alice", "Sam"), date(2026, 9, 1)) == "Alice and Sam, 1 Sep 2026"


def test_a_new_note_has_only_what_is_known() -> None:
    assert first(TEMPLATE, AGENDA, PLANNED) == (
        "---\ntype: one-on-one\nwith: alice\ndate: 2026-11-24\nstate: planned\n---\n"
        "# Alice and Sam, 24 Nov 2026\n\n## Follow-up\n\n## Topics\n\n## Wins\n"
    )


def test_a_new_note_holds_the_question_and_what_is_open() -> None:
    agenda = AGENDA._replace(
        minutes=20, purpose="growth", question="What is it for?", asked=("ci-a", "gr-b")
    )
    lines = {"Follow-up": ["- @sam a (k3f9)", "- b (t4kd)"], "Topics": ["- @alice c (m2tb)"]}

    assert first(TEMPLATE, agenda, HELD, lines) == (
        "---\ntype: one-on-one\nwith: alice\ndate: 2026-11-24\nstate: held\nminutes: 20\n"
        "purpose: growth\nasked: [ci-a, gr-b]\n---\n# Alice and Sam, 24 Nov 2026\n\n"
        "> What is it for?\n\n## Follow-up\n- @sam a (k3f9)\n- b (t4kd)\n\n"
        "## Topics\n- @alice c (m2tb)\n\n## Wins\n"
    )


def test_a_template_of_ones_own_may_leave_places_out_or_join_them() -> None:
    agenda = AGENDA._replace(question="Why?")

    assert first("{{title}}: {{question}}\n{{agenda}}\n", agenda, HELD).endswith(
        "---\nAlice and Sam, 24 Nov 2026: Why?\n{{agenda}}\n"
    )
    assert first("", AGENDA, HELD).endswith("---\n\n")


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1)


@settings(max_examples=examples(150), derandomize=True, deadline=None)
@given(WORDS.filter(str.strip), WORDS.filter(str.strip), st.lists(WORDS, max_size=3))
def test_the_header_of_a_new_note_reads_back(slug: str, purpose: str, asked: list[str]) -> None:
    agenda = AGENDA._replace(slug=slug, purpose=purpose, asked=tuple(asked), minutes=25)
    text = first("# {{title}}\n", agenda, PLANNED)

    head = header.split(text)
    assert head.problems == ()
    found = parse(text, slug=slug, on=DAY, path=PATH, known=lambda _: None, ids=(), today=DAY).value
    assert head.value.fields["with"].value == slug
    assert found.purpose == " ".join(purpose.split())
    assert (found.asked, found.minutes, found.state) == (tuple(asked), 25, PLANNED)


def test_the_sections_are_those_of_the_conversation() -> None:
    text = "".join(f"## {name}\n- [x] a\n" for name in SECTIONS)

    assert [a.section for a in read(text).value.actions] == list(SECTIONS)


def test_a_new_note_says_what_shall_be_true_afterwards_in_header_and_body() -> None:
    template = "# {{title}}\n\n> {{question}}\n> True afterwards if: {{outcome}}\n\n## Topics\n"
    said = AGENDA._replace(purpose="career", outcome='Both know: "why"')
    found = first(template, said, PLANNED)

    assert found == (
        "---\ntype: one-on-one\nwith: alice\ndate: 2026-11-24\nstate: planned\npurpose: career\n"
        'outcome: "Both know: \\"why\\""\n---\n# Alice and Sam, 24 Nov 2026\n\n'
        '> True afterwards if: Both know: "why"\n\n## Topics\n'
    )
    assert read(found).value.outcome == 'Both know: "why"'
    assert first(template, AGENDA._replace(question="Why?"), PLANNED).endswith(
        "2026\n\n> Why?\n\n## Topics\n"
    )
    assert first(template, AGENDA, PLANNED).endswith("2026\n\n## Topics\n")


def test_words_that_look_like_a_place_in_a_template_are_words() -> None:
    said = AGENDA._replace(question="{{topics}}?", outcome="{{title}}")

    assert first("{{question}} {{outcome}} {{mine}}\n", said, HELD).endswith(
        "---\n{{topics}}? {{title}} {{mine}}\n"
    )


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ("outcome-met: partly\n", {"outcome_met": "partly"}), ("worth: 5\n", {"worth": 5}),
        ("talk-share: 0\n", {"talk_share": 0}),
        ("block-fp: kept\nblock-ml: Moved\n", {"blocks": (("fp", "kept"), ("ml", "moved"))}),
    ],
)  # fmt: skip
def test_what_was_asked_about_a_meeting_is_read(head: str, value: dict[str, object]) -> None:
    assert note(head) == Meeting("alice", DAY, PATH)._replace(**value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "head",
    ["outcome-met: yes\n", "worth: 4.5\n", "worth: 0\n", "talk-share: 101\n", "block-fp: often\n"],
)
def test_what_does_not_fit_counts_as_not_asked_and_is_named(head: str) -> None:
    found = read(f"---\n{head}---\n")

    assert found.value == Meeting("alice", DAY, PATH)
    assert [(p.code, p.line) for p in found.problems] == [("value", 2)]
