"""Days and minutes as the journal writes them: whole numbers since the first day of 1970."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

_EPOCH_DAY = date(1970, 1, 1)
_EPOCH_MINUTE = datetime(1970, 1, 1)
_MINUTE = timedelta(minutes=1)


def to_day(day: date | None) -> int | None:
    """Days since 1970-01-01; None stays None."""
    return None if day is None else (day - _EPOCH_DAY).days


def from_day(number: int | None) -> date | None:
    """The inverse of `to_day`. Raises OverflowError outside the years 1 to 9999."""
    return None if number is None else _EPOCH_DAY + timedelta(days=number)


def to_minutes(site_time: datetime) -> int:
    """Minutes since 1970-01-01T00:00 of a naive time on the site's own clock."""
    return (site_time - _EPOCH_MINUTE) // _MINUTE


def from_minutes(minutes: int, utc_offset_min: int) -> datetime:
    """An aware time in the site's zone. Raises OverflowError or ValueError when out of range."""
    zone = timezone(timedelta(minutes=utc_offset_min))
    return (_EPOCH_MINUTE + timedelta(minutes=minutes)).replace(tzinfo=zone)


def from_wall(wall_s: int) -> datetime:
    """The aware UTC time of a header's wall clock. Raises OverflowError when out of range."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=wall_s)
