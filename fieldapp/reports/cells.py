"""How days and moments stand in the cells of every export and in every answer to a program."""

from __future__ import annotations

from datetime import UTC, date, datetime


def utc(moment: datetime) -> str:
    """2026-11-27T10:42:00Z, of an aware moment in any zone."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def utc_or_none(moment: datetime | None) -> str | None:
    """The same where there is a moment."""
    return None if moment is None else utc(moment)


def utc_of(time_s: int) -> str:
    """The same of seconds since 1970."""
    return utc(datetime.fromtimestamp(time_s, UTC))


def utc_of_or_none(time_s: int | None) -> str | None:
    """The same where they are known."""
    return None if time_s is None else utc_of(time_s)


def minute(moment: datetime) -> str:
    """2026-11-27T18:42, on the clock of the place where it happened."""
    return f"{moment:%Y-%m-%dT%H:%M}"


def minute_or_none(moment: datetime | None) -> str | None:
    """The same where there is a moment."""
    return None if moment is None else minute(moment)


def day_or_none(day: date | None) -> str | None:
    """2026-11-27 where there is a day."""
    return None if day is None else day.isoformat()
