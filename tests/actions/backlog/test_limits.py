"""What may be read of one file is counted over all its sheets."""

from __future__ import annotations

import pytest

from fieldapp.actions.backlog.limits import MOST_COLUMNS, Allowance, TooLarge


def test_what_was_read_is_taken_from_what_may_be() -> None:
    left = Allowance("a.xlsx", rows=2, cells=10, passed=30)
    left.look_at(5)
    left.keep(5)
    left.keep(5)
    with pytest.raises(TooLarge, match="rows"):
        left.keep(0)


@pytest.mark.parametrize(
    ("left", "why"),
    [
        (Allowance("a.xlsx", cells=3), "4,000,000 cells"),
        (Allowance("a.xlsx", passed=3), "claim"),
    ],
)
def test_more_is_refused_by_what_it_is(left: Allowance, why: str) -> None:
    with pytest.raises(TooLarge, match=why):
        for _ in range(2):
            left.look_at(1)
            left.keep(2)


def test_so_many_columns_have_no_meaning() -> None:
    with pytest.raises(TooLarge, match="256 columns"):
        Allowance("a.xlsx").keep(MOST_COLUMNS + 1)
