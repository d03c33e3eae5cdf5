"""Days and moments are written in one way, wherever a program reads them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from fieldapp.reports.cells import (
    day_or_none,
    minute,
    minute_or_none,
    utc,
    utc_of,
    utc_of_or_none,
    utc_or_none,
)

BEIJING = timezone(timedelta(hours=8))
AT = datetime(2026, 11, 27, 18, 42, 7, tzinfo=BEIJING)


def test_a_moment_is_in_utc_whatever_zone_it_came_in() -> None:
    assert utc(AT) == utc(AT.astimezone(UTC)) == "2026-11-27T10:42:07Z"
    assert utc_of(int(AT.timestamp())) == utc(AT)


def test_what_happened_keeps_the_clock_of_its_place() -> None:
    assert minute(AT) == "2026-11-27T18:42"


def test_what_is_not_known_is_an_empty_cell() -> None:
    assert utc_or_none(None) is utc_of_or_none(None) is None
    assert minute_or_none(None) is day_or_none(None) is None
    assert (utc_or_none(AT), utc_of_or_none(0)) == (utc(AT), "1970-01-01T00:00:00Z")
    assert (minute_or_none(AT), day_or_none(date(2026, 1, 2))) == (minute(AT), "2026-01-02")
