"""Now, on the clock that hangs on the site's wall."""

from __future__ import annotations

from datetime import UTC, date, datetime

from fieldapp.actions.moments import site_now, site_today
from tests.journal.laptop import FakeClock


def test_the_sites_day_begins_at_its_own_midnight() -> None:
    before = FakeClock(datetime(2021, 5, 7, 15, 59, tzinfo=UTC))
    after = FakeClock(datetime(2021, 5, 7, 16, 0, tzinfo=UTC))
    assert site_today(before) == date(2021, 5, 7)
    assert site_today(after) == date(2021, 5, 8)


def test_the_sites_now_has_no_zone_because_it_is_what_people_write() -> None:
    now = site_now(FakeClock(datetime(2021, 5, 8, 1, 0, tzinfo=UTC)))
    assert now == datetime(2021, 5, 8, 9, 0)
    assert now.tzinfo is None
