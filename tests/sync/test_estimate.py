from __future__ import annotations

from datetime import UTC, datetime

import pytest

from fieldapp.journal.attempts import Attempt
from fieldapp.sync.estimate import estimate
from fieldapp.sync.outcome import DONE

THEN = datetime(2021, 5, 8, tzinfo=UTC)


def ended(happened: str, size: int, ms: int, road: str = "http") -> Attempt:
    return Attempt(THEN, road, happened, bytes_out=size, duration_ms=ms)


def test_before_any_sync_went_well_no_time_is_promised() -> None:
    cut = ended("The connection broke before the hub answered.", 5000, 9000)
    assert estimate(214, []).seconds is None
    assert estimate(214, [cut]).seconds is None
    assert estimate(214, [ended(DONE, 5000, 9000, road="usb")]).seconds is None


@pytest.mark.parametrize(
    ("waiting", "size", "ms", "seconds"),
    [
        (214, 7020, 4000, 4),  # as much as the last time: as long
        (2140, 7020, 4000, 37),  # nine times the bytes
        (1, 700, 1600, 2),  # small ones cost the round trips
        (10, 60_000, 30_000, 30),  # never less than the link once took: it may have been slow
        (1, 700, 20, 1),
    ],
)
def test_the_time_follows_from_the_last_sync_that_went_well(
    waiting: int, size: int, ms: int, seconds: int
) -> None:
    cut = ended("The hub did not answer in time.", 100, 60_000)
    assert estimate(waiting, [cut, ended(DONE, size, ms)]).seconds == seconds


def test_the_words_of_a_terminal() -> None:
    load = estimate(214, [ended(DONE, 7020, 4000)])
    assert load.in_words() == "214 doses, about 7020 bytes, about 4 s"
    assert estimate(0, []).in_words() == "0 doses, about 600 bytes"
