"""Who is meant: found by folder, alias or name in any script, and never guessed."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fuzz import examples
from onestop.insight.names import fold, full_slug_of, match, near, slug_of
from onestop.model.person import Person

TEAM = (
    Person("alice", "Alice Moreau", aliases=("ali",)),
    Person("bo", "Bo Lind"),
    Person("tom-h", "Tom Hill"),
    Person("tommy", "Tommy Reed"),
    Person("jose", "José Ángel Núñez"),
    Person("person-1", "李雷"),
    Person("person-2", "محمد علي"),
    Person("soren", "Søren Ø"),
    Person("kim", "김민수"),
    Person("mary", "Mary Ann Stone"),
)
SLUG = re.compile(r"(?:[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?)?")


def found(said: str) -> list[str]:
    return [person.slug for person in match(said, TEAM)]


@pytest.mark.parametrize(
    ("said", "slug"),
    [
        ("alice", "alice"),
        ("ALICE", "alice"),
        ("ali", "alice"),
        ("al", "alice"),
        ("Alice Moreau", "alice"),
        ("  alice   moreau ", "alice"),
        ("alice m", "alice"),
        ("moreau", "alice"),
        ("mor", "alice"),
        ("jose", "jose"),
        ("JOSÉ", "jose"),
        ("nunez", "jose"),
        ("Nu\u0301n\u0303ez", "jose"),
        ("李雷", "person-1"),
        ("李", "person-1"),
        ("محمد علي", "person-2"),
        ("علي", "person-2"),
        ("مُحَمَّد", "person-2"),
        ("김민수", "kim"),
        (unicodedata.normalize("NFD", "김민수"), "kim"),
        ("søren", "soren"),
        ("stone", "mary"),
        ("mary ann", "mary"),
    ],
)
def test_a_person_is_found_by_slug_alias_name_and_their_beginnings(said: str, slug: str) -> None:
    assert found(said) == [slug]


def test_tom_may_be_tom_or_tommy() -> None:
    assert found("tom") == found("To") == ["tom-h", "tommy"]


def test_a_word_of_one_name_is_no_better_than_the_beginning_of_another_slug() -> None:
    people = (Person("th", "Tom Hill"), Person("tommy", "Tommy Reed"))

    assert match("tom", people) == people


def test_a_whole_slug_is_that_person_whoever_else_begins_so() -> None:
    tom, tommy = Person("tom", "Tom Hill"), Person("tommy", "Tommy Reed")

    assert match("tom", (tom, tommy)) == (tom,)
    assert match("tom hill", (tom, tommy)) == (tom,)
    assert match("tomm", (tom, tommy)) == (tommy,)


def test_a_whole_name_is_that_person_whoever_else_begins_so() -> None:
    ann, anna = Person("person-1", "Ann"), Person("person-2", "Anna")

    assert match("ann", (ann, anna)) == (ann,)


def test_two_people_of_one_name_are_both_found() -> None:
    people = (Person("sam-1", "Sam Lee"), Person("sam-2", "Sam Lee"))

    assert match("sam lee", people) == match("lee", people) == people


@pytest.mark.parametrize("said", ["", "  ", "\u0301", "zoe", "lice", "alice b", "erson", "*", "."])
def test_nobody_is_guessed(said: str) -> None:
    assert found(said) == []


@pytest.mark.parametrize(
    ("said", "slugs"),
    [
        ("alcie", ("alice",)),
        ("Alise Moreaux", ("alice",)),
        ("tomy", ("tommy", "tom-h")),
        ("nunes", ("jose",)),
        ("李雪", ()),
        ("xyzzy", ()),
        ("", ()),
    ],
)
def test_an_unknown_name_gives_near_ones(said: str, slugs: tuple[str, ...]) -> None:
    assert near(said, TEAM) == slugs


def test_near_names_are_named_once_and_all_of_them() -> None:
    people = [Person("anna-l", "Anna Lind", aliases=("ann",)), Person("anna-r", "Anna Ruiz")]

    assert near("anma", people) == ("anna-l", "anna-r")


@pytest.mark.parametrize(
    ("name", "slug", "full"),
    [
        ("Alice Moreau", "alice", "alice-moreau"),
        ("José Ángel Núñez", "jose", "jose-angel-nunez"),
        ("Jean-Luc O'Brien", "jean-luc", "jean-luc-obrien"),
        ("Søren Łukasz Straße", "soren", "soren-lukasz-strasse"),
        ("ÆÐÞŒĐ", "aedthoed", "aedthoed"),
        ("Iğdır", "igdir", "igdir"),
        ("李 Wei", "wei", "wei"),
        ("李雷", "", ""),
        ("محمد", "", ""),
        ("ℌans", "hans", "hans"),
        ("-- Bo --", "bo", "bo"),
        ("../../etc", "etc", "etc"),
        ("R2 D2", "r2", "r2-d2"),
        ("x" * 39 + "-y", "x" * 39, "x" * 39),
        ("", "", ""),
    ],
)
def test_a_folder_is_named_in_plain_letters(name: str, slug: str, full: str) -> None:
    assert (slug_of(name), full_slug_of(name)) == (slug, full)


@settings(max_examples=examples(300), derandomize=True)
@given(st.text())
def test_any_name_makes_a_slug_or_none(name: str) -> None:
    for slug in (slug_of(name), full_slug_of(name)):
        assert SLUG.fullmatch(slug)
        assert fold(slug) == slug


@settings(max_examples=examples(300), derandomize=True)
@given(st.text())
def test_folding_is_done_once_and_forgets_case_and_composition(text: str) -> None:
    folded = fold(text)

    assert fold(folded) == folded
    for form in ("NFC", "NFD", "NFKC"):
        assert fold(unicodedata.normalize(form, text)) == folded
    assert fold(text.casefold()) == folded


@settings(max_examples=examples(200), derandomize=True)
@given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=5))
def test_everybody_is_found_by_their_real_name(names: list[str]) -> None:
    people = [Person(f"somebody-{n}", name) for n, name in enumerate(names)]

    for person in people:
        assert (person in match(person.name, people)) == bool(fold(person.name))
