"""The role question: what is missing, when it is asked about, how a new one comes in."""

from datetime import date, timedelta

from onestop.insight.role import renewed, showing_due, still_fits_due, view, written
from onestop.model.folder import Folder
from onestop.model.meeting import Meeting
from onestop.model.person import Person
from onestop.model.role import RolePurpose

TODAY = date(2026, 11, 24)
AGREED = date(2026, 9, 8)
ROLE = RolePurpose("What for?", AGREED, mine="Sales", theirs="Answers")
ALICE = Person("alice", "Alice Moreau", added=date(2026, 1, 1))


def folder(role: RolePurpose | None, count: int = 0) -> Folder:
    days = (TODAY - timedelta(weeks=n + 1) for n in range(count))
    return Folder(ALICE, role, tuple(Meeting("alice", day, f"{day}.md") for day in days))


def test_the_page_names_what_is_missing() -> None:
    assert view(folder(ROLE), TODAY).missing == ()
    assert view(folder(ROLE._replace(theirs="")), TODAY).missing == ("theirs",)
    assert view(folder(None), TODAY).missing == ("question", "mine", "theirs")


def test_after_half_a_year_it_is_asked_whether_the_question_fits() -> None:
    assert not still_fits_due(folder(ROLE), AGREED + timedelta(days=179))
    assert still_fits_due(folder(ROLE), AGREED + timedelta(days=180))
    assert still_fits_due(folder(ROLE._replace(agreed=None)), date(2026, 6, 30))


def test_a_role_without_a_question_and_one_left_out_are_never_asked_about() -> None:
    late = AGREED + timedelta(days=999)
    alone = folder(ROLE, 3)._replace(person=ALICE._replace(not_for_us=("role",)))

    for one in (folder(None, 3), folder(ROLE._replace(question=""), 3), alone):
        assert not still_fits_due(one, late)
        assert not showing_due(one)


def test_every_fourth_meeting_asks_where_the_question_showed_up() -> None:
    assert [n for n in range(9) if showing_due(folder(ROLE, n))] == [3, 7]


def test_a_new_question_is_agreed_today_and_keeps_the_one_before() -> None:
    new = renewed(ROLE, RolePurpose("What next?"), TODAY)

    assert new == ROLE._replace(
        question="What next?", agreed=TODAY, earlier=((AGREED, "What for?"),)
    )
    again = renewed(new, RolePurpose("And then?", date(2026, 11, 20)), TODAY)
    assert again.agreed == date(2026, 11, 20)
    assert again.earlier == ((AGREED, "What for?"), (TODAY, "What next?"))


def test_the_first_question_has_none_before_it() -> None:
    assert renewed(RolePurpose(""), RolePurpose("Why?"), TODAY) == RolePurpose("Why?", TODAY)


def test_what_is_not_said_stays_as_it_is() -> None:
    assert renewed(ROLE, RolePurpose("What for?"), TODAY) == ROLE
    assert renewed(ROLE, RolePurpose("", theirs="Mine", stretch="More"), TODAY) == (
        ROLE._replace(theirs="Mine", stretch="More")
    )


def test_the_same_question_can_be_agreed_again() -> None:
    assert renewed(ROLE, RolePurpose("", TODAY), TODAY) == ROLE._replace(agreed=TODAY)


def test_only_new_words_were_written() -> None:
    after = ROLE._replace(mine="Sales, and calm", agreed=TODAY)

    assert written(ROLE, after) == RolePurpose("", mine="Sales, and calm")
    assert written(RolePurpose(""), ROLE) == ROLE._replace(agreed=None)
