"""The hours of a session, cut into slots of one length. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from fieldapp.hub.booking.errors import BadSession
from fieldapp.wire.dates import to_day

LENGTHS_MIN = (10, 15, 20, 30, 60)
MOST_SEATS = 1000
MOST_DAYS_AHEAD = 180
_DAY_S, _MINUTE = 86_400, 60


@dataclass(frozen=True, slots=True)
class Hours:
    """When a session is, on the clock of its place, and how many are seen in one slot."""

    day: date
    begins: time
    ends: time
    slot_min: int
    seats: int
    utc_offset_min: int

    def slots(self) -> Iterator[tuple[int, int]]:
        """Beginning and end of each in Unix seconds; minutes left over at the end are nobody's."""
        midnight_s = (to_day(self.day) or 0) * _DAY_S - self.utc_offset_min * _MINUTE
        last_min = _minutes(self.ends)
        for at in range(_minutes(self.begins), last_min - self.slot_min + 1, self.slot_min):
            begins_s = midnight_s + at * _MINUTE
            yield begins_s, begins_s + self.slot_min * _MINUTE


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def check(hours: Hours, today: date) -> None:
    """Raises BadSession for hours that nobody could come in."""
    if hours.day < today:
        raise BadSession(why="its day is past")
    if hours.day > today + timedelta(days=MOST_DAYS_AHEAD):
        raise BadSession(why="its day is more than 180 days ahead")
    if hours.slot_min not in LENGTHS_MIN:
        raise BadSession(why="the length of a slot is none of those offered")
    if not 0 < hours.seats <= MOST_SEATS:
        raise BadSession(why="seats in a slot are 1 to 1,000")
    if not any(hours.slots()):
        raise BadSession(why="its hours leave no room for one slot")
