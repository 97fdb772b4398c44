"""How a share of the week is written."""

import pytest

from onestop.render.load import percent


@pytest.mark.parametrize(
    ("share", "written"),
    [(210 / 2400, "8.75 %"), (0.2, "20.0 %"), (0, "0.0 %"), (1, "100.0 %"), (0.13125, "13.13 %"),
     (0.0999, "9.99 %"), (0.1, "10.0 %")],
)  # fmt: skip
def test_a_share_has_the_figures_it_needs(share: float, written: str) -> None:
    assert percent(share, up=False) == written


@pytest.mark.parametrize(
    ("share", "written"), [(481 / 2400, "20.05 %"), (0.20000001, "20.01 %"), (0.25, "25.0 %")]
)
def test_what_is_over_the_limit_never_reads_as_the_limit(share: float, written: str) -> None:
    assert percent(share, up=True) == written
