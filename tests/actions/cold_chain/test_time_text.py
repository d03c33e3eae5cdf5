"""Times are read in the order that the whole file shows; a guess is refused."""

from __future__ import annotations

from datetime import datetime

import pytest

from fieldapp.actions.cold_chain.logger_file import NotThisFormat
from fieldapp.actions.cold_chain.time_text import (
    DAY_FIRST,
    MONTH_FIRST,
    YEAR_FIRST,
    moment_of,
    order_of,
)

NOON = datetime(2026, 11, 5, 12, 30)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["2026-11-05 12:30"], YEAR_FIRST),
        (["05/11/2026 12:30", "13/11/2026 12:30"], DAY_FIRST),
        (["11/05/2026 12:30", "11/13/2026 12:30"], MONTH_FIRST),
        (["total", "31.12.2026 01:00"], DAY_FIRST),
    ],
)
def test_the_file_shows_which_way_round_its_dates_are(texts: list[str], order: str) -> None:
    assert order_of(texts) == order


@pytest.mark.parametrize("texts", [["05/11/2026 12:30"], ["total"], []])
def test_a_guess_is_refused(texts: list[str]) -> None:
    with pytest.raises(NotThisFormat):
        order_of(texts)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("2026-11-05 12:30", YEAR_FIRST), ("2026-11-05T12:30:00", YEAR_FIRST),
        ("2026/11/5 12:30", YEAR_FIRST), ("2026年11月5日 12:30", YEAR_FIRST),
        ("2026/11/05 下午12:30", YEAR_FIRST), ("2026-11-05 04:30Z", YEAR_FIRST),
        ("2026-11-05T12:30+08:00", YEAR_FIRST), ("2026-11-05 06:30+0200", YEAR_FIRST),
        ("05.11.2026 12:30:00", DAY_FIRST), ("11/05/26 12:30 PM", MONTH_FIRST),
        ("2026-11-05 12:30:00.250", YEAR_FIRST),
    ],
)  # fmt: skip
def test_the_same_minute_is_written_in_many_ways(text: str, order: str) -> None:
    assert moment_of(text, order, 480) == NOON


def test_midnight_and_noon_by_half_days() -> None:
    assert moment_of("2026-11-05 12:00 AM", YEAR_FIRST, 480) == datetime(2026, 11, 5)
    assert moment_of("2026-11-05 1:05 PM", YEAR_FIRST, 480) == datetime(2026, 11, 5, 13, 5)


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "2026-11-05", "2026-13-05 12:00", "2026-11-31 12:00", "2026-11-05 25:00",
     "2026-11-05 12:61", "0000-11-05 12:00", "2026-11-05 13:00 PM", "9999-12-31 23:59-1200"],
)  # fmt: skip
def test_what_is_no_time_is_none(text: str) -> None:
    assert moment_of(text, YEAR_FIRST, 480) is None
