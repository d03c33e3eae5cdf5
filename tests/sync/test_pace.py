"""Frames fit the link: they grow while all goes well and shrink at once when it does not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldapp.sync.pace import LARGEST_BYTES, SMALLEST_BYTES, START_BYTES, Pace, read_timeout_s


def test_three_clean_requests_double_the_frame() -> None:
    pace = Pace()
    for _ in range(2):
        pace = pace.after_success(1000, 0.1)
    assert pace.frame_bytes == START_BYTES
    assert pace.after_success(1000, 0.1).frame_bytes == 2 * START_BYTES


def test_a_timeout_halves_the_frame_and_forgets_the_clean_ones() -> None:
    pace = Pace(clean=2).after_timeout()
    assert (pace.frame_bytes, pace.clean) == (START_BYTES // 2, 0)


def test_a_frame_takes_no_more_than_four_seconds_of_a_slow_link() -> None:
    kilobyte_a_second = Pace().after_success(8 * 1024, 8.0)
    assert kilobyte_a_second.frame_bytes == 4 * 1024


def test_a_small_request_says_nothing_about_the_link() -> None:
    assert Pace().after_success(300, 2.0).frame_bytes == START_BYTES


@given(st.lists(st.one_of(st.none(), st.tuples(st.integers(0, 10**7), st.floats(0, 1000)))))
def test_no_history_leads_out_of_one_to_sixty_four_kilobytes(
    history: list[tuple[int, float] | None],
) -> None:
    pace = Pace()
    for event in history:
        pace = pace.after_timeout() if event is None else pace.after_success(*event)
        assert SMALLEST_BYTES <= pace.frame_bytes <= LARGEST_BYTES


def test_halving_for_the_other_side_ends_at_the_smallest_frame() -> None:
    pace = Pace()
    for _ in range(10):
        pace = pace.smaller()
    assert pace.smallest


def test_a_large_body_is_given_time() -> None:
    assert read_timeout_s(0) == 30
    assert read_timeout_s(60 * 1024) == 90
