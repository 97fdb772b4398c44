"""Which notebook is meant: the flag, the folder, the environment, the user's config."""

import sys
from pathlib import Path

import pytest

from books import put
from onestop.errors import NoNotebook
from onestop.notebook.find import ENV, NOWHERE, START, find

CONFIG = ".config/onestop/config.yaml"


def test_the_flag_wins_and_is_seen_from_the_current_folder(tmp_path: Path) -> None:
    put(tmp_path, {"a/onestop.yaml": "", "b/onestop.yaml": "", "c/onestop.yaml": ""})

    found = find("../a", tmp_path / "b", {ENV: str(tmp_path / "c")})
    assert found.root.resolve() == (tmp_path / "a").resolve()
    assert found.rule == "-C"
    assert find(str(tmp_path / "c"), tmp_path / "b", {}).root == tmp_path / "c"


def test_a_flag_that_names_no_notebook_falls_back_to_nothing(tmp_path: Path) -> None:
    put(tmp_path, {"onestop.yaml": ""})

    with pytest.raises(NoNotebook, match=r"x is not a notebook: it has no onestop\.yaml"):
        find("x", tmp_path, {})


def test_the_nearest_notebook_upward_comes_before_the_environment(tmp_path: Path) -> None:
    put(tmp_path, {"a/onestop.yaml": "", "a/b/onestop.yaml": "", "c/onestop.yaml": ""})
    deep = tmp_path / "a" / "b" / "people" / "bo"
    deep.mkdir(parents=True)

    found = find(None, deep, {ENV: str(tmp_path / "c")})
    assert found.root == tmp_path / "a" / "b"
    assert "upward" in found.rule


def test_the_environment_names_one_from_anywhere(tmp_path: Path) -> None:
    put(tmp_path, {"c/onestop.yaml": "", "empty/x": ""})

    found = find(None, tmp_path / "empty", {ENV: str(tmp_path / "c")})
    assert found == (tmp_path / "c", "ONE_NOTEBOOK in the environment")
    with pytest.raises(NoNotebook, match=r"ONE_NOTEBOOK names .*, which is not a notebook"):
        find(None, tmp_path, {ENV: str(tmp_path / "empty")})


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of a user with a notebook at `c`."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return put(tmp_path, {"c/onestop.yaml": "", "here/x": ""})


@pytest.mark.skipif(sys.platform != "linux", reason="the config lies elsewhere")
@pytest.mark.parametrize("said", ["~/c", '"{home}/c"  # mine'])
def test_the_users_config_comes_last(home: Path, said: str) -> None:
    put(home, {CONFIG: f"notebook: {said.format(home=home)}\n"})

    assert find(None, home / "here", {}) == (home / "c", str(home / CONFIG))


@pytest.mark.skipif(sys.platform != "linux", reason="the config lies elsewhere")
def test_a_config_that_names_no_notebook_says_so(home: Path) -> None:
    put(home, {CONFIG: "notebook: ~/x\n"})

    with pytest.raises(NoNotebook, match=r"config\.yaml names ~/x, which is not a notebook"):
        find(None, home / "here", {})


@pytest.mark.skipif(sys.platform != "linux", reason="the config lies elsewhere")
@pytest.mark.parametrize(
    "config", [None, "", "notebook: [a]\n", "notebook: [\n", b"notebook: \xe9\n"]
)
def test_without_a_config_that_can_be_read_there_is_no_notebook(
    home: Path, config: str | bytes | None
) -> None:
    put(home, {} if config is None else {CONFIG: config})

    with pytest.raises(NoNotebook) as nowhere:
        find(None, home / "here", {})
    assert (str(nowhere.value), nowhere.value.hint) == (NOWHERE, START)
