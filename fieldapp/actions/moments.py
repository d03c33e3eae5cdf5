"""Now, on the site's own clock, as doses and files write it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from fieldapp.domain.clock import Clock


def site_now(clock: Clock) -> datetime:
    """Naive local time at the site."""
    utc = clock.now().replace(tzinfo=None)
    return utc + timedelta(minutes=clock.utc_offset_min())


def site_today(clock: Clock) -> date:
    """Today's date at the site."""
    return site_now(clock).date()
