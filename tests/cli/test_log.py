"""What `one log` does with an interrupted log, beside what its transcript shows."""

from datetime import date

import pytest

from stage import Stage

NOTE = "people/alice/meetings/2026-11-24-alice.md"


@pytest.fixture
def interrupted(team: Stage) -> Stage:
    """Stopped at the third question of a log."""
    assert team.one("one log alice", typed=["2", "4", "^C"]).code == 130
    return team


def test_a_log_is_gone_on_with_on_another_day(interrupted: Stage) -> None:
    interrupted.today = date(2026, 11, 26)
    said = interrupted.one("one log alice", typed=["y", "Importer 2", "."])
    assert said.code == 0
    assert "An interrupted log of Tue 24 Nov is kept." in said.err
    assert "- Importer 2\n" in interrupted.read(NOTE)


def test_a_log_that_is_declined_is_forgotten_and_the_day_is_today(interrupted: Stage) -> None:
    interrupted.today = date(2026, 11, 26)
    said = interrupted.one("one log alice", typed=["no", "", "3", "."])
    assert "Thrown away: the log of Tue 24 Nov.\nAlice, Thu 26 Nov," in said.err
    assert not (interrupted.folder / NOTE).exists()
    assert interrupted.one("one log alice --resume").err.startswith("No interrupted log")


def test_flags_go_on_with_a_log_without_asking(interrupted: Stage) -> None:
    said = interrupted.one("one log alice --resume --win Importer --happiness 5")
    assert said.code == 0
    note = interrupted.read(NOTE)
    assert "happiness: 5\n" in note
    assert "- [x] @alice Write one page" in note


def test_a_log_thrown_away_by_a_flag_makes_room_for_other_flags(interrupted: Stage) -> None:
    said = interrupted.one("one log alice --discard --win Importer")
    assert said.code == 0
    assert "happiness" not in interrupted.read(NOTE)


def test_resuming_without_a_terminal_writes_what_was_answered(interrupted: Stage) -> None:
    assert interrupted.one("one log alice --resume").code == 0
    assert "happiness: 4\n" in interrupted.read(NOTE)


def test_a_dry_run_forgets_nothing(interrupted: Stage) -> None:
    said = interrupted.one("one log alice --resume -n")
    assert "+happiness: 4" in said.out
    assert "What you typed" not in said.err
    assert interrupted.one("one log alice --resume").code == 0


def test_the_log_of_another_day_does_not_stand_in_the_way(interrupted: Stage) -> None:
    said = interrupted.one("one log alice --date yesterday --win Importer")
    assert (said.code, said.out) == (0, "people/alice/meetings/2026-11-23-alice.md\n")
    assert interrupted.one("one log alice --resume").code == 0


def test_an_interrupted_second_meeting_is_gone_on_with_as_the_second(team: Stage) -> None:
    team.one("one log alice --win First")
    team.one("one log alice --new", typed=["", "2", "^C"])
    said = team.one("one log alice --resume")
    assert said.out == "people/alice/meetings/2026-11-24-alice_2.md\n"
    assert "happiness" not in team.read(NOTE)


def test_a_number_means_what_it_meant_when_it_was_typed(interrupted: Stage) -> None:
    interrupted.one("one done m2tb")
    said = interrupted.one("one log alice --resume")
    assert said.code == 0
    assert "- [x] @alice Write one page" in interrupted.read(
        "people/alice/meetings/2026-11-03-alice.md"
    )


def test_the_walk_goes_on_with_an_interrupted_log_too(team: Stage) -> None:
    team.one("one log", typed=["w", "", "3", "^C"])
    said = team.one("one log", typed=["w", "y", ".", "."])
    assert "= 3\n" in said.err
    assert "happiness: 3\n" in team.read("people/emil/meetings/2026-11-18-emil.md")


def test_every_message_is_written_down(team: Stage) -> None:
    said = team.one("one log alice -m 'The rota works' -m 'Bo helps'")
    assert said.code == 0
    assert "## Notes\n- The rota works\n- Bo helps\n" in team.read(NOTE)


def test_words_that_end_like_an_id_are_not_the_home_of_another_item(team: Stage) -> None:
    said = team.one("one log alice --sad 'The page is late, see ^k3f9'")
    assert said.code == 0
    assert "- :-( The page is late, see ^k3f9 ^" in team.read(NOTE)
    assert team.one("one check --strict").code == 0
