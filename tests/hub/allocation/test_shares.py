"""Promises of shares: whole, all of it, nobody over their most, in proportion."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.hub.allocation.shares import shares, weighted

NUMBERS = st.lists(st.integers(0, 100), max_size=8)


@given(st.integers(0, 500), NUMBERS)
def test_all_is_shared_and_nobody_gets_more_than_wanted(total: int, wanted: list[int]) -> None:
    got = shares(total, wanted)
    assert sum(got) == min(total, sum(wanted))
    assert all(0 <= one <= most for one, most in zip(got, wanted, strict=True))


@given(
    st.integers(0, 500),
    st.lists(st.tuples(st.integers(0, 9), st.none() | st.integers(0, 90)), max_size=8),
)
def test_weights_share_all_that_anybody_may_have(
    total: int, of: list[tuple[int, int | None]]
) -> None:
    got = weighted(total, [weight for weight, _ in of], [most for _, most in of])
    assert all(most is None or one <= most for one, (_, most) in zip(got, of, strict=True))
    assert all(one == 0 for one, (weight, _) in zip(got, of, strict=True) if not weight)
    open_ended = any(weight and most is None for weight, most in of)
    room = sum(most or 0 for weight, most in of if weight)
    assert sum(got) == (total if open_ended else min(total, room))


@given(st.integers(0, 500), st.lists(st.tuples(st.integers(1, 9), st.integers(0, 90)), min_size=1))
def test_who_has_more_than_its_part_already_gets_nothing(
    total: int, of: list[tuple[int, int]]
) -> None:
    weights, has = [weight for weight, _ in of], [had for _, had in of]
    got = weighted(total, weights, [None] * len(of), has)
    assert sum(got) == total and min(got) >= 0
    lowest = min((had + one) / weight for had, one, weight in zip(has, got, weights, strict=True))
    for had, one, weight in zip(has, got, weights, strict=True):
        assert one == 0 or (had + one - 1) / weight <= lowest + 1, "nobody is far above another"


def test_parts_are_in_proportion() -> None:
    assert shares(10, [10, 20, 30]) == [2, 3, 5]
    assert weighted(10, [1, 2, 2], [None, None, None]) == [2, 4, 4]
    assert weighted(10, [1, 1, 1], [None, 1, None]) == [5, 1, 4]
