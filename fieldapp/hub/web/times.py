"""Moments as people read them, at the place where the teams work. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from fieldapp.hub.web.words import CHINESE, Said, counted, said

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the teams are: how far their clocks are from UTC, and how dates are written there."""

    offset_min: int
    language: str

    def local(self, time_s: int) -> datetime:
        """The time on a wall clock."""
        return datetime.fromtimestamp(time_s, timezone(timedelta(minutes=self.offset_min)))

    def midnight(self, day: date) -> datetime:
        """When a day begins there."""
        return datetime.combine(day, time(), timezone(timedelta(minutes=self.offset_min)))

    def day(self, day: date) -> str:
        """22 Nov 2026, or 2026-11-22."""
        if self.language == CHINESE:
            return day.isoformat()
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

    def short_day(self, day: date) -> str:
        """22 Nov, or 11-22: where the year is known."""
        if self.language == CHINESE:
            return f"{day:%m-%d}"
        return f"{day.day} {_MONTHS[day.month - 1]}"

    def birth(self, written: str) -> str:
        """3 Mar 1985 of 1985-03-03, Mar 1985 of 1985-03: as much as is known."""
        if self.language == CHINESE or "-" not in written:
            return written
        year, month, *day = written.split("-")
        told = f"{_MONTHS[int(month) - 1]} {year}"
        return f"{int(day[0])} {told}" if day else told

    def moment(self, time_s: int) -> str:
        """Day and time."""
        at = self.local(time_s)
        return f"{self.day(at.date())} {at:%H:%M}"

    def moment_s(self, time_s: int) -> str:
        """Day and time with seconds."""
        return f"{self.moment(time_s)}:{self.local(time_s):%S}"

    @property
    def zone(self) -> str:
        """UTC+8."""
        hours, minutes = divmod(abs(self.offset_min), 60)
        sign = "-" if self.offset_min < 0 else "+"
        return f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "")


def age(seconds: int) -> Said:
    """How long ago, in the largest unit that fits."""
    if seconds >= 2 * _DAY:
        return counted("{n} day ago|{n} days ago", seconds // _DAY)
    if seconds >= _HOUR:
        return counted("{n} hour ago|{n} hours ago", seconds // _HOUR)
    if seconds >= _MINUTE:
        return counted("{n} minute ago|{n} minutes ago", seconds // _MINUTE)
    return said("just now")
