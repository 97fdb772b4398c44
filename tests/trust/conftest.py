"""A notebook that many tests share, because each leaves it as it found it."""

from collections.abc import Iterator

import pytest

from stage import EXAMPLE, Stage
from trust.lines import contents, set_back

BY_HAND = "\n- [ ] @sam Typed by hand, without an id\n* [ ] @alice Another, with a star\n"


@pytest.fixture(scope="session", autouse=True)
def _own_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is closed outside a notebook lies in a folder of these tests, not in a real home."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    """The example team, with lines typed by hand: every writer finds something to do."""
    stage = Stage(tmp_path_factory.mktemp("shared"))
    stage.copy(EXAMPLE)
    inbox = "people/alice/inbox.md"
    stage.write({inbox: stage.read(inbox) + BY_HAND})
    return stage


@pytest.fixture
def desk(shared: Stage) -> Iterator[Stage]:
    """The shared notebook, set back afterwards."""
    before = contents(shared.folder)
    yield shared
    set_back(shared.folder, before)
