"""Who somebody is, and how the two meet."""

from datetime import date

import pytest
import yaml
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.errors import Usage
from onestop.formats import header
from onestop.formats.parsed import CannotEdit
from onestop.formats.person import (
    Rhythm,
    add_away,
    add_link,
    archive,
    cadence,
    first,
    go_without,
    hour,
    parse,
    put,
    rhythm,
    set_rhythm,
    take_up,
)
from onestop.model.cadence import BIWEEKLY, MONTHLY, WEEKLY, Away, Cadence
from onestop.model.person import Link, Person
from yaml_texts import documents

many = settings(max_examples=examples(150), derandomize=True, deadline=None)

ALICE = """\
name: "Alice Moreau"
aliases: [Ali]
title: "Senior engineer, customer tools"
relation: peer              # report, peer, boss or skip
manages: true
cadence: every 2 weeks
day: Tuesday
at: "10:00"
minutes: 45
since: 2023-04-03
added: 2026-09-01
status: archived
archived-on: 2026-11-20
ambition: "Run her own company"
ambition-since: 2026-09-15
ambition-links:
  - {date: 2026-10-06, skill: "selling an idea", here: "demo to support"}
not-for-us: [okrs]
away:
  - {from: 2026-12-21, to: 2027-01-02, why: "leave"}
"""


def test_everything_a_file_says_is_read() -> None:
    found, problems = parse(ALICE, "alice")

    assert problems == ()
    assert found == Person(
        "alice", "Alice Moreau", ("ali",), "Senior engineer, customer tools", "peer", True,
        BIWEEKLY, 1, "10:00", 45, date(2023, 4, 3), date(2026, 9, 1), True, date(2026, 11, 20),
        "Run her own company", date(2026, 9, 15),
        (Link(date(2026, 10, 6), "selling an idea", "demo to support"),),
        (Away(date(2026, 12, 21), date(2027, 1, 2), "leave"),), ("okrs",),
    )  # fmt: skip


def test_an_empty_file_is_a_person_called_like_the_folder() -> None:
    assert parse("", "alice") == (Person("alice", "alice"), ())


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("cadence: often", 'cadence "often" is not a rhythm', "For example: weekly"),
        ("day: someday", 'day "someday" is no weekday', "Write mon, tue"),
        ("minutes: long", 'minutes "long" should be a whole number', ""),
        ("relation: repor", 'relation "repor" should be report or peer', "Did you mean report?"),
        ("since: 2026-02-30", 'since "2026-02-30" should be a date', ""),
        ("status: gone", 'status "gone" should be active or archived', ""),
        ("cadense: weekly", "cadense is not a key of a person", "Did you mean cadence?"),
        ("cadence: [weekly]", "cadence is not a rhythm", "For example"),
    ],
)
def test_what_cannot_be_read_keeps_its_default_and_is_named(
    line: str, message: str, hint: str
) -> None:
    found, problems = parse(f"name: Alice\n{line}\n", "alice")

    assert found == Person("alice", "Alice")
    assert [(p.line, p.text) for p in problems] == [(2, line)]
    assert problems[0].message.startswith(message)
    assert problems[0].hint.startswith(hint)


def test_broken_yaml_leaves_a_person_without_values() -> None:
    found, problems = parse("name: [\n", "alice")

    assert found == Person("alice", "alice")
    assert [problem.code for problem in problems] == ["yaml"]


@many
@given(documents() | st.text())
def test_any_text_is_a_person(text: str) -> None:
    found, _ = parse(text, "alice")

    assert found.slug == "alice"
    assert found.name
    assert 1 <= found.minutes <= 1440
    assert 1 <= found.cadence.days <= 366


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("weekly", WEEKLY), ("1w", WEEKLY), ("Every  week", WEEKLY), ("7d", WEEKLY),
        ("every 7 days", WEEKLY),
        ("biweekly", BIWEEKLY), ("fortnightly", BIWEEKLY), ("2w", BIWEEKLY),
        ("every two weeks", BIWEEKLY),
        ("14 days", BIWEEKLY), ("monthly", MONTHLY), ("1m", MONTHLY), ("every month", MONTHLY),
        ("every 10 days", Cadence(10, "every 10 days")), ("10d", Cadence(10, "every 10 days")),
        ("1 day", Cadence(1, "every 1 day")), ("3w", Cadence(21, "every 3 weeks")),
        ("366d", Cadence(366, "every 366 days")), ("367d", None), ("0d", None), ("53w", None),
        ("sometimes", None), ("", None), ("2m", None), ("every 10", None),
    ],
)  # fmt: skip
def test_a_cadence_is_said_in_many_ways(said: str, found: Cadence | None) -> None:
    assert cadence(said) == found


@many
@given(st.integers(1, 366))
def test_the_words_of_a_cadence_read_back(days: int) -> None:
    found = cadence(f"{days}d")

    assert found is not None
    assert cadence(found.words) == found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("", Rhythm()), ("weekly", Rhythm(WEEKLY)), ("tue", Rhythm(None, 1)),
        ("45", Rhythm(None, None, 45)),
        ("every 2 weeks tue 30", Rhythm(BIWEEKLY, 1, 30)), ("tue 45 min", Rhythm(None, 1, 45)),
        ("weekly, on tuesday", Rhythm(WEEKLY, 1)),
        ("Monthly Fri 20 minutes", Rhythm(MONTHLY, 4, 20)),
        ("every 10 days", Rhythm(Cadence(10, "every 10 days"))),
    ],
)  # fmt: skip
def test_a_rhythm_is_cadence_day_and_length_in_this_order(said: str, found: Rhythm) -> None:
    assert rhythm(said) == found


@pytest.mark.parametrize("said", ["often", "tue fri", "weekly 0", "weekly 1000", "min 30 tue"])
def test_what_is_no_rhythm_is_refused_with_an_example(said: str) -> None:
    with pytest.raises(Usage, match="is not a rhythm") as refused:
        rhythm(said)

    assert refused.value.hint.startswith("For example: weekly")


def test_a_new_person_has_only_what_is_known() -> None:
    assert first(Person("bo", "Bo Lind")) == 'name: "Bo Lind"\ncadence: weekly\nminutes: 30\n'


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1)
DAYS = st.none() | st.dates()
PEOPLE = st.builds(
    Person,
    slug=st.just("bo"),
    name=NAMES.map(lambda words: " ".join(words.split())).filter(bool),
    aliases=st.lists(st.from_regex(r"[a-z]{1,5}", fullmatch=True), unique=True).map(tuple),
    title=NAMES.map(lambda words: " ".join(words.split())),
    relation=st.sampled_from(["report", "peer", "boss", "skip"]),
    manages=st.booleans(),
    cadence=st.sampled_from([WEEKLY, BIWEEKLY, MONTHLY, Cadence(10, "every 10 days")]),
    day=st.none() | st.integers(0, 6),
    at=st.sampled_from(["", "09:30", "23:59"]),
    minutes=st.integers(1, 1440),
    since=DAYS,
    added=DAYS,
    archived=st.just(False),
    archived_on=st.none(),
    ambition=st.just(""),
    ambition_since=st.none(),
    ambition_links=st.just(()),
    away=st.just(()),
    not_for_us=st.just(()),
)


@many
@given(PEOPLE)
def test_a_new_person_reads_back(person: Person) -> None:
    assert parse(first(person), "bo") == (person, ())


def test_a_rhythm_is_written_where_it_differs() -> None:
    person = parse(ALICE, "alice").value
    changed = person._replace(cadence=WEEKLY, day=3, minutes=20)

    after = set_rhythm(ALICE, changed)
    assert after == (
        ALICE.replace("cadence: every 2 weeks", "cadence: weekly")
        .replace("day: Tuesday", "day: thu")
        .replace("minutes: 45", "minutes: 20")
    )
    assert set_rhythm(ALICE, person) == ALICE
    assert set_rhythm(ALICE, person._replace(day=None)) == ALICE


@pytest.mark.parametrize(
    ("said", "at"),
    [("9:30", "09:30"), ("09.30", "09:30"), (" 23H59 ", "23:59"), ("0:00", "00:00")],
)
def test_an_hour_is_read_as_a_clock_shows_it(said: str, at: str) -> None:
    assert hour(said) == at


@pytest.mark.parametrize("said", ["", "9", "24:00", "9:60", "9:5", "noon", "19:00:00"])
def test_what_no_clock_shows_is_no_hour(said: str) -> None:
    assert hour(said) is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("tue 10:00 30", Rhythm(None, 1, 30, "10:00")),
        ("weekly on tue at 9.30, 45 min", Rhythm(WEEKLY, 1, 45, "09:30")),
        ("every 2 weeks 20 min 14:00", Rhythm(BIWEEKLY, None, 20, "14:00")),
        ("16:15", Rhythm(None, None, None, "16:15")),
    ],
)
def test_a_rhythm_may_have_an_hour(said: str, expected: Rhythm) -> None:
    assert rhythm(said) == expected


def test_who_somebody_is_is_written_where_it_differs() -> None:
    person = parse(ALICE, "alice").value
    changed = person._replace(
        title='Lead, "tools"', manages=False, at="11:00", aliases=("ali", "mo"), relation="boss"
    )

    assert put(ALICE, person) == ALICE
    assert put(ALICE, changed) == (
        ALICE.replace('title: "Senior engineer, customer tools"', 'title: "Lead, \\"tools\\""')
        .replace("manages: true", "manages: false")
        .replace('at: "10:00"', 'at: "11:00"')
        .replace("relation: peer ", "relation: boss ")
        .replace("[Ali]", "[Ali, mo]")
    )
    assert put("alias: x\naliases: al\n", Person("bo", "bo", ("al", "b"))) == (
        "alias: x\naliases: [al, b]\n"
    )


def test_an_ambition_and_its_links_are_written_with_their_days() -> None:
    dream = Person("bo", "bo", ambition="A bakery", ambition_since=date(2026, 11, 24))
    text = put("# bo\r\n", dream)
    assert text == '# bo\r\nambition: "A bakery"\r\nambition-since: 2026-11-24\r\n'

    link = Link(date(2026, 11, 24), "budgets", "the search budget")
    assert parse(add_link(text, link), "bo").value.ambition_links == (link,)
    assert parse(add_link(ALICE, link), "alice").value.ambition_links[1:] == (link,)


def test_a_link_needs_its_day_and_its_skill() -> None:
    text = "ambition-links:\n- {skill: a}\n- {date: 2026-10-06}\n- {date: soon, skill: b}\n- c\n"
    found, problems = parse(text, "bo")

    assert found.ambition_links == ()
    assert {(p.code, p.line) for p in problems} == {("value", n) for n in (2, 3, 4, 5)}


def test_a_subject_goes_by_any_of_its_names_and_an_unknown_one_is_named() -> None:
    found, (problem,) = parse("not-for-us: [growth, Lunch, okrs]\n", "bo")

    assert found.not_for_us == ("themes", "okrs")
    assert (problem.message, problem.line) == ('not-for-us "Lunch" is no subject', 1)


def test_a_subject_is_left_out_once_and_taken_up_again_wherever_it_stands() -> None:
    text = "name: Bo\nnot-for-us: [growth, okrs] # agreed\n"

    assert go_without(text, "themes") == text
    assert go_without(text, "plan") == text.replace("okrs]", "okrs, plan]")
    assert go_without("name: Bo\n", "plan") == "name: Bo\nnot-for-us: [plan]\n"
    assert take_up(text, "themes") == "name: Bo\nnot-for-us: [okrs] # agreed\n"
    assert take_up(text, "plan") == text
    assert take_up("not-for-us: growth\nname: Bo\n", "themes") == "name: Bo\n"


def test_archiving_says_since_when_and_can_be_taken_back() -> None:
    gone = Person("bo", "Bo", archived=True, archived_on=date(2026, 11, 24))

    assert archive("name: Bo\n", gone) == ("name: Bo\nstatus: archived\narchived-on: 2026-11-24\n")
    assert archive("name: Bo\nstatus: archived # why\n", Person("bo", "Bo")) == (
        "name: Bo\nstatus: active # why\n"
    )


def test_a_leave_is_appended_as_the_others_are() -> None:
    leave = Away(date(2027, 3, 1), date(2027, 3, 5))

    assert add_away(ALICE, leave) == f"{ALICE}  - {{from: 2027-03-01, to: 2027-03-05}}\n"
    assert add_away("me: sam\r\n", leave._replace(why='a "b": c')) == (
        'me: sam\r\naway:\r\n  - {from: 2027-03-01, to: 2027-03-05, why: "a \\"b\\": c"}\r\n'
    )


def plain(text: str) -> object:
    return yaml.load(text.removeprefix("\ufeff"), Loader=yaml.BaseLoader)


@many
@given(documents(), st.sampled_from(["rhythm", "archive", "away", "put"]))
def test_edits_of_any_file_change_their_own_keys_and_nothing_else(text: str, kind: str) -> None:
    day = date(2026, 11, 24)
    changed = parse(text, "bo").value._replace(
        cadence=Cadence(10, "every 10 days"), day=3, minutes=999, archived=True, archived_on=day,
        title="Lead", at="09:30", aliases=("bb",),
    )  # fmt: skip
    edit = {"rhythm": set_rhythm, "archive": archive, "put": put}.get(kind)
    try:
        after = edit(text, changed) if edit else add_away(text, Away(day, day, "a: b"))
    except CannotEdit:
        event("refused")
        return

    old, new = header.read(text), header.read(after)
    assert new.problems == ()
    found = parse(after, "bo").value
    if kind == "rhythm":
        keys = {"cadence", "day", "minutes", "at"}
        assert (found.cadence.days, found.day, found.minutes) == (10, 3, 999)
    elif kind == "archive":
        keys = {"status", "archived-on"}
        assert (found.archived, found.archived_on) == (True, day)
    elif kind == "put":
        keys = {"title", "at", "aliases"}
        assert (found.title, found.at, found.aliases[-1]) == ("Lead", "09:30", "bb")
    else:
        keys = {"away"}
        assert found.away[-1] == Away(day, day, "a: b")
    assert old.value.keys() <= new.value.keys()
    assume(old.value)
    before = plain(text)
    now = plain(after)
    assert isinstance(before, dict)
    assert isinstance(now, dict)
    assert {k: v for k, v in now.items() if k not in keys} == {
        k: v for k, v in before.items() if k not in keys
    }


@pytest.mark.parametrize("text", ["name: [\n", "- a\n", "a: 1\na: 2\n", "<<<<<<< HEAD\na: b\n"])
def test_what_cannot_be_read_is_not_edited(text: str) -> None:
    with pytest.raises(CannotEdit):
        archive(text, Person("bo", "Bo", archived=True))


@pytest.mark.parametrize("said", ["fri 9", "weekly wed 13", "14"])
def test_a_small_bare_number_may_be_the_hour_and_is_asked_back(said: str) -> None:
    with pytest.raises(Usage, match="can be an hour or a length"):
        rhythm(said)


@pytest.mark.parametrize(("said", "minutes"), [("fri 9 min", 9), ("fri 15", 15), ("fri 90", 90)])
def test_a_length_is_a_length_when_it_says_so_or_is_long_enough(said: str, minutes: int) -> None:
    assert rhythm(said).minutes == minutes
