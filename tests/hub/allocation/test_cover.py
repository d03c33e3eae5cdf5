"""Promises of cover: what expires first goes first, and nothing counts where it would be over."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.hub.allocation.cover import Batch, cover
from fieldapp.hub.allocation.problem import Held, sums

MONDAYS = [date(2026, 11, 30) + timedelta(days=7 * at) for at in range(4)]
SUNDAYS = [monday + timedelta(days=6) for monday in MONDAYS]
NONE = [0, 0, 0, 0]


def test_what_expires_before_its_week_does_not_count() -> None:
    ends = [Batch(400, SUNDAYS[0] + timedelta(days=3))]
    assert cover(ends, [0, 400, 0, 0], NONE, MONDAYS, 400) == Held(
        (0, 0, 0, 0), over=400, books=400
    )
    lasts = [Batch(400, SUNDAYS[1])]
    assert cover(lasts, [0, 400, 0, 0], NONE, MONDAYS, 400).by_week == (0, 400, 0, 0)


def test_what_expires_first_is_used_first() -> None:
    batches = [Batch(10, None), Batch(10, SUNDAYS[2]), Batch(10, SUNDAYS[0])]
    assert cover(batches, [10, 10, 0, 10], NONE, MONDAYS, 30).by_week == (10, 10, 0, 10)


def test_what_ends_this_week_and_nobody_needs_is_lost() -> None:
    ends = [Batch(30, SUNDAYS[0] - timedelta(days=1)), Batch(20, SUNDAYS[0])]
    assert cover(ends, [5, 0, 0, 0], NONE, MONDAYS, 50) == Held((5, 0, 0, 0), 15, 30, 50)


def test_a_buffer_is_kept_only_of_what_lasts() -> None:
    batches = [Batch(10, SUNDAYS[0]), Batch(3, SUNDAYS[3])]
    assert cover(batches, [5, 0, 0, 0], [2, 2, 0, 0], MONDAYS, 13) == Held((7, 1, 0, 0), 5, 0, 13)


@given(
    st.lists(st.tuples(st.integers(0, 80), st.none() | st.integers(-3, 40)), max_size=5),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 9)), min_size=4, max_size=4),
)
def test_every_dose_is_somewhere_once_and_never_past_its_day(
    lots: list[tuple[int, int | None]], needs: list[tuple[int, int]]
) -> None:
    batches = [
        Batch(doses, None if days is None else MONDAYS[0] + timedelta(days=days))
        for doses, days in lots
    ]
    people, buffer = [one for one, _ in needs], [more for _, more in needs]
    found = cover(batches, people, buffer, MONDAYS, None)
    assert found.doses == sum(one.doses for one in batches)
    for covered, one, more in zip(found.by_week, people, buffer, strict=True):
        assert 0 <= covered <= one + more
    for week, sunday in enumerate(SUNDAYS):
        good = sum(one.doses for one in batches if one.last is None or one.last >= sunday)
        later = sum(found.by_week) - (sums(found.by_week)[week - 1] if week else 0)
        assert later <= good, "what is used from this week on is good in it"
