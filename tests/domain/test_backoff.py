"""Waiting between tries: longer each time, never in step, never past a quarter of an hour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.backoff import CAP_S, delay_s, is_retried, parse_retry_after

CHANCE = st.floats(0, 1, exclude_max=True)


@given(st.integers(0, 10_000), CHANCE)
def test_no_number_of_failures_waits_longer_than_a_quarter_of_an_hour(
    failures: int, chance: float
) -> None:
    assert 0 <= delay_s(failures, lambda: chance) <= CAP_S


def test_the_ceiling_doubles_with_each_failure() -> None:
    ceilings = [delay_s(failures, lambda: 1.0) for failures in range(5)]
    assert ceilings == [0, 5, 10, 20, 40]


@given(st.integers(0, 100), CHANCE, st.integers(1, 80_000))
def test_what_the_hub_asks_for_is_honoured(failures: int, chance: float, asked_s: int) -> None:
    assert delay_s(failures, lambda: chance, asked_s=asked_s) >= asked_s


def test_laptops_told_the_same_moment_still_spread_out() -> None:
    assert delay_s(0, lambda: 0.0, asked_s=400) != delay_s(0, lambda: 0.9, asked_s=400)


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504])
def test_passing_troubles_are_tried_again(status: int) -> None:
    assert is_retried(status)


@pytest.mark.parametrize("status", [400, 401, 403, 409, 413, 415, 422, 426])
def test_what_waiting_cannot_cure_is_not_tried_again(status: int) -> None:
    assert not is_retried(status)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("120", 120),
        (" 7 ", 7),
        ("99999999999999999999", int(CAP_S)),
        ("Wed, 21 Oct 2015 07:28:00 GMT", None),
        ("-5", None),
        ("soon", None),
    ],
)
def test_a_stranger_cannot_switch_sync_off_by_a_retry_after(
    header: str | None, seconds: int | None
) -> None:
    assert parse_retry_after(header) == seconds
